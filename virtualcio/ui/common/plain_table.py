"""A table only to be read and copied: numbers of a chart, lists of facts. Editing has RecordTable."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from virtualcio.ui.common.plain_rows import PlainRows
from virtualcio.ui.shell import theme

ROW_HEIGHT = 28
_SIDE = 8
_AIR = 10  # px more than a text needs beside its padding: with Qt's own margins it is never cut
_DIGIT = re.compile(r"\d")
_LONGEST = 8  # texts with most letters, of which one is the widest


class PlainTable(QTableView):
    """`opened` gives what was handed to `fill` as the target of a row, on Enter or a double click.

    `widths` are column widths in px, 0 for the column that takes what is left. Methods and signals have the
    names of Qt's table of items, which takes several times the memory.
    """

    opened = Signal(object)
    currentCellChanged = Signal(int, int, int, int)  # row and column now and before, -1 for none
    itemSelectionChanged = Signal()

    def __init__(
        self, name: str, header: Sequence[str] = (), widths: Sequence[int] = (), right: Sequence[int] = ()
    ) -> None:
        """`right` are the columns of numbers. `name` is what screen readers say."""
        super().__init__()
        self.texts = PlainRows(self)
        self.setModel(self.texts)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(PaddedCells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.itemSelectionChanged.emit())
        self.selectionModel().currentChanged.connect(self._on_current_cell)
        if header:
            self.set_header(header, widths, right)

    def set_header(
        self, header: Sequence[str], widths: Sequence[int] = (), right: Iterable[int] = ()
    ) -> None:
        """Other columns, and no rows yet."""
        self.texts.set_header(header, right)
        for column in range(len(header)):
            width = widths[column] if column < len(widths) else 0
            mode = QHeaderView.ResizeMode
            self.horizontalHeader().setSectionResizeMode(column, mode.Interactive if width else mode.Stretch)
            if width:
                self.setColumnWidth(column, width)

    def fill(self, rows: Sequence[Sequence[str]], targets: Sequence[object] = ()) -> None:
        """Show these rows instead of the old ones; `targets` belong to them one by one."""
        self.texts.fill(rows, targets)

    def fit_columns(self, columns: Iterable[int], most: int = 0) -> None:
        """As wide as heading and widest text, `most` px at most (0: no limit). For some hundred rows."""
        cells, heads = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        for column in columns:
            texts = sorted((self.text_at(row, column) for row in range(self.rowCount())), key=len)
            # digits are painted all as wide as the widest, which is 0
            wide = [cells.horizontalAdvance(_DIGIT.sub("0", text)) for text in texts[-_LONGEST:]]
            needed = max([heads.horizontalAdvance(self.texts.header[column]), *wide]) + 2 * _SIDE + _AIR
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, min(needed, most) if most else needed)

    def rowCount(self) -> int:
        return self.texts.rowCount()

    def columnCount(self) -> int:
        return self.texts.columnCount()

    def text_at(self, row: int, column: int) -> str:
        return self.texts.text_at(row, column)

    def currentRow(self) -> int:
        """-1 if there is none."""
        return self.currentIndex().row()

    def setCurrentCell(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.texts.index(row, column))

    def selected_target(self) -> object:
        """What belongs to the selected row; None if there is none."""
        rows = self._selected_rows()
        return self.texts.target_of(rows[0]) if rows else None

    def _selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectedIndexes()})

    def copy(self) -> None:
        """The selected rows, or all, with their header to the clipboard, ready for a spreadsheet."""
        chosen = self._selected_rows() or range(self.rowCount())
        columns = range(len(self.texts.header))
        lines = ["\t".join(title.replace("\n", " ") for title in self.texts.header)]
        lines += ["\t".join(self.text_at(row, column) for column in columns) for row in chosen]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _on_current_cell(self, now: QModelIndex, before: QModelIndex) -> None:
        self.currentCellChanged.emit(now.row(), now.column(), before.row(), before.column())

    def _on_activated(self, index: QModelIndex) -> None:
        target = self.texts.target_of(index.row())
        if target is not None:
            self.opened.emit(target)


class PaddedCells(QStyledItemDelegate):
    """Cells begin where their heading begins."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.setPen(QPen(theme.current().line, 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
