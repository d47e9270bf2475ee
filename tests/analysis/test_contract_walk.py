"""The next contract end equals a walk over the calendar, day by day, that is written on its own here."""

from datetime import date, timedelta

from hypothesis import assume, example, given, settings
from hypothesis import strategies as some

from virtualcio.analysis.inventory.contract_ends import ends_of, last_day_of_notice, terms_of
from virtualcio.model import Contract
from virtualcio.model.contracts import Anchor, NoticeUnit, RenewalKind

ONE = timedelta(days=1)
ANCHOR_DAYS = {
    Anchor.MONTH: None,
    Anchor.QUARTER: {(3, 31), (6, 30), (9, 30), (12, 31)},
    Anchor.HALF_YEAR: {(6, 30), (12, 31)},
    Anchor.YEAR: {(12, 31)},
}


def months_on(day: date, months: int) -> date:
    """Month by month in the calendar; a day that is not there is the first of the next month."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)


def is_anchor(day: date, anchor: Anchor) -> bool:
    if anchor in (Anchor.TERM, Anchor.ANY_DAY):
        return True
    days = ANCHOR_DAYS[anchor]
    return (day + ONE).day == 1 if days is None else (day.month, day.day) in days


def notice_day(end: date, count: int, unit: NoticeUnit) -> date:
    if unit is NoticeUnit.MONTHS:
        return months_on(end + ONE, -count) - ONE
    return end - count * (7 if unit is NoticeUnit.WEEKS else 1) * ONE


def walked_end(contract: Contract, today: date) -> date:
    """Walks from the start and takes the first allowed end that notice on `today` still reaches."""
    assert contract.start is not None and contract.notice_count is not None
    renews = contract.renewal is RenewalKind.MONTHS
    term = contract.term_months or (contract.renewal_months if renews else None)
    earliest = contract.start if term is None else months_on(contract.start, term) - ONE
    day = earliest
    waiting = True  # for an anchor day, after the end of a term
    renewals = 0
    while True:
        if renews and not waiting and day == nth_end(contract, term or 0, renewals + 1):
            renewals += 1
            waiting = True
        allowed = is_anchor(day, contract.anchor) and (waiting or not renews)
        if allowed:
            # Where renewals are shorter than the way to the next anchor day, several terms meet there.
            while renews and nth_end(contract, term or 0, renewals + 1) <= day:
                renewals += 1
            waiting = False
            if notice_day(day, contract.notice_count, contract.notice_unit) >= today:
                return day
        day += ONE


def nth_end(contract: Contract, term: int, count: int) -> date:
    assert contract.start is not None
    return months_on(contract.start, term + count * (contract.renewal_months or 0)) - ONE


@settings(max_examples=250, deadline=None)
@given(
    start=some.dates(date(2018, 1, 1), date(2026, 12, 31)),
    term=some.none() | some.integers(1, 60),
    renewal=some.sampled_from([RenewalKind.MONTHS, RenewalKind.INDEFINITE, RenewalKind.NONE]),
    renewal_months=some.sampled_from([1, 2, 3, 6, 12, 24]),
    count=some.integers(0, 13),
    unit=some.sampled_from(NoticeUnit),
    anchor=some.sampled_from(Anchor),
    today=some.dates(date(2019, 1, 1), date(2028, 12, 31)),
)
@example(date(2024, 1, 31), 1, RenewalKind.MONTHS, 1, 14, NoticeUnit.DAYS, Anchor.TERM, date(2025, 2, 10))
@example(date(2024, 2, 29), 12, RenewalKind.MONTHS, 12, 3, NoticeUnit.MONTHS, Anchor.TERM, date(2024, 6, 1))
@example(date(2020, 8, 31), 6, RenewalKind.MONTHS, 1, 3, NoticeUnit.MONTHS, Anchor.YEAR, date(2024, 6, 1))
def test_next_end_is_the_one_that_a_walk_over_the_calendar_finds(
    start: date,
    term: int | None,
    renewal: RenewalKind,
    renewal_months: int,
    count: int,
    unit: NoticeUnit,
    anchor: Anchor,
    today: date,
) -> None:
    assume(not (renewal is RenewalKind.NONE and term is not None))  # ends by itself: no notice
    contract = Contract(
        name="V",
        start=start,
        term_months=term,
        renewal=renewal,
        renewal_months=renewal_months,
        notice_count=count,
        notice_unit=unit,
        anchor=anchor,
    )
    terms = terms_of(contract)
    assert terms is not None
    end = ends_of(terms).next_for_notice_on(today)
    assert end == walked_end(contract, today)
    assert last_day_of_notice(end, terms) >= today
