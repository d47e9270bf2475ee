"""Proposing a plan: searching beside everything else, showing what comes of it, taking it over."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.best_plan import (
    AS_IT_IS,
    PlanAsked,
    PlanWish,
    beside_today,
    problem_now,
    take_over,
)
from virtualcio.actions.roadmap.best_plan_search import SECONDS, Outcome, PlanSearch, Stage
from virtualcio.actions.roadmap.best_plan_words import progress_words, words_of
from virtualcio.actions.roadmap.plan_demands import GiveUp, give_up
from virtualcio.actions.roadmap.plan_differences import differences
from virtualcio.actions.tone import Tone
from virtualcio.analysis.planning.comparison import Comparison, starts_today
from virtualcio.analysis.planning.problem import Aim
from virtualcio.errors import UserError
from virtualcio.solver.answer import Status
from virtualcio.texts import _
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.roadmap.proposal_band import ProposalBand
from virtualcio.ui.roadmap.what_if_menu import fill_what_if

_LOOK = 100  # ms between two looks at how far the search is


@dataclass(frozen=True)
class Proposal:
    """What a search was asked and ended with; `compared` None: there is no plan in it. `stale`: the
    company's figures are others by now.
    """

    asked: PlanAsked
    outcome: Outcome
    compared: Comparison | None
    stale: bool = False


class PlanProposal(QObject):
    """The proposal of one time plan: the band that shows it, and what its buttons do."""

    changed = Signal()  # what is to be seen beside today's plan

    def __init__(self, shell: Shell, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.company = shell, company
        self.band = ProposalBand()
        self.search: PlanSearch | None = None
        self.proposal: Proposal | None = None
        self.comparing = False
        self.seconds = SECONDS
        self._asked: PlanAsked | None = None
        self._since = 0.0
        self._stopping = False
        self._best_chosen: tuple[str, ...] | None = None  # what the last plan for the most benefit chose
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)
        self.band.what_if_menu.aboutToShow.connect(self._fill_what_if)
        self.band.stopped.connect(self.stop)
        self.band.compared.connect(self.turn_compare)
        self.band.taken_over.connect(self.take)
        self.band.searched_again.connect(self.again)
        self.band.closed.connect(self.close)

    # --- searching -----------------------------------------------------------------------------

    def propose(self, wish: PlanWish = AS_IT_IS) -> None:
        """Begin a search; one that is under way ends unheard."""
        if self.search is not None:
            self.search.cancel()
        if wish.aim is not Aim.BENEFIT and wish.keep is None and self._best_chosen is not None:
            wish = replace(wish, keep=self._best_chosen)
        self._asked = asked = problem_now(self.company, wish)
        today = starts_today(asked.problem, self.company.results.plan)
        search = self.search = PlanSearch(asked.problem, seconds=self.seconds, start=today)
        self.destroyed.connect(search.cancel)  # nobody waits for it when the file is closed
        self.proposal, self._stopping, self._since = None, False, time.monotonic()
        search.begin()
        self._look.start()
        self._show_search()
        self.changed.emit()

    def again(self) -> None:
        """The same wish, with the company as it is now."""
        self.propose(AS_IT_IS if self._asked is None else self._asked.wish)

    def stop(self) -> None:
        """Keep the best plan so far."""
        if self.search is not None:
            self._stopping = True
            self.search.cancel()
            self._show_search()

    def close(self) -> None:
        """Away with the proposal; the plan stays as it is."""
        if self.search is not None:
            self.search.cancel()
        self.search, self.proposal, self.comparing = None, None, False
        self._look.stop()
        self.band.hide()
        self.changed.emit()

    def _fill_what_if(self) -> None:
        if self._asked is not None:
            fill_what_if(self.band.what_if_menu, self._asked.wish, self._asked.problem, self.propose)

    def _on_look(self) -> None:
        search = self.search
        if search is None or self._asked is None:
            self._look.stop()
        elif not search.ended:
            self._show_search()
        else:
            self._look.stop()
            self.search = None
            self._show_outcome(self._asked, search.outcome())

    def _show_search(self) -> None:
        assert self.search is not None
        assert self._asked is not None
        took = time.monotonic() - self._since
        words = progress_words(self.search.progress, took, self._asked.wish.aim)
        if self._stopping:
            words = _("Stopping with the best plan so far…")
        elif self.search.stage is Stage.REASONS:
            words = _("There is no such plan; looking for what stands in the way…")
        self.band.show_search(words, took / max(self.seconds, 1), stopping=self._stopping)

    # --- showing -------------------------------------------------------------------------------

    def _show_outcome(self, asked: PlanAsked, outcome: Outcome) -> None:
        self.proposal = Proposal(asked, outcome, self._compared(asked, outcome))
        if asked.wish == AS_IT_IS and outcome.answer.starts:
            self._best_chosen = tuple(
                key for key, start in outcome.answer.starts.items() if start is not None
            )
        self.comparing = self.comparing and self.proposal.compared is not None
        self._show_proposal()
        self.changed.emit()

    def _compared(self, asked: PlanAsked, outcome: Outcome) -> Comparison | None:
        if outcome.answer.status in (Status.IMPOSSIBLE, Status.NOT_FOUND):
            return None
        return beside_today(self.company, asked.problem, outcome.answer.starts)

    def follow(self) -> None:
        """The company has changed: what was proposed is compared anew, or no longer fits the figures."""
        found = self.proposal
        if found is None:
            return
        if problem_now(self.company, found.asked.wish).problem != found.asked.problem:
            self.proposal = replace(found, stale=True)
            self.comparing = False
        elif not found.stale:
            self.proposal = replace(found, compared=self._compared(found.asked, found.outcome))
        self._show_proposal()
        self.changed.emit()

    def _show_proposal(self) -> None:
        found = self.proposal
        if found is None:
            return
        title, text = words_of(self.company, found.asked, found.outcome.answer, found.compared)
        if found.stale:
            title = _("The plan's figures have changed since the proposal")
            text = _("Search again for a proposal that fits them.")
        fits = found.compared is not None and not found.stale
        known = found.outcome.answer.status is Status.PROVEN or bool(found.outcome.clash)
        again = found.stale or not known
        self.band.show_words(title, text, fits=fits, again=again)
        self.band.compare.setChecked(self.comparing)
        self.band.take.setEnabled(found.compared is not None and found.compared.changes_anything)

    @property
    def places(self) -> Mapping[str, tuple[date | None, int]]:
        """First day (None: left out) and months of all that the proposal places, while it is compared."""
        found = self.proposal
        if found is None or found.compared is None or not self.comparing:
            return {}
        return {one.key: (one.after, one.months) for one in found.compared.shifts}

    def why(self, key: str) -> str:
        """Why an initiative does not start earlier in the proposal; "" while it is not compared."""
        found = self.proposal
        if found is None or found.compared is None or not self.comparing:
            return ""
        rows = differences(self.company, found.asked, found.outcome.answer.starts, found.compared)
        return next((f"{row.after}, {row.change}: {row.sentence}" for row in rows if row.key == key), "")

    # --- doing ---------------------------------------------------------------------------------

    def turn_compare(self) -> None:
        """Show the proposal beside today's plan, or no longer."""
        self.comparing = not self.comparing
        self._show_proposal()
        self.changed.emit()

    def give_up(self, way: GiveUp) -> None:
        """Give up a demand as one undo step, and search again."""
        try:
            changed = give_up(self.company, way)
        except UserError as refused:
            self.shell.refuse(refused)
            return
        if changed:
            self.again()

    def take(self) -> None:
        """Take the proposal over as one undo step."""
        found = self.proposal
        if found is None or found.compared is None or found.stale:
            return
        try:
            count = take_over(self.company, found.asked.problem, found.outcome.answer.starts)
        except UserError as refused:
            self.shell.refuse(refused)
            return
        self.close()
        if count:
            self.shell.say(_("The proposed plan is taken over."), Tone.GOOD, undo=True)
