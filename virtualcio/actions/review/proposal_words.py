"""Proposals as decisions: what is to happen, and beneath it who, until when, how much, and why."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from virtualcio import formats
from virtualcio.actions.finding_words import words_of
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.roadmap.conflict_words import words_of_conflict
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.review.proposals import Proposal, ProposalKind
from virtualcio.model import Initiative, Person
from virtualcio.texts import _, join_names

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class ProposalWords(NamedTuple):
    """In the language of the interface."""

    title: str
    detail: str


def proposal_words(company: "OpenCompany", proposal: Proposal) -> ProposalWords:
    """'„ERP-Umzug“ am 4. Januar 2027 beginnen' and 'Verantwortlich: Leitung IT · 46.000 € freigeben'."""
    return ProposalWords(_TITLES[proposal.kind](company, proposal), _detail(company, proposal))


def _detail(company: "OpenCompany", proposal: Proposal) -> str:
    owner = company.data.get(Person, proposal.owner_id)
    parts = [] if owner is None else [_("Responsible: {name}").format(name=owner.name)]
    if proposal.due_on is not None and proposal.kind is not ProposalKind.START:
        soon = proposal.due_on <= company.today
        parts.append(_("now") if soon else _("by {day}").format(day=formats.day(proposal.due_on)))
    if proposal.amount:
        amount = formats.money_short(proposal.amount)
        releases = proposal.kind in (ProposalKind.START, ProposalKind.RENEW, ProposalKind.RELEASE_MONEY)
        parts.append(_("release {amount}").format(amount=amount) if releases else amount)
    why = "" if proposal.finding is None else words_of(company, proposal.finding).title
    return " · ".join([*parts, why] if why else parts)


def _names(company: "OpenCompany", proposal: Proposal) -> str:
    """'„A“', or '„A“, „B“ und 3 weitere', of the things of the first one's kind."""
    first = proposal.objects[0][0]
    found = (company.data.get(kind, key) for kind, key in proposal.objects if kind is first)
    names = (str(vars(one).get("name", "")) for one in found if one is not None)
    return join_names(_("“{name}”").format(name=name) for name in names)


def _with_names(text: Callable[[], str]) -> Callable[["OpenCompany", Proposal], str]:
    return lambda company, proposal: text().format(names=_names(company, proposal))


def _start(company: "OpenCompany", proposal: Proposal) -> str:
    name = company.data.find(Initiative, proposal.objects[0][1]).name
    day = proposal.due_on
    if day is None or day < company.today:
        return _("Begin “{name}”").format(name=name)
    return _("Begin “{name}” on {day}").format(name=name, day=formats.long_day(day))


def _contract(company: "OpenCompany", proposal: Proposal) -> str:
    names, day = _names(company, proposal), proposal.due_on
    if day is None or day <= company.today:
        return _("Decide on {names}: keep, renegotiate or give notice").format(names=names)
    return _("Decide on {names} by {day}: keep, renegotiate or give notice").format(
        names=names, day=formats.day(day)
    )


def _move(company: "OpenCompany", proposal: Proposal) -> str:
    """The move that mends it, where there is a single one."""
    assert proposal.finding is not None
    parts = Parts(company, proposal.finding)
    conflict = parts.value("conflict")
    mend = None if conflict is None else conflict.mend
    if mend is not None:
        name = company.data.find(Initiative, mend.initiative_id).name
        month = formats.long_month(mend.start)
        if words_of_conflict(company, conflict).mend_title is not None and not mend.along:
            return _("Move “{name}” to {month}").format(name=name, month=month)
    hard_end = parts.value("hard_end")
    if isinstance(hard_end, date):
        return _("Finish {names} by {day}").format(names=_names(company, proposal), day=formats.day(hard_end))
    return _("Put {names} in the right order").format(names=_names(company, proposal))


def _money(company: "OpenCompany", proposal: Proposal) -> str:
    assert proposal.finding is not None
    year = proposal.finding.params.get("year")
    assert isinstance(year, int)
    words = fiscal_year_words(year, company.data.company.fiscal_year_start)
    return _("{year}: release more money or move initiatives").format(year=words)


def _release(company: "OpenCompany", proposal: Proposal) -> str:
    assert proposal.finding is not None
    year = proposal.finding.params.get("year")
    amount = "" if proposal.amount is None else formats.money_short(proposal.amount)
    return _("Release the money for the renewals of {year}: {amount}").format(year=year, amount=amount)


_TITLES: dict[ProposalKind, Callable[["OpenCompany", Proposal], str]] = {
    ProposalKind.START: _start,
    ProposalKind.RENEW: _with_names(lambda: _("Release the renewal of {names}")),
    ProposalKind.CONTRACT: _contract,
    ProposalKind.POSTPONE: _with_names(lambda: _("Put {names} off")),
    ProposalKind.MOVE: _move,
    ProposalKind.NEW_DAY: _with_names(lambda: _("Give {names} a new date")),
    ProposalKind.RELIEVE: _with_names(lambda: _("Relieve {names} or move initiatives")),
    ProposalKind.MONEY: _money,
    ProposalKind.NAME_OWNER: _with_names(lambda: _("Name somebody responsible for {names}")),
    ProposalKind.NAME_DEPUTY: _with_names(lambda: _("Name a deputy for {names}")),
    ProposalKind.NAME_TEAM: _with_names(lambda: _("Name those responsible for {names}")),
    ProposalKind.COUNTER: _with_names(lambda: _("Decide what brings {names} back on plan")),
    ProposalKind.MEASURE: _with_names(lambda: _("Decide on a measure against {names}")),
    ProposalKind.EVIDENCE: _with_names(lambda: _("Have evidence obtained for {names}")),
    ProposalKind.APPROVE: _with_names(lambda: _("Approve or replace {names}")),
    ProposalKind.RELEASE_MONEY: _release,
}
