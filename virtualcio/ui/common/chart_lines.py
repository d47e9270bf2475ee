"""A few curves over time with their names at their ends and a mark for today."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import LABEL_SIZE, axis_width, paint_value_axis
from virtualcio.ui.common.chart_data import Line, LineRole, Lines
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_scale import MoneyUnit, Scale, scale_for, unit_for
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_DAY_LABELS = 24.0
_LABEL_HEIGHT = 16.0
_BETWEEN = 8.0  # px between labels of days
_NAMES_YEAR = 0.8  # of the widest label: 'Q1 27' is far wider than 'Q2'


def line_colour(role: LineRole, colours: Theme) -> QColor:
    """Red for what happens if nobody acts, the accent for the plan."""
    return {LineRole.ALARM: colours.act, LineRole.PLAN: colours.accent, LineRole.CALM: colours.good}[role]


def line_style(role: LineRole) -> Qt.PenStyle:
    """Dashes tell the curves apart without colour."""
    return {
        LineRole.ALARM: Qt.PenStyle.DashLine,
        LineRole.PLAN: Qt.PenStyle.SolidLine,
        LineRole.CALM: Qt.PenStyle.DashDotLine,
    }[role]


@dataclass(frozen=True)
class _Layout:
    plot: QRectF
    first: int  # ordinal of the first day
    span: int
    scale: Scale
    unit: MoneyUnit

    def x(self, ordinal: int) -> float:
        if self.span == 0:
            return self.plot.center().x()
        return self.plot.left() + (ordinal - self.first) / self.span * self.plot.width()

    def y(self, value: Decimal) -> float:
        return self.plot.bottom() - self.scale.share(value) * self.plot.height()


class LineChart(ChartWidget):
    """Draws `Lines`."""

    def __init__(self, title: str, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, empty_text, parent)
        self._data = Lines("", (), (), ())

    @property
    def data(self) -> Lines:
        return self._data

    def show_data(self, data: Lines) -> None:
        self._data = data
        self.data_changed()

    @property
    def count(self) -> int:
        return len(self._data.days)

    @property
    def is_empty(self) -> bool:
        return self._data.is_empty

    def read_out(self, index: int) -> ReadOut:
        colours = theme.current()
        lines = tuple(
            ReadOutLine(line.title, formats.money_short(line.values[index]), line_colour(line.role, colours))
            for line in self._data.lines
        )
        return ReadOut(formats.day(self._data.days[index]), lines)

    def anchor(self, index: int) -> QPointF:
        layout = self._layout(QRectF(self.rect()))
        highest = max(line.values[index] for line in self._data.lines)
        return QPointF(layout.x(self._data.days[index].toordinal()), layout.y(highest))

    def index_at(self, position: QPointF) -> int | None:
        layout = self._layout(QRectF(self.rect()))
        if not layout.plot.adjusted(-8, -8, 8, _DAY_LABELS).contains(position):
            return None
        return min(
            range(self.count),
            key=lambda index: abs(layout.x(self._data.days[index].toordinal()) - position.x()),
        )

    def _layout(self, area: QRectF) -> _Layout:
        font = theme.font(LABEL_SIZE, digits=True)
        bold = QFontMetricsF(theme.font(LABEL_SIZE, semibold=True, digits=True))
        scale, unit = scale_for(self._data.largest), unit_for(self._data.largest)
        names = max((bold.horizontalAdvance(line.title) for line in self._data.lines), default=0.0)
        left, top = area.left() + axis_width(font, scale, unit), area.top() + 36
        width = max(40.0, area.right() - names - 14 - left)
        plot = QRectF(left, top, width, max(20.0, area.bottom() - _DAY_LABELS - top))
        days = self._data.days
        return _Layout(plot, days[0].toordinal(), (days[-1] - days[0]).days, scale, unit)

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        painter.setFont(theme.font(LABEL_SIZE, digits=True))
        layout = self._layout(area)
        paint_value_axis(painter, layout.plot, layout.scale, layout.unit, colours)
        self._paint_days(painter, layout, colours, current)
        for line in self._data.lines:
            self._paint_line(painter, layout, line, colours, current)
        self._paint_names(painter, layout, area, colours)

    def _paint_line(
        self, painter: QPainter, layout: _Layout, line: Line, colours: Theme, current: int | None
    ) -> None:
        colour = line_colour(line.role, colours)
        places = [
            QPointF(layout.x(day.toordinal()), layout.y(value))
            for day, value in zip(self._data.days, line.values, strict=True)
        ]
        pen = QPen(colour, 2, line_style(line.role))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(colours.card, 1.5))
        painter.setBrush(colour)
        if current is not None or len(places) == 1:
            painter.drawEllipse(places[current or 0], 4.5, 4.5)

    def _paint_days(self, painter: QPainter, layout: _Layout, colours: Theme, current: int | None) -> None:
        metrics = QFontMetricsF(painter.font())
        places = [layout.x(day.toordinal()) for day in self._data.days]
        widths = [metrics.horizontalAdvance(label) for label in self._data.day_labels]
        painter.setPen(colours.third)
        for at in labels_with_room(places, widths):
            box = QRectF(places[at] - widths[at] / 2 - 2, layout.plot.bottom() + 6, widths[at] + 4, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._data.day_labels[at])
        if current is not None:
            x = layout.x(self._data.days[current].toordinal())
            painter.setPen(QPen(colours.third, 1))
            painter.drawLine(QLineF(x, layout.plot.top(), x, layout.plot.bottom()))
        today = self._data.today
        if today is not None and layout.first <= today.toordinal() <= layout.first + layout.span:
            self._paint_today(painter, layout, layout.x(today.toordinal()), colours)

    def _paint_today(self, painter: QPainter, layout: _Layout, x: float, colours: Theme) -> None:
        painter.setPen(QPen(colours.second, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, layout.plot.top() - 6, x, layout.plot.bottom()))
        word = _("today")
        width = QFontMetricsF(painter.font()).horizontalAdvance(word)
        left = x - width / 2
        if left < layout.plot.left():  # at the edge it stands beside its line, not across it
            left = x + 4
        painter.drawText(QRectF(left, layout.plot.top() - 17, width + 4, 16), word)

    def _paint_names(self, painter: QPainter, layout: _Layout, area: QRectF, colours: Theme) -> None:
        """The name of each curve at its end, moved apart where ends meet."""
        painter.setFont(theme.font(LABEL_SIZE, semibold=True, digits=True))
        ends = sorted(
            ((layout.y(line.values[-1]), line) for line in self._data.lines), key=lambda end: end[0]
        )
        tops = _apart([y - _LABEL_HEIGHT / 2 for y, _line in ends], area.top(), layout.plot.bottom() + 4)
        for top, (_y, line) in zip(tops, ends, strict=True):
            painter.setPen(line_colour(line.role, colours))
            box = QRectF(layout.plot.right() + 8, top, area.right() - layout.plot.right() - 6, _LABEL_HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.title)


def labels_with_room(places: list[float], widths: list[float]) -> list[int]:
    """Which of the labels, centred at `places` (rising), to show so that none touches another.

    The first one and the widest ones go first: they name the year, without which the others say nothing.
    """
    widest = max(widths, default=0.0)
    years = [at for at, wide in enumerate(widths) if at == 0 or wide > widest * _NAMES_YEAR]
    shown: list[int] = []
    for at in [*years, *(at for at in range(len(places)) if at not in years)]:
        room = [abs(places[at] - places[other]) - (widths[at] + widths[other]) / 2 for other in shown]
        if widths[at] and min(room, default=_BETWEEN) >= _BETWEEN:
            shown.append(at)
    return sorted(shown)


def _apart(tops: list[float], least: float, most: float) -> list[float]:
    """`tops` (rising) moved so that no two labels overlap, first downwards, then up from the bottom."""
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + _LABEL_HEIGHT if placed else least))
    limit = most - _LABEL_HEIGHT
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - _LABEL_HEIGHT
    return placed
