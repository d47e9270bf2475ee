"""The words and actions of the checks of steering, one row a check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, to_first, to_tab
from virtualcio.actions.review import review_findings
from virtualcio.actions.tables import place_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import AdoptionCount, Department, OutcomeReview, Review
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

REVIEW_CHECK_WORDS: Mapping[str, CheckWords] = {
    "review_due": CheckWords(
        mark("The quarterly review is due"),
        mark("Reminds you three weeks before its day, and from then on until it is closed."),
        review_findings.review_due,
    ),
    "tasks_overdue": CheckWords(
        mark("Tasks are overdue"),
        mark("Looks for tasks whose day is over and that are not done."),
        review_findings.tasks_overdue,
    ),
    "put_off_twice": CheckWords(
        mark("A renewal was put off twice"),
        mark("Compares the planned days of what is overdue from review to review."),
        review_findings.put_off_twice,
    ),
    "decision_overdue": CheckWords(
        mark("Decisions are not carried out in time"),
        mark("Looks for decisions whose day is over, and for deferred ones whose day has come."),
        review_findings.decision_overdue,
    ),
    "review_left_open": CheckWords(
        mark("A review was closed with open questions"),
        mark("Reminds you of what was left open until the next review is closed."),
        review_findings.review_left_open,
    ),
    "council_overdue": CheckWords(
        mark("The council has not met for long"),
        mark("Compares the last meeting with the time between meetings in the settings."),
        review_findings.council_overdue,
    ),
    "outcome_not_reviewed": CheckWords(
        mark("Nobody has looked at what an initiative brought"),
        mark("Looks for finished initiatives without an outcome review after the days in the settings."),
        review_findings.outcome_not_reviewed,
    ),
    "promised_use_not_reached": CheckWords(
        mark("Fewer people use it than promised"),
        mark("Compares the newest count of use with the promise of the finished initiative."),
        review_findings.promised_use_not_reached,
    ),
    "department_without_liaison": CheckWords(
        mark("Nobody speaks for a department in the council"),
        mark("Looks for departments without a liaison as soon as there is a council."),
        review_findings.department_without_liaison,
    ),
    "done_in_future": CheckWords(
        mark("Something took place on a day to come"),
        mark("Looks for reviews, decisions, tasks, counts and incidents whose day is not there yet."),
        review_findings.done_in_future,
    ),
}


def _to_outcome(company: "OpenCompany", finding: Finding) -> FindingAction:
    """To the outcome review that is still to be held, if there is one; the tab offers to begin it else."""
    reviews = company.data.where(OutcomeReview, "initiative_id", finding.objects[0][1])
    return FindingAction("review", "outcomes", next((one.id for one in reviews), ""))


def _to_use(company: "OpenCompany", finding: Finding) -> FindingAction:
    """To the newest count of the first initiative."""
    counts = company.data.where(AdoptionCount, "initiative_id", finding.objects[0][1])
    newest = max(counts, key=lambda one: (one.counted_on, one.id))
    return FindingAction("review", "adoption", newest.id)


def _to_day(company: "OpenCompany", finding: Finding) -> FindingAction:
    """To the day that is farthest away."""
    return FindingAction(*place_of(company, *finding.objects[0]), "", str(finding.params["field"]))


REVIEW_ACTIONS: dict[str, ActionKind] = {
    "hold_review": ActionKind(mark("Begin"), to_tab("review", "reviews", kind=Review), "gauge"),
    "show_review": ActionKind(mark("Look at"), to_tab("review", "reviews", kind=Review), "gauge"),
    "settle_tasks": ActionKind(mark("Settle"), to_first("done_on", "overdue"), "check"),
    "settle_decisions": ActionKind(mark("Settle"), to_first("done_on", "overdue"), "check"),
    "hold_council": ActionKind(mark("Look at"), to_tab("review", "council_meetings"), "users"),
    "look_back": ActionKind(mark("Look back"), _to_outcome, "target"),
    "show_use": ActionKind(mark("Look at"), _to_use, "users"),
    "correct_day": ActionKind(mark("Correct"), _to_day, "calendar-days"),
    "name_liaison": ActionKind(mark("Name somebody"), to_first("liaison", kind=Department), "users"),
}
