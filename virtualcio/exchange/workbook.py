"""Tables as an Excel workbook: real numbers and dates, filters, a fixed header row, ready to print.

Typed text never becomes a formula: it is stored as text and marked so for whoever edits the cell.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from virtualcio.exchange.safe_write import written_aside
from virtualcio.texts import language

# (rows written, rows altogether); may raise to stop, the target then stays as it was
Progress = Callable[[int, int], None]

MOST_TEXT = 32_767  # what a cell of an .xlsx file can hold
_ROWS_BETWEEN_PROGRESS = 500
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "#")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class CellKind(StrEnum):
    """What a column holds, and so how its cells are formatted."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    PERCENT = "percent"  # Decimal in percent; stored as a share, shown with %
    MONEY = "money"
    NUMBER = "number"  # Decimal, with as many places as it has
    DATE = "date"
    MONTH = "month"  # date of which the month counts
    ANY = "any"  # each cell by its own type: Decimal money, int, date or text


@dataclass(frozen=True)
class SheetColumn:
    """`width` in characters."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 16
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """`rows` hold one value per column: str, int, Decimal, date or None for an empty cell."""

    title: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[object]]
    hidden: bool = False


def write_workbook(
    path: Path, sheets: Sequence[Sheet], company: str, day: date, progress: Progress | None = None
) -> None:
    """Write `sheets` to `path`, with company and day on each printed page; an existing file is replaced.

    RefusedFile if the file cannot be written; it then stays as it was.
    """
    from openpyxl import Workbook  # 0.3 s: only who exports pays for it
    from openpyxl.writer.excel import ExcelWriter

    total = sum(len(sheet.rows) for sheet in sheets)
    done = 0
    book = Workbook(write_only=True)
    book.properties.creator = "VirtualCIO"
    book.properties.title = plain_text(company)
    titles = sheet_titles(sheets)
    with written_aside(path) as aside:
        try:
            for sheet, title in zip(sheets, titles, strict=True):
                page = book.create_sheet(title)
                _set_up(page, sheet, company, day)
                for row in _cells(page, sheet):
                    page.append(row)
                    done += 1
                    if progress and done % _ROWS_BETWEEN_PROGRESS == 0:
                        progress(min(done, total), total)
            with ZipFile(aside, "w", ZIP_DEFLATED) as archive:  # closed also if it cannot be written
                ExcelWriter(book, archive).save()
        except BaseException:
            _let_go(book)
            raise
    if progress:
        progress(total, total)


def _let_go(book: Any) -> None:
    """After a failure: close and remove the temporary files of the sheets, which openpyxl leaves open then.

    What goes wrong meanwhile (the disk is still full) only repeats the failure that is being raised.
    """
    from openpyxl.utils.exceptions import WorkbookAlreadySaved

    for page in book.worksheets:
        writer = page._writer
        if writer is not None:
            for step in (page.close, writer.close, writer.cleanup):
                with suppress(OSError, ValueError, StopIteration, WorkbookAlreadySaved):
                    step()


def plain_text(text: str) -> str:
    """`text` as a cell can hold it: what XML has no sign for is shown as �, too long a text ends in …"""
    text = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Spreadsheet programs read _x0041_ as "A"; what was typed so is written as _x005F_x0041_.
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"


def as_read(text: str) -> str:
    """What a spreadsheet program shows of a text that `plain_text` has made."""
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)


def number_format(kind: CellKind) -> str:
    if kind is CellKind.DATE:
        return "dd.mm.yyyy" if language() == "de" else "d mmm yyyy"
    if kind is CellKind.MONTH:
        return "mm/yyyy"
    if kind is CellKind.MONEY:
        return '#,##0.00\\ "€"' if language() == "de" else '"€"#,##0.00'
    # a number shows the places that it has; "#,##0.###" would leave a point behind whole ones
    return {CellKind.INTEGER: "#,##0", CellKind.PERCENT: "0.0#%"}.get(kind, "General")


def sheet_titles(sheets: Sequence[Sheet]) -> list[str]:
    """What the sheets are called in the file."""
    taken: set[str] = set()
    return [_sheet_title(sheet.title, taken) for sheet in sheets]


def _sheet_title(title: str, taken: set[str]) -> str:
    """At most 31 characters, without the ones a sheet's name may not have, and not twice."""
    base = _NOT_IN_TITLES.sub(" ", title).strip("' ")[:31] or "1"
    unique, number = base, 1
    while unique.casefold() in taken:
        number += 1
        unique = f"{base[:27]} {number}"
    taken.add(unique.casefold())
    return unique


def _set_up(page: Any, sheet: Sheet, company: str, day: date) -> None:
    from openpyxl.utils import get_column_letter

    last = get_column_letter(max(len(sheet.columns), 1))
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
        page.column_dimensions[get_column_letter(number)].hidden = column.hidden
    if sheet.hidden:
        page.sheet_state = "hidden"
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0  # as many pages down as it takes
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.oddHeader.left.text = _printed(company)
    page.oddHeader.right.text = _printed(sheet.title)
    page.oddFooter.left.text = _printed(day.strftime("%d.%m.%Y") if language() == "de" else day.isoformat())
    page.oddFooter.right.text = "&P / &N"


def _printed(text: str) -> str:
    """In headers & starts a code, so one that is meant is written twice; three parts share 255 characters."""
    return plain_text(text)[:100].replace("&", "&&")


def _cells(page: Any, sheet: Sheet) -> Iterator[list[Any]]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    header = []
    for column in sheet.columns:
        cell = WriteOnlyCell(page, plain_text(column.title))
        cell.data_type = "s"
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE7EFF9")
        cell.border = Border(bottom=Side("thin", color="FF1F5EA8"))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        header.append(cell)
    yield header
    writers = [_writer(page, column.kind) for column in sheet.columns]
    for row in sheet.rows:
        yield [write(value) for write, value in zip(writers, row, strict=True)]


def _writer(page: Any, kind: CellKind) -> Callable[[object], Any]:
    """Turns values of a column into cells. A row is written out at once, so cell objects are used again."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    def styled(of_kind: CellKind) -> Any:
        cell = WriteOnlyCell(page)
        cell.number_format = number_format(of_kind)
        cell.alignment = Alignment(vertical="top", wrap_text=of_kind is CellKind.LONG_TEXT or None)
        return cell

    text, marked = styled(kind), styled(kind)
    text.number_format = marked.number_format = "General"
    marked.quotePrefix = 1
    if kind is CellKind.ANY:
        values = {
            Decimal: styled(CellKind.MONEY),
            int: styled(CellKind.INTEGER),
            date: styled(CellKind.DATE),
        }
    else:
        values = dict.fromkeys((Decimal, int, date), styled(kind))

    def write(value: object) -> Any:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            cell = marked if value.startswith(STARTS_A_FORMULA) else text
            cell.value = plain_text(value)
            cell.data_type = "s"  # else a leading = would make it a formula
            return cell
        cell = values[type(value)]
        cell.value = value / 100 if kind is CellKind.PERCENT and isinstance(value, Decimal) else value
        return cell

    return write
