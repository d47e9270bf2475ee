"""The words and actions of the checks of the budget and of what money is for, one row a check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.budget import budget_findings
from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, Target, to_first
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

BUDGET_CHECK_WORDS: Mapping[str, CheckWords] = {
    "budget_overrun": CheckWords(
        mark("The year gets dearer than planned"),
        mark("Compares the forecast with the plan: more than 10% and €5,000 above it, in all or in a "
             "category."),
        budget_findings.budget_overrun,
    ),
    "expense_without_purpose": CheckWords(
        mark("Larger expenses serve no goal and no duty"),
        mark("Follows each larger expense of the next 12 months to a process and a measurable goal or a "
             "duty."),
        budget_findings.expense_without_purpose,
    ),
    "assignment_stale": CheckWords(
        mark("Nobody has confirmed lately what money is for"),
        mark("Looks for larger expenses that were not confirmed or measured for the days in the settings."),
        budget_findings.assignment_stale,
    ),
    "line_without_purpose": CheckWords(
        mark("A budget line has no purpose"),
        mark("Looks for budget lines that are neither for a goal nor for a duty nor for operation."),
        budget_findings.line_without_purpose,
    ),
    "line_without_amount": CheckWords(
        mark("A budget line has no amount"),
        mark("What has no amount counts 0: the budget is too small by it."),
        budget_findings.line_without_amount,
    ),
    "line_outside_plan": CheckWords(
        mark("A budget line is outside of the planned years"),
        mark("Looks for first payments after the planned years or more than ten years ago."),
        budget_findings.line_outside_plan,
    ),
    "actuals_overlap": CheckWords(
        mark("Actual costs are there twice"),
        mark("Looks for two amounts of one account for the same time; only the longer time counts."),
        budget_findings.actuals_overlap,
    ),
    "actual_negative": CheckWords(
        mark("Actual costs are below zero"),
        mark("Right for a credit note; otherwise a sign is wrong."),
        budget_findings.actual_negative,
    ),
    "actuals_across_years": CheckWords(
        mark("Actual costs belong to two fiscal years"),
        mark("Looks for amounts of a time over the turn of the fiscal year; they count in no year."),
        budget_findings.actuals_across_years,
    ),
    "actuals_outside_plan": CheckWords(
        mark("Actual costs are of years that the budget does not look at"),
        mark("Looks for actual costs before or after the years of the budget; older years without a gap are "
             "history."),
        budget_findings.actuals_outside_plan,
    ),
    "actuals_of_another_company": CheckWords(
        mark("Actual costs come from the list of another company"),
        mark("Compares the company in the head of the list with the one of this file."),
        budget_findings.actuals_of_another_company,
    ),
    "actuals_old": CheckWords(
        mark("The actual costs are old"),
        mark("After four months without actual costs the forecast is only the plan."),
        budget_findings.actuals_old,
    ),
}  # fmt: skip


def _to(page: str, tab: str) -> Target:
    def target(_company: "OpenCompany", _finding: Finding) -> FindingAction:
        return FindingAction(page, tab)

    return target


BUDGET_ACTIONS: dict[str, ActionKind] = {
    "show_budget": ActionKind(mark("Look at"), _to("budget", "plan"), "€"),
    "assign_money": ActionKind(mark("Assign"), _to("checks", "thread"), "€"),
    "confirm_money": ActionKind(mark("Confirm"), _to("checks", "thread"), "€"),
    "set_purpose": ActionKind(mark("Assign"), to_first("purpose", "without_purpose"), "€"),
    "set_amount": ActionKind(mark("Enter"), to_first("amount", "without_amount"), "€"),
    "set_payment_day": ActionKind(mark("Correct"), to_first("first_on"), "calendar-days"),
    "mend_actuals": ActionKind(mark("Look at"), to_first("amount"), "€"),
    "show_other_years": ActionKind(mark("Look at"), to_first("first_on", "outside_plan"), "€"),
    "show_other_company": ActionKind(mark("Look at"), to_first("source", "other_company"), "€"),
    "enter_actuals": ActionKind(mark("Look at"), to_first(""), "€"),
}
