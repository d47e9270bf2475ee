"""Plan, actual and forecast of the twelve months of a fiscal year: two bars a month and a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.actions.budget.actual_rows import MonthColumn
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import (
    LABEL_SIZE,
    LegendEntry,
    Swatch,
    axis_width,
    paint_legend,
    paint_value_axis,
)
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_scale import MoneyUnit, Scale, scale_for, unit_for
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_LABELS = 22.0  # room below the bars
_ABOVE = 10.0
_UNIT_LINE = 20.0
_ZERO = Decimal(0)


@dataclass(frozen=True)
class _Layout:
    plot: QRectF
    slot: float
    scale: Scale
    unit: MoneyUnit

    def middle(self, index: int) -> float:
        return self.plot.left() + (index + 0.5) * self.slot

    def y(self, value: Decimal) -> float:
        """Credits stand at zero: the table shows them."""
        return self.plot.bottom() - self.scale.share(max(value, _ZERO)) * self.plot.height()


class MonthChart(ChartWidget):
    """Draws `MonthColumn`s; arrow keys walk over the months."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Plan and actual costs by month"),
            _("In this year nothing is planned and nothing was spent."),
            parent,
        )
        self.columns: tuple[MonthColumn, ...] = ()

    def show_columns(self, columns: Sequence[MonthColumn]) -> None:
        self.columns = tuple(columns)
        self.data_changed()

    def sizeHint(self) -> QSize:
        return QSize(480, 220)

    @property
    def count(self) -> int:
        return len(self.columns)

    @property
    def largest(self) -> Decimal:
        amounts = [
            amount for one in self.columns for amount in (one.plan, one.actual, one.forecast) if amount
        ]
        return max(amounts, default=_ZERO)

    @property
    def is_empty(self) -> bool:
        return self.largest <= 0

    def read_out(self, index: int) -> ReadOut:
        one, colours = self.columns[index], theme.current()
        lines = [ReadOutLine(_("Plan"), formats.money_short(one.plan), colours.shades[2])]
        if one.actual is not None:
            lines.append(ReadOutLine(_("Actual"), formats.money_short(one.actual), colours.shades[0]))
        if one.forecast is not None:
            lines.append(ReadOutLine(_("Forecast"), formats.money_short(one.forecast), colours.series[2]))
        return ReadOut(one.title, tuple(lines))

    def anchor(self, index: int) -> QPointF:
        layout = self._layout(QRectF(self.rect()))
        return QPointF(layout.middle(index) + layout.slot / 3, layout.plot.center().y())

    def index_at(self, position: QPointF) -> int | None:
        layout = self._layout(QRectF(self.rect()))
        if not layout.plot.adjusted(0, -_ABOVE, 0, _LABELS).contains(position):
            return None
        return min(int((position.x() - layout.plot.left()) / layout.slot), self.count - 1)

    def _legend(self, colours: Theme) -> list[LegendEntry]:
        entries = [LegendEntry(_("Plan"), colours.shades[2], edge=colours.shades[0])]
        if any(one.actual is not None for one in self.columns):
            entries.append(LegendEntry(_("Actual"), colours.shades[0]))
        if any(one.forecast is not None for one in self.columns):
            entries.append(LegendEntry(_("Forecast"), colours.series[2], Swatch.LINE))
        return entries

    def _layout(self, area: QRectF) -> _Layout:
        scale, unit = scale_for(self.largest), unit_for(self.largest)
        left = area.left() + axis_width(theme.font(LABEL_SIZE, digits=True), scale, unit)
        top = area.top() + _UNIT_LINE + _ABOVE
        plot = QRectF(left, top, area.right() - left - 4, max(20.0, area.bottom() - _LABELS - top))
        return _Layout(plot, plot.width() / max(1, self.count), scale, unit)

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        painter.setFont(theme.font(LABEL_SIZE, digits=True))
        layout = self._layout(area)
        paint_legend(painter, area, self._legend(colours), colours)
        unit_at = QRectF(area.left(), area.top(), area.width(), _UNIT_LINE)
        paint_value_axis(painter, layout.plot, layout.scale, layout.unit, colours, unit_at)
        for index, one in enumerate(self.columns):
            if index == current:
                column = QRectF(layout.plot.left() + index * layout.slot, layout.plot.top(), layout.slot, 0)
                column.setBottom(layout.plot.bottom())
                painter.fillRect(column, colours.faint)
            self._paint_month(painter, layout, index, one, colours)
        self._paint_forecast(painter, layout, colours)

    def _paint_month(
        self, painter: QPainter, layout: _Layout, index: int, one: MonthColumn, colours: Theme
    ) -> None:
        width = min(16.0, layout.slot * 0.32)
        bars = ((one.plan, -width - 1, colours.shades[2]), (one.actual, 1.0, colours.shades[0]))
        for amount, left, shade in bars:
            if amount is None or amount <= 0:
                continue
            top = layout.y(amount)
            painter.setPen(QPen(colours.shades[0], 1))
            painter.setBrush(shade)
            place = QRectF(layout.middle(index) + left, top, width, layout.plot.bottom() - top)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, 0))
        painter.setFont(theme.font(LABEL_SIZE, digits=True))
        painter.setPen(colours.second)
        below = QRectF(layout.middle(index) - layout.slot / 2, layout.plot.bottom() + 5, layout.slot, 16)
        label = QFontMetricsF(painter.font()).elidedText(one.label, Qt.TextElideMode.ElideRight, layout.slot)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)

    def _paint_forecast(self, painter: QPainter, layout: _Layout, colours: Theme) -> None:
        points = [
            QPointF(layout.middle(index), layout.y(one.forecast))
            for index, one in enumerate(self.columns)
            if one.forecast is not None
        ]
        painter.setPen(QPen(colours.series[2], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.series[2])
        for point in points:
            painter.drawEllipse(point, 2.5, 2.5)
