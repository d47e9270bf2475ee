"""What is shown of one KPI beside the goals: its figure, its words, and its series as a chart."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Tone
from virtualcio.actions.goals.kpi_words import (
    places_of,
    quantity,
    shown_forecast,
    status_of,
    target_of,
    until_words,
)
from virtualcio.analysis.goals.forecast import Forecast, Trend
from virtualcio.analysis.goals.kpi_progress import COMPUTED_SOURCES, KpiState
from virtualcio.model import Goal, Kpi, KpiMilestone, Measurement
from virtualcio.model.goals import Cadence, KpiLevel, TargetKind
from virtualcio.texts import _, join_names, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

LEVELS = {
    KpiLevel.STRATEGIC: mark("strategic"),
    KpiLevel.OPERATIONAL: mark("operational"),
    KpiLevel.USER: mark("users"),
    KpiLevel.BUSINESS: mark("business"),
}
CADENCES = {
    Cadence.WEEKLY: mark("weekly"),
    Cadence.MONTHLY: mark("monthly"),
    Cadence.QUARTERLY: mark("quarterly"),
    Cadence.HALF_YEARLY: mark("half-yearly"),
    Cadence.YEARLY: mark("yearly"),
}
_TRENDS = {
    Trend.BETTER: mark("getting better"),
    Trend.STEADY: mark("steady"),
    Trend.WORSE: mark("getting worse"),
}
_MISSING = {
    "baseline": mark("baseline"),
    "baseline_on": mark("day of the baseline"),
    "target": mark("target"),
    "target_on": mark("target date"),
    "band": mark("both ends of the band"),
    "owner": mark("somebody responsible"),
    "goal": mark("a goal"),
}

_COLUMNS = {"band": "band_from"}  # where it is typed, if not in the column of its own name


@dataclass(frozen=True)
class KpiHead:
    """The figure and the words above the chart. `warnings` are sentences about what is odd."""

    name: str
    meta: str  # 'operativ · monatlich'
    measured: bool
    value: str
    unit: str
    target: str
    forecast: str
    forecast_tone: Tone
    status: str
    tone: Tone
    trend: str
    lacking: str  # what it cannot be judged without; ""
    lacking_column: str  # the first of it
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class ChartPoint:
    day: date
    value: Decimal
    note: str = ""


@dataclass(frozen=True)
class ForecastCone:
    """From the last value to the band on the target date."""

    start: ChartPoint
    end: ChartPoint
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class KpiChart:
    """A series to be drawn: values in the KPI's unit with `places` after the comma."""

    kpi_id: str
    name: str
    unit: str
    places: int
    points: tuple[ChartPoint, ...]
    milestones: tuple[ChartPoint, ...]
    targets: tuple[Decimal, ...]  # one value, the two ends of a band, or none
    target_on: date | None
    baseline: ChartPoint | None
    forecast: ForecastCone | None
    today: date

    def words(self, value: Decimal) -> str:
        return quantity(value, self.unit, self.places)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day that there is something to see on."""
        known = [self.today, *(one.day for one in (*self.points, *self.milestones))]
        known += [one for one in (self.target_on,) if one is not None]
        known += [self.baseline.day] if self.baseline is not None else []
        return min(known), max(known)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Everything that has to fit on the axis."""
        known = [*self.targets, *(one.value for one in (*self.points, *self.milestones))]
        known += [self.baseline.value] if self.baseline is not None else []
        if self.forecast is not None:
            known += [self.forecast.low, self.forecast.high, self.forecast.end.value]
        return tuple(known)


def kpi_head(company: "OpenCompany", kpi: Kpi) -> KpiHead:
    """The words of one KPI."""
    state = company.results.kpi_state(kpi)
    status = status_of(state)
    places = _places(kpi, state)
    cone = state.forecast
    shown = None if cone is None else shown_forecast(kpi, cone, company.results.kpi_series(kpi))
    meets = cone is not None and cone.meets(kpi)
    trend = [_(_TRENDS[state.trend])] if state.trend is not None else []
    return KpiHead(
        name=kpi.name,
        meta=f"{_(LEVELS[kpi.level])} · {_(CADENCES[kpi.cadence])}",
        measured=state.current is not None,
        value=formats.number(state.current, places),
        unit=kpi.unit if state.current is not None else "",
        target=until_words(kpi, places),
        forecast="" if shown is None else _forecast_words(shown, places),
        forecast_tone=Tone.GOOD if meets else Tone.WATCH,
        status=status.text,
        tone=status.tone,
        trend="".join(trend),
        lacking=_lacking(state),
        lacking_column=next((_COLUMNS.get(one, one) for one in state.missing), ""),
        warnings=tuple(_warnings(kpi, state)),
    )


