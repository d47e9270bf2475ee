"""The demands of a plan problem, one by one, and the problem without some of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.analysis.planning.valuation import DemandKind as DemandKind

HALF_DAY, THOUSAND = 50, 100_000  # hundredths of days, cents: limits are eased by these


@dataclass(frozen=True, order=True)
class Demand:
    """One demand. `key`: the initiative it is about, of PREREQUISITE the one that waits; `other`: what it
    waits for; `pool` of CAPACITY, `year` (named by its start) of MONEY.
    """

    kind: DemandKind
    key: str = ""
    other: str = ""
    pool: str = ""
    year: int = 0


def demands(problem: PlanProblem) -> tuple[Demand, ...]:
    """All that could be given up: not that what runs runs, nor that time goes forward. Only what every plan
    holds makes demands; the rest can stay out.
    """
    found: list[Demand] = []
    for one in problem.candidates:
        if one.key in problem.always_in:
            found += _of(problem, one)
    found += [Demand(DemandKind.CAPACITY, pool=pool) for pool in problem.capacity]
    found += [Demand(DemandKind.MONEY, year=year) for year in problem.money or ()]
    return (*found, Demand(DemandKind.PARALLEL))


def _of(problem: PlanProblem, one: Activity) -> list[Demand]:
    found = []
    chosen = one.key in problem.keep
    if not one.running and (one.must or chosen or (one.always_in and one.fixed is None)):
        found.append(Demand(DemandKind.MUST, one.key))
    if one.fixed is not None and not one.running:
        found.append(Demand(DemandKind.PIN, one.key))
    if one.earliest > 0 and not one.running:
        found.append(Demand(DemandKind.EARLIEST, one.key))
    if one.hard_end is not None:
        found.append(Demand(DemandKind.HARD_END, one.key))
    return [*found, *(Demand(DemandKind.PREREQUISITE, one.key, other=key) for key, _lag in one.needs)]


def relaxed(problem: PlanProblem, given_up: Iterable[Demand]) -> PlanProblem:
    """The same problem without these demands."""
    for demand in given_up:
        problem = _without(problem, demand)
    return problem


def _without(problem: PlanProblem, demand: Demand) -> PlanProblem:
    match demand.kind:
        case DemandKind.CAPACITY:
            rest = {pool: row for pool, row in problem.capacity.items() if pool != demand.pool}
            return replace(problem, capacity=rest)
        case DemandKind.MONEY:
            money = {year: cents for year, cents in (problem.money or {}).items() if year != demand.year}
            return replace(problem, money=money)
        case DemandKind.PARALLEL:
            return replace(problem, parallel=len(problem.activities))
    activities = tuple(_eased(one, demand) if one.key == demand.key else one for one in problem.activities)
    keep = problem.keep
    if demand.kind is DemandKind.MUST:
        keep = tuple(key for key in keep if key != demand.key)
    return replace(problem, activities=activities, keep=keep)


def _eased(one: Activity, demand: Demand) -> Activity:
    """The activity without a demand of its own."""
    match demand.kind:
        case DemandKind.MUST:
            pinned = one.fixed is not None
            return replace(one, must=False, required=pinned, optional=not pinned)
        case DemandKind.PIN:
            return replace(one, fixed=None, required=one.must, optional=not one.must)
        case DemandKind.EARLIEST:
            return replace(one, earliest=0)
        case DemandKind.HARD_END:
            return replace(one, hard_end=None)
    return replace(one, needs=tuple(need for need in one.needs if need[0] != demand.other))


def most_steps(problem: PlanProblem, demand: Demand) -> int:
    """After so many steps of `eased_by` nothing more can be gained; 0 for a demand that has no steps."""
    one = problem.by_key.get(demand.key)
    match demand.kind:
        case DemandKind.HARD_END if one is not None and one.hard_end is not None:
            return max(0, problem.months - one.hard_end)
        case DemandKind.EARLIEST if one is not None:
            return one.earliest
        case DemandKind.PARALLEL:
            return len(problem.candidates)
        case DemandKind.CAPACITY:
            wanted = sum(days for one in problem.candidates for pool, days in one.days if pool == demand.pool)
            return -(-wanted // HALF_DAY)
        case DemandKind.MONEY:
            spent = sum(one.money(0, 0, max(problem.months, 12)) for one in problem.candidates)
            return -(-spent // THOUSAND)
    return 0


def eased_by(problem: PlanProblem, rest: PlanProblem, demand: Demand, steps: int) -> PlanProblem:
    """`rest`, in which a demand of `problem` is given up, with that demand again, only so much easier: a
    month for each step, one more at once, half a day a month, 1,000 € in that year.
    """
    one = problem.by_key.get(demand.key)
    match demand.kind:
        case DemandKind.HARD_END if one is not None and one.hard_end is not None:
            return _instead(rest, replace(rest.by_key[one.key], hard_end=one.hard_end + steps))
        case DemandKind.EARLIEST if one is not None:
            return _instead(rest, replace(rest.by_key[one.key], earliest=one.earliest - steps))
        case DemandKind.PARALLEL:
            return replace(rest, parallel=problem.parallel + steps)
        case DemandKind.CAPACITY:
            row = tuple(free + steps * HALF_DAY for free in problem.capacity[demand.pool])
            return replace(rest, capacity={**rest.capacity, demand.pool: row})
        case DemandKind.MONEY:
            cents = (problem.money or {})[demand.year] + steps * THOUSAND
            return replace(rest, money={**(rest.money or {}), demand.year: cents})
    return rest


def _instead(problem: PlanProblem, changed: Activity) -> PlanProblem:
    activities = (changed if one.key == changed.key else one for one in problem.activities)
    return replace(problem, activities=tuple(activities))
