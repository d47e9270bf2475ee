"""What the workbook says of who works on what: a row for each initiative, a column for each department."""

from typing import TYPE_CHECKING

from virtualcio.actions.teams.work_words import ways_words
from virtualcio.analysis.teams.department_work import Part, When
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Department, Initiative
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def work_sheet(company: "OpenCompany") -> Sheet:
    """Initiatives that run or begin soon, those that run first, and how each department takes part."""
    data, work = company.data, company.results.department_work
    parts: dict[str, Part] = {}
    ways: dict[tuple[str, str], str] = {}
    for one in work:
        for part in (*one.now, *one.next):
            parts.setdefault(part.initiative_id, part)
            ways[part.initiative_id, one.department_id] = ways_words(part)
    columns = (
        SheetColumn(_("Initiative"), CellKind.TEXT, 36),
        SheetColumn(_("When"), CellKind.TEXT, 22),
        SheetColumn(_("Begins on"), CellKind.DATE, 14),
        *(SheetColumn(data.find(Department, one.department_id).name, CellKind.TEXT, 26) for one in work),
    )
    names = {key: data.find(Initiative, key).name for key in parts}
    first_to_last = sorted(parts.values(), key=lambda one: (str(one.start), names[one.initiative_id]))
    order = sorted(first_to_last, key=lambda one: one.when is When.NEXT)
    titles = {When.NOW: _("Now"), When.NEXT: _("In the next 6 months")}
    rows = tuple(
        (
            names[part.initiative_id], titles[part.when], part.start,
            *(ways.get((part.initiative_id, one.department_id), "") for one in work),
        )
        for part in order
    )  # fmt: skip
    return Sheet(_("Who is working on what"), columns, rows)
