"""The headings of wide budget tables: 2027, Plan 2027, GJ 2026/27, Q1 2027, 01/2027, or Jan to Dez of a year
that only the title of the table names.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.calendar_days import (
    ONE_DAY,
    add_months,
    fiscal_year_of,
    fiscal_year_start,
)
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.list_period import FISCAL_YEAR, MONTH_NUMBERS, ListFacts, period_in
from virtualcio.exchange.periods import Span, period_of
from virtualcio.exchange.raw_table import RawCell

YEAR, QUARTER, MONTH = 12, 3, 1  # in months
_FISCAL_WORDS = frozenset({"gj", "geschaeftsjahr", "wj", "wirtschaftsjahr", "rechnungsjahr", "fy"})
_WORDS_BESIDE = _FISCAL_WORDS | {
    "", "plan", "planung", "planwert", "budget", "soll", "ansatz", "planansatz", "betrag", "kosten", "bedarf",
    "haushalt", "jahr", "planjahr", "in", "eur", "euro", "netto", "t", "teur", "tsd", "amount", "year",
}  # fmt: skip
_TWO_YEARS = re.compile(r"((?:19|20)\d{2})\s*[/-]\s*(\d{4}|\d{2})")
_QUARTER = re.compile(r"q ?([1-4])|([1-4])\. ?(?:quartal|quarter|qu\.?|q)")
_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d{2})(?!\d|[.,/]\d)")
_WHOLE_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Heading:
    """What one heading says. `months`: its length; `month`: the first one of a quarter or month, else 0."""

    months: int
    month: int
    year: int | None


@dataclass(frozen=True)
class Stretch:
    """The days that a column is about."""

    first: date
    months: int

    @property
    def last(self) -> date:
        return add_months(self.first, self.months) - ONE_DAY

    def within(self, other: "Stretch") -> bool:
        """A part of a longer one: the column of the longer one is a sum."""
        return self.months < other.months and other.first <= self.first and self.last <= other.last


def heading_of(cell: RawCell) -> Heading | None:
    """None if the heading is about something else, such as what was spent ("Ist 2025")."""
    if isinstance(cell.value, str):
        words = [word for word in re.split(r"[\s()\[\]:]+", cell.value) if normal(word) not in _WORDS_BESIDE]
        return _of_text(" ".join(words).casefold())
    found = period_of(cell)
    if found is None:
        return None
    if found.span is Span.DAY:  # a month in a workbook is its first day
        return Heading(MONTH, found.last.month, found.last.year) if found.last.day == 1 else None
    return Heading(YEAR, 0, found.last.year) if found.span is Span.YEAR else None


def _of_text(text: str) -> Heading | None:
    both = _TWO_YEARS.fullmatch(text)
    if both and int(both[2]) % 100 == (int(both[1]) + 1) % 100:
        return Heading(YEAR, 0, int(both[1]))
    month = MONTH_NUMBERS.get(text.rstrip("."))
    if month is not None:
        return Heading(MONTH, month, None)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return Heading(QUARTER, 3 * int(quarter[1] or quarter[2]) - 2, None)
    found = period_of(RawCell(text))
    match found.span if found is not None else None:
        case Span.YEAR:
            return Heading(YEAR, 0, found.last.year) if found is not None else None
        case Span.QUARTER:
            return Heading(QUARTER, found.last.month - 2, found.last.year) if found is not None else None
        case Span.MONTH:
            return Heading(MONTH, found.last.month, found.last.year) if found is not None else None
    return None


def year_said(facts: ListFacts) -> int | None:
    """The year of a table whose months have none: as answered, else from its titles, sheet or file name.

    A whole date there says when the table was written, not what it is about.
    """
    if facts.answer:
        answered = period_in(facts.answer, facts.start_month)
        return None if answered is None else answered.first.year
    for title in facts.titles:
        fiscal = FISCAL_YEAR.search(title)
        found = fiscal or _YEAR.search(_WHOLE_DAY.sub(" ", title))
        if found:
            return int(found[1])
    return None


def stretches(
    headings: Mapping[int, Heading], year: int | None, start_month: int
) -> dict[int, Stretch] | None:
    """Index of the column → its days; None if months have no year. A year is a fiscal year.

    Months without a year follow each other: behind December (or the fourth quarter) the next year begins.
    They are those of the calendar year if they run from January on past the start of the fiscal year.
    """
    undated = [one.month for one in headings.values() if one.year is None]
    known = year or next((one.year for one in headings.values() if one.year is not None), None)
    if undated and known is None:
        return None
    count = _first_year(undated, known, start_month) if known is not None else 0
    found: dict[int, Stretch] = {}
    before = 0
    for index, one in headings.items():
        if one.year is not None:
            first = date(one.year, one.month, 1) if one.month else fiscal_year_start(one.year, start_month)
        else:
            count += one.month < before
            before = one.month
            first = date(count, one.month, 1)
        found[index] = Stretch(first, one.months)
    return found


def _first_year(months: Sequence[int], year: int, start_month: int) -> int:
    if not months:
        return year
    in_order = list(months) == sorted(months)
    calendar_year = in_order and months[0] < start_month <= months[-1]
    return year if calendar_year or months[0] >= start_month else year + 1


def year_label(day: date, start_month: int) -> str:
    """The fiscal year of a day: 2027, or 2026/27 where it does not begin in January."""
    year = fiscal_year_of(day, start_month)
    return str(year) if start_month == 1 else f"{year}/{(year + 1) % 100:02d}"
