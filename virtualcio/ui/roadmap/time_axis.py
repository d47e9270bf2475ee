"""The time axis that plan and load share: months as px, px as months, and what stands above them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio import formats
from virtualcio.analysis.calendar_days import add_months, days_in_month, months_between


class TimeScale(StrEnum):
    """How much is seen at once."""

    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"


_SEEN = {TimeScale.MONTHS: 12, TimeScale.QUARTERS: 24, TimeScale.YEARS: 48}  # months that fill the place
_LEAST = {TimeScale.MONTHS: 44.0, TimeScale.QUARTERS: 22.0, TimeScale.YEARS: 9.0}  # px of a month
_STEP = {TimeScale.MONTHS: 1, TimeScale.QUARTERS: 3, TimeScale.YEARS: 12}
_SHORT_MONTH = 64.0  # px: a narrower month is called by three letters, the first of a year by the year


@dataclass(frozen=True)
class Tick:
    """A span of the header with its words; `even` ones get a ground of their own."""

    left: float
    width: float
    text: str
    even: bool


@dataclass(frozen=True)
class TimeAxis:
    """`first` is the first of a quarter, `month` the width of a month in px. x is 0 at `first`."""

    first: date
    months: int
    month: float
    scale: TimeScale

    @property
    def width(self) -> float:
        return self.months * self.month

    def x(self, day: date) -> float:
        """Where a day begins."""
        part = (day.day - 1) / days_in_month(day.year, day.month)
        return (months_between(self.first, day) + part) * self.month

    def end_x(self, day: date) -> float:
        """Where a day ends."""
        part = day.day / days_in_month(day.year, day.month)
        return (months_between(self.first, day) + part) * self.month

    def month_at(self, x: float) -> date:
        """The first day of the month at a place."""
        return add_months(self.first, int(x // self.month))

    def nearest(self, x: float) -> date:
        """The first day of the month that begins nearest to a place."""
        return add_months(self.first, round(x / self.month))

    def ticks(self) -> Iterator[Tick]:
        """The header from left to right."""
        step = _STEP[self.scale]
        at = 0
        while at < self.months:
            begin = add_months(self.first, at)
            length = min(step - (begin.month - 1) % step, self.months - at)
            odd = (begin.year * 12 + begin.month - 1) // step % 2
            text = self._words(begin) if length * self.month > 30 else ""
            yield Tick(at * self.month, length * self.month, text, even=not odd)
            at += length

    def _words(self, begin: date) -> str:
        if self.scale is TimeScale.YEARS:
            return str(begin.year)
        if self.scale is TimeScale.QUARTERS:
            return formats.quarter(begin)
        if self.month >= _SHORT_MONTH:
            return f"{formats.long_month(begin)[:3]} {begin.year}"
        return str(begin.year) if begin.month == 1 else formats.long_month(begin)[:3]


def axis_for(first: date, months: int, scale: TimeScale, room: float) -> TimeAxis:
    """The axis that fills `room` px with what the scale shows, and is never shorter than it."""
    seen = min(_SEEN[scale], max(months, 1))
    width = max(_LEAST[scale], room / seen)
    longer = max(months, int(-(-room // width)))
    return TimeAxis(first, longer, width, scale)
