"""The checks of the roadmap, one row each."""

from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.order_checks import order_late
from virtualcio.analysis.checks.plan_checks import (
    hard_end_missed,
    initiative_late,
    money_over_limit,
    plan_contradiction,
    pool_overloaded,
    too_many_at_once,
)
from virtualcio.analysis.checks.team_checks import product_without_owner, team_not_able

ACT, WATCH = Severity.ACT, Severity.WATCH

ROADMAP_CHECKS: tuple[Check, ...] = (
    Check(
        "plan_contradiction", ACT, plan_contradiction, "mend_plan", ("count", "conflict", "more"), joins=True
    ),
    Check(
        "hard_end_missed",
        ACT,
        hard_end_missed,
        "plan_earlier",
        ("count", "hard_end", "ends_on", "reason"),
        joins=True,
    ),
    Check(
        "initiative_late",
        ACT,
        initiative_late,
        "plan_later",
        ("count", "running", "start", "last_month"),
        joins=True,
    ),
    Check(
        "pool_overloaded",
        ACT,
        pool_overloaded,
        "show_load",
        ("count", "over", "worst_month", "needed", "free"),
    ),
    Check("money_over_limit", WATCH, money_over_limit, "show_plan", ("count", "year", "planned", "limit")),
    Check(
        "too_many_at_once",
        WATCH,
        too_many_at_once,
        "show_plan",
        ("count", "most", "limit", "month", "last_month"),
    ),
    Check(
        "team_not_able",
        WATCH,
        team_not_able,
        "complete_team",
        ("count", "without_people", "without_product_owner", "one_department", "without_scope"),
    ),
    Check(
        "product_without_owner",
        ACT,
        product_without_owner,
        "name_product_owner",
        ("count", "left_alone", "processes"),
        joins=True,
    ),
    Check("order_late", ACT, order_late, "ask_provider", ("count", "due_on", "supplier")),
)
