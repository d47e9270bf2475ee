"""The years of an item in whole cents: small enough to be kept for ten thousand items in both books."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from virtualcio.analysis.depreciation.items import Method
from virtualcio.analysis.depreciation.schedule import Schedule
from virtualcio.analysis.roadmap.spread import amount_of, units

_FIELDS = (
    "opening",
    "addition",
    "depreciation",
    "disposal_cost",
    "disposal_book_value",
    "proceeds",
    "closing",
)
_WIDTH = len(_FIELDS)
# Places in the cents of a row, for who looks at ten thousand rows: amounts take ten times as long.
COST, OPENING, ADDITION, DEPRECIATION, DISPOSAL_COST, DISPOSAL_BOOK_VALUE, PROCEEDS, CLOSING = range(8)


@dataclass(frozen=True, slots=True)
class YearRow:
    """An item in one fiscal year; `cost`: of what was there at its start or came within it.

    `end`: the last fiscal year in which something is depreciated, None if nothing ever is. `cents`: its
    amounts in the order of `YearSums`; numbers, as an amount takes four times the memory.
    """

    key: str
    method: Method
    life_months: int
    end: int | None
    cents: tuple[int, ...]

    @property
    def cost(self) -> Decimal:
        return amount_of(self.cents[COST])

    @property
    def opening(self) -> Decimal:
        return amount_of(self.cents[OPENING])

    @property
    def addition(self) -> Decimal:
        return amount_of(self.cents[ADDITION])

    @property
    def depreciation(self) -> Decimal:
        return amount_of(self.cents[DEPRECIATION])

    @property
    def disposal_cost(self) -> Decimal:
        return amount_of(self.cents[DISPOSAL_COST])

    @property
    def disposal_book_value(self) -> Decimal:
        return amount_of(self.cents[DISPOSAL_BOOK_VALUE])

    @property
    def proceeds(self) -> Decimal:
        return amount_of(self.cents[PROCEEDS])

    @property
    def closing(self) -> Decimal:
        return amount_of(self.cents[CLOSING])

    @property
    def gain(self) -> Decimal:
        """What disposals of the year brought above their book value; below 0: a loss."""
        return self.proceeds - self.disposal_book_value


@dataclass(frozen=True)
class YearSums:
    """What the rows of a fiscal year add up to."""

    cost: Decimal
    opening: Decimal
    addition: Decimal
    depreciation: Decimal
    disposal_cost: Decimal
    disposal_book_value: Decimal
    proceeds: Decimal
    closing: Decimal

    @property
    def gain(self) -> Decimal:
        return self.proceeds - self.disposal_book_value


@dataclass(frozen=True)
class YearTable:
    """All items that are there in a fiscal year, named by its start, in the order of the company's things."""

    year: int
    rows: tuple[YearRow, ...]
    sums: YearSums


@dataclass(frozen=True, slots=True)
class YearCents:
    """A schedule without its words. `cents`: of each fiscal year from `first` on the amounts of `YearRow`."""

    key: str
    method: Method
    life_months: int
    cost: int
    first: int
    end: int | None
    cents: "array[int]"

    def row(self, year: int) -> YearRow | None:
        """None before it came and after it left; what is written off stays as long as it is there.

        What has no price never leaves, so that it is seen where the price is missed.
        """
        place = year - self.first
        if place < 0:
            return None
        known = min(place, len(self.cents) // _WIDTH)
        there = self.cost - sum(self.cents[_FIELDS.index("disposal_cost") : known * _WIDTH : _WIDTH])
        if place < len(self.cents) // _WIDTH:
            amounts = self.cents[place * _WIDTH : (place + 1) * _WIDTH]
        else:
            last = self.cents[-1]
            amounts = array("q", (last, 0, 0, 0, 0, 0, last))
        if self.cost and not there and not any(amounts):
            return None
        return YearRow(self.key, self.method, self.life_months, self.end, (there, *amounts))


class Years(Protocol):
    """The fiscal years of a thing in one book, however they are kept."""

    @property
    def first(self) -> int: ...

    @property
    def end(self) -> int | None: ...

    def row(self, year: int) -> YearRow | None:
        """None before it came and after it left."""
        ...


def year_cents(schedule: Schedule) -> YearCents:
    """What of a schedule the lists of fiscal years need."""
    busy = [one.fiscal_year for one in schedule.years if one.depreciation]
    return YearCents(
        key=schedule.key,
        method=schedule.method,
        life_months=schedule.life_months,
        cost=units(schedule.cost),
        first=schedule.years[0].fiscal_year,
        end=busy[-1] if busy else None,
        cents=_packed([units(getattr(one, field)) for one in schedule.years for field in _FIELDS]),
    )


def _packed(cents: list[int]) -> "array[int]":
    """In four bytes each where that is enough: up to 21 million euros."""
    return array("i" if max(map(abs, cents), default=0) < 2**31 else "q", cents)


def year_table(found: Iterable[YearRow | None], year: int) -> YearTable:
    """The rows of a fiscal year and their sums."""
    rows = tuple([row for row in found if row is not None])
    columns = zip(*[row.cents for row in rows], strict=True) if rows else [()] * (_WIDTH + 1)
    return YearTable(year, rows, YearSums(*[amount_of(sum(column)) for column in columns]))
