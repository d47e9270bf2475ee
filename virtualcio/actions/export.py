"""The inventory as a workbook, and any table as a workbook or CSV file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from virtualcio.actions.cells import edit_text, shown, value_of
from virtualcio.actions.columns import Column, Kind, Status, Table
from virtualcio.actions.inventory.export_figures import backlog_sheet, figures_sheet, wave_sheet
from virtualcio.actions.tables import INVENTORY_KEYS, TABLES, table
from virtualcio.errors import RefusedFile
from virtualcio.exchange.csv_file import write_csv
from virtualcio.exchange.workbook import CellKind, Progress, Sheet, SheetColumn, write_workbook
from virtualcio.model import Record
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_CELL_KINDS = {
    Kind.LONG_TEXT: CellKind.LONG_TEXT,
    Kind.INTEGER: CellKind.INTEGER,
    Kind.PERCENT: CellKind.PERCENT,
    Kind.MONEY: CellKind.MONEY,
    Kind.NUMBER: CellKind.NUMBER,
    Kind.DATE: CellKind.DATE,
}
_PIXELS_A_CHARACTER = 7
DAY_TITLE = mark("{column} (day)")


@dataclass(frozen=True)
class Export:
    """Everything that a file will hold, taken from the company at one moment.

    Making one reads the company, so that happens in the window's thread; writing it may happen elsewhere.
    """

    sheets: tuple[Sheet, ...]
    company: str
    day: date

    def write(self, path: Path, progress: Progress | None = None) -> None:
        """To an .xlsx file, or its only table to a .csv file; RefusedFile, and the target stays as it was."""
        suffix = path.suffix.lower()
        if suffix == ".xlsx":
            write_workbook(path, self.sheets, self.company, self.day, progress)
        elif suffix == ".csv" and len(self.sheets) == 1:
            write_csv(path, self.sheets[0])
        else:
            raise RefusedFile(
                mark("“{name}” was not written: the name of a workbook ends in .xlsx. Add that ending."),
                name=path.name,
            )


def inventory_export(company: "OpenCompany") -> Export:
    """The key figures, the backlog, the wave, then every table with all its columns."""
    keys = [*INVENTORY_KEYS, *(table.key for table in TABLES if table.key not in INVENTORY_KEYS)]
    tables = [table(key) for key in keys]
    sheets = [
        _table_sheet(company, table, company.data.all(table.kind), table.columns)
        for table in tables
        if table.key in INVENTORY_KEYS or company.data.count(table.kind)
    ]
    first = (figures_sheet(company), backlog_sheet(company), wave_sheet(company))
    return Export((*first, *sheets), company.data.company.name, company.today)


def table_export(
    company: "OpenCompany", table: Table, records: Sequence[Record], columns: Sequence[Column]
) -> Export:
    """The given rows and columns of one table, in the given order."""
    sheet = _table_sheet(company, table, records, columns)
    return Export((sheet,), company.data.company.name, company.today)


def export_inventory(company: "OpenCompany", path: Path, progress: Progress | None = None) -> None:
    """Write the workbook of the inventory; RefusedFile if that is not possible."""
    inventory_export(company).write(path, progress)


def export_table(
    company: "OpenCompany",
    table: Table,
    records: Sequence[Record],
    columns: Sequence[Column],
    path: Path,
    progress: Progress | None = None,
) -> None:
    """Write rows of one table to .xlsx or .csv; RefusedFile if that is not possible."""
    table_export(company, table, records, columns).write(path, progress)


def _table_sheet(
    company: "OpenCompany", table: Table, records: Iterable[Record], columns: Sequence[Column]
) -> Sheet:
    rows = [[_cell(company, column, record) for column in columns] for record in records]
    sheet_columns = [
        SheetColumn(
            _(column.title),
            _CELL_KINDS.get(column.kind, CellKind.TEXT),
            max(column.width // _PIXELS_A_CHARACTER, len(_(column.title)) + 3, 8),
        )
        for column in columns
    ]
    # A status is a word; the day behind it becomes a column of its own, to sort and reckon with.
    for position in reversed(range(len(columns))):
        if columns[position].kind is Kind.STATUS:
            days = [_day(row[position]) for row in rows]
            for row in rows:
                row[position] = str(getattr(row[position], "text", "") or "")
            if any(days):
                title = _(DAY_TITLE).format(column=_(columns[position].title))
                sheet_columns.insert(position + 1, SheetColumn(title, CellKind.DATE, len(title) + 3))
                for row, day in zip(rows, days, strict=True):
                    row.insert(position + 1, day)
    return Sheet(_(table.plural), tuple(sheet_columns), tuple(tuple(row) for row in rows))


def _day(status: object) -> date | None:
    """The day of a status; the far future stands for "after everything else" and is none."""
    sort = status.sort if isinstance(status, Status) else None
    return sort if isinstance(sort, date) and sort != date.max else None


def _cell(company: "OpenCompany", column: Column, record: Record) -> Any:
    if column.kind in (Kind.LINKS, Kind.REFERENCE):
        return edit_text(company, column, record)  # all linked names, not "and 3 more"
    value = value_of(company, column, record)
    if column.kind in (Kind.YES_NO, Kind.CHOICE):
        return shown(company, column, value)
    return value
