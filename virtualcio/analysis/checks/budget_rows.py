"""The checks of the budget and of what money is for, one row each."""

from virtualcio.analysis.checks.books_checks import actuals_of_another_company, actuals_outside_plan
from virtualcio.analysis.checks.budget_checks import (
    actual_negative,
    actuals_across_years,
    actuals_old,
    actuals_overlap,
    budget_overrun,
    line_outside_plan,
    line_without_amount,
    line_without_purpose,
)
from virtualcio.analysis.checks.case_checks import case_missing
from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.depreciation_checks import depreciation_wrong
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.spending_checks import assignment_stale, expense_without_purpose

ACT, WATCH = Severity.ACT, Severity.WATCH

BUDGET_CHECKS: tuple[Check, ...] = (
    Check(
        "budget_overrun",
        ACT,
        budget_overrun,
        "show_budget",
        ("count", "year", "plan", "forecast", "in_all", "worst", "worst_plan", "worst_forecast"),
    ),
    Check("expense_without_purpose", ACT, expense_without_purpose, "assign_money", ("count", "percent")),
    Check("assignment_stale", WATCH, assignment_stale, "confirm_money", ("count", "percent")),
    Check("case_missing", WATCH, case_missing, "enter_case", ("count", "limit")),
    Check("depreciation_wrong", WATCH, depreciation_wrong, "mend_books", ("count",)),
    Check("line_without_purpose", WATCH, line_without_purpose, "set_purpose", ("count",)),
    Check("line_without_amount", WATCH, line_without_amount, "set_amount", ("count",)),
    Check("line_outside_plan", WATCH, line_outside_plan, "set_payment_day", ("count",)),
    Check("actuals_overlap", WATCH, actuals_overlap, "mend_actuals", ("count", "first_on", "last_on")),
    Check("actual_negative", WATCH, actual_negative, "mend_actuals", ("count", "first_on", "last_on")),
    Check(
        "actuals_across_years", WATCH, actuals_across_years, "mend_actuals", ("count", "first_on", "last_on")
    ),
    Check(
        "actuals_outside_plan",
        WATCH,
        actuals_outside_plan,
        "show_other_years",
        ("count", "first_on", "last_on"),
    ),
    Check(
        "actuals_of_another_company",
        WATCH,
        actuals_of_another_company,
        "show_other_company",
        ("count", "company"),
    ),
    Check("actuals_old", WATCH, actuals_old, "enter_actuals", ("count", "last_on", "all_of_them")),
)
