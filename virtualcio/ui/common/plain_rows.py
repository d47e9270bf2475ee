"""The rows of a table that is only read, as Qt asks for them: plain texts, not one item per cell."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SHOWN = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)


class PlainRows(QAbstractTableModel):
    """Texts in rows and columns; a row may have a target, which is what it leads to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.header: tuple[str, ...] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.targets: Sequence[object] = ()
        self._right: frozenset[int] = frozenset()
        self._help: dict[int, str] = {}

    def set_header(self, header: Sequence[str], right: Iterable[int]) -> None:
        """Other columns; the rows of the old ones are gone."""
        self.beginResetModel()
        self.header, self._right = tuple(header), frozenset(right)
        self.rows, self.targets, self._help = (), (), {}
        self.endResetModel()

    def set_titles(self, titles: Sequence[str]) -> None:
        """The same columns called otherwise; rows and selection remain."""
        self.header = tuple(titles)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.header) - 1)

    def set_help(self, column: int, text: str) -> None:
        """What is told about a column beyond its title."""
        self._help[column] = text

    def fill(self, rows: Sequence[Sequence[str]], targets: Sequence[object]) -> None:
        """Other texts in the same columns: what is selected and where the list stands remain."""
        before, now = len(self.rows), len(rows)
        nowhere = QModelIndex()
        if now < before:
            self.beginRemoveRows(nowhere, now, before - 1)
        elif now > before:
            self.beginInsertRows(nowhere, before, now - 1)
        self.rows, self.targets = tuple(rows), tuple(targets)
        if now < before:
            self.endRemoveRows()
        elif now > before:
            self.endInsertRows()
        if now and self.header:
            self.dataChanged.emit(self.index(0, 0), self.index(now - 1, len(self.header) - 1))

    def text_at(self, row: int, column: int) -> str:
        """What a cell says, "" where there is none."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else ""

    def target_of(self, row: int) -> object:
        """What a row leads to; None if it leads nowhere."""
        return self.targets[row] if 0 <= row < len(self.targets) else None

    # --- what Qt asks ----------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _SHOWN:
            return self.text_at(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._right else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.header[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._help.get(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._right else _LEFT
        return None
