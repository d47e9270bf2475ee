"""The load of the people as columns: what each month takes of a pool, by initiative, and what it can give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.tone import Tone
from virtualcio.analysis.roadmap.loads import PoolLoad, pool_loads
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.model import Initiative, ResourcePool

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_ZERO = Decimal(0)


@dataclass(frozen=True)
class LoadColumn:
    """One month of a pool in person-days; `parts` are initiative, its name and its days, largest first."""

    month: date
    load: Decimal
    capacity: Decimal
    parts: tuple[tuple[str, str, Decimal], ...]

    @property
    def free(self) -> Decimal:
        """What is left; less than 0 if the month is overloaded."""
        return self.capacity - self.load

    @property
    def tone(self) -> Tone:
        """A load up to the capacity, exactly, is fine."""
        return Tone.ACT if self.load > self.capacity else Tone.NEUTRAL


@dataclass(frozen=True)
class PoolView:
    """A pool over the months of the roadmap; `usual` is its capacity in a month without exception."""

    pool_id: str
    name: str
    usual: Decimal
    columns: tuple[LoadColumn, ...]

    @property
    def largest(self) -> Decimal:
        """What the scale has to hold."""
        return max((max(one.load, one.capacity) for one in self.columns), default=_ZERO)


def pool_views(company: "OpenCompany") -> tuple[PoolView, ...]:
    """All pools in their order."""
    return _views(company, company.results.pool_loads)


def pool_views_with(
    company: "OpenCompany", initiative: Initiative, start: date, months: int
) -> tuple[PoolView, ...]:
    """All pools as they would be with one initiative at another place."""
    return _views(company, company.results.pool_loads_with(initiative, start, months))


def pool_views_as(
    company: "OpenCompany", places: Mapping[str, tuple[date | None, int]]
) -> tuple[PoolView, ...]:
    """All pools as they would be with other first months (None: not on the plan) and durations."""
    moved = [
        (key, None if start is None else month_number(start), months)
        for key, (start, months) in places.items()
    ]
    return _views(company, pool_loads(company.results.plan.moved(moved)))


def _views(company: "OpenCompany", loads: Sequence[PoolLoad]) -> tuple[PoolView, ...]:
    names = {one.id: one.name for one in company.data.all(Initiative)}
    return tuple(_view(company.data.find(ResourcePool, load.pool_id), load, names) for load in loads)


def _view(pool: ResourcePool, load: PoolLoad, names: Mapping[str, str]) -> PoolView:
    parts: list[list[tuple[str, str, Decimal]]] = [[] for _month in load.months]
    for key, row in load.by_initiative.items():
        for at, days in enumerate(row):
            if days:
                parts[at].append((key, names[key], days))
    columns = tuple(
        LoadColumn(month, wanted, capacity, tuple(sorted(shares, key=_largest_first)))
        for month, wanted, capacity, shares in zip(load.months, load.load, load.capacity, parts, strict=True)
    )
    usual = max(_ZERO, pool.days_per_month - pool.support_days_per_month)
    return PoolView(pool.id, pool.name, usual, columns)


def _largest_first(part: tuple[str, str, Decimal]) -> tuple[Decimal, str]:
    return -part[2], part[1].casefold()
