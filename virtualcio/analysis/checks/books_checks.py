"""Checks about lists of the books that do not belong here: of other years."""

from collections.abc import Sequence

from virtualcio.analysis.amounts import total
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import Account, ActualCost


def actuals_outside_plan(facts: CheckFacts) -> Sequence[Finding]:
    """Actual costs wholly before or after the fiscal years of the budget: they count in no figure, and the
    list was often of a wrong year. Years that lead without a gap into those of the budget are history.
    """
    plan = facts.steering.plan_years
    first, last = plan.years[0].first, plan.years[-1].last
    counting = [
        row
        for row in facts.data.all(ActualCost)
        if row.first_on <= row.last_on and facts.data.find(Account, row.account_id).counts
    ]
    booked = {fiscal_year_of(row.last_on, plan.start_month) for row in counting}
    oldest = plan.years[0].year
    if oldest in booked:
        while oldest - 1 in booked:
            oldest -= 1
    found = [
        row
        for row in counting
        if row.first_on > last
        or (row.last_on < first and fiscal_year_of(row.last_on, plan.start_month) < oldest)
    ]
    if not found:
        return []
    found.sort(key=lambda row: (-abs(row.amount), row.id))
    params = {
        "count": len(found),
        "first_on": min(row.first_on for row in found),
        "last_on": max(row.last_on for row in found),
    }
    money = total(abs(row.amount) for row in found)
    return [Finding("actuals_outside_plan", Severity.WATCH, objects_of(*found), params, money)]
