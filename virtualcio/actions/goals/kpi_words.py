"""A KPI in words: its status with its tone, its values in its own unit, what it is measured for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.analysis.goals.forecast import Forecast
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.analysis.goals.kpi_series import Point
from virtualcio.model import Kpi
from virtualcio.model.goals import KpiSource, TargetKind
from virtualcio.texts import _, mark

_STATUS = {
    KpiStatus.ON_PLAN: (mark("on plan"), Tone.GOOD),
    KpiStatus.CLOSE: (mark("close to plan"), Tone.WATCH),
    KpiStatus.BEHIND: (mark("behind plan"), Tone.ACT),
    KpiStatus.NOT_MEASURED: (mark("not measured"), Tone.NEUTRAL),
    KpiStatus.INCOMPLETE: (mark("incomplete"), Tone.NEUTRAL),
}
_ORDER = (
    KpiStatus.BEHIND,
    KpiStatus.CLOSE,
    KpiStatus.NOT_MEASURED,
    KpiStatus.INCOMPLETE,
    KpiStatus.ON_PLAN,
)
MOST_PLACES = 2
_THOUSAND = 1000
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_PERCENT = ("%", "Prozent", "percent")


def status_of(state: KpiState) -> Status:
    """'im Plan' with its tone; the worst sorts first."""
    words, tone = _STATUS[state.status]
    return Status(_(words), tone, _ORDER.index(state.status))


def places_of(*values: Decimal | None) -> int:
    """How many places after the comma show these values, at most two; none from a thousand on."""
    if any(abs(value) >= _THOUSAND for value in values if value is not None):
        return 0
    exponents = [value.normalize().as_tuple().exponent for value in values if value is not None]
    needed = [-exponent for exponent in exponents if isinstance(exponent, int)]
    return max(0, min(MOST_PLACES, max(needed, default=0)))


def quantity(value: Decimal | None, unit: str, places: int | None = None) -> str:
    """'6,1 Tage'; '—' for no value. Without `places` as many as the value needs, at most two."""
    digits = formats.number(value, places_of(value) if places is None else places)
    return digits if value is None else formats.with_unit(digits, unit)


def target_of(kpi: Kpi) -> Decimal | None:
    """The one value to be reached or held; None for a band and where nothing is set."""
    if kpi.target_kind is TargetKind.BAND:
        return None
    if kpi.target_kind is TargetKind.HOLD and kpi.target is None:
        return kpi.baseline
    return kpi.target


def goal_words(kpi: Kpi, places: int | None = None) -> str:
    """'4,0 Tage' or '20 bis 40 %'; "" if there is no target."""
    if kpi.target_kind is TargetKind.BAND:
        if kpi.band_from is None or kpi.band_to is None:
            return ""
        digits = places_of(kpi.band_from, kpi.band_to) if places is None else places
        return _("{first} to {last}").format(
            first=formats.number(kpi.band_from, digits), last=quantity(kpi.band_to, kpi.unit, digits)
        )
    target = target_of(kpi)
    return "" if target is None else quantity(target, kpi.unit, places)


def target_words(kpi: Kpi, state: KpiState) -> str:
    """'6,1, Ziel 4,0 Tage'."""
    places = places_of(state.current, target_of(kpi), kpi.band_from, kpi.band_to)
    goal = goal_words(kpi, places)
    if not goal:
        return quantity(state.current, kpi.unit) if state.current is not None else ""
    if state.current is None:
        return _("target {value}").format(value=goal)
    return _("{current}, target {value}").format(current=formats.number(state.current, places), value=goal)


def shown_forecast(kpi: Kpi, ahead: Forecast, points: Sequence[Point]) -> Forecast:
    """The forecast as it is told and drawn: within what such a value can be.

    A score of counted answers lies between -100 and 100. What was never below 0, neither measured nor as
    start or target, is not told as below 0 (days, faults, costs, revenue); what was, such as a profit, is.
    A percentage that was never above 100 is not told as above. Only what is seen is cut: whether the target
    is met is judged by what was worked out.
    """
    low, high = _limits(kpi, points)
    ends = [one if low is None else max(low, one) for one in (ahead.value, ahead.low, ahead.high)]
    value, first, last = (one if high is None else min(high, one) for one in ends)
    return replace(ahead, value=value, low=first, high=last)


def _limits(kpi: Kpi, points: Sequence[Point]) -> tuple[Decimal | None, Decimal | None]:
    if kpi.source is KpiSource.PROMOTERS:
        return -_HUNDRED, _HUNDRED
    known = [point.value for point in points]
    known += [one for one in (kpi.baseline, target_of(kpi), kpi.band_from, kpi.band_to) if one is not None]
    if min(known, default=-_HUNDRED) < 0:
        return None, None
    return _ZERO, _HUNDRED if kpi.unit.strip() in _PERCENT and max(known) <= _HUNDRED else None


def until_words(kpi: Kpi, places: int | None = None) -> str:
    """'Ziel 4,0 bis 30.06.2027', 'bleibt bei 4,0', '20 bis 40 %'; "" if there is no target."""
    goal = goal_words(kpi, places)
    if not goal:
        return ""
    if kpi.target_kind is TargetKind.HOLD:
        return _("To hold: {value}").format(value=goal)
    return dated(_("Target {value}").format(value=goal), kpi.target_on)


def dated(words: str, day: date | None) -> str:
    """'… bis 30.06.2027' where there is a day."""
    return words if day is None else _("{words} by {day}").format(words=words, day=formats.day(day))
