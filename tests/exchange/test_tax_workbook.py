"""The tax advisor's workbook: another spreadsheet program comes to the program's figures in every cell."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from tests.analysis.depreciation_items import item
from tests.exchange.tax_company import austrian, choices_of, swiss, workbook
from virtualcio.analysis.depreciation.items import Method
from virtualcio.exchange.tax_parts import TaxWorkbook
from virtualcio.exchange.tax_workbook import write_tax_workbook
from virtualcio.texts import speaking

CASES: Mapping[str, Callable[[], TaxWorkbook]] = {
    "calendar years": workbook,
    "years from July": lambda: workbook(choices=choices_of(fiscal_start=7)),
    "full euros, a value to keep, full months before a disposal": lambda: workbook(
        choices=choices_of(full_euros=True, reminder_value=True, disposal_month_counts=False)
    ),
    "Austria": lambda: workbook(*austrian()),
    "Switzerland": lambda: workbook(*swiss()),
    "typed text that looks like formulas": lambda: workbook(nasty=True),
}


def recalculated(path: Path, folder: Path) -> Path:
    """The file without any stored result, worked out by LibreOffice."""
    bare = folder / "bare.xlsx"
    with ZipFile(path) as old, ZipFile(bare, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            new.writestr(info.filename, content)
    out = folder / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
         "--outdir", str(out), str(bare)],
        check=True, capture_output=True, timeout=170,
    )  # fmt: skip
    return out / "bare.xlsx"


def formulas(path: Path) -> Iterator[tuple[str, str]]:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate


def same(found: Any, expected: Any) -> bool:
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        return isinstance(found, int | float) and abs(found - expected) < 0.000_001
    return bool(found == expected)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("case", CASES)
def test_another_program_comes_to_the_same_figures_in_every_cell(case: str, tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    write_tax_workbook(path, CASES[case]())
    own, other = (
        load_workbook(path, data_only=True),
        load_workbook(recalculated(path, tmp_path), data_only=True),
    )

    places = list(formulas(path))
    wrong = [
        (title, place, own[title][place].value, other[title][place].value)
        for title, place in places
        if not same(other[title][place].value, own[title][place].value)
    ]
    assert len(places) > 100
    assert wrong == []


# --- what holds without another program -----------------------------------------------------------


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """The German workbook as it is written, with formulas."""
    path = tmp_path / "steuer.xlsx"
    write_tax_workbook(path, workbook())
    return load_workbook(path)


def amounts(path: Path, sheet: str, name: str, column: str) -> list[Any]:
    """A column of a sheet's rows that are about one thing."""
    page = load_workbook(path, data_only=True)[sheet]
    titles = {cell.value: place for place, cell in enumerate(page[5])}
    return [row[titles[column]].value for row in page.iter_rows(min_row=6) if row[1].value == name]


def test_the_register_has_the_31_columns_in_their_order(book: Workbook) -> None:
    titles = [cell.value for cell in book["Anlagenverzeichnis"][5]]

    assert len(titles) == 32 and titles[31] == "AfA-Konto"
    assert [titles[place - 1] for place in (1, 5, 9, 11, 17, 21, 23, 26, 30, 31)] == [
        "Inventarnummer", "Anschaffungsdatum", "Anschaffungskosten netto", "Nutzungsdauer (Monate)",
        "Abgang zu AHK", "AfA des Jahres", "Buchwert Jahresende", "Abweichender Handelsbilanzwert",
        "Sammelposten-Jahr", "Bemerkung",
    ]  # fmt: skip


def test_the_movement_table_has_posten_and_15_amounts_for_each_book(book: Workbook) -> None:
    page = book["Anlagenspiegel"]

    assert [cell.value for cell in page[5]][:3] == ["Buch", "Posten", "AHK Jahresanfang"]
    assert page.max_column == 17
    assert {page.cell(row, 1).value for row in range(6, 13)} == {"Steuerrecht", "Handelsrecht", None}


