"""Values over days that can be zoomed and moved: the base of the plots that people read single days from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from virtualcio.ui.common.day_ticks import day_ticks
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_BELOW = 22.0  # px for the labels of the days
_EDGE = 6.0  # px at the top and at the right
_WHEEL = 0.75  # of the days is left after one notch
_NOTCH = 120  # what Qt says for one
_STILL = 4.0  # px that a mouse may move in a click
_LINE_OF_VALUES = 40.0  # px between two lines of values, at least
_MANY = 400  # points, from which a line is one px: smooth wider ones cost twenty times as much
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ValueLabel:
    """A line across the plot and what stands at its left."""

    value: float
    text: str


class ZoomedPlot(QWidget):
    """Days are ordinals. The wheel zooms around the mouse, dragging moves along the days; values keep their
    span. What is drawn is up to each plot.
    """

    days_chosen = Signal(float, float)  # by zooming or moving: the first and the last
    hovered = Signal(QPointF)
    left = Signal()
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)

    def __init__(self, label_size: float, room_of_label: float) -> None:
        """`room_of_label`: px for the label of a day."""
        super().__init__()
        self._label_size, self._room_of_label = label_size, room_of_label
        self._bounds = (0.0, 1.0)
        self._least_span = 1.0
        self._days = (0.0, 1.0)
        self._values = (0.0, 1.0)
        self._pressed: QPointF | None = None
        self._moved = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- what a kind of plot says --------------------------------------------------------------

    def value_labels(self, most: int) -> Sequence[ValueLabel]:
        """At most about `most` lines across."""
        raise NotImplementedError

    def room_for_values(self) -> float:
        """Px at the left for the labels of the values."""
        raise NotImplementedError

    def paint_curves(self, painter: QPainter, colours: Theme) -> None:
        """Within the area of the plot: what leaves it is cut."""
        raise NotImplementedError

    # --- which days ----------------------------------------------------------------------------

    @property
    def days(self) -> tuple[float, float]:
        """The first and the last day that can be seen now."""
        return self._days

    @property
    def values(self) -> tuple[float, float]:
        """The least and the most that can be seen."""
        return self._values

    def set_span(self, first: float, last: float, least_span: float) -> None:
        """Show all days between; nobody can move beyond, nor zoom to fewer days than `least_span`."""
        self._bounds, self._least_span = (first, last), least_span
        self.show_days(first, last)

    def set_values(self, least: float, most: float) -> None:
        self._values = (least, most)
        self.update()

    def show_days(self, first: float, last: float) -> None:
        """These days, as far as they lie within the span."""
        begin, end = self._bounds
        wide = min(max(last - first, self._least_span), end - begin)
        middle = (first + last) / 2
        first = min(max(middle - wide / 2, begin), end - wide)
        self._days = (first, first + wide)
        self.update()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """`factor` times as many days as now; the day `around`, else the middle, stays where it is."""
        first, last = self._days
        around = (first + last) / 2 if around is None else around
        wide = min(max((last - first) * factor, self._least_span), self._bounds[1] - self._bounds[0])
        begin = around - (around - first) / (last - first) * wide
        self._choose_days(begin, begin + wide)

    def _choose_days(self, first: float, last: float) -> None:
        self.show_days(first, last)
        self.days_chosen.emit(*self._days)

    # --- where things stand --------------------------------------------------------------------

    def area(self) -> QRectF:
        """The plot without its labels, in this widget's px."""
        left = self.room_for_values()
        wide, high = max(1.0, self.width() - left - _EDGE), max(1.0, self.height() - _BELOW - _EDGE)
        return QRectF(left, _EDGE, wide, high)

    def transform(self) -> QTransform:
        """From days and values to px."""
        area, (first, last), (least, most) = self.area(), self._days, self._values
        across, up = area.width() / (last - first), area.height() / (most - least)
        return QTransform(across, 0, 0, -up, area.left() - first * across, area.bottom() + least * up)

    def spot(self, ordinal: float, value: float) -> QPointF:
        return self.transform().map(QPointF(ordinal, value))

    def ordinal_at(self, x: float) -> float:
        """The day below an x of this widget."""
        area, (first, last) = self.area(), self._days
        return first + (x - area.left()) / area.width() * (last - first)

    # --- mouse ---------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        self.zoom(_WHEEL**notches, self.ordinal_at(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self.hovered.emit(at)
            return
        if self._moved or (at - self._pressed).manhattanLength() > _STILL:
            self._moved = True
            away = self.ordinal_at(self._pressed.x()) - self.ordinal_at(at.x())
            self._pressed = at
            begin, end = self._bounds
            first, last = self._days
            away = min(max(away, begin - first), end - last)
            self._choose_days(first + away, last + away)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._moved:
            self.clicked.emit(event.position())
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit(event.position())

    def leaveEvent(self, _event: QEvent) -> None:
        self.left.emit()

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), theme.current(), self.area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours.card)
        painter.setFont(theme.font(self._label_size, digits=True))
        self._paint_values(painter, area, colours)
        self._paint_days(painter, area, colours)
        painter.setClipRect(area.adjusted(0, -_EDGE, _EDGE, 1))
        self.paint_curves(painter, colours)

    def _paint_values(self, painter: QPainter, area: QRectF, colours: Theme) -> None:
        for one in self.value_labels(max(2, int(area.height() / _LINE_OF_VALUES))):
            y = self.spot(self._days[0], one.value).y()
            painter.setPen(QPen(colours.faint, 1))
            painter.drawLine(QLineF(area.left(), round(y) + 0.5, area.right(), round(y) + 0.5))
            painter.setPen(colours.third)
            painter.drawText(QRectF(0, y - 9, area.left() - 8, 18), _RIGHT, one.text)

    def _paint_days(self, painter: QPainter, area: QRectF, colours: Theme) -> None:
        metrics = QFontMetricsF(painter.font())
        base = round(area.bottom()) + 0.5
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QLineF(area.left(), base, area.right(), base))
        for tick in day_ticks(*self._days, most=area.width() / self._room_of_label):
            x, half = self.spot(tick.ordinal, 0).x(), metrics.horizontalAdvance(tick.text) / 2 + 2
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QLineF(x, base, x, base + 4))
            if area.left() <= x - half and x + half <= self.width():
                painter.setPen(colours.third)
                box = QRectF(x - half, base + 4, 2 * half, _BELOW - 5)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.text)

    def paint_line(
        self, painter: QPainter, points: QPolygonF, colour: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        """`points` in days and values."""
        painter.setPen(QPen(colour, 1 if points.size() > _MANY else 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(self.transform().map(points))

    def paint_upright(self, painter: QPainter, ordinal: float, pen: QPen) -> None:
        """A line from top to bottom at a day."""
        x, area = self.spot(ordinal, 0).x(), self.area()
        painter.setPen(pen)
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
