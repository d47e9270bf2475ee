"""Checks about what larger expenses are for."""

from collections.abc import Sequence
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED, total
from virtualcio.analysis.checks.check_facts import CheckFacts
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.spending.expense import Expense, Standing

MUCH_PERCENT = Decimal(10)  # of all larger expenses: above it somebody has to act
MUCH_MONEY = Decimal(10_000)


def _finding(check_id: str, severity: Severity, found: Sequence[Expense], whole: Decimal) -> Finding:
    amount = total(one.amount for one in found)
    params = {"count": len(found), "percent": (amount * HUNDRED / whole).quantize(Decimal(1))}
    objects = tuple((one.record_kind, one.record_id) for one in found)
    return Finding(check_id, severity, objects, params, amount)


def expense_without_purpose(facts: CheckFacts) -> Sequence[Finding]:
    """Larger expenses that lead to no goal with a KPI and to no duty: one finding for all of them, the
    largest first. To act on above 10 % of all larger expenses or above 10,000 €.
    """
    spending = facts.steering.spending
    found = [one for one in spending.of(Standing.UNASSIGNED) if one.amount > 0]
    if not found:
        return []
    much = spending.unassigned > MUCH_MONEY or spending.unassigned * HUNDRED > MUCH_PERCENT * spending.total
    severity = Severity.ACT if much else Severity.WATCH
    return [_finding("expense_without_purpose", severity, found, spending.total)]


def assignment_stale(facts: CheckFacts) -> Sequence[Finding]:
    """Larger expenses with a purpose that nobody has confirmed or measured for a while [assumption]."""
    found = [one for one in facts.steering.spending.of(Standing.STALE) if one.amount > 0]
    return (
        [_finding("assignment_stale", Severity.WATCH, found, facts.steering.spending.total)] if found else []
    )
