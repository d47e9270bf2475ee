"""Moving initiatives on the roadmap: each is one undo step that says what moved to which month."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.field_values import put_value
from virtualcio.actions.tables import table
from virtualcio.analysis.roadmap.conflict import Conflict, Mend
from virtualcio.analysis.roadmap.plan import MOST_MONTHS
from virtualcio.errors import RefusedValue
from virtualcio.model import Initiative
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

MOVED = mark("“{name}” moved to {month}")
PUT_ON = mark("“{name}” planned for {month}")
MOVED_WITH_ONE = mark("“{name}” moved to {month}, one more along with it")
MOVED_ALONG = mark("“{name}” moved to {month}, {count} more along with it")
TAKEN_OFF = mark("“{name}” taken off the roadmap")
STRETCHED = mark("Duration of “{name}” changed to {count} months")
ONE_MONTH = mark("Duration of “{name}” changed to one month")
PINNED = mark("Start of “{name}” pinned")
UNPINNED = mark("Start of “{name}” unpinned")


def move(company: "OpenCompany", initiative: Initiative, start: date | None) -> bool:
    """Let it start in the month of `start`, or take it off the roadmap (None); False if it does already.

    An idea that gets its first month becomes planned. RefusedValue: pinned, or over.
    """
    if start is None:
        return take_off(company, initiative)
    first = start.replace(day=1)
    if initiative.start == first:
        return False
    _refuse_fixed(initiative)
    text = PUT_ON if initiative.start is None else MOVED
    label = Message(text, {"name": initiative.name, "month": formats.long_month(first)})
    with company.workspace.change(label) as edit:
        _place(company, edit, initiative, first, initiative.months)
    return True


def stretch(company: "OpenCompany", initiative: Initiative, months: int) -> bool:
    """Let it take so many months from the same start; False if it does already.

    RefusedValue: below 1 or above 60, or over.
    """
    if initiative.months == months:
        return False
    if not 1 <= months <= MOST_MONTHS:
        raise RefusedValue(
            mark("An initiative takes 1 to {most} months. Divide a longer one."), most=MOST_MONTHS
        )
    _refuse_over(initiative)
    label = Message(ONE_MONTH if months == 1 else STRETCHED, {"name": initiative.name, "count": months})
    with company.workspace.change(label) as edit:
        _put(company, edit, initiative, {"months": months})
    return True


def set_pinned(company: "OpenCompany", initiative: Initiative, pinned: bool) -> bool:
    """Keep its start where it is, or let it be moved again; False if that is so already.

    RefusedValue: there is no start to pin.
    """
    if initiative.pinned == pinned:
        return False
    if pinned and initiative.start is None:
        raise RefusedValue(
            mark("“{name}” has no month yet. Give it one first, then pin it."), name=initiative.name
        )
    label = Message(PINNED if pinned else UNPINNED, {"name": initiative.name})
    with company.workspace.change(label) as edit:
        _put(company, edit, initiative, {"pinned": pinned})
    return True


def take_off(company: "OpenCompany", initiative: Initiative) -> bool:
    """Off the roadmap, back to those that wait; False if it is not on it. RefusedValue: pinned, or over."""
    if initiative.start is None:
        return False
    _refuse_fixed(initiative)
    with company.workspace.change(Message(TAKEN_OFF, {"name": initiative.name})) as edit:
        _put(company, edit, initiative, {"start": None})
    return True


def apply_mend(company: "OpenCompany", conflict: Conflict) -> bool:
    """Make the move that mends a conflict, with all that has to move along, as one undo step.

    False if the conflict has no such move. RefusedValue: something of it was pinned in the meantime.
    """
    mend = conflict.mend
    if mend is None:
        return False
    places = [(mend.initiative_id, mend.start, mend.months), *mend.along]
    records = [(company.data.find(Initiative, key), start, months) for key, start, months in places]
    for record, start, _months in records:
        if record.start != start:
            _refuse_fixed(record)
    with company.workspace.change(_label(records[0][0], mend)) as edit:
        for record, start, months in records:
            _place(company, edit, record, start, months)
    return True


def _label(initiative: Initiative, mend: Mend) -> Message:
    name, month = initiative.name, formats.long_month(mend.start)
    if mend.along:
        text = MOVED_WITH_ONE if len(mend.along) == 1 else MOVED_ALONG
        return Message(text, {"name": name, "month": month, "count": len(mend.along)})
    if initiative.start == mend.start:
        return Message(ONE_MONTH if mend.months == 1 else STRETCHED, {"name": name, "count": mend.months})
    return Message(PUT_ON if initiative.start is None else MOVED, {"name": name, "month": month})


def _place(company: "OpenCompany", edit: "Edit", initiative: Initiative, start: date, months: int) -> None:
    values: dict[str, Any] = {"start": start, "months": months}
    if initiative.start is None and initiative.state is InitiativeState.IDEA:
        values["state"] = InitiativeState.PLANNED
    _put(company, edit, initiative, values)


def _put(company: "OpenCompany", edit: "Edit", initiative: Initiative, values: Mapping[str, Any]) -> None:
    """Within an open change, by the table's columns, so that their limits hold here too."""
    initiatives = table("initiatives")
    for key, value in values.items():
        put_value(company, edit, initiatives.column(key), initiative, value)


def _refuse_fixed(initiative: Initiative) -> None:
    _refuse_over(initiative)
    if initiative.pinned:
        raise RefusedValue(
            mark("“{name}” is pinned to its month. Unpin it first, then move it."), name=initiative.name
        )


def _refuse_over(initiative: Initiative) -> None:
    if initiative.state in (InitiativeState.DONE, InitiativeState.DROPPED):
        raise RefusedValue(
            mark("“{name}” is over and stays where it was. Set it to planned or running to move it."),
            name=initiative.name,
        )
