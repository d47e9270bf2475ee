"""The monthly council: a meeting with the liaisons of the departments."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.model import CouncilMeeting, CouncilPerson, Department
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def add_meeting(company: "OpenCompany", held_on: date | None = None) -> CouncilMeeting:
    """A meeting today or on another day (a day to come plans it), as one undo step; the liaisons of all
    departments take part.
    """
    day = held_on or company.today
    label = Message(mark("Meeting of the council on {day}"), {"day": formats.day(day)})
    with company.workspace.change(label) as edit:
        meeting = CouncilMeeting(held_on=day)
        edit.add(meeting)
        for key in liaisons(company):
            edit.add(CouncilPerson(meeting_id=meeting.id, person_id=key))
    return meeting


def liaisons(company: "OpenCompany") -> tuple[str, ...]:
    """Keys of who speaks for a department, each once."""
    found = (department.liaison_id for department in company.data.all(Department))
    return tuple(dict.fromkeys(key for key in found if key is not None))
