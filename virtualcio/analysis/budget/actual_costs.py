"""What the books say was spent in a fiscal year, by account and category, and up to which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.budget.fiscal import FiscalYear
from virtualcio.analysis.calendar_days import month_end
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import spread_units, units
from virtualcio.model import Account, ActualCost
from virtualcio.model.company_data import CompanyData
from virtualcio.model.expense import BudgetCategory


@dataclass(frozen=True)
class AccountActual:
    """An account in a fiscal year. `rows`: keys of the actual costs that count, `overlapping` of those that
    a longer period of the same account covers. `amount` below 0 is a credit.
    """

    account_id: str
    category: BudgetCategory
    amount: Decimal
    first: date
    last: date
    rows: tuple[str, ...]
    overlapping: tuple[str, ...]
    cents_by_month: Mapping[int, int]


@dataclass(frozen=True)
class CategoryActual:
    """A category in a fiscal year, in cents. `covered`: the first month after the last one that the books
    cover as a whole; `part_month`: they end within a month, which counts as still to come.
    """

    cents: int
    by_month: Mapping[int, int]
    first: date
    last: date
    covered: int
    part_month: bool


@dataclass(frozen=True)
class YearActuals:
    """`across`: keys of actual costs that reach over the end of the year and so belong to none;
    `spread`: an amount of several months stands in them evenly, because the books say no more.
    `without_category`: keys of accounts that count, but under "other" because nobody said what they are.
    """

    year: int
    accounts: tuple[AccountActual, ...]
    categories: Mapping[BudgetCategory, CategoryActual]
    across: tuple[str, ...]
    spread: bool
    without_category: tuple[str, ...]

    @property
    def overlapping(self) -> tuple[str, ...]:
        return tuple(key for account in self.accounts for key in account.overlapping)

    @property
    def until(self) -> date | None:
        """The last day that any of it covers."""
        return max((one.last for one in self.categories.values()), default=None)

    @property
    def part_month(self) -> bool:
        """Somewhere the books end within a month."""
        return any(one.part_month for one in self.categories.values())


def year_actuals(data: CompanyData, year: FiscalYear) -> YearActuals:
    """Debit less credit of all accounts that count. Source: rules.md section 5.

    Of overlapping periods of an account the longer counts (of equally long ones the later), the other is
    named. Days in the wrong order are passed over.
    """
    accounts, across = [], []
    for account in data.all(Account):
        if not account.counts:
            continue
        rows = []
        for row in data.where(ActualCost, "account_id", account.id):
            if year.first <= row.first_on <= row.last_on <= year.last:
                rows.append(row)
            elif row.first_on <= row.last_on and row.first_on <= year.last and row.last_on >= year.first:
                across.append(row.id)
        if rows:
            accounts.append(_account(account, rows))
    return YearActuals(
        year=year.year,
        accounts=tuple(accounts),
        categories=_categories(accounts),
        across=tuple(across),
        spread=any(_months(data, key) > 1 for one in accounts for key in one.rows),
        without_category=tuple(
            one.account_id for one in accounts if data.find(Account, one.account_id).category is None
        ),
    )


def _months(data: CompanyData, key: str) -> int:
    row = data.find(ActualCost, key)
    return month_number(row.last_on) - month_number(row.first_on) + 1


def _account(account: Account, rows: Iterable[ActualCost]) -> AccountActual:
    counted: list[ActualCost] = []
    overlapping: list[str] = []
    longest = sorted(rows, key=lambda row: (row.last_on - row.first_on, row.last_on, row.id), reverse=True)
    for row in longest:
        if any(row.first_on <= other.last_on and other.first_on <= row.last_on for other in counted):
            overlapping.append(row.id)
        else:
            counted.append(row)
    counted.sort(key=lambda row: row.first_on)
    by_month: dict[int, int] = {}
    for row in counted:
        first = month_number(row.first_on)
        parts = spread_units(units(row.amount), month_number(row.last_on) - first + 1)
        for month, cents in enumerate(parts, first):
            by_month[month] = by_month.get(month, 0) + cents
    return AccountActual(
        account_id=account.id,
        category=account.category or BudgetCategory.OTHER,
        amount=sum((row.amount for row in counted), ZERO),
        first=counted[0].first_on,
        last=max(row.last_on for row in counted),
        rows=tuple(row.id for row in counted),
        overlapping=tuple(overlapping),
        cents_by_month=by_month,
    )


def _categories(accounts: Iterable[AccountActual]) -> Mapping[BudgetCategory, CategoryActual]:
    groups: dict[BudgetCategory, list[AccountActual]] = {}
    for account in accounts:
        groups.setdefault(account.category, []).append(account)
    return {category: _category(group) for category, group in groups.items()}


def _category(accounts: list[AccountActual]) -> CategoryActual:
    by_month: dict[int, int] = {}
    for account in accounts:
        for month, cents in account.cents_by_month.items():
            by_month[month] = by_month.get(month, 0) + cents
    last = max(account.last for account in accounts)
    part = last != month_end(last)
    return CategoryActual(
        cents=sum(by_month.values()),
        by_month=by_month,
        first=min(account.first for account in accounts),
        last=last,
        covered=month_number(last) + (0 if part else 1),
        part_month=part,
    )
