"""Saying what an expense is for, and confirming that it is still right: each one undo step."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from virtualcio.analysis.inventory.dependencies import processes_behind
from virtualcio.analysis.spending.expense import Expense, Standing
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetProcess,
    BudgetLine,
    ConfirmedAssignment,
    Contract,
    ContractProcess,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeProcess,
    Obligation,
    Process,
    Record,
    Review,
)
from virtualcio.model.duties import Applies
from virtualcio.model.expense import Purpose
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

ASSIGNED = mark("“{name}” assigned to “{target}”")
CONFIRMED = mark("What “{name}” is for was confirmed")
CONFIRMED_MANY = mark("What {count} expenses are for was confirmed")
# Which row says that a thing serves a process, and its field with the thing's key.
_PROCESS_ROWS: dict[type[Record], tuple[type[Record], str]] = {
    Contract: (ContractProcess, "contract_id"),
    Asset: (AssetProcess, "asset_id"),
    Application: (ApplicationProcess, "application_id"),
    Initiative: (InitiativeProcess, "initiative_id"),
}
_PURPOSEFUL = (Contract, BudgetLine)  # name goal, obligation and purpose themselves


# --- confirming ---------------------------------------------------------------------------


def confirm(company: "OpenCompany", keys: Iterable[str], review: Review | None = None) -> int:
    """Somebody looked at these expenses today and says that what they are for is right; how many they were.

    RefusedValue if one of them is without purpose: there is nothing to confirm. Nothing has changed then.
    """
    wanted = [company.results.expenses_by_key[key] for key in dict.fromkeys(keys)]
    for expense in wanted:
        if expense.standing is Standing.UNASSIGNED:
            raise RefusedValue(
                mark("It is not said yet what “{name}” is for. Assign it first, then it can be confirmed."),
                name=expense.name,
            )
    if not wanted:
        return 0
    label = Message(CONFIRMED_MANY, {"count": len(wanted)})
    if len(wanted) == 1:
        label = Message(CONFIRMED, {"name": wanted[0].name})
    with company.workspace.change(label) as edit:
        put_confirmations(company, edit, wanted, review)
    return len(wanted)


def put_confirmations(
    company: "OpenCompany", edit: "Edit", expenses: Iterable[Expense], review: Review | None
) -> None:
    """Within an open change, such as the closing of a review. What was confirmed today already stays so."""
    review_id = None if review is None else review.id
    for expense in expenses:
        rows = company.data.where(ConfirmedAssignment, "subject", expense.key)
        if any(row.confirmed_on == company.today and row.review_id == review_id for row in rows):
            continue
        edit.add(ConfirmedAssignment(subject=expense.key, confirmed_on=company.today, review_id=review_id))


# --- assigning ----------------------------------------------------------------------------


def assign_to_process(company: "OpenCompany", expense: Expense, process: Process) -> None:
    """The contract, system, initiative or line serves the process."""
    with company.workspace.change(_assigned(expense, process)) as edit:
        _put_process(company, edit, expense, process)


def assign_to_goal(company: "OpenCompany", expense: Expense, goal: Goal) -> None:
    """It is for the goal; of a system, the goal becomes one of the processes that need it.

    RefusedValue for a system that no process needs yet.
    """
    with company.workspace.change(_assigned(expense, goal)) as edit:
        _put_goal(company, edit, expense, goal, ())


def assign_to_obligation(company: "OpenCompany", expense: Expense, obligation: Obligation) -> None:
    """It is for the obligation. RefusedValue if that does not apply, or if `takes_obligation` says no."""
    with company.workspace.change(_assigned(expense, obligation)) as edit:
        _put_obligation(company, edit, expense, obligation)


def assign(company: "OpenCompany", expense: Expense, targets: Sequence[Process | Goal | Obligation]) -> None:
    """Several of these at once, as one undo step. RefusedValue: nothing has changed."""
    if not targets:
        raise RefusedValue(mark("Choose a process, a goal or a duty."))
    processes = [one for one in targets if isinstance(one, Process)]
    with company.workspace.change(_assigned(expense, *targets)) as edit:
        for target in targets:
            if isinstance(target, Process):
                _put_process(company, edit, expense, target)
            elif isinstance(target, Goal):
                _put_goal(company, edit, expense, target, processes)
            else:
                _put_obligation(company, edit, expense, target)


def takes_obligation(expense: Expense) -> bool:
    """A system serves processes; duties are named by contracts, initiatives and budget lines."""
    return expense.record_kind in (*_PURPOSEFUL, Initiative)


def _assigned(expense: Expense, *targets: Process | Goal | Obligation) -> Message:
    names = ", ".join(target.name for target in targets)
    return Message(ASSIGNED, {"name": expense.name, "target": names})


def _put_process(company: "OpenCompany", edit: "Edit", expense: Expense, process: Process) -> None:
    record = company.data.find(expense.record_kind, expense.record_id)
    if isinstance(record, BudgetLine):
        record.process_id = process.id
        if record.purpose is None and record.goal_id is None and record.obligation_id is None:
            record.purpose = Purpose.OPERATION
        return
    kind, own_field = _PROCESS_ROWS[expense.record_kind]
    rows = company.data.where(kind, own_field, record.id)
    if not any(getattr(row, "process_id", None) == process.id for row in rows):
        edit.add(kind(**{own_field: record.id, "process_id": process.id}))


def _put_goal(
    company: "OpenCompany", edit: "Edit", expense: Expense, goal: Goal, processes: Sequence[Process]
) -> None:
    """`processes` are assigned in the same step."""
    record = company.data.find(expense.record_kind, expense.record_id)
    if isinstance(record, _PURPOSEFUL):
        record.goal_id, record.purpose = goal.id, Purpose.GOAL
    elif isinstance(record, Initiative):
        _put_contribution(company, edit, record, goal)
    elif isinstance(record, Asset | Application):
        behind = processes or processes_behind(company.data, record)
        if not behind:
            raise RefusedValue(
                mark("No process needs “{name}” yet. Choose the process first; the goal follows from it."),
                name=expense.name,
            )
        known = {link.process_id for link in company.data.where(GoalProcess, "goal_id", goal.id)}
        for process in behind:
            if process.id not in known:
                edit.add(GoalProcess(goal_id=goal.id, process_id=process.id))


def _put_contribution(company: "OpenCompany", edit: "Edit", initiative: Initiative, goal: Goal) -> None:
    """With the strength that a new link has; one that said 'contributes nothing' is raised to it."""
    for link in company.data.where(InitiativeGoal, "initiative_id", initiative.id):
        if link.goal_id == goal.id:
            if link.strength <= 0:
                link.strength = InitiativeGoal(initiative_id=initiative.id, goal_id=goal.id).strength
            return
    edit.add(InitiativeGoal(initiative_id=initiative.id, goal_id=goal.id))


def _put_obligation(company: "OpenCompany", edit: "Edit", expense: Expense, obligation: Obligation) -> None:
    if obligation.applies is not Applies.YES:
        raise RefusedValue(
            mark("It is not said that “{name}” applies to you. Say so among the duties first."),
            name=obligation.name,
        )
    record = company.data.find(expense.record_kind, expense.record_id)
    if isinstance(record, _PURPOSEFUL):
        record.obligation_id, record.purpose = obligation.id, Purpose.DUTY
    elif isinstance(record, Initiative):
        links = company.data.where(InitiativeObligation, "initiative_id", record.id)
        if all(link.obligation_id != obligation.id for link in links):
            edit.add(InitiativeObligation(initiative_id=record.id, obligation_id=obligation.id))
    else:
        raise RefusedValue(
            mark("“{name}” is a system: choose the process that needs it. Duties belong to contracts, "
                 "initiatives and budget lines."),
            name=expense.name,
        )  # fmt: skip
