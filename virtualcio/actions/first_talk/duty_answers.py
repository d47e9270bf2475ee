"""The obligations that were ticked are taken over with their reason; one unticked later does not apply."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.first_talk.known_answers import answers_of
from virtualcio.actions.first_talk.talk_edit import TalkEdit
from virtualcio.actions.priorities.obligation_proposals import ObligationProposal, proposed_obligations
from virtualcio.model import Obligation
from virtualcio.model.duties import Applies

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

MOST_DUTIES = 9  # that many can be chosen with the number keys


def duties_to_choose(company: "OpenCompany") -> Sequence[tuple[str, str, str]]:
    """Key, name and reason of those the talk has taken over already and of those proposed, at most nine."""
    row = answers_of(company.data).get("duties")
    taken = [] if row is None else [company.data.get(Obligation, key) for key in row.made.split()]
    found = [(one.template_key, one.name, one.why) for one in taken if one is not None]
    found += [(one.key, one.name, one.why) for one in proposed_obligations(company)]
    return found[:MOST_DUTIES]


def surely_applying(company: "OpenCompany") -> tuple[str, ...]:
    """Keys of the proposed obligations that apply by size, trade and country without a doubt."""
    offered = {key for key, _name, _why in duties_to_choose(company)}
    sure = [one.key for one in proposed_obligations(company) if one.applies is Applies.YES]
    return tuple(key for key in sure if key in offered)


def write_duties(one: TalkEdit) -> None:
    chosen = set(one.row.answer.split())
    for key in one.row.made.split():
        duty = one.data.get(Obligation, key)
        if duty is None:
            continue
        ticked = duty.template_key in chosen
        if not ticked and not one.withdraw(duty):
            duty.applies = Applies.NO
        elif ticked and duty.applies is Applies.NO:
            duty.applies = Applies.YES
    there = {duty.template_key for duty in one.data.all(Obligation)}
    for proposal in proposed_obligations(one.company):
        if proposal.key in chosen - there:
            one.make(Obligation, _values(proposal))


def _values(proposal: ObligationProposal) -> dict[str, object]:
    applies = Applies.YES if proposal.applies is Applies.YES else Applies.UNCLEAR
    return {
        "name": proposal.name,
        "legal_basis": proposal.legal_basis,
        "applies": applies,
        "why": proposal.why,
        "due_on": proposal.due_on,
        "template_key": proposal.key,
    }
