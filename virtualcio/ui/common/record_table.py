"""The table of records that every step uses: edit in place, select blocks, sort, follow changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Chip, Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.typed_value import store
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import translate
from virtualcio.ui.common.entry import Leave
from virtualcio.ui.common.record_delegate import RecordDelegate
from virtualcio.ui.common.record_header import RecordHeader
from virtualcio.ui.common.record_model import RecordModel

ROW_HEIGHT = 36
Index = QModelIndex | QPersistentModelIndex
_Triggers = QAbstractItemView.EditTrigger


class RecordTable(QTableView):
    """Rows of one `Table`. Cells are selected, as for copying blocks; their rows are what is acted upon."""

    selected = Signal()  # other rows are selected, or another one is current

    def __init__(
        self,
        company: OpenCompany,
        table: Table,
        parent: QWidget | None = None,
        model: RecordModel | None = None,
    ) -> None:
        super().__init__(parent)
        self.company = company
        self.table = table
        self.given: Mapping[str, Any] = {}  # what every new row holds, by column key
        self.records = model or RecordModel(company, table, self)
        self.setModel(self.records)
        self.looks = RecordDelegate(self, self.records)
        self.setItemDelegate(self.looks)
        self.looks.left.connect(self.move_on)
        self.looks.turned.connect(self.turn_over)
        self.header = RecordHeader(self.records, self)
        self.setHorizontalHeader(self.header)
        self.header.sectionPressed.disconnect()  # Qt's own: it would select the column, and so every row
        self.header.sectionEntered.disconnect()
        self.header.sectionClicked.connect(self.sort_by_section)
        self.header.sectionDoubleClicked.connect(self.sort_by_section)  # two quick clicks are two clicks
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(self.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(_Triggers.DoubleClicked | _Triggers.EditKeyPressed | _Triggers.AnyKeyPressed)
        self.setAccessibleName(translate(table.plural))
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.selected.emit())
        self.records.layoutChanged.connect(self._on_selected)
        self.records.modelReset.connect(self.header.fit)
        for changed in (self.records.dataChanged, self.records.rowsInserted):
            changed.connect(self.header.widen)

    # --- what is selected ---------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        rows: set[int] = set()
        for block in self.selectionModel().selection().toList():
            rows.update(range(block.top(), block.bottom() + 1))
        return sorted(rows)

    def selected_records(self) -> list[Record]:
        """The records of the selected rows, from the top; the current one if nothing is selected."""
        rows = self.selected_rows()
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.records.rows[row] for row in rows if row < len(self.records.rows)]

    def selected_columns(self) -> list[int]:
        columns: set[int] = set()
        for block in self.selectionModel().selection().toList():
            columns.update(range(block.left(), block.right() + 1))
        return [at for at in sorted(columns) if not self.isColumnHidden(at)]

    def columns_from(self, first: int) -> list[Column]:
        """The columns that can be seen, from this one to the right."""
        columns = self.records.columns
        return [columns[at] for at in range(first, len(columns)) if not self.isColumnHidden(at)]

    def current_record(self) -> Record | None:
        index = self.currentIndex()
        return self.records.record_at(index.row()) if index.isValid() else None

    def current_column(self) -> Column | None:
        index = self.currentIndex()
        return self.records.columns[index.column()] if index.isValid() else None

    def show_record(self, key: str, column: str = "", *, edit: bool = False) -> bool:
        """Select a record's row and scroll to it, and begin typing if `edit`. False if it is not shown."""
        row = self.records.row_of(key)
        if row is None:
            return False
        at = self.records.column_at(column) if column else self._column_to_stay_in()
        index = self.records.index(row, at if at is not None else 0)
        self.go_to(index)
        self.scrollTo(index)
        if edit:
            self.setFocus()
            self.edit(index)
        return True

    def go_to(self, index: QModelIndex) -> None:
        """Make one cell current and select it alone, whichever keys are held down (Ctrl would add it)."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_records(self, records: Sequence[Record]) -> None:
        """Select the rows of these records, the first one current."""
        rows = [row for record in records if (row := self.records.row_of(record.id)) is not None]
        if not rows:
            return
        last = self.records.columnCount() - 1
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.records.index(row, 0), self.records.index(row, last))
        first = self.records.index(rows[0], 0)
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def _column_to_stay_in(self) -> int:
        return max(0, self.currentIndex().column())

    def _on_selected(self) -> None:
        self.looks.selected_rows = frozenset(self.selected_rows())
        self.viewport().update()
        self.selected.emit()

    # --- sorting, filtering, changes --------------------------------------------------------

    def sort_by_section(self, at: int) -> None:
        """Sort by this column, upwards first, then downwards."""
        before = self.records.sorted_by
        down = before is not None and before == (self.records.columns[at].key, False)
        self.records.sort(at, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        self.header.viewport().update()

    def filter_by(self, text: str, chip: Chip | None) -> None:
        self.records.filter_by(text, chip)

    def follow(self, change: Change | None) -> None:
        """Show what a change made of the rows."""
        self.records.follow(change)
        self._on_selected()

    # --- keyboard and mouse -----------------------------------------------------------------

    def move_on(self, leave: Leave) -> None:
        """After an editor stored its value: Enter goes down, Tab to the next column that can be typed in."""
        if leave is Leave.AWAY:
            return
        self.setFocus()
        index = self.currentIndex()
        if leave is Leave.DOWN and index.row() + 1 < self.records.rowCount():
            self.go_to(self.records.index(index.row() + 1, index.column()))
        elif leave in (Leave.RIGHT, Leave.LEFT):
            self._move_sideways(1 if leave is Leave.RIGHT else -1)

    def _move_sideways(self, by: int) -> None:
        index = self.currentIndex()
        row, at = index.row(), index.column() + by
        columns = self.records.columns
        while 0 <= at < len(columns) and (not columns[at].editable or self.isColumnHidden(at)):
            at += by
        if not 0 <= at < len(columns):
            row, at = row + by, 0 if by > 0 else len(columns) - 1
        if 0 <= row < self.records.rowCount():
            self.go_to(self.records.index(row, at))

    def turn_over(self, index: Index) -> None:
        """Yes becomes no, and no yes."""
        column, record = self.records.columns[index.column()], self.records.rows[index.row()]
        value = bool(cells.value_of(self.company, column, record))
        store(self.company, self.table, column, [record], not value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        index = self.currentIndex()
        column = self.current_column()
        if key == Qt.Key.Key_Space and column is not None and column.kind is Kind.YES_NO:
            self.turn_over(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.move_on(Leave.DOWN)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.ignore()  # the commands have these keys
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.looks.hovered_row:
            self.looks.hovered_row = row
            self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.records.rest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.records.wake()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit()
