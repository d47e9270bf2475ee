"""Checks about lists of the books that do not belong here: of other years, of another company."""

from collections.abc import Sequence

from virtualcio.analysis.amounts import total
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.company_names import same_company
from virtualcio.model import Account, ActualCost


def _counting(facts: CheckFacts) -> list[ActualCost]:
    rows = facts.data.all(ActualCost)
    return [row for row in rows if facts.data.find(Account, row.account_id).counts]


def actuals_outside_plan(facts: CheckFacts) -> Sequence[Finding]:
    """Actual costs wholly before or after the fiscal years of the budget: they count in no figure, and the
    list was often of a wrong year. Years that lead without a gap into those of the budget are history.
    """
    plan = facts.steering.plan_years
    first, last = plan.years[0].first, plan.years[-1].last
    counting = [row for row in _counting(facts) if row.first_on <= row.last_on]
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


def actuals_of_another_company(facts: CheckFacts) -> Sequence[Finding]:
    """Actual costs from a list whose head names another company than that of the file; `company` is the one
    of the dearest.
    """
    own = facts.data.company.name
    found = [row for row in _counting(facts) if not same_company(row.listed_company, own)]
    if not found:
        return []
    found.sort(key=lambda row: (-abs(row.amount), row.id))
    params = {"count": len(found), "company": found[0].listed_company}
    money = total(abs(row.amount) for row in found)
    return [Finding("actuals_of_another_company", Severity.WATCH, objects_of(*found), params, money)]