def _places(kpi: Kpi, state: KpiState) -> int:
    return places_of(state.current, target_of(kpi), kpi.band_from, kpi.band_to)


def _forecast_words(ahead: Forecast, places: int) -> str:
    """'Prognose 3,8 (3,2 bis 4,5)'; without a band where both its ends read like the value."""
    value = formats.number(ahead.value, places)
    low, high = (formats.number(end, places) for end in sorted((ahead.low, ahead.high)))
    if low == value == high:
        return _("Forecast {value}").format(value=value)
    return _("Forecast {value} ({low} to {high})").format(value=value, low=low, high=high)


def _lacking(state: KpiState) -> str:
    if not state.missing:
        return ""
    names = [_(_MISSING[one]) for one in state.missing]
    return _("Missing: {what}.").format(what=join_names(names, most=len(_MISSING)))


def _warnings(kpi: Kpi, state: KpiState) -> list[str]:
    said = []
    if state.target_before_baseline:
        said.append(_("The target date lies before the day of the baseline."))
    if state.stale and state.measured_on is not None:
        said.append(
            _("Last measured on {day}: too long ago for “{cadence}”.").format(
                day=formats.day(state.measured_on), cadence=_(CADENCES[kpi.cadence])
            )
        )
    if state.future_measurements:
        said.append(
            translate_count(
                "{count} value lies in the future and does not count yet.",
                "{count} values lie in the future and do not count yet.",
                state.future_measurements,
            )
        )
    if state.days_with_two_values:
        days = join_names(formats.day(day) for day in state.days_with_two_values)
        said.append(_("More than one value on {days}: the one entered last counts.").format(days=days))
    return said


def kpi_chart(company: "OpenCompany", kpi: Kpi) -> KpiChart:
    """The series of one KPI with target, interim targets and forecast."""
    state = company.results.kpi_state(kpi)
    series = company.results.kpi_series(kpi)
    notes = {row.id: row.note for row in company.data.where(Measurement, "kpi_id", kpi.id) if row.note}
    points = tuple(ChartPoint(one.day, one.value, notes.get(one.measurement_id, "")) for one in series)
    marks = sorted(company.data.where(KpiMilestone, "kpi_id", kpi.id), key=lambda row: row.day)
    cone = None
    if state.forecast is not None and points:
        ahead = shown_forecast(kpi, state.forecast, series)
        end = ChartPoint(ahead.day, ahead.value)
        cone = ForecastCone(points[-1], end, min(ahead.low, ahead.high), max(ahead.low, ahead.high))
    baseline = None
    if kpi.baseline is not None and kpi.baseline_on is not None:
        baseline = ChartPoint(kpi.baseline_on, kpi.baseline, _("Baseline"))
    return KpiChart(
        kpi_id=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        places=places_of(state.current, *(one.value for one in points), *_targets(kpi)),
        points=points,
        milestones=tuple(ChartPoint(row.day, row.value) for row in marks),
        targets=_targets(kpi),
        target_on=kpi.target_on,
        baseline=baseline,
        forecast=cone,
        today=company.today,
    )


def _targets(kpi: Kpi) -> tuple[Decimal, ...]:
    if kpi.target_kind is TargetKind.BAND:
        return tuple(value for value in (kpi.band_from, kpi.band_to) if value is not None)
    target = target_of(kpi)
    return () if target is None else (target,)


def is_computed(kpi: Kpi) -> bool:
    """Its values follow from the file; they are only kept, not typed."""
    return kpi.source in COMPUTED_SOURCES


def comparable_kpis(company: "OpenCompany", kpi: Kpi) -> tuple[tuple[str, str], ...]:
    """Key and name of the other KPIs with values, those of the same goal first."""
    others = [
        other
        for other in company.data.all(Kpi)
        if other.id != kpi.id and company.data.where(Measurement, "kpi_id", other.id)
    ]
    others.sort(key=lambda other: (other.goal_id != kpi.goal_id, other.name))
    goals = {goal.id: goal.name for goal in company.data.all(Goal)}
    doubles = {name for name, times in Counter(other.name for other in others).items() if times > 1}

    def name_of(other: Kpi) -> str:
        goal = goals.get(other.goal_id or "")
        return f"{other.name} · {goal}" if other.name in doubles and goal else other.name

    return tuple((other.id, name_of(other)) for other in others)
