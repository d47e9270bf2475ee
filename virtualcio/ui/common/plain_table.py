"""A table only to be read and copied: numbers of a chart, lists of facts. Editing has RecordTable."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

ROW_HEIGHT = 28
_SIDE = 8
_TARGET = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """`opened` gives what was handed to `fill` as the target of a row, on Enter or a double click.

    `widths` are column widths in px, 0 for the column that takes what is left.
    """

    opened = Signal(object)

    def __init__(
        self, name: str, header: Sequence[str] = (), widths: Sequence[int] = (), right: Sequence[int] = ()
    ) -> None:
        """`right` are the columns of numbers. `name` is what screen readers say."""
        super().__init__()
        self._right: frozenset[int] = frozenset()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Padded(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.itemActivated.connect(self._on_activated)
        if header:
            self.set_header(header, widths, right)

    def set_header(
        self, header: Sequence[str], widths: Sequence[int] = (), right: Iterable[int] = ()
    ) -> None:
        self._right = frozenset(right)
        self.setColumnCount(len(header))
        for column, title in enumerate(header):
            heading = QTableWidgetItem(title)
            heading.setTextAlignment(_RIGHT if column in self._right else _LEFT)
            self.setHorizontalHeaderItem(column, heading)
            width = widths[column] if column < len(widths) else 0
            mode = QHeaderView.ResizeMode
            self.horizontalHeader().setSectionResizeMode(column, mode.Interactive if width else mode.Stretch)
            if width:
                self.setColumnWidth(column, width)

    def fill(self, rows: Sequence[Sequence[str]], targets: Sequence[object] = ()) -> None:
        """Show these rows instead of the old ones; `targets` belong to them one by one."""
        self.setRowCount(len(rows))
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                cell.setTextAlignment(_RIGHT if column in self._right else _LEFT)
                if column == 0 and targets:
                    cell.setData(_TARGET, targets[index])
                self.setItem(index, column, cell)

    def text_at(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return "" if cell is None else cell.text()

    def selected_target(self) -> object:
        """What belongs to the selected row; None if there is none."""
        cells = self.selectedItems()
        first = self.item(cells[0].row(), 0) if cells else None
        return None if first is None else first.data(_TARGET)

    def copy(self) -> None:
        """The selected rows, or all, with their header to the clipboard, ready for a spreadsheet."""
        chosen = sorted({cell.row() for cell in self.selectedItems()}) or range(self.rowCount())
        columns = range(self.columnCount())
        titles = [self.horizontalHeaderItem(column) for column in columns]
        lines = ["\t".join("" if title is None else title.text() for title in titles)]
        lines += ["\t".join(self.text_at(row, column) for column in columns) for row in chosen]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _on_activated(self, cell: QTableWidgetItem) -> None:
        first = self.item(cell.row(), 0)
        target = None if first is None else first.data(_TARGET)
        if target is not None:
            self.opened.emit(target)


class _Padded(QStyledItemDelegate):
    """Cells begin where their heading begins."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
