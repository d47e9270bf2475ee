"""Workbooks with live formulas: openpyxl lays out sheets, styles and names, the rows are put in as text.

Written cell by cell through openpyxl the formulas of two thousand things would take half a minute. Each
formula carries the value that the program worked out, so that a preview shows figures too; a spreadsheet
program works all of them out anew when it opens the file. Typed text never becomes a formula.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from virtualcio import formats
from virtualcio.exchange.formula_styles import Look, Styles
from virtualcio.exchange.safe_write import written_aside
from virtualcio.exchange.workbook import STARTS_A_FORMULA, Progress, plain_text

HEAD_ROW = 5  # the titles of the columns; above stand company, fiscal year, day and what the sheet is about
FIRST_ROW = HEAD_ROW + 1
_DAY_ZERO = date(1899, 12, 30)  # day 0 as spreadsheet programs count
_ROWS_BETWEEN_PROGRESS = 500
_LINE_HEIGHT = 15
_MOST_LINES = 20
_BOLD = 1.1  # a bold letter is so many times as wide as a digit
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_SERIES = ("1F5EA8", "56A3D9", "E69F00", "1B9E77", "A35BAA", "7A8796", "B9D5EE", "182230")
_NO_EXTENT = re.compile(rb'<dimension ref="[^"]*"\s*/>')


class Formula(NamedTuple):
    """`text` without the leading =, in English names; `value`: what the program worked out for it."""

    text: str
    value: Decimal | int | str


Value = str | int | Decimal | date | Formula | None
Cell = tuple[Look, Value] | None


@dataclass(frozen=True)
class PageColumn:
    """`width` in characters."""

    title: str
    look: Look = Look.TEXT
    width: int = 14

    @property
    def room(self) -> int:
        """The width, and enough for the longest word of the title, which is bold: a word is never broken."""
        longest = max((len(word) for word in self.title.replace("-", "- ").split()), default=0)
        return max(self.width, math.ceil(longest * _BOLD) + 2)


@dataclass(frozen=True)
class PageChart:
    """Columns over the first `count` rows: `labels` and the values `first` to `last` by number of column."""

    title: str
    labels: int
    first: int
    last: int
    count: int
    stacked: bool = False


@dataclass(frozen=True)
class FormulaPage:
    """A sheet. `title`: its name, at most 31 characters; `about`: one line under its heading.

    `rows`: made when they are written. `charts`: below the rows, side by side. `pages_wide`: that the columns
    are printed on, the frozen ones on each of them.
    """

    title: str
    about: str
    columns: Sequence[PageColumn]
    rows: Callable[[], Iterator[Sequence[Cell]]]
    count: int
    heading: str = ""
    frozen_columns: int = 2
    filtered: bool = True
    pages_wide: int = 1
    charts: Sequence[PageChart] = ()


@dataclass(frozen=True)
class PageHead:
    """What stands on every sheet. `year`: the fiscal year in words."""

    company: str
    year: str
    day: date


def day_number(day: date) -> int:
    """A day as spreadsheet programs count them."""
    return (day - _DAY_ZERO).days


def column_letter(number: int) -> str:
    """1 is A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_formula_workbook(
    path: Path,
    pages: Sequence[FormulaPage],
    head: PageHead,
    names: Mapping[str, str],
    progress: Progress | None = None,
) -> None:
    """Write `pages` to `path`; an existing file is replaced. `names`: of cells, with their addresses.

    RefusedFile if the file cannot be written; it then stays as it was.
    """
    book, styles = _laid_out(pages, head, names)
    empty = BytesIO()
    book.save(empty)
    total = sum(page.count for page in pages)
    done = 0

    def written(page_done: int) -> None:
        if progress:
            progress(min(done + page_done, total), total)

    with written_aside(path) as aside, ZipFile(empty) as parts, ZipFile(aside, "w", ZIP_DEFLATED) as archive:
        for info in parts.infolist():
            found = _SHEET.fullmatch(info.filename)
            if found is None:
                archive.writestr(info.filename, parts.read(info))
                continue
            page = pages[int(found[1]) - 1]
            rows = _rows_of(page, head, styles, written)
            content = _with_rows(parts.read(info), "".join(rows).encode(), page)
            archive.writestr(info.filename, content)
            done += page.count
    if progress:
        progress(total, total)


def _laid_out(pages: Sequence[FormulaPage], head: PageHead, names: Mapping[str, str]) -> tuple[Any, "Styles"]:
    """The workbook with empty sheets, and the numbers of its styles."""
    from openpyxl import Workbook  # 0.3 s: only who exports pays for it
    from openpyxl.workbook.defined_name import DefinedName

    book = Workbook()
    book.properties.creator = "VirtualCIO"
    book.properties.title = plain_text(head.company)
    book.remove(book.worksheets[0])
    for page in pages:
        _set_up(book.create_sheet(page.title), page, head)
    for name, address in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=address)
    book.calculation.fullCalcOnLoad = True
    return book, Styles(book.worksheets[0])


