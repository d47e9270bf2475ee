"""The plot of the backlog over time that can be zoomed and read at any day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF

from virtualcio.texts import _
from virtualcio.ui.common.chart_data import LineRole, Lines
from virtualcio.ui.common.chart_lines import line_colour, line_style
from virtualcio.ui.common.chart_scale import MoneyUnit, round_values, unit_for, unit_title
from virtualcio.ui.common.zoomed_plot import ValueLabel, ZoomedPlot
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_LABEL_SIZE = 12
_LABEL = 110  # px that the label of a day needs
_MARGIN_DAYS = 20
_LEAST_SPAN = 60  # days
_ROOM_OF_NAME = 400  # days at the right edge in which a name has no place beside its curve
_LINE = 0.2  # of the largest amount: what a line of words takes in a low plot
_ROOM_ABOVE = 1.25  # times the largest amount
_GRIP = 6  # px beside the line of the day from which it can be dragged


@dataclass(frozen=True)
class _Curve:
    title: str
    role: LineRole
    points: QPolygonF  # days and euros

    def end(self) -> QPointF:
        return self.points.last()


class DayPlot(ZoomedPlot):
    """Curves over days. `day_chosen` follows the vertical line that is dragged, or the place clicked.

    Without the keyboard: the slider below does the same.
    """

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_LABEL_SIZE, _LABEL)
        self.setAccessibleName(_("Investment backlog over time"))
        self._curves: list[_Curve] = []
        self._unit: MoneyUnit = unit_for(Decimal(0))
        self._first = self._last = self._today = self._day = date.min
        self._dragged = False
        self.clicked.connect(self._on_clicked)

    def begin(self, first: date, last: date, today: date) -> None:
        """Show the span from `first` to `last`; curves follow with `show_lines`."""
        self._first, self._last, self._today = first, last, today
        self._curves = []
        self.set_span(first.toordinal() - _MARGIN_DAYS, last.toordinal() + _MARGIN_DAYS, _LEAST_SPAN)

    def show_lines(self, points: Mapping[date, Decimal], lines: Lines) -> None:
        """`points` is the backlog by day (as far as computed), `lines` the other curves."""
        largest = max([*points.values(), lines.largest], default=Decimal(0))
        self._unit = unit_for(largest)
        self._curves = []
        for line in lines.lines:
            values: Mapping[date, Decimal] = dict(zip(lines.days, line.values, strict=True))
            if line.role is LineRole.ALARM:
                values = points  # the same curve, further back and ahead
            places = [QPointF(day.toordinal(), float(values[day])) for day in sorted(values)]
            self._curves.append(_Curve(line.title, line.role, QPolygonF(places)))
        self.set_values(0, (float(largest) or 1.0) * _ROOM_ABOVE)

    def unit_words(self) -> str:
        return unit_title(self._unit)

    def mark_day(self, day: date) -> None:
        """Move the line to a day without announcing it."""
        self._day = day
        self.update()

    # --- mouse ---------------------------------------------------------------------------------

    def _on_clicked(self, spot: QPointF) -> None:
        ordinal = round(self.ordinal_at(spot.x()))
        if self._first.toordinal() <= ordinal <= self._last.toordinal():
            self.day_chosen.emit(date.fromordinal(ordinal))

    def _at_line(self, spot: QPointF) -> bool:
        return abs(self.spot(self._day.toordinal(), 0).x() - spot.x()) <= _GRIP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._at_line(event.position()):
            self._dragged = True
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = self._dragged or self._at_line(event.position())
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if self._dragged:
            ordinal = round(self.ordinal_at(event.position().x()))
            ordinal = min(max(ordinal, self._first.toordinal()), self._last.toordinal())
            self.day_chosen.emit(date.fromordinal(ordinal))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = False
        super().mouseReleaseEvent(event)

    # --- painting ------------------------------------------------------------------------------

    def room_for_values(self) -> float:
        metrics = QFontMetricsF(theme.font(_LABEL_SIZE, digits=True))
        return max(metrics.horizontalAdvance(one.text) for one in self.value_labels(2)) + 20

    def value_labels(self, most: int) -> Sequence[ValueLabel]:
        amounts = round_values(*self.values, most)
        return [ValueLabel(one, self._unit.label(Decimal(str(round(one, 2))))) for one in amounts]

    def paint_curves(self, painter: QPainter, colours: Theme) -> None:
        area = self.area()
        today = self._today.toordinal()
        self.paint_upright(painter, today, QPen(colours.second, 1, Qt.PenStyle.DotLine))
        painter.setPen(colours.second)
        painter.drawText(QPointF(self.spot(today, 0).x() + 6, area.top() + 16), _("today"))
        for curve in self._curves:
            self.paint_line(painter, curve.points, line_colour(curve.role, colours), line_style(curve.role))
        self.paint_upright(painter, self._day.toordinal(), QPen(colours.accent, 2))
        painter.setFont(_name_font())
        for curve, box in self._boxes_of_names():
            painter.setPen(line_colour(curve.role, colours))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, curve.title)

    def places_of_names(self) -> Mapping[str, QRectF]:
        """Where the name of each curve stands, in this widget's px."""
        return {curve.title: box for curve, box in self._boxes_of_names()}

    def _boxes_of_names(self) -> list[tuple[_Curve, QRectF]]:
        """A curve to the edge has its name above its end, a shorter one beside its end, where no curve runs;
        names that would touch each other move apart.
        """
        metrics = QFontMetricsF(_name_font())
        top = self.values[1] / _ROOM_ABOVE
        below = -top
        placed = []
        for curve in sorted((one for one in self._curves if one.points), key=lambda one: one.end().y()):
            end = curve.end()
            if end.x() > self._last.toordinal() - _ROOM_OF_NAME:
                across, up = 1.0, 1.2
            else:
                low, close = end.y() < top * _LINE, end.y() - below < top * _LINE
                across, up = -0.04, 1.6 if close else 0.9 if low else 0.5
                below = end.y()
            spot = self.spot(end.x(), end.y())
            wide, high = metrics.horizontalAdvance(curve.title) + 8, metrics.height() + 8
            placed.append((curve, QRectF(spot.x() - across * wide, spot.y() - up * high, wide, high)))
        return placed


def _name_font() -> QFont:
    return theme.font(_LABEL_SIZE, semibold=True)
