"""Asking which of the initiatives proposed from overdue systems are to be made."""

from PySide6.QtWidgets import QDialog, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.remedy_proposals import RemedyProposal, proposed_remedies, take_remedies
from virtualcio.actions.tone import Tone
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.proposals_dialog import Proposal, ProposalsDialog


def remedy_dialog(company: OpenCompany, parent: QWidget | None) -> ProposalsDialog:
    """One line per group of like things with the same remedy."""
    lines = [
        Proposal(
            one.key, one.name, one.why, _("no value") if one.cost is None else formats.money_short(one.cost)
        )
        for one in proposed_remedies(company)
    ]
    words = _("Each becomes an initiative that remedies these systems. You can change everything later.")
    return ProposalsDialog(_("Initiatives from overdue systems"), words, _("Create"), lines, parent)


def _cost(one: RemedyProposal) -> str:
    return _("no value") if one.cost is None else formats.money_short(one.cost)


def propose_from_overdue(shell: Shell, company: OpenCompany) -> None:
    """Ask, then make the chosen ones in one undo step."""
    dialog = remedy_dialog(company, shell if isinstance(shell, QWidget) else None)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    made = take_remedies(company, dialog.chosen)
    words = translate_count("{count} initiative created", "{count} initiatives created", len(made))
    shell.say(words, Tone.GOOD, undo=True)
