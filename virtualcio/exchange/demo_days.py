"""The days of the demo company, written relative to the day it is made for:

    2023-10-10       that day
    Y-5/06-09        the 9th of June, five years before the year of the given day
    -4m+6d, -3w, -2y months, days, weeks or years from the given day, applied from left to right
    Y-1              as a number: the year before that of the given day
    M+2, M-1         the first day of the month that many months from the given day's
    Q-1, Q-8, Q+4    the last day of the last quarter that has ended, of the eighth last, of the fifth next
    Q-2+1d           steps also go on from a quarter, a month or a year: the day after that quarter

Within words, {Q-1} stands for the quarter that ends on that day, as in "Q3 2026".
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_YEAR_RELATIVE = re.compile(r"Y([+-]\d+)/(\d\d)-(\d\d)")
_YEAR = re.compile(r"Y([+-]\d+)")
_MONTH_RELATIVE = re.compile(r"M([+-]\d+)")
_QUARTER_RELATIVE = re.compile(r"Q([+-]\d+)")
_STEP = re.compile(r"([+-]\d+)([dwmy])")
_QUARTER_IN_WORDS = re.compile(r"\{(Q[+-]\d+)\}")


def demo_date(text: str, today: date) -> date:
    """The day that `text` means (see above); ValueError for anything else."""
    start, steps = _start(text, today)
    if not re.fullmatch(f"({_STEP.pattern})*", steps) or not text:
        return date.fromisoformat(text)
    moved = start
    for count, unit in _STEP.findall(steps):
        moved = _moved(moved, int(count), unit)
    return moved


def demo_number(text: str, today: date) -> int:
    """A whole number, or a year relative to the given day's (see above). ValueError for anything else."""
    year = _YEAR.fullmatch(text)
    return today.year + int(year[1]) if year else int(text)


def demo_words(text: str, today: date) -> str:
    """`text` with the quarters in it named."""

    def named(found: re.Match[str]) -> str:
        day = demo_date(found[1], today)
        return f"Q{(day.month + 2) // 3} {day.year}"

    return _QUARTER_IN_WORDS.sub(named, text)


def _start(text: str, today: date) -> tuple[date, str]:
    """Where the steps begin, and the steps."""
    year = _YEAR_RELATIVE.match(text)
    if year:
        years, month, day = (int(part) for part in year.groups())
        return date(today.year + years, month, day), text[year.end() :]
    monthly = _MONTH_RELATIVE.match(text)
    if monthly:
        return _moved(today.replace(day=1), int(monthly[1]), "m"), text[monthly.end() :]
    quarter = _QUARTER_RELATIVE.match(text)
    if quarter:
        begins = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        end = _moved(begins, 3 * (int(quarter[1]) + 1), "m") - timedelta(days=1)
        return end, text[quarter.end() :]
    return today, text


def _moved(day: date, count: int, unit: str) -> date:
    if unit in "dw":
        return day + timedelta(days=count * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
