"""One KPI in a plot: measured line with dots, target, interim targets, forecast with its band, today."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from virtualcio import formats
from virtualcio.actions.goals.kpi_chart import ChartPoint, KpiChart
from virtualcio.texts import _
from virtualcio.ui.common.chart_scale import round_values
from virtualcio.ui.common.zoomed_plot import ValueLabel, ZoomedPlot
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_LABEL_SIZE = 11
_LABEL = 44  # px that the label of a day needs
_AXIS_WIDTH = 46  # the same in all panels, so that the days stand below each other
_MANY = 400  # points, from which only the last one has a dot
_BAND_ALPHA = 40
_ROOM = Decimal("0.12")  # of the span, above and below
_CENTRE = Qt.AlignmentFlag.AlignCenter


class KpiPanel(ZoomedPlot):
    """Shows one chart; several panels share their days."""

    def __init__(self, series: int) -> None:
        super().__init__(_LABEL_SIZE, _LABEL)
        self._series = series
        self._chart: KpiChart | None = None
        self._line = QPolygonF()
        self._named = False

    def show_chart(self, chart: KpiChart, first: int, last: int, *, named: bool) -> None:
        """Draw `chart` between the days `first` and `last` (ordinals)."""
        self._chart, self._named = chart, named
        self._line = _polygon(chart.points)
        margin = max(6, (last - first) // 40)
        self.set_span(first - margin, last + margin, min(20, last - first + 2))
        values = chart.values or (Decimal(0), Decimal(1))
        least, most = min(values), max(values)
        room = (most - least) * _ROOM or abs(most) * _ROOM or Decimal(1)
        self.set_values(float(least - room), float(most + room))

    def room_for_values(self) -> float:
        return _AXIS_WIDTH

    def value_labels(self, most: int) -> Sequence[ValueLabel]:
        at = round_values(*self.values, most)
        step = at[1] - at[0] if len(at) > 1 else 1.0
        places = 0 if step >= 1 else 1 if step >= 0.1 else 2
        return [ValueLabel(one, formats.number(Decimal(str(round(one, 6))), places)) for one in at]

    # --- painting ------------------------------------------------------------------------------

    def paint_curves(self, painter: QPainter, colours: Theme) -> None:
        chart = self._chart
        if chart is None:
            return
        colour = colours.series[self._series]
        self._paint_today(painter, chart, colours)
        self._paint_targets(painter, chart, colours)
        self._paint_forecast(painter, chart, colour, colours)
        self._paint_values_measured(painter, chart, colour, colours)
        if self._named:
            self._paint_name(painter, chart, colour, colours)

    def _paint_today(self, painter: QPainter, chart: KpiChart, colours: Theme) -> None:
        today, area = chart.today.toordinal(), self.area()
        self.paint_upright(painter, today, QPen(colours.edge, 1, Qt.PenStyle.DotLine))
        painter.setFont(theme.font(11))
        painter.setPen(colours.third)
        box = QRectF(self.spot(today, 0).x() - 40, area.bottom() - 18, 80, 16)
        painter.drawText(box, _CENTRE, _("today"))

    def _paint_targets(self, painter: QPainter, chart: KpiChart, colours: Theme) -> None:
        area = self.area()
        painter.setPen(QPen(colours.good_mark, 1.5, Qt.PenStyle.DashLine))
        for target in chart.targets:
            y = self.spot(0, float(target)).y()
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(QPen(colours.good_mark, 1.5))
        painter.setBrush(colours.card)
        for spot in self._spots(chart.milestones):
            around = [QPointF(0, -6), QPointF(4, 0), QPointF(0, 6), QPointF(-4, 0)]
            painter.drawPolygon(QPolygonF([spot + one for one in around]))

    def _paint_forecast(self, painter: QPainter, chart: KpiChart, colour: QColor, colours: Theme) -> None:
        cone = chart.forecast
        if cone is None:
            return
        start, end = cone.start.day.toordinal(), cone.end.day.toordinal()
        begin = QPointF(start, float(cone.start.value))
        soft = QColor(colour)
        soft.setAlpha(_BAND_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        band = [begin, QPointF(end, float(cone.low)), QPointF(end, float(cone.high))]
        painter.drawPolygon(self.transform().map(QPolygonF(band)))
        self.paint_line(painter, _polygon((cone.start, cone.end)), colour, Qt.PenStyle.DotLine)
        _paint_dots(painter, self._spots([cone.end]), colour, colours.card, 6)

    def _paint_values_measured(
        self, painter: QPainter, chart: KpiChart, colour: QColor, colours: Theme
    ) -> None:
        self.paint_line(painter, self._line, colour)
        if len(chart.points) <= _MANY:
            _paint_dots(painter, self._spots(chart.points[:-1]), colour, colour, 5)
        _paint_dots(painter, self._spots(chart.points[-1:]), colour, colour, 9)
        if chart.baseline is not None:
            _paint_dots(painter, self._spots([chart.baseline]), colour, colours.card, 7)

    def _paint_name(self, painter: QPainter, chart: KpiChart, colour: QColor, colours: Theme) -> None:
        painter.setFont(theme.font(11.5, semibold=True))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(chart.name) + 8
        box = QRectF(self.area().left() + 1, self.area().top(), wide, 20)
        painter.fillRect(box, colours.card)
        painter.setPen(colour)
        painter.drawText(box, _CENTRE, chart.name)

    def _spots(self, points: Sequence[ChartPoint]) -> Iterable[QPointF]:
        return self.transform().map(_polygon(points)).toList()


def _polygon(points: Sequence[ChartPoint]) -> QPolygonF:
    """In days and values."""
    return QPolygonF([QPointF(point.day.toordinal(), float(point.value)) for point in points])


def _paint_dots(
    painter: QPainter, spots: Iterable[QPointF], colour: QColor, inside: QColor, size: float
) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(inside)
    for spot in spots:
        painter.drawEllipse(spot, size / 2, size / 2)
