"""Workbooks are read cell by cell; a broken or dangerous one is refused with a sentence."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.table_files import SAMPLES, saved, texts, with_part, written
from virtualcio.errors import RefusedFile
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.table_reader import read_table


def test_cells_keep_their_kind(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["PC", 5, 12.5, datetime(2024, 7, 19), True, "  ", "=1+1", 0.02])  # noqa: DTZ001  # a cell's date has no zone
        book.worksheets[0]["H1"].number_format = "0%"

    row = read_table(saved(tmp_path, fill)).sheets[0].rows[0]
    assert [cell.value for cell in row.cells] == [
        "PC", 5, Decimal("12.5"), date(2024, 7, 19), True, None, None, Decimal("0.02"),
    ]  # fmt: skip
    assert row.cells[6] == RawCell(None, "=1+1")
    assert row.cells[7].percent


def test_a_formula_comes_with_the_result_that_was_stored_with_it(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: book.worksheets[0].append(["PC", "=2*21"]))
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    stored = sheet.replace(b"<f>2*21</f><v></v>", b"<f>2*21</f><v>42</v>").replace(
        b"<f>2*21</f><v />", b"<f>2*21</f><v>42</v>"
    )
    assert stored != sheet
    path = with_part(path, tmp_path / "stored.xlsx", "xl/worksheets/sheet1.xml", stored)

    assert read_table(path).sheets[0].rows[0].cells[1] == RawCell(42, "=2*21")


def test_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        cell = book.worksheets[0]["A1"]
        cell.value = "=2+3"
        cell.data_type = "s"

    assert read_table(saved(tmp_path, fill)).sheets[0].rows[0].cells == (RawCell("=2+3"),)


def test_a_cell_merged_downwards_counts_for_each_of_its_rows(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for row in (["Titel"], ["Halle 1", "PC 1"], [None, "PC 2"], [None, "PC 3"], ["Halle 2", "PC 4"]):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A2:A4")

    sheet = read_table(saved(tmp_path, fill)).sheets[0]
    assert texts(sheet)[1:] == [
        ["Halle 1", "PC 1"],
        ["Halle 1", "PC 2"],
        ["Halle 1", "PC 3"],
        ["Halle 2", "PC 4"],
    ]
    assert sheet.wide_rows == {1}


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["B3"] = "a"
        book.worksheets[0]["A6"] = "b"

    rows = read_table(saved(tmp_path, fill)).sheets[0].rows
    assert [(row.number, row.filled) for row in rows if row.filled] == [(3, 1), (6, 1)]


def test_hidden_sheets_are_read_and_marked(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("alt").sheet_state = "hidden"
        book.create_sheet("neu")

    sheets = read_table(saved(tmp_path, fill)).sheets
    assert [(sheet.title, sheet.hidden) for sheet in sheets] == [
        ("Sheet", False),
        ("alt", True),
        ("neu", False),
    ]


def test_macros_are_named_and_never_run(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: book.worksheets[0].append(["PC", 1]))
    path = with_part(path, tmp_path / "m.xlsm", "xl/vbaProject.bin", b"Sub Auto_Open")

    table = read_table(path)
    assert [str(note) for note in table.notes] == [
        "Die Datei enthält Makros. Sie werden nicht ausgeführt; gelesen werden nur die Zellen."
    ]
    assert texts(table.sheets[0]) == [["PC", "1"]]


def test_defusedxml_is_active_and_refuses_entities(tmp_path: Path) -> None:
    import openpyxl.xml

    assert openpyxl.xml.DEFUSEDXML is True
    path = saved(tmp_path, lambda book: book.worksheets[0].append(["PC"]))
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    )
    path = with_part(path, tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", bomb)

    with pytest.raises(RefusedFile, match="XML, das diesem Rechner schaden kann"):
        read_table(path)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: book.worksheets[0].append(["PC"]))
    path = with_part(path, tmp_path / "bomb.xlsx", "xl/media/image1.bmp", b"\0" * 60_000_000)

    with pytest.raises(RefusedFile, match="wird entpackt 60 MB groß"):
        read_table(path)


def test_a_workbook_that_is_cut_short_or_broken_is_refused(tmp_path: Path) -> None:
    whole = (SAMPLES / "geraeteliste.xlsx").read_bytes()
    for cut in (10, 100, 3000, len(whole) - 30):
        with pytest.raises(RefusedFile, match="beschädigt oder unvollständig"):
            read_table(written(tmp_path, whole[:cut], f"{cut}.xlsx"))
    broken = with_part(SAMPLES / "geraeteliste.xlsx", tmp_path / "x.xlsx", "xl/workbook.xml", b"<workbook")
    with pytest.raises(RefusedFile, match="beschädigt oder unvollständig"):
        read_table(broken)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(4, 8200), st.integers(1, 255))
def test_a_flipped_byte_gives_a_table_or_a_sentence(tmp_path: Path, position: int, change: int) -> None:
    content = bytearray((SAMPLES / "geraeteliste.xlsx").read_bytes())
    content[position] ^= change
    path = written(tmp_path, bytes(content), "flipped.xlsx")
    try:
        table = read_table(path)
    except RefusedFile:
        return
    assert table.sheets
