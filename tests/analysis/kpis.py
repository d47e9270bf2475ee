"""KPIs and their values for tests of the rules: a year of 100 days makes shares readable."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from virtualcio.analysis.goals.kpi_progress import KpiState, kpi_state
from virtualcio.analysis.goals.kpi_series import Point, read_series
from virtualcio.model import Kpi, KpiMilestone, Measurement
from virtualcio.model.goals import Better, TargetKind

BEGIN = date(2026, 1, 1)


def on(days: int) -> date:
    """The day so many days after the baseline."""
    return BEGIN + timedelta(days=days)


def reach(baseline: str = "0", target: str = "100", days: int = 100, **fields: Any) -> Kpi:
    """A KPI that goes from one value to another, by default from 0 to 100 in 100 days."""
    return Kpi(
        name="Kennzahl",
        baseline=Decimal(baseline),
        baseline_on=BEGIN,
        target=Decimal(target),
        target_on=on(days),
        better=Better.HIGHER if Decimal(target) >= Decimal(baseline) else Better.LOWER,
        **fields,
    )


def band(low: str, high: str, baseline: str, **fields: Any) -> Kpi:
    """A KPI that is to come between two values in 100 days."""
    return Kpi(
        name="Kennzahl",
        target_kind=TargetKind.BAND,
        band_from=Decimal(low),
        band_to=Decimal(high),
        baseline=Decimal(baseline),
        baseline_on=BEGIN,
        target_on=on(100),
        **fields,
    )


def measured(kpi: Kpi, day: date, value: str, entry: int = 0, weight: str | None = None) -> Measurement:
    return Measurement(
        kpi_id=kpi.id,
        day=day,
        value=Decimal(value),
        entry=entry,
        weight=None if weight is None else Decimal(weight),
    )


def state(
    kpi: Kpi,
    values: Mapping[int, str],
    today: int | None = None,
    milestones: Mapping[int, str] | None = None,
) -> KpiState:
    """The state of `kpi` with values by days after the baseline, seen from `today` (else the last)."""
    rows = [measured(kpi, on(days), value) for days, value in values.items()]
    seen = on(max(values, default=0) if today is None else today)
    interim = [
        KpiMilestone(kpi_id=kpi.id, day=on(days), value=Decimal(value))
        for days, value in (milestones or {}).items()
    ]
    return kpi_state(kpi, read_series(rows, seen), interim, seen)


def points(*values: str, every: int = 10) -> tuple[Point, ...]:
    """One value every so many days, from the day of the baseline on."""
    return tuple(Point(on(every * index), Decimal(value)) for index, value in enumerate(values))
