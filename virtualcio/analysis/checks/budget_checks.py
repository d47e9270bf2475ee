"""Checks about typed budget lines, the books, and whether the year ends as planned."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED, total
from virtualcio.analysis.calendar_days import add_months, fiscal_year_of
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import Account, ActualCost, BudgetLine

FAR_BACK_MONTHS = 120  # a first payment before that is a slip of the pen rather than history
BOOKS_OLD_MONTHS = 4
REGULAR_ROWS = 3  # amounts of an account in a year
YEAR = 12  # months
MUCH_PERCENT = Decimal(10)  # above the plan
MUCH_MONEY = Decimal(5_000)


def _open_lines(facts: CheckFacts) -> list[BudgetLine]:
    """Neither cancelled nor over."""
    return [
        line
        for line in facts.data.all(BudgetLine)
        if line.cancelled_on is None and (line.last_on is None or line.last_on >= facts.today)
    ]


def _lines(check_id: str, found: Sequence[BudgetLine]) -> Sequence[Finding]:
    """One finding for all of them, the dearest first."""
    if not found:
        return []
    ordered = sorted(found, key=lambda line: (-(line.amount or 0), line.name, line.id))
    money = total(line.amount for line in ordered if line.amount is not None) or None
    return [Finding(check_id, Severity.WATCH, objects_of(*ordered), {"count": len(ordered)}, money)]


def line_without_purpose(facts: CheckFacts) -> Sequence[Finding]:
    """Typed lines of which nobody has said whether they are for a goal, a duty or operation."""
    return _lines("line_without_purpose", [one for one in _open_lines(facts) if one.purpose is None])


def line_without_amount(facts: CheckFacts) -> Sequence[Finding]:
    """Typed lines without an amount: they count 0, so the budget is too small by what they will cost."""
    return _lines("line_without_amount", [one for one in _open_lines(facts) if one.amount is None])


def line_outside_plan(facts: CheckFacts) -> Sequence[Finding]:
    """Typed lines whose first payment comes after the years that the budget looks at, or more than ten years
    back: they are in no sum, and the year is often mistyped. Older ones that are simply over are not meant.
    """
    last = facts.steering.plan_years.years[-1].last
    far_back = add_months(facts.today, -FAR_BACK_MONTHS)
    found = [
        line
        for line in _open_lines(facts)
        if line.first_on is not None and (line.first_on > last or line.first_on < far_back)
    ]
    return _lines("line_outside_plan", found)


def actuals_overlap(facts: CheckFacts) -> Sequence[Finding]:
    """Two lists say something about one account and time: the longer one counts, the other is left out."""
    years = [facts.steering.year_actuals(one.year) for one in facts.steering.plan_years.years]
    found = [facts.data.find(ActualCost, key) for year in years for key in year.overlapping]
    if not found:
        return []
    found.sort(key=lambda row: (row.first_on, row.id), reverse=True)
    params = {"count": len(found), "first_on": found[0].first_on, "last_on": found[0].last_on}
    money = total(abs(row.amount) for row in found)
    return [Finding("actuals_overlap", Severity.WATCH, objects_of(*found), params, money)]


def actual_negative(facts: CheckFacts) -> Sequence[Finding]:
    """More credit than debit on an account of IT: right for a credit note, else a sign is wrong."""
    found = [
        row
        for row in facts.data.all(ActualCost)
        if row.amount < 0 and facts.data.find(Account, row.account_id).counts
    ]
    if not found:
        return []
    found.sort(key=lambda row: (row.amount, row.id))
    params = {"count": len(found), "first_on": found[0].first_on, "last_on": found[0].last_on}
    money = total(-row.amount for row in found)
    return [Finding("actual_negative", Severity.WATCH, objects_of(*found), params, money)]


def actuals_across_years(facts: CheckFacts) -> Sequence[Finding]:
    """Amounts of a time that belongs to two fiscal years: nobody knows how much of them to which, so they
    count in neither. Those that lie before the years of the budget are history.
    """
    plan = facts.steering.plan_years
    found = [
        row
        for row in facts.data.all(ActualCost)
        if row.first_on <= row.last_on and row.last_on >= plan.years[0].first
        if fiscal_year_of(row.first_on, plan.start_month) != fiscal_year_of(row.last_on, plan.start_month)
        if facts.data.find(Account, row.account_id).counts
    ]
    if not found:
        return []
    found.sort(key=lambda row: (-abs(row.amount), row.id))
    params = {"count": len(found), "first_on": found[0].first_on, "last_on": found[0].last_on}
    money = total(abs(row.amount) for row in found)
    return [Finding("actuals_across_years", Severity.WATCH, objects_of(*found), params, money)]


def actuals_old(facts: CheckFacts) -> Sequence[Finding]:
    """The books were entered once, and end more than four months ago: as a whole, or on accounts that had
    several amounts in the year before (what is booked now and then may rest). After another year such an
    account counts as closed. Books that end before the years of the budget are `actuals_outside_plan`.
    """
    newest = max(facts.data.all(ActualCost), key=lambda row: (row.last_on, row.id), default=None)
    if newest is None or newest.last_on < facts.steering.plan_years.years[0].first:
        return []
    old = add_months(facts.today, -BOOKS_OLD_MONTHS)
    if newest.last_on < old:
        params = {"count": 1, "last_on": newest.last_on, "all_of_them": True}
        return [Finding("actuals_old", Severity.WATCH, objects_of(newest), params)]
    resting = [
        (last, account)
        for account in facts.data.all(Account)
        if account.counts and (last := _last_of_many(facts, account)) is not None
        if add_months(old, -YEAR) <= last < old
    ]
    if not resting:
        return []
    resting.sort(key=lambda one: (one[0], one[1].number))
    params = {"count": len(resting), "last_on": resting[0][0], "all_of_them": False}
    objects = objects_of(*(account for _last, account in resting))
    return [Finding("actuals_old", Severity.WATCH, objects, params)]


def _last_of_many(facts: CheckFacts, account: Account) -> date | None:
    """The last day that the books say something about an account; None unless they did so several times in
    the year up to then.
    """
    days = [row.last_on for row in facts.data.where(ActualCost, "account_id", account.id)]
    last = max(days, default=None)
    if last is None or len([day for day in days if day > add_months(last, -YEAR)]) < REGULAR_ROWS:
        return None
    return last


def budget_overrun(facts: CheckFacts) -> Sequence[Finding]:
    """The forecast of this fiscal year is above its plan by more than 10 % and more than 5,000 €, in all or
    in a category. One finding for the year; `worst` is the category that is most above its plan. Nothing
    without a plan: then there is nothing to exceed.
    """
    year = facts.steering.year_figures(facts.steering.plan_years.this_year)
    over = [row for row in year.rows if _much(row.deviation, row.plan)]
    in_all = _much(year.deviation, year.plan)
    if not (over or in_all):
        return []
    worst = max(year.rows, key=lambda row: row.deviation)
    params = {
        "count": len(over),
        "year": year.year,
        "plan": year.plan,
        "forecast": year.forecast,
        "in_all": in_all,
        "worst": worst.category,
        "worst_plan": worst.plan,
        "worst_forecast": worst.forecast,
    }
    money = year.deviation if in_all else total(row.deviation for row in over)
    return [Finding("budget_overrun", Severity.ACT, objects_of(facts.data.company), params, money)]


def _much(deviation: Decimal, plan: Decimal) -> bool:
    return plan > 0 and deviation > MUCH_MONEY and deviation * HUNDRED > MUCH_PERCENT * plan
