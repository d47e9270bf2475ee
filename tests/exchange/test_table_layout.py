"""The header is found, and every row is what a person would call it."""

from collections.abc import Sequence

import pytest

from virtualcio.exchange.header_words import counts_rows, fit, normal, unit_in
from virtualcio.exchange.import_plan import RowRole
from virtualcio.exchange.raw_table import EMPTY, RawCell, RawRow, RawSheet
from virtualcio.exchange.table_layout import find_header, lay_out, words_of

NAMES = [("geraet", "bezeichnung"), ("standort",), ("preis", "kosten"), ("betriebssystem",)]


def sheet_of(*rows: Sequence[object]) -> RawSheet:
    def cell(value: object) -> RawCell:
        if isinstance(value, str) and value.startswith("=SUM"):
            return RawCell(None, value)
        return EMPTY if value is None else RawCell(value)  # type: ignore[arg-type]  # tests give texts and numbers

    return RawSheet("t", tuple(RawRow(n, tuple(map(cell, row))) for n, row in enumerate(rows, start=1)))


def roles(sheet: RawSheet, name_column: int = 0, sites: Sequence[str] = ()) -> list[RowRole]:
    header = find_header(sheet, words_of(NAMES))
    return [one.role for one in lay_out(sheet, header, name_column, sites)]


DATA, BLANK, TITLE, HEADER = RowRole.DATA, RowRole.BLANK, RowRole.TITLE, RowRole.HEADER
SECTION, TOTAL, REMARK = RowRole.SECTION, RowRole.TOTAL, RowRole.REMARK


def test_a_header_is_found_below_titles() -> None:
    sheet = sheet_of(
        ["IT-Liste"], ["Stand", "heute"], [], ["Gerät", "Standort", "Preis"], ["PC", "Halle 1", 5]
    )
    assert roles(sheet) == [TITLE, TITLE, BLANK, HEADER, DATA]


def test_data_that_repeats_header_words_is_no_header() -> None:
    sheet = sheet_of(
        ["Gerät", "Standort", "Farbe"], ["Gerät A", "Standort B", "Preis"], ["PC", "Halle 1", "rot"]
    )
    assert find_header(sheet, words_of(NAMES)) == 0


def test_a_header_of_unknown_words_is_found_above_figures() -> None:
    sheet = sheet_of(["Was", "Wo", "Wieviel"], ["PC", "hier", 5])
    assert find_header(sheet, words_of([("nichts",)])) == 0
    assert find_header(sheet_of(["PC", "hier", 5], ["NAS", "dort", 6]), words_of([("nichts",)])) is None


def test_headings_totals_repeated_headers_and_footers_are_no_data() -> None:
    sheet = sheet_of(
        ["Gerät", "Standort", "Preis"],
        ["HALLE 1"],
        ["PC", None, 5],
        ["Drucker", "Halle 1", 6],
        ["Zwischensumme", None, 11],
        ["Gerät", "Standort", "Preis"],
        ["Halle 2:"],
        ["NAS", None, 7],
        [],
        [None, None, "=SUM(C3:C8)"],
        [],
        ["erstellt von Frau Weber"],
    )
    assert roles(sheet) == [
        HEADER, SECTION, DATA, DATA, TOTAL, HEADER, SECTION, DATA, BLANK, TOTAL, BLANK, REMARK,
    ]  # fmt: skip
    sections = {one.row.number: one.section for one in lay_out(sheet, 0, 0)}
    assert (sections[3], sections[4], sections[8]) == ("HALLE 1", "HALLE 1", "Halle 2")


def test_a_thing_of_which_only_the_name_is_known_is_data() -> None:
    sheet = sheet_of(["Gerät", "Standort", "Preis"], ["Drucker Empfang"], ["PC", "Halle 1", 5], ["Beamer"])
    assert roles(sheet) == [HEADER, DATA, DATA, DATA]
    assert roles(sheet, sites=["druckerempfang"]) == [HEADER, SECTION, DATA, DATA]


def test_a_heading_without_rows_below_it_is_a_remark() -> None:
    sheet = sheet_of(["Gerät", "Standort", "Preis"], ["LEER"], ["HALLE 1"], ["PC", None, 5], ["ENDE"])
    assert roles(sheet) == [HEADER, REMARK, SECTION, DATA, REMARK]


def test_a_thing_whose_name_begins_like_a_total_is_data() -> None:
    sheet = sheet_of(
        ["Gerät", "Standort", "Preis"], ["Gesamtanlage Telefon", "Halle 1", 5], ["Summer", "Tor", 6]
    )
    assert roles(sheet) == [HEADER, DATA, DATA]


@pytest.mark.parametrize(
    ("header", "name", "at_least"),
    [
        ("Betriebs-system", "betriebssystem", 1.0),
        ("Betriebs-\nsystem", "betriebssystem", 1.0),
        ("Bezeichnung / Gerät", "geraet", 0.9),
        ("Vertragsnr.", "vertragsnr", 1.0),
        ("Preis in EUR", "preis", 0.7),
        ("Anschaffungskosten", "kosten", 0.5),
        ("Anwendung - Hersteller", "hersteller", 0.9),
    ],
)
def test_header_words_are_recognised(header: str, name: str, at_least: float) -> None:
    assert fit(header, [name]) >= at_least


def test_words_that_only_begin_alike_are_not_the_same() -> None:
    assert fit("Kostenstelle", ["kosten"]) == 0.0
    assert fit("", ["kosten"]) == 0.0
    assert fit("Anwendung - Hersteller", ["anwendung"]) == 0.0
    assert normal("AK (netto)") == "aknetto"


def test_columns_that_count_rows_and_units_in_headers_are_recognised() -> None:
    assert counts_rows("Lfd. Nr.", []) and counts_rows("Nr.", ["1", "2", "3"])
    assert not counts_rows("Nr.", ["84932", "80359"]) and not counts_rows("Gerät", ["1", "2"])
    assert unit_in("Laufzeit (Monate)") == "months" and unit_in("Frist in Wochen") == "weeks"
    assert unit_in("Laufzeit") == ""


def test_a_total_written_as_text_is_a_total() -> None:
    sheet = sheet_of(
        ["Gerät", "Standort", "Preis"],
        ["PC", "Halle 1", "5.687,00 €"],
        ["Gesamt Halle 1", None, "12 Stück"],
        ["Summe", None, "5.687,00 €"],
    )
    assert roles(sheet) == [HEADER, DATA, DATA, TOTAL]
