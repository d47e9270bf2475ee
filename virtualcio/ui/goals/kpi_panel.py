"""One KPI in a plot: measured line with dots, target, interim targets, forecast with its band, today.
Uses pyqtgraph, so that it is imported only with the plot.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from virtualcio.actions.goals.kpi_chart import KpiChart
from virtualcio.texts import _
from virtualcio.ui.goals.time_axis import TimeAxis, ValueAxis
from virtualcio.ui.shell import theme

_AXIS_WIDTH = 46  # the same in all panels, so that the days stand below each other
_MANY = 400  # points, from which a line is one px: smooth wider ones cost twenty times as much
_BAND_ALPHA = 40
_ROOM = Decimal("0.12")  # of the span, above and below


class KpiPanel(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows one chart; several panels share their days."""

    def __init__(self, series: int) -> None:
        self.days, self.values = TimeAxis(orientation="bottom"), ValueAxis(orientation="left")
        super().__init__(axisItems={"bottom": self.days, "left": self.values})
        self._series = series
        self._chart: KpiChart | None = None
        self._name = pg.TextItem("", anchor=(0, 0), fill=pg.mkBrush(theme.current().card))
        self.values.setWidth(_AXIS_WIDTH)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the plot around it has the keyboard
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.showGrid(x=False, y=True, alpha=0.2)
        self.box.setMouseEnabled(x=True, y=False)

    @property
    def box(self) -> Any:
        """pyqtgraph's view box."""
        return self.plotItem.vb

    def place_of(self, ordinal: int, value: Decimal) -> QPointF:
        """Where a value stands, in this widget's own px."""
        scene = self.box.mapViewToScene(QPointF(ordinal, float(value)))
        return QPointF(self.mapFromScene(scene))

    def ordinal_at(self, x: float) -> float:
        """The day below an x of this widget."""
        scene = self.mapToScene(QPointF(x, 0).toPoint())
        return float(self.box.mapSceneToView(scene).x())

    def drawing_area(self) -> QRectF:
        """The plot without its axes, in this widget's px."""
        return QRectF(self.mapFromScene(self.box.sceneBoundingRect()).boundingRect())

    def show_chart(self, chart: KpiChart, first: int, last: int, *, named: bool) -> None:
        """Draw `chart` between the days `first` and `last` (ordinals)."""
        self._chart = chart
        margin = max(6, (last - first) // 40)
        self.box.setLimits(xMin=first - margin, xMax=last + margin, minXRange=min(20, last - first + 2))
        self.box.setXRange(first - margin, last + margin, padding=0)
        values = chart.values or (Decimal(0), Decimal(1))
        least, most = min(values), max(values)
        room = (most - least) * _ROOM or abs(most) * _ROOM or Decimal(1)
        self.box.setYRange(float(least - room), float(most + room), padding=0)
        self._name.setText(chart.name)
        self._name.setVisible(named)
        self.draw()

    def draw(self) -> None:
        """Everything anew in the colours shown now."""
        chart = self._chart
        if chart is None:
            return
        shown = theme.current()
        colour = shown.series[self._series]
        self.clear()
        self.setBackground(shown.card)
        for axis in (self.days, self.values):
            axis.setPen(pg.mkPen(shown.line))
            axis.setTextPen(pg.mkPen(shown.third))
            axis.setStyle(tickFont=theme.font(11, digits=True), tickLength=4)
        self._draw_today(chart)
        self._draw_targets(chart)
        self._draw_forecast(chart, colour)
        self._draw_values(chart, colour)
        self._name.fill = pg.mkBrush(shown.card)
        self._name.setColor(colour)
        self._name.setFont(theme.font(11.5, semibold=True))
        left, top = self.box.viewRange()[0][0], self.box.viewRange()[1][1]
        self._name.setPos(left, top)
        self.addItem(self._name, ignoreBounds=True)

    def _draw_today(self, chart: KpiChart) -> None:
        shown = theme.current()
        today = chart.today.toordinal()
        self.addItem(
            pg.InfiniteLine(today, angle=90, pen=pg.mkPen(shown.edge, width=1, style=Qt.PenStyle.DotLine)),
            ignoreBounds=True,
        )
        word = pg.TextItem(_("today"), color=shown.third, anchor=(0.5, 1))
        word.setFont(theme.font(11))
        word.setPos(today, self.box.viewRange()[1][0])
        self.addItem(word, ignoreBounds=True)

    def _draw_targets(self, chart: KpiChart) -> None:
        shown = theme.current()
        for target in chart.targets:
            pen = pg.mkPen(shown.good_mark, width=1.5, style=Qt.PenStyle.DashLine)
            self.addItem(pg.InfiniteLine(float(target), angle=0, pen=pen), ignoreBounds=True)
        marks = [*chart.milestones]
        self.addItem(
            pg.ScatterPlotItem(
                [one.day.toordinal() for one in marks],
                [float(one.value) for one in marks],
                symbol="d", size=10, pen=pg.mkPen(shown.good_mark, width=1.5), brush=pg.mkBrush(shown.card),
            )
        )  # fmt: skip

    def _draw_forecast(self, chart: KpiChart, colour: QColor) -> None:
        cone = chart.forecast
        if cone is None:
            return
        days = [cone.start.day.toordinal(), cone.end.day.toordinal()]
        start = float(cone.start.value)
        edges = [pg.PlotCurveItem(days, [start, float(end)], pen=None) for end in (cone.low, cone.high)]
        soft = QColor(colour)
        soft.setAlpha(_BAND_ALPHA)
        self.addItem(pg.FillBetweenItem(*edges, brush=pg.mkBrush(soft)))
        pen = pg.mkPen(colour, width=2, style=Qt.PenStyle.DotLine)
        self._line(days, [start, float(cone.end.value)], pen)
        self._dots(days[1:], [float(cone.end.value)], colour, size=6, hollow=True)

    def _draw_values(self, chart: KpiChart, colour: QColor) -> None:
        days = [point.day.toordinal() for point in chart.points]
        values = [float(point.value) for point in chart.points]
        self._line(days, values, pg.mkPen(colour, width=1 if len(days) > _MANY else 2))
        if len(days) <= _MANY:
            self._dots(days[:-1], values[:-1], colour, size=5)
        self._dots(days[-1:], values[-1:], colour, size=9)
        if chart.baseline is not None:
            base = chart.baseline
            self._dots([base.day.toordinal()], [float(base.value)], colour, size=7, hollow=True)

    def _line(self, days: Sequence[int], values: Sequence[float], pen: Any) -> None:
        self.addItem(pg.PlotCurveItem(days, values, pen=pen, antialias=True))

    def _dots(
        self, days: Sequence[int], values: Sequence[float], colour: QColor, *, size: int, hollow: bool = False
    ) -> None:
        ground = theme.current().card if hollow else colour
        dots = pg.ScatterPlotItem(
            days, values, size=size, pen=pg.mkPen(colour, width=1.5), brush=pg.mkBrush(ground)
        )
        self.addItem(dots)
