"""The whole company as a workbook, and any table as a workbook or CSV file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from virtualcio.actions.budget.export_budget import actuals_sheet, lines_sheet, views_sheet
from virtualcio.actions.budget.export_spending import spending_sheet
from virtualcio.actions.business_case.export_case import cases_sheet
from virtualcio.actions.cells import edit_text, shown, value_of
from virtualcio.actions.columns import Column, Kind, Status, Table
from virtualcio.actions.export_findings import findings_sheet
from virtualcio.actions.export_overview import overview_sheet
from virtualcio.actions.goals.export_goals import quarters_sheet
from virtualcio.actions.inventory.export_figures import backlog_sheet, wave_sheet
from virtualcio.actions.priorities.export_priorities import benefit_sheet
from virtualcio.actions.review.export_review import (
    changes_sheet,
    figures_sheet,
    security_sheet,
    talk_sheet,
)
from virtualcio.actions.roadmap.export_roadmap import conflicts_sheet, load_sheet, plan_sheet
from virtualcio.actions.tables import TAB_KEYS, TABLES
from virtualcio.actions.teams.export_work import work_sheet
from virtualcio.errors import RefusedFile
from virtualcio.exchange.csv_file import write_csv
from virtualcio.exchange.own_workbook import OwnSheet, hidden_sheet, key_title
from virtualcio.exchange.workbook import (
    CellKind,
    Progress,
    Sheet,
    SheetColumn,
    sheet_titles,
    write_workbook,
)
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

# What follows from a table stands behind it.
_BEHIND: Mapping[str, Sequence[Callable[["OpenCompany"], Sheet]]] = {
    "measurements": (quarters_sheet,),
    "contributions": (benefit_sheet,),
    "pool_exceptions": (load_sheet, plan_sheet, conflicts_sheet),
    "accounts": (views_sheet, lines_sheet, actuals_sheet, spending_sheet),
    "case_inputs": (cases_sheet,),
    "team_members": (work_sheet,),
    "outcome_kpis": (figures_sheet, changes_sheet, security_sheet, talk_sheet),
}
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


def company_export(company: "OpenCompany") -> Export:
    """The key figures, then each step: its tables with all their columns, and what follows from them.

    Tables with a tab of their own are there even if empty; settings and rows that belong to a record only
    where there are some. A hidden column holds the keys of the rows and a hidden sheet all there is, so that
    the workbook can be imported as a whole (actions/company_workbook.py).
    """
    sheets = [overview_sheet(company), backlog_sheet(company), wave_sheet(company)]
    of_tables: list[tuple[int, Table, Sequence[str]]] = []
    for table in TABLES:
        if table.key in TAB_KEYS or company.data.count(table.kind):
            records, columns = company.data.all(table.kind), whole_columns(table)
            of_tables.append((len(sheets), table, [column.key for column in columns]))
            sheets.append(_with_keys(table_sheet(company, table, records, columns), table, records))
        sheets += [make(company) for make in _BEHIND.get(table.key, ())]
    sheets.append(findings_sheet(company))
    sheets.append(hidden_sheet(company.data, _own_sheets(sheets, of_tables)))
    return Export(tuple(sheets), company.data.company.name, company.today)


def _with_keys(sheet: Sheet, table: Table, records: Sequence[Record]) -> Sheet:
    """The sheet with a hidden last column that says which record a row is."""
    column = SheetColumn(key_title(table.key), width=34, hidden=True)
    rows = tuple((*row, record.id) for row, record in zip(sheet.rows, records, strict=True))
    return Sheet(sheet.title, (*sheet.columns, column), rows)


def _own_sheets(
    sheets: Sequence[Sheet], of_tables: Sequence[tuple[int, Table, Sequence[str]]]
) -> list[OwnSheet]:
    """What the hidden sheet says about those of the tables."""
    titles = sheet_titles(sheets)
    return [
        OwnSheet(titles[at], table.key, _column_keys(table, keys, sheets[at]), _titles(sheets[at]))
        for at, table, keys in of_tables
    ]


def _titles(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.title for column in sheet.columns[:-1])


def _column_keys(table: Table, keys: Sequence[str], sheet: Sheet) -> tuple[str, ...]:
    """Per column of the sheet the key of the table's column, "" for the day behind a status."""
    waiting = [(key, _(table.column(key).title)) for key in keys]
    found = []
    for title in _titles(sheet):
        own = bool(waiting) and waiting[0][1] == title
        found.append(waiting.pop(0)[0] if own else "")
    return tuple(found)


def whole_columns(table: Table) -> Sequence[Column]:
    """All columns; of rows that belong to a record of another table that record first."""
    if not table.parent_table:
        return table.columns
    parent = table.parent_column
    return (parent, *(column for column in table.columns if column is not parent))


def table_export(
    company: "OpenCompany", table: Table, records: Sequence[Record], columns: Sequence[Column]
) -> Export:
    """The given rows and columns of one table, in the given order."""
    sheet = table_sheet(company, table, records, columns)
    return Export((sheet,), company.data.company.name, company.today)


def export_company(company: "OpenCompany", path: Path, progress: Progress | None = None) -> None:
    """Write the workbook of the company; RefusedFile if that is not possible."""
    company_export(company).write(path, progress)


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


def table_sheet(
    company: "OpenCompany", table: Table, records: Iterable[Record], columns: Sequence[Column]
) -> Sheet:
    rows = [[cell_of(company, column, record) for column in columns] for record in records]
    sheet_columns = [
        SheetColumn(
            _(column.title),
            CellKind.MONTH if column.month else _CELL_KINDS.get(column.kind, CellKind.TEXT),
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


def cell_of(company: "OpenCompany", column: Column, record: Record) -> Any:
    if column.kind in (Kind.LINKS, Kind.REFERENCE):
        return edit_text(company, column, record)  # all linked names, not "and 3 more"
    value = value_of(company, column, record)
    if column.kind in (Kind.YES_NO, Kind.CHOICE):
        return shown(company, column, value)
    return value