def test_worked_cases_of_the_law_stand_in_the_course(tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    write_tax_workbook(path, workbook())

    def course(name: str) -> list[Any]:
        return amounts(path, "Verlauf Steuerrecht", name, "AfA des Jahres")

    assert course("Ding 0")[:7] == [1561.11, 1873.33, 1873.33, 1873.33, 1873.33, 1873.33, 312.24]
    assert course("Ding 1") == [1680, 2520, 1680]  # sold in August of the third year
    assert amounts(path, "Abgänge", "Ding 1", "Buchwert beim Abgang")[0] == 6720
    assert course("Ding 2") == [15000, 25500, 17850, 16660, 16660, 8330]
    assert course("Ding 10") == [179.98] * 5


def test_every_amount_of_depreciation_is_a_formula(book: Workbook) -> None:
    for title in ("Verlauf Steuerrecht", "Verlauf Handelsrecht"):
        page = book[title]
        column = [cell.value for cell in page[5]].index("AfA des Jahres") + 1
        kinds = {page.cell(row, column).data_type for row in range(6, page.max_row + 1)}
        assert page.max_row > 60 and kinds == {"f"}


def test_no_typed_text_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    write_tax_workbook(path, workbook(nasty=True))
    book = load_workbook(path)

    assert "=1+1" in [row[0].value for row in book["Verträge und Leasing"].iter_rows(min_row=6)]
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                text = cell.value
                if isinstance(text, str) and text.startswith(("=", "+", "-", "@", "\t", "#")):
                    ours = cell.data_type == "f" and text != "=1+1"
                    assert ours or (cell.data_type == "s" and cell.quotePrefix), (page.title, cell.coordinate)


def test_every_sheet_names_company_year_and_day_and_prints_on_a4(book: Workbook) -> None:
    for page in book.worksheets:
        assert page["A2"].value == "Brenner & Söhne · 2026 · 22.11.2026"
        assert int(page.page_setup.paperSize or 0) == 9
        fit, footer = page.sheet_properties.pageSetUpPr, page.oddFooter
        assert fit is not None and footer is not None
        assert page.page_setup.orientation == "landscape" and fit.fitToPage
        assert page.print_title_rows == "$1:$5" and page.freeze_panes is not None
        assert footer.right.text == "&P / &N"


def test_a_fiscal_year_of_its_own_stands_with_both_years(tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    with speaking("en"):
        write_tax_workbook(path, workbook(choices=choices_of(fiscal_start=7)))

    page = load_workbook(path)["Depreciation by year"]
    assert page["A2"].value == "Brenner & Söhne · 2026/27 · 22 Nov 2026"
    assert [page.cell(5, column).value for column in (4, 13)] == ["2026/27", "2035/36"]


def test_a_register_without_things_is_a_workbook_too(tmp_path: Path) -> None:
    path = tmp_path / "leer.xlsx"
    write_tax_workbook(path, workbook([]))

    book = load_workbook(path, data_only=True)
    assert book["Anlagenverzeichnis"].max_row == 5
    assert book["Prüfungen"]["C6"].value == 0


def test_what_left_before_the_fiscal_year_is_not_in_the_register(tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    gone = item("1000.00", "2019-01-01", "server", method=Method.LINEAR, sold=(("2025-12-31", 1, "1"),))
    leaves = item("1000.00", "2019-01-01", "server", method=Method.LINEAR, sold=(("2026-01-01", 1, "1"),))
    write_tax_workbook(path, workbook([gone, leaves]))

    names = [row[1].value for row in load_workbook(path)["Anlagenverzeichnis"].iter_rows(min_row=6)]
    assert names == ["Ding 1", None]


def test_no_word_of_a_heading_is_broken_and_texts_keep_away_from_numbers(book: Workbook) -> None:
    page = book["Anlagenverzeichnis"]
    titles = {get_column_letter(at): str(cell.value) for at, cell in enumerate(page[5], start=1)}
    assert "Inventarnummer" in titles.values()
    for letter, title in titles.items():
        assert page.column_dimensions[letter].width >= max(map(len, title.replace("-", "- ").split())) + 2
    assert page["B6"].alignment.indent == 1
