"""A search for the best plan beside everything else: begun, asked how far it is, ended, waited for."""

import threading
from dataclasses import dataclass
from enum import StrEnum

from virtualcio.analysis.planning.demands import Demand
from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.solver.answer import PlanAnswer, Progress, Status
from virtualcio.solver.contradiction import contradiction, fewest_to_give_up
from virtualcio.solver.search import search

SECONDS = 20.0
_SECONDS_FOR_REASONS = 10.0


class Stage(StrEnum):
    """What a search is busy with."""

    PLAN = "plan"
    REASONS = "reasons"  # there is no plan: what contradicts what


@dataclass(frozen=True)
class Outcome:
    """The answer; without a plan also demands that contradict each other (`clash`) and the fewest to give
    up (`give_up`), each None if it was not settled. `stopped`: somebody ended the search.
    """

    answer: PlanAnswer
    clash: tuple[Demand, ...] | None = None
    give_up: tuple[Demand, ...] | None = None
    stopped: bool = False


class PlanSearch:
    """One search in a thread of its own. All that is asked of it may be asked from any thread.

    The same problem, seed and seconds give the same plan, as long as nobody stops it.
    """

    def __init__(
        self, problem: PlanProblem, *, seconds: float = SECONDS, seed: int = 1, start: Starts | None = None
    ) -> None:
        """`start`: a plan to begin with, such as today's; one that breaks a demand is passed over."""
        self.problem, self.seconds = problem, seconds
        self._seed, self._start = seed, start
        self._cancelled, self._ended = threading.Event(), threading.Event()
        self._progress: Progress | None = None
        self._stage = Stage.PLAN
        self._outcome: Outcome | None = None
        self._fault: Exception | None = None

    def begin(self) -> None:
        """Starts the thread."""
        threading.Thread(target=self._run, name="plan search", daemon=True).start()

    def cancel(self) -> None:
        """Ends soon, with the best so far."""
        self._cancelled.set()

    @property
    def progress(self) -> Progress | None:
        """The best plan so far and how far it is from the bound; None before there is anything."""
        return self._progress

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def ended(self) -> bool:
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within this time."""
        return self._ended.wait(seconds)

    def outcome(self) -> Outcome:
        """What it ended with, waited for if need be. SolverFault for a bug in the search."""
        self._ended.wait()
        if self._fault is not None:
            raise self._fault
        assert self._outcome is not None
        return self._outcome

    def _run(self) -> None:
        try:
            self._outcome = self._searched()
        except Exception as fault:  # carried over whole: raised again by who asks for the outcome
            self._fault = fault
        finally:
            self._ended.set()

    def _searched(self) -> Outcome:
        answer = search(
            self.problem,
            seconds=self.seconds,
            seed=self._seed,
            on_progress=self._take,
            cancelled=self._cancelled,
            start=self._start,
        )
        if answer.status is not Status.IMPOSSIBLE or self._cancelled.is_set():
            return Outcome(answer, stopped=self._cancelled.is_set())
        self._stage = Stage.REASONS
        limits = {"seconds": _SECONDS_FOR_REASONS, "seed": self._seed, "cancelled": self._cancelled}
        clash = contradiction(self.problem, **limits)  # type: ignore[arg-type]  # of three kinds
        give_up = fewest_to_give_up(self.problem, **limits)  # type: ignore[arg-type]
        return Outcome(answer, clash, give_up, stopped=self._cancelled.is_set())

    def _take(self, progress: Progress) -> None:
        self._progress = progress
