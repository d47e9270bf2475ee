"""The plot of the backlog over time that can be zoomed and read at any day. Uses pyqtgraph, so that it is
imported only when the view is opened.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.texts import _
from virtualcio.ui.common.chart_data import LineRole, Lines
from virtualcio.ui.common.chart_lines import line_colour, line_style
from virtualcio.ui.common.chart_scale import MoneyUnit, unit_for, unit_title
from virtualcio.ui.shell import theme

_DAYS_OF_YEAR = 365.25
_MARGIN_DAYS = 20
_ROOM_OF_NAME = 400  # days at the right edge in which a name has no place beside its curve
_LINE = 0.2  # of the largest amount: what a line of words takes in a low plot


class DayPlot(QWidget):
    """Curves over days. `day_chosen` follows the vertical line that is dragged, or the place clicked."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._axis = _DayAxis(orientation="bottom")
        self._amounts = _AmountAxis(orientation="left")
        self._plot: Any = pg.PlotWidget(axisItems={"bottom": self._axis, "left": self._amounts})
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setAccessibleName(_("Investment backlog over time"))
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the slider below does the same by keyboard
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.showGrid(x=False, y=True, alpha=0.25)
        self._plot.plotItem.vb.setMouseEnabled(x=True, y=False)
        self._marker: Any = pg.InfiniteLine(movable=True, angle=90)
        self._today: Any = pg.InfiniteLine(movable=False, angle=90)
        self._today_word: Any = pg.TextItem(_("today"), anchor=(-0.1, 0))
        self._marker.sigPositionChanged.connect(self._on_dragged)
        self._plot.scene().sigMouseClicked.connect(self._on_clicked)
        self._drawn: dict[str, Any] = {}
        self._data = Lines("", (), (), ())
        self._first = self._last = date.min
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)

    def begin(self, first: date, last: date, today: date) -> None:
        """Show the span from `first` to `last`; curves follow with `show_lines`."""
        self._first, self._last = first, last
        self._plot.clear()
        self._drawn.clear()
        for item in (self._today, self._today_word, self._marker):
            self._plot.addItem(item)
        self._today.setPos(today.toordinal())
        self._marker.blockSignals(True)  # the line moves into its bounds; nobody has dragged it
        self._marker.setBounds((first.toordinal(), last.toordinal()))
        self._marker.blockSignals(False)
        box = self._plot.plotItem.vb
        left, right = first.toordinal() - _MARGIN_DAYS, last.toordinal() + _MARGIN_DAYS
        box.setLimits(xMin=left, xMax=right, minXRange=60, yMin=0)
        box.setXRange(left, right, padding=0)
        self._take_colours()

    def show_lines(self, points: Mapping[date, Decimal], lines: Lines) -> None:
        """`points` is the backlog by day (as far as computed), `lines` the other curves."""
        self._data = lines
        unit = unit_for(max([*points.values(), lines.largest], default=Decimal(0)))
        self._amounts.unit = unit
        for line in lines.lines:
            values = dict(zip(lines.days, line.values, strict=True))
            if line.role is LineRole.ALARM:
                values = dict(points)  # the same curve, further back and ahead
            self._draw(line.title, values)
        top = float(max([*points.values(), lines.largest], default=Decimal(0))) or 1.0
        self._plot.plotItem.vb.setYRange(0, top * 1.25, padding=0)
        self._place_names(top)
        self._today_word.setPos(self._today.value(), top * 1.22)
        self._take_colours()

    def unit_words(self) -> str:
        return unit_title(self._amounts.unit)

    def mark_day(self, day: date) -> None:
        """Move the line to a day without announcing it."""
        self._marker.blockSignals(True)
        self._marker.setPos(day.toordinal())
        self._marker.blockSignals(False)

    def _draw(self, title: str, values: Mapping[date, Decimal]) -> None:
        days = sorted(values)
        at, amounts = [day.toordinal() for day in days], [float(values[day]) for day in days]
        if title not in self._drawn:
            name = pg.TextItem(title)
            name.setFont(theme.font(12, semibold=True))
            self._plot.addItem(name)
            self._drawn[title] = (self._plot.plot([], [], antialias=True), name)
        curve, name = self._drawn[title]
        curve.setData(at, amounts)
        if at:
            name.setPos(at[-1], amounts[-1])

    def _place_names(self, top: float) -> None:
        """A curve to the edge has its name above its end, a shorter one beside its end, where no curve runs;
        names that would touch each other move apart.
        """
        beside = []
        for curve, name in self._drawn.values():
            at, amounts = curve.getData()
            if at is None or not len(at):
                continue
            if at[-1] > self._last.toordinal() - _ROOM_OF_NAME:
                name.setAnchor((1, 1.2))
            else:
                beside.append((float(amounts[-1]), name))
        below = -top
        for amount, name in sorted(beside, key=lambda one: one[0]):
            close = amount - below < top * _LINE
            name.setAnchor((-0.04, 1.6 if close else 0.9 if amount < top * _LINE else 0.5))
            below = amount

    def _on_dragged(self) -> None:
        self.day_chosen.emit(date.fromordinal(round(self._marker.value())))

    def _on_clicked(self, event: Any) -> None:
        ordinal = round(self._plot.plotItem.vb.mapSceneToView(event.scenePos()).x())
        if self._first.toordinal() <= ordinal <= self._last.toordinal():
            self.day_chosen.emit(date.fromordinal(ordinal))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._take_colours()

    def _take_colours(self) -> None:
        shown = theme.current()
        self._plot.setBackground(shown.card)
        for axis in (self._axis, self._amounts):
            axis.setPen(pg.mkPen(shown.line))
            axis.setTextPen(pg.mkPen(shown.third))
            axis.setStyle(tickFont=theme.font(12, digits=True))
        self._marker.setPen(pg.mkPen(shown.accent, width=2))
        self._marker.setHoverPen(pg.mkPen(shown.accent, width=4))
        self._today.setPen(pg.mkPen(shown.second, width=1, style=Qt.PenStyle.DotLine))
        self._today_word.setColor(shown.second)
        for line in self._data.lines:
            if line.title in self._drawn:
                curve, name = self._drawn[line.title]
                colour = line_colour(line.role, shown)
                curve.setPen(pg.mkPen(colour, width=2, style=line_style(line.role)))
                name.setColor(colour)


class _AmountAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Amounts in euros or thousands."""

    unit: MoneyUnit = unit_for(Decimal(0))

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self.unit.label(Decimal(str(round(value, 2)))) for value in values]


class _DayAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Days as ordinals, with a tick at each year, quarter or month, as many as there is room for."""

    def tickValues(self, least: float, most: float, _size: float) -> list[tuple[float, list[float]]]:
        years = (most - least) / _DAYS_OF_YEAR
        months = 12 if years > 4 else 3 if years > 1 else 1
        first = date.fromordinal(max(1, int(least)))
        ticks = []
        year, month = first.year, 1
        while (day := date(year, month, 1)).toordinal() <= most:
            if day.toordinal() >= least:
                ticks.append(float(day.toordinal()))
            month += months
            if month > 12:
                year, month = year + 1, 1
        return [(months * 30.4, ticks)]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        days = [date.fromordinal(int(value)) for value in values]
        return [str(day.year) if spacing > 200 else formats.month(day) for day in days]
