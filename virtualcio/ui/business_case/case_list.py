"""The list of open initiatives with what their business cases say."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from virtualcio import formats
from virtualcio.actions.business_case.case_rows import CaseRow, case_rows
from virtualcio.actions.business_case.case_words import short_payback
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.business_case.name_and_cost import ROW_HEIGHT, NameAndCost
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.plain_table import PlainTable

_WIDTHS = (0, 76, 76, 82, 62)  # px
_COST, _VALUE, _PAYBACK = 1, 2, 3  # the cost is painted below the name
_NARROW, _TIGHT = 380, 290  # px: below, the value has no room beside the names, then the payback neither


class CaseList(Card):
    """Those with a case first, then those that need one, then all others."""

    chosen = Signal(str)  # key of an initiative
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Initiatives"), " ", padding=0)
        self.note_label.setToolTip(_("Risk: in how many of 100 cases it does not pay"))
        self.table = PlainTable(
            _("Initiatives and whether they pay"),
            (_("Initiative"), _("Cost"), _("Value"), _("Money back"), _("Risk")),
            _WIDTHS,
            range(1, 5),
        )
        self.table.setColumnHidden(_COST, True)
        self.table.setItemDelegateForColumn(0, NameAndCost(self.table))
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.keys: list[str] = []
        self._filling = False
        self.header.setContentsMargins(16, 14, 16, 0)
        self.note_label.setMinimumWidth(1)  # the window may get narrower than the words
        self.body.setContentsMargins(6, 0, 6, 6)
        self.body.addWidget(self.table, 1)
        self.table.currentCellChanged.connect(self._on_row)
        self.table.opened.connect(lambda key: self.opened.emit(str(key)))

    def show_company(self, company: OpenCompany) -> None:
        """Show what holds now; the chosen one stays chosen."""
        results = company.results
        rows = case_rows(results)
        others = results.initiatives_without_case
        before = self.current_key
        self.keys = [*(row.initiative_id for row in rows), *(one.id for one in others)]
        self._filling = True
        nothing = ("", *(formats.NO_VALUE,) * 3)
        cells = [*map(_cells, rows), *((one.name, *nothing) for one in others)]
        self.table.fill(cells, self.keys)
        self._filling = False
        self._show_note()
        self.select(before)

    @property
    def current_key(self) -> str:
        """The chosen initiative; "" if there is none."""
        row = self.table.currentRow()
        return self.keys[row] if 0 <= row < len(self.keys) else ""

    def select(self, key: str) -> None:
        """Mark the row of an initiative without telling anybody."""
        self._filling = True
        if key in self.keys:
            self.table.setCurrentCell(self.keys.index(key), 0)
        else:
            self.table.clearSelection()
        self._filling = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_VALUE, self.width() < _NARROW)
        self.table.setColumnHidden(_PAYBACK, self.width() < _TIGHT)
        self._show_note()

    def _show_note(self) -> None:
        """What the column of the risk says, where there is room for it."""
        self.set_note(_("in €") if self.width() < _NARROW else _("in € · risk: does not pay"))

    def _on_row(self, row: int, *_others: int) -> None:
        if not self._filling and 0 <= row < len(self.keys):
            self.chosen.emit(self.keys[row])


def _cells(row: CaseRow) -> tuple[str, ...]:
    if not row.has_case:
        return (row.name, formats.number(row.cost), *(formats.NO_VALUE,) * 3)
    return (
        row.name,
        formats.number(row.cost),
        formats.number(row.net_present_value),
        short_payback(row.payback_months),
        formats.percent(row.chance_percent),
    )
