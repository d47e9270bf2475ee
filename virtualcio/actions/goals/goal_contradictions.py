"""What cannot be true together in KPIs and their values."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.errors import RefusedValue
from virtualcio.model import Kpi, MaturityRating, Measurement
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _in_the_future(company: "OpenCompany", row: Measurement) -> RefusedValue | None:
    if row.day <= company.today:
        return None
    return RefusedValue(
        mark("{day} lies in the future: nothing can be measured there yet. Check the day."),
        day=formats.day(row.day),
    )


def _rated_twice(company: "OpenCompany", rating: MaturityRating) -> RefusedValue | None:
    others = company.data.where(MaturityRating, "department_id", rating.department_id)
    if any(other.dimension is rating.dimension and other.id != rating.id for other in others):
        return RefusedValue(mark("This department has a rating there already. Change that one."))
    return None


GOAL_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    Contradiction(
        (Kpi,),
        frozenset({"baseline_on", "target_on"}),
        lambda kpi: wrong_order(kpi, "baseline_on", "target_on"),
        mark("The target date would lie before the day of the starting value. Check both dates."),
    ),
    Contradiction(
        (Kpi,),
        frozenset({"effect_from", "target_on"}),
        lambda kpi: wrong_order(kpi, "effect_from", "target_on"),
        mark("The effect would begin after the target date. Check both dates."),
    ),
    Contradiction(
        (Kpi,),
        frozenset({"band_from", "band_to"}),
        lambda kpi: wrong_order(kpi, "band_from", "band_to"),
        mark("The band would end below its beginning. Check both values."),
    ),
    ContradictionAround((Measurement,), frozenset({"day"}), _in_the_future),
    ContradictionAround((MaturityRating,), frozenset({"dimension", "department_id"}), _rated_twice),
)
