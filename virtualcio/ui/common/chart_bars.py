"""Stacked columns in a row, one of them possibly alarming, with totals on top and marks of a plan."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import (
    LABEL_SIZE,
    LEGEND_LINE,
    LegendEntry,
    Swatch,
    axis_width,
    paint_legend,
    paint_value_axis,
)
from virtualcio.ui.common.chart_data import StackedBar, StackedBars
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_scale import MoneyUnit, Scale, scale_for, unit_for, unit_title
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_WIDEST_BAR = 40.0
_LABELS = 24.0  # room below the columns
_COMPACT_BELOW = 200.0  # then the unit stands beside the legend, not in a line of its own
_HEADROOM = 18.0  # room for the total above the highest column


@dataclass(frozen=True)
class _Layout:
    plot: QRectF
    slot: float  # width of a column with its gap
    scale: Scale
    unit: MoneyUnit

    def middle(self, index: int) -> float:
        return self.plot.left() + (index + 0.5) * self.slot

    def y(self, value: Decimal) -> float:
        return self.plot.bottom() - self.scale.share(value) * self.plot.height()

    @property
    def bar_width(self) -> float:
        return min(_WIDEST_BAR, self.slot * 0.56)


class StackedBarChart(ChartWidget):
    """Draws `StackedBars`; Enter or a double click on a column sends `opened` with its index."""

    def __init__(self, title: str, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, empty_text, parent)
        self._data = StackedBars("", (), ())

    @property
    def data(self) -> StackedBars:
        return self._data

    def show_data(self, data: StackedBars) -> None:
        self._data = data
        self.data_changed()

    @property
    def count(self) -> int:
        return len(self._data.bars)

    @property
    def is_empty(self) -> bool:
        return self._data.is_empty

    def read_out(self, index: int) -> ReadOut:
        bar, colours = self._data.bars[index], theme.current()
        shades = colours.overdue_shades if bar.alarm else colours.shades
        lines = [
            ReadOutLine(part, formats.money_short(value), shade)
            for part, value, shade in zip(self._data.parts, bar.values, shades, strict=False)
        ]
        lines.append(ReadOutLine(_("Total"), formats.money_short(bar.total)))
        if bar.plan is not None:
            lines.append(ReadOutLine(self._data.plan_title, formats.money_short(bar.plan), colours.series[2]))
        return ReadOut(bar.label, tuple(lines), bar.note)

    def anchor(self, index: int) -> QPointF:
        layout = self._layout(QRectF(self.rect()))
        return QPointF(
            layout.middle(index) + layout.bar_width / 2,
            (layout.y(self._data.bars[index].total) + layout.plot.bottom()) / 2,
        )

    def index_at(self, position: QPointF) -> int | None:
        layout = self._layout(QRectF(self.rect()))
        if not layout.plot.adjusted(0, -_HEADROOM, 0, _LABELS).contains(position):
            return None
        return min(int((position.x() - layout.plot.left()) / layout.slot), self.count - 1)

    def _legend(self, colours: Theme) -> list[LegendEntry]:
        entries = [
            LegendEntry(part, shade, edge=colours.shades[0])
            for part, shade in zip(self._data.parts, colours.shades, strict=False)
        ]
        if self._data.plan_title:
            entries.append(LegendEntry(self._data.plan_title, colours.series[2], Swatch.MARK))
        return entries

    def _layout(self, area: QRectF, legend_height: float | None = None) -> _Layout:
        font = theme.font(LABEL_SIZE, digits=True)
        if legend_height is None:
            legend_height = self._legend_height(area, font)
        largest = self._data.largest
        scale, unit = scale_for(largest), unit_for(largest)
        above = _HEADROOM if area.height() < _COMPACT_BELOW else _HEADROOM + 22
        top = area.top() + legend_height + above
        left = area.left() + axis_width(font, scale, unit)
        plot = QRectF(left, top, area.right() - left - 4, max(20.0, area.bottom() - _LABELS - top))
        return _Layout(plot, plot.width() / max(1, self.count), scale, unit)

    def _legend_area(self, area: QRectF, font: QFont) -> QRectF:
        """Without the room of the unit where that stands beside the legend."""
        if area.height() >= _COMPACT_BELOW:
            return area
        unit = QFontMetricsF(font).horizontalAdvance(unit_title(unit_for(self._data.largest)))
        return area.adjusted(0, 0, -unit, 0)

    def _legend_height(self, area: QRectF, font: QFont) -> float:
        metrics, x, lines = QFontMetricsF(font), area.left(), 1
        area = self._legend_area(area, font)
        for entry in self._legend(theme.current()):
            width = 30 + metrics.horizontalAdvance(entry.text)
            if x > area.left() and x + width > area.right():
                x, lines = area.left(), lines + 1
            x += width
        return lines * LEGEND_LINE

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        font = theme.font(LABEL_SIZE, digits=True)
        painter.setFont(font)
        legend = paint_legend(painter, self._legend_area(area, font), self._legend(colours), colours)
        layout = self._layout(area, legend)
        unit_at = None
        if area.height() < _COMPACT_BELOW:
            unit_at = QRectF(area.left(), area.top(), area.width(), LEGEND_LINE)
        paint_value_axis(painter, layout.plot, layout.scale, layout.unit, colours, unit_at)
        for index, bar in enumerate(self._data.bars):
            if index == current:
                column = QRectF(layout.plot.left() + index * layout.slot, layout.plot.top(), layout.slot, 0)
                column.setBottom(layout.plot.bottom())
                painter.fillRect(column, colours.faint)
            self._paint_bar(painter, layout, index, bar, colours)

    def _paint_bar(
        self, painter: QPainter, layout: _Layout, index: int, bar: StackedBar, colours: Theme
    ) -> None:
        width, middle, base = layout.bar_width, layout.middle(index), Decimal(0)
        shades = colours.overdue_shades if bar.alarm else colours.shades
        edge = colours.overdue_shades[0] if bar.alarm else colours.shades[0]
        for value, shade in zip(bar.values, shades, strict=False):
            if value <= 0:
                continue
            upper, lower = layout.y(base + value), layout.y(base)
            piece = QRectF(middle - width / 2, upper, width, lower - upper)
            _paint_piece(painter, piece, shade, edge, colours.card)
            base += value
        if bar.plan is not None:
            y = layout.y(bar.plan)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.series[2])
            painter.drawRoundedRect(QRectF(middle - width / 2 - 7, y - 1.5, width + 14, 3), 1.5, 1.5)
        self._paint_words(painter, layout, index, bar, colours)

    def _paint_words(
        self, painter: QPainter, layout: _Layout, index: int, bar: StackedBar, colours: Theme
    ) -> None:
        middle, centre = layout.middle(index), Qt.AlignmentFlag.AlignCenter
        highest = min(
            layout.y(bar.total), layout.y(bar.plan) if bar.plan is not None else layout.plot.bottom()
        )
        painter.setFont(theme.font(LABEL_SIZE, semibold=True, digits=True))
        painter.setPen(colours.ink if bar.total else colours.third)
        total = QRectF(middle - layout.slot / 2, highest - 18, layout.slot, 16)
        painter.drawText(total, centre, layout.unit.label(bar.total))
        painter.setPen(colours.act if bar.alarm else colours.second)
        if not bar.alarm:
            painter.setFont(theme.font(LABEL_SIZE, digits=True))
        below = QRectF(middle - layout.slot / 2 - 6, layout.plot.bottom() + 6, layout.slot + 12, 16)
        painter.drawText(below, centre, bar.label)


def _paint_piece(painter: QPainter, piece: QRectF, shade: QColor, edge: QColor, card: QColor) -> None:
    """One part of a column: its shade, an edge that stands out from the card, a gap to the next part."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRect(piece)
    if piece.height() > 4:
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(piece.adjusted(0.5, 1, -0.5, -0.5))
    painter.setPen(QPen(card, 1))
    painter.drawLine(piece.topLeft(), piece.topRight())
