"""What typing an input of a business case brings along, and what cannot be true in one."""

from typing import TYPE_CHECKING, Any

from virtualcio.actions.contradictions import Contradiction, wrong_order
from virtualcio.analysis.business_case.amounts_of_years import COSTS, better_than_worst
from virtualcio.model import CaseInput
from virtualcio.model.business_case import CaseInputKind
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_AT_START = frozenset({CaseInputKind.ONE_OFF, CaseInputKind.INTERNAL})
_START, _EVERY_YEAR = (0, 0), (1, 5)
_THREE = frozenset({"worst", "expected", "best", "kind"})


def usual_years(kind: CaseInputKind) -> tuple[int, int]:
    """What is paid once stands at the start, everything else in each of the five years."""
    return _START if kind in _AT_START else _EVERY_YEAR


def years_follow_kind(row: CaseInput) -> None:
    """After the kind was chosen: usual years of another kind become those of this one; typed ones stay."""
    if (row.first_year, row.last_year) in (_START, _EVERY_YEAR):
        row.first_year, row.last_year = usual_years(row.kind)


def complete_input(_company: "OpenCompany", values: dict[str, Any]) -> None:
    """A new row, by column key: a yearly saving unless something else is known."""
    first, last = usual_years(CaseInputKind(values.get("kind") or CaseInputKind.SAVING))
    if "first_year" not in values and "last_year" not in values:
        values.update(first_year=first, last_year=last)


def _cost_in_wrong_order(row: CaseInput) -> bool:
    return row.kind in COSTS and not better_than_worst(row)


def _benefit_in_wrong_order(row: CaseInput) -> bool:
    return row.kind not in COSTS and not better_than_worst(row)


CASE_CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        (CaseInput,),
        frozenset({"first_year", "last_year"}),
        lambda row: wrong_order(row, "first_year", "last_year"),
        mark("It would end in a year before the one it begins in. Check both years."),
    ),
    Contradiction(
        (CaseInput,),
        _THREE,
        _cost_in_wrong_order,
        mark("At worst a cost is the highest amount, at best the lowest. Check the three amounts."),
    ),
    Contradiction(
        (CaseInput,),
        _THREE,
        _benefit_in_wrong_order,
        mark("At worst a benefit is the lowest amount, at best the highest. Check the three amounts."),
    ),
)
