"""A bar that is being dragged: where it was taken, and where it would be if it were let go."""

from dataclasses import dataclass, replace
from datetime import date

from virtualcio.actions.roadmap.plan_rows import PlanRow
from virtualcio.analysis.calendar_days import add_months, months_between
from virtualcio.analysis.roadmap.plan import MOST_MONTHS
from virtualcio.ui.roadmap.plan_layout import Grip
from virtualcio.ui.roadmap.time_axis import TimeAxis


@dataclass(frozen=True)
class Place:
    """Where an initiative would be."""

    initiative_id: str
    name: str
    start: date
    months: int


@dataclass(frozen=True)
class Drag:
    """`taken` is where the mouse was pressed, in px of the axis; `place` follows the mouse."""

    row: PlanRow
    grip: Grip
    taken: float
    place: Place
    begun: bool = False  # a click that trembles is no drag

    @property
    def changed(self) -> bool:
        return (self.place.start, self.place.months) != (self.row.start, self.row.months)

    def to(self, on_axis: float, axis: TimeAxis) -> "Drag":
        """The drag when the mouse is at a place of the axis: months at a time."""
        by = round((on_axis - self.taken) / axis.month)
        if self.grip is Grip.STRETCH:
            months = min(max(self.row.months + by, 1), MOST_MONTHS)
            place = replace(self.place, months=months)
        else:
            by = max(by, -months_between(axis.first, self.row.start))
            place = replace(self.place, start=add_months(self.row.start, by))
        return replace(self, place=place, begun=True)


def take(row: PlanRow, grip: Grip, on_axis: float) -> Drag:
    """A bar under the pressed mouse."""
    return Drag(row, grip, on_axis, Place(row.initiative_id, row.name, row.start, row.months))
