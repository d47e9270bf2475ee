"""What the workbook says of goals: key figures, and the values of KPIs rolled up to quarters."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.goals.goal_choice_titles import AGGREGATIONS
from virtualcio.actions.inventory.export_figures import Row
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.goals.kpi_series import by_quarter
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Goal, Kpi
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def goal_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of goals: title, value and what it rests on."""
    results = company.results
    states = list(results.kpi_states.values())
    total = formats.percent(results.weights_total, 0 if results.weights_total % 1 == 0 else 2)
    yield (
        _("Open goals"), len(results.open_goals),
        _("Weights together {total}").format(total=total) if results.open_goals else "",
    )  # fmt: skip
    yield _("KPIs"), len(states), ""
    for title, status in (
        (_("of this: on plan"), KpiStatus.ON_PLAN),
        (_("of this: close to plan"), KpiStatus.CLOSE),
        (_("of this: behind plan"), KpiStatus.BEHIND),
    ):
        yield title, len([state for state in states if state.status is status]), ""
    stale = len([state for state in states if state.stale])
    yield (
        _("KPIs with an old value"), stale,
        _("Nobody has measured them for one and a half of their periods.") if stale else "",
    )  # fmt: skip


def quarters_sheet(company: "OpenCompany") -> Sheet:
    """One row for each KPI, one column for each quarter in which any of them has a value.

    A quarter is its last value, the sum or the (weighted) mean, as the KPI says; a quarter without a value
    stays empty. The running quarter says up to which day it reaches.
    """
    kpis = company.data.all(Kpi)
    values: list[dict[date, Decimal]] = [
        {one.day: one.value for one in by_quarter(company.results.kpi_series(kpi), kpi.aggregation)}
        for kpi in kpis
    ]
    ends = sorted({day for row in values for day in row})
    columns = (
        SheetColumn(_("KPI"), CellKind.TEXT, 34),
        SheetColumn(_("Goal"), CellKind.TEXT, 30),
        SheetColumn(_("Unit"), CellKind.TEXT, 10),
        SheetColumn(_("Over a quarter"), CellKind.TEXT, 26),
        *(SheetColumn(_quarter_title(end, company.today), CellKind.NUMBER, 14) for end in ends),
    )
    rows = []
    for kpi, row in zip(kpis, values, strict=True):
        goal = company.data.get(Goal, kpi.goal_id)
        words = (kpi.name, "" if goal is None else goal.name, kpi.unit, _(AGGREGATIONS[kpi.aggregation]))
        rows.append((*words, *(row.get(end) for end in ends)))
    return Sheet(_("KPI values by quarter"), columns, tuple(rows))


def _quarter_title(end: date, today: date) -> str:
    title = formats.quarter(end)
    return title if end <= today else _("{quarter} up to {day}").format(quarter=title, day=formats.day(today))
