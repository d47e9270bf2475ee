"""A good plan made better in parts: CP-SAT sets some activities free, the others stay where they are.

For problems that are too large to be searched as a whole. How much is set free follows from how many of the
parts so far were searched to the end.
"""

from collections.abc import Callable, Mapping

from virtualcio.analysis.planning.part_of import Parts, part_of
from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.analysis.planning.valuation import order_of
from virtualcio.analysis.planning.windows import windows
from virtualcio.solver.cpsat import cp_model
from virtualcio.solver.cpsat_model import benefit_model
from virtualcio.solver.time_model import time_model

_FIRST_SIZE, _LEAST_SIZE, _MOST_SIZE = 16, 8, 60
_WORK = 0.1  # of CP-SAT's count of work for a part
_LEAST_WORK = 0.01  # what making a part's model counts at least


def better_in_parts(
    problem: PlanProblem,
    starts: Starts,
    seed: int,
    work: float,
    found: Callable[[Starts], None],
    too_late: Callable[[], bool],
) -> Starts:
    """The plan that it ends with after about `work`, or when it is `too_late`; each better one goes to
    `found` at once.
    """
    parts = Parts(problem, seed)
    size = float(min(_FIRST_SIZE, len(problem.candidates)))
    most = min(_MOST_SIZE, len(problem.candidates))
    value = order_of(problem, starts)[0]
    while work > 0 and not too_late():
        free = parts.pick(starts, round(size))
        if not free:
            break
        status, better, used = _search_part(part_of(problem, starts, free), starts, value, seed)
        work -= max(used, _LEAST_WORK)
        settled = status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        size = min(max(size + (0.25 if settled else -0.5), _LEAST_SIZE), most)
        if better is not None:
            starts = {key: better.get(key) for key in starts}
            value = order_of(problem, starts)[0]
            found(starts)
    return starts


def _search_part(
    part: PlanProblem, starts: Starts, value: int, seed: int
) -> tuple[object, Mapping[str, int | None] | None, float]:
    """How the search ended, a plan that is better, and the work it took."""
    known = time_model(part, windows(part))
    model, columns = benefit_model(known)
    for column, number in zip(columns, known.values(starts, part), strict=True):
        model.add_hint(column, number)
    total = cp_model.LinearExpr.weighted_sum(columns, known.gains) + known.offset
    model.add(total > value // known.unit)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = _WORK
    status = solver.solve(model)
    used: float = solver.response_proto.deterministic_time
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return status, known.starts([solver.value(column) for column in columns], part), used
    return status, None, used
