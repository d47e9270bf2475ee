"""What a plan uses up of days, places and money, with initiatives taken out and put in at will."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.spread import spread_units


class Scarce(StrEnum):
    """What there is only so much of."""

    DAYS = "days"
    PLACES = "places"  # at once
    MONEY = "money"


@dataclass(frozen=True)
class Block:
    """Where something does not fit: the month, for days the pool, for money the fiscal year."""

    scarce: Scarce
    month: int
    pool_id: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Ceilings:
    """How much may be used: days by pool and month, places by month, money by fiscal year (None: any)."""

    days: Mapping[str, Sequence[int]]
    places: Sequence[int]
    money: Mapping[int, int] | None


class Usage:
    """Hundredths of days, initiatives at once and cents, within the horizon of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = {pool: [0] * plan.months for pool in plan.capacity}
        self.places = [0] * plan.months
        self.money = dict.fromkeys(plan.years, 0)
        for task in plan.tasks.values():
            if task.start is not None:
                self.put(task)

    def put(self, task: Task, sign: int = 1) -> None:
        """Put a task in where it stands, or (sign −1) take it out. What is done uses money only."""
        assert task.start is not None
        plan = self.plan
        if plan.money:
            for year, (first, after) in plan.years.items():
                self.money[year] += sign * task.money(task.start, first, after)
        if not task.open:
            return
        begin = task.start - plan.first
        for month in range(max(begin, 0), min(begin + task.months, plan.months)):
            self.places[month] += sign
        for pool, total in task.days:
            row = self.days.get(pool)
            if row is None:
                continue
            for month, part in enumerate(spread_units(total, task.months), begin):
                if 0 <= month < plan.months:
                    row[month] += sign * part

    def blocked(self, task: Task, start: int, ceilings: Ceilings) -> Block | None:
        """The first thing that would be used beyond its ceiling if `task` (taken out before) began then.

        Only what the task itself needs is looked at: a month that is overfull without it is not its matter.
        """
        plan = self.plan
        begin = start - plan.first
        for pool, total in task.days:
            row = self.days.get(pool)
            if row is None:
                continue
            most = ceilings.days[pool]
            for month, part in enumerate(spread_units(total, task.months), begin):
                if 0 <= month < plan.months and part and row[month] + part > most[month]:
                    return Block(Scarce.DAYS, plan.first + month, pool_id=pool)
        for month in range(max(begin, 0), min(begin + task.months, plan.months)):
            if self.places[month] >= ceilings.places[month]:
                return Block(Scarce.PLACES, plan.first + month)
        if ceilings.money is not None:
            for year, (first, after) in plan.years.items():
                added = task.money(start, first, after)
                if added and self.money[year] + added > ceilings.money[year]:
                    return Block(Scarce.MONEY, first, year=year)
        return None

    def limits(self) -> Ceilings:
        """What there is."""
        plan = self.plan
        money = dict.fromkeys(plan.years, plan.money) if plan.money else None
        return Ceilings(plan.capacity, (plan.parallel,) * plan.months, money)

    def no_worse(self) -> Ceilings:
        """What there is, and where more is used already, that much."""
        most = self.limits()
        money = most.money
        return Ceilings(
            {
                pool: [max(pair) for pair in zip(free, self.days[pool], strict=True)]
                for pool, free in most.days.items()
            },
            [max(pair) for pair in zip(most.places, self.places, strict=True)],
            None if money is None else {year: max(money[year], self.money[year]) for year in money},
        )


def ready_by(prerequisite: Task, lag: int) -> int | None:
    """The earliest month in which something that needs it can start; None if that is open.

    Finish to start: the month after its end, and the lag. What is done holds nobody up in the month in
    which it was finished.
    """
    if prerequisite.start is None:
        return None
    return prerequisite.end() + lag - (0 if prerequisite.open else 1)
