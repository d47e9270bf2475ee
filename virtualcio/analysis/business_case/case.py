"""The business case of one initiative: three scenarios, what moves it most, and how sure it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from virtualcio.analysis.amounts import HUNDRED, ZERO, share_percent, total
from virtualcio.analysis.business_case.amounts_of_years import (
    BENEFITS,
    COSTS,
    YEARS,
    CaseInputs,
    Scenario,
    YearAmounts,
)
from virtualcio.analysis.business_case.draws import Spread, spread
from virtualcio.analysis.business_case.returns import (
    Rate,
    in_cents,
    internal_rate,
    net_present_value,
    payback_months,
)
from virtualcio.model.business_case import CaseInputKind


@dataclass(frozen=True)
class ScenarioResult:
    """One of the three cases. Euros of the years 0 to 5, rounded for showing; the results follow from exact
    ones. `by_kind` holds the flows of each kind of input, `internal` the price of own person-days, which are
    in no sum, `discounted` the flows as they are worth at the start.
    """

    flows: tuple[Decimal, ...]
    discounted: tuple[Decimal, ...]
    by_kind: Mapping[CaseInputKind, tuple[Decimal, ...]]
    internal: tuple[Decimal, ...]
    net_present_value: Decimal
    rate: Rate
    payback_months: int | None

    @property
    def cumulated(self) -> tuple[Decimal, ...]:
        """All flows up to the end of each year."""
        return tuple(total(self.flows[: year + 1]) for year in range(len(self.flows)))

    @property
    def cost(self) -> Decimal:
        """All that is paid in the six years, above 0."""
        return -self._of(COSTS)

    @property
    def benefit(self) -> Decimal:
        """All that comes in or is saved in the six years."""
        return self._of(BENEFITS)

    def _of(self, kinds: frozenset[CaseInputKind]) -> Decimal:
        return total(total(flows) for kind, flows in self.by_kind.items() if kind in kinds)


@dataclass(frozen=True)
class Swing:
    """What one input does to the net present value while all others are as expected, euros."""

    of: YearAmounts
    at_worst: Decimal
    at_best: Decimal

    @property
    def width(self) -> Decimal:
        return abs(self.at_best - self.at_worst)


@dataclass(frozen=True)
class BusinessCase:
    """Whether an initiative pays, from the company's point of view, before tax.

    `rate` is the yearly interest as a part of 1; `has_case` says that somebody has entered what it is good
    for. Results are worked out when first asked for.
    """

    initiative_id: str
    inputs: CaseInputs
    rate: Fraction
    seed: int
    has_case: bool

    @cached_property
    def scenarios(self) -> Mapping[Scenario, ScenarioResult]:
        return {one: self._result(one) for one in Scenario}

    @property
    def expected(self) -> ScenarioResult:
        return self.scenarios[Scenario.EXPECTED]

    @cached_property
    def tornado(self) -> tuple[Swing, ...]:
        """Each input that is money, the one that moves the result most first; ties in their order."""
        swings = [self._swing(one) for one in self.inputs.cash]
        return tuple(sorted(swings, key=lambda swing: -swing.width))

    @cached_property
    def spread(self) -> Spread | None:
        """How the drawn cases lie; None as long as no input has a worst and a best."""
        return spread(self.inputs.cash, self.rate, self.seed)

    @property
    def chance_percent(self) -> Decimal:
        """The chance that it does not pay: certain or impossible as long as no input has a span."""
        if self.spread is not None:
            return self.spread.chance_percent
        return HUNDRED if self.expected.net_present_value < 0 else ZERO

    @property
    def guessed_percent(self) -> Decimal | None:
        """How much of the benefit is estimated and no more; None without a benefit in money."""
        benefits = [one for one in self.inputs.counted if one.is_benefit]
        guessed = total(_whole(one) for one in benefits if one.guessed)
        return share_percent(guessed, total(map(_whole, benefits)))

    def _result(self, scenario: Scenario) -> ScenarioResult:
        flows = _added(one.flows(scenario) for one in self.inputs.cash)
        kinds = dict.fromkeys(one.kind for one in self.inputs.cash)
        by_kind = {
            kind: _shown(_added(one.flows(scenario) for one in self.inputs.cash if one.kind is kind))
            for kind in kinds
        }
        internal = [one for one in self.inputs.counted if one.kind is CaseInputKind.INTERNAL]
        return ScenarioResult(
            flows=_shown(flows),
            discounted=_shown([flow / (1 + self.rate) ** year for year, flow in enumerate(flows)]),
            by_kind=by_kind,
            internal=_shown([-flow for flow in _added(one.flows(scenario) for one in internal)]),
            net_present_value=net_present_value(flows, self.rate),
            rate=internal_rate(flows),
            payback_months=payback_months(flows),
        )

    def _swing(self, moved: YearAmounts) -> Swing:
        def at(scenario: Scenario) -> Decimal:
            flows = _added(
                one.flows(scenario if one is moved else Scenario.EXPECTED) for one in self.inputs.cash
            )
            return net_present_value(flows, self.rate)

        return Swing(moved, at(Scenario.WORST), at(Scenario.BEST))


def _whole(one: YearAmounts) -> Decimal:
    return in_cents(sum(one.flows(Scenario.EXPECTED), Fraction(0)))


def _added(rows: Iterable[Sequence[Fraction]]) -> tuple[Fraction, ...]:
    nothing = (Fraction(0),) * YEARS
    return tuple(sum(year, Fraction(0)) for year in zip(nothing, *rows, strict=True))


def _shown(flows: Sequence[Fraction]) -> tuple[Decimal, ...]:
    return tuple(in_cents(flow) for flow in flows)
