"""The pictures of the security self-check: a bar for each area, and the points after each day of answers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from virtualcio import formats
from virtualcio.actions.inventory.security_words import AreaWords
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import LABEL_SIZE
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_ROW, _BAR = 38, 8  # px
_TREND = 130
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class AreaBars(ChartWidget):
    """Title and points of an area, and below them how much of it is there."""

    def __init__(self) -> None:
        super().__init__(_("Points by area"), "")
        self.areas: Sequence[AreaWords] = ()

    def show_areas(self, areas: Sequence[AreaWords]) -> None:
        self.areas = tuple(areas)
        self.setFixedHeight(max(1, len(self.areas)) * _ROW + 4)
        told = [f"{one.title}: {one.points}" for one in self.areas]
        self.setAccessibleName(". ".join([self.title, *told]))
        self.data_changed()

    @property
    def count(self) -> int:
        return len(self.areas)

    @property
    def is_empty(self) -> bool:
        return not self.areas

    def sizeHint(self) -> QSize:
        return QSize(240, max(1, len(self.areas)) * _ROW + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, max(1, len(self.areas)) * _ROW + 4)

    def read_out(self, index: int) -> ReadOut:
        one = self.areas[index]
        return ReadOut(
            one.title,
            (
                ReadOutLine(_("Points"), one.points),
                ReadOutLine(_("Open questions"), formats.number(one.open)),
            ),
        )

    def anchor(self, index: int) -> QPointF:
        return QPointF(self.width() * 0.3, (index + 0.5) * _ROW)

    def index_at(self, position: QPointF) -> int | None:
        row = int(position.y() // _ROW)
        return row if 0 <= row < self.count else None

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        for index, one in enumerate(self.areas):
            top = area.top() + index * _ROW
            line = QRectF(area.left() + 4, top + 2, area.width() - 8, 20)
            painter.setFont(theme.font(LABEL_SIZE, semibold=True, digits=True))
            painter.setPen(colours.ink)
            painter.drawText(line, _RIGHT, one.points)
            room = line.width() - QFontMetricsF(painter.font()).horizontalAdvance(one.points) - 24
            paint_sign(painter, QPointF(line.left() + 5, line.center().y()), one.tone)
            painter.setFont(theme.font(LABEL_SIZE))
            painter.setPen(colours.ink if index == current else colours.second)
            words = QFontMetricsF(painter.font()).elidedText(one.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line.adjusted(16, 0, 0, 0), _MIDDLE, words)
            bar = QRectF(line.left(), top + 24, line.width(), _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.neutral_soft)
            painter.drawRoundedRect(bar, 4, 4)
            if one.share > 0:
                painter.setBrush(colours.mark_of(one.tone))
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * one.share, _BAR), 4, 4)


class ScoreTrend(ChartWidget):
    """A line through the points; days stand at their distance in time."""

    def __init__(self) -> None:
        super().__init__(_("How it came along"), "")
        self.history: Sequence[tuple[date, int]] = ()
        self._possible = 0
        self.setFixedHeight(_TREND)

    def show_history(self, history: Sequence[tuple[date, int]], possible: int) -> None:
        self.history, self._possible = tuple(history), possible
        told = [f"{formats.day(day)}: {formats.number(points)}" for day, points in self.history]
        self.setAccessibleName(". ".join([self.title, *told]))
        self.data_changed()

    @property
    def count(self) -> int:
        return len(self.history)

    @property
    def is_empty(self) -> bool:
        return not self.history

    def sizeHint(self) -> QSize:
        return QSize(240, _TREND)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _TREND)

    def read_out(self, index: int) -> ReadOut:
        day, points = self.history[index]
        return ReadOut(formats.day(day), (ReadOutLine(_("Points"), formats.number(points)),))

    def anchor(self, index: int) -> QPointF:
        return self._place(QRectF(self.rect()), index)

    def index_at(self, position: QPointF) -> int | None:
        area = QRectF(self.rect())
        gaps = [abs(self._place(area, index).x() - position.x()) for index in range(self.count)]
        return gaps.index(min(gaps)) if gaps else None

    def _plot(self, area: QRectF) -> QRectF:
        return area.adjusted(34, 22, -30, -24)

    def _height_of(self, plot: QRectF, points: int) -> float:
        least = min(0, *(value for _day, value in self.history))
        span = max(1, max(self._possible, *(value for _day, value in self.history)) - least)
        return plot.bottom() - plot.height() * (points - least) / span

    def _place(self, area: QRectF, index: int) -> QPointF:
        plot = self._plot(area)
        first, last = self.history[0][0], self.history[-1][0]
        day, points = self.history[index]
        share = (day - first).days / max(1, (last - first).days)
        return QPointF(plot.left() + plot.width() * share, self._height_of(plot, points))

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        plot = self._plot(area)
        painter.setFont(theme.font(11, digits=True))
        for value in (0, self._possible):
            height = self._height_of(plot, value)
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QLineF(plot.left(), height, plot.right() + 16, height))
            painter.setPen(colours.third)
            painter.drawText(
                QRectF(area.left(), height - 8, plot.left() - area.left() - 10, 16),
                _RIGHT,
                formats.number(value),
            )
        places = [self._place(area, index) for index in range(self.count)]
        painter.setPen(QPen(colours.accent, 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(colours.accent)
        for index, place in enumerate(places):
            painter.setPen(QPen(colours.card, 1.5))
            painter.drawEllipse(place, 5 if index == current else 4, 5 if index == current else 4)
        self._paint_ends(painter, area, places, colours)

    def _paint_ends(self, painter: QPainter, area: QRectF, places: Sequence[QPointF], colours: Theme) -> None:
        """The first and the last value in figures, with their days below."""
        centre = Qt.AlignmentFlag.AlignCenter
        for index in {0, len(places) - 1}:
            day, points = self.history[index]
            painter.setFont(theme.font(12, semibold=True, digits=True))
            painter.setPen(colours.ink)
            painter.drawText(
                QRectF(places[index].x() - 20, places[index].y() - 22, 40, 16), centre, formats.number(points)
            )
            painter.setFont(theme.font(11, digits=True))
            painter.setPen(colours.third)
            side = Qt.AlignmentFlag.AlignLeft if index == 0 else Qt.AlignmentFlag.AlignRight
            line = QRectF(area.left() + 24, area.bottom() - 18, area.width() - 28, 16)
            painter.drawText(line, side | _MIDDLE, formats.day(day))
