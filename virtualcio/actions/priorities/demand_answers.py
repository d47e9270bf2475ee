"""What becomes of a department's demand: an initiative, part of another one, a kind word, or no."""

from typing import TYPE_CHECKING

from virtualcio.actions.field_values import put_value
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.model import Demand, Initiative, InitiativeGoal
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit


def become_initiative(company: "OpenCompany", demand: Demand, name: str = "") -> Initiative:
    """A new initiative with the demand's name (or another one), department, expected result and goal.

    One undo step. RefusedValue: nothing has changed.
    """
    label = Message(mark("Demand “{name}” became an initiative"), {"name": demand.name})
    with company.workspace.change(label) as edit:
        values = {"name": name or demand.name, "department": demand.department_id}
        if demand.expected_result:
            values["description"] = demand.expected_result
        made = put_record(company, edit, table("initiatives"), values)
        assert isinstance(made, Initiative)
        _pass_goal_on(company, edit, demand, made)
        _answer(company, demand, DemandState.INITIATIVE, made)
    return made


def join_initiative(company: "OpenCompany", demand: Demand, initiative: Initiative) -> None:
    """The demand is part of an initiative that is there already, which then serves its goal too."""
    label = Message(
        mark("Demand “{name}” added to “{initiative}”"),
        {"name": demand.name, "initiative": initiative.name},
    )
    with company.workspace.change(label) as edit:
        _pass_goal_on(company, edit, demand, initiative)
        _answer(company, demand, DemandState.JOINED, initiative)


def call_nice_to_have(company: "OpenCompany", demand: Demand) -> None:
    """Said kindly and early: nothing speaks against it, and nothing is planned for it."""
    label = Message(mark("Demand “{name}” answered as nice-to-have"), {"name": demand.name})
    with company.workspace.change(label):
        _answer(company, demand, DemandState.NICE_TO_HAVE, None)


def decline(company: "OpenCompany", demand: Demand, reason: str) -> None:
    """Nobody is turned down without a reason. RefusedValue: it is missing or too long."""
    if not reason.strip():
        raise RefusedValue(mark("Say why, so that the department understands the answer."))
    label = Message(mark("Demand “{name}” declined"), {"name": demand.name})
    with company.workspace.change(label) as edit:
        put_value(company, edit, table("demands").column("reason"), demand, reason.strip())
        _answer(company, demand, DemandState.DECLINED, None)


def reopen(company: "OpenCompany", demand: Demand) -> None:
    """Open again; an initiative that was made of it stays."""
    label = Message(mark("Demand “{name}” opened again"), {"name": demand.name})
    with company.workspace.change(label):
        demand.state = DemandState.OPEN
        demand.initiative_id = None
        demand.answered_on = None


def open_initiatives_of(company: "OpenCompany") -> list[Initiative]:
    """What a demand can be added to, by name."""
    return sorted(company.results.open_initiatives, key=lambda one: (one.name.casefold(), one.id))


def _answer(
    company: "OpenCompany", demand: Demand, state: DemandState, initiative: Initiative | None
) -> None:
    demand.state = state
    demand.initiative_id = None if initiative is None else initiative.id
    demand.answered_on = company.today


def _pass_goal_on(company: "OpenCompany", edit: "Edit", demand: Demand, initiative: Initiative) -> None:
    if demand.goal_id is None:
        return
    known = company.data.where(InitiativeGoal, "initiative_id", initiative.id)
    if all(row.goal_id != demand.goal_id for row in known):
        edit.add(InitiativeGoal(initiative_id=initiative.id, goal_id=demand.goal_id))
