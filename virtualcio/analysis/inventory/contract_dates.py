"""When a contract can end, until when notice must arrive, by when to decide, and what missing it costs.

Source: rules.md section 1 with BGB §§ 187, 188 (months), BGH III ZR 172/04 (no shift for weekends) and
TKG § 56 (3). The ends themselves are found in `contract_ends`, money in `contract_costs`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.calendar_days import ONE_DAY
from virtualcio.analysis.german_holidays import last_working_day, working_days_before
from virtualcio.analysis.inventory.contract_costs import cost_between, monthly_cost, yearly_cost
from virtualcio.analysis.inventory.contract_ends import (
    Ends,
    contradictions_of,
    ends_of,
    last_day_of_notice,
    sensible_switch_days,
    terms_of,
)
from virtualcio.model import Contract
from virtualcio.model.contracts import RenewalKind

__all__ = ["ContractDates", "ContractState", "contract_dates", "given_end", "yearly_cost"]

NOTICE_SOON_DAYS = 90


class ContractState(StrEnum):
    RUNNING = "running"
    DECIDE_NOW = "decide_now"  # decide-by is today or past, notice can still arrive in time
    NOTICE_SOON = "notice_soon"  # decide-by is near
    ROLLING = "rolling"  # can be left at any time with its notice: no deadline
    ENDS = "ends"  # by itself, or as agreed
    ENDED = "ended"
    NOTICE_GIVEN = "notice_given"
    NOTICE_UNKNOWN = "notice_unknown"  # or what it needs for a last day is not known
    START_UNKNOWN = "start_unknown"


@dataclass(frozen=True, slots=True)
class ContractDates:
    """All days of a contract seen from `today`, with what they follow from.

    `next_end`: the earliest end that can still be reached (of a rolling contract: with notice today).
    `following_end`: the end one is bound to when the last day of notice passes.
    `price_of_missing`: cost from the day after `next_end` to `following_end`; 0 if it ends by itself; one
    month where the law allows to leave at one month's notice; None if not known, or rolling (then
    `price_per_month` says what each month costs).
    `contradictions`: words of the list in `contract_ends`, for findings.
    """

    today: date
    state: ContractState
    next_end: date | None = None
    last_day_of_notice: date | None = None
    last_working_day: date | None = None
    decide_by: date | None = None
    following_end: date | None = None
    price_of_missing: Decimal | None = None
    price_per_month: Decimal | None = None
    one_month_notice_right: bool = False
    contradictions: tuple[str, ...] = ()
    first_end: date | None = None  # end of the minimum term
    renewed: bool = False  # the minimum term is over, and it went on
    post_working_days: int = 5
    switch_days: int | None = None


def contract_dates(
    contract: Contract,
    today: date,
    post_working_days: int = 5,
    holidays: frozenset[date] = frozenset(),
    notice_soon_days: int = NOTICE_SOON_DAYS,
) -> ContractDates:
    """All days of `contract` seen from `today`.

    Nation-wide German holidays count always, `holidays` adds others. Decide-by is counted from the last
    working day on which notice can arrive: minus the post in working days, minus the lead time to switch
    in calendar days. A contract of the public telecom kind that renews is priced with one month.
    """
    terms = terms_of(contract)
    plain = ContractDates(
        today=today,
        state=ContractState.START_UNKNOWN,
        price_per_month=monthly_cost(contract, today, today),
        contradictions=contradictions_of(contract, terms),
        post_working_days=post_working_days,
        switch_days=contract.switch_days,
    )
    given = contract.notice_given_on is not None and contract.notice_given_on <= today
    if terms is None:
        known = given or contract.agreed_end is not None
        return _with_fixed_end(contract, plain, contract.agreed_end, given) if known else plain
    ends = ends_of(terms)
    if given or contract.agreed_end is not None or ends.by_itself:
        end = _fixed_end(contract, ends, given)
        first = None if terms.term_months is None else ends.first
        return _with_fixed_end(contract, replace(plain, first_end=first), end, given)
    plain = replace(
        plain,
        one_month_notice_right=contract.public_telecom,
        first_end=ends.first,
        renewed=ends.first < today,
    )
    if not ends.known or terms.notice_count is None:
        end = ends.first if ends.first >= today else None
        if ends.known and not ends.rolling:
            end = ends.on_or_after(today)
        return replace(plain, state=ContractState.NOTICE_UNKNOWN, next_end=end)
    next_end = ends.next_for_notice_on(today)
    if ends.rolling:
        return replace(plain, state=ContractState.ROLLING, next_end=next_end)
    return _with_deadline(contract, plain, ends, next_end, holidays, notice_soon_days)


def given_end(contract: Contract, today: date) -> date | None:
    """The last day of a contract of which that is settled: agreed, after notice, or ending by itself.

    None if it goes on, or if the end that notice was given for cannot be told.
    """
    given = contract.notice_given_on is not None and contract.notice_given_on <= today
    if not given and contract.agreed_end is None and contract.renewal is not RenewalKind.NONE:
        return None
    terms = terms_of(contract)
    if terms is None:
        return contract.agreed_end
    ends = ends_of(terms)
    settled = given or contract.agreed_end is not None or ends.by_itself
    return _fixed_end(contract, ends, given) if settled else None


def _fixed_end(contract: Contract, ends: Ends, given: bool) -> date | None:
    """An agreed end; else, after notice, the earliest end that it could still reach; else the last day of
    a contract that ends by itself. None if notice was given for an end that cannot be told.
    """
    if contract.agreed_end is not None:
        return contract.agreed_end
    if ends.by_itself:
        return ends.first
    if not given or contract.notice_given_on is None or not ends.known or ends.terms.notice_count is None:
        return None
    return ends.next_for_notice_on(contract.notice_given_on)


def _with_fixed_end(contract: Contract, plain: ContractDates, end: date | None, given: bool) -> ContractDates:
    """Nothing is to be missed any more."""
    contradictions = plain.contradictions
    if end is None:
        contradictions = (*contradictions, "notice_given_end_unknown")
    if end is not None and end < plain.today:
        state = ContractState.ENDED
    else:
        state = ContractState.NOTICE_GIVEN if given else ContractState.ENDS
    nothing = None if contract.cost is None or end is None else ZERO
    return replace(plain, state=state, next_end=end, price_of_missing=nothing, contradictions=contradictions)


def _with_deadline(
    contract: Contract,
    plain: ContractDates,
    ends: Ends,
    next_end: date,
    holidays: frozenset[date],
    soon_days: int,
) -> ContractDates:
    today = plain.today
    last_day = last_day_of_notice(next_end, ends.terms)
    working_day = last_working_day(last_day, holidays)
    post_by = working_days_before(working_day, plain.post_working_days, holidays)
    decide_by = post_by - timedelta(days=sensible_switch_days(contract))
    following = ends.next_for_notice_on(last_day + ONE_DAY)
    if decide_by <= today:
        state = ContractState.DECIDE_NOW
    elif decide_by <= today + timedelta(days=soon_days):
        state = ContractState.NOTICE_SOON
    else:
        state = ContractState.RUNNING
    begin = next_end + ONE_DAY
    price = (
        monthly_cost(contract, begin, today)
        if contract.public_telecom
        else cost_between(contract, begin, following, today)
    )
    return replace(
        plain,
        state=state,
        next_end=next_end,
        last_day_of_notice=last_day,
        last_working_day=working_day,
        decide_by=decide_by,
        following_end=following,
        price_of_missing=price,
    )
