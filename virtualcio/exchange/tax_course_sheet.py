"""The sheets of the course: one row per thing and fiscal year, each figure a formula on the row before."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.walk import Year
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import Cell, Formula, FormulaPage, PageColumn
from virtualcio.exchange.tax_amounts import (
    Operands,
    amount_formula,
    by_month,
    months_formula,
    pool_formula,
)
from virtualcio.exchange.tax_layout import BASIS, COURSES, FIRST_MONTH, LEFT, Layout, Placed, ref
from virtualcio.texts import _, mark

_ABOUT = {
    Book.TAX: mark("For the tax office: one row per thing and fiscal year, reckoned from the sheet “Basis”."),
    Book.COMMERCIAL: mark("By commercial law: one row per thing and fiscal year, reckoned from “Basis”."),
}


def course_page(layout: Layout, book: Book) -> FormulaPage:
    """All fiscal years of the things of one book."""
    return FormulaPage(
        _(COURSES[book]),
        _(_ABOUT[book]),
        (
            PageColumn(_("No."), Look.TEXT, 10),
            PageColumn(_("Thing"), Look.TEXT, 28),
            PageColumn(_("Group"), Look.TEXT, 20),
            PageColumn(_("Fiscal year"), Look.YEAR, 8),
            PageColumn(_("Pieces"), Look.NUMBER, 8),
            PageColumn(_("Months to go"), Look.NUMBER, 9),
            PageColumn(_("Months of the year"), Look.NUMBER, 9),
            PageColumn(_("Cost at start"), Look.MONEY, 13),
            PageColumn(_("Addition"), Look.MONEY, 13),
            PageColumn(_("Book value at start"), Look.MONEY, 13),
            PageColumn(_("Base of the straight line"), Look.MONEY, 13),
            PageColumn(_("Months of the base"), Look.NUMBER, 9),
            PageColumn(_("Straight-line (1)"), Look.NUMBER, 9),
            PageColumn(_("Value to keep"), Look.MONEY, 9),
            PageColumn(_("Depreciation of what stays"), Look.MONEY, 13),
            PageColumn(_("Depreciation of what left"), Look.MONEY, 13),
            PageColumn(_("Depreciation of the year"), Look.MONEY, 13),
            PageColumn(_("Disposal at cost"), Look.MONEY, 13),
            PageColumn(_("Disposal at book value"), Look.MONEY, 13),
            PageColumn(_("Cost at end"), Look.MONEY, 13),
            PageColumn(_("Book value at end"), Look.MONEY, 13),
            PageColumn(_("Depreciation by the program"), Look.MONEY, 13),
            PageColumn(_("Book value by the program"), Look.MONEY, 13),
            PageColumn(_("Deviation"), Look.CHECK, 10),
        ),
        partial(_rows, layout, book),
        sum(len(placed.years) for placed in layout.placed[book]),
        pages_wide=2,
    )


def _rows(layout: Layout, book: Book) -> Iterator[Sequence[Cell]]:
    for placed in layout.placed[book]:
        yield from _Course(placed).rows()


class _Course:
    """The rows of one thing. Letters of columns are those of `course_page`."""

    def __init__(self, placed: Placed) -> None:
        self._placed = placed
        self._course = placed.way.way.course
        self._schedule = placed.way.schedule
        self._basis = ref(BASIS, "")
        self._left_sheet = ref(LEFT, "")
        self._month = _(FIRST_MONTH)
        self._months = by_month(placed)
        self._cost = ZERO  # at the end of the year before
        self._book = ZERO
        self._pieces = self._course.start.pieces

    def rows(self) -> Iterator[Sequence[Cell]]:
        for place, year in enumerate(self._placed.years):
            yield self._row(self._placed.first_row + place, place, year)

    def _in_basis(self, column: str) -> str:
        return f"{self._basis}${column}${self._placed.basis_row}"

    def _row(self, row: int, place: int, year: Year | None) -> Sequence[Cell]:
        placed, thing = self._placed, self._placed.thing
        amounts = self._schedule.year(placed.first_year + place)
        added = amounts.addition if amounts is not None else ZERO
        cost_start = (self._schedule.cost - added) if not place else self._cost
        book_start = amounts.opening if amounts is not None else self._book
        gone_cost, gone_book = ZERO, ZERO
        if placed.stays_whole:
            leaves = bool(cost_start + added) and amounts is not None and not amounts.closing
            gone_cost = cost_start + added if leaves else ZERO
        elif amounts is not None:
            gone_cost, gone_book = amounts.disposal_cost, amounts.disposal_book_value
        worn = amounts.depreciation if amounts is not None else ZERO
        self._cost = cost_start + added - gone_cost
        self._book = amounts.closing if amounts is not None else self._book
        state = self._state(row, place, year)
        cells: list[Cell] = [
            (Look.TEXT, thing.number),
            (Look.TEXT, thing.name),
            (Look.TEXT, thing.group),
            (Look.YEAR, self._year(row, place)),
            (Look.NUMBER, self._pieces_of(row, place, year)),
            state[0],
            state[1],
            (Look.MONEY, self._cost_start(row, place, cost_start)),
            (Look.MONEY, Formula(self._in_basis("G"), added)) if added else None,
            (Look.MONEY, self._book_start(row, place, book_start)),
            *state[2:],
            *self._worn(row, place, year),
            (Look.MONEY, self._depreciation(row, place, year, worn)),
            self._gone(row, year, "J", gone_cost),
            self._gone(row, year, "O", gone_book),
            (Look.MONEY, Formula(f"ROUND(H{row}+I{row}-R{row},2)", self._cost)),
            (Look.MONEY, Formula(f"ROUND(J{row}+I{row}-Q{row}-S{row},2)", self._book)),
            (Look.MONEY, worn),
            (Look.MONEY, self._book),
            (Look.CHECK, Formula(f"ROUND(ABS(Q{row}-V{row})+ABS(U{row}-W{row}),2)", ZERO)),
        ]
        if year is not None:
            self._pieces -= sum(one.disposal.pieces for one in year.leaving)
        return cells

    def _year(self, row: int, place: int) -> Formula:
        year = self._placed.first_year + place
        return Formula(f"D{row - 1}+1" if place else self._in_basis("N"), year)

    def _pieces_of(self, row: int, place: int, year: Year | None) -> Formula:
        if not place:
            return Formula(self._in_basis("H"), self._pieces)
        gone = self._gone_before(place, "G")
        return Formula(f"E{row - 1}{gone}", self._pieces)

    def _gone_before(self, place: int, column: str) -> str:
        """'-SUM(…)' of what left in the year before, "" if nothing did."""
        left = self._placed.left.get(self._placed.first_year + place - 1)
        return f"-{self._sum_left(column, left[0].row, left[-1].row)}" if left else ""

    def _sum_left(self, column: str, first: int, last: int) -> str:
        return f"SUM({self._left_sheet}${column}${first}:${column}${last})"

    def _cost_start(self, row: int, place: int, value: Decimal) -> Formula | Decimal:
        if place:
            return Formula(f"T{row - 1}", value)
        return Formula(self._in_basis("G"), value) if value else ZERO

    def _book_start(self, row: int, place: int, value: Decimal) -> Formula | Decimal:
        if place:
            return Formula(f"U{row - 1}", value)
        return Formula(self._in_basis("K"), value) if value else ZERO

    def _state(self, row: int, place: int, year: Year | None) -> tuple[Cell, ...]:
        """Months to go and of the year, base and its months, straight-line or not, what is to keep."""
        if year is None or self._placed.method in (Method.POOL, Method.IMMEDIATE, Method.NONE):
            return (None,) * 6
        keep = self._kept(row, place, year)
        if not self._months:
            return (None, None, None, None, None, keep)
        basis, first = self._in_basis, not place
        left = Formula(basis("L") if first else f"F{row - 1}-G{row - 1}", year.left)
        start = basis("F")
        used = f"12*(D{row}-YEAR({start})+1)+{self._month}-MONTH({start})"
        months = Formula(months_formula(self._placed, used, f"F{row}"), year.full)
        if self._course.endless:
            return None, (Look.NUMBER, months), None, None, None, keep
        base = basis("K") if first else f"K{row - 1}{self._gone_before(place, 'L')}"
        span = basis("L") if first else f"L{row - 1}"
        straight: Cell = None
        if self._course.rate is not None:
            straight = (Look.NUMBER, self._straight(row, place, year))
            if not first:
                now = f"AND(M{row}=1,M{row - 1}=0)"
                base, span = f"IF({now},J{row},{base})", f"IF({now},F{row},{span})"
        return (
            (Look.NUMBER, left),
            (Look.NUMBER, months),
            (Look.MONEY, Formula(base, amount_of(year.start.base))),
            (Look.NUMBER, Formula(span, year.span)),
            straight,
            keep,
        )

    def _straight(self, row: int, place: int, year: Year) -> Formula:
        """1 from the fiscal year on in which the straight line is at least as much."""
        now = f"AND(G{row}>0,ROUND({self._in_basis('J')}*F{row},6)<=1200)"
        before = f"M{row - 1}=1," if place else ""
        return Formula(f"IF(OR({before}{now}),1,0)", int(year.straight))

    def _kept(self, row: int, place: int, year: Year) -> Cell:
        if not self._course.start.keep:
            return None
        before = f"N{row - 1}{self._gone_before(place, 'M')}" if place else self._in_basis("M")
        return Look.MONEY, Formula(before, amount_of(year.start.keep))

    def _worn(self, row: int, place: int, year: Year | None) -> tuple[Cell, Cell]:
        """Depreciation of the pieces that stay, and of those that left within the year."""
        if year is None or self._placed.method is Method.NONE:
            return None, None
        left = () if self._placed.stays_whole else self._placed.left.get(year.year, ())
        gone = sum(one.leaving.amount for one in left)
        of_gone: Cell = None
        if left:
            of_gone = Look.MONEY, Formula(self._sum_left("N", left[0].row, left[-1].row), amount_of(gone))
        stays = amount_of(year.depreciation - gone)
        return (Look.MONEY, Formula(self._stays(row, place, year), stays)), of_gone

    def _stays(self, row: int, place: int, year: Year) -> str:
        book = f"J{row}" if place else self._in_basis("K")
        if self._placed.method is Method.POOL:
            return pool_formula(
                book, self._in_basis("K"), self._in_basis("L"), f"D{row}", self._in_basis("N")
            )
        left = self._placed.left.get(year.year, ())
        if not left or self._placed.stays_whole:
            gone_book = gone_base = gone_keep = ""
        else:
            rows = left[0].row, left[-1].row
            gone_book, gone_base, gone_keep = (f"-{self._sum_left(column, *rows)}" for column in "KLM")
        keep = f"(N{row}{gone_keep})" if self._course.start.keep else "0"
        book = f"({book}{gone_book})" if gone_book else book
        if self._course.at_once:
            if place:
                return "0"
            return book if keep == "0" else f"MAX(0,{book}-{keep})"
        base = f"(K{row}{gone_base})" if gone_base else f"K{row}"
        cells = Operands(book, base, keep, f"G{row}", f"F{row}", f"L{row}", f"M{row}")
        return amount_formula(self._placed, cells, self._basis)

    def _depreciation(self, row: int, place: int, year: Year | None, worn: Decimal) -> Formula:
        earlier = self._placed.way.way.earlier
        older = ""
        if not place and earlier is not None and earlier.cents:
            older = f"+{self._in_basis('G')}-{self._in_basis('K')}"
        return Formula(f"ROUND(O{row}+P{row}{older},2)", worn)

    def _gone(self, row: int, year: Year | None, column: str, value: Decimal) -> Cell:
        if self._placed.stays_whole:
            return (Look.MONEY, Formula(f"H{row}+I{row}", value)) if value else None
        left = self._placed.left.get(year.year) if year is not None else None
        if not left:
            return None
        return Look.MONEY, Formula(self._sum_left(column, left[0].row, left[-1].row), value)
