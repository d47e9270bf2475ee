"""What the rules assume where a company has said nothing else: each assumption is a setting with a range."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from virtualcio.model import Setting
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality


class Unit(StrEnum):
    """What a number of the list below counts."""

    PERCENT = "percent"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONEY = "money"
    FACTOR = "factor"
    POINTS = "points"
    COUNT = "count"


@dataclass(frozen=True)
class AssumptionSpec:
    """One assumption: its setting key, the program's default, the range that makes sense, its unit."""

    key: str
    default: Decimal
    least: Decimal
    most: Decimal
    unit: Unit

    @property
    def whole(self) -> bool:
        """Counted in whole numbers."""
        return self.unit in (Unit.YEARS, Unit.MONTHS, Unit.DAYS, Unit.WORKING_DAYS, Unit.POINTS, Unit.COUNT)


_BY_CRITICALITY = "waiting_percent_"
_WAITING_PERCENT: Mapping[Criticality, Decimal] = MappingProxyType(
    {
        Criticality.CRITICAL: Decimal(25),
        Criticality.HIGH: Decimal(15),
        Criticality.MEDIUM: Decimal(8),
        Criticality.LOW: Decimal(4),
    }
)


@dataclass(frozen=True)
class Assumptions:
    """The assumptions as this company has set them; a constructor without arguments gives the defaults.

    What is counted in whole numbers is an int, everything else a Decimal.
    """

    price_increase_percent: Decimal = Decimal(2)  # a year, for replacements
    clear_backlog_years: int = 3
    wave_years: int = 6
    peak_factor: Decimal = Decimal("1.5")  # a year above this × the mean of the others is a peak
    release_lead_months: int = 3
    post_working_days: int = 5
    notice_soon_days: int = 90
    small_contract: Decimal = Decimal(500)  # yearly cost
    waiting_percent: Mapping[Criticality, Decimal] = field(default_factory=lambda: _WAITING_PERCENT)
    unused_seats_percent: Decimal = Decimal(10)  # fewer unused ones are a reserve
    access_review_months: int = 12
    weight_goal: Decimal = Decimal(60)
    weight_risk: Decimal = Decimal(25)
    weight_urgency: Decimal = Decimal(15)
    enables_percent: Decimal = Decimal(30)
    dear_from: Decimal = Decimal(20000)
    bearable_risk: int = 9
    demand_days: int = 30
    parallel_initiatives: int = 3
    roadmap_months: int = 36
    initiative_money_per_year: Decimal = Decimal(0)  # 0: no limit
    point_price: Decimal = Decimal(50)  # cost of waiting that weighs as much as one point for one month
    budget_years_ahead: int = 4  # fiscal years after this one
    larger_expense: Decimal = Decimal(1000)  # in twelve months, per thing and per supplier
    fresh_days: int = 100
    council_days: int = 35  # from one meeting to the next: monthly, with a week's grace
    outcome_days: int = 90  # after the end of an initiative
    discount_rate: Decimal = Decimal(6)  # a year, of business cases
    case_from: Decimal = Decimal(25000)  # effort above it asks for a business case
    case_seed: int = 1  # of the draws of business cases: the same one draws the same cases
    cio_own_yearly: Decimal = Decimal(146000)  # head of IT below 100 people, benchmarks.csv
    cio_day_rate: Decimal = Decimal(1450)  # external CIO, middle of 1,100 to 1,800, benchmarks.csv

    def value(self, key: str) -> Decimal:
        """What counts under the key of a setting. AttributeError if there is none."""
        if key.startswith(_BY_CRITICALITY):
            return self.waiting_percent[Criticality(key.removeprefix(_BY_CRITICALITY))]
        return Decimal(getattr(self, key))


_DEFAULTS = Assumptions()


def _spec(key: str, least: str, most: str, unit: Unit) -> AssumptionSpec:
    return AssumptionSpec(key, _DEFAULTS.value(key), Decimal(least), Decimal(most), unit)


