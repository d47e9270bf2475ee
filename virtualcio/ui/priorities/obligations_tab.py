"""The obligations as a table, with those that are usual for a company of this size and trade proposed."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from virtualcio import formats
from virtualcio.actions.cells import choice_text
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.obligation_proposals import (
    ObligationProposal,
    proposed_obligations,
    take_obligations,
)
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model.duties import Applies
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.proposals_dialog import Proposal, ProposalsDialog


class ObligationsTab(RecordTab):
    """A table tab with one more action in the header."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company, table("obligations"))

    def header_actions(self) -> Sequence[HeaderAction]:
        return [self._propose_action(), *super().header_actions()]

    def more_ways(self) -> Sequence[HeaderAction]:
        return [self._propose_action()]

    def _propose_action(self) -> HeaderAction:
        return HeaderAction(_("Propose obligations"), self.on_propose)

    def dialog(self) -> ProposalsDialog:
        """The proposals, to be ticked."""
        lines = [
            Proposal(one.key, one.name, _why(one), _value(one), ticked=one.applies is not Applies.NO)
            for one in proposed_obligations(self._company)
        ]
        words = _("These are usual for a company of your size and trade. This is no legal advice.")
        parent = self.window() if isinstance(self.window(), QWidget) else None
        return ProposalsDialog(_("Propose obligations"), words, _("Take over"), lines, parent)

    def on_propose(self) -> None:
        dialog = self.dialog()
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.take(dialog.chosen)

    def take(self, keys: Collection[str]) -> None:
        """Add these proposals, in one undo step."""
        made = take_obligations(self._company, keys)
        words = translate_count("{count} obligation added", "{count} obligations added", len(made))
        self._shell.say(words, Tone.GOOD, undo=True)


def _why(one: ObligationProposal) -> str:
    return f"{one.why} ({one.legal_basis})" if one.legal_basis else one.why


def _value(one: ObligationProposal) -> str:
    """Whether it applies, and by when."""
    words = choice_text(table("obligations").column("applies"), one.applies)
    return words if one.due_on is None else f"{words} · {formats.day(one.due_on)}"
