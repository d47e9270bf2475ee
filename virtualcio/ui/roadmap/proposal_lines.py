"""What stands in the card of a proposal: differences and lines, or reasons; and what more would bring."""

from PySide6.QtCore import QObject, QTimer

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.best_plan_search import BesideAll, search_for_more
from virtualcio.actions.roadmap.plan_demands import clash_words, ways_out
from virtualcio.actions.roadmap.plan_differences import beside_lines, differences
from virtualcio.actions.roadmap.plan_remarks import gain_words, remark
from virtualcio.analysis.planning.problem import Aim
from virtualcio.solver.answer import Status
from virtualcio.solver.more import Gain
from virtualcio.texts import _
from virtualcio.ui.roadmap.plan_proposal import PlanProposal, Proposal
from virtualcio.ui.roadmap.proposal_card import ProposalCard

_LOOK = 200  # ms


class ProposalLines(QObject):
    """Keeps the card as the proposal is."""

    def __init__(self, company: OpenCompany, proposal: PlanProposal) -> None:
        super().__init__(proposal)
        self.company, self.proposal = company, proposal
        self.card = ProposalCard()
        self._more: tuple[Proposal, BesideAll[tuple[Gain, ...]]] | None = None
        self._gains: tuple[Proposal, tuple[str, ...]] | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)
        proposal.changed.connect(self.show_now)
        self.card.more_wanted.connect(self.ask_for_more)

    def show_now(self) -> None:
        """The card of the proposal as it is now."""
        found = self.proposal.proposal
        if self._more is not None and (found is None or found.asked is not self._more[0].asked):
            self._more[1].cancel()
            self._more = None
        if found is None or found.stale:
            self.card.says_something = False
            return
        remarks = [remark(self.company, one) for one in found.asked.unplannable]
        if found.compared is None:
            if found.outcome.answer.status is Status.IMPOSSIBLE:
                clash = clash_words(self.company, found.asked, found.outcome)
                self.card.show_reasons(clash, ways_out(self.company, found.asked, found.outcome), remarks)
            else:
                self.card.says_something = False
        elif self.proposal.comparing:
            rows = differences(self.company, found.asked, found.outcome.answer.starts, found.compared)
            lines = (*self._gain_lines(found), *beside_lines(self.company, found.compared))
            more = found.asked.wish.aim is Aim.BENEFIT and not self._gain_lines(found)
            self.card.show_differences(rows, lines, remarks, more=more)
        else:
            self.card.says_something = False

    def _gain_lines(self, found: Proposal) -> tuple[str, ...]:
        if self._gains is not None and self._gains[0].asked is found.asked:
            return self._gains[1]
        if self._more is not None:
            return (_("Trying what more would bring…"),)
        return ()

    def ask_for_more(self) -> None:
        """Search once more with more money and with more days of each pool, beside everything else."""
        found = self.proposal.proposal
        if found is None or found.compared is None or self._more is not None:
            return
        work = search_for_more(found.asked.problem, found.outcome.answer)
        self.destroyed.connect(work.cancel)
        self._more = found, work
        work.begin()
        self._look.start()
        self.show_now()

    def _on_look(self) -> None:
        if self._more is None:
            self._look.stop()
        elif self._more[1].ended:
            self._look.stop()
            (found, work), self._more = self._more, None
            worth = found.outcome.answer.value
            gains = tuple(gain_words(self.company, worth, one) for one in work.outcome())
            self._gains = found, gains or (_("More of anything would bring nothing."),)
            self.show_now()
