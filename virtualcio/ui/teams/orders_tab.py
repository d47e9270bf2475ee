"""Work orders: the table, one made from an initiative with one click, and the sheet as PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.actions.teams.order_sheet import write_order
from virtualcio.actions.teams.work_orders import order_from
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.model import Initiative, WorkOrder
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell


class OrdersTab(RecordTab):
    """A table tab."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.pdf = Button(_("Save as PDF…"), self.on_pdf, icon="file-text")
        super().__init__(shell, company, table("work_orders"))
        self.inspector.parts.column.insertWidget(1, self.pdf)

    def _show_selected(self) -> None:
        super()._show_selected()
        self.pdf.setVisible(self._order() is not None)

    def _order(self) -> WorkOrder | None:
        """The only one that is chosen."""
        records = self._selected()
        only = records[0] if len(records) == 1 else None
        return only if isinstance(only, WorkOrder) else None

    def header_actions(self) -> Sequence[HeaderAction]:
        tip = _("What, why, until when and how it is accepted are taken from the initiative")
        make = HeaderAction(_("From an initiative"), self.on_initiative, tip=tip)
        actions = list(super().header_actions())
        return [make, *actions] if self._company.data.count(Initiative) else actions

    def more_ways(self) -> Sequence[HeaderAction]:
        return [HeaderAction(_("From an initiative"), self.on_initiative, icon="file-text")]

    def on_initiative(self) -> None:
        """Choose an initiative; its order is made and chosen in the table."""
        from virtualcio.ui.teams.choose_initiative_dialog import ChooseInitiativeDialog

        dialog = ChooseInitiativeDialog(self._company, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            self.make_from(dialog.chosen)

    def make_from(self, initiative: Initiative) -> None:
        """An order filled in from the initiative, chosen in the table."""
        try:
            made = order_from(self._company, initiative)
        except UserError as refused:
            self._shell.refuse(refused)
            return
        self.show_part(made.id)

    def on_pdf(self) -> None:
        """The sheet of the chosen order, to a place of one's choice."""
        order = self._order()
        if order is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file = f"{_('Work order')} {order.number} {order.name}.pdf".replace("/", "-")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), str(Path(folder) / file), "PDF (*.pdf)"
        )
        if chosen:
            self.write(order, Path(chosen))

    def write(self, order: WorkOrder, path: Path) -> None:
        """The sheet to this file; a refusal is shown in the page."""
        whole = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_order(self._company, order, whole)
        except UserError as refused:
            self._shell.refuse(refused)
            return
        self._shell.say(_("“{name}” has been saved.").format(name=whole.name), Tone.GOOD)
