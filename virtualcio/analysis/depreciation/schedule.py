"""What becomes of an item's cost, fiscal year by fiscal year, in one book. Source: rules.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import ZERO, round_cents
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.pool import POOL_YEARS, pool_years
from virtualcio.analysis.depreciation.problems import Problem
from virtualcio.analysis.depreciation.rules import Country, RuleKind, TaxRules
from virtualcio.analysis.depreciation.terms import Note, NoteId, Terms, notes_of, terms_of
from virtualcio.analysis.depreciation.walk import Course, Leaving, Part, Spread, Year, cut, years_of
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import amount_of, spread_units, units
from virtualcio.model.depreciation import DigitalRule, DisposalReason

EURO = 100  # cents


@dataclass(frozen=True)
class YearAmount:
    """One fiscal year, named by its start. opening + addition - depreciation - disposal_book_value = closing.

    `months`: 0 where the method does not go by months. `switched_to_linear`: from the year of the change on.
    `rate`: percent a year; of what is left for declining, else of what it is reckoned from; None for none.
    """

    fiscal_year: int
    months: int
    opening: Decimal
    addition: Decimal
    depreciation: Decimal
    disposal_cost: Decimal
    disposal_book_value: Decimal
    disposal_accumulated: Decimal
    proceeds: Decimal
    gain: Decimal
    closing: Decimal
    switched_to_linear: bool
    rate: Decimal | None
    spread: tuple[Spread, ...] = ()


@dataclass(frozen=True)
class DisposalResult:
    """What one disposal took with it, and what it brought. Out of a pool it takes nothing."""

    day: date
    fiscal_year: int
    pieces: int
    cost: Decimal
    accumulated: Decimal
    book_value: Decimal
    proceeds: Decimal
    gain: Decimal
    reason: DisposalReason


@dataclass(frozen=True)
class Schedule:
    """All fiscal years without a gap; after the last one nothing changes any more.

    `cost`: of the pieces that the years are about (without those sold before the books were taken over).
    """

    key: str
    name: str
    book: Book
    method: Method
    cost: Decimal
    life_months: int
    years: tuple[YearAmount, ...]
    disposals: tuple[DisposalResult, ...]
    explanations: tuple[Note, ...]
    problems: tuple[Problem, ...]

    def year(self, fiscal_year: int) -> YearAmount | None:
        """Its amounts; None before the first and after the last one."""
        place = fiscal_year - self.years[0].fiscal_year
        return self.years[place] if 0 <= place < len(self.years) else None

    def book_value(self, fiscal_year: int) -> Decimal:
        """At the end of a fiscal year; nothing before the first one."""
        if fiscal_year < self.years[0].fiscal_year:
            return ZERO
        amounts = self.year(fiscal_year) or self.years[-1]
        return amounts.closing


@dataclass(frozen=True)
class Walked:
    """How the amounts of a schedule come about: what it goes by, and its fiscal years in cents."""

    terms: Terms
    sold_before: int
    course: Course
    years: tuple[Year, ...]
    earlier: "_Earlier | None"


def schedule(item: Item, rules: TaxRules, book: Book) -> Schedule:
    """Its years in one book. What is wrong with the entry stands in `problems`, the rest is computed."""
    return schedule_of(walked(item, rules, book), rules, book)


def walked(item: Item, rules: TaxRules, book: Book) -> Walked:
    """The way to a schedule, for who has to show it step by step."""
    terms, sold_before = _without_sold_before(terms_of(item, rules, book))
    course = _course(terms, rules)
    if terms.method is Method.POOL:
        years = tuple(pool_years(course, pool_count(terms, rules)))
    else:
        years = tuple(years_of(course))
    return Walked(terms, sold_before, course, years, _earlier(terms, rules, course))


def schedule_of(way: Walked, rules: TaxRules, book: Book) -> Schedule:
    """What `walked` found, as amounts with their explanations."""
    terms, course, years = way.terms, way.course, way.years
    switched = next((one for one in years if one.straight), None) if course.rate is not None else None
    notes = notes_of(terms, rules, book, way.sold_before)
    if switched is not None:
        notes += (Note(NoteId.SWITCHED, {"year": switched.year, "months": switched.span}),)
    return Schedule(
        key=terms.item.key,
        name=terms.item.name,
        book=book,
        method=terms.method,
        cost=amount_of(course.start.cost),
        life_months=terms.life_months,
        years=tuple(
            _amounts(one, terms, course, None if place else way.earlier) for place, one in enumerate(years)
        ),
        disposals=tuple(_result(one, year.year) for year in years for one in year.leaving),
        explanations=notes,
        problems=terms.problems,
    )


def month_amounts(schedule: Schedule) -> Mapping[int, int]:
    """Cents by month number; the months of a fiscal year add up to its depreciation."""
    by_month: dict[int, int] = {}
    for year in schedule.years:
        for first, months, cents in year.spread:
            for place, part in enumerate(spread_units(cents, months)):
                by_month[first + place] = by_month.get(first + place, 0) + part
    return by_month


def _without_sold_before(terms: Terms) -> tuple[Terms, int]:
    """Pieces that left before the older books were taken over are not in the book value taken over."""
    taken_over, item = terms.taken_over, terms.item
    if taken_over is None:
        return terms, 0
    before = [one.pieces for one in item.disposals if one.day < taken_over.day]
    sold = sum(before)
    if not sold:
        return terms, 0
    stays = tuple(one for one in item.disposals if one.day >= taken_over.day)
    cost = amount_of(cut(units(item.cost), [*before, item.pieces - sold])[-1])
    return replace(terms, item=replace(item, pieces=item.pieces - sold, cost=cost, disposals=stays)), sold


@dataclass(frozen=True)
class _Earlier:
    """What the older books took in the very fiscal year in which the thing was bought."""

    cents: int
    spread: tuple[Spread, ...]


def _earlier(terms: Terms, rules: TaxRules, course: Course) -> "_Earlier | None":
    """None if the cost is no addition of the first year here, because it was one of an older book."""
    if course.origin > fiscal_year_of(terms.item.bought, rules.fiscal_start):
        return None
    cents = course.start.cost - course.start.book
    first = month_number(terms.item.bought)
    spread = (Spread(first, max(1, course.first - first), cents),) if cents else ()
    return _Earlier(cents, spread)


def _course(terms: Terms, rules: TaxRules) -> Course:
    item, method, taken_over = terms.item, terms.method, terms.taken_over
    cost = units(item.cost)
    book = min(units(taken_over.book_value), cost) if taken_over is not None else cost
    since = taken_over.day if taken_over is not None else item.bought
    starts = since if taken_over is not None else item.in_use or item.bought
    at_once = method is Method.IMMEDIATE or (
        method is Method.DIGITAL and rules.digital is not DigitalRule.ONE_YEAR
    )
    keeps = rules.reminder_value and method in (Method.DIGITAL, Method.LINEAR, Method.DECLINING)
    span = terms.life_months if taken_over is None else taken_over.months_left
    half_year = rules.tables.rule(rules.country, RuleKind.HALF_YEAR, item.bought)
    return Course(
        start=Part(item.pieces, cost, book, book, min(EURO, book) if keeps else 0),
        origin=fiscal_year_of(since, rules.fiscal_start),
        fiscal_start=rules.fiscal_start,
        first=month_number(item.bought if at_once and taken_over is None else starts),
        span=0 if method is Method.NONE else span,
        rate=Fraction(terms.percent) if terms.percent is not None else None,
        switches=rules.country is not Country.CH,
        at_once=at_once,
        unit=EURO if rules.full_euros else 1,
        half_year=int(half_year.value) if half_year is not None else None,
        disposal_month_counts=rules.disposal_month_counts,
        disposals=item.disposals,
    )


def pool_count(terms: Terms, rules: TaxRules) -> int:
    """Fiscal years that are left of the pool's five."""
    if terms.taken_over is None:
        return POOL_YEARS
    return min(POOL_YEARS, -(-terms.taken_over.months_left // 12))


def _result(leaving: Leaving, year: int) -> DisposalResult:
    disposal, cost, book_value = leaving.disposal, amount_of(leaving.cost), amount_of(leaving.book)
    proceeds = round_cents(disposal.proceeds)
    return DisposalResult(
        day=disposal.day,
        fiscal_year=year,
        pieces=disposal.pieces,
        cost=cost,
        accumulated=cost - book_value,
        book_value=book_value,
        proceeds=proceeds,
        gain=proceeds - book_value,
        reason=disposal.reason,
    )


def _amounts(year: Year, terms: Terms, course: Course, earlier: _Earlier | None) -> YearAmount:
    gone = [_result(one, year.year) for one in year.leaving]
    cost = sum((one.cost for one in gone), ZERO)
    book_value = sum((one.book_value for one in gone), ZERO)
    proceeds = sum((one.proceeds for one in gone), ZERO)
    added = earlier is not None
    return YearAmount(
        fiscal_year=year.year,
        months=year.months,
        opening=ZERO if added else amount_of(year.opening),
        addition=amount_of(course.start.cost) if added else ZERO,
        depreciation=amount_of(year.depreciation + (earlier.cents if earlier is not None else 0)),
        disposal_cost=cost,
        disposal_book_value=book_value,
        disposal_accumulated=cost - book_value,
        proceeds=proceeds,
        gain=proceeds - book_value,
        closing=amount_of(year.closing),
        switched_to_linear=course.rate is not None and year.straight,
        rate=_rate(year, terms, course),
        spread=(*(earlier.spread if earlier is not None else ()), *year.spread),
    )


def _rate(year: Year, terms: Terms, course: Course) -> Decimal | None:
    if terms.method is Method.NONE:
        return None
    if terms.method is Method.POOL:
        return Decimal(20)
    if course.at_once:
        return Decimal(100)
    if course.rate is not None and not year.straight:
        return terms.percent
    return round_cents(Decimal(1200) / year.span)
