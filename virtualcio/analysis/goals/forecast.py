"""Where a KPI is heading: a robust line through its last values (Theil–Sen), with a band."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from virtualcio.analysis.goals.kpi_series import Point, rounded_value
from virtualcio.analysis.goals.kpi_target import Target, target_of
from virtualcio.model import Kpi

LAST_VALUES = 8
LEAST_FOR_FORECAST = 4
LEAST_FOR_TREND = 5
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
    slopes = _slopes([(point.day.toordinal(), Fraction(point.value)) for point in last])
    low, value, high = (_line(last, quantile(slopes, q), on) for q in (LOW, MIDDLE, HIGH))
    return Forecast(on, rounded_value(value), rounded_value(low), rounded_value(high))


def trend(points: Sequence[Point], target: Target | None) -> Trend | None:
    """Whether the last 8 values get better or worse; None with fewer than 5, or without a target.

    What counts is the distance from what is good. For a value or direction without end, higher is better
    or lower is. A word is only said where the slopes agree: steady if the 0.2- and the 0.8-quantile of the
    slopes do not have the same sign.
    """
    last = points[-LAST_VALUES:]
    if target is None or len(last) < LEAST_FOR_TREND:
        return None
    slopes = _slopes([(point.day.toordinal(), _goodness(target, Fraction(point.value))) for point in last])
    if quantile(slopes, LOW) > 0:
        return Trend.BETTER
    return Trend.WORSE if quantile(slopes, HIGH) < 0 else Trend.STEADY


def _goodness(target: Target, value: Fraction) -> Fraction:
    if target.high is None:
        return value
    return -value if target.low is None else -target.distance(value)


def _slopes(values: Sequence[tuple[int, Fraction]]) -> list[Fraction]:
    """Of all pairs, per day, smallest first."""
    return sorted(
        (later - earlier) / (end - start)
        for index, (start, earlier) in enumerate(values)
        for end, later in values[index + 1 :]
    )


def quantile(ordered: Sequence[Fraction], q: Fraction) -> Fraction:
    """By linear interpolation at position (n − 1) q of the n `ordered` values. Source: rules.md section 2."""
    position = (len(ordered) - 1) * q
    index = position.numerator // position.denominator
    if index + 1 >= len(ordered):
        return ordered[index]
    below, above = ordered[index], ordered[index + 1]
    return below + (above - below) * (position - index)


def _line(points: Sequence[Point], slope: Fraction, on: date) -> Fraction:
    ends = sorted(Fraction(point.value) + slope * (on - point.day).days for point in points)
    return quantile(ends, MIDDLE)
