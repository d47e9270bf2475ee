"""What an import did: every row that was not taken and why, every doubt that went in, and the way back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from virtualcio.actions.columns import Tone
from virtualcio.actions.company_takeover import CompanyResult
from virtualcio.actions.import_table import ImportResult
from virtualcio.actions.tables import TABLES
from virtualcio.formats import number
from virtualcio.texts import _, translate, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme

Index = QModelIndex | QPersistentModelIndex
_LEFT_OUT, _DOUBTS = "left_out", "doubts"
Line = tuple[int, str, str, str]  # row, what, sentence, key of the record ("" for none)


class ResultModel(QAbstractTableModel):
    """Row of the file, what it is about, and the sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._titles = (_("Row"), _("What"), _("Why"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return str(self.lines[index.row()][index.column()] or "")
        return None


class _LineDelegate(QStyledItemDelegate):
    """Text below its heading, a hairline below each row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, shown.accent_soft)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font(13, digits=True))
        painter.setPen(shown.ink if index.column() else shown.second)
        inner = rect.adjusted(10, 0, -8, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)


class ResultView(QWidget):
    """A double click or Enter on a doubt goes to the thing it is about."""

    opened = Signal(str)  # key of a record
    done = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(size=18, semibold=True, wrap=True)
        self.summary = Label(ink="second", wrap=True)
        self.undo_button = Button(_("Undo the import"), self.taken_back.emit, icon="undo-2")
        self.go_button = Button(_("Go to the rows"), self.done.emit, primary=True)
        self.chips = ChipRow(
            [(_LEFT_OUT, _("Not taken"), Tone.NEUTRAL), (_DOUBTS, _("Have a look"), Tone.WATCH)]
        )
        self.chips.chosen.connect(lambda _key: self._show_lines())
        self.lines = ResultModel(self)
        self.table = QTableView()
        self.table.setModel(self.lines)
        self.table.setAccessibleName(_("What needs a look"))
        self.table.activated.connect(self._on_activated)
        self._result: ImportResult | None = None
        self._build()

    def _build(self) -> None:
        table = self.table
        table.setItemDelegate(_LineDelegate(table))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setFrameShape(table.Shape.NoFrame)
        table.setWordWrap(True)
        table.setSelectionBehavior(table.SelectionBehavior.SelectRows)
        table.setEditTriggers(table.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(0, 64)
        table.setColumnWidth(1, 260)
        card = Card(padding=8)
        card.body.addWidget(table)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.title)
        whole.addWidget(self.summary)
        whole.addLayout(buttons)
        whole.addWidget(self.chips)
        whole.addWidget(card, 1)

    def show_result(self, result: ImportResult) -> None:
        """Say what came in, what was made with it, what stayed out and what is in doubt."""
        self._result = result
        count = len(result.added)
        if result.added or not result.updated:
            said_first = translate_count("{count} row imported", "{count} rows imported", count)
        else:
            said_first = _updated(result)
        self.title.setText(said_first)
        tables = {one.key: one for one in TABLES}
        said = [_("From “{file}” into {where}.").format(
            file=result.file_name, where=translate(tables[result.into].plural)
        )]  # fmt: skip
        if result.added and result.updated:
            said.append(_updated(result) + ".")
        for key, names in result.new_records.items():
            if names and key in tables:
                what = translate(tables[key].plural)
                said.append(_("Created too, {what}: {names}.").format(what=what, names=", ".join(names)))
        said.extend(str(note) for note in result.notes)
        if not result.left_out and not result.doubts:
            said.append(_("Every row went in, nothing is in doubt."))
        self.summary.setText("\n".join(said))
        texts = {
            _LEFT_OUT: f"{_('Not taken')} {number(len(result.left_out))}",
            _DOUBTS: f"{_('Have a look')} {number(len(result.doubts))}",
        }
        self.chips.choose(_DOUBTS if result.doubts else _LEFT_OUT)
        self.chips.show_texts(texts, frozenset() if result.doubts else frozenset({_DOUBTS}))
        self._show_lines()

    def show_company(self, result: CompanyResult) -> None:
        """Say what taking a whole workbook over did, and what of it stayed out."""
        self._result = None
        self.title.setText(
            translate_count("{count} row imported", "{count} rows imported", result.added)
            if result.added or not result.updated
            else translate_count("{count} row updated", "{count} rows updated", result.updated)
        )
        said = [_("From “{file}”.").format(file=result.file_name)]
        if result.added and result.updated:
            said.append(translate_count("{count} row updated", "{count} rows updated", result.updated) + ".")
        if result.left:
            said.append(
                translate_count(
                    "{count} row was there and stays as it is.",
                    "{count} rows were there and stay as they are.",
                    result.left,
                )
            )
        if not result.remarks:
            said.append(_("Every row went in, nothing is in doubt."))
        self.summary.setText("\n".join(said))
        texts = {
            _LEFT_OUT: f"{_('Not taken')} {number(0)}",
            _DOUBTS: f"{_('Have a look')} {number(len(result.remarks))}",
        }
        self.chips.choose(_DOUBTS)
        self.chips.show_texts(texts, frozenset() if result.remarks else frozenset({_DOUBTS}))
        self.lines.show_lines([(0, "", str(remark), "") for remark in result.remarks])

    def _show_lines(self) -> None:
        result = self._result
        if result is None:
            return
        lines: list[Line]
        if self.chips.key == _DOUBTS:
            lines = [(one.number, one.label, str(one.sentence), one.record_id) for one in result.doubts]
        else:
            lines = [(one.number, one.label, str(one.reason), "") for one in result.left_out]
        self.lines.show_lines(lines)

    def _on_activated(self, index: Index) -> None:
        key = self.lines.lines[index.row()][3]
        if key:
            self.opened.emit(key)


def _updated(result: ImportResult) -> str:
    return translate_count("{count} row updated", "{count} rows updated", len(result.updated))
