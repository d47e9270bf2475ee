"""Ordinary things, nearly all of a register: their fiscal years by a formula, without a walk through them.

Ordinary is what was bought and is there as a whole, in one book from the purchase on, by the method that the
law proposes. What that method is, is asked once for all things alike; the amounts follow from cost and month.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from virtualcio.analysis.amounts import ZERO, nearest
from virtualcio.analysis.calendar_days import ONE_DAY, fiscal_year_of
from virtualcio.analysis.depreciation.items import Book, Method, PerBook
from virtualcio.analysis.depreciation.items_of import Thing, item_of, life_key_of, lives_of
from virtualcio.analysis.depreciation.pool import POOL_YEARS
from virtualcio.analysis.depreciation.rules import RuleKind, TaxRules
from virtualcio.analysis.depreciation.schedule import EURO, walked
from virtualcio.analysis.depreciation.walk import YEAR, Spread
from virtualcio.analysis.depreciation.year_cents import YearRow, Years
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, fiscal_year_months, month_number
from virtualcio.analysis.roadmap.spread import units, used_after
from virtualcio.model import Asset

_LIMITS = (RuleKind.LOW_VALUE, RuleKind.REGISTER, RuleKind.POOL)  # what a piece may cost


@dataclass(frozen=True, slots=True)
class Pattern:
    """How things alike are depreciated. `span`: months of the straight line; `unit`, `half_year`: see Course.

    `keeps`: one euro stays to remind.
    """

    method: Method
    life_months: int
    span: int
    at_once: bool
    keeps: bool
    unit: int
    half_year: int | None
    fiscal_start: int


@dataclass(frozen=True, slots=True)
class OrdinaryYears:
    """A thing in one book. `cost`: cents; `month`: number of the month in which it was bought.

    `end`: the last fiscal year in which something is depreciated, None if nothing ever is.
    """

    key: str
    cost: int
    month: int
    pattern: Pattern
    end: int | None = field(default=None, init=False)  # asked for all things at once, so it is kept

    def __post_init__(self) -> None:
        done = self._done()
        last = done[-1]
        object.__setattr__(self, "end", self.first + done.index(last) - 1 if last else None)

    @property
    def first(self) -> int:
        """The fiscal year in which it came."""
        return fiscal_year(self.month, self.pattern.fiscal_start)

    def row(self, year: int) -> YearRow | None:
        """None before it came; what is written off stays as long as it is there."""
        place = year - self.first
        if place < 0:
            return None
        done, cost = self._done(), self.cost
        before, after = (done[min(place + one, len(done) - 1)] for one in (0, 1))
        opening, addition = (cost - before, 0) if place else (0, cost)
        cents = (cost, opening, addition, after - before, 0, 0, 0, cost - after)
        return YearRow(self.key, self.pattern.method, self.pattern.life_months, self.end, cents)

    def spreads(self) -> Iterator[Spread]:
        """The months that bear the amounts, a fiscal year each."""
        pattern, done = self.pattern, self._done()
        counted, left = self._counted, pattern.span - self._counted
        for place in range(len(done) - 1):
            amount = done[place + 1] - done[place]
            begin, after = fiscal_year_months(self.first + place, pattern.fiscal_start)
            if place:
                counted, left = min(YEAR, left), left - YEAR
            if pattern.at_once:
                begin, months = self.month, 1
            else:
                begin = max(begin, self.month)
                months = after - begin
                if pattern.method is not Method.POOL:
                    months = max(1, min(counted, months))
            if amount:
                yield Spread(begin, months, amount)

    @property
    def _counted(self) -> int:
        """Months of the first fiscal year, as the straight line counts them."""
        pattern = self.pattern
        used = fiscal_year_months(self.first, pattern.fiscal_start)[1] - self.month
        if pattern.half_year is not None:
            used = YEAR if used > pattern.half_year else YEAR // 2
        return min(used, pattern.span)

    def _done(self) -> list[int]:
        """What is depreciated before each fiscal year and at the end, rounded by year as a walk would."""
        pattern, cost = self.pattern, self.cost
        most = cost - min(EURO, cost) if pattern.keeps else cost
        if pattern.at_once:
            return [0, most]
        if pattern.method is Method.POOL:
            fifth = pattern.unit * nearest(Fraction(cost, POOL_YEARS * pattern.unit))
            return [0, *(min(fifth * count, most) for count in range(1, POOL_YEARS)), most]
        span, unit = pattern.span, pattern.unit
        if not span:
            return [0]
        counted = self._counted
        begun = -(-(span - counted) // YEAR)  # fiscal years after the first one
        first = used_after(cost * counted, 1, span * unit) * unit
        yearly = used_after(cost * YEAR, 1, span * unit) * unit
        return [0, *(min(first + yearly * count, most) for count in range(begun)), most]


class OrdinaryTerms:
    """The patterns of one company's rules, each asked for once. Things alike: of the same class and life,
    of the same fiscal year and time of the law, on the same side of all limits.
    """

    def __init__(self, rules: TaxRules) -> None:
        self._rules = rules
        self._patterns: dict[tuple[object, ...], PerBook[Pattern]] = {}
        legal = [rule for rule in rules.tables.rules if rule.country == rules.country]
        self._limits = sorted({rule.value for rule in legal if rule.kind in _LIMITS}, reverse=True)
        begins = {rule.valid_from for rule in legal if rule.valid_from is not None}
        begins |= {rule.valid_to + ONE_DAY for rule in legal if rule.valid_to is not None}
        self._eras = sorted(begins)

    def years_of(self, thing: Thing, usual_years: int | None) -> PerBook[Years] | None:
        """Its years in both books; None if they have to be walked through. `thing`: `is_ordinary`."""
        cost, bought, tables = thing.cost, thing.purchase_date, self._rules.tables
        if cost is None or bought is None:
            return None
        life_key = life_key_of(thing, tables)
        years = lives_of(thing, tables.lives.get(life_key), usual_years)
        pieces = thing.quantity if isinstance(thing, Asset) else 1
        above = next((place for place, limit in enumerate(self._limits) if cost > limit * pieces), -1)
        year = fiscal_year_of(bought, self._rules.fiscal_start)
        alike = (type(thing), life_key, years, above, year, bisect_right(self._eras, bought))
        if alike not in self._patterns:
            asked = [self._asked(thing, usual_years, book) for book in Book]
            self._patterns[alike] = PerBook(*asked)
        tax, commercial = self._patterns[alike].tax, self._patterns[alike].commercial
        if tax is None or commercial is None:
            return None
        in_tax = OrdinaryYears(thing.id, units(cost), month_number(bought), tax)
        alike_in_both = tax == commercial
        return PerBook(in_tax, in_tax if alike_in_both else replace(in_tax, pattern=commercial))

    def _asked(self, thing: Thing, usual_years: int | None, book: Book) -> Pattern | None:
        item = item_of(thing, (), self._rules.tables, usual_years)
        if item is None:
            return None
        way = walked(item, self._rules, book)
        terms, course = way.terms, way.course
        if course.rate is not None:
            return None
        return Pattern(
            method=terms.method,
            life_months=terms.life_months,
            span=course.span,
            at_once=course.at_once,
            keeps=course.start.keep > 0,
            unit=course.unit,
            half_year=course.half_year,
            fiscal_start=course.fiscal_start,
        )


def is_ordinary(thing: Thing, disposals: bool) -> bool:
    """Whether nothing was entered that makes it a case of its own. `disposals`: something of it left."""
    return (
        not disposals
        and thing.retired_on is None
        and thing.in_use_on is None
        and thing.taken_over_on is None
        and thing.tax_method is None
        and thing.commercial_method is None
        and thing.declining_percent is None
        and thing.cost is not None
        and thing.cost > ZERO
        and (thing.quantity >= 1 if isinstance(thing, Asset) else True)
    )
