"""`show FILE teams`: who works together, who answers for what stays, what departments do, how plans go on."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.teams.work_words import part_words
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title
from virtualcio.cli.shown_table import json_rows, named, print_records
from virtualcio.model import Department, Initiative
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.analysis.teams.department_work import DepartmentWork, Part

_TABLES = ("teams", "products", "ninety_day_plans", "work_orders")


def show_teams(company: "OpenCompany", as_json: bool) -> int:
    """Tables of what there is; as JSON all of it with the members."""
    work = company.results.department_work
    if as_json:
        answer: dict[str, object] = {key: json_rows(company, key) for key in _TABLES}
        answer["team_members"] = json_rows(company, "team_members")
        answer["departments"] = [_json_work(company, one) for one in work]
        print_json(answer)
        return FINE
    titles = (_("Teams & roles"), _("Products & services"), _("90-day plans"), _("Work orders"))
    for at, (key, title) in enumerate(zip(_TABLES, titles, strict=True)):
        print_title(title, first=not at)
        print()
        print_records(company, key)
    print_title(_("What each department is working on"))
    print()
    rows = [_row(company, one) for one in work]
    print_table((_("Department"), _("Now"), _("In the next 6 months")), rows)
    return FINE


def _row(company: "OpenCompany", work: "DepartmentWork") -> tuple[str, str, str]:
    def names(parts: "tuple[Part, ...]") -> str:
        return ", ".join(part_words(company, one) for one in parts) or formats.NO_VALUE

    return company.data.find(Department, work.department_id).name, names(work.now), names(work.next)


def _json_work(company: "OpenCompany", work: "DepartmentWork") -> dict[str, object]:
    def parts(found: "tuple[Part, ...]") -> list[dict[str, object]]:
        return [
            {
                "initiative": named(one.initiative_id, company.data.find(Initiative, one.initiative_id).name),
                "start": one.start,
                "ways": [str(way) for way in one.ways],
            }
            for one in found
        ]

    name = company.data.find(Department, work.department_id).name
    return {"department": named(work.department_id, name), "now": parts(work.now), "next": parts(work.next)}
