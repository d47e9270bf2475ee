"""Contract dates: the table of the rules, each kind of end, what is unknown, and the price of missing one."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState, contract_dates
from virtualcio.model import Contract
from virtualcio.model.contracts import Anchor, NoticeUnit, PaymentPeriod, RenewalKind

MONTHS, WEEKS, DAYS = NoticeUnit.MONTHS, NoticeUnit.WEEKS, NoticeUnit.DAYS


def contract(start: date | None, term: int | None, renewal: int | str | None, **more: Any) -> Contract:
    """`renewal` in months, "indefinite" or "none"."""
    kind = RenewalKind(renewal) if isinstance(renewal, str) else RenewalKind.MONTHS
    months = None if isinstance(renewal, str) else renewal
    return Contract(name="V", start=start, term_months=term, renewal=kind, renewal_months=months, **more)


def dates(today: date, *terms: Any, **more: Any) -> ContractDates:
    return contract_dates(contract(*terms, **more), today)


@pytest.mark.parametrize(
    ("start", "term", "renewal", "count", "unit", "anchor", "today", "end", "notice"),
    [
        ("2024-03-15", 24, 12, 3, MONTHS, "term", "2025-11-22", "2026-03-14", "2025-12-14"),
        ("2024-03-15", 24, 12, 3, MONTHS, "term", "2025-12-15", "2027-03-14", "2026-12-14"),
        ("2023-03-01", 36, 12, 3, MONTHS, "term", "2025-11-01", "2026-02-28", "2025-11-30"),
        ("2020-01-01", 12, "indefinite", 6, WEEKS, "quarter", "2026-11-22", "2027-03-31", "2027-02-17"),
        ("2024-01-31", 1, 1, 14, DAYS, "term", "2025-02-10", "2025-02-28", "2025-02-14"),
        ("2024-02-29", 12, 12, 3, MONTHS, "term", "2024-06-01", "2025-02-28", "2024-11-30"),
    ],
)
def test_the_table_of_the_rules(
    start: str, term: int, renewal: Any, count: int, unit: NoticeUnit, anchor: str, today: str, end: str,
    notice: str,
) -> None:  # fmt: skip
    found = dates(
        date.fromisoformat(today), date.fromisoformat(start), term, renewal,
        notice_count=count, notice_unit=unit, anchor=Anchor(anchor),
    )  # fmt: skip
    assert (found.next_end, found.last_day_of_notice) == (date.fromisoformat(end), date.fromisoformat(notice))


def test_notice_may_still_arrive_on_the_last_day_itself() -> None:
    found = dates(date(2025, 12, 14), date(2024, 3, 15), 24, 12, notice_count=3)
    assert found.next_end == date(2026, 3, 14)


def test_following_end_is_one_renewal_later() -> None:
    found = dates(date(2025, 11, 22), date(2024, 3, 15), 24, 12, notice_count=3)
    assert found.following_end == date(2027, 3, 14)


def test_renewal_ends_move_on_to_the_anchor_day() -> None:
    # 15.02.2023 + 12 months ends on 14.02.; the first quarter end on or after it is 31.03.
    found = dates(date(2026, 1, 5), date(2023, 2, 15), 12, 12, notice_count=1, anchor=Anchor.QUARTER)
    assert (found.next_end, found.last_day_of_notice) == (date(2026, 3, 31), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("anchor", "end"),
    [
        (Anchor.MONTH, date(2026, 12, 31)),
        (Anchor.QUARTER, date(2026, 12, 31)),
        (Anchor.HALF_YEAR, date(2026, 12, 31)),
        (Anchor.YEAR, date(2026, 12, 31)),
    ],
)
def test_indefinite_contracts_end_on_anchor_days(anchor: Anchor, end: date) -> None:
    found = dates(date(2026, 11, 22), date(2020, 5, 5), 12, "indefinite", notice_count=1, anchor=anchor)
    assert found.next_end == end


def test_half_year_and_year_anchors_differ_from_summer_on() -> None:
    today, start = date(2026, 2, 1), date(2020, 5, 5)
    half = dates(today, start, 12, "indefinite", notice_count=1, anchor=Anchor.HALF_YEAR)
    year = dates(today, start, 12, "indefinite", notice_count=1, anchor=Anchor.YEAR)
    assert (half.next_end, year.next_end) == (date(2026, 6, 30), date(2026, 12, 31))


def test_without_minimum_term_the_renewal_is_the_first_term() -> None:
    # A maintenance contract from 01.07.2016, renewed by 12 months, 30 days to the month's end.
    found = dates(
        date(2026, 11, 22), date(2016, 7, 1), None, 12,
        notice_count=30, notice_unit=DAYS, anchor=Anchor.MONTH,
    )  # fmt: skip
    assert (found.next_end, found.last_day_of_notice) == (date(2027, 6, 30), date(2027, 5, 31))


def test_neither_term_nor_renewal_is_indefinite_from_the_start() -> None:
    found = dates(
        date(2026, 11, 22), date(2021, 5, 15), None, "none",
        notice_count=30, notice_unit=DAYS, anchor=Anchor.MONTH,
    )  # fmt: skip
    assert (found.next_end, found.last_day_of_notice) == (date(2026, 12, 31), date(2026, 12, 1))


def test_a_contract_without_renewal_ends_by_itself_and_missing_it_costs_nothing() -> None:
    found = dates(date(2026, 11, 22), date(2024, 4, 15), 60, "none", notice_count=3, cost=Decimal(100))
    assert found.state is ContractState.ENDS
    assert (found.next_end, found.last_day_of_notice) == (date(2029, 4, 14), None)
    assert found.price_of_missing == 0


def test_a_contract_that_ended_by_itself_has_ended() -> None:
    found = dates(date(2026, 11, 22), date(2023, 9, 1), 12, "none", notice_count=3)
    assert (found.state, found.next_end) == (ContractState.ENDED, date(2024, 8, 31))
    assert dates(date(2024, 8, 31), date(2023, 9, 1), 12, "none").state is ContractState.ENDS


@pytest.mark.parametrize("anchor", [Anchor.TERM, Anchor.ANY_DAY])
def test_indefinite_without_anchor_day_is_rolling_and_has_no_deadline(anchor: Anchor) -> None:
    found = dates(
        date(2026, 11, 22), date(2020, 1, 1), 12, "indefinite",
        notice_count=1, anchor=anchor, cost=Decimal("891.83"), cost_period=PaymentPeriod.MONTH,
    )  # fmt: skip
    assert found.state is ContractState.ROLLING
    assert (found.last_day_of_notice, found.decide_by) == (None, None)
    # Notice of one month that arrives on 22.11.: (e + 1 − 1 month) − 1 = 22.11. for e = 22.12.
    assert found.next_end == date(2026, 12, 22)
    assert (found.price_of_missing, found.price_per_month) == (None, Decimal("891.83"))


def test_a_rolling_contract_cannot_be_left_within_its_minimum_term() -> None:
    found = dates(date(2026, 11, 22), date(2026, 10, 1), 36, "indefinite", notice_count=1)
    assert (found.state, found.next_end) == (ContractState.ROLLING, date(2029, 9, 30))


def test_unknown_notice_shows_the_end_but_no_last_day() -> None:
    found = dates(date(2026, 11, 22), date(2024, 3, 15), 24, 12)
    assert found.state is ContractState.NOTICE_UNKNOWN
    assert (found.next_end, found.last_day_of_notice) == (date(2027, 3, 14), None)


def test_renewal_without_its_length_is_named_and_not_guessed() -> None:
    found = dates(date(2026, 11, 22), date(2024, 3, 15), 24, None, notice_count=3)
    assert found.state is ContractState.NOTICE_UNKNOWN
    assert found.contradictions == ("renewal_length_missing",)


def test_without_start_nothing_is_known() -> None:
    found = dates(date(2026, 11, 22), None, 24, 12, notice_count=3)
    assert (found.state, found.next_end) == (ContractState.START_UNKNOWN, None)


def test_notice_given_binds_to_the_end_that_it_reached() -> None:
    found = dates(
        date(2026, 11, 22), date(2024, 3, 15), 24, 12, notice_count=3, notice_given_on=date(2025, 12, 15)
    )
    assert (found.state, found.next_end) == (ContractState.NOTICE_GIVEN, date(2027, 3, 14))


def test_notice_of_a_later_day_is_not_yet_given() -> None:
    terms = (date(2024, 3, 15), 24, 12)
    found = dates(date(2025, 11, 1), *terms, notice_count=3, notice_given_on=date(2025, 12, 1))
    assert (found.state, found.last_day_of_notice) == (ContractState.NOTICE_SOON, date(2025, 12, 14))


def test_after_its_end_a_contract_with_notice_has_ended() -> None:
    terms = (date(2024, 3, 15), 24, 12)
    found = dates(date(2026, 3, 15), *terms, notice_count=3, notice_given_on=date(2025, 12, 1))
    assert (found.state, found.next_end) == (ContractState.ENDED, date(2026, 3, 14))


def test_an_agreed_end_goes_before_everything() -> None:
    end = date(2026, 12, 31)
    found = dates(date(2026, 11, 22), date(2024, 3, 15), 24, 12, notice_count=3, agreed_end=end)
    assert (found.state, found.next_end, found.last_day_of_notice) == (ContractState.ENDS, end, None)


@pytest.mark.parametrize(
    ("renewal", "count", "unit", "words"),
    [
        (12, 13, MONTHS, ("notice_longer_than_term", "notice_longer_than_renewal")),
        (12, 53, WEEKS, ("notice_longer_than_term", "notice_longer_than_renewal")),
        (6, 9, MONTHS, ("notice_longer_than_renewal",)),
        (12, 12, MONTHS, ()),
        (12, 52, WEEKS, ()),
    ],
)
def test_notice_longer_than_term_or_renewal_is_named(
    renewal: int, count: int, unit: NoticeUnit, words: tuple[str, ...]
) -> None:
    found = dates(date(2026, 11, 22), date(2024, 1, 1), 12, renewal, notice_count=count, notice_unit=unit)
    assert found.contradictions == words


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("term_months", -3, "term_makes_no_sense"),
        ("term_months", 999_999, "term_makes_no_sense"),
        ("renewal_months", -1, "renewal_makes_no_sense"),
        ("notice_count", -1, "notice_makes_no_sense"),
        ("notice_count", 10**9, "notice_makes_no_sense"),
        ("switch_days", -1, "switch_makes_no_sense"),
        ("switch_days", 10**9, "switch_makes_no_sense"),
        ("price_increase_percent", Decimal(-5), "increase_makes_no_sense"),
        ("price_increase_percent", Decimal(99999), "increase_makes_no_sense"),
        ("start", date(1, 1, 1), "start_makes_no_sense"),
        ("start", date(9999, 12, 31), "start_makes_no_sense"),
        ("agreed_end", date(2020, 1, 1), "agreed_end_before_start"),
        ("notice_given_on", date(2020, 1, 1), "notice_given_before_start"),
    ],
)
def test_senseless_numbers_are_named_and_never_bring_the_rule_down(field: str, value: Any, word: str) -> None:
    one = contract(date(2024, 1, 1), 12, 12, notice_count=1)
    setattr(one, field, value)
    assert word in contract_dates(one, date(2026, 11, 22)).contradictions


def test_decide_by_is_counted_back_from_the_last_working_day() -> None:
    # Last day 14.12.2025 is a Sunday, so Friday 12.12.; five working days before: Friday 05.12.
    found = dates(date(2025, 11, 22), date(2024, 3, 15), 24, 12, notice_count=3)
    assert (found.last_working_day, found.decide_by) == (date(2025, 12, 12), date(2025, 12, 5))
    assert found.state is ContractState.NOTICE_SOON


def test_decide_by_leaves_out_holidays_and_takes_the_lead_time_off() -> None:
    # Last day 31.12.2026 (Thursday); before it 30, 29, 28, then 24 and 23 (25 and 26 are holidays).
    found = dates(date(2026, 1, 5), date(2026, 1, 1), 12, 12, notice_count=0, switch_days=90)
    assert found.last_working_day == date(2026, 12, 31)
    assert found.decide_by == date(2026, 9, 24)  # 23.12. − 90 days


def test_state_follows_decide_by() -> None:
    terms = (date(2024, 3, 15), 24, 12)  # decide by 05.12.2025

    def state(today: date) -> ContractState:
        return dates(today, *terms, notice_count=3).state

    assert state(date(2025, 9, 5)) is ContractState.RUNNING
    assert state(date(2025, 9, 6)) is ContractState.NOTICE_SOON  # 90 days before
    assert state(date(2025, 12, 4)) is ContractState.NOTICE_SOON
    assert state(date(2025, 12, 5)) is ContractState.DECIDE_NOW
    assert state(date(2025, 12, 14)) is ContractState.DECIDE_NOW
    assert state(date(2025, 12, 15)) is ContractState.RUNNING  # missed: bound for another year


def test_a_telecom_contract_is_priced_with_one_month() -> None:
    terms: dict[str, Any] = {"notice_count": 1, "cost": Decimal("89.13"), "cost_period": PaymentPeriod.MONTH}
    full = dates(date(2026, 11, 22), date(2024, 1, 1), 12, 12, **terms)
    telecom = dates(date(2026, 11, 22), date(2024, 1, 1), 12, 12, public_telecom=True, **terms)
    assert full.price_of_missing == Decimal("1069.56")  # 12 × 89.13
    assert (telecom.price_of_missing, telecom.one_month_notice_right) == (Decimal("89.13"), True)


def test_notice_given_with_an_unknown_period_is_named() -> None:
    found = dates(date(2026, 11, 22), date(2024, 3, 15), 24, 12, notice_given_on=date(2026, 5, 1))
    assert (found.state, found.next_end) == (ContractState.NOTICE_GIVEN, None)
    assert found.contradictions == ("notice_given_end_unknown",)


def test_an_agreed_end_is_enough_without_a_start() -> None:
    end = date(2026, 12, 31)
    assert dates(date(2026, 11, 22), None, 24, 12, agreed_end=end).state is ContractState.ENDS
    assert dates(date(2027, 1, 1), None, 24, 12, agreed_end=end).state is ContractState.ENDED
