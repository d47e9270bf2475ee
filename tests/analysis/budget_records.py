"""Budgets built by hand, for tests of their rules. Today is 22 November 2026."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from virtualcio.actions.results import Results
from virtualcio.analysis.budget.lines import Basis, Line
from virtualcio.model import Account, ActualCost, BudgetLine, Company, Contract, Record
from virtualcio.model.company_data import CompanyData
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory

TODAY = date(2026, 11, 22)


def results(*records: Record | Iterable[Record], fiscal_year_start: int = 1, **company: object) -> Results:
    """All results of a company with these records."""
    flat = [one for given in records for one in ([given] if isinstance(given, Record) else given)]
    head = Company(name="Prüf GmbH", fiscal_year_start=fiscal_year_start, **company)
    return Results(CompanyData([head, *flat]), TODAY)


def typed(name: str, amount: str | None, first_on: date | None, **fields: object) -> BudgetLine:
    """Paid every month unless something else is said."""
    fields.setdefault("period", PaymentPeriod.MONTH)
    price = None if amount is None else Decimal(amount)
    return BudgetLine(name=name, amount=price, first_on=first_on, **fields)


def contract(name: str, cost: str | None, start: date | None, **fields: object) -> Contract:
    """Paid every month and renewed without end unless something else is said."""
    fields.setdefault("cost_period", PaymentPeriod.MONTH)
    return Contract(name=name, cost=None if cost is None else Decimal(cost), start=start, **fields)


def account(number: str, category: BudgetCategory | None, **fields: object) -> Account:
    return Account(number=number, category=category, **fields)


def booked(on: Account, amount: str, first: date, last: date, **fields: object) -> ActualCost:
    return ActualCost(account_id=on.id, amount=Decimal(amount), first_on=first, last_on=last, **fields)


def line(of: Results, record: Record, origin: str) -> Line:
    return of.budget_line(f"{origin}:{record.id}")


def euros(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def by_year(of: Results, one: Line, basis: Basis = Basis.CASH) -> dict[int, Decimal]:
    """Euros by fiscal year, without the years in which there is nothing."""
    sums = one.sums(basis, of.plan_years.marks)
    cents = [after - before for before, after in pairwise(sums)]
    years = zip(of.plan_years.years, cents, strict=True)
    return {year.year: Decimal(part).scaleb(-2) for year, part in years if part}


def paid(one: Line) -> Sequence[tuple[date, Decimal]]:
    return [(payment.day, payment.amount) for payment in one.payments]


def months(one: Line, year: int) -> tuple[Decimal, ...]:
    """What the months of a calendar year bear, those with nothing left out."""
    return tuple(cost.amount for cost in one.costs if cost.month.year == year)
