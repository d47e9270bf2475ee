"""The check about entries that the books cannot reckon with."""

from collections.abc import Sequence

from virtualcio.analysis.checks.check_facts import CheckFacts, add_money, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import Application, Asset


def depreciation_wrong(facts: CheckFacts) -> Sequence[Finding]:
    """Things whose price, days, lives or methods contradict each other or the law, or have no life at all:
    one finding for all, the dearest first. The rest of their figures is reckoned all the same.
    """
    data = facts.data
    found: list[Asset | Application] = [
        data.get(Asset, key) or data.find(Application, key) for key in facts.steering.depreciation_problems
    ]
    if not found:
        return []
    found.sort(key=lambda thing: (-(thing.cost or 0), thing.name))
    money = add_money(thing.cost for thing in found) or None  # a price of 0 is no stake
    return [Finding("depreciation_wrong", Severity.WATCH, objects_of(*found), {"count": len(found)}, money)]
