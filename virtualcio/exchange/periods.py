"""The months, quarters, weeks and days that head columns of values: Jan 25, 01/2025, Q1 2025, KW 3 2026."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from virtualcio.analysis.calendar_days import month_end
from virtualcio.errors import RefusedValue
from virtualcio.exchange.dates import Precision, parse_date
from virtualcio.exchange.raw_table import RawCell

_YEARS = range(1990, 2101)
_QUARTER = re.compile(
    r"q ?([1-4])[ /.-]*('?\d{2}|\d{4})|([1-4])\. ?(?:quartal|quarter|qu\.?|q)[ /]*('?\d{2}|\d{4})"
)
_QUARTER_BEHIND = re.compile(r"(\d{4})[ /-]*q ?([1-4])")
_WEEK = re.compile(r"(?:kw|cw|week|woche) ?(\d{1,2})[ /.-]*(\d{4})|(\d{4})[ /-]*(?:kw|cw|w) ?(\d{1,2})")


class Span(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Period:
    """`last` is its last day: a value of the period is as of then."""

    last: date
    span: Span


def period_of(cell: RawCell) -> Period | None:
    """What a header, or a cell of a column of months, says; None if it is no period."""
    value = cell.value
    if isinstance(value, date):
        return Period(value, Span.DAY)
    if isinstance(value, int) and not isinstance(value, bool):
        return Period(date(value, 12, 31), Span.YEAR) if value in _YEARS else None
    if not isinstance(value, str):
        return None
    text = " ".join(value.casefold().split())
    return _quarter(text) or _week(text) or _day_or_month(text)


def periods_of(header: Sequence[RawCell]) -> dict[int, Period]:
    """Column index -> period. The first of a month stands for that month, unless days stand side by side."""
    found = {index: period for index, cell in enumerate(header) if (period := period_of(cell)) is not None}
    days = [one.last for one in found.values() if one.span is Span.DAY]
    months = Counter((day.year, day.month) for day in days)
    whole_months = all(day.day == 1 for day in days) and max(months.values(), default=0) == 1
    return {
        index: Period(month_end(one.last), Span.MONTH) if whole_months and one.span is Span.DAY else one
        for index, one in found.items()
    }


def _quarter(text: str) -> Period | None:
    found = _QUARTER.fullmatch(text)
    if found:
        number, year = found[1] or found[3], found[2] or found[4]
    else:
        behind = _QUARTER_BEHIND.fullmatch(text)
        if not behind:
            return None
        year, number = behind[1], behind[2]
    whole_year = int(year.lstrip("'")) + (2000 if len(year.lstrip("'")) == 2 else 0)
    return Period(month_end(date(whole_year, 3 * int(number), 1)), Span.QUARTER)


def _week(text: str) -> Period | None:
    found = _WEEK.fullmatch(text)
    if not found:
        return None
    year, week = int(found[2] or found[3]), int(found[1] or found[4])
    try:
        return Period(date.fromisocalendar(year, week, 1) + timedelta(days=6), Span.WEEK)
    except ValueError:  # there is no such week
        return None


def _day_or_month(text: str) -> Period | None:
    try:
        understood = parse_date(text)
    except RefusedValue:
        return None
    day = understood.value
    match understood.precision:
        case Precision.DAY:
            return Period(day, Span.DAY)
        case Precision.MONTH:
            return Period(month_end(day), Span.MONTH)
        case Precision.YEAR:
            return Period(date(day.year, 12, 31), Span.YEAR)
