"""The best plan: starts the solvers, listens to them, and decides which answer counts."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.left_shift import shifted_left
from virtualcio.analysis.planning.part_of import WHOLE
from virtualcio.analysis.planning.problem import Aim, PlanProblem, Starts
from virtualcio.analysis.planning.valuation import broken, order_of
from virtualcio.solver.answer import PlanAnswer, Progress, Status, as_total, gap_of
from virtualcio.solver.process import SolverFault, SolverProcess
from virtualcio.solver.wire import problem_to_wire

FIRST_PLAN = "first plan"
_LOOK = 0.05  # seconds between two looks at whether somebody cancelled
_PATIENCE = 1.25  # the clock ends what takes so many times the seconds that its work should take
_SECONDS_TO_START = 10.0

# Which solvers with how many threads, measured in benchmarks/plan_bench.py. HiGHS has the better bounds for
# the benefit, CP-SAT beside it the better plan. For finishing early CP-SAT proves most in one thread, without
# linear programs; on the hardest cases lists mixed with each other find the better plan.
_TEAMS: Mapping[Aim, Mapping[str, int]] = {
    Aim.BENEFIT: {"highs": 1, "cpsat": 1},
    Aim.EARLY: {"cpsat": 1, "lists": 1},
    Aim.EVEN: {"cpsat": 8},
}

OnProgress = Callable[[Progress], None]


def search(
    problem: PlanProblem,
    *,
    seconds: float = 20.0,
    seed: int = 1,
    on_progress: OnProgress | None = None,
    cancelled: threading.Event | None = None,
    start: Starts | None = None,
) -> PlanAnswer:
    """The best plan that is found in about `seconds`, never worse than the first plan made without a search
    (or than `start`, if that keeps all demands). `on_progress` is called in this thread.

    The same problem, seed and seconds give the same plan, as long as nobody cancels and the machine is not
    so slow that the clock has to end it: the work is counted, not the time. SolverFault for a bug.
    """
    return _Search(problem, on_progress, cancelled or threading.Event()).run(seconds, seed, start)


class _Search:
    """The best plan and the best bound so far, and the last plan of each solver."""

    def __init__(
        self, problem: PlanProblem, on_progress: OnProgress | None, cancelled: threading.Event
    ) -> None:
        self._problem, self._on_progress, self._cancelled = problem, on_progress, cancelled
        self._began = time.monotonic()
        self._best: Starts | None = None
        self._order: tuple[int, ...] | None = None
        self._bound: int | None = None
        self._by = ""
        self._last: dict[str, tuple[tuple[int, ...], Starts]] = {}
        self._next: tuple[SolverProcess, Mapping[str, Any]] | None = None

    def run(self, seconds: float, seed: int, start: Starts | None) -> PlanAnswer:
        """The answer."""
        for known in (greedy(self._problem, seed=seed), start):
            if known is not None and not broken(self._problem, known):
                self._take(known, FIRST_PLAN)
        request = {
            "task": "search",
            "problem": problem_to_wire(self._problem),
            "work": seconds,
            "seconds": seconds * _PATIENCE,
            "seed": seed,
            "start": self._best,
        }
        if not self._problem.candidates:
            return self._answer({FIRST_PLAN: {"status": "proven"}})
        solvers = _TEAMS[self._problem.aim]
        with ExitStack() as processes:
            inbox: queue.Queue[tuple[str, dict[str, Any]]] = queue.Queue()
            for solver, workers in solvers.items():
                asked = {**request, "workers": workers}
                first = solver == next(iter(solvers)) or not self._in_parts()
                process = SolverProcess(solver, asked if first else None, inbox)
                processes.enter_context(process)
                if not first:
                    self._next = process, asked
            done = self._listen(inbox, seconds * _PATIENCE + _SECONDS_TO_START, tuple(solvers))
        if not self._cancelled.is_set():
            self._settle(tuple(solvers))
        self._shift_left()
        return self._answer(done)

    def _in_parts(self) -> bool:
        """CP-SAT makes the first plan of HiGHS better in parts, and is asked when that is there: always the
        same plan, however fast the machine is.
        """
        return self._problem.aim is Aim.BENEFIT and len(self._problem.candidates) > WHOLE

    def _listen(
        self, inbox: "queue.Queue[tuple[str, dict[str, Any]]]", most: float, solvers: tuple[str, ...]
    ) -> Mapping[str, Mapping[str, Any]]:
        """The last words of the solvers. Only the first of them ends the search before the others are done:
        else it would depend on the machine which of several equally good plans it ends with.
        """
        done: dict[str, Mapping[str, Any]] = {}
        while not self._cancelled.is_set() and time.monotonic() < self._began + most:
            try:
                name, message = inbox.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if self._heard(name, message):
                done[name] = message
                settled = name == solvers[0] and message["status"] in ("proven", "impossible")
                if settled or len(done) == len(solvers):
                    break
        return done

    def _heard(self, solver: str, message: Mapping[str, Any]) -> bool:
        """Takes in what a solver says; True if it was its last word."""
        if message["kind"] == "fault":
            raise SolverFault(message["text"])
        if message.get("starts") is not None:
            self._take(message["starts"], solver)
        if self._next is not None and message["kind"] == "plan":
            process, asked = self._next
            self._next = None
            process.ask({**asked, "start": message["starts"]})
        if message.get("bound") is not None:
            self._take_bound(message["bound"])
        return bool(message["kind"] == "done")

    def _take(self, starts: Starts, by: str) -> None:
        """A plan that breaks a demand is a bug in the model, and is never shown."""
        trouble = broken(self._problem, starts)
        if trouble:
            raise SolverFault(f"{by} breaks {trouble}")
        order = order_of(self._problem, starts)
        if by not in self._last or order >= self._last[by][0]:
            self._last[by] = order, starts
        if self._order is None or order > self._order:
            self._best, self._order, self._by = starts, order, by
            self._tell()

    def _settle(self, solvers: tuple[str, ...]) -> None:
        """Of equally good plans the one of the solver that stands first."""
        for by in (*solvers, FIRST_PLAN):
            if by in self._last and self._last[by][0] == self._order:
                self._best, self._by = self._last[by][1], by
                return

    def _shift_left(self) -> None:
        """Nothing stands later than it has to: what gains nothing, solvers put anywhere."""
        if self._best is not None:
            self._take(shifted_left(self._problem, self._best), self._by)
            self._best = self._last[self._by][1]

    def _take_bound(self, bound: int) -> None:
        if self._bound is None or bound < self._bound:
            self._bound = bound
            self._tell()

    def _figures(self) -> dict[str, Any]:
        value = None if self._order is None else as_total(self._problem, self._order[0])
        bound = None if self._bound is None else as_total(self._problem, self._bound)
        return {
            "value": value,
            "bound": bound,
            "gap": gap_of(value, bound),
            "seconds": time.monotonic() - self._began,
        }

    def _tell(self) -> None:
        if self._on_progress is not None:
            self._on_progress(Progress(starts=self._best, **self._figures()))

    def _answer(self, done: Mapping[str, Mapping[str, Any]]) -> PlanAnswer:
        proven = any(message["status"] == "proven" for message in done.values())
        if self._order is not None and (
            proven or (self._bound is not None and self._bound <= self._order[0])
        ):
            status, self._bound = Status.PROVEN, self._order[0]
        elif any(message["status"] == "impossible" for message in done.values()):
            if self._best is not None:
                raise SolverFault("said to be impossible, though there is a plan")
            status = Status.IMPOSSIBLE
        else:
            status = Status.NOT_FOUND if self._best is None else Status.BEST_FOUND
        order_proven = any(message.get("order_proven", False) for message in done.values())
        return PlanAnswer(status, self._best or {}, by=self._by, order_proven=order_proven, **self._figures())
