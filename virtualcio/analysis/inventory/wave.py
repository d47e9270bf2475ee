"""The replacement wave: remedy values by the fiscal year in which things fall due, and its peaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from virtualcio.analysis.amounts import ZERO, round_cents
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.calendar_days import add_months, fiscal_year_end, fiscal_year_of, fiscal_year_start
from virtualcio.analysis.inventory.backlog import Area, Backlog
from virtualcio.analysis.inventory.due_events import DueEvent


@dataclass(frozen=True)
class WaveColumn:
    """A fiscal year of the wave, or (label_year None) what is overdue already.

    `events` are what falls due in it, dearest first; empty for the overdue column, whose things stand in
    the backlog. `without_value` counts what has no value.
    """

    label_year: int | None
    first_day: date | None
    last_day: date
    by_area: Mapping[Area, Decimal]
    total: Decimal
    events: tuple[DueEvent, ...]
    item_keys: tuple[str, ...]
    without_value: int


@dataclass(frozen=True)
class WavePeak:
    """A year that costs more than `peak_factor` × `mean_of_others`.

    `release_by`: the day by which the money must be released: `release_lead_months` before the first thing
    of that year falls due; not before today.
    """

    year: int
    total: Decimal
    mean_of_others: Decimal
    release_by: date
    first_due: date
    events: tuple[DueEvent, ...]


@dataclass(frozen=True)
class Wave:
    """The overdue column first, then fiscal years from the current one on.

    The current year holds what falls due after `today`; `later_total` is what falls due after the last year.
    """

    today: date
    fiscal_year_start: int
    columns: tuple[WaveColumn, ...]
    peaks: tuple[WavePeak, ...]
    later_total: Decimal

    @property
    def years(self) -> tuple[WaveColumn, ...]:
        """The columns without the overdue one."""
        return self.columns[1:]


def _column(year: int, start_month: int, events: list[DueEvent]) -> WaveColumn:
    by_area = dict.fromkeys(Area, ZERO)
    for event in events:
        by_area[event.area] += event.value.amount or ZERO
    events.sort(key=lambda event: (-(event.value.amount or ZERO), event.due_on, event.record.id))
    return WaveColumn(
        label_year=year,
        first_day=fiscal_year_start(year, start_month),
        last_day=fiscal_year_end(year, start_month),
        by_area=MappingProxyType(by_area),
        total=sum(by_area.values(), ZERO),
        events=tuple(events),
        item_keys=tuple(event.record.id for event in events),
        without_value=sum(event.value.amount is None for event in events),
    )


def wave(
    events: Iterable[DueEvent],
    overdue: Backlog,
    assumptions: Assumptions,
    fiscal_year_start_month: int,
    years: int | None = None,
) -> Wave:
    """Remedy value by fiscal year of the due date, seen from the day of `overdue`.

    Source: rules.md section 1.

    `events` are those of all things (`due_events`); what is due up to today is not counted again. The
    value of an event is that of its due date, of the overdue column that of today. `years` columns
    [assumption] from the current fiscal year on.
    """
    today = overdue.day
    if not 1 <= fiscal_year_start_month <= 12:
        fiscal_year_start_month = 1  # not to be typed, but a file may come from elsewhere
    count = assumptions.wave_years if years is None else years
    first_year = fiscal_year_of(today, fiscal_year_start_month)
    by_year: dict[int, list[DueEvent]] = {first_year + n: [] for n in range(count)}
    later = ZERO
    for event in events:
        if event.due_on <= today:
            continue
        year = fiscal_year_of(event.due_on, fiscal_year_start_month)
        if year in by_year:
            by_year[year].append(event)
        else:
            later += event.value.amount or ZERO
    columns = [_column(year, fiscal_year_start_month, found) for year, found in by_year.items()]
    first = WaveColumn(
        label_year=None,
        first_day=None,
        last_day=today,
        by_area=overdue.by_area,
        total=overdue.total,
        events=(),
        item_keys=tuple(item.record.id for item in overdue.items),
        without_value=len(overdue.without_value),
    )
    return Wave(
        today=today,
        fiscal_year_start=fiscal_year_start_month,
        columns=(first, *columns),
        peaks=_peaks(columns, today, assumptions),
        later_total=later,
    )


def _peaks(columns: list[WaveColumn], today: date, assumptions: Assumptions) -> tuple[WavePeak, ...]:
    """Years above `peak_factor` × the mean of the others, compared exactly.

    Where nothing falls due in any other year there is no wave to speak of, and no peak.
    """
    everything = sum((column.total for column in columns), ZERO)
    found = []
    for column in columns:
        others = everything - column.total
        count = len(columns) - 1
        if others <= 0 or column.total * count <= assumptions.peak_factor * others:
            continue
        assert column.label_year is not None
        first_due = min(event.due_on for event in column.events)
        release_by = add_months(first_due, -assumptions.release_lead_months)
        found.append(
            WavePeak(
                year=column.label_year,
                total=column.total,
                mean_of_others=round_cents(others / count),
                release_by=max(release_by, today),
                first_due=first_due,
                events=column.events,
            )
        )
    return tuple(found)
