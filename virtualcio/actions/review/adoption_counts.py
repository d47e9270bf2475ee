"""Counting how many people of a department know, want, can and use what an initiative brought."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.errors import RefusedValue
from virtualcio.model import AdoptionCount, Initiative
from virtualcio.model.review import AdoptionStage
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def record_use(
    company: "OpenCompany",
    initiative: Initiative,
    department_id: str | None,
    people: int,
    reached: Mapping[AdoptionStage, int],
    day: date | None = None,
) -> AdoptionCount:
    """Write down a count as one undo step; one of the same day and department is counted anew.

    Each stage holds those beyond it too, so the numbers fall from stage to stage: whoever uses it also
    knows it. A stage that is not given counts as far as the next one that is. RefusedValue: more in a later
    stage than in an earlier one or than there are people, a number below 0, or a day to come.
    """
    counted_on = day or company.today
    if counted_on > company.today:
        raise RefusedValue(
            mark("{day} lies in the future. People can only be counted up to today."),
            day=formats.day(counted_on),
        )
    numbers = _filled(reached)
    _refuse_rising(people, numbers)
    rows = company.data.where(AdoptionCount, "initiative_id", initiative.id)
    known = next(
        (row for row in rows if (row.counted_on, row.department_id) == (counted_on, department_id)), None
    )
    label = Message(mark("Use of “{name}” counted"), {"name": initiative.name})
    with company.workspace.change(label) as edit:
        row = known or AdoptionCount(
            counted_on=counted_on, initiative_id=initiative.id, department_id=department_id
        )
        row.people = people
        row.knowing, row.wanting, row.able, row.users, row.keeping = (
            numbers[stage] for stage in AdoptionStage
        )
        if known is None:
            edit.add(row)
    return row


def _filled(reached: Mapping[AdoptionStage, int]) -> Mapping[AdoptionStage, int]:
    numbers: dict[AdoptionStage, int] = {}
    later = 0
    for stage in reversed(AdoptionStage):
        later = numbers[stage] = reached.get(stage, later)
    return numbers


def _refuse_rising(people: int, numbers: Mapping[AdoptionStage, int]) -> None:
    before = people
    for stage in AdoptionStage:
        if numbers[stage] < 0 or people < 0:
            raise RefusedValue(mark("A number of people cannot be below 0."))
        if numbers[stage] > before:
            raise RefusedValue(
                mark("{number} is more than the {before} before. Whoever uses it also knows it."),
                number=formats.number(numbers[stage]),
                before=formats.number(before),
            )
        before = numbers[stage]
