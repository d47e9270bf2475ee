"""The records of one table as Qt's table views want them: sorted and filtered here over plain keys and
strings, because a proxy model with Python data takes seconds for 20,000 rows.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from virtualcio.actions.columns import Chip, Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import translate
from virtualcio.ui.common.cell_texts import CellTexts

Index = QModelIndex | QPersistentModelIndex
SLICE = 0.006  # seconds of work between two looks at the event queue
_FEW = 60  # of these even checks take no time
AT_ONCE = 400  # so few records are counted without waiting for idle time
RIGHT_ALIGNED = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.PERCENT})
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RecordModel(QAbstractTableModel):
    """Rows are records, columns are `Column`s. Changes arrive through `follow`, never by a reset."""

    counted = Signal()  # the chips' counts are known (again)
    rows_changed = Signal()  # other rows are shown than before

    def __init__(self, company: OpenCompany, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.company = company
        self.table = table
        self.columns: list[Column] = [column for column in table.columns if column.shown]
        self.texts = CellTexts(company, table)
        self.texts.search_in(self.columns)
        self.rows: list[Record] = list(self.all_records())
        self.sorted_by: tuple[str, bool] | None = None  # column key, descending
        self.filter_text = ""
        self.chip: Chip | None = None
        self.counts: Mapping[str, int] | None = None
        self._row_of: dict[str, int] | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._count_a_slice)
        self._uncounted: list[Record] = []
        self._unprepared: list[tuple[Column, list[Record]]] = []
        self._counting: dict[str, int] = {}
        self._resting = False
        self._start_counting()

    def all_records(self) -> Sequence[Record]:
        """The records that rows are made of, without filter; a part of the table shows fewer."""
        return self.company.data.all(self.table.kind)

    def records_by_key(self) -> Mapping[str, Record]:
        return self.company.data.by_key(self.table.kind)

    # --- what Qt asks ----------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            column, record = self.columns[index.column()], self.rows[index.row()]
            text = self.texts.text(column, record)
            if text or column.missing is None or role == Qt.ItemDataRole.DisplayRole:
                return text
            return column.missing(self.company, record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].kind in RIGHT_ALIGNED else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate(column.help) or translate(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in RIGHT_ALIGNED else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # --- rows and columns --------------------------------------------------------------

    def record_at(self, row: int) -> Record | None:
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, key: str) -> int | None:
        """Where the record with this key is shown; None if it is not."""
        if self._row_of is None:
            self._row_of = {record.id: row for row, record in enumerate(self.rows)}
        return self._row_of.get(key)

    def column_at(self, key: str) -> int | None:
        return next((at for at, column in enumerate(self.columns) if column.key == key), None)

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; unknown keys (of an older program) are passed over."""
        known = {column.key: column for column in self.table.columns}
        chosen = [known[key] for key in keys if key in known]
        if not chosen or chosen == self.columns:
            return
        self.beginResetModel()
        self.columns = chosen
        self.texts.search_in(self.columns)
        self.endResetModel()
        self._start_counting()

    # --- sort and filter ------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            self.sorted_by = None
        else:
            self.sorted_by = (self.columns[column].key, order == Qt.SortOrder.DescendingOrder)
        self._arrange(self.rows)

    def filter_by(self, text: str, chip: Chip | None) -> None:
        """Show the records that contain every word of `text` and that `chip` keeps."""
        self.filter_text, self.chip = text, chip
        self._arrange(self._matching(self.all_records()))
        self.rows_changed.emit()

    def _matching(self, records: Iterable[Record]) -> list[Record]:
        chip, texts = self.chip, self.texts
        words = [word.encode("utf-8", "surrogatepass") for word in self.filter_text.casefold().split()]
        if chip is not None:
            records = [record for record in records if texts.keeps(chip, record)]
        for word in words:
            records = [record for record in records if word in texts.search_text(record)]
        return list(records)

    def _sorted(self, records: list[Record]) -> list[Record]:
        if self.sorted_by is None:
            return records
        key, descending = self.sorted_by
        ranks = self.texts.ranks(self.table.column(key))
        ranked = [(ranks.get(record.id, -1), record) for record in records]
        present = [pair for pair in ranked if pair[0] >= 0]
        present.sort(key=itemgetter(0), reverse=descending)
        return [pair[1] for pair in present] + [record for rank, record in ranked if rank < 0]

    def _arrange(self, records: list[Record]) -> None:
        """Put these records into the rows, sorted; what is selected and still shown stays selected."""
        before = self.rows
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        self.rows, self._row_of = self._sorted(list(records)), None
        if held:
            moved = []
            for index in held:
                row = self.row_of(before[index.row()].id) if index.row() < len(before) else None
                moved.append(QModelIndex() if row is None else self.index(row, index.column()))
            self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    # --- changes ----------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        """Show what a change made of the records. Rows stay where they are; new ones come at the end."""
        self.texts.forget(change)
        data = self.records_by_key()
        touched = None if change is None else change.touched.get(self.table.kind, frozenset())
        if touched is None or any((key in data) != (self.row_of(key) is not None) for key in touched):
            self._take_out_gone(data)
            self._put_in_new(data if touched is None else touched)
        foreign = touched is None or change is None or set(change.kinds) != {self.table.kind}
        rows = range(len(self.rows)) if foreign else [self.row_of(key) for key in touched or ()]
        shown = [row for row in rows if row is not None]
        if shown:
            self.dataChanged.emit(self.index(min(shown), 0), self.index(max(shown), len(self.columns) - 1))
        self._start_counting()

    def _take_out_gone(self, data: Mapping[str, Record]) -> None:
        """Remove rows without a record, neighbours together; an undone record may be a new object."""
        last = len(self.rows) - 1
        while last >= 0:
            current = data.get(self.rows[last].id)
            if current is not None:
                self.rows[last] = current
                last -= 1
                continue
            first = last
            while first > 0 and self.rows[first - 1].id not in data:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self._row_of = None
            self.endRemoveRows()
            last = first - 1

    def _put_in_new(self, keys: Iterable[str]) -> None:
        data = self.records_by_key()
        fresh = [data[key] for key in keys if key in data and self.row_of(key) is None]
        if self.chip or self.filter_text:
            fresh = self._matching(fresh)
        if fresh:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            order = {key: at for at, key in enumerate(data)} if len(fresh) > 1 else {}
            self.rows.extend(sorted(fresh, key=lambda record: order.get(record.id, 0)))
            self._row_of = None
            self.endInsertRows()

    # --- counting in idle time ----------------------------------------------------------------

    def _start_counting(self) -> None:
        self._uncounted = list(self.all_records())
        self._counting = dict.fromkeys((chip.key for chip in self.table.chips), 0)
        self._unprepared = []
        later = self.counts is not None and any(chip.when_idle for chip in self.table.chips)
        if len(self._uncounted) <= (_FEW if later else AT_ONCE):
            self._count_until(float("inf"))
        else:
            if not self._resting:
                self._unprepared = [(column, list(self._uncounted)) for column in self.columns]
            self._idle.start()

    def rest(self) -> None:
        """Nobody sees the table: what makes sorting and filtering fast takes 1 kB a row and more."""
        if len(self.rows) > AT_ONCE:
            self._resting, self._unprepared = True, []
            self.texts.rest()

    def wake(self) -> None:
        """It is seen again: prepare sorting as before."""
        self._resting = False
        if len(self.rows) > AT_ONCE and not self._unprepared and not self._idle.isActive():
            self._unprepared = [(column, list(self.rows)) for column in self.columns]
            self._idle.start()

    def _count_a_slice(self) -> None:
        self._count_until(time.perf_counter() + SLICE)

    def _count_until(self, end: float) -> None:
        """Count the chips' records and, on the way, prepare the filter line's texts."""
        chips, texts = self.table.chips, self.texts
        while self._uncounted:
            for record in self._uncounted[-50:]:
                if not self._resting:
                    texts.search_text(record)
                for chip in chips:
                    self._counting[chip.key] += texts.keeps(chip, record)
            del self._uncounted[-50:]
            if time.perf_counter() >= end:
                return
        if self.counts is None or self.counts != self._counting:
            self.counts = dict(self._counting)
            self.counted.emit()
        self._prepare_sorting(end)

    def _prepare_sorting(self, end: float) -> None:
        """So that the first click on a title is as fast as the second."""
        while self._unprepared:
            column, records = self._unprepared[-1]
            for record in records[-50:]:
                self.texts.sort_key(column, record)
            del records[-50:]
            if not records:
                self.texts.ranks(column)  # some 15 ms for 10,000 rows
                self._unprepared.pop()
            if time.perf_counter() >= end:
                return
        self._idle.stop()
