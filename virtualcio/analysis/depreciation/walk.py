"""Walks through the fiscal years of one item, in whole cents: what goes each year, and what leaves.

Rounded per year, the last year takes the rest. A group goes on as one; what is sold is split off at the start
of the fiscal year of the sale, so that earlier years never change. Source: rules.md section 5.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from virtualcio.analysis.depreciation.items import Disposal
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, fiscal_year_months, month_number
from virtualcio.analysis.roadmap.spread import used_after

YEAR = 12
ONE_FRANC = 100


class Part(NamedTuple):
    """Some pieces in cents. `base`: what the straight line is reckoned from; `keep`: what stays to remind."""

    pieces: int
    cost: int
    book: int
    base: int
    keep: int


NOTHING = Part(0, 0, 0, 0, 0)


class Spread(NamedTuple):
    """Cents over so many months from the month number `first` on."""

    first: int
    months: int
    cents: int


class Leaving(NamedTuple):
    """What a disposal took with it. `part`: as the year began; `months`, `amount`: depreciated since then."""

    disposal: Disposal
    cost: int
    book: int
    part: Part = NOTHING
    months: int = 0
    amount: int = 0


@dataclass(frozen=True)
class Course:
    """How the amounts of a year come about.

    `origin`: first fiscal year; `first`: month in which depreciation starts; `span`: months of the straight
    line; `rate`: percent a year of what is left, None: straight-line; `switches`: to straight-line as soon as
    that is as much; `at_once`: all of it in the first fiscal year; `unit`: cents to which it is rounded.
    """

    start: Part
    origin: int
    fiscal_start: int
    first: int
    span: int
    rate: Fraction | None = None
    switches: bool = True
    at_once: bool = False
    unit: int = 1
    half_year: int | None = None  # Austria: more months than this count as a year, else as half of it
    disposal_month_counts: bool = True
    disposals: tuple[Disposal, ...] = ()

    @property
    def endless(self) -> bool:
        """On the book value without a change: ends when less than one franc would be left."""
        return self.rate is not None and not self.switches


@dataclass(frozen=True)
class Year:
    """One fiscal year in cents. `months`: what the pieces that stay were depreciated for.

    `start`: all pieces as the year began, after a change to straight-line; `left`: months to go then; `full`:
    months of this year for what is there all of it.
    """

    year: int
    months: int
    opening: int
    depreciation: int
    closing: int
    straight: bool
    span: int
    leaving: tuple[Leaving, ...]
    spread: tuple[Spread, ...]
    start: Part = NOTHING
    left: int = 0
    full: int = 0


def years_of(course: Course) -> Iterator[Year]:
    """Every fiscal year from the first one to that in which the last cent or the last piece has gone."""
    state = _State(course.start, course.span, course.span, course.rate is None)
    year = course.origin
    leaving: dict[int, list[Disposal]] = {}
    for disposal in course.disposals:
        leaving.setdefault(_year_of(disposal, course), []).append(disposal)
    last_leaving = max(leaving, default=year)
    while True:
        done, state = _one_year(course, state, year, leaving.get(year, []))
        yield done
        ended = state.part.book <= state.part.keep or (state.left <= 0 and not course.endless)
        if not state.part.pieces or ((ended or course.at_once) and year >= last_leaving):
            return
        year += 1


def cut(whole: int, taken: Sequence[int]) -> list[int]:
    """An amount by pieces; each sum from the start is rounded, so the parts add up to it."""
    pieces, so_far, sums = sum(taken), 0, [0]
    for one in taken:
        so_far += one
        sums.append(used_after(whole, so_far, pieces))
    return [after - before for before, after in pairwise(sums)]


@dataclass(frozen=True)
class _State:
    """Where the pieces that are still there stand at the start of a year."""

    part: Part
    span: int
    left: int
    straight: bool


def _year_of(disposal: Disposal, course: Course) -> int:
    return fiscal_year(month_number(disposal.day), course.fiscal_start)


def _split(part: Part, taken: Sequence[int]) -> list[Part]:
    """Pieces that leave, in their order, and at the end what stays."""
    if not taken:
        return [part]
    pieces = [*taken, part.pieces - sum(taken)]
    values = zip(*(cut(value, pieces) for value in part[1:]), strict=True)
    return [Part(count, *amounts) for count, amounts in zip(pieces, values, strict=True)]


def _one_year(course: Course, state: _State, year: int, leaving: Sequence[Disposal]) -> tuple[Year, _State]:
    begin, after = fiscal_year_months(year, course.fiscal_start)
    full = _months(course, state, begin, after, after)
    if full and _to_straight(course, state):
        state = replace(state, part=state.part._replace(base=state.part.book), span=state.left, straight=True)
    parts = _split(state.part, [one.pieces for one in leaving])
    gone, spread, months, total = [], [], 0, 0
    for disposal, part in zip([*leaving, None], parts, strict=True):
        until = after if disposal is None else _until(disposal, course)
        counted = _months(course, state, begin, after, until)
        amount = _amount(course, state, part, counted, year)
        total += amount
        if part.pieces:
            months = max(months, counted)
        if amount:
            spread.append(_spread(course, begin, until, counted, amount))
        if disposal is not None:
            gone.append(Leaving(disposal, part.cost, part.book - amount, part, counted, amount))
        else:
            stays = part._replace(book=part.book - amount)
    done = Year(
        year, 0 if course.at_once else months, state.part.book, total, stays.book,
        state.straight, state.span, tuple(gone), tuple(spread), state.part, state.left, full,
    )  # fmt: skip
    return done, replace(state, part=stays, left=state.left - full)


def _until(disposal: Disposal, course: Course) -> int:
    """The first month that a disposal leaves out. Austria counts the day, so its month is begun."""
    month = month_number(disposal.day)
    return month + 1 if course.disposal_month_counts or course.half_year is not None else month


def _months(course: Course, state: _State, begin: int, after: int, until: int) -> int:
    used = min(after, until) - max(begin, course.first)
    if used <= 0:
        return 0
    if course.half_year is not None:
        used = YEAR if used > course.half_year else YEAR // 2
    return used if course.endless else max(0, min(used, state.left))


def _to_straight(course: Course, state: _State) -> bool:
    """Whether the straight line over the months that are left is at least as much, by exact amounts."""
    if state.straight or not course.switches or course.rate is None:
        return False
    return course.rate * state.left <= 100 * YEAR


def _amount(course: Course, state: _State, part: Part, months: int, year: int) -> int:
    most = max(part.book - part.keep, 0)
    if course.at_once:
        return most if year == course.origin else 0
    if not months:
        return 0
    if months >= state.left and not course.endless:
        return most
    if state.straight:
        amount = _rounded(part.base * months, state.span, course.unit)
    else:
        rate = course.rate or Fraction(0)
        amount = _rounded(part.book * rate.numerator * months, rate.denominator * 100 * YEAR, course.unit)
    if course.endless and months == YEAR and (not amount or part.book - amount < ONE_FRANC):
        return most
    return min(amount, most)


def _rounded(numerator: int, denominator: int, unit: int) -> int:
    """Cents to the nearest cent or euro, half up."""
    return used_after(numerator, 1, denominator * unit) * unit


def _spread(course: Course, begin: int, until: int, counted: int, amount: int) -> Spread:
    if course.at_once:
        return Spread(course.first, 1, amount)
    first = max(begin, course.first)
    return Spread(first, max(1, min(counted, until - first)), amount)
