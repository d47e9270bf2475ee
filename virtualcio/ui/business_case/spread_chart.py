"""How the drawn cases lie: a histogram of net present values, with 0 and three marks."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.analysis.business_case.draws import Bin, Spread
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import LABEL_SIZE, LegendEntry, paint_legend
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_LEGEND, _MARKS, _AXIS = 22.0, 32.0, 20.0


class SpreadChart(ChartWidget):
    """Draws a `Spread`; arrow keys walk over the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = _("As soon as an input has an amount at worst and at best, 10,000 cases are drawn here.")
        super().__init__(_("How sure is it?"), empty, parent)
        self.spread: Spread | None = None

    def show_spread(self, spread: Spread | None) -> None:
        self.spread = spread
        self.data_changed()

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    @property
    def bins(self) -> tuple[Bin, ...]:
        return () if self.spread is None else self.spread.bins

    @property
    def count(self) -> int:
        return len(self.bins)

    @property
    def is_empty(self) -> bool:
        return self.spread is None

    def read_out(self, index: int) -> ReadOut:
        one = self.bins[index]
        title = _("{first} to {last}").format(
            first=formats.money_short(one.start), last=formats.money_short(one.end)
        )
        return ReadOut(title, (ReadOutLine(_("Cases"), formats.number(one.count)),))

    # --- places --------------------------------------------------------------------------------

    def _plot(self, area: QRectF) -> QRectF:
        above = _LEGEND + _MARKS
        return QRectF(area.left() + 6, area.top() + above, area.width() - 12, area.height() - above - _AXIS)

    def _x(self, plot: QRectF, value: Decimal) -> float:
        first, last = self.bins[0].start, self.bins[-1].end
        return plot.left() + float((value - first) / (last - first)) * plot.width()

    def _column(self, plot: QRectF, one: Bin) -> QRectF:
        left, right = self._x(plot, one.start), self._x(plot, one.end)
        height = plot.height() * one.count / max(each.count for each in self.bins)
        return QRectF(left, plot.bottom() - height, right - left, height)

    def anchor(self, index: int) -> QPointF:
        column = self._column(self._plot(QRectF(self.rect())), self.bins[index])
        return QPointF(column.center().x(), column.top())

    def index_at(self, position: QPointF) -> int | None:
        plot = self._plot(QRectF(self.rect()))
        if not plot.left() <= position.x() < plot.right():
            return None
        return min(int((position.x() - plot.left()) / plot.width() * self.count), self.count - 1)

    # --- painting ------------------------------------------------------------------------------

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        painter.setFont(theme.font(LABEL_SIZE, digits=True))
        entries = [
            LegendEntry(_("does not pay"), colours.act_mark),
            LegendEntry(_("pays"), colours.shades[0]),
        ]
        paint_legend(painter, area, entries, colours)
        plot = self._plot(area)
        for index, one in enumerate(self.bins):
            column = self._column(plot, one)
            if index == current:
                painter.fillRect(
                    QRectF(column.left(), plot.top(), column.width(), plot.height()), colours.faint
                )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.act_mark if one.end <= 0 else colours.shades[0])
            painter.drawRect(column.adjusted(0.5, 0, -0.5, 0))
        painter.setPen(QPen(colours.edge, 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_ends(painter, plot, colours)
        self._paint_marks(painter, plot, colours)

    def _paint_ends(self, painter: QPainter, plot: QRectF, colours: Theme) -> None:
        """Below the axis the least and the most, and 0 where it lies between and has room."""
        place = QRectF(plot.left(), plot.bottom() + 3, plot.width(), _AXIS - 3)
        least, most = formats.money_short(self.bins[0].start), formats.money_short(self.bins[-1].end)
        painter.setPen(colours.second)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, least)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, most)
        if not self.bins[0].start < 0 < self.bins[-1].end:
            return
        x = self._x(plot, Decimal(0))
        painter.setPen(QPen(colours.ink, 1.5))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
        letters = QFontMetricsF(painter.font())
        words = formats.money_short(Decimal(0))
        half = letters.horizontalAdvance(words) / 2 + 2
        if plot.left() + letters.horizontalAdvance(least) + 6 < x - half and (
            x + half < plot.right() - letters.horizontalAdvance(most) - 6
        ):
            painter.drawText(
                QRectF(x - half, place.top(), 2 * half, place.height()), Qt.AlignmentFlag.AlignHCenter, words
            )

    def _paint_marks(self, painter: QPainter, plot: QRectF, colours: Theme) -> None:
        """Where a tenth, half and nine tenths of the cases lie below, each with its amount."""
        assert self.spread is not None
        letters, used = QFontMetricsF(painter.font()), plot.left() - 6
        for percent, value in ((10, self.spread.p10), (50, self.spread.p50), (90, self.spread.p90)):
            x = self._x(plot, value)
            painter.setPen(QPen(colours.second, 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            amount, share = formats.money_short(value), formats.percent(Decimal(percent))
            width = letters.horizontalAdvance(amount) + 2
            left = min(max(used + 6, x - width / 2), plot.right() + 6 - width)
            if left < used + 6:
                continue  # there is no room for its words beside those before
            painter.setPen(colours.ink)
            half = _MARKS / 2
            for words, top in ((share, plot.top() - _MARKS), (amount, plot.top() - half)):
                painter.drawText(QRectF(left, top, width, half), Qt.AlignmentFlag.AlignCenter, words)
            used = left + width
