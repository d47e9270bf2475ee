"""The dependency picture: what a finding hangs on, painted; each box can be reached by mouse and keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.dependency_picture import DependencyPicture, PictureNode
from virtualcio.actions.tone import Tone
from virtualcio.texts import _, translate_count
from virtualcio.ui.checks.dependency_layout import Placed, PlacedNode, least_height, place
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme

_NOTE_HEIGHT = 18.0
_NEXT = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class DependencyView(QWidget):
    """Paints a `DependencyPicture`. `opened` gives table key and record key of the box chosen."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = DependencyPicture((), ())
        self._placed: Placed = place(self._picture, 0, 0)
        self._current: PictureNode | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("What depends on it, as a picture"))

    @property
    def picture(self) -> DependencyPicture:
        return self._picture

    def show_picture(self, picture: DependencyPicture) -> None:
        self._picture = picture
        self._set_current(None)
        self._place()

    def box_of(self, record: str) -> QRectF:
        """Where the box of a record stands in this widget; KeyError if it is not in the picture."""
        return {placed.node.record: placed.box for placed in self._placed.nodes}[record]

    def _place(self) -> None:
        self._placed = place(self._picture, self.width() - 2, self.height() - 4)
        self.setMinimumHeight(int(least_height(self._picture)) + 4)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, int(self._placed.height) + 4)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _set_current(self, node: PictureNode | None) -> None:
        if node == self._current:
            return
        self._current = node
        self.setCursor(Qt.CursorShape.PointingHandCursor if node else Qt.CursorShape.ArrowCursor)
        self.setToolTip("" if node is None else node.title)
        self.setAccessibleDescription("" if node is None else f"{node.kind_title}: {node.title} {node.note}")
        self.update()

    def _node_at(self, position: QPointF) -> PictureNode | None:
        return next((placed.node for placed in self._placed.nodes if placed.box.contains(position)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_current(self._node_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        node = self._node_at(event.position())
        if node is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(node.table, node.record)

    def leaveEvent(self, _event: QEvent) -> None:
        self._set_current(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_current(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, nodes = Qt.Key(event.key()), self._picture.nodes
        if key in _NEXT and nodes:
            before = nodes.index(self._current) if self._current in nodes else -1
            self._set_current(nodes[max(0, min(before + _NEXT[key], len(nodes) - 1))])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current.table, self._current.record)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 2)
        self._paint_lines(painter)
        shown = theme.current()
        painter.setFont(theme.font(11.5))
        for heading in self._placed.headings:
            painter.setPen(shown.third)
            painter.drawText(heading.box, Qt.AlignmentFlag.AlignLeft, heading.title)
        for placed in self._placed.nodes:
            self._paint_node(painter, placed)
        painter.setFont(theme.font(12))
        painter.setPen(shown.second)
        for more in self._placed.more:
            text = translate_count("{count} more not shown", "{count} more not shown", more.count)
            painter.drawText(more.box, Qt.AlignmentFlag.AlignHCenter, text)

    def _paint_lines(self, painter: QPainter) -> None:
        shown = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for start, end, path in self._placed.lines:
            near = self._current is not None and self._current in (start, end)
            painter.setPen(QPen(shown.accent, 2.5) if near else QPen(shown.edge, 1.2))
            painter.drawPath(path)

    def _paint_node(self, painter: QPainter, placed: PlacedNode) -> None:
        shown, node, box = theme.current(), placed.node, placed.box
        painter.setBrush(shown.accent_soft if node.is_start else shown.card)
        painter.setPen(self._edge(node))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = box.adjusted(10, 5, -8, -5)
        title = QRectF(inner)
        if node.note:
            note = QRectF(inner.left(), inner.bottom() - _NOTE_HEIGHT, inner.width(), _NOTE_HEIGHT)
            title.setBottom(note.top())
            if node.tone is not Tone.NEUTRAL:
                paint_sign(painter, QPointF(note.left() + 4, note.center().y()), node.tone, 8)
                note.setLeft(note.left() + 13)
            painter.setFont(theme.font(11.5))
            painter.setPen(shown.text_of(node.tone))
            fitting = painter.fontMetrics().elidedText(
                node.note, Qt.TextElideMode.ElideRight, int(note.width())
            )
            painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, fitting)
        painter.setPen(shown.ink)
        _paint_title(painter, title, node.title)

    def _edge(self, node: PictureNode) -> QPen:
        shown = theme.current()
        if node == self._current:
            return QPen(shown.accent, 2)
        return QPen(shown.accent if node.is_start else shown.edge, 1)


def _paint_title(painter: QPainter, box: QRectF, text: str) -> None:
    """In at most two lines, centred in the height of `box`; what is longer ends in …"""
    font = theme.font(12, semibold=True)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    words = QTextLayout(text, font)
    option = words.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    words.setTextOption(option)
    words.beginLayout()
    first = words.createLine()
    first.setLineWidth(box.width())
    words.endLayout()
    lines = [text[: first.textLength()].rstrip(), text[first.textLength() :].lstrip()]
    shown = [line for line in lines if line]
    top = box.center().y() - len(shown) * metrics.height() / 2
    for index, line in enumerate(shown):
        fitting = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        row = QRectF(box.left(), top + index * metrics.height(), box.width(), metrics.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
