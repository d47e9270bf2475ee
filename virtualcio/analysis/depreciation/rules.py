"""A company's choices and the tables of the law that depreciation goes by. Source: rules.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from virtualcio.analysis.depreciation.items import Traits
from virtualcio.model.depreciation import DigitalRule, LowValueRule

WELL_FOUNDED = "hoch"
_GUESSED = "niedrig"


class Country(StrEnum):
    DE = "DE"
    AT = "AT"
    CH = "CH"


class RuleKind(StrEnum):
    """What a row of the table of rules decides."""

    LOW_VALUE = "low_value"  # most that a piece may cost to be expense at once, net
    REGISTER = "register"  # up to here it need not stand in a register, and never goes into the pool
    POOL = "pool"  # most that a piece in the pool may cost, net
    DIGITAL = "digital"  # years that computers and software may be said to last
    DECLINING = "declining"  # highest rate in percent; `factor`: at most so many times the straight line
    BOOK_VALUE_RATE = "book_value_rate"  # highest rate in percent of the book value, by class of thing
    HALF_YEAR = "half_year"  # more months of use than this: a whole year's amount, else half of it


@dataclass(frozen=True)
class LegalRule:
    """One row: a number of the law with the purchases (first and last day) that it is for."""

    key: str
    country: str
    kind: RuleKind
    applies_to: str  # class of thing, "" for all
    value: Decimal
    factor: Decimal | None
    valid_from: date | None
    valid_to: date | None
    certainty: str
    source: str

    def holds(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class UsefulLife:
    """One row of the table of useful lives. `years`: None where nobody can say it for the company."""

    key: str
    years: int | None
    traits: Traits
    swiss_class: str
    austrian_years: int | None  # where Austria has a usual life of its own
    certainty: str
    source: str

    def years_in(self, country: Country) -> int | None:
        return (self.austrian_years if country is Country.AT else None) or self.years

    def certainty_in(self, country: Country) -> str:
        """Austria has no table of lives: there the German one is only a hint."""
        if country is Country.AT:
            return "mittel" if self.austrian_years else _GUESSED
        return self.certainty


@dataclass(frozen=True)
class TaxTables:
    """The program's own tables of lives (by key) and rules."""

    lives: Mapping[str, UsefulLife]
    rules: tuple[LegalRule, ...]

    def rules_of(self, country: Country, kind: RuleKind, applies_to: str = "") -> tuple[LegalRule, ...]:
        """Every row of a kind, of all times, the oldest first."""
        return self._by_topic.get((country, kind, applies_to), ())

    @cached_property
    def _by_topic(self) -> Mapping[tuple[str, str, str], tuple[LegalRule, ...]]:
        found: dict[tuple[str, str, str], tuple[LegalRule, ...]] = {}
        for rule in self.rules:
            topic = (rule.country, rule.kind, rule.applies_to)
            found[topic] = (*found.get(topic, ()), rule)
        return found

    def rule(self, country: Country, kind: RuleKind, day: date, applies_to: str = "") -> LegalRule | None:
        """The row that is for a purchase on `day`; None if the law knows none."""
        return next((one for one in self.rules_of(country, kind, applies_to) if one.holds(day)), None)


@dataclass(frozen=True)
class TaxRules:
    """What a company has chosen. `low_value`: by fiscal year, named by its start."""

    tables: TaxTables
    country: Country = Country.DE
    fiscal_start: int = 1  # month 1 to 12
    low_value: Mapping[int, LowValueRule] = field(default_factory=dict)
    low_value_default: LowValueRule = LowValueRule.IMMEDIATE
    digital: DigitalRule = DigitalRule.FULL
    commercial_digital: bool = False  # the one year in the commercial book too
    disposal_month_counts: bool = True  # depreciated through the month of the disposal
    full_euros: bool = False
    reminder_value: bool = False  # 1 € stays in the books while the thing is there

    def low_value_of(self, year: int) -> LowValueRule:
        return self.low_value.get(year, self.low_value_default)
