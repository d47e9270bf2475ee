"""The load of one pool as columns below the plan, on the same months: what is taken, what there is."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from virtualcio import formats
from virtualcio.actions.roadmap.load_columns import LoadColumn, PoolView
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.roadmap.time_axis import TimeAxis, TimeScale
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

HEIGHT = 104
_ABOVE, _BELOW, _TICKS = 16.0, 4.0, 20.0
_LABEL_LINE = 17.0
_READ_OUT_LINE, _READ_OUT_REST = 18.0, 52.0  # px of a line of the read-out, and of what stands around
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def bare_days(days: Decimal) -> str:
    """'12,5': person-days without needless zeros."""
    places = (
        0 if days == days.to_integral_value() else 1 if days * 10 == (days * 10).to_integral_value() else 2
    )
    return formats.number(days, places)


class LoadChart(ChartWidget):
    """Follows the axis it is given; with `labelled` the periods stand below the columns."""

    def __init__(
        self,
        title: str,
        *,
        labelled: bool = False,
        words: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`words` are grey lines below the name of the pool."""
        super().__init__(title, _("Nothing planned needs this pool."), parent)
        self._view: PoolView | None = None
        self._before: PoolView | None = None
        self._words, self._labelled = words, labelled
        self._axis = TimeAxis(date(2000, 1, 1), 3, 10.0, TimeScale.QUARTERS)
        self._names, self._across, self._right = 0.0, 0.0, 480.0
        self._marked = ""

    # --- what is shown -------------------------------------------------------------------

    @property
    def view(self) -> PoolView | None:
        return self._view

    def show_view(self, view: PoolView | None, marked: str = "", before: PoolView | None = None) -> None:
        """Another load; the days of the initiative `marked` stand out. `before` is today's load where `view`
        is that of a proposal.
        """
        self._view, self._marked, self._before = view, marked, before
        if self._current is not None and self._current >= self.count:
            self._current = None
        self.update()

    def show_words(self, title: str, words: tuple[str, ...]) -> None:
        """The name of the pool, and the grey lines below it."""
        self.title, self._words = title, words
        self.setAccessibleName(_("Load: {pool}").format(pool=title))
        self.update()

    def show_axis(self, axis: TimeAxis, names: float, across: float, right: float) -> None:
        """The same months at the same places as in the plan above: `names` px for words at the left,
        scrolled by `across`, ending at x `right`."""
        self._axis, self._names, self._across, self._right = axis, names, across, right
        self.update()

    @property
    def count(self) -> int:
        return 0 if self._view is None else len(self._view.columns)

    @property
    def is_empty(self) -> bool:
        return self._view is None

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT + (int(_TICKS) if self._labelled else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 64)

    # --- the read-out --------------------------------------------------------------------

    def _column(self, index: int) -> LoadColumn:
        assert self._view is not None
        return self._view.columns[index]

    def read_out(self, index: int) -> ReadOut:
        """Load and capacity, and who takes most, as far as there is room."""
        column, shown = self._column(index), theme.current()
        unit = _("{days} of {capacity} person-days")
        words = unit.format(days=bare_days(column.load), capacity=bare_days(column.capacity))
        over = column.tone is Tone.ACT
        left = _("{days} too many") if over else _("{days} free")
        lines = [ReadOutLine(words, left.format(days=bare_days(abs(column.free))))]
        if self._before is not None:
            today = self._before.columns[index].load
            lines.append(ReadOutLine(_("Today's plan"), bare_days(today)))
        room = max(1, int((self.height() - _READ_OUT_REST) // _READ_OUT_LINE))
        parts = column.parts if len(column.parts) <= room else column.parts[: room - 1]
        for (_key, name, days), colour in zip(parts, shown.series * 60, strict=False):
            lines.append(ReadOutLine(_shortened(name), bare_days(days), colour))
        if len(parts) < len(column.parts):
            rest = _("and {count} more").format(count=len(column.parts) - len(parts))
            lines.append(ReadOutLine(rest, ""))
        return ReadOut(formats.long_month(column.month), tuple(lines))

    def anchor(self, index: int) -> QPointF:
        box = self._slot(index, self._plot(QRectF(self.rect())))
        return QPointF(box.center().x() + box.width() / 2 - 8, box.center().y())

    def index_at(self, position: QPointF) -> int | None:
        plot = self._plot(QRectF(self.rect()))
        if not QRectF(plot.left(), 0, plot.width(), self.height()).contains(position):
            return None
        month = self._axis.month_at(position.x() - self._names + self._across)
        return next((at for at in range(self.count) if self._column(at).month == month), None)

    # --- painting ------------------------------------------------------------------------

    def _plot(self, area: QRectF) -> QRectF:
        below = _TICKS if self._labelled else _BELOW
        plot = area.adjusted(self._names, _ABOVE, 0, -below)
        plot.setRight(max(plot.left() + 1, min(plot.right(), area.left() + self._right)))
        return plot

    def _slot(self, index: int, plot: QRectF) -> QRectF:
        left = plot.left() - self._across + self._axis.x(self._column(index).month)
        return QRectF(left, plot.top(), self._axis.month, plot.height())

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        assert self._view is not None
        plot = self._plot(area)
        largest = max(self._view.largest, self._before.largest) if self._before else self._view.largest
        scale = plot.height() / max(1.0, float(largest))
        if self._labelled:
            self._paint_usual(painter, plot, plot.bottom() - float(self._view.usual) * scale, colours)
        else:
            self._paint_label(painter, area, colours)
        painter.save()
        painter.setClipRect(QRectF(plot.left(), area.top(), plot.width(), area.height()))
        for index in range(self.count):
            slot = self._slot(index, plot)
            if slot.right() >= plot.left() and slot.left() <= plot.right():
                self._paint_column(painter, slot, scale, index, colours, chosen=index == current)
        self._paint_before(painter, plot, scale, colours)
        self._paint_capacity(painter, plot, scale, colours)
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QLineF(plot.left(), plot.bottom(), plot.right(), plot.bottom()))
        if self._labelled:
            self._paint_ticks(painter, plot, colours)
        painter.restore()

    def _paint_label(self, painter: QPainter, area: QRectF, colours: Theme) -> None:
        room = self._names - 12
        if room < 40:
            return
        lines = (self.title, *self._words)[: max(1, int(area.height() // _LABEL_LINE))]
        if len(lines) * _LABEL_LINE > area.height() - 2:  # the last one would touch the edges
            lines = lines[:-1]
        top = area.top() + max(2.0, (area.height() - _LABEL_LINE * len(lines)) / 2)
        for number, words in enumerate(lines):
            font = theme.font(12.5 if number == 0 else 11.5, semibold=number == 0)
            painter.setFont(font)
            painter.setPen(colours.third if number else colours.ink)
            box = QRectF(4, top + number * _LABEL_LINE, room, _LABEL_LINE)
            text = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, _LEFT, text)

    def _paint_usual(self, painter: QPainter, plot: QRectF, y: float, colours: Theme) -> None:
        """The scale: nothing, and the capacity of a usual month."""
        assert self._view is not None
        painter.setFont(theme.font(11.5, digits=True))
        painter.setPen(colours.third)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for words, at in ((bare_days(self._view.usual), y), ("0", plot.bottom())):
            painter.drawText(QRectF(0, at - 9, self._names - 8, 18), right, words)

    def _paint_column(
        self, painter: QPainter, slot: QRectF, scale: float, index: int, colours: Theme, *, chosen: bool
    ) -> None:
        column = self._column(index)
        if chosen:
            painter.fillRect(slot, colours.faint)
        gap = min(2.0, slot.width() / 8)
        bottom, high = slot.bottom(), float(column.load) * scale
        bar = QRectF(slot.left() + gap, bottom - high, slot.width() - 2 * gap, high)
        over = column.tone is Tone.ACT
        painter.setPen(
            QPen(colours.act_mark if over else colours.shades[1], 1) if high > 2 else Qt.PenStyle.NoPen
        )
        painter.setBrush(colours.series[2] if over else colours.shades[2])
        if high > 0:
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        y = bottom
        for at, (key, _name, days) in enumerate(column.parts):
            part = QRectF(bar.left(), y - float(days) * scale, bar.width(), float(days) * scale)
            if chosen:
                painter.fillRect(part.adjusted(1, 0.5, -1, -0.5), colours.series[at % len(colours.series)])
            elif key == self._marked:
                own = QRectF(bar.left(), bottom - part.height(), bar.width(), part.height())
                painter.fillRect(own, colours.accent_fill)
            y -= part.height()
        if over:
            paint_sign(painter, QPointF(slot.center().x(), max(bar.top() - 8, 6)), Tone.ACT, 8)

    def _paint_before(self, painter: QPainter, plot: QRectF, scale: float, colours: Theme) -> None:
        """Today's load as a stroke in each month in which a proposal changes it."""
        if self._before is None:
            return
        painter.setPen(QPen(colours.second, 2))
        for index, column in enumerate(self._before.columns):
            if column.load != self._column(index).load:
                slot = self._slot(index, plot).adjusted(3, 0, -3, 0)
                y = plot.bottom() - float(column.load) * scale - 1
                painter.drawLine(QLineF(slot.left(), y, slot.right(), y))

    def _paint_capacity(self, painter: QPainter, plot: QRectF, scale: float, colours: Theme) -> None:
        """A dashed line in steps, where months differ."""
        painter.setPen(QPen(colours.ink, 1.2, Qt.PenStyle.DashLine))
        before: QPointF | None = None
        for index in range(self.count):
            slot = self._slot(index, plot)
            y = round(plot.bottom() - float(self._column(index).capacity) * scale) + 0.5
            if before is not None and before.y() != y:
                painter.drawLine(before, QPointF(slot.left(), y))
            painter.drawLine(QLineF(slot.left(), y, slot.right(), y))
            before = QPointF(slot.right(), y)

    def _paint_ticks(self, painter: QPainter, plot: QRectF, colours: Theme) -> None:
        painter.setFont(theme.font(11.5, digits=True))
        for tick in self._axis.ticks():
            left = plot.left() - self._across + tick.left
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QLineF(left, plot.bottom(), left, plot.bottom() + 5))
            painter.setPen(colours.third)
            box = QRectF(left + 4, plot.bottom() + 1, tick.width - 4, _TICKS - 2)
            if QFontMetricsF(painter.font()).horizontalAdvance(tick.text) <= box.width():
                painter.drawText(box, _LEFT, tick.text)


def _shortened(name: str) -> str:
    return QFontMetricsF(theme.font(12)).elidedText(name, Qt.TextElideMode.ElideRight, 190)


def own_axis(view: PoolView, room: float) -> TimeAxis:
    """An axis that shows all months of a load at once, from the quarter of its first month."""
    first = view.columns[0].month
    begin = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
    months = len(view.columns) + (first.month - begin.month)
    return TimeAxis(begin, months, max(room / months, 6.0), TimeScale.QUARTERS)
