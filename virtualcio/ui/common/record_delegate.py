"""How a cell of a table of records looks, and which editor it opens."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.formats import NO_VALUE
from virtualcio.model import Record
from virtualcio.ui.common.entry import Entry, Leave, editor_class
from virtualcio.ui.common.pickers import LinksEditor, ReferenceEditor
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.common.record_model import RIGHT_ALIGNED, RecordModel
from virtualcio.ui.common.value_editors import ChoiceEditor, LongTextEditor
from virtualcio.ui.shell import theme

Index = QModelIndex | QPersistentModelIndex
SIDE = 8  # px between a cell's edge and its text
_BOX = 14
_FIGURES = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.PERCENT, Kind.DATE})
_TICK = (QPoint(3, 7), QPoint(6, 10), QPoint(11, 4))
_LONG_TEXT_HEIGHT = 96
_CHOICE_WIDTH = 170


def font_of(table: Table, column: Column) -> QFont:
    """The letters in the cells of a column; names are stronger, figures stand below each other."""
    return theme.font(13, medium=column.field == table.name_field, digits=column.kind in _FIGURES)


def fitting_names(names: Sequence[str], letters: QFontMetricsF, room: float) -> str:
    """'CAD, Statik +2': as many names as fit into `room` px, and how many more there are."""
    best = ""
    for count in range(1, len(names) + 1):
        rest = len(names) - count
        text = ", ".join(names[:count]) + (f" +{rest}" if rest else "")
        if letters.horizontalAdvance(text) <= room + 1:
            best = text
        elif count > 1:
            break
    if best or not names:
        return best
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    left = room + 1 - letters.horizontalAdvance(more)
    return letters.elidedText(names[0], Qt.TextElideMode.ElideRight, left) + more


class RecordDelegate(QStyledItemDelegate):
    """Paints from the theme of the moment; a click into a yes/no box turns it over."""

    left = Signal(object)  # Leave: an editor stored its value
    cancelled = Signal()  # an editor was left without storing
    turned = Signal(object)  # index of a yes/no cell that was clicked

    def __init__(self, view: QAbstractItemView, model: RecordModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered_row = -1
        self.selected_rows: frozenset[int] = frozenset()

    # --- looks ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        rect: QRect = option.rect
        row = index.row()
        column, record = self._model.columns[index.column()], self._model.rows[row]
        if row in self.selected_rows:
            painter.fillRect(rect, shown.accent_soft)
        elif row == self.hovered_row:
            painter.fillRect(rect, shown.hover)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(SIDE, 0, -SIDE, 0)
        if column.kind is Kind.STATUS:
            status = self._model.texts.status(column, record)
            if status is not None and status.text:
                paint_pill(
                    painter,
                    inner.left(),
                    rect.center().y() + 0.5,
                    status.text,
                    status.tone,
                    most=inner.width(),
                )
            else:
                self._words(painter, inner, column, "")
        elif column.kind is Kind.YES_NO:
            self._box(painter, inner, on=bool(cells.value_of(self._model.company, column, record)))
        else:
            words = self._fitting(column, record, inner.width())
            missing = "" if words else cells.missing_words(self._model.company, column, record)
            self._words(painter, inner, column, words, missing)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 3, 3)

    def _words(
        self, painter: QPainter, rect: QRect, column: Column, text: str, missing: str = NO_VALUE
    ) -> None:
        font = font_of(self._model.table, column)
        painter.setFont(font)
        painter.setPen(theme.current().ink if text else theme.current().third)
        side = Qt.AlignmentFlag.AlignRight if column.kind in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        shown = text or QFontMetricsF(font).elidedText(missing, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _fitting(self, column: Column, record: Record, room: int) -> str:
        """What a cell of this width says: a shortened line, or as many names as fit and "+4"."""
        letters = QFontMetricsF(font_of(self._model.table, column))
        if column.kind is Kind.LINKS:
            return fitting_names(self._model.texts.shown_names(column, record), letters, room)
        line, _break, more = self._model.texts.text(column, record).partition("\n")
        return letters.elidedText(f"{line} …" if more else line, Qt.TextElideMode.ElideRight, room + 1)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole text of a cell that shows a shortened one."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tip_of(index, option.rect.width()), view)
        return True

    def tip_of(self, index: Index, width: int) -> str:
        """What a cell of this width cannot show in full; "" if it shows everything."""
        column, record = self._model.columns[index.column()], self._model.rows[index.row()]
        texts, room = self._model.texts, width - 2 * SIDE
        if column.kind is Kind.STATUS:
            status = texts.status(column, record)
            cut = status is not None and pill_width(status.text, status.tone) > room
            return status.text if status is not None and cut else ""
        if column.kind is Kind.LINKS:
            whole = ", ".join(texts.shown_names(column, record))
            tip = "\n".join(texts.names(column, record))
        else:
            whole = tip = texts.text(column, record)
        return "" if self._fitting(column, record, room) == whole else tip

    def _box(self, painter: QPainter, rect: QRect, *, on: bool) -> None:
        shown = theme.current()
        box = QRect(rect.left(), rect.center().y() - _BOX // 2, _BOX, _BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.accent_fill if on else shown.edge, 1))
        painter.setBrush(shown.accent_fill if on else shown.card)
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(shown.on_accent, 1.8))
            painter.drawPolyline([box.topLeft() + step for step in _TICK])
        painter.restore()

    # --- editors ----------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        record = self._model.rows[index.row()]
        editor = editor_class(column, in_cell=True)(self._model.company, self._model.table, column, parent)
        editor.setParent(editor.widget)
        editor.show_value([record])
        if isinstance(editor.widget, QLineEdit):
            editor.widget.setTextMargins(SIDE - 5, 0, SIDE - 5, 0)
            if column.kind in RIGHT_ALIGNED:
                editor.widget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        elif isinstance(editor, LongTextEditor):
            editor.box.selectAll()  # as Qt does in lines by itself: what is typed replaces what stood there
        entry = Entry(editor, lambda: [record])
        widget = editor.widget
        entry.stored.connect(lambda leave: self._on_stored(widget, leave))
        entry.cancelled.connect(lambda: self._on_cancelled(widget))
        if isinstance(editor, (ReferenceEditor, LinksEditor)):
            QTimer.singleShot(0, editor, lambda: editor.step(0))  # when the line has its place
        return widget

    def entry_of(self, editor: QWidget) -> Entry | None:
        return editor.findChild(Entry)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was filled when it was made; a change elsewhere does not overwrite what is typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The entry stores by itself, so that it can refuse and keep what was typed."""

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:
        return False  # the entry has the keyboard

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        entry = self.entry_of(editor)
        if entry is not None and isinstance(entry.editor, LongTextEditor):
            rect.setHeight(_LONG_TEXT_HEIGHT)
            rect.setWidth(max(rect.width(), 260))
        elif entry is not None and isinstance(entry.editor, ChoiceEditor):
            rect.setWidth(max(rect.width(), _CHOICE_WIDTH))
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        entry = self.entry_of(editor)
        if entry is not None:
            entry.close()
        super().destroyEditor(editor, index)

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and self._model.columns[index.column()].kind is Kind.YES_NO
            and event.position().x() <= option.rect.left() + SIDE + _BOX + 6
        ):
            self.turned.emit(index)
            return True
        return False

    def _on_stored(self, editor: QWidget, leave: Leave) -> None:
        self._close(editor)
        self.left.emit(leave)

    def _on_cancelled(self, editor: QWidget) -> None:
        self._close(editor)
        self.cancelled.emit()

    def _close(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
