"""What the workbook says of the roadmap: key figures, time plan, load of the teams, conflicts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.export_figures import Row
from virtualcio.actions.roadmap.conflict_words import words_of_conflict
from virtualcio.actions.roadmap.load_columns import PoolView, pool_views
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.actions.roadmap.start_words import start_words
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.roadmap.bars import Bar
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Goal, Initiative
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def roadmap_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of the roadmap: title, value and what it rests on."""
    results = company.results
    bars = results.roadmap.bars
    yield _("Planned initiatives"), len([bar for bar in bars if not bar.done]), ""
    yield _("Not on the roadmap yet"), len(results.roadmap.unplanned), ""
    yield _("Conflicts in the plan"), len(results.conflicts), ""
    for money in results.yearly_money:
        year = fiscal_year_words(money.label_year, results.plan.fiscal_start)
        limit = "" if money.limit is None else formats.money_short(money.limit)
        yield (
            _("Planned for initiatives in {year}").format(year=year), money.planned,
            _("Meant to be spent: {limit}").format(limit=limit) if limit else "",
        )  # fmt: skip
    for pool in pool_views(company):
        over = [column for column in pool.columns if column.load > column.capacity]
        worst = max(over, key=lambda column: column.load - column.capacity, default=None)
        why = (
            ""
            if worst is None
            else _("Most in {month}: {load} of {free}").format(
                month=formats.long_month(worst.month),
                load=formats.number(worst.load, 2),
                free=days_words(worst.capacity),
            )
        )
        yield _("Overloaded months of “{team}”").format(team=pool.name), len(over), why


def plan_sheet(company: "OpenCompany") -> Sheet:
    """The bars by start, then what has no month yet."""
    columns = (
        SheetColumn(_("Initiative"), CellKind.TEXT, 36),
        SheetColumn(_("Start"), CellKind.MONTH, 11),
        SheetColumn(_("Last month"), CellKind.MONTH, 14),
        SheetColumn(_("Months"), CellKind.INTEGER, 10),
        SheetColumn(_("Done"), CellKind.PERCENT, 10),
        SheetColumn(_("Must"), CellKind.TEXT, 8),
        SheetColumn(_("Goal"), CellKind.TEXT, 34),
        SheetColumn(_("Why not earlier"), CellKind.LONG_TEXT, 60),
    )
    roadmap = company.results.roadmap
    waiting = [company.data.find(Initiative, key) for key in roadmap.unplanned]
    rows = [
        *(_bar_row(company, bar) for bar in roadmap.bars),
        *((one.name, None, None, one.months, None, _must(company, one), "", "") for one in waiting),
    ]
    return Sheet(_("Time plan"), columns, rows)


def _bar_row(company: "OpenCompany", bar: Bar) -> Row:
    initiative, goal = company.data.find(Initiative, bar.initiative_id), company.data.get(Goal, bar.goal_id)
    return (
        initiative.name,
        bar.start,
        add_months(bar.end, -1),
        bar.months,
        Decimal(bar.percent_done),
        _must(company, initiative),
        "" if goal is None else goal.name,
        start_words(company, initiative),
    )


def _must(company: "OpenCompany", initiative: Initiative) -> str:
    ranked = company.results.ranked(initiative)
    return _("Yes") if ranked is not None and ranked.is_must else _("No")


def load_sheet(company: "OpenCompany") -> Sheet:
    """Person-days of each team and month: what there is, what is planned, and for what."""
    columns = (
        SheetColumn(_("Team"), CellKind.TEXT, 28),
        SheetColumn(_("Month"), CellKind.MONTH, 11),
        SheetColumn(_("Days there are"), CellKind.NUMBER, 16),
        SheetColumn(_("Days planned"), CellKind.NUMBER, 16),
        SheetColumn(_("Days too many"), CellKind.NUMBER, 16),
        SheetColumn(_("For what"), CellKind.LONG_TEXT, 80),
    )
    rows = [row for pool in pool_views(company) for row in _load_rows(pool)]
    return Sheet(_("Load"), columns, rows)


def _load_rows(pool: PoolView) -> Iterator[Row]:
    for column in pool.columns:
        words = "; ".join(f"{name} {formats.number(days, 2)}" for _key, name, days in column.parts)
        over = max(column.load - column.capacity, Decimal(0))
        yield pool.name, column.month, column.capacity, column.load, over or None, words


def conflicts_sheet(company: "OpenCompany") -> Sheet:
    """What does not fit, most urgent first, and what mends it."""
    columns = (
        SheetColumn(_("Urgency"), CellKind.TEXT, 14),
        SheetColumn(_("Conflict"), CellKind.LONG_TEXT, 48),
        SheetColumn(_("Why"), CellKind.LONG_TEXT, 70),
        SheetColumn(_("What mends it"), CellKind.LONG_TEXT, 48),
    )
    rows = []
    for conflict in company.results.conflicts:
        words = words_of_conflict(company, conflict)
        urgency = _("to do") if conflict.severity is Severity.ACT else _("to watch")
        rows.append((urgency, words.title, words.reason, words.mend_title or ""))
    return Sheet(_("Conflicts"), columns, rows)
