"""What flows of money over years are worth: net present value, internal rate of return, payback.

Exact fractions throughout; a result is rounded once. Source: rules.md section 5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from virtualcio.analysis.amounts import nearest
from virtualcio.analysis.business_case.amounts_of_years import MONTHS
from virtualcio.model.base import CENT

Flows = Sequence[Fraction]  # euros of the years 0, 1, 2 …
_STEPS = 10_000  # of a rate: hundredths of a percent
_LEAST = -_STEPS + 1  # a rate of -99.99 %


class NoRate(StrEnum):
    """Why flows have no internal rate of return."""

    NOTHING = "nothing"  # no flow at all
    NOT_SPENT_FIRST = "not_spent_first"  # money comes in before any is spent
    NEVER_BACK = "never_back"  # it is spent, and nothing comes back
    SEVERAL_TURNS = "several_turns"  # the sign changes more than once


@dataclass(frozen=True)
class Rate:
    """In percent a year with two places, or why there is none; exactly one of both is set."""

    percent: Decimal | None = None
    none_because: NoRate | None = None


def present_value(flows: Flows, rate: Fraction) -> Fraction:
    """Σ flow_k ÷ (1 + rate)^k, exact. The rate is a part of 1, above -1."""
    factor = 1 / (1 + rate)
    value = Fraction(0)
    for flow in reversed(flows):
        value = value * factor + flow
    return value


def in_cents(value: Fraction) -> Decimal:
    """To cents, half away from zero."""
    return Decimal(nearest(value * 100)).scaleb(-2).quantize(CENT)


def net_present_value(flows: Flows, rate: Fraction) -> Decimal:
    return in_cents(present_value(flows, rate))


def internal_rate(flows: Flows) -> Rate:
    """The rate at which the present value is 0, to a hundredth of a percent.

    Only if the first flow that is not 0 is negative and the sign changes once: then there is exactly one.
    """
    signs = [flow > 0 for flow in flows if flow]
    if not signs:
        return Rate(none_because=NoRate.NOTHING)
    if signs[0]:
        return Rate(none_because=NoRate.NOT_SPENT_FIRST)
    turns = len([1 for one, two in pairwise(signs) if one is not two])
    if turns != 1:
        return Rate(none_because=NoRate.SEVERAL_TURNS if turns else NoRate.NEVER_BACK)
    return Rate(percent=Decimal(_nearest_step(flows)).scaleb(-2))


def _nearest_step(flows: Flows) -> int:
    """The rate in hundredths of a percent. Below it the present value is above 0, beyond it below."""

    def pays(steps: Fraction | int) -> bool:
        return present_value(flows, Fraction(steps) / _STEPS) >= 0

    low, high = _LEAST, _STEPS
    if not pays(low):
        return low
    while pays(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if pays(middle) else (low, middle)
    return high if pays(Fraction(low + high, 2)) else low


def payback_months(flows: Flows) -> int | None:
    """After how many months the sum of all flows stays at 0 or above; None if not within 60.

    Undiscounted; year 0 stands at the start, each later year is spread evenly over its twelve months. 0 for
    flows that are never below 0.
    """
    known: int | None = None
    for month in reversed(range(MONTHS + 1)):
        if _sum_after(flows, month) < 0:
            return known
        known = month
    return known


def _sum_after(flows: Flows, month: int) -> Fraction:
    years, months = divmod(month, 12)
    whole = sum(flows[: years + 1], Fraction(0))
    return whole + (flows[years + 1] * Fraction(months, 12) if months else 0)
