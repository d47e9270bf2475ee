"""A search for the best plan beside everything else: begun, asked how far it is, ended, waited for."""

import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from virtualcio.analysis.planning.demands import Demand
from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.solver.answer import PlanAnswer, Progress, Status
from virtualcio.solver.contradiction import contradiction, eased, fewest_to_give_up
from virtualcio.solver.more import Gain, gain_of_more
from virtualcio.solver.search import search

T = TypeVar("T")

SECONDS = 20.0
_GIVE_WAY = 0.0005  # seconds until a counting thread lets the window have its turn; Python's usual is 0.005
_SECONDS_FOR_REASONS, _SECONDS_EASED, _SECONDS_FOR_MORE = 10.0, 3.0, 5.0


class BesideAll(Generic[T]):
    """Work in a thread of its own. All that is asked of it may be asked from any thread.

    `work` gets the event that tells it to end soon.
    """

    def __init__(self, work: Callable[[threading.Event], T]) -> None:
        self._work = work
        self._cancelled, self._ended = threading.Event(), threading.Event()
        self._results: list[T] = []
        self._fault: Exception | None = None

    def begin(self) -> None:
        """Starts the thread."""
        sys.setswitchinterval(min(sys.getswitchinterval(), _GIVE_WAY))
        threading.Thread(target=self._run, name="plan search", daemon=True).start()

    def cancel(self) -> None:
        """Ends soon, with what there is."""
        self._cancelled.set()

    @property
    def ended(self) -> bool:
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within this time."""
        return self._ended.wait(seconds)

    def outcome(self) -> T:
        """What it ended with, waited for if need be. SolverFault for a bug in a solver."""
        self._ended.wait()
        if self._fault is not None:
            raise self._fault
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._work(self._cancelled))
        except Exception as fault:  # carried over whole: raised again by who asks for the outcome
            self._fault = fault
        finally:
            self._ended.set()


class Stage(StrEnum):
    """What a search is busy with."""

    PLAN = "plan"
    REASONS = "reasons"  # there is no plan: what contradicts what


@dataclass(frozen=True)
class Outcome:
    """The answer; without a plan also demands that contradict each other (`clash`) and the fewest to give
    up (`give_up`), each None if it was not settled, and a plan that keeps these as far as it goes
    (`eased`). `stopped`: somebody ended the search.
    """

    answer: PlanAnswer
    clash: tuple[Demand, ...] | None = None
    give_up: tuple[Demand, ...] | None = None
    eased: Mapping[str, int | None] = field(default_factory=dict)
    stopped: bool = False


class PlanSearch(BesideAll[Outcome]):
    """One search for a plan.

    The same problem, seed and seconds give the same plan, as long as nobody stops it.
    """

    def __init__(
        self, problem: PlanProblem, *, seconds: float = SECONDS, seed: int = 1, start: Starts | None = None
    ) -> None:
        """`start`: a plan to begin with, such as today's; one that breaks a demand is passed over."""
        super().__init__(self._searched)
        self.problem, self.seconds = problem, seconds
        self._seed, self._start = seed, start
        self._progress: Progress | None = None
        self._stage = Stage.PLAN

    @property
    def progress(self) -> Progress | None:
        """The best plan so far and how far it is from the bound; None before there is anything."""
        return self._progress

    @property
    def stage(self) -> Stage:
        return self._stage

    def _searched(self, cancelled: threading.Event) -> Outcome:
        problem, seed = self.problem, self._seed
        answer = search(
            problem,
            seconds=self.seconds,
            seed=seed,
            on_progress=self._take,
            cancelled=cancelled,
            start=self._start,
        )
        if answer.status is not Status.IMPOSSIBLE or cancelled.is_set():
            return Outcome(answer, stopped=cancelled.is_set())
        self._stage = Stage.REASONS
        seconds = _SECONDS_FOR_REASONS
        clash = contradiction(problem, seconds=seconds, seed=seed, cancelled=cancelled)
        give_up = fewest_to_give_up(problem, seconds=seconds, seed=seed, cancelled=cancelled)
        starts: Starts = {}
        if give_up:
            rest = eased(problem, give_up, seconds=_SECONDS_EASED, seed=seed, cancelled=cancelled)
            starts = search(rest, seconds=_SECONDS_EASED, seed=seed, cancelled=cancelled).starts
        return Outcome(answer, clash, give_up, starts, stopped=cancelled.is_set())

    def _take(self, progress: Progress) -> None:
        self._progress = progress


def search_for_more(problem: PlanProblem, answer: PlanAnswer, seed: int = 1) -> BesideAll[tuple[Gain, ...]]:
    """What 10,000 € a year or 5 days a month more would bring; to be begun."""
    return BesideAll(
        lambda cancelled: gain_of_more(
            problem, answer, seconds=_SECONDS_FOR_MORE, seed=seed, cancelled=cancelled
        )
    )
