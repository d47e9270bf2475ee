"""Dates as people write them: 22.11.2026, 21.09.15, 08/2013, Februar 2012, 2018, 22 Nov 2026, 2026-11-22."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.errors import RefusedValue
from virtualcio.formats import MONTHS_DE, MONTHS_EN
from virtualcio.texts import mark

FIRST_YEAR, LAST_YEAR = 1900, 2199
# Two-digit years from here on are of the last century (as in POSIX strptime).
_OLD_FROM = 69


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class ParsedDate:
    """What was understood. A month or year alone gives its first day. `other`: read month first."""

    value: date
    precision: Precision = Precision.DAY
    ambiguous: bool = False
    other: date | None = None
    short_year: bool = False  # written with two digits


def _month_names() -> dict[str, int]:
    names = {"mrz": 3, "maerz": 3, "sept": 9}
    for months in (MONTHS_DE, MONTHS_EN):
        for number, name in enumerate(months, start=1):
            names[name.casefold()] = number
            names[name[:3].casefold()] = number
    return names


_MONTHS = _month_names()
_WORD = r"(?P<word>[a-zäöü]{3,9})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2}|'\d{2})"
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$")
_ABOUT = re.compile(
    r"^(?:ca\.?|circa|etwa|um|about|~|ende|anfang|mitte|early|mid|late|seit|since|ab)\s*(?=\d{4}$)"
)
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?" + _YEAR,
        r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/" + _YEAR,
        r"(?P<day>\d{1,2})\.? ?" + _WORD + " ?" + _YEAR,
        _WORD + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?, ?(?P<year>\d{4})",
        _WORD + r"[ /-]?" + _YEAR,
        r"(?P<month>\d{1,2}) ?[/.-] ?(?P<year>\d{4})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})",
        r"q(?P<quarter>[1-4])[ /-]?(?P<year>\d{4})|(?P<quarter2>[1-4])\. ?quartal (?P<year2>\d{4})",
        r"(?P<year>\d{4})",
    )
)


def parse_date(text: str) -> ParsedDate:
    """The day that `text` says. RefusedValue if it is no date, or a day that the calendar lacks (31.02.).

    03/04/2024 is read day first and marked ambiguous, with the other reading beside it.
    """
    body = " ".join(text.replace("\u00a0", " ").split()).casefold()
    body = _ABOUT.sub("", _TIME.sub("", body))
    for pattern in _PATTERNS:
        found = pattern.fullmatch(body)
        if found:
            parts = {name: value for name, value in found.groupdict().items() if value}
            if parts.get("word", "jan") not in _MONTHS:
                continue
            return _understood(text, parts)
    raise RefusedValue(mark("“{text}” is not a date. Type it like 22.11.2026."), text=text)


def _understood(text: str, parts: dict[str, str]) -> ParsedDate:
    written = (parts.get("year") or parts["year2"]).lstrip("'")
    year, short = _whole_year(written), len(written) == 2
    make = _maker(text, year)
    if "first" in parts:
        return _slashed(int(parts["first"]), int(parts["second"]), make, short)
    if "quarter" in parts or "quarter2" in parts:
        quarter = int(parts.get("quarter") or parts["quarter2"])
        return ParsedDate(make(3 * quarter - 2, 1), Precision.MONTH)
    month = _MONTHS[parts["word"]] if "word" in parts else int(parts.get("month", 0))
    if not month:
        return ParsedDate(make(1, 1), Precision.YEAR)
    if "day" not in parts:
        return ParsedDate(make(month, 1), Precision.MONTH, short_year=short)
    return ParsedDate(make(month, int(parts["day"])), short_year=short)


def _slashed(first: int, second: int, make: Callable[[int, int], date], short: bool) -> ParsedDate:
    """22/11/2026 and 11/22/2026 can be read one way only, 03/04/2024 both ways."""
    if second > 12 >= first:
        return ParsedDate(make(first, second), short_year=short)
    value = make(second, first)
    if first > 12 or first == second:
        return ParsedDate(value, short_year=short)
    return ParsedDate(value, ambiguous=True, other=make(first, second), short_year=short)


def _whole_year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _OLD_FROM else 2000)


def _maker(text: str, year: int) -> Callable[[int, int], date]:
    def make(month: int, day: int) -> date:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise RefusedValue(
                mark("“{text}”: the year {year} is outside 1900 to 2199."), text=text, year=year
            )
        if not 1 <= month <= 12:
            raise RefusedValue(mark("“{text}”: there is no month {month}."), text=text, month=month)
        last = monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise RefusedValue(
                mark("“{text}”: this month has {last} days. Check the day."), text=text, last=last
            )
        return date(year, month, day)

    return make
