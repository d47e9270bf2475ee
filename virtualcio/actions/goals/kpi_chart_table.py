"""The chart of one or two KPIs read out: what is known on a day, and everything as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from virtualcio import formats
from virtualcio.actions.goals.kpi_chart import KpiChart
from virtualcio.texts import _


@dataclass(frozen=True)
class Said:
    """One line of a read-out: which chart it is of, what it is, and its value."""

    chart: int
    text: str
    value: str


@dataclass(frozen=True)
class DaySaid:
    """Everything that the charts show on one day; `note` is the remark of a measured value."""

    day: date
    title: str
    lines: tuple[Said, ...]
    note: str = ""


def days_said(charts: Sequence[KpiChart]) -> tuple[DaySaid, ...]:
    """One for each day on which there is something to read, oldest first."""
    days: dict[date, list[Said]] = {}
    notes: dict[date, list[str]] = {}
    for index, chart in enumerate(charts):
        several = len(charts) > 1
        for point in chart.points:
            words = chart.name if several else _("measured")
            days.setdefault(point.day, []).append(Said(index, words, chart.words(point.value)))
            if point.note:
                notes.setdefault(point.day, []).append(point.note)
        for one in chart.milestones:
            days.setdefault(one.day, []).append(Said(index, _("interim target"), chart.words(one.value)))
        if chart.target_on is not None:
            for target in chart.targets:
                days.setdefault(chart.target_on, []).append(Said(index, _("target"), chart.words(target)))
        if chart.forecast is not None:
            end = chart.forecast.end
            days.setdefault(end.day, []).append(Said(index, _("forecast"), _cone(chart)))
    return tuple(
        DaySaid(day, formats.day(day), tuple(lines), " · ".join(notes.get(day, ())))
        for day, lines in sorted(days.items())
    )


def _cone(chart: KpiChart) -> str:
    """'3,8 (3,2 bis 4,5)'."""
    cone = chart.forecast
    assert cone is not None
    return _("{value} ({low} to {high})").format(
        value=chart.words(cone.end.value),
        low=formats.number(cone.low, chart.places),
        high=formats.number(cone.high, chart.places),
    )


def chart_table(charts: Sequence[KpiChart]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heading and rows: a row for each day, a column for each KPI; targets and forecasts have their own."""
    header = (_("Day"), *(chart.name for chart in charts))
    days = sorted({point.day for chart in charts for point in chart.points})
    values = [{point.day: chart.words(point.value) for point in chart.points} for chart in charts]
    rows = [(formats.day(day), *(known.get(day, "") for known in values)) for day in days]
    for index, chart in enumerate(charts):
        extra = [(_("Interim target {day}"), one.day, chart.words(one.value)) for one in chart.milestones]
        if chart.target_on is not None and chart.targets:
            target = " – ".join(chart.words(one) for one in chart.targets)
            extra.append((_("Target {day}"), chart.target_on, target))
        if chart.forecast is not None:
            extra.append((_("Forecast {day}"), chart.forecast.end.day, _cone(chart)))
        for words, day, value in extra:
            cells = ["" for _chart in charts]
            cells[index] = value
            rows.append((words.format(day=formats.day(day)), *cells))
    return header, tuple(rows)
