"""What every painted chart can do: a read-out under the mouse and for the arrow keys, and its own picture."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.ui.common.chart_axes import LABEL_SIZE
from virtualcio.ui.common.chart_read_out import ReadOut, paint_read_out
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_PICTURE_SCALE = 2  # pictures for documents are twice as fine as the screen
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChartWidget(QWidget):
    """The base of the charts. A chart has `count` values in a row; one of them can be the current one.

    `opened` is sent with the index of a value that was double-clicked, or chosen with Enter.
    """

    opened = Signal(int)
    current_changed = Signal(int)

    def __init__(self, title: str, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.empty_text = empty_text
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    # --- what a kind of chart says ---------------------------------------------------

    @property
    def count(self) -> int:
        """How many values the arrow keys walk over."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        raise NotImplementedError

    def read_out(self, index: int) -> ReadOut:
        """What is said about one value."""
        raise NotImplementedError

    def anchor(self, index: int) -> QPointF:
        """Where the read-out of a value points to, in this widget."""
        raise NotImplementedError

    def index_at(self, position: QPointF) -> int | None:
        """The value under a place in this widget."""
        raise NotImplementedError

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        raise NotImplementedError

    # --- the current value -----------------------------------------------------------

    @property
    def current(self) -> int | None:
        return self._current

    def set_current(self, index: int | None) -> None:
        """Show the read-out of a value, or of none."""
        if index is not None and not 0 <= index < self.count:
            index = None
        if index == self._current:
            return
        self._current = index
        self.setAccessibleDescription("" if index is None else self.read_out(index).as_text())
        if index is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.current_changed.emit(index)
        self.update()

    def data_changed(self) -> None:
        """To be called by a chart that got other data."""
        self._current = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 134)  # grows with its place; two of them fit into the smallest window

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 134)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.is_empty or self.count == 0:
            super().keyPressEvent(event)
        elif key in _STEPS:
            before = self._current
            first = 0 if _STEPS[key] > 0 else self.count - 1
            self.set_current(first if before is None else min(max(before + _STEPS[key], 0), self.count - 1))
        elif key == Qt.Key.Key_Home:
            self.set_current(0)
        elif key == Qt.Key.Key_End:
            self.set_current(self.count - 1)
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self.set_current(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.is_empty:
            self.set_current(self.index_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = None if self.is_empty else self.index_at(event.position())
        if found is not None:
            self.opened.emit(found)

    def leaveEvent(self, _event: QEvent) -> None:
        self.set_current(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_current(None)
        self.update()

    # --- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        self._paint(painter, area, colours, self._current)
        if self._current is not None and not self.is_empty:
            paint_read_out(painter, area, self.anchor(self._current), self.read_out(self._current), colours)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_empty:
            painter.setFont(theme.font(LABEL_SIZE, digits=True))
            painter.setPen(colours.second)
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 8, -24, -8), words, self.empty_text)
        else:
            self.paint_chart(painter, area, colours, current)

    def picture(self) -> QImage:
        """The chart with its title, as it stands in a document: light or dark like the window."""
        colours = theme.current()
        margin, heading = 16, 34
        size = self.size().expandedTo(QSize(480, 240)) + QSize(2 * margin, heading + 2 * margin)
        image = QImage(size * _PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(colours.card)
        painter = QPainter(image)
        painter.setFont(theme.font(15, semibold=True))
        painter.setPen(colours.ink)
        inside = QRectF(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.title)
        self._paint(painter, inside.adjusted(0, heading, 0, 0), colours, None)
        painter.end()
        return image
