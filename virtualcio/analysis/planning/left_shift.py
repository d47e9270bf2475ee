"""A plan with everything as early as it goes at no loss: no search cares where what gains nothing stands."""

from dataclasses import replace

from virtualcio.analysis.planning.problem import Aim, PlanProblem, Starts
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.valuation import SHARES, highest_share


def shifted_left(problem: PlanProblem, starts: Starts) -> dict[str, int | None]:
    """The same plan with each movable activity, one after the other in the order of their starts, at its
    earliest possible start, until nothing moves. Never worse for any aim, and breaks nothing if `starts`
    breaks nothing.
    """
    plan = dict(starts)
    chosen = {key: start for key, start in plan.items() if start is not None}
    use = Use(_no_more_uneven(problem, chosen))
    for key, start in chosen.items():
        use.put(key, start)
    moved = True
    while moved:
        moved = False
        for key in sorted(chosen, key=lambda key: (chosen[key], key)):
            if problem.by_key[key].fixed is not None:
                continue
            use.put(key, chosen[key], -1)
            earliest = _ready(problem, chosen, key)
            found = next((at for at in range(earliest, chosen[key]) if use.fits(key, at)), chosen[key])
            use.put(key, found)
            moved |= found != chosen[key]
            chosen[key] = found
    return {**plan, **chosen}


def _ready(problem: PlanProblem, chosen: dict[str, int], key: str) -> int:
    """The first month that its earliest start and what it needs allow."""
    one = problem.by_key[key]
    ends = [chosen[needed] + problem.by_key[needed].months + lag for needed, lag in one.needs]
    return max(0, one.earliest, *ends)


def _no_more_uneven(problem: PlanProblem, chosen: dict[str, int]) -> PlanProblem:
    """For the most even plan only as many days as keep the highest share where it is; for the other aims
    the same problem, for there earlier is never worse.
    """
    if problem.aim is not Aim.EVEN:
        return problem
    share = min(SHARES, highest_share(problem, chosen))
    capacity = {pool: tuple(share * free // SHARES for free in row) for pool, row in problem.capacity.items()}
    return replace(problem, capacity=capacity)
