"""The rows of an import plan for the preview: sign, number, understood values, what is to be said."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, PlanValue, RowRole, RowState
from virtualcio.texts import _, translate
from virtualcio.ui.importing.plan_words import change_text, row_words, value_text

Index = QModelIndex | QPersistentModelIndex
TAKE, NUMBER, FIRST_VALUE = 0, 1, 2


class PlanModel(QAbstractTableModel):
    """Read-only towards the company; corrections are announced and come back as a new plan."""

    corrected = Signal(int, str, str)  # row number, column key, typed text

    def __init__(self, company: OpenCompany, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.plan: ImportPlan | None = None
        self.rows: list[PlanRow] = []
        self.keys: tuple[str, ...] = ()
        self.only: RowState | None = None
        self._columns: dict[str, Column] = {}
        self._titles: dict[str, str] = {}

    def show_plan(self, plan: ImportPlan | None, only: RowState | None) -> None:
        """Show the rows of a plan that are in state `only` (None: all); empty rows are never shown."""
        keys = plan.shown if plan is not None else ()
        rows = [row for row in plan.rows if _is_shown(row, only)] if plan is not None else []
        same_shape = keys == self.keys and len(rows) == len(self.rows)
        if not same_shape:
            self.beginResetModel()
        self.plan, self.only, self.rows, self.keys = plan, only, rows, keys
        if plan is not None:
            into: Table = table(plan.into)
            self._columns = {column.key: column for column in into.columns}
            self._titles = {one.key: one.title for one in plan.fields}
        if not same_shape:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST_VALUE + len(self.keys) + 1

    @property
    def words_column(self) -> int:
        """The last column, with what is to be said about the row."""
        return FIRST_VALUE + len(self.keys)

    def column(self, at: int) -> Column | None:
        return self._columns.get(self.key(at))

    def key(self, at: int) -> str:
        """Key of the field shown in a column, "" for sign, number and words."""
        return self.keys[at - FIRST_VALUE] if FIRST_VALUE <= at < self.words_column else ""

    def value(self, index: Index) -> PlanValue | None:
        return self.rows[index.row()].values.get(self.key(index.column()))

    def can_be_taken(self, row: PlanRow) -> bool:
        return row.role is RowRole.DATA

    def title(self, at: int) -> str:
        if at == NUMBER:
            return _("Row")
        if at == self.words_column:
            return _("What stands out")
        key = self.key(at)
        return translate(self._titles.get(key, key)) if key else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, at = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, at)
        if role == Qt.ItemDataRole.EditRole:
            value = self.value(index)
            return value.raw if value is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, at, self.value(index)) or None
        if role == Qt.ItemDataRole.CheckStateRole and at == TAKE and self.can_be_taken(row):
            return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
        return None

    def _text(self, row: PlanRow, at: int) -> str:
        if at == TAKE:
            return _STATE_WORDS[row.state]()
        if at == NUMBER:
            return str(row.in_file)
        if at == self.words_column:
            return row_words(row)
        change = row.changes.get(self.key(at))
        if change is not None:
            return change_text(self._company, self.column(at), change)
        if row.into_existing:
            return self._as_it_is(row, self.column(at))
        value = row.values.get(self.key(at))
        if value is not None:
            return value_text(self._company, self.column(at), value)
        if row.role is RowRole.DATA:
            return ""
        return {FIRST_VALUE: row.label, FIRST_VALUE + 1: row_words(row)}.get(at, "")

    def _as_it_is(self, row: PlanRow, column: Column | None) -> str:
        """What the record holds and keeps, whatever the list says."""
        if self.plan is None or column is None:
            return ""
        record = self._company.data.get(table(self.plan.into).kind, row.existing)
        return cells.text_of(self._company, column, record) if record is not None else ""

    def _tip(self, row: PlanRow, at: int, value: PlanValue | None) -> str:
        if at == self.words_column:
            return row_words(row)
        if value is None:
            return ""
        said = [str(sentence) for sentence in value.sentences]
        change = row.changes.get(self.key(at))
        if change is not None:
            said.insert(0, change_text(self._company, self.column(at), change))
        if value.raw:
            said.insert(0, _("In the file: “{text}”").format(text=value.raw))
        return "\n".join(said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.key(index.column()) and self.can_be_taken(self.rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A typed correction; an unchanged text corrects nothing."""
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.corrected.emit(self.rows[index.row()].number, self.key(index.column()), str(value))
        return True


_STATE_WORDS = {
    RowState.TAKEN: lambda: _("taken"),
    RowState.DOUBT: lambda: _("taken, look at it"),
    RowState.CHANGES: lambda: _("changes what is there"),
    RowState.SKIPPED: lambda: _("not taken"),
}


def _is_shown(row: PlanRow, only: RowState | None) -> bool:
    return row.role is not RowRole.BLANK and (only is None or row.state is only)


def counted(plan: ImportPlan) -> Sequence[tuple[RowState, int]]:
    """How many rows are in each state."""
    return [(state, plan.counts[state]) for state in RowState]
