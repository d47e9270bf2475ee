"""Why there is no plan: demands that contradict each other, and the fewest that would have to be given up."""

import queue
import threading
import time
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from virtualcio.analysis.planning.demands import Demand, demands, eased_by, most_steps, relaxed
from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.problem import PlanProblem
from virtualcio.solver.process import SolverFault, SolverProcess
from virtualcio.solver.wire import problem_to_wire

_LOOK = 0.05


def contradiction(
    problem: PlanProblem,
    *,
    seconds: float = 20.0,
    seed: int = 1,
    cancelled: threading.Event | None = None,
) -> tuple[Demand, ...] | None:
    """Demands that cannot all be kept, while without any one of them the others can. None at all if there
    is a plan; None if that was not settled in the time given, or somebody cancelled.
    """
    return _asked("contradiction", problem, seconds, seed, cancelled)


def fewest_to_give_up(
    problem: PlanProblem,
    *,
    seconds: float = 20.0,
    seed: int = 1,
    cancelled: threading.Event | None = None,
) -> tuple[Demand, ...] | None:
    """As few demands as possible without which there is a plan; of as few the ones that are easiest to live
    with. None if that was not settled in the time given, or somebody cancelled.
    """
    return _asked("fewest", problem, seconds, seed, cancelled)


def eased(
    problem: PlanProblem,
    given_up: Sequence[Demand],
    *,
    seconds: float = 5.0,
    seed: int = 1,
    cancelled: threading.Event | None = None,
) -> PlanProblem:
    """The problem without these demands, but dates and limits among them only eased as far as a plan needs,
    one after the other; wholly given up stays what has no steps, or what could not be settled. `seconds`
    for each try; there are few of them, for what is possible with less is possible with more.
    """
    rest = relaxed(problem, given_up)
    for demand in given_up:

        def possible(steps: int, demand: Demand = demand, rest: PlanProblem = rest) -> bool:
            tried = eased_by(problem, rest, demand, steps)
            if cancelled is not None and cancelled.is_set():
                return False
            if greedy(tried, seed=seed) is not None:
                return True
            return contradiction(tried, seconds=seconds, seed=seed, cancelled=cancelled) == ()

        choices = range(1, most_steps(problem, demand) + 1)
        found = bisect_left(choices, True, key=possible)
        if found < len(choices):
            rest = eased_by(problem, rest, demand, choices[found])
    return rest


def _asked(
    task: str, problem: PlanProblem, seconds: float, seed: int, cancelled: threading.Event | None
) -> tuple[Demand, ...] | None:
    request = {
        "task": task,
        "problem": problem_to_wire(problem),
        "work": seconds,
        "seconds": seconds,
        "seed": seed,
    }
    inbox: queue.Queue[tuple[str, dict[str, Any]]] = queue.Queue()
    until = time.monotonic() + 4 * seconds + 10  # the solver ends each of its runs itself
    with SolverProcess("cpsat", request, inbox):
        while not (cancelled is not None and cancelled.is_set()) and time.monotonic() < until:
            try:
                _solver, message = inbox.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if message["kind"] == "fault":
                raise SolverFault(message["text"])
            if message["demands"] is None:
                return None
            known = demands(problem)
            return tuple(known[number] for number in message["demands"])
    return None
