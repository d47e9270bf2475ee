"""The numbers of a chart leave as numbers, whatever words they are shown in."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from virtualcio import formats
from virtualcio.actions.chart_export import chart_export, number_in
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.workbook import CellKind
from virtualcio.model import Company
from virtualcio.store.workspace import Workspace
from virtualcio.texts import LANGUAGES, speaking

TODAY = date(2026, 11, 22)


@pytest.fixture
def company() -> OpenCompany:
    return OpenCompany(Workspace.create(None, Company(name="Muster")), TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["0", "7", "-1234.5", "70052.28", "1234567.89"])
def test_what_formats_writes_is_read_back(language: str, value: str) -> None:
    number = Decimal(value)
    with speaking(language):
        assert number_in(formats.money(number)) == number
        assert number_in(formats.number(number, 2)) == number
        assert number_in(formats.percent(number, 2)) == number


@pytest.mark.parametrize("text", ["", "—", "Vertrieb", "3 → 4", "ab 12 €", "22.11.2026 bis heute", "12 PT"])
def test_words_are_no_number(text: str) -> None:
    with speaking("de"):
        assert number_in(text) is None


def test_a_chart_becomes_columns_of_numbers_and_words(company: OpenCompany, tmp_path: Path) -> None:
    header = ("Jahr", "Stau", "Anteil", "Tage", "Stufe")
    rows = (("2026", "1.234 €", "12,5 %", "3,25", "3 → 4"), ("danach", "—", "", "4", "2"))
    with speaking("de"):
        export = chart_export(company, "Stau", header, rows)
        export.write(tmp_path / "a.xlsx")
        export.write(tmp_path / "a.csv")

    kinds = [column.kind for column in export.sheets[0].columns]
    assert kinds == [CellKind.TEXT, CellKind.MONEY, CellKind.PERCENT, CellKind.NUMBER, CellKind.TEXT]
    sheet = load_workbook(tmp_path / "a.xlsx")["Stau"]
    assert [cell.value for cell in sheet[2]] == ["2026", 1234, 0.125, 3.25, "3 → 4"]
    assert [cell.value for cell in sheet[3]] == ["danach", None, None, 4, "2"]
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "2026;1234;12,5;3,25;3 → 4"


def test_a_chart_without_numbers_leaves_its_heading(company: OpenCompany, tmp_path: Path) -> None:
    chart_export(company, "Leer", ("Monat", "Tage"), ()).write(tmp_path / "a.xlsx")

    assert [cell.value for cell in load_workbook(tmp_path / "a.xlsx")["Leer"][1]] == ["Monat", "Tage"]
