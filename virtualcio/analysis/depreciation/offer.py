"""Which methods the law offers for a thing, and which it refuses. Source: rules.md section 5, facts 1.2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from functools import cached_property

from virtualcio.analysis.amounts import HUNDRED, ZERO, round_cents
from virtualcio.analysis.calendar_days import fiscal_year_end, fiscal_year_of
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.problems import MOST_YEARS
from virtualcio.analysis.depreciation.reasons import Refusal, Why
from virtualcio.analysis.depreciation.rules import (
    WELL_FOUNDED,
    Country,
    LegalRule,
    RuleKind,
    TaxRules,
    UsefulLife,
)
from virtualcio.model.base import CENT
from virtualcio.model.depreciation import DigitalRule, LowValueRule


@dataclass(frozen=True)
class Offer:
    """What may be chosen. `figures`: raw values that sentences about it need, as Why and Refusal say.

    `declining_cap`: the highest rate a year in percent, None where there is none. `uncertain`: somebody who
    knows tax law should look; `certainty`: how well founded the life is, in the words of the tables.
    """

    proposed: Method
    allowed: tuple[tuple[Method, Why], ...]
    refused: tuple[tuple[Method, Refusal], ...]
    life_years: int | None
    life_row: UsefulLife | None
    uncertain: bool
    certainty: str
    declining_cap: Decimal | None
    figures: Mapping[str, object]

    def reason(self, method: Method) -> Refusal | None:
        """Why it is refused; None if it is allowed."""
        return dict(self.refused).get(method)


def offer(item: Item, rules: TaxRules, book: Book) -> Offer:
    """The methods for one thing in one book; limits are per piece, and go by the day of purchase."""
    case = _Case(item, rules, book)
    judged: dict[Method, Why | Refusal] = {
        Method.IMMEDIATE: case.immediate(),
        Method.POOL: case.pool(),
        Method.DIGITAL: case.digital(),
        Method.LINEAR: case.linear(),
        Method.DECLINING: case.declining(),
        Method.NONE: Why.KEEPS_VALUE,
    }
    row = case.row
    certainty = row.certainty_in(rules.country) if row is not None else ""
    return Offer(
        proposed=case.proposed(judged),
        allowed=tuple((method, why) for method, why in judged.items() if isinstance(why, Why)),
        refused=tuple((method, why) for method, why in judged.items() if isinstance(why, Refusal)),
        life_years=case.years,
        life_row=row,
        uncertain=certainty != WELL_FOUNDED or case.counts_as_trivial,
        certainty=certainty,
        declining_cap=case.cap,
        figures=case.figures(),
    )


class _Case:
    """One thing, one book: the questions that the law asks, each answered once."""

    def __init__(self, item: Item, rules: TaxRules, book: Book) -> None:
        self.item, self.rules, self.book = item, rules, book
        self.country = rules.country
        self.year = fiscal_year_of(item.bought, rules.fiscal_start)
        self.per_piece = Fraction(item.cost) / max(item.pieces, 1)
        self.row = rules.tables.lives.get(item.life_key)

    def _rule(self, kind: RuleKind, applies_to: str = "") -> LegalRule | None:
        return self.rules.tables.rule(self.country, kind, self.item.bought, applies_to)

    def _known(self, kind: RuleKind) -> bool:
        """Whether the country has such a rule at any time."""
        return bool(self.rules.tables.rules_of(self.country, kind))

    @cached_property
    def low_value(self) -> LegalRule | None:
        return self._rule(RuleKind.LOW_VALUE)

    @cached_property
    def pool_limit(self) -> LegalRule | None:
        return self._rule(RuleKind.POOL)

    @cached_property
    def register_limit(self) -> Decimal:
        rule = self._rule(RuleKind.REGISTER)
        return rule.value if rule is not None else ZERO

    @cached_property
    def swiss_rate(self) -> Decimal | None:
        """Highest share of the book value that may go in a year, in percent."""
        if self.row is None:
            return None
        rule = self._rule(RuleKind.BOOK_VALUE_RATE, self.row.swiss_class)
        return rule.value if rule is not None else None

    @cached_property
    def least_years(self) -> int | None:
        """Switzerland: the rate on the cost is half of that on the book value, so the life is 200 ÷ rate."""
        return None if self.swiss_rate is None else int(-(-200 // self.swiss_rate))

    @cached_property
    def years(self) -> int | None:
        """As typed, else by the table; what makes no sense is passed over."""
        table = self.row.years_in(self.country) if self.row is not None else None
        if self.country is Country.CH:
            table = self.least_years
        typed = self.item.life_years.of(self.book)
        if typed is None or not 1 <= typed <= MOST_YEARS:
            return table
        return max(typed, self.least_years or 1)

    @cached_property
    def low_value_traits(self) -> Refusal | None:
        """Why it is no low-value thing whatever it costs; Austria asks for no body."""
        traits = self.item.traits
        bodily = (traits.movable and traits.tangible) or self.country is Country.AT
        if not bodily and not self.counts_as_trivial:
            return Refusal.NOT_A_MOVABLE_THING
        return None if traits.independently_usable else Refusal.NOT_USABLE_ALONE

    @cached_property
    def counts_as_trivial(self) -> bool:
        """Germany: software up to the limit of low value is treated as a movable thing (R 5.5 (1) EStR)."""
        if self.country is not Country.DE or self.low_value is None:
            return False
        return self.item.traits.trivial_software and self.per_piece <= Fraction(self.low_value.value)

    @cached_property
    def in_pool(self) -> bool:
        """In a year with a pool everything between the limits goes into it."""
        chosen = self.rules.low_value_of(self.year) is LowValueRule.POOL
        limit = self.pool_limit
        if not chosen or limit is None or self.low_value_traits is not None:
            return False
        return Fraction(self.register_limit) < self.per_piece <= Fraction(limit.value)

    def immediate(self) -> Why | Refusal:
        if not self._known(RuleKind.LOW_VALUE):
            return Refusal.NOT_IN_COUNTRY
        if self.low_value is None:
            return Refusal.NOT_AT_THAT_TIME
        if self.low_value_traits is not None:
            return self.low_value_traits
        if self.per_piece > Fraction(self.low_value.value):
            return Refusal.ABOVE_LOW_VALUE
        if self.in_pool:
            return Refusal.POOL_IS_FOR_ALL
        if self.per_piece <= Fraction(self.register_limit):
            return Why.NO_REGISTER_NEEDED
        return Why.TRIVIAL_SOFTWARE if self.counts_as_trivial else Why.LOW_VALUE

    def pool(self) -> Why | Refusal:
        if not self._known(RuleKind.POOL):
            return Refusal.NOT_IN_COUNTRY
        if self.pool_limit is None:
            return Refusal.NOT_AT_THAT_TIME
        if self.low_value_traits is not None:
            return self.low_value_traits
        if self.per_piece <= Fraction(self.register_limit):
            return Refusal.BELOW_POOL
        if self.per_piece > Fraction(self.pool_limit.value):
            return Refusal.ABOVE_POOL
        return Why.POOL_OF_YEAR if self.in_pool else Refusal.POOL_NOT_CHOSEN

    def digital(self) -> Why | Refusal:
        """Asked about the end of the fiscal year; older things, when their older books were taken over."""
        rules = self.rules.tables.rules_of(self.country, RuleKind.DIGITAL)
        if not rules:
            return Refusal.NOT_IN_COUNTRY
        if not self.item.traits.digital:
            return Refusal.NOT_ON_DIGITAL_LIST
        taken_over = self.item.taken_over.of(self.book)
        since: date = self.item.bought if taken_over is None else max(taken_over.day, self.item.bought)
        start = self.rules.fiscal_start
        if not any(rule.holds(fiscal_year_end(fiscal_year_of(since, start), start)) for rule in rules):
            return Refusal.BEFORE_DIGITAL_RULE
        return Refusal.POOL_IS_FOR_ALL if self.in_pool else Why.ON_DIGITAL_LIST

    def linear(self) -> Why | Refusal:
        if self.in_pool:
            return Refusal.POOL_IS_FOR_ALL
        if self.years is None:
            return Refusal.NO_LIFE
        if self.country is Country.CH:
            return Why.ON_COST
        table = self.row.years_in(self.country) if self.row is not None else None
        return Why.BY_TABLE if self.years == table else Why.TYPED_LIFE

    @cached_property
    def window(self) -> LegalRule | None:
        return self._rule(RuleKind.DECLINING)

    @cached_property
    def cap(self) -> Decimal | None:
        """The highest declining rate; in the commercial book, outside of any window, that of the last one."""
        if self.country is Country.CH:
            return self.swiss_rate
        rule = self.window
        windows = self.rules.tables.rules_of(self.country, RuleKind.DECLINING)
        if rule is None and self.book is Book.COMMERCIAL and windows:
            rule = windows[-1]
        if rule is None or self.years is None:
            return None
        if rule.factor is None:
            return rule.value
        # A rate has two places, as it is typed and as the tax advisor sees it: never above the law's.
        most = (rule.factor * HUNDRED / self.years).quantize(CENT, rounding=ROUND_DOWN)
        return min(rule.value, most)

    def declining(self) -> Why | Refusal:
        if self.in_pool:
            return Refusal.POOL_IS_FOR_ALL
        if self.country is Country.CH:
            return Why.ON_BOOK_VALUE if self.cap is not None else Refusal.NO_LIFE
        if not (self.item.traits.movable and self.item.traits.tangible):
            return Refusal.NOT_A_MOVABLE_THING
        if self.years is None:
            return Refusal.NO_LIFE
        if self.cap is None:
            return Refusal.OUTSIDE_WINDOW
        if self.cap * self.years <= HUNDRED:
            return Refusal.STRAIGHT_LINE_FASTER
        return Why.IN_WINDOW if self.window is not None else Why.COMMERCIAL_WEAR

    def proposed(self, judged: Mapping[Method, Why | Refusal]) -> Method:
        """The decision order of the law. Low value before digital: no register of lives is needed for it."""
        may = {method for method, why in judged.items() if isinstance(why, Why)}
        wants_low_value = self.rules.low_value_of(self.year) is not LowValueRule.CAPITALISE
        wants_digital = self.rules.digital is not DigitalRule.NOT_USED and (
            self.book is Book.TAX or self.rules.commercial_digital
        )
        order = (
            (Method.IMMEDIATE, wants_low_value),
            (Method.POOL, True),
            (Method.DIGITAL, wants_digital),
            (Method.DECLINING, self.country is Country.CH),
            (Method.LINEAR, True),
        )
        return next((method for method, wanted in order if wanted and method in may), Method.NONE)

    def figures(self) -> Mapping[str, object]:
        digital = self.rules.tables.rules_of(self.country, RuleKind.DIGITAL)
        return {
            "per_piece": round_cents(self.item.cost / max(self.item.pieces, 1)),
            "register": self.register_limit,
            "low_value": self.low_value.value if self.low_value is not None else None,
            "pool": self.pool_limit.value if self.pool_limit is not None else None,
            "year": self.year,
            "years": self.years,
            "least_years": self.least_years,
            "cap": self.cap,
            "bought": self.item.bought,
            "window_from": self.window.valid_from if self.window is not None else None,
            "window_to": self.window.valid_to if self.window is not None else None,
            "digital_from": digital[0].valid_from if digital else None,
            "country": self.country,
        }
