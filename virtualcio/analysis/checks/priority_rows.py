"""The checks of demands, initiatives, obligations and risks, one row each."""

from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.duty_checks import (
    obligation_unclear,
    obligation_without_evidence,
    risk_above_bearable,
)
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.initiative_checks import (
    demand_unanswered,
    hypothesis_untested,
    initiative_effort_unclear,
    initiative_only_purchase,
    initiative_without_owner,
    initiative_without_purpose,
    pilot_without_criterion,
)

ACT, WATCH = Severity.ACT, Severity.WATCH

PRIORITY_CHECKS: tuple[Check, ...] = (
    Check(
        "obligation_without_evidence",
        ACT,
        obligation_without_evidence,
        "enter_evidence",
        ("count", "due_on", "initiatives"),
        joins=True,
    ),
    Check("obligation_unclear", WATCH, obligation_unclear, "decide_obligation", ("count", "first_due")),
    Check(
        "risk_above_bearable",
        ACT,
        risk_above_bearable,
        "lower_risk",
        ("count", "before", "after", "bearable", "initiatives", "idle"),
        joins=True,
    ),
    Check("demand_unanswered", WATCH, demand_unanswered, "answer_demand", ("count", "oldest", "days")),
    Check(
        "initiative_without_purpose",
        WATCH,
        initiative_without_purpose,
        "link_initiative",
        ("count", "planned"),
        joins=True,
    ),
    Check("initiative_only_purchase", WATCH, initiative_only_purchase, "plan_introduction", ("count",)),
    Check(
        "initiative_without_owner",
        WATCH,
        initiative_without_owner,
        "set_initiative_owner",
        ("count", "without_owner", "without_product_owner", "without_team"),
    ),
    Check(
        "initiative_effort_unclear",
        WATCH,
        initiative_effort_unclear,
        "enter_effort",
        ("count", "without_effort", "without_pool", "without_capacity", "without_rate"),
    ),
    Check("hypothesis_untested", WATCH, hypothesis_untested, "test_hypothesis", ("count",)),
    Check("pilot_without_criterion", WATCH, pilot_without_criterion, "set_criterion", ("count",)),
)
