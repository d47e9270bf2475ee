"""How the maturity heatmap is drawn: where each part stands at a width, and its parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from virtualcio.actions.goals.maturity_words import MaturityRow, dimension_title
from virtualcio.analysis.goals.maturity import Cell
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import _
from virtualcio.ui.goals.maturity_colours import ground_of, ink_of
from virtualcio.ui.shell import theme

ROW = 40
DIMENSIONS = tuple(MaturityDimension)
LEAST_WIDTH = 104 + 54 + 24 * len(DIMENSIONS)  # px: names, potential, the narrowest cells
_HEAD, _HIGH_HEAD = 44, 108  # px; narrow cells have their titles upright
_UPRIGHT = 54  # px of a cell, below which its title stands upright
_EASY = 72  # px of a cell, below which the letters of its title are smaller
_WISH = 42  # px of a cell, below which the wish is not shown in it
_ROOMY = 640  # px: below, only the potential is shown of the figures
_GAP = 3
_NAME_GAP = 12  # px between a name and its cells
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class GridPlaces:
    """Where things stand in a grid of this width."""

    width: float
    longest_name: float = 0.0  # px of letters

    @property
    def name(self) -> float:
        """Width of the departments' names: whole ones, as far as the cells can spare it."""
        return min(max(104.0, self.longest_name + _NAME_GAP), 190.0, max(104.0, self.width * 0.17))

    @property
    def figure(self) -> float:
        return min(70.0, max(54.0, self.width * 0.055))

    @property
    def figures(self) -> tuple[int, ...]:
        """Which of mean, weight, potential there is room for."""
        return (0, 1, 2) if self.width >= _ROOMY else (2,)

    @property
    def cell(self) -> float:
        return (self.width - self.name - len(self.figures) * self.figure - 8) / len(DIMENSIONS)

    @property
    def head(self) -> int:
        return _HEAD if self.cell >= _UPRIGHT else _HIGH_HEAD

    def height(self, rows: int) -> int:
        return self.head + ROW * max(1, rows) + 4

    def cell_box(self, row: int, column: int) -> QRectF:
        left = self.name + column * self.cell
        return QRectF(left, self.head + row * ROW, self.cell - _GAP, ROW - _GAP)

    def figure_box(self, index: int, row: int) -> QRectF:
        left = self.width - (3 - index) * self.figure
        return QRectF(left, self.head + row * ROW, self.figure - 4, ROW - _GAP)

    def row_at(self, spot: QPointF) -> int:
        """May lie outside the rows; -1 is the head."""
        return int((spot.y() - self.head) // ROW)

    def column_at(self, spot: QPointF) -> int:
        """May lie outside the columns."""
        return int((spot.x() - self.name) // self.cell)


def places_for(width: float, rows: Sequence[MaturityRow]) -> GridPlaces:
    """The places of these departments in a grid of this width."""
    letters = QFontMetricsF(theme.font(13))
    return GridPlaces(width, max((letters.horizontalAdvance(row.name) for row in rows), default=0.0))


def paint_grid(painter: QPainter, places: GridPlaces, rows: Sequence[MaturityRow]) -> None:
    """Titles, names, cells and figures."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_head(painter, places)
    for index, row in enumerate(rows):
        _paint_name(painter, places, index, row)
        for column, dimension in enumerate(DIMENSIONS):
            _paint_cell(painter, places.cell_box(index, column), row.cells.get(dimension))
        _paint_figures(painter, places, index, row)


def _paint_head(painter: QPainter, places: GridPlaces) -> None:
    painter.setFont(theme.font(11 if places.cell >= _EASY else 10.5))
    painter.setPen(theme.current().third)
    for column, dimension in enumerate(DIMENSIONS):
        _paint_title(painter, places.cell_box(0, column), places.head - 6.0, dimension_title(dimension))
    titles = (_("Mean"), _("Weight of goals"), _("Potential"))
    right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
    for index in places.figures:
        box = places.figure_box(index, 0)
        painter.drawText(QRectF(box.left(), 0, box.width(), places.head - 6), right, titles[index])


def _paint_title(painter: QPainter, box: QRectF, high: float, title: str) -> None:
    """Above its column, in narrow ones upright."""
    letters = QFontMetricsF(painter.font())
    elide = Qt.TextElideMode.ElideRight
    if high > _HEAD:
        painter.save()
        painter.translate(box.center().x(), high)
        painter.rotate(-90)
        painter.drawText(QRectF(0, -10, high, 20), _LEFT, letters.elidedText(title, elide, high))
        painter.restore()
        return
    place = QRectF(box.left() - 1, 0, box.width() + 3, high)
    words = " ".join(letters.elidedText(word, elide, place.width()) for word in title.split())
    centre = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place, centre, words)


def _paint_name(painter: QPainter, places: GridPlaces, index: int, row: MaturityRow) -> None:
    shown = theme.current()
    lines = [(row.name, theme.font(13), shown.ink)]
    if row.way:
        lines.append((row.way, theme.font(11), shown.third))
    top, wide, high = places.head + index * ROW, places.name - _NAME_GAP, (ROW - _GAP) / len(lines)
    for line, (text, font, ink) in enumerate(lines):
        painter.setFont(font)
        painter.setPen(ink)
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(0, top + line * high, wide, high), _LEFT, fitting)


def _paint_figures(painter: QPainter, places: GridPlaces, index: int, row: MaturityRow) -> None:
    """The potential, by which the rows are sorted, stands out."""
    shown = theme.current()
    figures = (row.mean, row.weight, row.potential)
    for number in places.figures:
        painter.setFont(theme.font(13, semibold=number == 2, digits=True))
        painter.setPen(shown.ink if number == 2 else shown.second)
        painter.drawText(places.figure_box(number, index), _RIGHT, figures[number])


def _paint_cell(painter: QPainter, box: QRectF, cell: Cell | None) -> None:
    shown = theme.current()
    level = None if cell is None else cell.today
    if level is None:
        painter.setPen(QPen(shown.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = shown.third
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground_of(level, shown))
        ink = ink_of(level, shown)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(ink)
    painter.setFont(theme.font(14, semibold=level is not None, digits=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–" if level is None else str(level))
    if cell is None:
        return
    if cell.wanted is not None and box.width() >= _WISH:
        painter.setFont(theme.font(11, digits=True))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(0, 0, -6, -2), corner, f"→{cell.wanted}")
    if cell.old:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.watch_mark)
        tip = [box.topRight(), box.topRight() - QPointF(11, 0), box.topRight() + QPointF(0, 11)]
        painter.drawPolygon(QPolygonF(tip))
