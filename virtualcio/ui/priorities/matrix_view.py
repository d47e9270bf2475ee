"""The matrix: each open initiative as a disc with its rank, by effort and benefit; read out and chosen by
mouse and keyboard.
"""

import math
from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from virtualcio import formats
from virtualcio.actions.priorities.matrix import Matrix
from virtualcio.actions.priorities.ranking_rows import RankingRow
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.texts import _
from virtualcio.ui.common.chart_axes import LABEL_SIZE
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine
from virtualcio.ui.common.chart_widget import ChartWidget
from virtualcio.ui.priorities.matrix_ground import paint_ground, paint_headings
from virtualcio.ui.priorities.matrix_layout import MatrixPlaces, place_matrix
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_MOST_LINES = 40  # with more, only those of the chosen one are drawn
_HIT = 4.0  # px around a disc that still belong to it: small ones stay easy to hit
_WORTH_IT = (InitiativeKind.QUICK_WIN, InitiativeKind.STRATEGIC, InitiativeKind.PLATFORM)
_ALL = Qt.AlignmentFlag.AlignCenter


class MatrixView(ChartWidget):
    """`chosen` gives the key of an initiative that was clicked or walked to with the arrow keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        words = _("As soon as there are initiatives, they stand here by benefit and effort.")
        super().__init__(_("Benefit and effort"), words)
        self._matrix = Matrix((), (), Decimal(1))
        self._placed: tuple[QSize, MatrixPlaces] | None = None
        self._selected: str = ""

    def show_matrix(self, matrix: Matrix) -> None:
        self._matrix, self._placed = matrix, None
        self.data_changed()

    def select(self, initiative_id: str) -> None:
        """The disc of this initiative stands out, with what it enables."""
        if initiative_id != self._selected:
            self._selected = initiative_id
            self.update()

    @property
    def places(self) -> MatrixPlaces:
        if self._placed is None or self._placed[0] != self.size():
            self._placed = (self.size(), place_matrix(self._matrix, QRectF(self.rect())))
        return self._placed[1]

    # --- what a chart says ---------------------------------------------------------------

    @property
    def count(self) -> int:
        return len(self._matrix.points)

    @property
    def is_empty(self) -> bool:
        return not self._matrix.points

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 190)

    def read_out(self, index: int) -> ReadOut:
        point = self._matrix.points[index]
        lines = (
            ReadOutLine(_("Benefit"), formats.number(point.benefit)),
            ReadOutLine(_("Effort"), formats.money_short(point.effort)),
        )
        return ReadOut(f"{point.rank_text} · {point.name}", lines, point.kind_text)

    def anchor(self, index: int) -> QPointF:
        return self.places.discs[index].shown

    def index_at(self, position: QPointF) -> int | None:
        reach, places = self.places.radius + _HIT, self.places
        near = [
            (math.hypot(position.x() - disc.shown.x(), position.y() - disc.shown.y()), index)
            for index, disc in enumerate(places.discs)
        ]
        far, index = min(near, default=(reach + 1, 0))
        return index if far <= reach else None

    # --- choosing ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.index_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(found)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current is None and self._selected:
            start = self._matrix.place_of(self._selected)
            if start is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.set_current(start)  # the arrow keys go on from what is chosen
        super().keyPressEvent(event)
        if self.current is not None:
            self._choose(self.current)

    def _choose(self, index: int) -> None:
        key = self._matrix.points[index].initiative_id
        if key != self._selected:
            self.select(key)
            self.chosen.emit(key)

    # --- painting ------------------------------------------------------------------------

    def paint_chart(self, painter: QPainter, area: QRectF, colours: Theme, current: int | None) -> None:
        same = area == QRectF(self.rect())
        places = self.places if same else place_matrix(self._matrix, area)
        paint_ground(painter, places, colours)
        _paint_axes(painter, places, area, colours)
        self._paint_lines(painter, places, colours)
        order = sorted(range(self.count), key=lambda at: at in (current, self._place_of_selected()))
        for index in order:
            _paint_leader(painter, places, index, colours)
        for index in order:
            self._paint_disc(painter, places, index, colours, chosen=index == self._place_of_selected())
        paint_headings(painter, places, self._lines(places), colours)

    def _place_of_selected(self) -> int | None:
        return self._matrix.place_of(self._selected)

    def _paint_lines(self, painter: QPainter, places: MatrixPlaces, colours: Theme) -> None:
        """Dashed from what enables to what it enables; those of the chosen one in front."""
        for line, is_near in sorted(self._lines(places), key=lambda one: one[1]):
            pen = QPen(colours.accent if is_near else colours.edge, 1.6 if is_near else 1.0)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(line)

    def _lines(self, places: MatrixPlaces) -> list[tuple[QLineF, bool]]:
        """Each with whether it belongs to the chosen one; with very many, only those do show."""
        many, lines = len(self._matrix.enables) > _MOST_LINES, []
        for pair in self._matrix.enables:
            is_near = self._selected in pair
            first, second = (self._matrix.place_of(key) for key in pair)
            if first is not None and second is not None and (is_near or not many):
                lines.append((QLineF(places.discs[first].shown, places.discs[second].shown), is_near))
        return lines

    def _paint_disc(
        self, painter: QPainter, places: MatrixPlaces, index: int, colours: Theme, *, chosen: bool
    ) -> None:
        point, spot, radius = self._matrix.points[index], places.discs[index].shown, places.radius
        ground, ink, edge = _colours_of(point, colours)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1.2))
        if point.is_must:
            painter.drawRoundedRect(_square(spot, radius), 3, 3)
        else:
            painter.drawEllipse(spot, radius, radius)
        if point.kind is InitiativeKind.PLATFORM:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, radius + 2.5, radius + 2.5)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ink, 2))
            painter.drawEllipse(spot, radius + 4.5, radius + 4.5)
        if radius >= 8:
            painter.setFont(theme.font(11 if radius > 8 else 9, semibold=True))
            painter.setPen(ink)
            painter.drawText(_square(spot, radius + 4), _ALL, point.sign)


def _square(spot: QPointF, half: float) -> QRectF:
    return QRectF(spot.x() - half, spot.y() - half, 2 * half, 2 * half)


def _colours_of(point: RankingRow, colours: Theme) -> tuple[QColor, QColor, QColor]:
    """Ground, letters and edge. The kind is also said by place, letter and shape."""
    if point.is_must:
        return colours.act_soft, colours.act, colours.act_mark
    if point.kind in _WORTH_IT:
        return colours.accent_fill, colours.on_accent, colours.accent_fill
    if point.kind is InitiativeKind.NICE_TO_HAVE:
        return colours.watch_soft, colours.watch, colours.watch_mark
    return colours.card, colours.second, colours.edge


def _paint_leader(painter: QPainter, places: MatrixPlaces, index: int, colours: Theme) -> None:
    disc = places.discs[index]
    if disc.moved:
        painter.setPen(QPen(colours.third, 0.8))
        painter.drawLine(disc.true, disc.shown)
        painter.setBrush(colours.third)
        painter.drawEllipse(disc.true, 1.6, 1.6)


def _paint_axes(painter: QPainter, places: MatrixPlaces, area: QRectF, colours: Theme) -> None:
    plot = places.plot
    painter.setFont(theme.font(LABEL_SIZE, digits=True))
    painter.setPen(colours.third)
    for benefit in (0, 50, 100):
        y = plot.bottom() - benefit / 100 * plot.height()
        row = QRectF(area.left() + 16, y - 8, plot.left() - area.left() - 22, 16)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(benefit))
    for amount, x in places.ticks:
        words = formats.money_short(amount) if amount else "0"
        painter.drawText(QRectF(x - 40, plot.bottom() + 4, 80, 16), Qt.AlignmentFlag.AlignHCenter, words)
    painter.setPen(colours.second)
    below = QRectF(plot.left(), plot.bottom() + 21, plot.width(), 18)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, _("Effort") + " →")
    painter.save()
    painter.translate(area.left() + 8, plot.center().y())
    painter.rotate(-90)
    painter.drawText(QRectF(-60, -9, 120, 18), _ALL, _("Benefit") + " →")
    painter.restore()
