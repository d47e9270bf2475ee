"""The checks of goals, KPIs and what they need, one row each."""

from virtualcio.analysis.checks.capability_checks import (
    capability_missing,
    data_domain_weak,
    maturity_old,
)
from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.goal_checks import (
    goal_incomplete,
    kpi_behind,
    kpi_incomplete,
    kpi_stale,
    kpi_values_doubtful,
)

ACT, WATCH = Severity.ACT, Severity.WATCH

GOAL_CHECKS: tuple[Check, ...] = (
    Check(
        "goal_incomplete",
        WATCH,
        goal_incomplete,
        "complete_goal",
        ("count", "without_kpi", "without_owner", "without_initiative", "weights_total"),
    ),
    Check("kpi_behind", ACT, kpi_behind, "show_kpi", ("count", "current", "target_on"), joins=True),
    Check("kpi_incomplete", WATCH, kpi_incomplete, "complete_kpi", ("count", "missing", "backwards")),
    Check("kpi_stale", WATCH, kpi_stale, "measure_kpi", ("count", "never", "oldest")),
    Check("kpi_values_doubtful", WATCH, kpi_values_doubtful, "mend_values", ("count", "future", "doubled")),
    Check("capability_missing", WATCH, capability_missing, "bring_capability", ("count", "goals")),
    Check("data_domain_weak", WATCH, data_domain_weak, "mend_data", ("count", "without_owner", "poor")),
    Check("maturity_old", WATCH, maturity_old, "rate_maturity", ("count", "departments", "oldest")),
)
