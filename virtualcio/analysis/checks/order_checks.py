"""Checks about what providers have been told to do."""

from collections.abc import Sequence

from virtualcio.analysis.amounts import total
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.teams.order_state import is_late
from virtualcio.model import Supplier, WorkOrder


def order_late(facts: CheckFacts) -> Sequence[Finding]:
    """Orders whose day is over and that nobody has accepted, the longest late first: one call each."""
    late = [one for one in facts.data.all(WorkOrder) if is_late(one, facts.today)]
    if not late:
        return []
    late.sort(key=lambda one: (str(one.due_on), one.name))
    first = late[0]
    supplier = facts.data.get(Supplier, first.supplier_id)
    params = {
        "count": len(late),
        "due_on": first.due_on,
        "supplier": "" if supplier is None else supplier.name,
    }
    amount = total(one.amount for one in late if one.amount is not None)
    return [Finding("order_late", Severity.ACT, objects_of(*late), params, amount or None)]
