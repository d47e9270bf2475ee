"""What a plan is worth, exactly, and whether it keeps every demand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Starts, Thing
from virtualcio.analysis.planning.use import Use

SHARES = 10_000  # the share of capacity is counted in hundredths of a percent


@dataclass(frozen=True)
class Valuation:
    """`total`: for BENEFIT points × months; for EARLY the month of the last end (the first one after it);
    for EVEN the highest share of capacity, 1 = all of it, rounded up to a hundredth of a percent. `parts`:
    what each activity and each thing adds to the points. `order`: the larger of two is the better plan;
    of plans that end, or are as even, alike the one whose ends are earlier in sum.
    """

    total: Fraction
    by_activity: Mapping[str, Fraction]
    by_thing: Mapping[str, Fraction]
    order: tuple[int, ...]


class DemandKind(StrEnum):
    """What a plan has to keep to."""

    MUST = "must"  # it has to be in the plan
    PIN = "pin"
    EARLIEST = "earliest"
    HARD_END = "hard_end"
    HORIZON = "horizon"  # nothing starts in the past, or ends after the last month
    PREREQUISITE = "prerequisite"
    CAPACITY = "capacity"
    PARALLEL = "parallel"
    MONEY = "money"


@dataclass(frozen=True)
class Broken:
    """A demand that a plan does not keep: whose, and the prerequisite, pool, month or fiscal year."""

    kind: DemandKind
    key: str | None = None
    other: str | None = None
    pool: str | None = None
    month: int | None = None
    year: int | None = None


def activity_units(problem: PlanProblem, activity: Activity, start: int) -> int:
    """V × (H − end) − V ÷ 4 × months after the wished end, in 400 × `point_price` parts of a point."""
    end = start + activity.months
    late = 0 if activity.wished_end is None else max(0, end - activity.wished_end)
    return activity.value * problem.point_price * (4 * (problem.months - end) - late)


def thing_units(problem: PlanProblem, thing: Thing, remedied: int | None) -> int:
    """What waiting takes away, in the same parts: from when it is due to its remedy or the last month."""
    until = problem.months if remedied is None else min(remedied, problem.months)
    return -400 * thing.waiting * max(0, until - thing.due)


def valuation(problem: PlanProblem, starts: Starts) -> Valuation:
    """Source: rules.md section 4."""
    chosen = {key: start for key, start in starts.items() if start is not None}
    points = 400 * problem.point_price
    activities, things = _units(problem, chosen)
    order = _order(problem, chosen, sum(activities.values()) + sum(things.values()))
    total = Fraction(order[0], points)
    if problem.aim is not Aim.BENEFIT:
        total = Fraction(-order[0], 1 if problem.aim is Aim.EARLY else SHARES)
    return Valuation(
        total,
        {key: Fraction(value, points) for key, value in activities.items()},
        {key: Fraction(value, points) for key, value in things.items()},
        order,
    )


def order_of(problem: PlanProblem, starts: Starts) -> tuple[int, ...]:
    """`Valuation.order` alone, in whole numbers."""
    chosen = {key: start for key, start in starts.items() if start is not None}
    if problem.aim is not Aim.BENEFIT:
        return _order(problem, chosen, 0)
    return _order(problem, chosen, sum(sum(part.values()) for part in _units(problem, chosen)))


def _units(problem: PlanProblem, chosen: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """What each activity and each thing adds, in 400 × `point_price` parts of a point."""
    by_key = problem.by_key
    things = {}
    for thing in problem.things:
        ends = [chosen[key] + by_key[key].months for key in thing.remedied_by if key in chosen]
        things[thing.key] = thing_units(problem, thing, min(ends, default=None))
    return {key: activity_units(problem, by_key[key], start) for key, start in chosen.items()}, things


def _order(problem: PlanProblem, chosen: Mapping[str, int], units: int) -> tuple[int, ...]:
    if problem.aim is Aim.BENEFIT:
        return (units,)
    ends = [start + problem.by_key[key].months for key, start in chosen.items()]
    first = max(ends, default=0) if problem.aim is Aim.EARLY else highest_share(problem, chosen)
    return -first, -sum(ends)


def highest_share(problem: PlanProblem, chosen: Mapping[str, int]) -> int:
    """The largest used share of any pool's days in any month that has some, in hundredths of a percent,
    rounded up.
    """
    use = Use(problem)
    for key, start in chosen.items():
        use.put(key, start)
    return max(
        (-(-SHARES * used // free)
         for pool, row in use.days.items()
         for used, free in zip(row, problem.capacity[pool], strict=True) if free > 0),
        default=0,
    )  # fmt: skip


def broken(problem: PlanProblem, starts: Starts) -> tuple[Broken, ...]:
    """Every demand that these starts do not keep; nothing for a plan that can be done."""
    chosen = {key: start for key, start in starts.items() if start is not None}
    found = [Broken(DemandKind.MUST, key) for key in sorted(problem.always_in) if key not in chosen]
    use = Use(problem)
    for key, start in chosen.items():
        use.put(key, start)
        found += _broken_by(problem, chosen, problem.by_key[key], start)
    for pool, month, year in use.excesses():
        if year is not None:
            found.append(Broken(DemandKind.MONEY, year=year))
        elif pool is not None:
            found.append(Broken(DemandKind.CAPACITY, pool=pool, month=month))
        else:
            found.append(Broken(DemandKind.PARALLEL, month=month))
    return tuple(found)


def _broken_by(problem: PlanProblem, chosen: Mapping[str, int], one: Activity, start: int) -> list[Broken]:
    found = []
    end = start + one.months
    if one.fixed is not None and start != one.fixed:
        found.append(Broken(DemandKind.PIN, one.key))
    if one.fixed is None and start < one.earliest:
        found.append(Broken(DemandKind.EARLIEST, one.key))
    if one.hard_end is not None and end > one.hard_end:
        found.append(Broken(DemandKind.HARD_END, one.key))
    if one.fixed is None and (start < 0 or end > problem.months):
        found.append(Broken(DemandKind.HORIZON, one.key))
    for key, lag in one.needs:
        needed = problem.by_key[key]
        if key not in chosen or chosen[key] + needed.months + lag > start:
            found.append(Broken(DemandKind.PREREQUISITE, one.key, other=key))
    return found
