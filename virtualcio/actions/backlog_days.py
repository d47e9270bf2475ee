"""The days for which the backlog over time is shown: quarter ends around today, and today itself."""

from datetime import date

from virtualcio.analysis.calendar_days import add_months, period_end

_QUARTERS_BEFORE = 8
_QUARTERS_AFTER = 20


def days_around(today: date) -> tuple[date, ...]:
    """Two years back, five years ahead, rising."""
    ends = {
        period_end(add_months(date(today.year, today.month, 1), 3 * count), 3)
        for count in range(-_QUARTERS_BEFORE, _QUARTERS_AFTER + 1)
    }
    return tuple(sorted(ends | {today}))
