"""Roadmaps built by hand, for tests of their rules: months are counted from January 2027."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from virtualcio.actions.results import Results
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind
from virtualcio.model import (
    Company,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    PoolException,
    Record,
    ResourcePool,
    Setting,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState

TODAY = date(2027, 1, 15)


def month(number: int) -> date:
    """0: January 2027, the month of today."""
    return add_months(date(2027, 1, 1), number)


def job(name: str, start: int | None = 0, months: int = 1, **fields: object) -> Initiative:
    """A planned initiative that starts so many months after January 2027."""
    fields.setdefault("state", InitiativeState.PLANNED)
    return Initiative(name=name, start=None if start is None else month(start), months=months, **fields)


def team(days: str | int, support: str | int = 0, name: str = "IT") -> ResourcePool:
    return ResourcePool(name=name, days_per_month=Decimal(days), support_days_per_month=Decimal(support))


def takes(initiative: Initiative, days: str | int, pool: ResourcePool | None) -> InitiativeEffort:
    key = None if pool is None else pool.id
    return InitiativeEffort(initiative_id=initiative.id, pool_id=key, days=Decimal(days))


def needs(initiative: Initiative, prerequisite: Initiative, lag: int = 0) -> InitiativeDependency:
    return InitiativeDependency(initiative_id=initiative.id, prerequisite_id=prerequisite.id, lag_months=lag)


def other_days(pool: ResourcePool, first: date, last: date, days: str | int) -> PoolException:
    return PoolException(pool_id=pool.id, first_month=first, last_month=last, days_per_month=Decimal(days))


def at_once(most: int) -> Setting:
    return Setting(key="parallel_initiatives", value=str(most))


def money_a_year(most: int) -> Setting:
    return Setting(key="initiative_money_per_year", value=str(most))


def results(*records: Record | Iterable[Record], today: date = TODAY, fiscal_year_start: int = 1) -> Results:
    """All results of a company with these records."""
    flat = [one for given in records for one in ([given] if isinstance(given, Record) else given)]
    company = Company(name="Prüf GmbH", fiscal_year_start=fiscal_year_start)
    return Results(CompanyData([company, *flat]), today)


def found(of: Results, kind: ConflictKind) -> list[Conflict]:
    """The conflicts of one kind."""
    return [one for one in of.conflicts if one.kind is kind]


def decimals(*numbers: str | int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, numbers))
