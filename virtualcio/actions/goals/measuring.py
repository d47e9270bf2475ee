"""Writing down a value of a KPI: measured, from counted answers, or what the file comes to today."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.analysis.goals.promoter_score import promoter_score
from virtualcio.errors import RefusedValue
from virtualcio.model import Kpi, Measurement
from virtualcio.model.base import MOST_MONEY
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def record_value(
    company: "OpenCompany",
    kpi: Kpi,
    day: date,
    value: Decimal,
    *,
    weight: Decimal | None = None,
    note: str = "",
) -> Measurement:
    """Add a value in the KPI's unit as one undo step. Of several on one day the one added last counts.

    `weight` says on how many cases it rests. RefusedValue: the day is to come, or the value makes no sense.
    """
    return _record(company, kpi, day, value, {"weight": weight, "note": note})


def record_answers(
    company: "OpenCompany", kpi: Kpi, day: date, promoters: int, passives: int, detractors: int
) -> Measurement:
    """Add the score that follows from counted answers (9–10, 7–8, 0–6) as one undo step.

    RefusedValue without any answer, for negative counts, or if the day is to come.
    """
    if min(promoters, passives, detractors) < 0:
        raise RefusedValue(mark("A number of answers cannot be below 0."))
    if not promoters + passives + detractors:
        raise RefusedValue(mark("Enter how many answers there were; without any there is no score."))
    score = promoter_score(promoters, passives, detractors)
    counts = {"promoters": promoters, "passives": passives, "detractors": detractors}
    return _record(company, kpi, day, score, counts)


def record_computed(company: "OpenCompany", kpi: Kpi) -> Measurement:
    """Keep what the KPI comes to today for its history, as one undo step.

    RefusedValue if it is not computed from the file, or if there is nothing yet to compute it from.
    """
    value = company.results.computed_value(kpi)
    if value is None:
        raise RefusedValue(
            mark("“{name}” has no value of its own today. Enter what it is computed from, or type a value."),
            name=kpi.name,
        )
    return _record(company, kpi, company.today, value, {})


def _record(company: "OpenCompany", kpi: Kpi, day: date, value: Decimal, more: dict[str, Any]) -> Measurement:
    if day > company.today:
        raise RefusedValue(
            mark("{day} lies in the future. A value can only be measured up to today."), day=formats.day(day)
        )
    if any(number is not None and abs(number) >= MOST_MONEY for number in (value, more.get("weight"))):
        raise RefusedValue(mark("The value is larger than anything that is measured. Check the digits."))
    rows = company.data.where(Measurement, "kpi_id", kpi.id)
    entry = max((row.entry + 1 for row in rows if row.day == day), default=0)
    values = {"kpi": kpi.id, "day": day, "value": value, "entry": entry, **more}
    label = Message(mark("Value of “{name}” on {day} recorded"), {"name": kpi.name, "day": formats.day(day)})
    with company.workspace.change(label) as edit:
        made = put_record(company, edit, table("measurements"), values)
    assert isinstance(made, Measurement)
    return made
