"""A new initiative that serves a goal from its first moment."""

from typing import TYPE_CHECKING, Any

from virtualcio.actions.journal_words import added_words
from virtualcio.actions.new_record import complete_values, put_record
from virtualcio.actions.tables import table
from virtualcio.model import Goal, Initiative, InitiativeGoal

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def add_initiative_for(company: "OpenCompany", goal: Goal | None) -> Initiative:
    """Add an initiative with its contribution to the goal (the usual strength) as one undo step.

    Without a goal (a KPI may stand for itself) it is just a new initiative. It is called "New initiative",
    to be typed over. RefusedValue: nothing was added.
    """
    shown = table("initiatives")
    values: dict[str, Any] = {}
    complete_values(company, shown, values)
    with company.workspace.change(added_words(company, shown, Initiative(**values))) as edit:
        initiative = put_record(company, edit, shown, values)
        assert isinstance(initiative, Initiative)
        if goal is not None:
            edit.add(InitiativeGoal(initiative_id=initiative.id, goal_id=goal.id))
    return initiative
