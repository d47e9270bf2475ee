"""The nation-wide public holidays of Germany, for working days before a deadline.

Sources: Easter by the Gregorian algorithm (Meeus/Jones/Butcher); the nine days by the holiday acts of
all Länder and, for 3 October, the Unification Treaty, art. 2 (2). Regional holidays are left out: the
letter goes to a supplier elsewhere.
"""

from datetime import date, timedelta
from functools import lru_cache

from virtualcio.analysis.calendar_days import ONE_DAY


def easter_sunday(year: int) -> date:
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (century - correction + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def nationwide_holidays(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    return frozenset(
        {
            date(year, 1, 1),
            easter - timedelta(days=2),  # Good Friday
            easter + timedelta(days=1),
            date(year, 5, 1),
            easter + timedelta(days=39),  # Ascension
            easter + timedelta(days=50),  # Whit Monday
            date(year, 10, 3),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date, more_holidays: frozenset[date] = frozenset()) -> bool:
    """Monday to Friday and no holiday; `more_holidays` adds regional or company days."""
    return day.weekday() < 5 and day not in nationwide_holidays(day.year) and day not in more_holidays


def last_working_day(day: date, more_holidays: frozenset[date] = frozenset()) -> date:
    """The last working day on or before `day`."""
    while not is_working_day(day, more_holidays):
        day -= ONE_DAY
    return day


def working_days_before(day: date, count: int, more_holidays: frozenset[date] = frozenset()) -> date:
    """The working day that lies `count` working days before `day`."""
    for _ in range(count):
        day = last_working_day(day - ONE_DAY, more_holidays)
    return day
