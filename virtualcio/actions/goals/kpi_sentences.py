"""What a KPI says: where it is, where it should be by now, and where it ends at this pace."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.goals.goal_status import in_percent
from virtualcio.actions.goals.kpi_words import (
    goal_words,
    places_of,
    quantity,
    shown_forecast,
    status_of,
    until_words,
)
from virtualcio.analysis.goals.forecast import Forecast
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Kpi
from virtualcio.model.goals import TargetKind
from virtualcio.texts import _, join_names, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MISSING = {
    "baseline": mark("the starting value"),
    "baseline_on": mark("the day of the starting value"),
    "target": mark("the target value"),
    "target_on": mark("the target date"),
    "band": mark("both ends of the band"),
    "owner": mark("somebody responsible"),
    "goal": mark("a goal"),
}
_STATUS = {
    KpiStatus.ON_PLAN: mark("On plan: {values}."),
    KpiStatus.CLOSE: mark("Close to plan: {values}."),
    KpiStatus.BEHIND: mark("Behind plan: {values}."),
}


def kpi_sentence(company: "OpenCompany", kpi: Kpi) -> Sentence:
    """'Im Plan: 6,1 Tage, erwartet 6,4. Bei diesem Tempo 3,8 Tage bis 30.06.2027; das Ziel wird erreicht.'"""
    state = company.results.kpi_state(kpi)
    shown = None
    if state.forecast is not None:
        shown = shown_forecast(kpi, state.forecast, company.results.kpi_series(kpi))
    status = status_of(state)
    if state.status is KpiStatus.INCOMPLETE:
        parts = [_("To be judged it lacks {what}.").format(what=_lacking(state))]
    elif state.status is KpiStatus.NOT_MEASURED:
        parts = [_("It has not been measured yet. {target}.").format(target=until_words(kpi))]
    else:
        parts = [_(_STATUS[state.status]).format(values=_values(kpi, state)), *_ahead(kpi, state, shown)]
    tone = status.tone
    if state.stale and state.measured_on is not None:
        day = formats.day(state.measured_on)
        parts.append(_("The last value is of {day}: measure it again.").format(day=day))
        tone = Tone.WATCH if tone is Tone.GOOD else tone
    return Sentence(" ".join(parts), tone, _why(kpi, state, shown))


def _lacking(state: KpiState) -> str:
    needed = [one for one in state.missing if one not in ("owner", "goal")]
    return join_names([_(_MISSING[one]) for one in needed], most=4)


def _values(kpi: Kpi, state: KpiState) -> str:
    """'6,1 Tage, erwartet 6,4'."""
    expected = expected_value(kpi, state)
    places = places_of(state.current, kpi.target, kpi.baseline)
    current = quantity(state.current, kpi.unit, places)
    if expected is None:
        goal = goal_words(kpi, places)
        return _("{current}, wanted {goal}").format(current=current, goal=goal) if goal else current
    return _("{current}, expected {expected}").format(
        current=current, expected=formats.number(expected, places)
    )


def expected_value(kpi: Kpi, state: KpiState) -> Decimal | None:
    """What the value should be by the day of the last measurement, in its unit; None if nothing is due."""
    if kpi.target_kind is not TargetKind.REACH or state.expected is None:
        return None
    if kpi.baseline is None or kpi.target is None:
        return None
    start = Fraction(kpi.baseline)
    exact = start + (Fraction(kpi.target) - start) * state.expected
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _ahead(kpi: Kpi, state: KpiState, shown: Forecast | None) -> list[str]:
    """Where it ends at this pace; only a whole band inside the target is called reached."""
    if state.forecast is None or shown is None:
        return []
    words = {
        "value": quantity(shown.value, kpi.unit, places_of(state.current, kpi.target, kpi.baseline)),
        "day": formats.day(shown.day),
    }
    if state.forecast.meets(kpi):
        return [_("At this pace {value} by {day}: the target is reached.").format(**words)]
    return [_("At this pace {value} by {day}: the target is not certain.").format(**words)]


def _why(kpi: Kpi, state: KpiState, shown: Forecast | None) -> list[str]:
    lines = []
    target = until_words(kpi)
    if target:
        lines.append(_("{words}.").format(words=target))
    if state.progress is not None and state.expected is not None:
        lines.append(
            _("{progress} of the way, {expected} expected by now.").format(
                progress=formats.percent(in_percent(state.progress)),
                expected=formats.percent(in_percent(state.expected)),
            )
        )
    if shown is not None:
        low, high = sorted((shown.low, shown.high))
        places = places_of(state.current, kpi.target, kpi.baseline)
        lines.append(
            _("Forecast between {low} and {high}, from the last 8 values at most.").format(
                low=quantity(low, "", places), high=quantity(high, kpi.unit, places)
            )
        )
    missing = [_(_MISSING[word]) for word in ("owner", "goal") if word in state.missing]
    if missing:
        lines.append(_("Still missing: {what}.").format(what=join_names(missing)))
    if state.future_measurements:
        lines.append(
            translate_count(
                "{count} value lies in the future and does not count yet.",
                "{count} values lie in the future and do not count yet.",
                state.future_measurements,
            )
        )
    return lines
