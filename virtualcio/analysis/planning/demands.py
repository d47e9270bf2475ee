"""The demands of a plan problem, one by one, and the problem without some of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.analysis.planning.valuation import DemandKind as DemandKind


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
