"""The movement table of the fiscal year, and what each thing is depreciated by in the years to come."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.movement import COLUMNS, Movement, added
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import (
    FIRST_ROW,
    Cell,
    Formula,
    FormulaPage,
    PageColumn,
    column_letter,
)
from virtualcio.exchange.tax_layout import (
    COURSES,
    FISCAL_YEAR,
    MOVEMENT,
    YEARS,
    YEARS_AHEAD,
    Layout,
    Placed,
    ref,
)
from virtualcio.texts import _

# What of the course adds up to a column of the movement table: columns to add, columns to take off.
_FROM_COURSE: dict[str, tuple[str, str]] = {
    "cost_start": ("H", ""),
    "additions": ("I", ""),
    "disposals": ("R", ""),
    "cost_end": ("T", ""),
    "depreciation_start": ("H", "J"),
    "depreciation": ("Q", ""),
    "change_by_disposals": ("R", "S"),
    "depreciation_end": ("T", "U"),
    "book_value_end": ("U", ""),
    "book_value_start": ("J", ""),
}


def movement_column(name: str) -> str:
    """The letter of a column of the movement table on its sheet."""
    return column_letter(COLUMNS.index(name) + 3)


def movement_rows(layout: Layout, book: Book) -> tuple[int, int]:
    """The first row of a book on the sheet, and that of its total."""
    size = len(layout.groups) + 1
    first = FIRST_ROW if book is Book.TAX else FIRST_ROW + size + 1
    return first, first + size - 1


def movement_page(layout: Layout) -> FormulaPage:
    """§ 284 (3) HGB, per group, in both books."""
    return FormulaPage(
        _(MOVEMENT),
        _("What is expense at once comes and leaves in its year; a pool leaves with its last fifth."),
        (
            PageColumn(_("Book"), Look.TEXT, 14),
            PageColumn(_("Item"), Look.TEXT, 34),
            PageColumn(_("Cost at start"), Look.MONEY, 13),
            PageColumn(_("Additions"), Look.MONEY, 13),
            PageColumn(_("Disposals at cost"), Look.MONEY, 13),
            PageColumn(_("Transfers"), Look.MONEY, 11),
            PageColumn(_("Cost at end"), Look.MONEY, 13),
            PageColumn(_("Depreciated at start"), Look.MONEY, 13),
            PageColumn(_("Depreciation of the year"), Look.MONEY, 13),
            PageColumn(_("Change by additions"), Look.MONEY, 11),
            PageColumn(_("Change by disposals (lowers)"), Look.MONEY, 13),
            PageColumn(_("Change by transfers"), Look.MONEY, 11),
            PageColumn(_("Write-ups"), Look.MONEY, 11),
            PageColumn(_("Depreciated at end"), Look.MONEY, 13),
            PageColumn(_("Book value at end"), Look.MONEY, 13),
            PageColumn(_("Book value at start"), Look.MONEY, 13),
            PageColumn(_("Capitalised interest"), Look.MONEY, 11),
        ),
        partial(_movement_rows, layout),
        2 * len(layout.groups) + 3,
        filtered=False,
    )


def _movement_rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    for book in Book:
        name = layout.workbook.words.books[book]
        first, last = movement_rows(layout, book)
        rows = []
        for place, group in enumerate(layout.groups):
            moved = added(one.way.movement for one in layout.placed[book] if one.thing.group == group)
            rows.append(moved)
            row = first + place
            yield (
                (Look.TEXT, name),
                (Look.TEXT, group),
                *((Look.MONEY, _of_group(layout, book, column, row, moved)) for column in COLUMNS),
            )
        sums = added(rows)
        yield (
            (Look.SUM_TEXT, name),
            (Look.SUM_TEXT, _("Total")),
            *((Look.SUM, _of_total(column, first, last, sums)) for column in COLUMNS),
        )
        if book is Book.TAX:
            yield ()


def _of_group(layout: Layout, book: Book, column: str, row: int, moved: Movement) -> Formula | Decimal:
    if column not in _FROM_COURSE:
        return ZERO
    plus, minus = _FROM_COURSE[column]
    text = _sum_of(layout, book, plus, row)
    if minus:
        text = f"{text}-{_sum_of(layout, book, minus, row)}"
    return Formula(f"ROUND({text},2)", getattr(moved, column))


def _sum_of(layout: Layout, book: Book, column: str, row: int) -> str:
    groups, years = layout.course_range(book, "C"), layout.course_range(book, "D")
    return f"SUMIFS({layout.course_range(book, column)},{groups},$B{row},{years},{_(FISCAL_YEAR)})"


def _of_total(column: str, first: int, last: int, sums: Movement) -> Formula | Decimal:
    letter, value = movement_column(column), getattr(sums, column)
    return Formula(f"ROUND(SUM({letter}{first}:{letter}{last - 1}),2)", value) if last > first else ZERO


# --- by year -------------------------------------------------------------------------------------


def years_page(layout: Layout) -> FormulaPage:
    """Depreciation of each thing in this fiscal year and the next ones, in both books."""
    workbook = layout.workbook
    years = range(workbook.year, workbook.year + YEARS_AHEAD)
    return FormulaPage(
        _(YEARS),
        _("Of what stands in the register now; what will be bought later is not in it."),
        (
            PageColumn(_("No."), Look.TEXT, 10),
            PageColumn(_("Thing"), Look.TEXT, 30),
            PageColumn(_("Book"), Look.TEXT, 14),
            *(PageColumn(workbook.year_name(year), Look.MONEY, 13) for year in years),
            PageColumn(_("Total"), Look.MONEY, 14),
        ),
        partial(_years_rows, layout, years),
        2 * len(layout.things) + len(Book),
        frozen_columns=3,
    )


def _years_rows(layout: Layout, years: range) -> Iterator[Sequence[Cell]]:
    row, last = FIRST_ROW, column_letter(3 + len(years))
    for book in Book:
        sheet = ref(COURSES[book], "")
        first = row
        sums = [ZERO] * len(years)
        for placed in layout.placed[book]:
            amounts = [_worn(placed, year) for year in years]
            sums = [before + now for before, now in zip(sums, amounts, strict=True)]
            yield (
                (Look.TEXT, placed.thing.number),
                (Look.TEXT, placed.thing.name),
                (Look.TEXT, layout.workbook.words.books[book]),
                *(_of_year(placed, sheet, year, worn) for year, worn in zip(years, amounts, strict=True)),
                (Look.SUM, Formula(f"SUM(D{row}:{last}{row})", total(amounts))),
            )
            row += 1
        letters = [column_letter(4 + place) for place in range(len(years) + 1)]
        values = [*sums, total(sums)]
        yield (
            (Look.SUM_TEXT, _("Total")),
            (Look.SUM_TEXT, None),
            (Look.SUM_TEXT, layout.workbook.words.books[book]),
            *(
                (
                    Look.SUM,
                    Formula(f"SUM({letter}{first}:{letter}{row - 1})", value) if row > first else value,
                )
                for letter, value in zip(letters, values, strict=True)
            ),
        )
        row += 1


def years_total_row(layout: Layout, book: Book) -> int:
    """The row with the sums of a book."""
    size = len(layout.things)
    return FIRST_ROW + size if book is Book.TAX else FIRST_ROW + 2 * size + 1


def _worn(placed: Placed, year: int) -> Decimal:
    amounts = placed.way.schedule.year(year)
    return amounts.depreciation if amounts is not None else ZERO


def _of_year(placed: Placed, sheet: str, year: int, worn: Decimal) -> Cell:
    row = placed.row_of(year)
    return None if row is None else (Look.MONEY, Formula(f"{sheet}Q{row}", worn))
