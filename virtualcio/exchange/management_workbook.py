"""Plain tables in the look of the tax advisor's workbook, with native charts: for the management."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from virtualcio.analysis.amounts import HUNDRED
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import Cell, FormulaPage, PageChart, PageColumn
from virtualcio.exchange.workbook import CellKind, Sheet, sheet_titles

_LOOKS = {
    CellKind.TEXT: Look.TEXT,
    CellKind.LONG_TEXT: Look.LONG,
    CellKind.INTEGER: Look.NUMBER,
    CellKind.PERCENT: Look.PERCENT,
    CellKind.MONEY: Look.MONEY,
    CellKind.NUMBER: Look.DECIMAL,
    CellKind.DATE: Look.DATE,
    CellKind.MONTH: Look.MONTH,
}
_OF_TYPE = {Decimal: Look.MONEY, int: Look.NUMBER, date: Look.DATE, str: Look.TEXT}


def table_page(sheet: Sheet, about: str, charts: Sequence[PageChart] = ()) -> FormulaPage:
    """A table as a page: head with company, fiscal year and day, printed on A4."""
    (title,) = sheet_titles([sheet])
    columns = tuple(
        PageColumn(column.title, _LOOKS.get(column.kind, Look.TEXT), column.width)
        for column in sheet.columns
        if not column.hidden
    )
    return FormulaPage(
        title,
        about,
        columns,
        partial(_rows, sheet),
        len(sheet.rows),
        frozen_columns=1,
        charts=charts if sheet.rows else (),
    )


def _rows(sheet: Sheet) -> Iterator[Sequence[Cell]]:
    kinds = [column.kind for column in sheet.columns]
    for row in sheet.rows:
        yield [_cell(kind, value) for kind, value in zip(kinds, row, strict=True)]


def _cell(kind: CellKind, value: object) -> Cell:
    if value is None or value == "":
        return None
    if not isinstance(value, str | int | Decimal | date):
        raise TypeError(f"no cell holds {value!r}")
    if isinstance(value, str):
        return (Look.LONG if kind is CellKind.LONG_TEXT else Look.TEXT), value
    look = _OF_TYPE[type(value)] if kind is CellKind.ANY else _LOOKS[kind]
    if look is Look.PERCENT:
        return look, value / HUNDRED if isinstance(value, Decimal) else value
    return look, value
