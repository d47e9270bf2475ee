"""The backlog and the replacement wave beside the money that the budget holds for them."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.budget.views import added, differences
from virtualcio.analysis.inventory.wave import Wave
from virtualcio.analysis.roadmap.spread import amount_of


class WaveMoney(NamedTuple):
    """A fiscal year: what falls due (in the current one with all that is overdue), what is planned for
    remedies and for initiatives that remedy something, and what is missing.
    """

    year: int
    need: Decimal
    planned: Decimal
    missing: Decimal


def wave_beside_money(
    wave: Wave, lines: Iterable[Line], plan: PlanYears, remedying: Collection[str]
) -> Sequence[WaveMoney]:
    """Years of the wave that the budget looks at; `remedying`: keys of initiatives that remedy something."""
    some = [
        line.sums(Basis.CASH, plan.marks)
        for line in lines
        if line.origin is LineOrigin.REMEDY
        or (line.origin is LineOrigin.INITIATIVE and line.initiative_id in remedying)
    ]
    cents = differences(added(some, len(plan.marks)))
    planned = {one.year: amount_of(part) for one, part in zip(plan.years, cents, strict=True)}
    found = []
    for column in wave.years:
        year = column.label_year
        if year is None or year not in planned:
            continue
        need = column.total + (wave.columns[0].total if year == plan.this_year else ZERO)
        found.append(WaveMoney(year, need, planned[year], max(ZERO, need - planned[year])))
    return tuple(found)
