"""The sheet of what has left: how a group is split to the cent, and what each disposal brought."""

from collections.abc import Iterator, Sequence
from functools import partial

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.roadmap.spread import amount_of, units
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import Cell, Formula, FormulaPage, PageColumn
from virtualcio.exchange.tax_amounts import Operands, amount_formula, by_month, months_formula
from virtualcio.exchange.tax_layout import (
    BASIS,
    COURSES,
    DISPOSAL_MONTH,
    FIRST_MONTH,
    LEFT,
    Layout,
    LeftRow,
    Placed,
    ref,
)
from virtualcio.exchange.tax_parts import TaxWords
from virtualcio.texts import _


def left_page(layout: Layout) -> FormulaPage:
    """Every disposal of things of the register, in both books."""
    return FormulaPage(
        _(LEFT),
        _("What was sold or given up: its share of the group, depreciation until then, gain or loss."),
        (
            PageColumn(_("No."), Look.TEXT, 10),
            PageColumn(_("Thing"), Look.TEXT, 28),
            PageColumn(_("Book"), Look.TEXT, 12),
            PageColumn(_("Fiscal year"), Look.YEAR, 8),
            PageColumn(_("Left on"), Look.DATE, 12),
            PageColumn(_("Reason"), Look.TEXT, 14),
            PageColumn(_("Pieces"), Look.NUMBER, 8),
            PageColumn(_("Pieces so far this year"), Look.NUMBER, 9),
            PageColumn(_("Months of the year"), Look.NUMBER, 9),
            PageColumn(_("Share of the cost"), Look.MONEY, 13),
            PageColumn(_("Share of the book value at start"), Look.MONEY, 13),
            PageColumn(_("Share of the base"), Look.MONEY, 13),
            PageColumn(_("Share of the value to keep"), Look.MONEY, 10),
            PageColumn(_("Depreciation until then"), Look.MONEY, 13),
            PageColumn(_("Book value when it left"), Look.MONEY, 13),
            PageColumn(_("Depreciated in all"), Look.MONEY, 13),
            PageColumn(_("Proceeds, net"), Look.MONEY, 13),
            PageColumn(_("Gain or loss"), Look.MONEY, 13),
            PageColumn(_("Book value by the program"), Look.MONEY, 13),
            PageColumn(_("Deviation"), Look.CHECK, 10),
        ),
        partial(_rows, layout),
        layout.left_count,
    )


def _rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    so_far, last = 0, None
    for placed, year, one in layout.left_rows:
        now = (placed.book, placed.thing.key, year)
        so_far = one.leaving.disposal.pieces + (so_far if now == last else 0)
        yield _row(layout.workbook.words, placed, year, one, so_far, first=now != last)
        last = now


def _row(
    words: TaxWords, placed: Placed, year: int, one: LeftRow, so_far: int, *, first: bool
) -> Sequence[Cell]:
    row, leaving = one.row, one.leaving
    disposal = leaving.disposal
    accumulated = amount_of(leaving.cost - leaving.book)
    book, proceeds = amount_of(leaving.book), amount_of(units(disposal.proceeds))
    split: tuple[Cell, ...] = (None,) * 6
    if placed.stays_whole:
        accumulated, book = ZERO, ZERO
    else:
        split = _split(placed, year, one)
    return (
        (Look.TEXT, placed.thing.number),
        (Look.TEXT, placed.thing.name),
        (Look.TEXT, words.books[placed.book]),
        (Look.YEAR, year),
        (Look.INPUT_DATE, disposal.day),
        (Look.TEXT, words.reasons[disposal.reason]),
        (Look.INPUT_NUMBER, disposal.pieces),
        (Look.NUMBER, Formula(f"G{row}" if first else f"H{row - 1}+G{row}", so_far)),
        *split,
        (Look.MONEY, Formula(f"ROUND(K{row}-N{row},2)", book)),
        (Look.MONEY, Formula(f"ROUND(J{row}-O{row},2)", accumulated)),
        (Look.INPUT_MONEY, proceeds),
        (Look.MONEY, Formula(f"ROUND(Q{row}-O{row},2)", proceeds - book)),
        (Look.MONEY, book),
        (Look.CHECK, Formula(f"ROUND(ABS(O{row}-S{row}),2)", ZERO)),
    )


def _split(placed: Placed, year: int, one: LeftRow) -> tuple[Cell, ...]:
    """Months, shares of cost, book value, base and value to keep, and the depreciation until then."""
    row, part = one.row, one.leaving.part
    course, at = placed.way.way.course, placed.row_of(year)
    sheet, basis = ref(COURSES[placed.book], ""), ref(BASIS, "")
    start_book = f"{sheet}J{at}" if year != placed.first_year else f"{basis}$K${placed.basis_row}"
    months: Cell = None
    base: Cell = None
    keep: Cell = None
    if course.start.keep:
        keep = Look.MONEY, Formula(_share(f"{sheet}N{at}", f"{sheet}E{at}", row), amount_of(part.keep))
    amount = "0"
    if by_month(placed):
        start = f"{basis}$F${placed.basis_row}"
        begun = f"MAX(12*D{row}+{_(FIRST_MONTH)}-1,12*YEAR({start})+MONTH({start})-1)"
        used = f"12*YEAR(E{row})+MONTH(E{row})-1+{_(DISPOSAL_MONTH)}-{begun}"
        months = Look.NUMBER, Formula(months_formula(placed, used, f"{sheet}F{at}"), one.leaving.months)
        if not course.endless:
            base = Look.MONEY, Formula(_share(f"{sheet}K{at}", f"{sheet}E{at}", row), amount_of(part.base))
        cells = Operands(
            f"K{row}", f"L{row}", f"M{row}" if course.start.keep else "0", f"I{row}",
            f"{sheet}F{at}", f"{sheet}L{at}", f"{sheet}M{at}",
        )  # fmt: skip
        amount = amount_formula(placed, cells, basis)
    elif course.at_once and year == placed.first_year:
        amount = f"MAX(0,K{row}-M{row})"
    whole_cost = f"({sheet}H{at}+{sheet}I{at})"
    return (
        months,
        (Look.MONEY, Formula(_share(whole_cost, f"{sheet}E{at}", row), amount_of(part.cost))),
        (Look.MONEY, Formula(_share(start_book, f"{sheet}E{at}", row), amount_of(part.book))),
        base,
        keep,
        (Look.MONEY, Formula(amount, amount_of(one.leaving.amount))),
    )


def _share(whole: str, pieces: str, row: int) -> str:
    """Rounded sums from the first piece on, so that the shares add up to the whole."""
    cents = f"ROUND(100*{whole},0)"
    return f"ROUND((ROUND({cents}*H{row}/{pieces},0)-ROUND({cents}*(H{row}-G{row})/{pieces},0))/100,2)"
