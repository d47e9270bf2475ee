"""Terms, renewals and notice periods in the words that contract lists use."""

from typing import Any

import pytest

from virtualcio.exchange.contract_terms import notice_reader, renewal_reader, term_reader
from virtualcio.exchange.import_fields import Hints, Reading
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.contracts import Anchor, NoticeUnit, RenewalKind

DAYS, WEEKS, MONTHS = NoticeUnit.DAYS, NoticeUnit.WEEKS, NoticeUnit.MONTHS


def term(text: Any, unit: str = "") -> Reading:
    return term_reader("term")(RawCell(text), Hints(unit=unit))


def renewal(text: Any) -> Reading:
    return renewal_reader("kind", "months")(RawCell(text), Hints())


def notice(text: Any, unit: str = "") -> Reading:
    return notice_reader("count", "unit", "anchor")(RawCell(text), Hints(unit=unit))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1 Jahr", 12), ("2 Jahre", 24), ("36 Monate", 36), ("12 Mon.", 12), ("12 M", 12), ("ein Jahr", 12),
        ("drei Jahre", 36), ("1,5 Jahre", 18), ("1 Quartal", 3), ("24 months", 24), ("3-jährig", None),
        ("2 years", 24), ("keine", 0), ("unbefristet", 0), ("60 Tage", None), ("lang", None),
        ("0 Monate", None),
        ("9999 Monate", None), ("jährlich", 12), ("24-Monate", 24), ("mind. 24 Monate", 24),
    ],
)  # fmt: skip
def test_a_term_is_read_in_months(text: str, months: int | None) -> None:
    reading = term(text)
    if months is None:
        assert reading.problem is not None and reading.values == {}
    else:
        assert (reading.values, reading.doubts) == ({"term": months or None}, ())


def test_a_bare_number_is_months_unless_the_header_names_the_unit() -> None:
    assert term("60").values == {"term": 60} and len(term("60").doubts) == 1
    assert term(60).values == {"term": 60} and len(term(60).doubts) == 1
    assert term("60", unit="months") == Reading({"term": 60})
    assert term("3", unit="years") == Reading({"term": 36})


@pytest.mark.parametrize(
    ("text", "kind", "months", "doubtful"),
    [
        ("jeweils um 12 Monate", RenewalKind.MONTHS, 12, False),
        ("1 Jahr", RenewalKind.MONTHS, 12, False),
        ("verlängert sich um ein weiteres Jahr", None, None, False),
        ("automatisch um 6 Monate", RenewalKind.MONTHS, 6, False),
        ("jährlich", RenewalKind.MONTHS, 12, False),
        ("monatlich", RenewalKind.MONTHS, 1, False),
        ("12", RenewalKind.MONTHS, 12, True),
        ("unbefristet", RenewalKind.INDEFINITE, None, False),
        ("auf unbestimmte Zeit", RenewalKind.INDEFINITE, None, False),
        ("keine", RenewalKind.NONE, None, False),
        ("endet automatisch", RenewalKind.NONE, None, False),
        ("-", RenewalKind.NONE, None, True),
        ("–", RenewalKind.NONE, None, True),
        ("vielleicht", None, None, False),
    ],
)
def test_a_renewal_is_read(text: str, kind: RenewalKind | None, months: int | None, doubtful: bool) -> None:
    reading = renewal(text)
    expected = {} if kind is None else {"kind": kind} | ({} if months is None else {"months": months})
    assert reading.values == expected
    assert (reading.problem is not None) == (kind is None)
    assert bool(reading.doubts) == doubtful


@pytest.mark.parametrize(
    ("text", "count", "unit", "anchor"),
    [
        ("30 Tage zum Monatsende", 30, DAYS, Anchor.MONTH),
        ("1 Monat", 1, MONTHS, None),
        ("3 Mon.", 3, MONTHS, None),
        ("3 Monate zum Vertragsende", 3, MONTHS, Anchor.TERM),
        ("3 Monate vor Ablauf", 3, MONTHS, Anchor.TERM),
        ("6 Wochen zum Quartalsende", 6, WEEKS, Anchor.QUARTER),
        ("sechs Wochen zum Quartalsende", 6, WEEKS, Anchor.QUARTER),
        ("3 Monate zum Halbjahresende", 3, MONTHS, Anchor.HALF_YEAR),
        ("3 Monate zum 31.12.", 3, MONTHS, Anchor.YEAR),
        ("1 Quartal zum Jahresende", 3, MONTHS, Anchor.YEAR),
        ("1 Quartal", 3, MONTHS, None),
        ("14 days", 14, DAYS, None),
        ("1 Jahr", 12, MONTHS, None),
        ("3 months to end of a quarter", 3, MONTHS, Anchor.QUARTER),
    ],
)
def test_a_notice_period_is_read(text: str, count: int, unit: NoticeUnit, anchor: Anchor | None) -> None:
    expected = {"count": count, "unit": unit} | ({} if anchor is None else {"anchor": anchor})
    assert notice(text) == Reading(expected)


def test_doubtful_and_unreadable_notice_periods_are_said() -> None:
    assert notice("3").values == {"count": 3, "unit": MONTHS} and len(notice("3").doubts) == 1
    assert notice("6", unit="weeks") == Reading({"count": 6, "unit": WEEKS})
    assert notice("jederzeit").values == {"count": 0, "unit": DAYS, "anchor": Anchor.ANY_DAY}
    assert len(notice("jederzeit").doubts) == 1
    assert notice("siehe Vertrag").problem is not None and notice("siehe Vertrag").keep
    assert notice("") == Reading() == notice("-")
