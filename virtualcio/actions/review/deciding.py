"""Decisions and tasks: taken from a proposal, or written down in one line, in a review or in the council."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from virtualcio.actions.field_values import put_value
from virtualcio.actions.new_record import put_record
from virtualcio.actions.review.proposal_words import proposal_words
from virtualcio.actions.tables import table
from virtualcio.analysis.review.proposals import Proposal, ProposalKind
from virtualcio.errors import RefusedValue
from virtualcio.model import Contract, CouncilMeeting, Decision, Initiative, Record, Review, Task
from virtualcio.model.review import DecisionState
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

_ANSWERED: dict[DecisionState, str] = {
    DecisionState.PROPOSED: mark("Proposed: {name}"),
    DecisionState.DECIDED: mark("Decided: {name}"),
    DecisionState.DEFERRED: mark("Deferred: {name}"),
    DecisionState.REJECTED: mark("Rejected: {name}"),
}
# Money is released by these; elsewhere the amount of a finding is what is at stake.
_RELEASES = (ProposalKind.START, ProposalKind.RENEW, ProposalKind.RELEASE_MONEY)


def take_proposal(
    company: "OpenCompany", review: Review, proposal: Proposal, state: DecisionState
) -> Decision:
    """Write a proposal down with the answer to it, as one undo step: with owner, day and released money."""
    _refuse_closed(review)
    name = proposal_words(company, proposal).title
    with company.workspace.change(Message(_ANSWERED[state], {"name": name})) as edit:
        values = {
            "name": name,
            "state": state,
            "decided_on": None if state is DecisionState.PROPOSED else company.today,
            "owner": proposal.owner_id,
            "due_on": None if proposal.due_on is None else max(proposal.due_on, company.today),
            "amount": proposal.amount if proposal.kind in _RELEASES else None,
            "review": review.id,
            "initiative": _key_of(proposal, Initiative),
            "contract": _key_of(proposal, Contract),
            "proposed_by": proposal.key,
        }
        return _decision(company, edit, values)


def _decision(company: "OpenCompany", edit: "Edit", values: Mapping[str, Any]) -> Decision:
    made = put_record(company, edit, table("decisions"), values)
    assert isinstance(made, Decision)
    return made


def _key_of(proposal: Proposal, kind: type[Record]) -> str | None:
    """The first thing of the proposal, if it is of this kind."""
    first, key = proposal.objects[0]
    return key if first is kind else None


def decide(company: "OpenCompany", decision: Decision, state: DecisionState, reason: str = "") -> bool:
    """Answer a decision that was written down, as one undo step; False if that is what it says."""
    words = reason.strip()
    if decision.state is state and (not words or words == decision.reason):
        return False
    with company.workspace.change(Message(_ANSWERED[state], {"name": decision.name})) as edit:
        decision.state = state
        decision.decided_on = None if state is DecisionState.PROPOSED else company.today
        if words:
            put_value(company, edit, table("decisions").column("reason"), decision, words)
        if state is not DecisionState.DECIDED:
            decision.done_on = None
    return True


def add_decision(
    company: "OpenCompany",
    text: str,
    review: Review | None = None,
    meeting: CouncilMeeting | None = None,
    *,
    owner_id: str | None = None,
    due_on: date | None = None,
) -> Decision:
    """A decision in one line, taken today, as one undo step. RefusedValue: there are no words."""
    name = _one_line(text)
    if review is not None:
        _refuse_closed(review)
    with company.workspace.change(Message(_ANSWERED[DecisionState.DECIDED], {"name": name})) as edit:
        values = {
            "name": name,
            "state": DecisionState.DECIDED,
            "decided_on": company.today if meeting is None else min(meeting.held_on, company.today),
            "review": None if review is None else review.id,
            "meeting": None if meeting is None else meeting.id,
            "owner": owner_id,
            "due_on": due_on,
        }
        return _decision(company, edit, values)


def add_task(
    company: "OpenCompany",
    text: str,
    review: Review | None = None,
    meeting: CouncilMeeting | None = None,
    *,
    decision: Decision | None = None,
    owner_id: str | None = None,
    due_on: date | None = None,
) -> Task:
    """A task in one line, as one undo step. One that follows from a decision takes over its owner and day.

    RefusedValue: there are no words.
    """
    name = _one_line(text)
    with company.workspace.change(Message(mark("Task: {name}"), {"name": name})) as edit:
        values = {
            "name": name,
            "review": None if review is None else review.id,
            "meeting": None if meeting is None else meeting.id,
            "owner": owner_id,
            "due_on": due_on,
        }
        if decision is not None:
            values |= {"decision": decision.id, "initiative": decision.initiative_id}
            values["owner"] = owner_id or decision.owner_id
            values["due_on"] = due_on or decision.due_on
        made = put_record(company, edit, table("tasks"), values)
    assert isinstance(made, Task)
    return made


def finish_task(company: "OpenCompany", task: Task, done: bool = True) -> bool:
    """Done today, or open again, as one undo step; False if it was."""
    if (task.done_on is not None) is done:
        return False
    text = mark("Task done: {name}") if done else mark("Task open again: {name}")
    with company.workspace.change(Message(text, {"name": task.name})):
        task.done_on = company.today if done else None
    return True


def carry_out(company: "OpenCompany", decision: Decision, done: bool = True) -> bool:
    """What was decided is carried out today, or is open again, as one undo step; False if it was."""
    if (decision.done_on is not None) is done:
        return False
    text = mark("Carried out: {name}") if done else mark("To be carried out again: {name}")
    with company.workspace.change(Message(text, {"name": decision.name})):
        decision.done_on = company.today if done else None
    return True


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise RefusedValue(mark("Say in a few words what is to happen."))
    return words


def _refuse_closed(review: Review) -> None:
    if review.closed_on is not None:
        raise RefusedValue(mark("“{name}” is closed. Reopen it to change something in it."), name=review.name)
