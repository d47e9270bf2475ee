"""The plan problem as linear rows over one yes-or-no per activity and possible start: what every solver gets.

Of a thing that several can remedy each month from its due month on has a column of its own, 1 if it is
remedied by then. All numbers are whole. For the aim BENEFIT.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import gcd

from virtualcio.analysis.planning.problem import PlanProblem, Starts, Thing
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.valuation import activity_units, thing_units
from virtualcio.analysis.planning.windows import Windows


@dataclass(frozen=True)
class Row:
    """least ≤ Σ coefficient × column ≤ most; None: no bound on that side."""

    columns: tuple[int, ...]
    coefficients: tuple[int, ...]
    least: int | None
    most: int | None


@dataclass
class TimeModel:
    """Columns 0 … n − 1 are the `places` (activity, start), those after them remedied things by month.

    `gains`: what each column adds, `offset` what counts without any, both in units of `unit` ÷ (400 ×
    `point_price`) points; the larger the better.
    """

    unit: int
    places: list[tuple[str, int]] = field(default_factory=list)
    remedied: list[tuple[str, int]] = field(default_factory=list)
    gains: list[int] = field(default_factory=list)
    offset: int = 0
    rows: list[Row] = field(default_factory=list)

    def starts(self, values: Iterable[float], problem: PlanProblem) -> dict[str, int | None]:
        """The plan that a solution stands for."""
        found: dict[str, int | None] = {one.key: None for one in problem.candidates}
        for (key, start), value in zip(self.places, values, strict=False):
            if value > 0.5:
                found[key] = start
        return found

    def values(self, starts: Starts, problem: PlanProblem) -> list[int]:
        """The columns of a plan."""
        ends = {key: start + problem.by_key[key].months for key, start in starts.items() if start is not None}
        by_key = {thing.key: thing for thing in problem.things}
        done = {
            key: min((ends[other] for other in by_key[key].remedied_by if other in ends), default=None)
            for key in {key for key, _month in self.remedied}
        }
        return [int(starts.get(key) == start) for key, start in self.places] + [
            int((end := done[key]) is not None and end <= month) for key, month in self.remedied
        ]


def time_model(problem: PlanProblem, allowed: Windows) -> TimeModel:
    """All rows of rules.md section 4 that can bind."""
    model = TimeModel(unit=problem.unit)
    _columns(model, problem, allowed)
    by_key: dict[str, list[int]] = {key: [] for key in allowed.starts}
    for column, (key, _start) in enumerate(model.places):
        by_key[key].append(column)
    for key, columns in by_key.items():
        if columns:
            least = 1 if key in allowed.always else 0
            model.rows.append(Row(tuple(columns), (1,) * len(columns), least, 1))
    model.rows += _prerequisites(model, problem, by_key)
    model.rows += _limits(model, problem)
    model.rows += _remedies(model, problem, by_key)
    return model


def _columns(model: TimeModel, problem: PlanProblem, allowed: Windows) -> None:
    """Places with what they gain. A thing that only one can remedy is part of what that one gains."""
    candidates = {key for key, starts in allowed.starts.items() if starts}
    single: dict[str, list[Thing]] = {}
    several: list[Thing] = []
    for thing in problem.things:
        remedies = [key for key in dict.fromkeys(thing.remedied_by) if key in candidates]
        model.offset += thing_units(problem, thing, None) // model.unit
        if len(remedies) == 1:
            single.setdefault(remedies[0], []).append(thing)
        elif remedies:
            several.append(thing)
    for one in problem.candidates:
        for start in allowed.starts[one.key]:
            gain = activity_units(problem, one, start)
            for thing in single.get(one.key, ()):
                gain += thing_units(problem, thing, start + one.months) - thing_units(problem, thing, None)
            model.places.append((one.key, start))
            model.gains.append(gain // model.unit)
    for thing in several:
        for month in range(thing.due, problem.months):
            model.remedied.append((thing.key, month))
            model.gains.append(400 * thing.waiting // model.unit)


def _prerequisites(model: TimeModel, problem: PlanProblem, by_key: Mapping[str, list[int]]) -> Iterator[Row]:
    """Begun by a month only if what it needs was begun early enough to be over: one row per month."""
    for one in problem.candidates:
        mine = by_key[one.key]
        for key, lag in one.needs:
            theirs = by_key.get(key, [])
            before = problem.by_key[key].months + lag
            for number, column in enumerate(mine):
                limit = model.places[column][1] - before
                ready = [other for other in theirs if model.places[other][1] <= limit]
                if len(ready) < len(theirs) or number == len(mine) - 1:
                    begun = mine[: number + 1]
                    yield Row((*begun, *ready), (1,) * len(begun) + (-1,) * len(ready), None, 0)
                if len(ready) == len(theirs):  # from here on being in is enough, which the last row says
                    if number < len(mine) - 1:
                        yield Row((*mine, *theirs), (1,) * len(mine) + (-1,) * len(theirs), None, 0)
                    break


def _limits(model: TimeModel, problem: PlanProblem) -> Iterator[Row]:
    """Days by pool and month, places by month, money by fiscal year."""
    use = Use(problem)
    days: dict[tuple[str, int], list[tuple[int, int]]] = {}
    places: dict[int, list[tuple[int, int]]] = {}
    money: dict[int, list[tuple[int, int]]] = {}
    for column, (key, start) in enumerate(model.places):
        shape = use.shapes[key]
        first, after = max(start, 0), min(start + shape.activity.months, problem.months)
        for month in range(first, after):
            places.setdefault(month, []).append((column, 1))
            for pool, parts in shape.days:
                if parts[month - start]:
                    days.setdefault((pool, month), []).append((column, parts[month - start]))
        for year, cents in use.money_of(key, start):
            money.setdefault(year, []).append((column, cents))
    for (pool, month), terms in days.items():
        yield from _at_most(model, terms, problem.capacity[pool][month])
    for terms in places.values():
        yield from _at_most(model, terms, problem.parallel)
    for year, terms in money.items():
        yield from _at_most(model, terms, (problem.money or {})[year])


def _at_most(model: TimeModel, terms: list[tuple[int, int]], most: int) -> Iterator[Row]:
    """Nothing if all of it together is not too much; each activity is there once at the most."""
    largest: dict[str, int] = {}
    for column, amount in terms:
        key = model.places[column][0]
        largest[key] = max(largest.get(key, 0), amount)
    if sum(largest.values()) <= most:
        return
    step = gcd(*(amount for _column, amount in terms))
    yield Row(
        tuple(column for column, _ in terms), tuple(amount // step for _, amount in terms), None, most // step
    )


def _remedies(model: TimeModel, problem: PlanProblem, by_key: Mapping[str, list[int]]) -> Iterator[Row]:
    """A thing counts as remedied by a month if one of those that remedy it is over by then."""
    by_thing = {thing.key: thing for thing in problem.things}
    for number, (key, month) in enumerate(model.remedied, len(model.places)):
        over = [
            column
            for other in dict.fromkeys(by_thing[key].remedied_by)
            for column in by_key.get(other, ())
            if model.places[column][1] + problem.by_key[other].months <= month
        ]
        yield Row((number, *over), (1,) + (-1,) * len(over), None, 0)
