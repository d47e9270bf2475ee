"""Months as whole numbers, so that a plan counts instead of walking through calendars."""

from datetime import date

from virtualcio.analysis.calendar_days import days_in_month

_FIRST = 12  # January of the year 1
_LAST = 9999 * 12 + 11  # beyond, the calendar of the language ends


def month_number(day: date) -> int:
    """The month that holds `day`; the next month is one more."""
    return day.year * 12 + day.month - 1


def first_day(number: int) -> date:
    """The first day of a month."""
    within = min(max(number, _FIRST), _LAST)
    return date(within // 12, within % 12 + 1, 1)


def last_day(number: int) -> date:
    """The last day of a month."""
    first = first_day(number)
    return first.replace(day=days_in_month(first.year, first.month))


def fiscal_year(number: int, start_month: int) -> int:
    """The fiscal year that holds a month, named by the calendar year in which it starts."""
    return (number - start_month + 1) // 12


def fiscal_year_months(year: int, start_month: int) -> tuple[int, int]:
    """Its first month, and the first one after it."""
    first = year * 12 + start_month - 1
    return first, first + 12
