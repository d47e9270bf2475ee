"""Whether a KPI is on plan: progress, what is expected by now, status, age of the last value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from virtualcio.analysis.goals.forecast import Forecast, Trend, forecast, trend
from virtualcio.analysis.goals.kpi_series import Point, Series
from virtualcio.analysis.goals.kpi_target import Target, missing_in, target_of
from virtualcio.model import Kpi, KpiMilestone
from virtualcio.model.goals import Cadence, KpiSource

ON_PLAN_BELOW = Fraction(5, 100)  # so far below what is expected is still on plan
CLOSE_BELOW = Fraction(20, 100)
WHOLE = Fraction(1)
NOTHING = Fraction(0)
CADENCE_DAYS = {
    Cadence.WEEKLY: 7,
    Cadence.MONTHLY: 30,
    Cadence.QUARTERLY: 91,
    Cadence.HALF_YEARLY: 182,
    Cadence.YEARLY: 365,
}
COMPUTED_SOURCES = frozenset(KpiSource) - {KpiSource.MEASURED, KpiSource.PROMOTERS}


class KpiStatus(StrEnum):
    ON_PLAN = "on_plan"
    CLOSE = "close"
    BEHIND = "behind"
    NOT_MEASURED = "not_measured"
    INCOMPLETE = "incomplete"  # without what a target is judged by


@dataclass(frozen=True)
class KpiState:
    """Where a KPI stands on a day.

    `progress` and `expected` are shares (1 is the whole way, progress is not capped); None where a value
    is only to be held. `missing` holds words of `kpi_target.missing_in`. `stale`: the last value is older
    than one and a half of its cadence.
    """

    kpi_id: str
    status: KpiStatus
    current: Decimal | None = None
    measured_on: date | None = None
    progress: Fraction | None = None
    expected: Fraction | None = None
    stale: bool = False
    missing: tuple[str, ...] = ()
    target_before_baseline: bool = False
    future_measurements: int = 0
    days_with_two_values: tuple[date, ...] = ()
    forecast: Forecast | None = None
    trend: Trend | None = None


def kpi_state(kpi: Kpi, series: Series, milestones: Iterable[KpiMilestone], today: date) -> KpiState:
    """Status of `kpi` by its values up to `today`. Source: rules.md section 2."""
    target = target_of(kpi)
    points = series.points
    last = points[-1] if points else None
    progress = expected = None
    if target is None or not _has_days(kpi, target):
        status = KpiStatus.INCOMPLETE
    elif last is None:
        status = KpiStatus.NOT_MEASURED
    else:
        progress = target.progress(Fraction(last.value))
        expected = expected_on(kpi, target, milestones, last.day)
        status = _status(kpi, target, last, progress, expected)
    return KpiState(
        kpi_id=kpi.id,
        status=status,
        current=None if last is None else last.value,
        measured_on=None if last is None else last.day,
        progress=progress,
        expected=expected,
        stale=last is not None and is_stale(kpi.cadence, last.day, today),
        missing=missing_in(kpi),
        target_before_baseline=(
            kpi.target_on is not None and kpi.baseline_on is not None and kpi.target_on < kpi.baseline_on
        ),
        future_measurements=series.future,
        days_with_two_values=series.doubled,
        forecast=forecast(points, kpi.target_on),
        trend=trend(points, target),
    )


def _has_days(kpi: Kpi, target: Target) -> bool:
    return target.start is None or (kpi.baseline_on is not None and kpi.target_on is not None)


def _status(
    kpi: Kpi, target: Target, last: Point, progress: Fraction | None, expected: Fraction | None
) -> KpiStatus:
    """Compared exactly. A value that is to be held is good or behind: no limits are named between."""
    if progress is None or expected is None:
        return KpiStatus.ON_PLAN if target.met_by(Fraction(last.value)) else KpiStatus.BEHIND
    over = kpi.target_on is not None and last.day >= kpi.target_on
    if progress >= (WHOLE if over else expected - ON_PLAN_BELOW):
        return KpiStatus.ON_PLAN
    return KpiStatus.CLOSE if progress >= expected - CLOSE_BELOW else KpiStatus.BEHIND


def expected_on(kpi: Kpi, target: Target, milestones: Iterable[KpiMilestone], day: date) -> Fraction | None:
    """The share of the way that should be behind us on `day`; None if a day is missing or nothing is due.

    By days from the baseline (or the start of the effect, if later) to the target date, along the interim
    targets; 0 until the start of the effect, 1 from the target date on. Source: rules.md section 2.
    """
    if target.start is None or kpi.baseline_on is None or kpi.target_on is None:
        return None
    if day >= kpi.target_on:
        return WHOLE
    start = kpi.baseline_on if kpi.effect_from is None else max(kpi.baseline_on, kpi.effect_from)
    if day <= start:
        return NOTHING
    ways = {
        one.day: target.progress(Fraction(one.value)) for one in milestones if start < one.day < kpi.target_on
    }
    corners = [(start, NOTHING), *sorted(ways.items()), (kpi.target_on, WHOLE)]
    return _along([(one, share) for one, share in corners if share is not None], day)


def _along(corners: Sequence[tuple[date, Fraction]], day: date) -> Fraction:
    """On the line through `corners`, which hold `day` between the first and the last."""
    for (start, before), (end, after) in pairwise(corners):
        if day <= end:
            return before + (after - before) * Fraction((day - start).days, (end - start).days)
    return corners[-1][1]


def is_stale(cadence: Cadence, measured_on: date, today: date) -> bool:
    """Older than 1.5 times the days of its cadence. Source: rules.md section 2."""
    return 2 * (today - measured_on).days > 3 * CADENCE_DAYS[cadence]
