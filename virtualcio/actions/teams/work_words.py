"""How departments take part in initiatives, in words for window, command line and workbook."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.analysis.teams.department_work import Part, Way, When
from virtualcio.model import Initiative
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

WAYS: dict[Way, str] = {
    Way.FOR: mark("made for them"),
    Way.LEADS: mark("answers for it"),
    Way.VOICE: mark("says what it has to do"),
    Way.TEAM: mark("in the team"),
    Way.DAYS: mark("working days planned"),
    Way.PROCESS: mark("their process gets something from it"),
}


def ways_words(part: Part) -> str:
    """'für sie gemacht, im Team'."""
    return ", ".join(_(WAYS[way]) for way in part.ways)


def part_words(company: "OpenCompany", part: Part) -> str:
    """'Kundenportal'; with its first month before it if it is still to begin: '01/2027: Kundenportal'."""
    name = company.data.find(Initiative, part.initiative_id).name
    if part.when is When.NOW or part.start is None:
        return name
    return _("{month}: {name}").format(name=name, month=formats.month(part.start))
