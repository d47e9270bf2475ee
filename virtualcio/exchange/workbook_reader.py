"""Read the sheets of an Excel workbook: values, formulas with their stored results, merged cells.

Macros are never run: only cells are read. XML is read through defusedxml.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from virtualcio.errors import RefusedFile
from virtualcio.exchange import table_reader
from virtualcio.exchange.raw_table import EMPTY, RawCell, RawRow, RawSheet, RawTable
from virtualcio.texts import Message, mark

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_MOST_MERGED_ROWS = 5_000
# What openpyxl and the standard library raise for a broken package (defusedxml's errors are ValueErrors).
_BROKEN = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, EOFError, OSError, OverflowError, NotImplementedError, RuntimeError, zlib.error,
)  # fmt: skip
_ExcelCell = Any  # openpyxl's read-only cells have no common type


def read_workbook(path: Path, progress: table_reader.Progress | None = None) -> RawTable:
    """All worksheets. RefusedFile for a damaged file, or one with more rows or columns than are taken."""
    try:
        return _read(path, progress)
    except _BROKEN as error:
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            raise RefusedFile(
                mark("“{name}” holds XML that could harm this computer. It was not read."), name=path.name
            ) from error
        raise table_reader.damaged(path.name) from error


def _read(path: Path, progress: table_reader.Progress | None) -> RawTable:
    with ExitStack() as open_files:
        workbook = _opened(path, open_files, results=False)
        results = None
        sheets = []
        before, total = 0, sum(min(sheet.max_row or 0, 100_000) for sheet in workbook.worksheets)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a file says about its size is often wrong
            rows, formulas = _rows(sheet, path.name, progress, before, total)
            before += len(rows)
            if formulas:
                results = results or _opened(path, open_files, results=True)
                rows = _with_results(rows, results[sheet.title])
            sheets.append(_finished(sheet, rows))
        return RawTable(path.name, tuple(sheets), _notes(path))


def _opened(path: Path, open_files: ExitStack, *, results: bool) -> Any:
    """The workbook, streamed; by its open file, because by its name openpyxl would look at the extension."""
    file = open_files.enter_context(path.open("rb"))
    workbook = openpyxl.load_workbook(file, read_only=True, data_only=results)
    open_files.callback(workbook.close)
    return workbook


def _rows(
    sheet: Any, name: str, progress: table_reader.Progress | None, before: int, total: int
) -> tuple[list[RawRow], bool]:
    """Rows without empty ends, and whether there are formulas among the cells."""
    rows: list[RawRow] = []
    formulas = False
    blank_before = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        table_reader.report(progress, before + number, total)
        raw = [_cell(cell) for cell in cells]
        while raw and raw[-1].empty:
            raw.pop()
        if not raw:
            blank_before += 1
            continue
        if len(raw) > table_reader.MOST_COLUMNS:
            raise table_reader.too_many_columns(name)
        if len(rows) + 1 > table_reader.MOST_ROWS:
            raise table_reader.too_many_rows(name)
        shown_blank = min(blank_before, table_reader.MOST_ROWS - len(rows) - 1)
        rows.extend(RawRow(number - blank, ()) for blank in range(shown_blank, 0, -1))
        blank_before = 0
        rows.append(RawRow(number, tuple(raw)))
        formulas = formulas or any(cell.formula for cell in raw)
    return rows, formulas


def _cell(cell: _ExcelCell) -> RawCell:
    value = cell.value
    if value is None:
        return EMPTY
    if cell.data_type == "f":
        formula = value if isinstance(value, str) else str(getattr(value, "text", None) or "=…")
        return RawCell(None, formula if formula.startswith("=") else f"={formula}")
    return _plain(value, cell)


def _plain(value: object, cell: _ExcelCell) -> RawCell:
    if isinstance(value, str):
        return RawCell(value) if value.strip() else EMPTY
    if isinstance(value, bool | int):
        percent = isinstance(value, int) and not isinstance(value, bool) and "%" in (cell.number_format or "")
        return RawCell(value, percent=percent)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return RawCell(str(value))
        return RawCell(Decimal(repr(value)), percent="%" in (cell.number_format or ""))
    if isinstance(value, datetime):
        return RawCell(value.date())
    if isinstance(value, date):
        return RawCell(value)
    return RawCell(str(value))


def _with_results(rows: list[RawRow], stored: Any) -> list[RawRow]:
    """The same rows, with the results that were stored beside the formulas when the file was saved."""
    stored.reset_dimensions()
    wanted = {row.number for row in rows if any(cell.formula for cell in row.cells)}
    found: dict[int, tuple[_ExcelCell, ...]] = {
        number: cells for number, cells in enumerate(stored.iter_rows(), start=1) if number in wanted
    }
    return [
        RawRow(row.number, tuple(_merged_result(row.cells, found[row.number])))
        if row.number in found
        else row
        for row in rows
    ]


def _merged_result(cells: tuple[RawCell, ...], stored: tuple[_ExcelCell, ...]) -> Iterator[RawCell]:
    for index, cell in enumerate(cells):
        if cell.formula and index < len(stored) and stored[index].value is not None:
            result = _plain(stored[index].value, stored[index])
            yield RawCell(result.value, cell.formula, result.percent)
        else:
            yield cell


def _finished(sheet: Any, rows: list[RawRow]) -> RawSheet:
    """Fill cells that are merged downwards (one site for ten rows) and note those merged sideways."""
    wide: set[int] = set()
    by_number: Mapping[int, int] = {row.number: index for index, row in enumerate(rows)}
    for left, top, right, bottom in _merged_ranges(sheet):
        if right > left:
            wide.add(top)
        elif top in by_number and 0 < bottom - top <= _MOST_MERGED_ROWS:
            value = rows[by_number[top]].cell(left)
            for number in range(top + 1, bottom + 1):
                index = by_number.get(number)
                if index is not None and rows[index].cell(left).empty and rows[index].filled:
                    rows[index] = _put(rows[index], left, value)
    return RawSheet(sheet.title, tuple(rows), sheet.sheet_state != "visible", frozenset(wide))


def _put(row: RawRow, column: int, value: RawCell) -> RawRow:
    cells = [*row.cells, *([EMPTY] * (column + 1 - len(row.cells)))]
    cells[column] = value
    return RawRow(row.number, tuple(cells))


def _merged_ranges(sheet: Any) -> list[tuple[int, int, int, int]]:
    """(left, top, right, bottom), columns from 0 and rows from 1. openpyxl leaves them out when streaming."""
    found = []
    with sheet._get_source() as source:  # the sheet's own XML; there is no public way to it
        rest = b""
        while block := source.read(1 << 20):
            text = rest + block
            found += [match.groups() for match in _MERGED.finditer(text)]
            cut = text.rfind(b"<")
            rest = text[cut:] if cut >= 0 else b""
    return [(_column(left), int(top), _column(right), int(bottom)) for left, top, right, bottom in found]


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _notes(path: Path) -> tuple[Message, ...]:
    with zipfile.ZipFile(path) as package:
        macros = any(name.casefold().endswith("vbaproject.bin") for name in package.namelist())
    return (
        (Message(mark("The file holds macros. They are not run; only its cells are read.")),)
        if macros
        else ()
    )
