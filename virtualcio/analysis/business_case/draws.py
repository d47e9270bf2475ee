"""Thousands of drawn cases: how the net present value is spread when every input moves at once.

The only place with floats: draws are no amounts that anybody pays. Source: rules.md section 5.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random

from virtualcio.analysis.amounts import round_cents
from virtualcio.analysis.business_case.amounts_of_years import Scenario, YearAmounts
from virtualcio.analysis.business_case.returns import present_value

DRAWS = 10_000
PERCENTILES = (10, 50, 90)
_MOST_BINS = 40


@dataclass(frozen=True)
class Bin:
    """How many draws lie from `start` up to, not including, `end`; euros."""

    start: Decimal
    end: Decimal
    count: int


@dataclass(frozen=True)
class Spread:
    """Net present values of all draws in short: `p10` is the 1,000th smallest of 10,000, and so on.

    `below_zero` is the number of draws with a net present value below 0.
    """

    draws: int
    below_zero: int
    p10: Decimal
    p50: Decimal
    p90: Decimal
    bins: tuple[Bin, ...]

    @property
    def chance_percent(self) -> Decimal:
        """The chance that it does not pay, in percent with two places."""
        return round_cents(Decimal(self.below_zero * 100) / self.draws)


def drawn_values(inputs: Sequence[YearAmounts], rate: Fraction, seed: int, count: int = DRAWS) -> list[float]:
    """Net present values of `count` draws, sorted. Each input is drawn once for all its years, in order."""
    random = Random(seed)
    spans = []
    for one in inputs:
        amounts = [float(one.amounts[scenario]) for scenario in Scenario]
        weight = float(one.sign * present_value(one.shares, rate))
        spans.append((min(amounts), max(amounts), float(one.amounts[Scenario.EXPECTED]), weight))
    values = []
    for _draw in range(count):
        value = 0.0
        for low, high, mode, weight in spans:
            value += weight * random.triangular(low, high, mode)
        values.append(value)
    values.sort()
    return values


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The ⌈p n⌉-th smallest. IndexError of nothing."""
    return ordered[max(1, -(-percent * len(ordered) // 100)) - 1]


def spread(inputs: Sequence[YearAmounts], rate: Fraction, seed: int) -> Spread | None:
    """None if no input has a span: then every draw is the same."""
    if not any(one.has_span for one in inputs):
        return None
    ordered = drawn_values(inputs, rate, seed)
    p10, p50, p90 = (_cents(percentile(ordered, percent)) for percent in PERCENTILES)
    below = bisect_left(ordered, 0.0)
    return Spread(len(ordered), below, p10, p50, p90, _bins(ordered))


def _cents(value: float) -> Decimal:
    return round_cents(Decimal(value))


def _bins(ordered: Sequence[float]) -> tuple[Bin, ...]:
    """At most forty of a round width, one of which begins at 0 if 0 lies among them."""
    least, most = ordered[0], ordered[-1]
    width = _round_width((most - least) / _MOST_BINS)
    first, last = int(least // width), int(most // width)
    edges = [(width * number, bisect_left(ordered, width * number)) for number in range(first, last + 2)]
    return tuple(
        Bin(Decimal(start), Decimal(end), after - before) for (start, before), (end, after) in pairwise(edges)
    )


def _round_width(least: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 … euros."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power > least:
                return step * power
        power *= 10
