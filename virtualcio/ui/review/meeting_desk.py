"""What is done while a review is held, in the window and in full screen alike; refusals are said there."""

from collections.abc import Callable, Sequence

from virtualcio.actions.budget import assigning
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import deciding, reviewing
from virtualcio.actions.review.review_words import STATION_TITLES
from virtualcio.analysis.review.proposals import Proposal
from virtualcio.analysis.spending.expense import Standing
from virtualcio.errors import UserError
from virtualcio.model import Decision, Review, Task
from virtualcio.model.review import DecisionState, ReviewStation
from virtualcio.texts import _
from virtualcio.ui.common.shell import Shell

STATIONS = tuple(ReviewStation)
_PLACE = "review.station"  # of which review, and where


class MeetingDesk:
    """Each method that writes is one undo step."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.shell, self.company = shell, company
        self.refused: Callable[[UserError], object] = shell.refuse  # in full screen it is said there
        self.turned: Callable[[], object] = lambda: None  # called when another station is to be shown

    @property
    def review(self) -> Review | None:
        """The one that is being held."""
        return self.company.results.open_review

    @property
    def station(self) -> ReviewStation:
        """Which is shown: where this user was last, else where something was noted last.

        The window remembers it, because to turn over is nothing that could be undone.
        """
        review = self.review
        if review is None:
            return STATIONS[0]
        place = self.shell.remembered(_PLACE)
        if isinstance(place, list) and place[:1] == [review.id] and place[-1] in STATIONS:
            return ReviewStation(place[-1])
        return review.station

    @property
    def index(self) -> int:
        """The place of the station that is shown."""
        return STATIONS.index(self.station)

    def titles(self) -> Sequence[str]:
        """Names of the stations in the language of the interface."""
        return tuple(_(STATION_TITLES[station]) for station in STATIONS)

    def go_to(self, index: int) -> None:
        """Turn to a station; before the first and behind the last nothing happens."""
        review = self.review
        if review is not None and 0 <= index < len(STATIONS) and index != self.index:
            self.shell.remember(_PLACE, [review.id, STATIONS[index].value])
            self.turned()

    def next(self) -> None:
        self.go_to(self.index + 1)

    def back(self) -> None:
        self.go_to(self.index - 1)

    def note(self) -> str:
        """What was written down at the station that is shown."""
        review = self.review
        if review is None:
            return ""
        return reviewing.note_of(self.company, review, self.station)

    def write_note(self, station: ReviewStation, text: str) -> None:
        review = self.review
        if review is not None:
            self._do(lambda: reviewing.write_note(self.company, review, station, text))

    def take(self, proposal: Proposal, state: DecisionState) -> bool:
        """Decide, put off or reject a proposal."""
        review = self.review
        if review is None:
            return False
        return self._do(lambda: deciding.take_proposal(self.company, review, proposal, state))

    def decide(self, decision: Decision, state: DecisionState) -> bool:
        return self._do(lambda: deciding.decide(self.company, decision, state))

    def add(self, text: str, task: bool) -> bool:
        """Write down a decision or a task of this review."""
        review = self.review
        if task:
            return self._do(lambda: deciding.add_task(self.company, text, review))
        return self._do(lambda: deciding.add_decision(self.company, text, review))

    def finish(self, task: Task, done: bool) -> bool:
        """Tick off a task; the window offers to take it back."""
        return self._do(lambda: deciding.finish_task(self.company, task, done=done))

    def decisions(self) -> Sequence[Decision]:
        """Those of this review, in the order in which they were made."""
        review = self.review
        return () if review is None else self.company.data.where(Decision, "review_id", review.id)

    def tasks(self) -> Sequence[Task]:
        """Those of this review."""
        review = self.review
        return () if review is None else self.company.data.where(Task, "review_id", review.id)

    def earlier_tasks(self) -> Sequence[Task]:
        """Open ones from before, overdue first."""
        review = self.review
        tasks = self.company.results.open_tasks
        return [task for task in tasks if review is None or task.review_id != review.id]

    def to_confirm(self) -> Sequence[str]:
        """Keys of the expenses that are assigned, but that nobody has looked at for a while."""
        return [one.key for one in self.company.results.spending.of(Standing.STALE)]

    def confirm_all(self) -> bool:
        """Say that what these expenses are for is still right."""
        keys = self.to_confirm()
        return self._do(lambda: assigning.confirm(self.company, keys, self.review))

    def close(self, *, leave_open: bool = False) -> bool:
        review = self.review
        if review is None:
            return False
        return self._do(lambda: reviewing.close_review(self.company, review, leave_open=leave_open))

    def start(self) -> bool:
        return self._do(lambda: reviewing.start_review(self.company))

    def _do(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except UserError as error:
            self.refused(error)
            return False
        return True
