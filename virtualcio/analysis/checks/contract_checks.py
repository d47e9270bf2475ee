"""Checks about contracts: days not to be missed, what they cover, seats, response times, gaps."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED, round_cents
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.check_facts import CheckFacts, Thing, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.backlog import in_use_on
from virtualcio.analysis.inventory.contract_costs import yearly_cost
from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.analysis.inventory.dependencies import contracts_of, covered_by
from virtualcio.model import Contract, Process
from virtualcio.model.inventory import Criticality

MOST_UNCLEAR = 3
ENDS_SOON_MONTHS = 12
FIXED = frozenset({ContractState.ENDS, ContractState.NOTICE_GIVEN})


def _act_by(dates: ContractDates, today: date) -> date | None:
    """Decide-by while it lies ahead, then the last working day on which notice can arrive."""
    if dates.decide_by is not None and dates.decide_by >= today:
        return dates.decide_by
    return dates.last_working_day


def contract_decide(facts: CheckFacts) -> Sequence[Finding]:
    """The day by which to decide is here (act) or near (watch). Small contracts are only watched."""
    found = []
    for contract, dates in facts.contracts:
        if dates.state not in (ContractState.DECIDE_NOW, ContractState.NOTICE_SOON):
            continue
        cost = yearly_cost(contract)
        small = cost is not None and cost < facts.assumptions.small_contract
        act = dates.state is ContractState.DECIDE_NOW and not small
        found.append(
            Finding(
                "contract_decide",
                Severity.ACT if act else Severity.WATCH,
                objects_of(contract),
                {
                    "count": 1,
                    "next_end": dates.next_end,
                    "last_day_of_notice": dates.last_day_of_notice,
                    "decide_by": dates.decide_by,
                    "following_end": dates.following_end,
                    "one_month_notice_right": dates.one_month_notice_right,
                },
                dates.price_of_missing,
                _act_by(dates, facts.today),
            )
        )
    return found


def _covered(facts: CheckFacts, contract: Contract) -> list[Thing]:
    assets, applications = covered_by(facts.data, contract)
    return [*assets, *applications]


def _goes_on(facts: CheckFacts, contract: Contract, day: date) -> bool:
    """Still there on the day after `day`."""
    dates = facts.contract_dates[contract.id]
    if contract.start is not None and contract.start > day + timedelta(days=1):
        return False
    if dates.state is ContractState.ENDED:
        return False
    return dates.state not in FIXED or dates.next_end is None or dates.next_end > day


def contract_ends_before_use(facts: CheckFacts) -> Sequence[Finding]:
    """A contract ends (or has ended) while what it covers stays in use, and no other contract goes on."""
    found = []
    horizon = add_months(facts.today, ENDS_SOON_MONTHS)
    for contract in facts.data.all(Contract):
        dates = facts.contract_dates[contract.id]
        end = dates.next_end
        if dates.state not in FIXED | {ContractState.ENDED} or end is None or end > horizon:
            continue
        bare = [
            record
            for record in _covered(facts, contract)
            if in_use_on(record, max(end, facts.today) + timedelta(days=1))
            and not any(
                other is not contract and _goes_on(facts, other, max(end, facts.today))
                for other in contracts_of(facts.data, record)
            )
        ]
        if bare:
            near = end <= facts.today + timedelta(days=facts.assumptions.notice_soon_days)
            found.append(
                Finding(
                    "contract_ends_before_use",
                    Severity.ACT if near else Severity.WATCH,
                    objects_of(contract, *bare),
                    {"count": 1, "end": end, "covered": len(bare), "ended": end < facts.today},
                    yearly_cost(contract),
                    max(end, facts.today),
                )
            )
    return found


def contract_for_retired(facts: CheckFacts) -> Sequence[Finding]:
    """A contract goes on although all that it covers is retired."""
    found = []
    for contract, dates in facts.contracts:
        covered = _covered(facts, contract)
        gone = [one for one in covered if one.retired_on is not None and one.retired_on <= facts.today]
        if covered and len(gone) == len(covered) and dates.state not in FIXED:
            found.append(
                Finding(
                    "contract_for_retired",
                    Severity.WATCH,
                    objects_of(contract, *gone),
                    {"count": 1, "covered": len(gone), "next_end": dates.next_end},
                    yearly_cost(contract),
                    _act_by(dates, facts.today),
                )
            )
    return found


def unused_seats(facts: CheckFacts) -> Sequence[Finding]:
    """More seats paid for than used, beyond a reserve [10 %]. The money is what the unused cost a year."""
    found = []
    for contract, dates in facts.contracts:
        bought, used = contract.seats_bought, contract.seats_used
        if not bought or used is None or used < 0 or bought <= used:
            continue
        unused = bought - used
        if Decimal(unused) * HUNDRED <= facts.assumptions.unused_seats_percent * bought:
            continue
        cost = yearly_cost(contract)
        found.append(
            Finding(
                "unused_seats",
                Severity.WATCH,
                objects_of(contract),
                {"count": 1, "bought": bought, "used": used, "unused": unused, "next_end": dates.next_end},
                None if cost is None else round_cents(cost * unused / bought),
                _act_by(dates, facts.today),
            )
        )
    return found


def too_few_seats(facts: CheckFacts) -> Sequence[Finding]:
    """More seats used than paid for: a licence audit would cost."""
    found = []
    for contract, _dates in facts.contracts:
        bought, used = contract.seats_bought, contract.seats_used
        if bought is not None and used is not None and used > bought >= 0:
            cost = yearly_cost(contract)
            found.append(
                Finding(
                    "too_few_seats",
                    Severity.ACT,
                    objects_of(contract),
                    {"count": 1, "bought": bought, "used": used, "missing": used - bought},
                    round_cents(cost * (used - bought) / bought) if cost is not None and bought else None,
                )
            )
    return found


def support_too_slow(facts: CheckFacts) -> Sequence[Finding]:
    """The fastest support for a thing answers later than its process can bear. One per contract."""
    slow: dict[Contract, tuple[dict[Thing, None], dict[Process, None]]] = {}
    for record in facts.things:
        contracts = [
            one
            for one in contracts_of(facts.data, record)
            if one.response_hours is not None
            and facts.contract_dates[one.id].state is not ContractState.ENDED
        ]
        if not contracts:
            continue
        fastest = min(contracts, key=lambda one: (one.response_hours or 0, one.id))
        for process in facts.processes_behind(record):
            if process.max_outage_hours is not None and process.max_outage_hours < (
                fastest.response_hours or 0
            ):
                things, processes = slow.setdefault(fastest, ({}, {}))
                things[record] = processes[process] = None
    found = []
    for contract, (things, processes) in slow.items():
        tightest = min(processes, key=lambda one: (one.max_outage_hours or 0, one.name))
        critical = any(one.criticality is Criticality.CRITICAL for one in processes)
        found.append(
            Finding(
                "support_too_slow",
                Severity.ACT if critical else Severity.WATCH,
                objects_of(contract, tightest, *things),
                {
                    "count": 1,
                    "response_hours": contract.response_hours,
                    "bearable_hours": tightest.max_outage_hours,
                    "processes": len(processes),
                },
            )
        )
    return found


def contract_unclear(facts: CheckFacts) -> Sequence[Finding]:
    """Start or notice period not known, or terms that contradict each other: no day can be watched."""
    found = []
    for contract, dates in facts.contracts:
        unknown = dates.state in (ContractState.NOTICE_UNKNOWN, ContractState.START_UNKNOWN)
        if unknown or dates.contradictions:
            found.append(
                Finding(
                    "contract_unclear",
                    Severity.WATCH,
                    objects_of(contract),
                    {"count": 1, "state": dates.state, "contradictions": dates.contradictions},
                    yearly_cost(contract),
                )
            )
    return together(found, MOST_UNCLEAR)


def leasing_return(facts: CheckFacts) -> Sequence[Finding]:
    """Leased things are to be given back soon, or should have been."""
    horizon = facts.today + timedelta(days=facts.assumptions.notice_soon_days)
    return [
        Finding(
            "leasing_return",
            Severity.ACT if contract.leasing_end <= facts.today else Severity.WATCH,
            objects_of(contract, *_covered(facts, contract)),
            {"count": 1, "leasing_end": contract.leasing_end},
            None,
            contract.leasing_end,
        )
        for contract, _dates in facts.contracts
        if contract.leasing_end is not None and contract.leasing_end <= horizon
    ]
