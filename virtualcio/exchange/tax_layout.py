"""Where everything stands in the tax advisor's workbook: sheets, rows and named cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.walk import Leaving, Year
from virtualcio.exchange.formula_workbook import FIRST_ROW
from virtualcio.exchange.tax_parts import BookWay, RegisterThing, TaxWorkbook
from virtualcio.texts import _, mark

OVERVIEW = mark("Summary")
REGISTER = mark("Register of assets")
MOVEMENT = mark("Movement table")
YEARS = mark("Depreciation by year")
BASIS = mark("Basis")
COURSES = {Book.TAX: mark("Course tax"), Book.COMMERCIAL: mark("Course HGB")}
LEFT = mark("What has left")
LOW_VALUE = mark("Low value and pools")
CONTRACTS = mark("Contracts and leases")
PLANNED = mark("Planned investments")
ACCOUNTS = mark("Accounts of the year")
CHECKS = mark("Sums that must be zero")

YEARS_AHEAD = 10  # fiscal years that the sheet of years shows

# Named cells of the summary: what the formulas go by.
FISCAL_YEAR = mark("Fiscal_year")
FIRST_MONTH = mark("First_month")
CENT_UNIT = mark("Cent_unit")
DISPOSAL_MONTH = mark("Disposal_month")
HALF_YEAR = mark("Half_year_months")
ALL_CHECKS = mark("All_checks")


def ref(title: str, cell: str) -> str:
    """A cell of another sheet, given by its untranslated title."""
    return f"'{_(title)}'!{cell}"


@dataclass(frozen=True)
class LeftRow:
    """A disposal: its row, its year in the walk, and its place among those of that year."""

    row: int
    leaving: Leaving


@dataclass(frozen=True)
class Placed:
    """A thing in one book: rows of the basis and the course, and of what has left by fiscal year."""

    thing: RegisterThing
    book: Book
    basis_row: int
    first_row: int
    years: tuple[Year | None, ...]  # None: after the last one of the schedule, when nothing changes
    left: Mapping[int, tuple[LeftRow, ...]]

    @property
    def way(self) -> BookWay:
        return self.thing.books[self.book]

    @property
    def method(self) -> Method:
        return self.way.schedule.method

    @property
    def first_year(self) -> int:
        return self.way.schedule.years[0].fiscal_year

    @property
    def stays_whole(self) -> bool:
        """What leaves takes nothing with it: by custom the whole thing leaves in one fiscal year."""
        return self.method in (Method.IMMEDIATE, Method.POOL)

    def row_of(self, year: int) -> int | None:
        """Its row of the course in a fiscal year; None if it has none."""
        place = year - self.first_year
        return self.first_row + place if 0 <= place < len(self.years) else None


@dataclass(frozen=True)
class Layout:
    """All places. `last_row`: of each course, at least the first one so that ranges are never empty."""

    workbook: TaxWorkbook
    things: Sequence[RegisterThing]
    placed: Mapping[Book, Sequence[Placed]]
    last_row: Mapping[Book, int]
    left_count: int
    groups: Sequence[str]
    names: dict[str, str] = field(default_factory=dict)

    @property
    def register_last(self) -> int:
        return FIRST_ROW + max(len(self.things), 1) - 1

    @property
    def left_rows(self) -> Iterator[tuple[Placed, int, LeftRow]]:
        """Everything that left, in the order of its rows, with its fiscal year."""
        for book in Book:
            for placed in self.placed[book]:
                for year, rows in placed.left.items():
                    for one in rows:
                        yield placed, year, one

    def course_range(self, book: Book, column: str) -> str:
        """A column of a course, all things and years."""
        return ref(COURSES[book], f"${column}${FIRST_ROW}:${column}${self.last_row[book]}")

    def register_range(self, column: str) -> str:
        return ref(REGISTER, f"${column}${FIRST_ROW}:${column}${self.register_last}")


def layout(workbook: TaxWorkbook) -> Layout:
    """Things of the fiscal year only: what had left the books before stays out."""
    things = [thing for thing in workbook.things if thing.moves]
    placed: dict[Book, list[Placed]] = {}
    last: dict[Book, int] = {}
    basis_row, left_row = FIRST_ROW, FIRST_ROW
    for book in Book:
        row = FIRST_ROW
        placed[book] = []
        for thing in things:
            walked = thing.books[book].way.years
            first = walked[0].year
            empty = max(0, workbook.year - walked[-1].year)
            left: dict[int, tuple[LeftRow, ...]] = {}
            for year in walked:
                if year.leaving:
                    left[year.year] = tuple(
                        LeftRow(left_row + place, one) for place, one in enumerate(year.leaving)
                    )
                    left_row += len(year.leaving)
            years = (*walked, *(None,) * empty)
            assert first == thing.books[book].schedule.years[0].fiscal_year
            placed[book].append(Placed(thing, book, basis_row, row, years, left))
            basis_row += 1
            row += len(years)
        last[book] = max(row - 1, FIRST_ROW)
    groups = list(dict.fromkeys(thing.group for thing in things))
    return Layout(workbook, things, placed, last, left_row - FIRST_ROW, groups)
