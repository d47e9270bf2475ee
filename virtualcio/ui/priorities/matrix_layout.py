"""Where the discs of the matrix stand: a square-root scale for the money, discs that do not cover each other.
Geometry only, no painting.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF

from virtualcio.actions.priorities.matrix import Matrix

LEFT, BOTTOM, TOP, RIGHT = 46.0, 42.0, 9.0, 8.0  # px around the plot, for the axes
HIGH = 50  # benefit from which an initiative counts as high (rules.md section 3)
_MOST_BENEFIT = 100
_ROOM = Decimal("1.15")  # room right of the dearest one
_LEAST_TOP = Decimal("2.5")  # times the line of "dear" that the scale holds at least
_RADII = ((40, 11.0), (120, 8.0))  # up to so many discs, px
_SMALL = 4.0
_APART = 2.0
_ROUNDS = 40
_TICK_ROOM = 58.0  # px that the label of a tick needs
_TICKS = (1, 2, 5)


@dataclass(frozen=True)
class Disc:
    """`true` is where its numbers put it, `shown` where it is drawn so that it covers no other."""

    true: QPointF
    shown: QPointF

    @property
    def moved(self) -> bool:
        return abs(self.true.x() - self.shown.x()) + abs(self.true.y() - self.shown.y()) > 3


@dataclass(frozen=True)
class MatrixPlaces:
    """The picture in px of its widget. `ticks` are amounts with the x where they stand."""

    plot: QRectF
    discs: tuple[Disc, ...]
    radius: float
    dear_x: float
    high_y: float
    ticks: tuple[tuple[Decimal, float], ...]


def place_matrix(matrix: Matrix, area: QRectF) -> MatrixPlaces:
    plot = area.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
    top = max(matrix.dearest * _ROOM, matrix.dear_from * _LEAST_TOP, Decimal(1))
    radius = next((size for most, size in _RADII if len(matrix.points) <= most), _SMALL)
    true = [QPointF(_x(plot, point.effort, top), _y(plot, point.benefit)) for point in matrix.points]
    shown = _spread(true, radius, plot) if radius > _SMALL else true
    return MatrixPlaces(
        plot=plot,
        discs=tuple(Disc(one, other) for one, other in zip(true, shown, strict=True)),
        radius=radius,
        dear_x=_x(plot, matrix.dear_from, top),
        high_y=_y(plot, Decimal(HIGH)),
        ticks=_ticks(plot, top),
    )


def _x(plot: QRectF, effort: Decimal, top: Decimal) -> float:
    return plot.left() + math.sqrt(max(float(effort), 0) / float(top)) * plot.width()


def _y(plot: QRectF, benefit: Decimal) -> float:
    return plot.bottom() - float(benefit) / _MOST_BENEFIT * plot.height()


def _spread(true: Sequence[QPointF], radius: float, plot: QRectF) -> list[QPointF]:
    """Push discs that cover each other apart, a little in each round, inside the plot."""
    inside = plot.adjusted(radius, radius, -radius, -radius)
    spots = [_held(spot, inside) for spot in true]
    least = 2 * radius + _APART
    for _round in range(_ROUNDS):
        moved = False
        for first in range(len(spots)):
            for second in range(first + 1, len(spots)):
                gap = spots[second] - spots[first]
                if abs(gap.x()) >= least or abs(gap.y()) >= least:
                    continue
                far = math.hypot(gap.x(), gap.y())
                if far >= least:
                    continue
                # two at one place part at an angle of their own, so that a heap becomes a ring
                way = gap / far if far > 0.01 else QPointF(math.cos(second * 2.4), math.sin(second * 2.4))
                push = way * ((least - far) / 2)
                spots[first] = _held(spots[first] - push, inside)
                spots[second] = _held(spots[second] + push, inside)
                moved = True
        if not moved:
            break
    return spots


def _held(spot: QPointF, inside: QRectF) -> QPointF:
    return QPointF(
        min(max(spot.x(), inside.left()), max(inside.left(), inside.right())),
        min(max(spot.y(), inside.top()), max(inside.top(), inside.bottom())),
    )


def _ticks(plot: QRectF, top: Decimal) -> tuple[tuple[Decimal, float], ...]:
    """Round amounts, as many as have room beside each other."""
    kept: list[tuple[Decimal, float]] = [(Decimal(0), plot.left())]
    size = Decimal(1000)
    amounts = []
    while size <= top:
        amounts += [size * factor for factor in _TICKS if size * factor <= top]
        size *= 10
    for amount in reversed(amounts):  # from the right, where most of the room is
        spot = _x(plot, amount, top)
        if spot <= plot.right() - 8 and all(abs(spot - other) >= _TICK_ROOM for _amount, other in kept):
            kept.append((amount, spot))
    return tuple(sorted(kept))