ASSUMPTIONS: tuple[AssumptionSpec, ...] = (
    _spec("price_increase_percent", "0", "30", Unit.PERCENT),
    _spec("clear_backlog_years", "1", "10", Unit.YEARS),
    _spec("wave_years", "2", "12", Unit.YEARS),
    _spec("peak_factor", "1.1", "10", Unit.FACTOR),
    _spec("release_lead_months", "0", "24", Unit.MONTHS),  # order, delivery, installation
    _spec("post_working_days", "0", "30", Unit.WORKING_DAYS),
    _spec("notice_soon_days", "1", "730", Unit.DAYS),
    _spec("small_contract", "0", "100000", Unit.MONEY),  # a year; cheaper ones are never urgent
    _spec("waiting_percent_critical", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_high", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_medium", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_low", "0", "200", Unit.PERCENT),
    _spec("unused_seats_percent", "0", "100", Unit.PERCENT),
    _spec("access_review_months", "1", "60", Unit.MONTHS),
    _spec("weight_goal", "0", "100", Unit.PERCENT),  # of benefit; the three are normalised
    _spec("weight_risk", "0", "100", Unit.PERCENT),
    _spec("weight_urgency", "0", "100", Unit.PERCENT),
    _spec("enables_percent", "0", "100", Unit.PERCENT),  # of what an initiative makes possible
    _spec("dear_from", "0", "10000000", Unit.MONEY),  # effort above it is dear
    _spec("bearable_risk", "1", "25", Unit.POINTS),  # likelihood × impact
    _spec("demand_days", "1", "365", Unit.DAYS),  # until a wish has to be answered
    _spec("parallel_initiatives", "1", "50", Unit.COUNT),  # worked on at the same time
    _spec("roadmap_months", "12", "60", Unit.MONTHS),  # that the plan looks ahead
    _spec("initiative_money_per_year", "0", "1000000000", Unit.MONEY),  # a fiscal year; 0: no limit
    _spec("point_price", "1", "100000", Unit.MONEY),  # of one point of benefit a month
    _spec("budget_years_ahead", "1", "9", Unit.YEARS),  # fiscal years after this one
    _spec("larger_expense", "0", "1000000", Unit.MONEY),  # from which on its purpose is asked for
    _spec("fresh_days", "7", "400", Unit.DAYS),  # since an assignment was confirmed or measured
    _spec("council_days", "7", "366", Unit.DAYS),
    _spec("outcome_days", "1", "730", Unit.DAYS),
    _spec("discount_rate", "0", "30", Unit.PERCENT),
    _spec("case_from", "0", "10000000", Unit.MONEY),  # effort
    _spec("case_seed", "1", "1000000", Unit.COUNT),
    _spec("cio_own_yearly", "20000", "1000000", Unit.MONEY),  # salary with everything, a year
    _spec("cio_day_rate", "100", "10000", Unit.MONEY),  # net
)


def assumption(key: str) -> AssumptionSpec:
    """KeyError if there is none."""
    return {spec.key: spec for spec in ASSUMPTIONS}[key]


def _value(data: CompanyData, spec: AssumptionSpec) -> Decimal:
    """The company's setting if it is a number within the range, else the default.

    A setting outside the range cannot be typed; a file edited elsewhere must not bring the rules down.
    """
    for setting in data.where(Setting, "key", spec.key):
        try:
            value = Decimal(setting.value)
        except InvalidOperation:
            continue
        if value.is_finite() and spec.least <= value <= spec.most:
            return Decimal(int(value)) if spec.whole else value
    return spec.default


def assumptions_of(data: CompanyData) -> Assumptions:
    """Defaults, overridden by the company's settings of the same key."""
    values: dict[str, Any] = {}
    for spec in ASSUMPTIONS:
        value = _value(data, spec)
        values[spec.key] = int(value) if spec.whole else value
    waiting = {kind: values.pop(f"{_BY_CRITICALITY}{kind.value}") for kind in Criticality}
    return Assumptions(waiting_percent=MappingProxyType(waiting), **values)
