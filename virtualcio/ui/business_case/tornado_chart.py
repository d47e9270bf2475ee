"""What moves the result most: for each input a bar from its worst to its best, around the expected value."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.actions.business_case.case_words import input_name
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.analysis.business_case.case import Swing
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import LABEL_SIZE, LegendEntry, paint_legend
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

MOST_BARS = 8
_LEGEND, _AXIS = 22.0, 20.0
_ROW, _NAME, _BAR = 38.0, 18.0, 14.0  # px
_SIDES = 64.0  # px beside the bars for their amounts


class TornadoChart(ChartWidget):
    """Draws `Swing`s; arrow keys walk over the inputs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = _("No input has an amount at worst and at best yet.")
        super().__init__(_("What moves the result most"), empty, parent)
        self.swings: tuple[Swing, ...] = ()
        self.expected = Decimal(0)

    def show_swings(self, swings: Sequence[Swing], expected: Decimal) -> None:
        """The inputs that move anything; `expected` is the net present value in the middle."""
        self.swings = tuple(one for one in swings if one.width)[:MOST_BARS]
        self.expected = expected
        self.data_changed()

    def sizeHint(self) -> QSize:
        return QSize(360, int(_LEGEND + _AXIS + _ROW * max(4, len(self.swings))))

    @property
    def count(self) -> int:
        return len(self.swings)

    @property
    def is_empty(self) -> bool:
        return not self.swings

    def read_out(self, index: int) -> ReadOut:
        one, colours = self.swings[index], theme.current()
        lines = tuple(
            ReadOutLine(words.format(amount=formats.money_short(one.of.amounts[scenario])), value, colour)
            for words, scenario, value, colour in (
                (_("At worst {amount}"), Scenario.WORST, formats.money_short(one.at_worst), colours.act_mark),
                (_("At best {amount}"), Scenario.BEST, formats.money_short(one.at_best), colours.good_mark),
            )
        )
        return ReadOut(input_name(one.of), lines, _("Net present value with all others as expected"))

    # --- places --------------------------------------------------------------------------------

    def _plot(self, area: QRectF) -> QRectF:
        left = area.left() + _SIDES
        right = max(left + 20, area.right() - _SIDES)
        return QRectF(left, area.top() + _LEGEND, right - left, area.height() - _LEGEND - _AXIS)

    def _x(self, plot: QRectF, value: Decimal) -> float:
        values = [self.expected, *(v for one in self.swings for v in (one.at_worst, one.at_best))]
        least, most = min(values), max(values)
        return plot.left() + float((value - least) / (most - least)) * plot.width()

    def _row(self, plot: QRectF, index: int) -> QRectF:
        height = min(plot.height() / len(self.swings), _ROW)
        return QRectF(plot.left(), plot.top() + index * height, plot.width(), height)

    def anchor(self, index: int) -> QPointF:
        plot = self._plot(QRectF(self.rect()))
        return QPointF(self._x(plot, self.expected), self._row(plot, index).center().y())

    def index_at(self, position: QPointF) -> int | None:
        plot = self._plot(QRectF(self.rect()))
        rows = (index for index in range(self.count))
        return next((index for index in rows if _holds(self._row(plot, index), position.y())), None)

    # --- painting ------------------------------------------------------------------------------

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        painter.setFont(theme.font(LABEL_SIZE, digits=True))
        entries = [
            LegendEntry(_("At worst"), colours.act_mark),
            LegendEntry(_("At best"), colours.good_mark),
        ]
        paint_legend(painter, area, entries, colours)
        plot = self._plot(area)
        for index, one in enumerate(self.swings):
            row = self._row(plot, index)
            if index == current:
                painter.fillRect(QRectF(area.left(), row.top(), area.width(), row.height()), colours.faint)
            self._paint_swing(painter, area, plot, row, one, colours)
        self._paint_middle(painter, area, plot, colours)

    def _paint_swing(
        self, painter: QPainter, area: QRectF, plot: QRectF, row: QRectF, one: Swing, colours: Theme
    ) -> None:
        name = QRectF(area.left(), row.top(), area.width(), _NAME)
        painter.setPen(colours.ink)
        letters = QFontMetricsF(painter.font())
        text = letters.elidedText(input_name(one.of), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        bar = QRectF(row.left(), row.top() + _NAME, row.width(), _BAR)
        self._paint_side(painter, plot, bar, one.at_worst, colours.act_mark)
        self._paint_side(painter, plot, bar, one.at_best, colours.good_mark)
        painter.setPen(colours.second)
        low, high = sorted((one.at_worst, one.at_best))
        left = QRectF(self._x(plot, min(low, self.expected)) - _SIDES - 4, bar.top(), _SIDES, _BAR)
        right = QRectF(self._x(plot, max(high, self.expected)) + 4, bar.top(), _SIDES, _BAR)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | middle, formats.money_short(low))
        painter.drawText(right, Qt.AlignmentFlag.AlignLeft | middle, formats.money_short(high))

    def _paint_side(
        self, painter: QPainter, plot: QRectF, bar: QRectF, value: Decimal, colour: QColor
    ) -> None:
        one, two = sorted((self._x(plot, self.expected), self._x(plot, value)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(QRectF(one, bar.top(), two - one, bar.height()))

    def _paint_middle(self, painter: QPainter, area: QRectF, plot: QRectF, colours: Theme) -> None:
        x, bottom = self._x(plot, self.expected), self._row(plot, self.count - 1).bottom()
        painter.setPen(QPen(colours.ink, 1.5))
        for index in range(self.count):
            top = self._row(plot, index).top() + _NAME - 2
            painter.drawLine(QPointF(x, top), QPointF(x, top + _BAR + 4))
        words = _("Expected {amount}").format(amount=formats.money_short(self.expected))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 4
        left = min(max(area.left(), x - width / 2), area.right() - width)
        painter.setPen(colours.second)
        painter.drawText(QRectF(left, bottom + 2, width, _AXIS - 2), Qt.AlignmentFlag.AlignCenter, words)


def _holds(row: QRectF, y: float) -> bool:
    return row.top() <= y < row.bottom()
