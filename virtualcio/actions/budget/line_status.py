"""What follows for budget lines, actual costs and accounts, for the cells of their tables."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.budget.standing_words import STANDING_TITLES, STANDING_TONES
from virtualcio.actions.columns import Status
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.analysis.spending.expense import Expense, Standing
from virtualcio.model import RECORD_KINDS, Account, ActualCost, BudgetLine
from virtualcio.model.expense import BudgetCategory
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def line_key(line: BudgetLine) -> str:
    """The key of the line among all lines of the budget."""
    return f"typed:{line.id}"


def paid_this_year(company: "OpenCompany", line: BudgetLine) -> Decimal | None:
    """Cash of this fiscal year, net; None if no amount is known."""
    return _paid(company, line, 0)


def paid_next_year(company: "OpenCompany", line: BudgetLine) -> Decimal | None:
    return _paid(company, line, 1)


def _paid(company: "OpenCompany", line: BudgetLine, ahead: int) -> Decimal | None:
    plan = company.results.plan_years
    if line.amount is None or plan.this_year + ahead > plan.years[-1].year:
        return None
    place = plan.position(plan.this_year + ahead)
    sums = company.results.budget_line(line_key(line)).sums(Basis.CASH, plan.marks)  # the line remembers them
    return amount_of(sums[place + 1] - sums[place])


def line_standing(company: "OpenCompany", line: BudgetLine) -> Status | None:
    """Whether the money leads to a process and a goal or duty; None if it is no part of a larger expense."""
    expense = _expenses_by_line(company).get(line_key(line))
    if expense is None:
        return None
    standing = expense.standing
    return Status(_(STANDING_TITLES[standing]), STANDING_TONES[standing], -list(Standing).index(standing))


def _expenses_by_line(company: "OpenCompany") -> Mapping[str, Expense]:
    results = company.results

    def made() -> Mapping[str, Expense]:
        return {key: one for one in results.spending.expenses for key in one.line_keys}

    return results.kept.whole("expenses_by_line", RECORD_KINDS, made)


def category_of_actual(company: "OpenCompany", actual: ActualCost) -> BudgetCategory | None:
    """That of its account; None if nobody said it."""
    return company.data.find(Account, actual.account_id).category


def actual_this_year(company: "OpenCompany", account: Account) -> Decimal | None:
    """What the books say was spent on the account in this fiscal year, net; None if nothing is entered."""
    results = company.results

    def made() -> Mapping[str, Decimal]:
        accounts = results.actuals_by_account(results.plan_years.this_year)
        return {one.account_id: one.amount for one in accounts}

    return results.kept.whole("actual_by_account", RECORD_KINDS, made).get(account.id)


def ends_on(line: BudgetLine) -> date | None:
    """The last day on which it can be paid; None if it goes on."""
    days = [day for day in (line.last_on, line.cancelled_on) if day is not None]
    return min(days, default=None)
