"""The backlog of one day: its total, its splits, and the things behind it, dearest first."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table_of
from virtualcio.analysis.inventory.backlog import Area, Backlog, BacklogItem
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.overview.overview_charts import AREAS

_AT_ONCE = 200  # lines; the others follow when nothing is dragged any more
_PAUSE = 250  # ms


class BacklogOnDay(QWidget):
    """Left the sums, right the list; Enter or a double click on a line leads to the thing."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.total = Label(size=26, semibold=True, digits=True)
        self.splits = QGridLayout()
        self.unknown = Label(ink="watch", size=12, wrap=True)
        header = (_("Name"), _("Due since"), _("Because"), _("Remedy costs"))
        self.table = PlainTable(_("What is overdue then"), header, (0, 104, 128, 116), right=(3,))
        self.table.opened.connect(self.on_opened)
        self._sums = Card(" ")
        self._things = Card(_("What is overdue then"), " ")
        self.splits.setVerticalSpacing(3)
        self.splits.setColumnStretch(0, 1)
        self._sums.body.addWidget(self.total)
        self._sums.body.addLayout(self.splits)
        self._sums.body.addWidget(self.unknown)
        self._sums.body.addStretch(1)
        self._things.body.addWidget(self.table, 1)
        self._items: Sequence[BacklogItem] = ()
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(lambda: self._fill(len(self._items)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._sums, 2)
        row.addWidget(self._things, 5)

    def show_backlog(self, company: OpenCompany, found: Backlog) -> None:
        self._sums.set_title(_("As of {day}").format(day=formats.day(found.day)))
        self.total.setText(formats.money_short(found.total))
        self._show_splits(found)
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
        self._items = found.items
        self._fill(_AT_ONCE)
        if len(found.items) > _AT_ONCE:
            self._rest.start()
        else:
            self._rest.stop()

    def _fill(self, most: int) -> None:
        items = self._items[:most]
        self.table.fill(
            [_row(item) for item in items],
            [(table_of(type(item.record)).key, item.record.id) for item in items],
        )

    def _show_splits(self, found: Backlog) -> None:
        for row, (words, amount, apart) in enumerate(_splits(found)):
            for column, text in enumerate((words, formats.money_short(amount))):
                item = self.splits.itemAtPosition(row, column)
                label = item.widget() if item is not None else None
                if not isinstance(label, Label):
                    label = Label(ink="ink" if column else "second", size=12, digits=True)
                    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                    self.splits.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignTop)
                    self.splits.setRowMinimumHeight(row, 24 if apart else 18)
                label.setText(text)

    def on_opened(self, target: tuple[str, str]) -> None:
        tab, record = target
        self.shell.go("inventory", tab=tab, record=record)


def _splits(found: Backlog) -> list[tuple[str, Decimal, bool]]:
    """Words, amount, and whether the next line belongs to another split."""
    return [
        (_("Support ended"), found.support_ended, False),
        (_("Age only"), found.age_only, True),
        *((_(AREAS[area]), found.by_area[area], area is list(Area)[-1]) for area in Area),
        (_("Less than a year late"), found.by_delay["under_1"], False),
        (_("One to two years late"), found.by_delay["1_to_2"], False),
        (_("More than two years late"), found.by_delay["over_2"], False),
    ]


def _row(item: BacklogItem) -> tuple[str, ...]:
    because = _("support ended") if item.support_ended else _("age")
    amount = _("no value") if item.value.amount is None else formats.money_short(item.value.amount)
    return item.record.name, formats.day(item.due.due), because, amount