def _set_up(sheet: Any, page: FormulaPage, head: PageHead) -> None:
    for number, column in enumerate(page.columns, start=1):
        sheet.column_dimensions[column_letter(number)].width = column.room
    last = column_letter(max(len(page.columns), 1))
    sheet.freeze_panes = f"{column_letter(page.frozen_columns + 1)}{FIRST_ROW}"
    if page.filtered and page.count:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + page.count}"
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    if page.pages_wide > 1:
        sheet.print_title_cols = f"A:{column_letter(page.frozen_columns)}"
    sheet.page_setup.fitToWidth = page.pages_wide
    sheet.page_setup.fitToHeight = 1 if page.charts else 0  # 0: as many pages down as it takes
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.5, 0.7, 0.3
    sheet.sheet_view.showGridLines = False
    footer = sheet.oddFooter
    footer.left.text, footer.right.text = _printed(head.company), "&P / &N"
    footer.center.text = _printed(page.title)
    for number, chart in enumerate(page.charts):
        sheet.add_chart(_chart(sheet, chart), f"{'AEIM'[number]}{FIRST_ROW + page.count + 2}")


def _chart(sheet: Any, wanted: PageChart) -> Any:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type, chart.title, chart.height, chart.width = "col", wanted.title, 8.5, 22
    if wanted.stacked:
        chart.grouping, chart.overlap = "stacked", 100
    last = HEAD_ROW + wanted.count
    values = Reference(sheet, min_col=wanted.first, max_col=wanted.last, min_row=HEAD_ROW, max_row=last)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=wanted.labels, min_row=FIRST_ROW, max_row=last))
    for series, colour in zip(chart.series, _SERIES, strict=False):
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = colour
    chart.x_axis.delete = chart.y_axis.delete = False  # else Excel hides both
    chart.y_axis.number_format = "#,##0"
    chart.legend.position = "b"
    return chart


def _printed(text: str) -> str:
    """In footers & starts a code, so one that is meant is written twice."""
    return plain_text(text)[:80].replace("&", "&&")


def _rows_of(
    page: FormulaPage, head: PageHead, styles: Styles, written: Callable[[int], None]
) -> Iterator[str]:
    letters = [column_letter(number) for number in range(1, len(page.columns) + 1)]
    above: list[Sequence[Cell]] = [
        [(Look.TITLE, page.heading or page.title)],
        [(Look.SUBTITLE, f"{head.company} · {head.year} · {formats.day(head.day)}")],
        [(Look.SUBTITLE, page.about)],
        [],
        [(Look.HEAD, column.title) for column in page.columns],
    ]
    widths = [column.room for column in page.columns]
    wrapped = [number for number, column in enumerate(page.columns) if column.look is Look.LONG]
    for number, row in enumerate(above, start=1):
        lines = _lines(row, widths, range(len(widths))) if number == HEAD_ROW else 1
        yield _row(number, row, letters, styles, lines)
    for place, row in enumerate(page.rows()):
        lines = _lines(row, widths, wrapped) if wrapped else 1
        yield _row(FIRST_ROW + place, row, letters, styles, lines)
        if place and not place % _ROWS_BETWEEN_PROGRESS:
            written(place)


def _lines(row: Sequence[Cell], widths: Sequence[int], wrapped: Iterable[int]) -> int:
    """How many lines the longest wrapped text of a row takes: not every program finds out by itself."""
    most = 1
    for place in wrapped:
        cell = row[place] if place < len(row) else None
        if cell is not None and isinstance(cell[1], str) and cell[0] in (Look.LONG, Look.HEAD):
            room = max(widths[place] - 2, 4)
            needed = sum(len(line) // room + 1 for line in cell[1].splitlines())
            most = max(most, min(needed, _MOST_LINES))
    return most


def _row(number: int, row: Sequence[Cell], letters: Sequence[str], styles: Styles, lines: int = 1) -> str:
    plain = styles.plain
    height = f' ht="{lines * _LINE_HEIGHT}" customHeight="1"' if lines > 1 else ""
    parts = [f'<row r="{number}"{height}>']
    for letter, cell in zip(letters, row, strict=False):
        if cell is None:
            continue
        look, value = cell
        if isinstance(value, Formula):
            formula, found = value
            kind = ' t="str"' if isinstance(found, str) else ""
            shown = _escaped(found) if isinstance(found, str) else found
            parts.append(
                f'<c r="{letter}{number}" s="{plain[look]}"{kind}><f>{escape(formula)}</f><v>{shown}</v></c>'
            )
        elif value is None:
            parts.append(f'<c r="{letter}{number}" s="{plain[look]}"/>')
        elif isinstance(value, str):
            style = (styles.quoted if value.startswith(STARTS_A_FORMULA) else plain)[look]
            parts.append(
                f'<c r="{letter}{number}" s="{style}" t="inlineStr">'
                f'<is><t xml:space="preserve">{_escaped(value)}</t></is></c>'
            )
        else:
            shown = day_number(value) if isinstance(value, date) else value
            parts.append(f'<c r="{letter}{number}" s="{plain[look]}"><v>{shown}</v></c>')
    parts.append("</row>")
    return "".join(parts)


def _escaped(text: str) -> str:
    return escape(plain_text(text))


def _with_rows(sheet: bytes, rows: bytes, page: FormulaPage) -> bytes:
    """openpyxl's sheet without rows, filled."""
    last = f"{column_letter(max(len(page.columns), 1))}{HEAD_ROW + page.count}"
    extent = f'<dimension ref="A1:{last}"/>'.encode()
    filled, count = _NO_ROWS.subn(lambda _found: b"<sheetData>" + rows + b"</sheetData>", sheet, count=1)
    if count != 1:
        raise AssertionError("openpyxl wrote a sheet that is not empty")
    return _NO_EXTENT.sub(lambda _found: extent, filled, count=1)
