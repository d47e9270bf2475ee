"""The four quarters of the matrix: their grounds, and their names where nothing stands in the way."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from virtualcio.actions.priorities.ranking_words import KIND_TITLES
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.texts import translate
from virtualcio.ui.priorities.matrix_layout import MatrixPlaces
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_HEADING = 12  # letters
_EDGES = (10.0, 6.0)  # px from the sides of a quarter, from its top or bottom
_DISC, _LINE, _AWAY = (
    100,
    10,
    1,
)  # how much it costs a name: a disc on it, a line through it, each place further
_STEPS = 8  # heights that are tried

Quarter = tuple[QRectF, QColor, QColor, InitiativeKind]


def paint_ground(painter: QPainter, places: MatrixPlaces, colours: Theme) -> None:
    """The quarters and the dotted lines between them."""
    plot = places.plot
    for box, ground, _ink, _kind in _quarters(places, colours):
        painter.fillRect(box, ground)
    painter.setPen(QPen(colours.edge, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(places.dear_x, plot.top()), QPointF(places.dear_x, plot.bottom()))
    painter.drawLine(QPointF(plot.left(), places.high_y), QPointF(plot.right(), places.high_y))


def paint_headings(
    painter: QPainter, places: MatrixPlaces, lines: Sequence[tuple[QLineF, bool]], colours: Theme
) -> None:
    """The names of the quarters, over everything; on their own ground where they cannot but lie on a disc."""
    font = theme.font(_HEADING, semibold=True)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for box, ground, ink, kind in _quarters(places, colours):
        room = box.width() - 2 * _EDGES[0]
        words = metrics.elidedText(translate(KIND_TITLES[kind]), Qt.TextElideMode.ElideRight, room)
        place, cost = heading_place(box, metrics.horizontalAdvance(words), metrics.height(), places, lines)
        if cost >= _LINE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place.adjusted(-4, -1, 4, 1), 4, 4)
        painter.setPen(ink)
        painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, words)


def heading_place(
    box: QRectF, wide: float, high: float, places: MatrixPlaces, lines: Sequence[tuple[QLineF, bool]]
) -> tuple[QRectF, int]:
    """Where a name of this size is covered least in its quarter, at the top before the bottom before anywhere
    else, at the left before the right; and what stands in its way there, 0 if nothing.
    """
    inner = box.adjusted(_EDGES[0], _EDGES[1], -_EDGES[0], -_EDGES[1])
    columns = (inner.left(), inner.right() - wide, inner.center().x() - wide / 2)
    lowest = inner.bottom() - high
    steps = [inner.top() + (lowest - inner.top()) * step / _STEPS for step in range(1, _STEPS)]
    spots = [QRectF(x, y, wide, high) for y in (inner.top(), lowest, *steps) for x in columns]
    reach = places.radius + 5  # with the ring around the chosen one
    around = box.adjusted(-reach, -reach, reach, reach)
    discs = [disc.shown for disc in places.discs if around.contains(disc.shown)]
    best, least, weighed = spots[0], 0, math.inf
    for number, spot in enumerate(spots):
        cost = _in_the_way(spot, reach, discs, lines)
        if cost + _AWAY * number < weighed:
            best, least, weighed = spot, cost, cost + _AWAY * number
        if not cost:
            break  # what comes later is further away
    return best, least


def _in_the_way(
    spot: QRectF, reach: float, centres: Sequence[QPointF], lines: Sequence[tuple[QLineF, bool]]
) -> int:
    near = spot.adjusted(-reach, -reach, reach, reach)
    discs = [centre for centre in centres if near.contains(centre)]
    crossing = [line for line, _chosen in lines if _crosses(line, spot)]
    return _DISC * len(discs) + _LINE * len(crossing)


def _crosses(line: QLineF, spot: QRectF) -> bool:
    sides = (
        QLineF(spot.topLeft(), spot.bottomRight()), QLineF(spot.bottomLeft(), spot.topRight()),
    )  # fmt: skip
    bounded = QLineF.IntersectionType.BoundedIntersection
    return any(line.intersects(side)[0] == bounded for side in sides)


def _quarters(places: MatrixPlaces, colours: Theme) -> tuple[Quarter, ...]:
    """Each with its ground, the ink of its name, and its kind."""
    plot, dear, high = places.plot, places.dear_x, places.high_y
    top, low = high - plot.top(), plot.bottom() - high
    cheap, rich = dear - plot.left(), plot.right() - dear
    good, strategy, calm = (
        (colours.good_soft, colours.good), (colours.accent_soft, colours.accent),
        (colours.neutral_soft, colours.second),
    )  # fmt: skip
    return (
        (QRectF(plot.left(), plot.top(), cheap, top), *good, InitiativeKind.QUICK_WIN),
        (QRectF(dear, plot.top(), rich, top), *strategy, InitiativeKind.STRATEGIC),
        (QRectF(plot.left(), high, cheap, low), *calm, InitiativeKind.ON_THE_SIDE),
        (QRectF(dear, high, rich, low), *calm, InitiativeKind.DEFER),
    )
