"""The menu that chooses which columns a table shows, by group; the choice and the widths are kept."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from virtualcio.actions.columns import Column
from virtualcio.texts import _, translate
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell

_LATER = 400  # ms after the last change of a width, so that dragging writes once


class _StayingMenu(QMenu):
    """Stays open while columns are checked one after the other."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if not self._turned(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._turned(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _turned(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class ColumnChoice(QObject):
    """Belongs to one RecordTable; what is chosen is remembered for this user, not in the company file."""

    def __init__(self, table: RecordTable, shell: Shell) -> None:
        super().__init__(table)
        self._table = table
        self._shell = shell
        self._keep_later = QTimer(self, interval=_LATER, singleShot=True)
        self._keep_later.timeout.connect(self._keep)
        self._take_kept()
        table.header.customContextMenuRequested.connect(self._on_menu)
        table.header.sectionResized.connect(lambda _at, _before, _now: self._keep_later.start())

    @property
    def _key(self) -> str:
        return f"columns/{self._table.table.key}"

    def _take_kept(self) -> None:
        kept = self._shell.remembered(self._key)
        if not isinstance(kept, dict):
            return
        shown, widths = kept.get("shown"), kept.get("widths")
        self._table.header.leaves_out = kept.get("chosen") is not True
        if isinstance(shown, list):
            self._table.records.show_columns([str(key) for key in shown])
        if isinstance(widths, dict):
            self._table.header.take_widths(
                {str(key): int(width) for key, width in widths.items() if isinstance(width, int)}
            )

    def _keep(self) -> None:
        shown = [column.key for column in self._table.records.columns]
        header = self._table.header
        kept = {"shown": shown, "widths": dict(header.widths()), "chosen": not header.leaves_out}
        self._shell.remember(self._key, kept)

    def menu(self) -> QMenu:
        """Every column with a check mark, and the way back to how it was at first."""
        menu = _StayingMenu(self._table)
        shown = set(self._seen())
        group = None
        for column in sorted(self._table.table.columns, key=self._place):
            if column.group != group:
                group = column.group
                menu.addSection(translate(group))
            action = QAction(translate(column.title), menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.field != self._table.table.name_field)
            action.toggled.connect(lambda on, column=column: self.turn(column, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Back to the default")).triggered.connect(
            lambda _checked=False: self.back_to_first()
        )
        return menu

    def _place(self, column: Column) -> int:
        groups = list(dict.fromkeys(column.group for column in self._table.table.columns))
        return groups.index(column.group)

    def turn(self, column: Column, on: bool) -> None:
        """Show or hide a column; columns stand in the order of the table's definition."""
        shown = set(self._seen())
        shown ^= {column.key} if (column.key in shown) != on else set()
        self._table.header.leaves_out = False
        self._show([one.key for one in self._table.table.columns if one.key in shown])

    def _seen(self) -> list[str]:
        """Keys of the columns that stand in the table; spare ones may be left out for want of room."""
        return [column.key for column in self._table.columns_from(0)]

    def back_to_first(self) -> None:
        """Columns and widths as they were before anybody changed them."""
        self._table.header.leaves_out = True
        self._table.header.take_widths({})
        self._show([column.key for column in self._table.table.columns if column.shown])

    def _show(self, keys: list[str]) -> None:
        record = self._table.current_record()
        self._table.records.show_columns(keys)
        self._table.header.fit()
        self._keep()
        if record is not None:
            self._table.show_record(record.id)

    def _on_menu(self, spot: QPoint) -> None:
        self.menu().popup(self._table.header.mapToGlobal(spot))
