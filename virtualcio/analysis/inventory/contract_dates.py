"""When a contract can end, until when notice must arrive, by when to decide, and what missing it costs.

Source: rules.md section 1 with BGB §§ 187, 188 (months), BGH III ZR 172/04 (no shift for weekends) and
TKG § 56 (3). The ends themselves are found in `contract_ends`, money in `contract_costs`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.calendar_days import ONE_DAY
from virtualcio.analysis.german_holidays import last_working_day, working_days_before
from virtualcio.analysis.inventory.contract_costs import cost_between, monthly_cost, yearly_cost
from virtualcio.analysis.inventory.contract_ends import (
    Ends,
    Terms,
    contradictions_of,
    ends_of,
    last_day_of_notice,
    terms_of,
)
from virtualcio.model import Contract
from virtualcio.model.inventory import PaymentPeriod

__all__ = ["ContractDates", "ContractState", "contract_dates", "yearly_cost"]

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


@dataclass(frozen=True)
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
    next_end: date | None
    last_day_of_notice: date | None
    last_working_day: date | None
    decide_by: date | None
    following_end: date | None
    state: ContractState
    price_of_missing: Decimal | None
    price_per_month: Decimal | None
    one_month_notice_right: bool
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
    contradictions = contradictions_of(contract, terms)
    if terms is None:
        return _without_start(contract, today, post_working_days, contradictions)
    ends = ends_of(terms)
    given = contract.notice_given_on is not None and contract.notice_given_on <= today
    fixed = _fixed_end(contract, ends, given)
    if fixed is not None or given or ends.by_itself:
        end = fixed if fixed is not None or given else ends.first
        return _fixed(contract, today, terms, ends, end, given, post_working_days, contradictions)
    if not ends.known:
        state = ContractState.NOTICE_UNKNOWN
        return _shown(contract, today, ends, ends.first, state, post_working_days, contradictions)
    if terms.notice_count is None:
        end = ends.on_or_after(today) if not ends.rolling else (ends.first if ends.first >= today else None)
        state = ContractState.NOTICE_UNKNOWN
        return _shown(contract, today, ends, end, state, post_working_days, contradictions)
    return _running(
        contract, today, terms, ends, post_working_days, holidays, notice_soon_days, contradictions
    )


def _fixed_end(contract: Contract, ends: Ends, given: bool) -> date | None:
    """An agreed end; else, after notice, the earliest end that the notice could still reach."""
    if contract.agreed_end is not None:
        return contract.agreed_end
    if not given or contract.notice_given_on is None or not ends.known:
        return None
    if ends.by_itself:
        return ends.first
    if ends.terms.notice_count is None:
        return None
    return ends.next_for_notice_on(contract.notice_given_on)


def _running(
    contract: Contract,
    today: date,
    terms: Terms,
    ends: Ends,
    post: int,
    holidays: frozenset[date],
    soon_days: int,
    contradictions: tuple[str, ...],
) -> ContractDates:
    next_end = ends.next_for_notice_on(today)
    if ends.rolling:
        return _shown(contract, today, ends, next_end, ContractState.ROLLING, post, contradictions)
    last_day = last_day_of_notice(next_end, terms)
    working_day = last_working_day(last_day, holidays)
    decide_by = working_days_before(working_day, post, holidays) - timedelta(days=contract.switch_days or 0)
    following = ends.next_for_notice_on(last_day + ONE_DAY)
    if decide_by <= today:
        state = ContractState.DECIDE_NOW
    elif decide_by <= today + timedelta(days=soon_days):
        state = ContractState.NOTICE_SOON
    else:
        state = ContractState.RUNNING
    price = (
        cost_between(contract, next_end + ONE_DAY, following, today)
        if not contract.public_telecom
        else monthly_cost(contract, next_end + ONE_DAY, today)
    )
    return ContractDates(
        today=today,
        next_end=next_end,
        last_day_of_notice=last_day,
        last_working_day=working_day,
        decide_by=decide_by,
        following_end=following,
        state=state,
        price_of_missing=price,
        price_per_month=monthly_cost(contract, today, today),
        one_month_notice_right=contract.public_telecom,
        contradictions=contradictions,
        first_end=ends.first,
        renewed=ends.first < today,
        post_working_days=post,
        switch_days=contract.switch_days,
    )


def _fixed(
    contract: Contract,
    today: date,
    terms: Terms,
    ends: Ends,
    end: date | None,
    given: bool,
    post: int,
    contradictions: tuple[str, ...],
) -> ContractDates:
    if given and end is None:
        state = ContractState.NOTICE_GIVEN
        contradictions = (*contradictions, "notice_given_end_unknown")
    elif end is not None and end < today:
        state = ContractState.ENDED
    else:
        state = ContractState.NOTICE_GIVEN if given else ContractState.ENDS
    nothing = Decimal("0.00") if contract.cost is not None else None
    return ContractDates(
        today=today,
        next_end=end,
        last_day_of_notice=None,
        last_working_day=None,
        decide_by=None,
        following_end=None,
        state=state,
        price_of_missing=nothing,
        price_per_month=monthly_cost(contract, today, today),
        one_month_notice_right=False,
        contradictions=contradictions,
        first_end=ends.first if terms.term_months is not None else None,
        renewed=False,
        post_working_days=post,
        switch_days=contract.switch_days,
    )


def _shown(
    contract: Contract,
    today: date,
    ends: Ends,
    end: date | None,
    state: ContractState,
    post: int,
    contradictions: tuple[str, ...],
) -> ContractDates:
    """Rolling, or with something unknown: an end, but no last day."""
    return ContractDates(
        today=today,
        next_end=end,
        last_day_of_notice=None,
        last_working_day=None,
        decide_by=None,
        following_end=None,
        state=state,
        price_of_missing=None,
        price_per_month=monthly_cost(contract, today, today),
        one_month_notice_right=contract.public_telecom,
        contradictions=contradictions,
        first_end=ends.first,
        renewed=ends.first < today,
        post_working_days=post,
        switch_days=contract.switch_days,
    )


def _without_start(
    contract: Contract, today: date, post: int, contradictions: tuple[str, ...]
) -> ContractDates:
    end = contract.agreed_end
    given = contract.notice_given_on is not None and contract.notice_given_on <= today
    if end is not None and end < today:
        state = ContractState.ENDED
    elif given:
        state = ContractState.NOTICE_GIVEN
    else:
        state = ContractState.START_UNKNOWN if end is None else ContractState.ENDS
    periodic = contract.cost is not None and contract.cost_period is not PaymentPeriod.ONCE
    return ContractDates(
        today=today,
        next_end=end,
        last_day_of_notice=None,
        last_working_day=None,
        decide_by=None,
        following_end=None,
        state=state,
        price_of_missing=Decimal("0.00") if end is not None and contract.cost is not None else None,
        price_per_month=monthly_cost(contract, today, today) if periodic else None,
        one_month_notice_right=False,
        contradictions=contradictions,
        post_working_days=post,
        switch_days=contract.switch_days,
    )
