"""Where a KPI is heading: a robust line through its last values (Theil–Sen), with a band."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm

from virtualcio.analysis.goals.kpi_series import Point, rounded_value
from virtualcio.analysis.goals.kpi_target import Target, target_of
from virtualcio.model import Kpi

LAST_VALUES = 8
LEAST_FOR_FORECAST = 4
LEAST_FOR_TREND = 5
PLACES = 6
MILLION = 10**PLACES
LOW, MIDDLE, HIGH = Fraction(1, 5), Fraction(1, 2), Fraction(4, 5)


class Trend(StrEnum):
    BETTER = "better"
    STEADY = "steady"
    WORSE = "worse"


@dataclass(frozen=True)
class Forecast:
    """The expected value on `day` and the band around it, in the KPI's unit, each rounded once."""

    day: date
    value: Decimal
    low: Decimal
    high: Decimal

    def meets(self, kpi: Kpi) -> bool:
        """Whether the whole band is as good as the target asks: only then it may be shown as good."""
        target = target_of(kpi)
        return target is not None and target.met_by(Fraction(self.low)) and target.met_by(Fraction(self.high))


def forecast(points: Sequence[Point], on: date | None) -> Forecast | None:
    """The value to expect on `on` from the last 8 of `points` (one per day, oldest first).

    Median over i of yᵢ + m (on − xᵢ), where m is the median of the slopes of all pairs per day, for the
    band their 0.2- and 0.8-quantile. None with fewer than 4 values or if `on` is not after the last one.
    Source: rules.md section 2.
    """
    last = points[-LAST_VALUES:]
    if on is None or len(last) < LEAST_FOR_FORECAST or on <= last[-1].day:
        return None
    values = [(point.day.toordinal(), _millionths(point.value)) for point in last]
    slopes, days = _slopes(values)
    target_day = on.toordinal()
    low, value, high = (_line(values, quantile(slopes, q) / days, target_day) for q in (LOW, MIDDLE, HIGH))
    return Forecast(on, value=value, low=low, high=high)


def trend(points: Sequence[Point], target: Target | None) -> Trend | None:
    """Whether the last 8 values get better or worse; None with fewer than 5, or without a target.

    What counts is the distance from what is good. For a value or direction without end, higher is better
    or lower is. A word is only said where the slopes agree: steady if the 0.2- and the 0.8-quantile of the
    slopes do not have the same sign.
    """
    last = points[-LAST_VALUES:]
    if target is None or len(last) < LEAST_FOR_TREND:
        return None
    values = [(point.day.toordinal(), _goodness(target, _millionths(point.value))) for point in last]
    slopes, _days = _slopes(values)
    if quantile(slopes, LOW) > 0:
        return Trend.BETTER
    return Trend.WORSE if quantile(slopes, HIGH) < 0 else Trend.STEADY


def _millionths(value: Decimal) -> int:
    """Values have at most six places: whole numbers are exact and quick."""
    return int(value.scaleb(PLACES))


def _goodness(target: Target, value: int) -> int:
    if target.high is None:
        return value
    return -value if target.low is None else -int(target.distance(Fraction(value, MILLION)) * MILLION)


def _slopes(values: Sequence[tuple[int, int]]) -> tuple[list[int], int]:
    """Of all pairs, smallest first, each times the same number of days, which comes second."""
    pairs = [
        (later - earlier, end - start)
        for index, (start, earlier) in enumerate(values)
        for end, later in values[index + 1 :]
    ]
    days = lcm(*(span for _rise, span in pairs))
    return sorted(rise * (days // span) for rise, span in pairs), days


def quantile(ordered: Sequence[int], q: Fraction) -> Fraction:
    """By linear interpolation at position (n − 1) q of the n `ordered` values. Source: rules.md section 2."""
    position = (len(ordered) - 1) * q
    index = position.numerator // position.denominator
    if index + 1 >= len(ordered):
        return Fraction(ordered[index])
    below, above = ordered[index], ordered[index + 1]
    return below + (above - below) * (position - index)


def _line(values: Sequence[tuple[int, int]], slope: Fraction, on: int) -> Decimal:
    """Where lines of this slope through the `values` lead on day `on`: their median, rounded once."""
    rise, span = slope.numerator, slope.denominator
    ends = sorted(value * span + rise * (on - day) for day, value in values)
    return rounded_value(quantile(ends, MIDDLE) / span / MILLION)
