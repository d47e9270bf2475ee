"""Which months a whole list is about, as its title says: 'Januar - Oktober 2026', 'per 31.10.2026'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from virtualcio import formats
from virtualcio.analysis.calendar_days import fiscal_year_end, fiscal_year_of, fiscal_year_start, month_end
from virtualcio.analysis.company_names import same_company
from virtualcio.exchange.header_words import normal
from virtualcio.texts import Message, mark

MONTH_NUMBERS = {
    word: number
    for number, words in enumerate((
        "januar jan january jänner", "februar feb february", "märz mrz mär maerz march mar",
        "april apr", "mai may", "juni jun june", "juli jul july", "august aug",
        "september sep sept", "oktober okt october oct", "november nov", "dezember dez december dec",
    ), start=1)
    for word in words.split()
}  # fmt: skip
_WORD = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_POINT = (
    r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s?[./]\s?\d{4}"
    rf"|(?:\d{{1,2}}\.\s?)?(?:{_WORD})\b\.?(?:\s*\d{{4}})?"
)
_RANGE = re.compile(rf"(?<!\d)({_POINT})\s*(?:-|–|—|bis|to|until)\s*({_POINT})", re.IGNORECASE)
_UNTIL = re.compile(rf"(?:\b(?:per|zum|stand|stichtag|as of)\b:?)\s*({_POINT})", re.IGNORECASE)
_SINGLE = re.compile(rf"(?<!\d)({_POINT})", re.IGNORECASE)
FISCAL_YEAR = re.compile(
    r"\b(?:geschäftsjahr|wirtschaftsjahr|rechnungsjahr|gj|wj|fiscal year|fy)\s*(\d{4})"
    r"(?:\s*[/-]\s*(\d{4}|\d{2}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d{2})(?:\s*/\s*(\d{2}))?(?![\d.,/])")
_COMPANY = re.compile(
    r"((?:[\wÄÖÜäöüß&.\-]+\s){1,6}?(?:GmbH(?:\s*&\s*Co\.?\s*KG)?|AG|KG|OHG|UG|SE|GbR|eG|e\.\s?K\.|Ltd\.?))(?!\w)"
)
_MAKERS = ("datev", "haufelexware", "sagegmbh", "wolterskluwer")  # of bookkeeping programs


@dataclass(frozen=True)
class ListPeriod:
    """From the first day to the last."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{formats.day(self.first)} – {formats.day(self.last)}"


@dataclass(frozen=True)
class ListFacts:
    """What is known around the rows of a list: its titles, and the company that it is for.

    `answer`: what the user typed as its months, "" for nothing. `first`, `last`: of the plan years.
    """

    company: str
    start_month: int
    first: date
    last: date
    today: date
    titles: Sequence[str] = ()
    answer: str = ""

    @cached_property
    def period(self) -> ListPeriod | None:
        """Its months: as answered, or else from its titles."""
        if self.answer:
            return period_in(self.answer, self.start_month)
        found = (period_in(title, self.start_month) for title in self.titles)
        return next((one for one in found if one is not None), None)

    @cached_property
    def listed_company(self) -> str:
        """The company that its titles name, "" for none."""
        return company_in(self.titles, self.company)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is odd about the list as a whole: another company, months that the plan does not cover."""
        found = []
        other = self.listed_company
        if other and not same_company(other, self.company):
            said = mark("The list names “{other}”, and this file is about “{own}”. Is it the right list?")
            found.append(Message(said, {"other": other, "own": self.company}))
        period = self.period
        if period is not None and (period.last < self.first or period.first > self.last):
            said = mark("The list is about {period}, outside the years of the plan: it counts in no figure.")
            found.append(Message(said, {"period": period}))
            return tuple(found)
        if period is not None and period.last > self.today:
            found.append(Message(mark("The months of the list are not over yet.")))
        if period is not None and self._is_of_two_years(period):
            said = mark("The list reaches over the turn of the fiscal year, so it counts in neither of the "
                        "two years. Read a list for each year.")  # fmt: skip
            found.append(Message(said))
        return tuple(found)

    def _is_of_two_years(self, period: ListPeriod) -> bool:
        first, last = (fiscal_year_of(day, self.start_month) for day in (period.first, period.last))
        return first != last


def period_in(text: str, start_month: int) -> ListPeriod | None:
    """The months that a text names; a day alone ("per 31.10.2026") means since the fiscal year began."""
    fiscal = FISCAL_YEAR.search(text)
    if fiscal:
        return _fiscal_year(int(fiscal[1]), start_month)
    between = _RANGE.search(text)
    if between:
        return _between(between[1], between[2])
    until = _UNTIL.search(text)
    single = until or _SINGLE.search(text)
    if single:
        day = _last_day(single[1], None)
        if day is None:
            return None
        if until or _names_day(single[1]):
            begin = fiscal_year_start(fiscal_year_of(day, start_month), start_month)
            return ListPeriod(begin, day)
        return ListPeriod(day.replace(day=1), day)
    year = _YEAR.search(text)
    return _fiscal_year(int(year[1]), start_month) if year else None


def _fiscal_year(year: int, start_month: int) -> ListPeriod | None:
    """A fiscal year has the name of the calendar year in which it starts."""
    return ListPeriod(fiscal_year_start(year, start_month), fiscal_year_end(year, start_month))


def _between(begin: str, end: str) -> ListPeriod | None:
    last = _last_day(end, None)
    if last is None:
        return None
    first = _last_day(begin, last)
    if first is None:
        return None
    first = first if _names_day(begin) else first.replace(day=1)
    return ListPeriod(first, last) if first <= last else None


def _names_day(text: str) -> bool:
    return len(re.findall(r"\d+", text)) == 3 or bool(re.match(r"\d{1,2}\.\s?[^\W\d]", text))


def _last_day(text: str, end: date | None) -> date | None:
    """The day, or the last one of the month; without a year it is that of `end`, or the year before."""
    numbers = [int(one) for one in re.findall(r"\d+", text)]
    word = re.search(r"[^\W\d_]+", text)
    try:
        if word:
            return _of_word(MONTH_NUMBERS[word[0].casefold()], numbers, end)
        match numbers:
            case [year, month, day] if year > 31:
                return date(year, month, day)
            case [day, month, year]:
                return date(year, month, day)
            case [month, year]:
                return month_end(date(year, month, 1))
    except ValueError:  # there is no such day
        return None
    return None


def _of_word(month: int, numbers: Sequence[int], end: date | None) -> date | None:
    years = [one for one in numbers if one > 31]
    days = [one for one in numbers if one <= 31]
    if not years and end is None:
        return None
    year = years[0] if years else _year_before(month, end)
    return date(year, month, days[0]) if days else month_end(date(year, month, 1))


def _year_before(month: int, end: date | None) -> int:
    assert end is not None
    return end.year - (month > end.month)


def company_in(titles: Sequence[str], own: str) -> str:
    """The name with a legal form that the titles hold: `own` where it is among them, else the first one that
    is no maker of bookkeeping programs, "" if there is none.
    """
    names = [" ".join(one[1].split()) for title in titles for one in _COMPANY.finditer(title)]
    if any(same_company(name, own) for name in names):
        return own
    return next((name for name in names if not any(maker in normal(name) for maker in _MAKERS)), "")
