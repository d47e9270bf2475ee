"""Which initiative a work order is for."""

from PySide6.QtWidgets import QComboBox, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Initiative
from virtualcio.texts import _
from virtualcio.ui.shell.dialog import Dialog


class ChooseInitiativeDialog(Dialog):
    """`chosen` is the initiative, None if the dialog was cancelled."""

    def __init__(self, company: OpenCompany, parent: QWidget | None) -> None:
        super().__init__(
            _("Work order from an initiative"),
            _("The sheet is filled in with what the initiative says already; you complete the rest."),
            _("Make the sheet"),
            parent,
        )
        self._company = company
        self.chosen: Initiative | None = None
        self.initiatives = QComboBox()
        found = [one for one in company.data.all(Initiative) if one.state.is_open]
        for one in sorted(found, key=lambda one: one.name.casefold()):
            self.initiatives.addItem(one.name, one.id)
        self.add_field(_("Initiative"), self.initiatives)
        self.done_button.setEnabled(bool(found))

    def accept(self) -> None:
        self.chosen = self._company.data.get(Initiative, self.initiatives.currentData())
        super().accept()
