"""Checks about obligations and risks."""

from collections.abc import Sequence
from datetime import date, timedelta

from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.priorities.must import has_evidence
from virtualcio.analysis.priorities.risk_scores import score_after, score_before
from virtualcio.model import InitiativeObligation, InitiativeRisk, Obligation, Risk
from virtualcio.model.duties import Applies

EVIDENCE_DAYS = 90  # before the day, evidence should be there or on its way
MOST_OBLIGATIONS = 4
MOST_RISKS = 3


def obligation_without_evidence(facts: CheckFacts) -> Sequence[Finding]:
    """It applies, its day has passed or comes within 90 days, and nothing proves that it is met."""
    horizon = facts.today + timedelta(days=EVIDENCE_DAYS)
    open_keys = {one.id for one in facts.plan.open_initiatives}
    due = [
        (one.due_on, one)
        for one in facts.data.all(Obligation)
        if one.applies is Applies.YES
        and one.due_on is not None
        and one.due_on <= horizon
        and not has_evidence(one)
    ]
    found = []
    for day, obligation in sorted(due, key=lambda one: (one[0], one[1].name)):
        links = facts.data.where(InitiativeObligation, "obligation_id", obligation.id)
        working = sum(link.initiative_id in open_keys for link in links)
        found.append(
            Finding(
                "obligation_without_evidence",
                Severity.ACT,
                objects_of(obligation),
                {"count": 1, "due_on": day, "initiatives": working},
                None,
                day,
            )
        )
    return together(found, MOST_OBLIGATIONS)


def obligation_unclear(facts: CheckFacts) -> Sequence[Finding]:
    """Nobody has decided whether it applies. One finding for all of them, the nearest day first."""
    unclear = [one for one in facts.data.all(Obligation) if one.applies is Applies.UNCLEAR]
    if not unclear:
        return []
    unclear.sort(key=lambda one: (one.due_on or date.max, one.name))
    first_due = unclear[0].due_on
    params = {"count": len(unclear), "first_due": first_due}
    objects = objects_of(*unclear)
    return [Finding("obligation_unclear", Severity.WATCH, objects, params, None, first_due)]


def risk_above_bearable(facts: CheckFacts) -> Sequence[Finding]:
    """Likelihood × impact stays above the bearable level [assumption] even after all measures, or is above
    it before them and nothing is being done: no measure named, no open initiative. Worst first.
    """
    bearable = facts.assumptions.bearable_risk
    open_keys = {one.id for one in facts.plan.open_initiatives}
    heavy = []
    for risk in facts.data.all(Risk):
        before, after = score_before(risk), score_after(risk)
        links = facts.data.where(InitiativeRisk, "risk_id", risk.id)
        working = sum(link.initiative_id in open_keys and link.share > 0 for link in links)
        idle = not risk.measure.strip() and not working
        if after > bearable or (before > bearable and idle):
            heavy.append((after, before, working, idle, risk))
    heavy.sort(key=lambda one: (-one[0], -one[1], one[4].name))
    found = [
        Finding(
            "risk_above_bearable",
            Severity.ACT,
            objects_of(risk),
            {
                "count": 1,
                "before": before,
                "after": after,
                "bearable": bearable,
                "initiatives": working,
                "idle": idle,
            },
            risk.yearly_loss,
        )
        for after, before, working, idle, risk in heavy
    ]
    return together(found, MOST_RISKS)
