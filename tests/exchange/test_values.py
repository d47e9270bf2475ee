"""Amounts, dates, numbers and yes/no are understood the way people write them, and nothing else is."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virtualcio import formats
from virtualcio.errors import RefusedValue
from virtualcio.exchange.values import (
    Precision,
    parse_amount,
    parse_date,
    parse_integer,
    parse_number,
    parse_percent,
    parse_yes_no,
    style_of,
)
from virtualcio.texts import speaking


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.142,63", "2142.63"),
        ("681,59 €", "681.59"),
        ("EUR 3.385,76", "3385.76"),
        ("1,234.56", "1234.56"),
        ("€1,234,567.8", "1234567.8"),
        ("1.234.567", "1234567"),
        ("1'234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50\u00a0€", "1234.50"),
        ("12 T€", "12000"),
        ("1,5 TEUR", "1500"),
        ("1,5 Mio. €", "1500000"),
        ("3 Tsd.", "3000"),
        ("20k", "20000"),
        ("1.200,-", "1200"),
        ("1.200,-- €", "1200"),
        ("-5,00", "-5"),
        ("5,00-", "-5"),
        ("−5", "-5"),
        ("(5,50)", "-5.50"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("0.125e", None),
        ("89,13", "89.13"),
        ("4984,76", "4984.76"),
        ("11054,50", "11054.50"),
    ],
)
def test_an_amount_is_understood_in_either_style(text: str, value: str | None) -> None:
    if value is None:
        with pytest.raises(RefusedValue):
            parse_amount(text)
        return
    understood = parse_amount(text)
    assert understood.value == Decimal(value)
    assert not understood.ambiguous


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [("1.234", "1234", "1.234"), ("1,234", "1234", "1.234"), ("12.500 €", "12500", "12.5")],
)
def test_an_amount_that_reads_two_ways_is_marked(text: str, value: str, other: str) -> None:
    understood = parse_amount(text)
    assert understood.ambiguous
    assert (understood.value, understood.other) == (Decimal(value), Decimal(other))


def test_a_known_style_settles_what_reads_two_ways() -> None:
    assert parse_amount("1.234", style="de").value == 1234
    assert not parse_amount("1.234", style="de").ambiguous
    assert parse_amount("1.234", style="en", places=3).value == Decimal("1.234")


@pytest.mark.parametrize(
    ("text", "style"),
    [("2.142,63", "de"), ("12,5", "de"), ("1,234.5", "en"), ("12.5", "en"),
     ("1.234", None), ("12", None), ("siehe Leasing", None)],
)  # fmt: skip
def test_an_amount_tells_its_style_if_it_has_one(text: str, style: str | None) -> None:
    assert style_of(text) == style


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "siehe Leasing",
        "1.2.3",
        "12,34,5",
        "1..2",
        "€",
        "--5",
        "1.23.456,7",
        "nan",
        "inf",
        "1e5",
        "²",
        "٣",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(RefusedValue):
        parse_amount(text)


def test_fractions_of_a_cent_and_absurd_sizes_are_refused_with_a_sentence() -> None:
    with pytest.raises(RefusedValue, match="mehr als 2 Nachkommastellen"):
        parse_amount("12,3456")
    with pytest.raises(RefusedValue, match="zu groß"):
        parse_amount("1000000000000")


@settings(max_examples=100)
@given(st.decimals(Decimal("-999999999"), Decimal("999999999"), places=2))
def test_every_amount_the_program_writes_is_read_back(value: Decimal) -> None:
    for code in ("de", "en"):
        with speaking(code):
            understood = parse_amount(formats.money(value))
        assert understood.value == value
        assert not understood.ambiguous


@pytest.mark.parametrize(
    ("text", "value", "precision", "short"),
    [
        ("19.05.2016", date(2016, 5, 19), Precision.DAY, False),
        ("1.5.2016", date(2016, 5, 1), Precision.DAY, False),
        ("21.09.15", date(2015, 9, 21), Precision.DAY, True),
        ("01.02.98", date(1998, 2, 1), Precision.DAY, True),
        ("2024-07-19", date(2024, 7, 19), Precision.DAY, False),
        ("2024-07-19 00:00:00", date(2024, 7, 19), Precision.DAY, False),
        ("20240719", date(2024, 7, 19), Precision.DAY, False),
        ("22/11/2026", date(2026, 11, 22), Precision.DAY, False),
        ("11/22/2026", date(2026, 11, 22), Precision.DAY, False),
        ("22. November 2026", date(2026, 11, 22), Precision.DAY, False),
        ("22 Nov 2026", date(2026, 11, 22), Precision.DAY, False),
        ("Nov 22, 2026", date(2026, 11, 22), Precision.DAY, False),
        ("08/2013", date(2013, 8, 1), Precision.MONTH, False),
        ("8.2013", date(2013, 8, 1), Precision.MONTH, False),
        ("2013-08", date(2013, 8, 1), Precision.MONTH, False),
        ("Februar 2012", date(2012, 2, 1), Precision.MONTH, False),
        ("März 2015", date(2015, 3, 1), Precision.MONTH, False),
        ("Mrz. 15", date(2015, 3, 1), Precision.MONTH, True),
        ("Q3 2020", date(2020, 7, 1), Precision.MONTH, False),
        ("3. Quartal 2020", date(2020, 7, 1), Precision.MONTH, False),
        ("2018", date(2018, 1, 1), Precision.YEAR, False),
        ("ca. 2018", date(2018, 1, 1), Precision.YEAR, False),
        ("29.02.2024", date(2024, 2, 29), Precision.DAY, False),
    ],
)
def test_a_date_is_understood_with_its_precision(
    text: str, value: date, precision: Precision, short: bool
) -> None:
    understood = parse_date(text)
    assert (understood.value, understood.precision, understood.short_year) == (value, precision, short)
    assert not understood.ambiguous


def test_a_slashed_date_that_reads_two_ways_is_marked() -> None:
    understood = parse_date("03/04/2024")
    assert understood.ambiguous
    assert (understood.value, understood.other) == (date(2024, 4, 3), date(2024, 3, 4))
    assert not parse_date("04/04/2024").ambiguous


@pytest.mark.parametrize(
    "text",
    ["", "unbekannt", "31.02.2024", "29.02.2023", "00.01.2024", "01.13.2024", "13/2020", "1/1/1",
     "99999", "01.01.0001", "2500", "Foo 2012", "12.12.", "31.11.2024", "20241301"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(RefusedValue):
        parse_date(text)


def test_a_day_that_the_month_lacks_is_named() -> None:
    with pytest.raises(RefusedValue, match="Dieser Monat hat 28 Tage"):
        parse_date("31.02.2023")


@settings(max_examples=100)
@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_every_date_the_program_writes_is_read_back(value: date) -> None:
    for code in ("de", "en"):
        with speaking(code):
            assert parse_date(formats.day(value)).value == value
            assert parse_date(formats.long_day(value)).value == value


@settings(max_examples=200)
@given(st.text(max_size=14))
def test_no_text_breaks_the_parsers(text: str) -> None:
    for parse in (parse_amount, parse_date, parse_integer, parse_percent, parse_yes_no):
        with contextlib.suppress(RefusedValue):  # anything else would be a bug
            parse(text)


@pytest.mark.parametrize(
    ("text", "value"), [("5", 5), (" 12 ", 12), ("1.234", 1234), ("1,234", 1234), ("5,0", 5), ("-3", -3)]
)
def test_a_whole_number_is_understood(text: str, value: int) -> None:
    assert parse_integer(text) == value


@pytest.mark.parametrize("text", ["", "5,5", "fünf", "5 Stk.", "99999999999"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(RefusedValue):
        parse_integer(text)


def test_percentages_are_understood() -> None:
    assert parse_percent("2,5 %").value == Decimal("2.5")
    assert parse_percent("2.5%").value == Decimal("2.5")
    with pytest.raises(RefusedValue):
        parse_percent("viel")


@pytest.mark.parametrize(
    ("text", "value"), [("ja", True), ("X", True), ("✓", True), ("Nein", False), ("-", False)]
)
def test_yes_and_no_are_understood(text: str, value: bool) -> None:
    assert parse_yes_no(text) is value


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(RefusedValue):
        parse_yes_no("vielleicht")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6,1 Tage", "6.1"), ("12 %", "12"), ("1.234,5", "1234.5"), ("1,234.5 h", "1234.5"), ("−4,2", "-4.2"),
        ("(5)", "-5"), ("3", "3"), ("0,1234567", "0.123457"), ("1 234,5 kWh", "1234.5"), ("€ 70", "70"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_whatever_unit_stands_beside_it(text: str, value: str) -> None:
    read = parse_number(text)
    assert read.value == Decimal(value)
    assert not read.ambiguous


def test_a_lone_group_is_read_the_way_of_the_language_and_the_other_way_is_named() -> None:
    assert (parse_number("1,234").value, parse_number("1,234").other) == (Decimal("1.234"), Decimal(1234))
    assert (parse_number("1.234").value, parse_number("1.234").other) == (Decimal(1234), Decimal("1.234"))
    with speaking("en"):
        assert parse_number("1,234").value == Decimal(1234)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1,2 Mio.", "", "1200000"), ("1,2 Mio. €", "€", "1200000"), ("1,2 Mio. €", "T€", "1200"),
        ("412 T€", "T€", "412"), ("412 T€", "€", "412000"), ("TEUR 412", "€", "412000"),
        ("3 Tsd. Stück", "Stück", "3000"), ("3 Stück", "Tsd. Stück", "3"),
        ("2 Mrd.", "Mio. €", "2000"), ("12 Tage", "T€", "12"), ("4 t", "t", "4"),
    ],
)  # fmt: skip
def test_a_word_for_thousands_or_millions_counts_unless_the_unit_says_it_already(
    text: str, unit: str, value: str
) -> None:
    assert parse_number(text, unit=unit).value == Decimal(value)


def test_a_word_for_thousands_is_refused_where_the_unit_is_not_known() -> None:
    with pytest.raises(RefusedValue, match="Einheit dazu ist nicht klar"):
        parse_number("412 T€")
    with pytest.raises(RefusedValue, match="zu groß"):
        parse_number("5000 Mrd.", unit="")


@pytest.mark.parametrize("text", ["Tage", "sechs", "6 von 7", "1,2,3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(RefusedValue):
        parse_number(text)
