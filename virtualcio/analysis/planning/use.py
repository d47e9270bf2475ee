"""What a plan uses of days, places and money, month by month, while activities are put in and taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

from virtualcio.analysis.planning.problem import Activity, PlanProblem


@dataclass(frozen=True)
class Shape:
    """What an activity uses wherever it stands: its pools with hundredths of days by month of duration."""

    activity: Activity
    days: tuple[tuple[str, tuple[int, ...]], ...]

    def money(self, problem: PlanProblem, start: int) -> tuple[tuple[int, int], ...]:
        """Cents by limited fiscal year, if it starts at `start`."""
        one = self.activity
        if not problem.money or (not one.one_off and not one.running_cost):
            return ()
        spent = ((year, one.money(start, *problem.years[year])) for year in problem.money)
        return tuple((year, cents) for year, cents in spent if cents)


class Use:
    """How much is used by what has been put in."""

    def __init__(self, problem: PlanProblem) -> None:
        self.problem = problem
        self.days = {pool: [0] * problem.months for pool in problem.capacity}
        self.places = [0] * problem.months
        self.money = dict.fromkeys(problem.money or (), 0)
        self.shapes = {one.key: shape_of(problem, one) for one in problem.activities}
        self._money: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {}

    def money_of(self, key: str, start: int) -> tuple[tuple[int, int], ...]:
        """Cents by limited fiscal year, worked out once."""
        known = self._money.get((key, start))
        if known is None:
            known = self._money[key, start] = self.shapes[key].money(self.problem, start)
        return known

    def put(self, key: str, start: int, sign: int = 1) -> None:
        """Put an activity in, or (sign −1) take it out. What lies outside the horizon is not counted."""
        shape, months = self.shapes[key], self.problem.months
        first, after = max(start, 0), min(start + shape.activity.months, months)
        for month in range(first, after):
            self.places[month] += sign
        for pool, parts in shape.days:
            row = self.days[pool]
            for month in range(first, after):
                row[month] += sign * parts[month - start]
        for year, cents in self.money_of(key, start):
            self.money[year] += sign * cents

    def fits(self, key: str, start: int) -> bool:
        """Whether it can be put in there without using more than there is."""
        problem, shape = self.problem, self.shapes[key]
        first, after = max(start, 0), min(start + shape.activity.months, problem.months)
        if after > first and max(self.places[first:after]) >= problem.parallel:
            return False
        for pool, parts in shape.days:
            row, most = self.days[pool], problem.capacity[pool]
            for month in range(first, after):
                if parts[month - start] and row[month] + parts[month - start] > most[month]:
                    return False
        limits = problem.money or {}
        return all(self.money[year] + cents <= limits[year] for year, cents in self.money_of(key, start))

    def excesses(self) -> Iterator[tuple[str | None, int | None, int | None]]:
        """Where more is used than there is: (pool, month, None), (None, month, None) for places, and
        (None, None, year) for money.
        """
        for pool, row in self.days.items():
            for month, most in enumerate(self.problem.capacity[pool]):
                if row[month] > most:
                    yield pool, month, None
        for month, places in enumerate(self.places):
            if places > self.problem.parallel:
                yield None, month, None
        for year, limit in (self.problem.money or {}).items():
            if self.money[year] > limit:
                yield None, None, year


def shape_of(problem: PlanProblem, activity: Activity) -> Shape:
    """Its days by month, for pools of the problem."""
    days = ((pool, activity.parts(total)) for pool, total in activity.days if pool in problem.capacity)
    return Shape(activity, tuple(days))
