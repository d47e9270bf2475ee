"""What goes into a business case: typed inputs, and the initiative's own figures where nothing was typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from virtualcio.analysis.amounts import ZERO, round_cents
from virtualcio.model import Initiative, InitiativeEffort, ResourcePool
from virtualcio.model.business_case import CaseInput, CaseInputKind
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AmountOrigin

YEARS = 6  # year 0, the start, and five of twelve months each
MONTHS = 60

COSTS = frozenset({CaseInputKind.ONE_OFF, CaseInputKind.RUNNING, CaseInputKind.INTERNAL})
BENEFITS = frozenset({CaseInputKind.SAVING, CaseInputKind.REVENUE})
_CASH = frozenset({CaseInputKind.ONE_OFF, CaseInputKind.RUNNING, *BENEFITS})
_GUESSED = frozenset({AmountOrigin.ESTIMATE, AmountOrigin.DEFAULT})


class Scenario(StrEnum):
    """Which of the three amounts of each input counts."""

    WORST = "worst"
    EXPECTED = "expected"
    BEST = "best"


@dataclass(frozen=True)
class YearAmounts:
    """One input with an amount: `shares` says how much of it counts in each of the years 0 to 5.

    Amounts are above 0, in euros a year; `amounts` holds one for each scenario. `record_id` is the key of the
    typed row, None for a figure of the initiative itself, whose `name` is empty.
    """

    record_id: str | None
    name: str
    kind: CaseInputKind
    amounts: Mapping[Scenario, Decimal]
    shares: tuple[Fraction, ...]
    origin: AmountOrigin

    @property
    def sign(self) -> int:
        """Costs leave the house, benefits come in."""
        return -1 if self.kind in COSTS else 1

    @property
    def is_cash(self) -> bool:
        """Own person-days are paid anyhow, and what is not money has no amount."""
        return self.kind in _CASH

    @property
    def is_benefit(self) -> bool:
        return self.kind in BENEFITS

    @property
    def has_span(self) -> bool:
        """Whether worst and best differ."""
        return self.amounts[Scenario.WORST] != self.amounts[Scenario.BEST]

    @property
    def guessed(self) -> bool:
        """Estimated, or a default of the program: nobody has an offer or an invoice."""
        return self.origin in _GUESSED

    def flows(self, scenario: Scenario) -> tuple[Fraction, ...]:
        """Exact euros of the years 0 to 5, costs below 0."""
        amount = self.sign * Fraction(self.amounts[scenario])
        return tuple(amount * share for share in self.shares)


@dataclass(frozen=True)
class CaseInputs:
    """All that counts for an initiative, and what does not.

    `counted`: with an amount, in the order of their kinds, then as they were entered. `not_money`: keys of
    benefits that are described only. `without_amount`: keys of rows whose amount is missing. `no_cost`:
    nobody has said what the initiative costs once, not even 0. `external_days`: price of person-days of
    providers, which count as far as the one-off cost contains them. `days_without_rate`: own
    person-days that no rate makes money of.
    """

    counted: tuple[YearAmounts, ...]
    not_money: tuple[str, ...] = ()
    without_amount: tuple[str, ...] = ()
    no_cost: bool = False
    external_days: Decimal = ZERO
    days_without_rate: Decimal = ZERO

    @property
    def cash(self) -> Sequence[YearAmounts]:
        """What is paid or comes in."""
        return [one for one in self.counted if one.is_cash]


def case_inputs(data: CompanyData, initiative: Initiative) -> CaseInputs:
    """The inputs of an initiative's business case. Source: rules.md section 5.

    Its own one-off cost stands in year 0, its own person-days at the rate of their pool too, its running
    cost in each month after its end; a typed row of the same kind with an amount takes their place.
    """
    rows = data.where(CaseInput, "initiative_id", initiative.id)
    typed = [made for row in rows if (made := _typed(row)) is not None]
    kinds = {one.kind for one in typed}
    days = _Days(data, initiative)
    own = [one for one in _own(initiative, days) if one.kind not in kinds]
    order = list(CaseInputKind)
    return CaseInputs(
        counted=tuple(sorted((*own, *typed), key=lambda one: order.index(one.kind))),
        not_money=tuple(row.id for row in rows if row.kind is CaseInputKind.NOT_MONEY),
        without_amount=tuple(
            row.id for row in rows if row.kind is not CaseInputKind.NOT_MONEY and row.expected is None
        ),
        no_cost=initiative.one_off_cost is None and CaseInputKind.ONE_OFF not in kinds,
        external_days=days.external,
        days_without_rate=ZERO if CaseInputKind.INTERNAL in kinds else days.without_rate,
    )


def has_case(rows: Iterable[CaseInput]) -> bool:
    """Whether these rows of an initiative say what it is good for: a benefit with an amount, or one that
    is no money.
    """
    return any(
        row.kind is CaseInputKind.NOT_MONEY or (row.kind in BENEFITS and row.expected is not None)
        for row in rows
    )


def better_than_worst(row: CaseInput) -> bool:
    """Whether the amounts of a row go from worst to best, as far as they are entered: costs downwards,
    benefits upwards.
    """
    entered = [one for one in (row.worst, row.expected, row.best) if one is not None]
    return entered == sorted(entered, reverse=row.kind in COSTS)


def _typed(row: CaseInput) -> YearAmounts | None:
    """None for a row that cannot count: no money, or no expected amount yet."""
    if row.kind is CaseInputKind.NOT_MONEY or row.expected is None:
        return None
    first, last = max(row.first_year, 0), min(row.last_year, YEARS - 1)
    shares = tuple(Fraction(first <= year <= last) for year in range(YEARS))
    worst = row.expected if row.worst is None else row.worst
    best = row.expected if row.best is None else row.best
    amounts = _three(worst, row.expected, best)
    return YearAmounts(row.id, row.name, row.kind, amounts, shares, row.amount_origin)


def _three(worst: Decimal, expected: Decimal, best: Decimal) -> Mapping[Scenario, Decimal]:
    return MappingProxyType({Scenario.WORST: worst, Scenario.EXPECTED: expected, Scenario.BEST: best})


def _own(initiative: Initiative, days: "_Days") -> Iterable[YearAmounts]:
    at_start = (Fraction(1), *(Fraction(0),) * (YEARS - 1))
    if initiative.one_off_cost:
        yield _own_figure(CaseInputKind.ONE_OFF, initiative.one_off_cost, at_start, initiative.one_off_origin)
    if initiative.running_cost:
        after_end = _months_after(initiative.months)
        yield _own_figure(
            CaseInputKind.RUNNING, initiative.running_cost, after_end, initiative.running_origin
        )
    if days.internal:
        yield _own_figure(CaseInputKind.INTERNAL, days.internal, at_start, AmountOrigin.ESTIMATE)


def _own_figure(
    kind: CaseInputKind, amount: Decimal, shares: tuple[Fraction, ...], origin: AmountOrigin
) -> YearAmounts:
    return YearAmounts(None, "", kind, _three(amount, amount, amount), shares, origin)


def _months_after(months: int) -> tuple[Fraction, ...]:
    """The part of each year that comes after a duration of so many months; none of the start."""
    done = max(months, 0)
    later = (Fraction(min(12, max(0, 12 * year - done)), 12) for year in range(1, YEARS))
    return (Fraction(0), *later)


class _Days:
    """What the person-days of an initiative come to, by who works them."""

    def __init__(self, data: CompanyData, initiative: Initiative) -> None:
        self.internal = self.external = self.without_rate = ZERO
        for row in data.where(InitiativeEffort, "initiative_id", initiative.id):
            pool, days = data.get(ResourcePool, row.pool_id), max(row.days, ZERO)
            if pool is not None and pool.external:
                self.external += days * (pool.day_rate or ZERO)
            elif pool is None or pool.day_rate is None:
                self.without_rate += days
            else:
                self.internal += days * pool.day_rate
        self.internal, self.external = round_cents(self.internal), round_cents(self.external)
