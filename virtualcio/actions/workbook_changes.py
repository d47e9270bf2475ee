"""What people changed in the sheets of an exported workbook: each cell beside what the hidden sheet says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.export import cell_of
from virtualcio.actions.tables import TABLES
from virtualcio.exchange.own_workbook import OwnSheet, OwnWorkbook, key_title
from virtualcio.exchange.raw_table import RawCell, RawRow, RawSheet, RawTable
from virtualcio.exchange.workbook import as_read, plain_text
from virtualcio.model import Record
from virtualcio.model.company_data import CompanyData
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MILLIONTH = Decimal("0.000001")


@dataclass(frozen=True)
class ChangedCell:
    """A cell that says something else than what was exported."""

    table: str
    record_id: str
    column: str
    cell: RawCell
    sheet: str
    row: int


@dataclass(frozen=True)
class AddedRow:
    """A row that somebody wrote into a sheet of the export."""

    table: str
    cells: Mapping[str, RawCell]  # by column key, editable ones with something in them
    sheet: str
    row: int


class SheetChanges:
    """Lays the visible sheets beside what the hidden one says, in the language of the export."""

    def __init__(self, whole: RawTable, workbook: OwnWorkbook, data: CompanyData) -> None:
        # All that reading a stored cell asks of a company is its data.
        self._company = cast("OpenCompany", SimpleNamespace(data=data))
        self._data = data
        self.changed: list[ChangedCell] = []
        self.added: list[AddedRow] = []
        self.notes: list[Message] = []
        tables = {table.key: table for table in TABLES}
        for own in workbook.sheets:
            table = tables.get(own.table)
            if table is not None:
                self._compare(whole, own, table)

    def _compare(self, whole: RawTable, own: OwnSheet, table: Table) -> None:
        sheet = _find(whole, own)
        if sheet is None:
            said = mark("The sheet “{title}” is missing: its rows are taken as they were exported.")
            self.notes.append(Message(said, {"title": own.title}))
            return
        header, key_at = _header(sheet, own)
        columns = _columns(sheet.rows[header], own, table)
        seen: set[str] = set()
        for row in sheet.rows[header + 1 :]:
            key = row.cell(key_at).text.strip()
            record = self._data.get(table.kind, key)
            if record is not None and key not in seen:
                seen.add(key)
                self._row(sheet, row, table, columns, record)
            else:
                self._new(sheet, row, table, columns, known=not key or record is not None)
        missing = self._data.count(table.kind) - len(seen)
        if missing:
            said = mark("Rows missing in “{title}”: {count}. They are taken as they were exported.")
            self.notes.append(Message(said, {"title": sheet.title, "count": missing}))

    def _row(
        self, sheet: RawSheet, row: RawRow, table: Table, columns: Mapping[int, Column], record: Record
    ) -> None:
        for index, column in columns.items():
            cell = row.cell(index)
            if not _says(cell, column, cell_of(self._company, column, record)):
                self.changed.append(
                    ChangedCell(table.key, record.id, column.key, cell, sheet.title, row.number)
                )

    def _new(
        self, sheet: RawSheet, row: RawRow, table: Table, columns: Mapping[int, Column], *, known: bool
    ) -> None:
        cells = {column.key: row.cell(index) for index, column in columns.items()}
        filled = {key: cell for key, cell in cells.items() if not cell.empty}
        if not filled:
            return
        self.added.append(AddedRow(table.key, filled, sheet.title, row.number))
        if not known:
            said = mark("“{title}”, row {row}: its key is not known, so it is taken as a new row.")
            self.notes.append(Message(said, {"title": sheet.title, "row": row.number}))


def _find(whole: RawTable, own: OwnSheet) -> RawSheet | None:
    """The sheet by its column of keys, also under another name."""
    wanted = key_title(own.table)
    found = [sheet for sheet in whole.sheets if any(_has(row, wanted) for row in sheet.rows[:20])]
    return next((sheet for sheet in found if sheet.title == own.title), found[0] if found else None)


def _has(row: RawRow, text: str) -> bool:
    return any(cell.value == text for cell in row.cells)


def _header(sheet: RawSheet, own: OwnSheet) -> tuple[int, int]:
    """Index of the row with the headings, and of the column with the keys."""
    wanted = key_title(own.table)
    at = next(index for index, row in enumerate(sheet.rows) if _has(row, wanted))
    return at, next(index for index, cell in enumerate(sheet.rows[at].cells) if cell.value == wanted)


def _columns(header: RawRow, own: OwnSheet, table: Table) -> dict[int, Column]:
    """The stored columns by their place in the sheet; columns may have been moved."""
    places: dict[str, list[int]] = {}
    for index, cell in enumerate(header.cells):
        places.setdefault(cell.text.strip(), []).append(index)
    known = {column.key: column for column in table.columns if column.editable}
    found: dict[int, Column] = {}
    for key, title in zip(own.keys, own.titles, strict=False):
        waiting = places.get(title.strip(), [])
        if waiting:
            index = waiting.pop(0)
            if key in known:
                found[index] = known[key]
    return found


def _says(cell: RawCell, column: Column, exported: Any) -> bool:
    """Whether the cell still says what was written into it."""
    if exported is None or exported == "":
        return cell.empty
    if isinstance(exported, str):
        return _text(cell.text) == _text(plain_text(exported))
    if isinstance(exported, int | Decimal):
        number = number_in(cell, column)
        return number is not None and number == Decimal(exported).quantize(_MILLIONTH)
    return bool(cell.value == exported)


def number_in(cell: RawCell, column: Column) -> Decimal | None:
    """The number of a cell in the measure of the column, with six places; None if it holds none."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | Decimal):
        return None
    factor = 100 if column.kind is Kind.PERCENT and cell.percent else 1
    return (Decimal(cell.value) * factor).quantize(_MILLIONTH, rounding=ROUND_HALF_UP)


def _text(text: str) -> str:
    return as_read(text).strip()
