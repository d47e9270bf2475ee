"""The fiscal years of the budget, and the columns of its tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from virtualcio.analysis.calendar_days import (
    fiscal_year_end,
    fiscal_year_of,
    fiscal_year_start,
)
from virtualcio.analysis.roadmap.month_numbers import first_day, fiscal_year, last_day, month_number

YEARS_BACK = 2  # plan years before this one: what the books say about them stands beside


class Step(StrEnum):
    """How long a column of a table is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


MONTHS_OF_STEP = {Step.YEAR: 12, Step.QUARTER: 3, Step.MONTH: 1}


@dataclass(frozen=True)
class FiscalYear:
    """Named by the calendar year in which it starts; `months` are the first days of its twelve months."""

    year: int
    first: date
    last: date

    @cached_property
    def months(self) -> tuple[date, ...]:
        number = month_number(self.first)
        return tuple(first_day(number + month) for month in range(12))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Period:
    """A column: a fiscal year, its quarter (1 to 4) or one month (its first day)."""

    year: int
    quarter: int | None
    month: date | None
    first: date
    last: date


@dataclass(frozen=True)
class PlanYears:
    """The fiscal years that the budget looks at. Months are numbers as on the roadmap."""

    years: tuple[FiscalYear, ...]
    start_month: int  # of the fiscal year, 1 to 12
    today: date

    @cached_property
    def first(self) -> int:
        """The first month."""
        return month_number(self.years[0].first)

    @cached_property
    def after(self) -> int:
        """The first month behind the last one."""
        return month_number(self.years[-1].last) + 1

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The first months of all years, and the first one after them."""
        return tuple(range(self.first, self.after + 1, 12))

    @cached_property
    def this_year(self) -> int:
        """The fiscal year of today."""
        return fiscal_year_of(self.today, self.start_month)

    def year(self, year: int) -> FiscalYear:
        """KeyError if the budget does not look at it."""
        return {one.year: one for one in self.years}[year]

    def position(self, year: int) -> int:
        """Its place among the years. KeyError if the budget does not look at it."""
        place = year - self.years[0].year
        if not 0 <= place < len(self.years):
            raise KeyError(year)
        return place

    def holds(self, day: date) -> bool:
        return self.years[0].first <= day <= self.years[-1].last


def sensible_start(month: int) -> int:
    """The month in which fiscal years start; what a file from elsewhere gets wrong counts as January."""
    return month if 1 <= month <= 12 else 1


def plan_years(today: date, start_month: int, ahead: int) -> PlanYears:
    """Two fiscal years back, this one, and `ahead` [4] more. Source: rules.md section 5."""
    start = sensible_start(start_month)
    this_year = fiscal_year_of(today, start)
    return PlanYears(
        tuple(
            FiscalYear(year, fiscal_year_start(year, start), fiscal_year_end(year, start))
            for year in range(this_year - YEARS_BACK, this_year + ahead + 1)
        ),
        start,
        today,
    )


def periods(plan: PlanYears, step: Step, year: int | None = None) -> tuple[Sequence[int], tuple[Period, ...]]:
    """Columns of all years or of one, with the months at which they begin and the first one after.

    KeyError if the budget does not look at `year`.
    """
    length = MONTHS_OF_STEP[step]
    first, after = plan.first, plan.after
    if year is not None:
        first = plan.marks[plan.position(year)]
        after = first + 12
    marks = range(first, after + 1, length)
    return marks, tuple(_period(mark, length, plan.start_month) for mark in marks[:-1])


def _period(mark: int, length: int, start_month: int) -> Period:
    quarter = (mark - start_month + 1) % 12 // 3 + 1
    begin = first_day(mark)
    return Period(
        year=fiscal_year(mark, start_month),
        quarter=None if length == MONTHS_OF_STEP[Step.YEAR] else quarter,
        month=begin if length == 1 else None,
        first=begin,
        last=last_day(mark + length - 1),
    )
