"""Counting with months, years, quarters and fiscal years. Two rules for days that a month lacks live
side by side and are named apart: service lives clamp, contracts roll on (rules.md, section 1).
"""

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else _MONTH_DAYS[month - 1]


def _month_after(day: date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def add_months(day: date, months: int) -> date:
    """`months` later (or earlier); a day that the target month lacks becomes its last day."""
    year, month = _month_after(day, months)
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_months_rolling(day: date, months: int) -> date:
    """As contracts count (BGB §§ 187, 188): a missing day counts as the first of the following month."""
    year, month = _month_after(day, months)
    if day.day <= days_in_month(year, month):
        return date(year, month, day.day)
    year, month = _month_after(date(year, month, 1), 1)
    return date(year, month, 1)


def add_years(day: date, years: int) -> date:
    """29.02. falls on 28.02. in a common year."""
    return add_months(day, 12 * years)


def whole_years(start: date, end: date) -> int:
    """Anniversaries of `start` reached by `end`; 0 if `end` is earlier."""
    if end <= start:
        return 0
    years = end.year - start.year
    return years if add_years(start, years) <= end else years - 1


def months_between(start: date, end: date) -> int:
    """Calendar months from the month of `start` to the month of `end`."""
    return (end.year - start.year) * 12 + end.month - start.month


def month_end(day: date) -> date:
    return date(day.year, day.month, days_in_month(day.year, day.month))


def period_end(day: date, months: int) -> date:
    """The last day of the calendar period of `months` (1, 3, 6 or 12) that holds `day`."""
    month = (day.month - 1) // months * months + months
    return date(day.year, month, days_in_month(day.year, month))


def quarter_ends_after(day: date, count: int) -> tuple[date, ...]:
    """The next `count` quarter ends later than `day`."""
    first = period_end(day + ONE_DAY, 3)
    return tuple(month_end(add_months(first.replace(day=1), 3 * n)) for n in range(count))


def fiscal_year_of(day: date, start_month: int) -> int:
    """The fiscal year that holds `day`, named by the calendar year in which it starts."""
    return day.year if day.month >= start_month else day.year - 1


def fiscal_year_start(year: int, start_month: int) -> date:
    return date(year, start_month, 1)


def fiscal_year_end(year: int, start_month: int) -> date:
    return date(year + 1, start_month, 1) - ONE_DAY
