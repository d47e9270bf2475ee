"""The register of assets, and the basis: what every formula of the workbook goes back to."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.pool import POOL_YEARS
from virtualcio.analysis.roadmap.month_numbers import first_day, month_number
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import (
    FIRST_ROW,
    Cell,
    Formula,
    FormulaPage,
    PageColumn,
    day_number,
)
from virtualcio.exchange.tax_layout import BASIS, COURSES, LEFT, REGISTER, Layout, Placed, ref
from virtualcio.texts import _

_SUMMED = "NOQTUVWX"  # columns of the register with a sum below


def basis_page(layout: Layout) -> FormulaPage:
    """Cost, start, life, method and rate of each thing in each book: blue is what may be changed."""
    return FormulaPage(
        _(BASIS),
        _("What the formulas go by. Change a blue figure, and everything is reckoned anew."),
        (
            PageColumn(_("No."), Look.TEXT, 10),
            PageColumn(_("Thing"), Look.TEXT, 30),
            PageColumn(_("Book"), Look.TEXT, 14),
            PageColumn(_("Method"), Look.TEXT, 22),
            PageColumn(_("Bought on"), Look.DATE, 12),
            PageColumn(_("Depreciated from"), Look.DATE, 12),
            PageColumn(_("Cost, net"), Look.MONEY, 14),
            PageColumn(_("Pieces"), Look.NUMBER, 8),
            PageColumn(_("Useful life in months"), Look.NUMBER, 10),
            PageColumn(_("Rate in % a year"), Look.RATE, 10),
            PageColumn(_("Book value to begin with"), Look.MONEY, 14),
            PageColumn(_("Months to begin with"), Look.NUMBER, 10),
            PageColumn(_("Value to keep"), Look.MONEY, 10),
            PageColumn(_("First fiscal year"), Look.YEAR, 10),
        ),
        partial(_basis_rows, layout),
        2 * len(layout.things),
    )


def _basis_rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    for book in Book:
        for placed in layout.placed[book]:
            yield _basis_row(layout, placed)


def _basis_row(layout: Layout, placed: Placed) -> Sequence[Cell]:
    row, words = placed.basis_row, layout.workbook.words
    terms, course = placed.way.way.terms, placed.way.way.course
    cost, book = amount_of(course.start.cost), amount_of(course.start.book)
    life, months = _life(placed), course.span
    if placed.method is Method.POOL:
        months = life if terms.taken_over is None else min(terms.taken_over.months_left, life)
    taken_over = terms.taken_over is not None
    begin: Cell = (Look.INPUT_MONEY, book) if taken_over else (Look.MONEY, Formula(f"G{row}", book))
    left: Cell = (Look.INPUT_NUMBER, months) if taken_over else (Look.NUMBER, Formula(f"I{row}", months))
    if not life:
        left = None
    keep = amount_of(course.start.keep)
    return (
        (Look.TEXT, placed.thing.number),
        (Look.TEXT, placed.thing.name),
        (Look.TEXT, words.books[placed.book]),
        (Look.TEXT, words.methods[placed.method]),
        (Look.DATE, terms.item.bought),
        (Look.INPUT_DATE, _begins(placed)),
        (Look.INPUT_MONEY, cost),
        (Look.INPUT_NUMBER, course.start.pieces),
        (Look.INPUT_NUMBER, life) if life else None,
        (Look.INPUT_RATE, terms.percent) if terms.percent is not None else None,
        begin,
        left,
        (Look.MONEY, Formula(f"MIN(1,K{row})", keep)) if keep else None,
        (Look.YEAR, placed.first_year),
    )


def _life(placed: Placed) -> int:
    """Months; 0 where the method needs none."""
    course = placed.way.way.course
    if placed.method is Method.POOL:
        return POOL_YEARS * 12
    return (
        0
        if placed.method is Method.NONE or course.at_once or course.endless
        else placed.way.way.terms.life_months
    )


def _begins(placed: Placed) -> date:
    """A day in the month in which depreciation starts: the one that says so, where there is one."""
    terms, first = placed.way.way.terms, placed.way.way.course.first
    item, older = terms.item, terms.taken_over
    days = (older.day if older is not None else None, item.in_use, item.bought)
    return next((day for day in days if day is not None and month_number(day) == first), first_day(first))


def register_page(layout: Layout) -> FormulaPage:
    """The 31 columns of an asset register, by the tax book, and the account of the depreciation."""
    return FormulaPage(
        _(REGISTER),
        _("Tax book. Amounts of the fiscal year come from the sheets of the course."),
        (
            PageColumn(_("Inventory number"), Look.TEXT, 12),
            PageColumn(_("Thing"), Look.TEXT, 30),
            PageColumn(_("Asset account"), Look.TEXT, 9),
            PageColumn(_("Group"), Look.TEXT, 24),
            PageColumn(_("Bought on"), Look.DATE, 11),
            PageColumn(_("Depreciated from"), Look.DATE, 11),
            PageColumn(_("Supplier"), Look.TEXT, 20),
            PageColumn(_("Invoice number"), Look.TEXT, 14),
            PageColumn(_("Cost, net"), Look.MONEY, 13),
            PageColumn(_("Later cost"), Look.MONEY, 11),
            PageColumn(_("Useful life in months"), Look.NUMBER, 9),
            PageColumn(_("Method"), Look.TEXT, 20),
            PageColumn(_("Rate in % a year"), Look.RATE, 9),
            PageColumn(_("Book value at start"), Look.MONEY, 13),
            PageColumn(_("Addition"), Look.MONEY, 13),
            PageColumn(_("Transfer"), Look.MONEY, 11),
            PageColumn(_("Disposal at cost"), Look.MONEY, 13),
            PageColumn(_("Left on"), Look.DATE, 11),
            PageColumn(_("Reason"), Look.TEXT, 13),
            PageColumn(_("Proceeds, net"), Look.MONEY, 12),
            PageColumn(_("Depreciation of the year"), Look.MONEY, 13),
            PageColumn(_("Depreciated in all"), Look.MONEY, 13),
            PageColumn(_("Book value at end"), Look.MONEY, 13),
            PageColumn(_("Gain or loss"), Look.MONEY, 12),
            PageColumn(_("Special depreciation"), Look.MONEY, 12),
            PageColumn(_("Book value by commercial law, if it differs"), Look.MONEY, 13),
            PageColumn(_("Cost centre"), Look.TEXT, 12),
            PageColumn(_("Site"), Look.TEXT, 16),
            PageColumn(_("Serial number"), Look.TEXT, 16),
            PageColumn(_("Year of the pool"), Look.YEAR, 9),
            PageColumn(_("Remark"), Look.TEXT, 30),
            PageColumn(_("Depreciation account"), Look.TEXT, 9),
        ),
        partial(_register_rows, layout),
        len(layout.things) + 1 if layout.things else 0,
        pages_wide=3,
    )


def _register_rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    sums = dict.fromkeys(_SUMMED, ZERO)
    for number, (placed, other) in enumerate(
        zip(layout.placed[Book.TAX], layout.placed[Book.COMMERCIAL], strict=True), start=FIRST_ROW
    ):
        cells = _register_row(layout, placed, other)
        for column in _SUMMED:
            cell = cells[ord(column) - 65]
            if cell is not None and isinstance(cell[1], Formula) and isinstance(cell[1].value, Decimal):
                sums[column] += cell[1].value
        yield cells
        last = number
    if layout.things:
        totals: list[Cell] = [(Look.SUM_TEXT, None)] * 32
        totals[0] = Look.SUM_TEXT, _("Total")
        for column, amount in sums.items():
            totals[ord(column) - 65] = Look.SUM, Formula(f"SUM({column}{FIRST_ROW}:{column}{last})", amount)
        yield totals


def _register_row(layout: Layout, placed: Placed, other: Placed) -> Sequence[Cell]:
    thing, year, words = placed.thing, layout.workbook.year, layout.workbook.words
    basis, at = ref(BASIS, ""), placed.basis_row
    terms = placed.way.way.terms
    moved = placed.way.movement
    amounts = placed.way.schedule.year(year)
    rate = (amounts or placed.way.schedule.years[-1]).rate
    course, row = ref(COURSES[Book.TAX], ""), placed.row_of(year)

    def of_course(column: str, value: Decimal) -> Cell:
        return None if row is None else (Look.MONEY, Formula(f"{course}{column}{row}", value))

    left = placed.left.get(year, ())
    sold: Sequence[Cell] = (None,) * 4
    if left:
        sheet, span = ref(LEFT, ""), (left[0].row, left[-1].row)
        proceeds = total(one.leaving.disposal.proceeds for one in left)
        gain = amounts.gain if amounts is not None else ZERO
        sold = (
            (Look.DATE, left[-1].leaving.disposal.day),
            (Look.TEXT, words.reasons[left[-1].leaving.disposal.reason]),
            (Look.MONEY, Formula(f"SUM({sheet}Q{span[0]}:Q{span[1]})", proceeds)),
            (Look.MONEY, Formula(f"SUM({sheet}R{span[0]}:R{span[1]})", gain)),
        )
    return (
        (Look.TEXT, thing.number),
        (Look.TEXT, thing.name),
        (Look.TEXT, thing.account),
        (Look.TEXT, thing.group),
        (Look.DATE, terms.item.bought),
        (Look.DATE, Formula(f"{basis}F{at}", day_number(_begins(placed)))),
        (Look.TEXT, thing.supplier),
        (Look.TEXT, thing.invoice),
        (Look.MONEY, Formula(f"{basis}G{at}", placed.way.schedule.cost)),
        None,
        (Look.NUMBER, Formula(f"{basis}I{at}", _life(placed))) if _life(placed) else None,
        (Look.TEXT, words.methods[placed.method]),
        (Look.RATE, rate),
        of_course("J", moved.book_value_start),
        of_course("I", moved.additions),
        None,
        of_course("R", moved.disposals),
        *sold[:3],
        of_course("Q", moved.depreciation),
        None if row is None else (
            Look.MONEY, Formula(f"ROUND({course}T{row}-{course}U{row},2)", moved.depreciation_end),
        ),
        of_course("U", moved.book_value_end),
        sold[3],
        None,
        _commercial(placed, other, year),
        (Look.TEXT, thing.cost_centre),
        (Look.TEXT, thing.site),
        (Look.TEXT, thing.serial_number),
        (Look.YEAR, placed.first_year) if placed.method is Method.POOL else None,
        (Look.TEXT, thing.note),
        (Look.TEXT, thing.depreciation_account),
    )  # fmt: skip


def _commercial(placed: Placed, other: Placed, year: int) -> Cell:
    value, row = other.way.movement.book_value_end, other.row_of(year)
    if row is None or value == placed.way.movement.book_value_end:
        return None
    return Look.MONEY, Formula(ref(COURSES[Book.COMMERCIAL], f"U{row}"), value)
