"""The charts of the overview: one row each. The numbers come from the results, here they only get words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.analysis.inventory.wave import WaveColumn
from virtualcio.texts import _, mark, translate_count
from virtualcio.ui.common.chart_bars import StackedBarChart
from virtualcio.ui.common.chart_data import Line, LineRole, Lines, StackedBar, StackedBars
from virtualcio.ui.common.chart_lines import LineChart

# The parts of the money, as they are called in charts and tables (message ids).
AREAS = {
    Area.INFRASTRUCTURE: mark("Infrastructure"),
    Area.APPLICATIONS: mark("Applications"),
    Area.WORKPLACES: mark("Workplaces"),
}
_ZERO = Decimal(0)


@dataclass(frozen=True)
class Target:
    """Where a value of a chart leads, as the shell takes it."""

    page: str
    tab: str = ""
    chip: str = ""


@dataclass(frozen=True)
class Chart:
    """One row of the list below. `title`, `note` and `empty` are message ids; `data` gives what `draw`
    paints, `target` where the value at an index leads when it is opened.
    """

    key: str
    title: str
    note: str
    empty: str
    draw: type[StackedBarChart] | type[LineChart]
    data: Callable[[OpenCompany], StackedBars | Lines]
    target: Callable[[OpenCompany, int], Target]


def wave_bars(company: OpenCompany) -> StackedBars:
    """Replacement needed by fiscal year of the due date, what is overdue first."""
    planned = company.results.planned_by_year
    bars = tuple(_bar(company, column, planned) for column in company.results.wave.columns)
    title = _("planned on the roadmap") if any(bar.plan is not None for bar in bars) else ""
    return StackedBars(_("Year"), tuple(_(AREAS[area]) for area in Area), bars, title)


def _bar(company: OpenCompany, column: WaveColumn, planned: Mapping[int, Decimal]) -> StackedBar:
    """A year in which the roadmap puts something right has a mark at the value of that."""
    overdue = column.label_year is None
    start = company.data.company.fiscal_year_start
    return StackedBar(
        label=_("overdue") if column.label_year is None else fiscal_year_words(column.label_year, start),
        values=tuple(column.by_area.get(area, _ZERO) for area in Area),
        total=column.total,
        alarm=overdue,
        plan=None if column.label_year is None else planned.get(column.label_year),
        note=_note(column),
    )


def _note(column: WaveColumn) -> str:
    """'12 Einträge · 2 ohne Wert'."""
    parts = [translate_count("{count} thing", "{count} things", len(column.item_keys))]
    if column.without_value:
        parts.append(translate_count("{count} without value", "{count} without value", column.without_value))
    return " · ".join(parts) if column.item_keys else ""


def year_target(company: OpenCompany, index: int) -> Target:
    """The overdue column leads to the overdue assets, a year to all of them."""
    overdue = company.results.wave.columns[index].label_year is None
    return Target("inventory", "assets", "overdue" if overdue else "")


def backlog_lines(company: OpenCompany) -> Lines:
    """The investment backlog by quarter ends, doing nothing and with what would clear it."""
    curves = company.results.curves
    lines = [Line(_("doing nothing"), tuple(curves.doing_nothing), LineRole.ALARM)]
    if curves.with_roadmap is not None:
        lines.append(Line(_("with the roadmap"), tuple(curves.with_roadmap), LineRole.PLAN))
    yearly = _("with {amount} a year").format(amount=formats.money_short(curves.yearly_money))
    lines.append(Line(yearly, tuple(curves.with_yearly_money), LineRole.CALM))
    return Lines(_("Day"), tuple(curves.days), tuple(lines), _quarters(curves.days), company.today)


def _quarters(days: tuple[date, ...]) -> tuple[str, ...]:
    """'Q4 26' at the first day and at each year's first quarter, else 'Q2'."""
    labels = []
    for index, day in enumerate(days):
        quarter = f"Q{(day.month + 2) // 3}"
        labels.append(f"{quarter} {day.year % 100:02d}" if index == 0 or quarter == "Q1" else quarter)
    return tuple(labels)


CHARTS: tuple[Chart, ...] = (
    Chart(
        "wave",
        mark("Investment needed by due date"),
        mark("Replacement at prices of the year"),
        mark("As soon as devices have a purchase date or a product, this shows what falls due when."),
        StackedBarChart,
        wave_bars,
        year_target,
    ),
    Chart(
        "curves",
        mark("Investment backlog over time"),
        mark("at the end of each quarter"),
        mark("As soon as something has a due date and a price, this shows how the backlog grows."),
        LineChart,
        backlog_lines,
        lambda _company, _index: Target("overview", "backlog"),
    ),
)
