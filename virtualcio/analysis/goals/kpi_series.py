"""The values of a KPI in time: one per day, and months rolled up to quarters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import nearest
from virtualcio.analysis.calendar_days import period_end
from virtualcio.model import Kpi, Measurement
from virtualcio.model.base import MILLIONTH
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import Aggregation

_QUARTER = 3  # months


@dataclass(frozen=True)
class Point:
    """The value that counts on `day`, in the KPI's unit; a computed one has no `measurement_id`."""

    day: date
    value: Decimal
    measurement_id: str = ""
    weight: Decimal | None = None


@dataclass(frozen=True)
class Series:
    """All values of a KPI up to a day, oldest first, and what does not count.

    `future` is the number of measurements after that day, `doubled` the days with more than one value.
    """

    points: tuple[Point, ...]
    future: int
    doubled: tuple[date, ...]


@dataclass(frozen=True)
class QuarterValue:
    """What a KPI came to in the quarter that ends on `day`, from `count` values."""

    day: date
    value: Decimal
    count: int


def rounded_value(value: Fraction) -> Decimal:
    """To six places, half away from zero, in one step from the exact value."""
    return Decimal(nearest(value * 1_000_000)).scaleb(-6)


def read_series(measurements: Iterable[Measurement], until: date) -> Series:
    """Of several values on one day the one entered last (highest `entry`) counts; later days do not."""
    known: dict[date, tuple[int, str, Measurement]] = {}
    doubled: set[date] = set()
    future = 0
    for one in measurements:
        day = one.day
        if day > until:
            future += 1
            continue
        order = (one.entry, one.id)
        if day in known:
            doubled.add(day)
            if order < known[day][:2]:
                continue
        known[day] = (*order, one)
    points = tuple(
        Point(day, one.value, key, one.weight) for day, (_entry, key, one) in sorted(known.items())
    )
    return Series(points, future, tuple(sorted(doubled)))


def series_of(data: CompanyData, kpi: Kpi, until: date) -> tuple[Point, ...]:
    """The values of `kpi` up to and with `until`, one per day, oldest first."""
    return read_series(data.where(Measurement, "kpi_id", kpi.id), until).points


def by_quarter(points: Sequence[Point], aggregation: Aggregation) -> tuple[QuarterValue, ...]:
    """Quarters with at least one value: its last value (level), the sum, or the mean (rate), to six places.

    The mean is weighted where every value of the quarter has a weight and they are not all 0.
    Source: rules.md section 2, periods.
    """
    quarters: Mapping[date, list[Point]] = _grouped(points)
    return tuple(
        QuarterValue(day, _rolled_up(values, aggregation), len(values))
        for day, values in sorted(quarters.items())
    )


def _grouped(points: Sequence[Point]) -> Mapping[date, list[Point]]:
    quarters: dict[date, list[Point]] = defaultdict(list)
    for point in points:
        quarters[period_end(point.day, _QUARTER)].append(point)
    return quarters


def _rolled_up(points: Sequence[Point], aggregation: Aggregation) -> Decimal:
    if aggregation is Aggregation.LEVEL:
        return max(points, key=lambda point: point.day).value
    if aggregation is Aggregation.SUM:
        return sum((point.value for point in points), Decimal(0)).quantize(MILLIONTH, rounding=ROUND_HALF_UP)
    weights = [Fraction(point.weight) for point in points if point.weight is not None]
    if len(weights) < len(points) or not sum(weights):
        weights = [Fraction(1)] * len(points)
    weighted = (Fraction(point.value) * weight for point, weight in zip(points, weights, strict=True))
    return rounded_value(sum(weighted, Fraction(0)) / sum(weights))
