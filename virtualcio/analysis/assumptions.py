"""What the rules assume where a company has said nothing else: one row per assumption, each a setting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType

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


def _spec(key: str, default: str, least: str, most: str, unit: Unit) -> AssumptionSpec:
    return AssumptionSpec(key, Decimal(default), Decimal(least), Decimal(most), unit)


ASSUMPTIONS: tuple[AssumptionSpec, ...] = (
    _spec("price_increase_percent", "2", "0", "30", Unit.PERCENT),
    _spec("clear_backlog_years", "3", "1", "10", Unit.YEARS),
    _spec("wave_years", "6", "2", "12", Unit.YEARS),
    _spec("peak_factor", "1.5", "1.1", "10", Unit.FACTOR),
    _spec("release_lead_months", "3", "0", "24", Unit.MONTHS),  # order, delivery, installation
    _spec("post_working_days", "5", "0", "30", Unit.WORKING_DAYS),
    _spec("notice_soon_days", "90", "1", "730", Unit.DAYS),
    _spec("small_contract", "500", "0", "100000", Unit.MONEY),  # a year; cheaper ones are never urgent
    _spec("waiting_percent_critical", "25", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_high", "15", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_medium", "8", "0", "200", Unit.PERCENT),
    _spec("waiting_percent_low", "4", "0", "200", Unit.PERCENT),
    _spec("unused_seats_percent", "10", "0", "100", Unit.PERCENT),
    _spec("access_review_months", "12", "1", "60", Unit.MONTHS),
    _spec("weight_goal", "60", "0", "100", Unit.PERCENT),  # of benefit; the three are normalised
    _spec("weight_risk", "25", "0", "100", Unit.PERCENT),
    _spec("weight_urgency", "15", "0", "100", Unit.PERCENT),
    _spec("enables_percent", "30", "0", "100", Unit.PERCENT),  # of what an initiative makes possible
    _spec("dear_from", "20000", "0", "10000000", Unit.MONEY),  # effort above it is dear
    _spec("bearable_risk", "9", "1", "25", Unit.POINTS),  # likelihood × impact
    _spec("demand_days", "30", "1", "365", Unit.DAYS),  # until a wish has to be answered
    _spec("parallel_initiatives", "3", "1", "50", Unit.COUNT),  # worked on at the same time
    _spec("roadmap_months", "36", "12", "60", Unit.MONTHS),  # that the plan looks ahead
    _spec("initiative_money_per_year", "0", "0", "1000000000", Unit.MONEY),  # a fiscal year; 0: no limit
)


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
    """The assumptions as this company has set them; a constructor without arguments gives the defaults."""

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
    values = {spec.key: _value(data, spec) for spec in ASSUMPTIONS}
    return Assumptions(
        price_increase_percent=values["price_increase_percent"],
        clear_backlog_years=int(values["clear_backlog_years"]),
        wave_years=int(values["wave_years"]),
        peak_factor=values["peak_factor"],
        release_lead_months=int(values["release_lead_months"]),
        post_working_days=int(values["post_working_days"]),
        notice_soon_days=int(values["notice_soon_days"]),
        small_contract=values["small_contract"],
        waiting_percent=MappingProxyType(
            {kind: values[f"waiting_percent_{kind.value}"] for kind in Criticality}
        ),
        unused_seats_percent=values["unused_seats_percent"],
        access_review_months=int(values["access_review_months"]),
        weight_goal=values["weight_goal"],
        weight_risk=values["weight_risk"],
        weight_urgency=values["weight_urgency"],
        enables_percent=values["enables_percent"],
        dear_from=values["dear_from"],
        bearable_risk=int(values["bearable_risk"]),
        demand_days=int(values["demand_days"]),
        parallel_initiatives=int(values["parallel_initiatives"]),
        roadmap_months=int(values["roadmap_months"]),
        initiative_money_per_year=values["initiative_money_per_year"],
    )
