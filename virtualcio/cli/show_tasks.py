"""`show FILE tasks`: what somebody has to do or carry out, what is overdue first."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.review.review_words import DECISION_STATES
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title
from virtualcio.cli.shown_table import json_rows, named
from virtualcio.model import Decision, Person, Task
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_tasks(company: "OpenCompany", as_json: bool) -> int:
    """Open tasks and decisions that are not carried out; as JSON all of them."""
    results = company.results
    if as_json:
        print_json(
            {
                "overdue": results.overdue_count,
                "open_tasks": [_json_open(company, one) for one in results.open_tasks],
                "open_decisions": [_json_open(company, one) for one in results.open_decisions],
                "tasks": json_rows(company, "tasks"),
                "decisions": json_rows(company, "decisions"),
            }
        )
        return FINE
    print_title(
        translate_count("{count} is overdue", "{count} are overdue", results.overdue_count)
        if results.overdue_count
        else _("Nothing is overdue."),
        first=True,
    )
    if results.open_tasks:
        print_title(_("Open tasks"))
        print()
        rows = [_row(company, one) for one in results.open_tasks]
        print_table((_("Until"), _("Responsible"), _("Task")), rows)
    if results.open_decisions:
        print_title(_("Decisions not carried out yet"))
        print()
        decisions = [
            (*_row(company, one)[:2], _(DECISION_STATES[one.state]), one.name)
            for one in results.open_decisions
        ]
        print_table((_("Until"), _("Responsible"), _("State"), _("Decision")), decisions)
    return FINE


def _row(company: "OpenCompany", one: Task | Decision) -> tuple[str, str, str]:
    late = one.due_on is not None and one.due_on < company.today
    owner = company.data.get(Person, one.owner_id)
    name = formats.NO_VALUE if owner is None else owner.name
    return ("■ " if late else "") + formats.day(one.due_on), name, one.name


def _json_open(company: "OpenCompany", one: Task | Decision) -> dict[str, object]:
    owner = company.data.get(Person, one.owner_id)
    return {
        "id": one.id,
        "name": one.name,
        "due_on": one.due_on,
        "overdue": one.due_on is not None and one.due_on < company.today,
        "owner": None if owner is None else named(owner.id, owner.name),
        "review": one.review_id,
        "meeting": one.meeting_id,
    }
