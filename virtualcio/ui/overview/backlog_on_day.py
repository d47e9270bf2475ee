"""The backlog of one day: its total, its splits, and the things behind it, dearest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table_of
from virtualcio.analysis.inventory.backlog import Area, Backlog, BacklogItem
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.overview.overview_charts import AREAS

_ROW_HEIGHT = 28
_TARGET = Qt.ItemDataRole.UserRole


class BacklogOnDay(QWidget):
    """Left the sums, right the list; Enter or a double click on a line leads to the thing."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.total = Label(size=26, semibold=True, digits=True)
        self.splits = Label(ink="second", size=12, wrap=True)
        self.unknown = Label(ink="watch", size=12, wrap=True)
        self.table = _table()
        self.table.itemActivated.connect(self.on_activated)
        self._sums = Card(" ")
        self._things = Card(_("What is overdue then"), " ")
        for label in (self.total, self.splits, self.unknown):
            self._sums.body.addWidget(label)
        self._sums.body.addStretch(1)
        self._things.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._sums, 2)
        row.addWidget(self._things, 5)

    def show_backlog(self, company: OpenCompany, found: Backlog) -> None:
        self._sums.set_title(_("As of {day}").format(day=formats.day(found.day)))
        self.total.setText(formats.money_short(found.total))
        self.splits.setText("\n".join(_split_lines(found)))
        unknown = len(found.unknown_due)
        self.unknown.setText(
            translate_count(
                "{count} thing has no known due date and is missing here.",
                "{count} things have no known due date and are missing here.",
                unknown,
            )
        )
        self.unknown.setVisible(unknown > 0)
        self._things.set_note(translate_count("{count} thing", "{count} things", len(found.items)))
        self.table.setRowCount(len(found.items))
        for row, item in enumerate(found.items):
            _fill_row(self.table, row, item)

    def on_activated(self, cell: QTableWidgetItem) -> None:
        line = self.table.item(cell.row(), 0)
        if line is not None:
            tab, record = line.data(_TARGET)
            self.shell.go("inventory", tab=tab, record=record)


def _split_lines(found: Backlog) -> list[str]:
    pairs = [
        (_("Support ended"), found.support_ended),
        (_("Age only"), found.age_only),
        *((_(AREAS[area]), found.by_area[area]) for area in Area),
        (_("Less than a year late"), found.by_delay["under_1"]),
        (_("One to two years late"), found.by_delay["1_to_2"]),
        (_("More than two years late"), found.by_delay["over_2"]),
    ]
    return [f"{words}: {formats.money_short(amount)}" for words, amount in pairs]


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels([_("Name"), _("Due since"), _("Because"), _("Remedy costs")])
    table.setAccessibleName(_("What is overdue then"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setFrameShape(QTableWidget.Shape.NoFrame)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((1, 100), (2, 130), (3, 120)):
        header.resizeSection(column, width)
    return table


def _fill_row(table: QTableWidget, row: int, item: BacklogItem) -> None:
    because = _("support ended") if item.support_ended else _("age")
    amount = _("no value") if item.value.amount is None else formats.money_short(item.value.amount)
    texts = (item.record.name, formats.day(item.due.due), because, amount)
    for column, text in enumerate(texts):
        cell = QTableWidgetItem(text)
        if column == 3:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, cell)
        if column == 0:
            cell.setData(_TARGET, (table_of(type(item.record)).key, item.record.id))
