"""Where everything of the time plan stands: rows, bars, names, what is under the mouse."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

from virtualcio.actions.roadmap.plan_rows import PlanRow, TimePlan
from virtualcio.ui.roadmap.time_axis import TimeAxis

ROW, LOW_ROW = 32.0, 28.0  # the lower one where the window is low
HEADER = 38.0  # names of the periods, and below them the word at the line of today
_EDGE = 7.0  # px at the right end of a bar that stretch it
_GRIP = 5.0  # px beyond it that do so too


class Grip(Enum):
    """What a place on a bar does when dragged."""

    MOVE = auto()
    STRETCH = auto()


@dataclass(frozen=True)
class PlanLayout:
    """In px of the viewport: `names` is the width of the names at the left, `across` and `down` how far it is
    scrolled, `row` the height of a row.
    """

    plan: TimePlan
    axis: TimeAxis
    names: float
    across: float
    down: float
    width: float
    height: float
    row: float = ROW

    @property
    def bar_height(self) -> float:
        return self.row - 12

    @property
    def plot(self) -> QRectF:
        """Where the bars are."""
        return QRectF(self.names, HEADER, max(0.0, self.width - self.names), max(0.0, self.height - HEADER))

    def x(self, on_axis: float) -> float:
        return self.names + on_axis - self.across

    def on_axis(self, x: float) -> float:
        return x - self.names + self.across

    def top(self, row: int) -> float:
        return HEADER + row * self.row - self.down

    def visible_rows(self) -> range:
        first = max(0, int(self.down // self.row))
        last = int((self.down + self.height - HEADER) // self.row) + 1
        return range(first, min(last, len(self.plan.rows)))

    def row_at(self, y: float) -> int | None:
        if y < HEADER:
            return None
        row = int((y - HEADER + self.down) // self.row)
        return row if 0 <= row < len(self.plan.rows) else None

    def bar(self, row: int, one: PlanRow) -> QRectF:
        """The place of a bar; never narrower than can be seen."""
        left, right = self.axis.x(one.start), self.axis.x(one.end)
        top = self.top(row) + (self.row - self.bar_height) / 2
        return QRectF(self.x(left), top, max(4.0, right - left), self.bar_height)

    def outline(self, row: int, one: PlanRow) -> QRectF | None:
        """Where a proposal has a bar; None if it says nothing about it or leaves it out."""
        start, months = self.plan.proposed.get(one.initiative_id, (None, 0))
        if start is None:
            return None
        bar = self.bar(row, one)
        wide = max(4.0, months * self.axis.month)
        return QRectF(self.x(self.axis.x(start)), bar.top() - 1, wide, bar.height() + 2)

    def grip_at(self, place: QPointF) -> tuple[int, Grip] | None:
        """Row and what dragging does at a place; None beside the bars."""
        row = self.row_at(place.y())
        if row is None or not self.plot.contains(place):
            return None
        bar = self.bar(row, self.plan.rows[row])
        if not bar.adjusted(-2, -4, _GRIP, 4).contains(place):
            return None
        edge = min(_EDGE, bar.width() / 3)
        return row, Grip.STRETCH if place.x() > bar.right() - edge else Grip.MOVE
