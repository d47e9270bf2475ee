"""Where the discs of the matrix stand: a square-root scale for the money, discs that do not cover each other.
Geometry only, no painting.
"""

import math
from collections.abc import Iterator, Sequence
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
_RING, _RINGS = 6.0, 40  # px from ring to ring around a place, and how many are tried
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
    """Each at its own place, or at the nearest one around it that is still free; the first have their way."""
    inside = plot.adjusted(radius, radius, -radius, -radius)
    least = 2 * radius + _APART
    taken = _Taken(least)
    spots = []
    for place in true:
        start = _held(place, inside)
        spot = next((one for one in _around(start, inside) if taken.is_free(one)), start)
        taken.add(spot)
        spots.append(spot)
    return spots


class _Taken:
    """Places at least `least` px apart, in fields of that size: only the neighbours have to be asked."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._fields: dict[tuple[int, int], list[QPointF]] = {}

    def add(self, spot: QPointF) -> None:
        self._fields.setdefault(self._field(spot), []).append(spot)

    def is_free(self, spot: QPointF) -> bool:
        column, row = self._field(spot)
        near = (
            one
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for one in self._fields.get((x, y), ())
        )
        return all(math.hypot(spot.x() - one.x(), spot.y() - one.y()) >= self._least for one in near)

    def _field(self, spot: QPointF) -> tuple[int, int]:
        return int(spot.x() // self._least), int(spot.y() // self._least)


def _around(start: QPointF, inside: QRectF) -> Iterator[QPointF]:
    """Places in rings around one, the nearest first."""
    yield start
    for ring in range(1, _RINGS):
        count = 6 * ring
        for step in range(count):
            angle = 2 * math.pi * step / count
            spot = start + QPointF(math.cos(angle), math.sin(angle)) * ring * _RING
            if inside.contains(spot):
                yield spot


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
