"""Who is busy when, how much happens at once, and what it costs a fiscal year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.spread import amount_of, amounts, spread_units


@dataclass(frozen=True)
class PoolLoad:
    """Person-days of a pool by month of the horizon: what there is, what is planned, and for what.

    `by_initiative` holds those that need the pool within the horizon, in the order of their start.
    """

    pool_id: str
    months: tuple[date, ...]
    capacity: tuple[Decimal, ...]
    load: tuple[Decimal, ...]
    by_initiative: Mapping[str, tuple[Decimal, ...]]

    @property
    def over(self) -> tuple[Decimal, ...]:
        """Days beyond the capacity by month, 0 where they suffice."""
        nothing = Decimal("0.00")
        return tuple(
            max(nothing, wanted - free) for wanted, free in zip(self.load, self.capacity, strict=True)
        )


@dataclass(frozen=True)
class YearMoney:
    """Money of a fiscal year (named by its start) for what is planned; `limit` None: there is none.

    `without_cost` are initiatives that are worked on in that year and have no one-off cost entered.
    """

    label_year: int
    planned: Decimal
    limit: Decimal | None
    without_cost: tuple[str, ...] = ()

    @property
    def over(self) -> Decimal:
        """What is planned beyond the limit, else 0."""
        return Decimal("0.00") if self.limit is None else max(Decimal("0.00"), self.planned - self.limit)


def horizon(plan: Plan) -> tuple[date, ...]:
    """The first days of all months that are looked at."""
    return tuple(first_day(plan.first + month) for month in range(plan.months))


def by_start(task: Task) -> tuple[int, str, str]:
    """Order: start, name, key."""
    return (task.start or 0, task.name, task.id)


def days_by_month(plan: Plan, task: Task, total: int) -> list[int]:
    """Hundredths of days within the horizon."""
    row = [0] * plan.months
    assert task.start is not None
    for month, part in enumerate(spread_units(total, task.months), task.start - plan.first):
        if 0 <= month < plan.months:
            row[month] = part
    return row


def pool_loads(plan: Plan) -> tuple[PoolLoad, ...]:
    """Of every pool, in the order in which they were made. Source: rules.md section 4.

    Days are spread over the months of an initiative; what is done needs nobody any more.
    """
    months = horizon(plan)
    parts: dict[str, dict[str, list[int]]] = {pool: {} for pool in plan.capacity}
    for task in sorted(plan.on_plan, key=by_start):
        for pool, total in task.days:
            row = days_by_month(plan, task, total)
            if pool in parts and any(row):
                parts[pool][task.id] = row
    return tuple(
        PoolLoad(
            pool,
            months,
            amounts(plan.capacity[pool]),
            amounts(sum(column) for column in zip([0] * plan.months, *rows.values(), strict=True)),
            {key: amounts(row) for key, row in rows.items()},
        )
        for pool, rows in parts.items()
    )


def at_once(plan: Plan) -> tuple[int, ...]:
    """How many initiatives are worked on in each month of the horizon."""
    counts = [0] * plan.months
    for task in plan.on_plan:
        assert task.start is not None
        for month in range(max(task.start, plan.first), min(task.end(), plan.after)):
            counts[month - plan.first] += 1
    return tuple(counts)


def yearly_money(plan: Plan) -> tuple[YearMoney, ...]:
    """Whole fiscal years that the horizon touches: one-off money by month, running cost after the end.

    Source: rules.md section 4. What is done counts with the months in which it was done, so that a year
    does not become cheaper by finishing something.
    """
    limit = amount_of(plan.money) if plan.money else None
    dated = [task for task in plan.tasks.values() if task.start is not None]
    found = []
    for year, (first, after) in plan.years.items():
        cents = sum(task.money(task.start, first, after) for task in dated if task.start is not None)
        unknown = [
            task.id
            for task in sorted(dated, key=by_start)
            if task.one_off is None and task.start is not None and task.start < after and task.end() > first
        ]
        found.append(YearMoney(year, amount_of(cents), limit, tuple(unknown)))
    return tuple(found)
