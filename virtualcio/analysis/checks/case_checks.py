"""The check about business cases."""

from collections.abc import Sequence

from virtualcio.analysis.amounts import total
from virtualcio.analysis.business_case.amounts_of_years import has_case
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import CaseInput


def case_missing(facts: CheckFacts) -> Sequence[Finding]:
    """Open initiatives whose effort is above 25,000 € [assumption] and of which nobody has entered what they
    are good for, neither in money nor in words: one finding for all, the dearest first.
    """
    limit = facts.assumptions.case_from
    found = []
    for one in facts.plan.open_initiatives:
        ranked = facts.plan.ranked_by_key.get(one.id)
        if ranked is None or not ranked.effort > limit:
            continue
        if not has_case(facts.data.where(CaseInput, "initiative_id", one.id)):
            found.append((-ranked.effort, one.name, one))
    if not found:
        return []
    found.sort(key=lambda row: row[:2])
    objects = objects_of(*(one for _effort, _name, one in found))
    money = total(-effort for effort, _name, _one in found)
    return [Finding("case_missing", Severity.WATCH, objects, {"count": len(found), "limit": limit}, money)]
