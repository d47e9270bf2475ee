"""The checks of reviews, council, tasks and outcomes, one row each."""

from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.past_checks import done_in_future
from virtualcio.analysis.checks.review_checks import (
    council_overdue,
    decision_overdue,
    department_without_liaison,
    outcome_not_reviewed,
    promised_use_not_reached,
    put_off_twice,
    review_due,
    review_left_open,
    tasks_overdue,
)

ACT, WATCH = Severity.ACT, Severity.WATCH

REVIEW_CHECKS: tuple[Check, ...] = (
    Check(
        "review_due", ACT, review_due, "hold_review", ("count", "quarter_start", "due_on", "overdue", "kpis")
    ),
    Check("tasks_overdue", ACT, tasks_overdue, "settle_tasks", ("count", "first_due")),
    Check(
        "put_off_twice",
        ACT,
        put_off_twice,
        "decide_remedy",
        ("count", "times", "days", "planned_on"),
        joins=True,
    ),
    Check("decision_overdue", WATCH, decision_overdue, "settle_decisions", ("count", "first_due")),
    Check("review_left_open", WATCH, review_left_open, "show_review", ("count", "closed_on")),
    Check("council_overdue", WATCH, council_overdue, "hold_council", ("count", "last_on", "next_on")),
    Check("outcome_not_reviewed", WATCH, outcome_not_reviewed, "look_back", ("count", "first_due")),
    Check(
        "promised_use_not_reached",
        WATCH,
        promised_use_not_reached,
        "show_use",
        ("count", "users", "promised"),
        joins=True,
    ),
    Check("department_without_liaison", WATCH, department_without_liaison, "name_liaison", ("count",)),
    Check("done_in_future", WATCH, done_in_future, "correct_day", ("count", "day", "field")),
)
