"""Where a zoomed axis of days has its labels, and what they say: '04/2025', 'Q2 25' or '2025'."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from virtualcio import formats

_MONTH = 30.44  # days
_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between two labels


@dataclass(frozen=True)
class DayTick:
    ordinal: int
    text: str


def day_ticks(first: float, last: float, most: float) -> list[DayTick]:
    """First days of months, quarters or years between two ordinals, about `most` of them."""
    months = (last - first) / _MONTH
    step = next((one for one in _STEPS if months / one <= max(1.0, most)), _STEPS[-1])
    days = _first_days(date.fromordinal(max(1, int(first))).year, step)
    ticks = []
    for day in days:
        if day.toordinal() > last:
            break
        if day.toordinal() >= first:
            ticks.append(DayTick(day.toordinal(), _words(day, step)))
    return ticks


def _first_days(year: int, step: int) -> Iterator[date]:
    """Every `step` months from a January on; steps of several years begin with a round year."""
    if step > 12:
        year = max(1, year - year % (step // 12))
    month = 0
    while year <= MAXYEAR:
        yield date(year, month + 1, 1)
        year, month = year + (month + step) // 12, (month + step) % 12


def _words(day: date, step: int) -> str:
    if step == 1:
        return formats.month(day)
    return f"Q{(day.month + 2) // 3} {day.year % 100:02d}" if step < 12 else str(day.year)
