"""At most three decisions in front (rules.md section 6): what is most urgent and needs somebody to decide."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from virtualcio.analysis.calendar_days import ONE_DAY, add_months, period_end
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import (
    Application,
    Asset,
    Contract,
    Decision,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    Kpi,
    Obligation,
    Process,
    Record,
    Review,
    Risk,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import DecisionState

MOST_PROPOSALS = 3
START = "start_initiative"  # stands where else the id of a check stands


class ProposalKind(StrEnum):
    """What there is to decide."""

    START = "start"  # begin an initiative: release of the money
    RENEW = "renew"
    CONTRACT = "contract"
    POSTPONE = "postpone"
    MOVE = "move"
    NEW_DAY = "new_day"
    RELIEVE = "relieve"
    MONEY = "money"
    NAME_OWNER = "name_owner"
    NAME_DEPUTY = "name_deputy"
    NAME_TEAM = "name_team"
    COUNTER = "counter"  # a KPI is behind
    MEASURE = "measure"  # against a risk
    EVIDENCE = "evidence"
    APPROVE = "approve"  # shadow IT
    RELEASE_MONEY = "release_money"  # before a peak of the wave


# Only what is decided by people with money or a name. What somebody merely has to enter is no decision.
KINDS: Mapping[str, ProposalKind] = MappingProxyType(
    {
        "unsupported_under_critical": ProposalKind.RENEW,
        "support_ends_under_critical": ProposalKind.RENEW,
        "overdue_without_plan": ProposalKind.RENEW,
        "acceptance_ran_out": ProposalKind.RENEW,
        "single_point_of_failure": ProposalKind.RENEW,
        "contract_decide": ProposalKind.CONTRACT,
        "contract_for_retired": ProposalKind.CONTRACT,
        "contract_ends_before_use": ProposalKind.CONTRACT,
        "initiative_without_purpose": ProposalKind.POSTPONE,
        "plan_contradiction": ProposalKind.MOVE,
        "hard_end_missed": ProposalKind.MOVE,
        "initiative_late": ProposalKind.NEW_DAY,
        "pool_overloaded": ProposalKind.RELIEVE,
        "money_over_limit": ProposalKind.MONEY,
        "data_domain_weak": ProposalKind.NAME_OWNER,
        "critical_process_without_owner": ProposalKind.NAME_OWNER,
        "one_person": ProposalKind.NAME_DEPUTY,
        "initiative_without_owner": ProposalKind.NAME_TEAM,
        "kpi_behind": ProposalKind.COUNTER,
        "risk_above_bearable": ProposalKind.MEASURE,
        "obligation_without_evidence": ProposalKind.EVIDENCE,
        "shadow_it": ProposalKind.APPROVE,
        "wave_peak": ProposalKind.RELEASE_MONEY,
    }
)
_REMEDIES = (ProposalKind.RENEW,)


@dataclass(frozen=True)
class Proposal:
    """One decision to take. `objects` are what it is about, the most important first; `finding` is None for
    an initiative that is simply next. `amount` is the money to release or at stake, net euros.
    """

    kind: ProposalKind
    check_id: str
    objects: tuple[tuple[type[Record], str], ...]
    severity: Severity
    finding: Finding | None = None
    owner_id: str | None = None
    due_on: date | None = None
    amount: Decimal | None = None

    @property
    def key(self) -> str:
        """What `Decision.proposed_by` keeps: rule and first object."""
        return f"{self.check_id}:{self.objects[0][1] if self.objects else ''}"


def proposals(
    data: CompanyData, findings: Iterable[Finding], review: Review | None, today: date
) -> tuple[Proposal, ...]:
    """The most urgent first, at most three together with those that this review has taken up already.

    `findings` are the open ones, most urgent first; after those to act on come initiatives that begin within
    this quarter or the next. No two about the same thing, none that was decided and is not carried out, that
    was deferred to a later day, or that this review has answered.
    """
    taken = [one for one in data.all(Decision) if review is not None and one.review_id == review.id]
    room = MOST_PROPOSALS - sum(bool(one.proposed_by) for one in taken)
    answered = _answered(data, taken, today)
    urgent, others = _split(findings)
    candidates = (
        *(_of_finding(data, one) for one in urgent),
        *_next_starts(data, today),
        *(_of_finding(data, one) for one in others),
    )
    return _first(candidates, room, answered)


def _split(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    known = [one for one in findings if one.check_id in KINDS and one.objects]
    urgent = [one for one in known if one.severity is Severity.ACT]
    return urgent, [one for one in known if one.severity is not Severity.ACT]


def _first(candidates: Iterable[Proposal], room: int, answered: Collection[str]) -> tuple[Proposal, ...]:
    found: list[Proposal] = []
    about: set[str] = set()
    for one in candidates:
        if len(found) >= room:
            break
        keys = {key for _kind, key in one.objects}
        if one.finding is not None:
            keys |= {key for _kind, key in one.finding.objects[:1]}
        if one.key not in answered and not keys & about:
            found.append(one)
            about |= keys
    return tuple(found)


def _answered(data: CompanyData, taken: Sequence[Decision], today: date) -> frozenset[str]:
    """Keys of what needs no proposal: answered here, being carried out, or put off to a day to come."""
    waiting = (
        one
        for one in data.all(Decision)
        if (one.state is DecisionState.DECIDED and one.done_on is None)
        or (one.state is DecisionState.DEFERRED and one.due_on is not None and one.due_on > today)
    )
    return frozenset(one.proposed_by for one in (*taken, *waiting) if one.proposed_by)


def _of_finding(data: CompanyData, finding: Finding) -> Proposal:
    """What is to be renewed and has an initiative for it becomes the start of that initiative."""
    kind = KINDS[finding.check_id]
    if kind in _REMEDIES:
        remedy = _planned_remedy(data, finding.objects[0][1])
        if remedy is not None:
            return _start_of(remedy, finding)
    first = finding.objects[0]
    return Proposal(
        kind,
        finding.check_id,
        finding.objects,
        finding.severity,
        finding,
        owner_of(data.get(*first)),
        finding.act_by,
        finding.money,
    )


def _planned_remedy(data: CompanyData, thing_id: str) -> Initiative | None:
    """The earliest planned initiative that puts the thing right and has not begun."""
    keys = [
        *(link.initiative_id for link in data.where(InitiativeAsset, "asset_id", thing_id)),
        *(link.initiative_id for link in data.where(InitiativeApplication, "application_id", thing_id)),
    ]
    found = (data.get(Initiative, key) for key in keys)
    waiting = [one for one in found if one is not None and _waits(one)]
    return min(waiting, key=lambda one: (one.start or date.max, one.id), default=None)


def _waits(initiative: Initiative) -> bool:
    return initiative.state is InitiativeState.PLANNED and initiative.start is not None


def _start_of(initiative: Initiative, finding: Finding | None = None) -> Proposal:
    return Proposal(
        ProposalKind.START,
        START,
        ((Initiative, initiative.id),),
        Severity.WATCH if finding is None else finding.severity,
        finding,
        initiative.owner_id,
        initiative.start,
        initiative.one_off_cost or None,
    )


def _next_starts(data: CompanyData, today: date) -> Iterator[Proposal]:
    """Planned initiatives that cost money and begin until the end of the next quarter, the next one first."""
    last = period_end(add_months(period_end(today, 3).replace(day=1), 1), 3)
    coming = [
        one
        for one in data.where(Initiative, "state", InitiativeState.PLANNED)
        if one.start is not None and today - ONE_DAY < one.start <= last and one.one_off_cost
    ]
    coming.sort(key=lambda one: (one.start or date.max, -(one.one_off_cost or 0), one.id))
    return (_start_of(one) for one in coming)


def owner_of(record: Record | None) -> str | None:
    """Who is responsible for a thing; None if nobody is, or where it is nobody's."""
    owned = (Application, Asset, Contract, Goal, Initiative, Kpi, Obligation, Process, Risk)
    return record.owner_id if isinstance(record, owned) else None
