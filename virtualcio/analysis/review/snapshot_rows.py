"""The rows of a snapshot, made from records and from what was worked out about them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from virtualcio.analysis.budget.fiscal import FiscalYear
from virtualcio.analysis.budget.year_figures import YearFigures
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.analysis.inventory.backlog import Backlog, BacklogItem, in_use_on
from virtualcio.analysis.inventory.due_dates import DueReason
from virtualcio.analysis.inventory.waiting_cost import WaitingCost
from virtualcio.analysis.review.due import last_day_of, open_tasks, overdue
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow, figure_row
from virtualcio.analysis.spending.spending import Spending
from virtualcio.model import Application, Initiative, Interface, Kpi
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import TargetKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import RemedyKind
from virtualcio.model.review import SnapshotSubject


def inventory_figures(data: CompanyData, backlog: Backlog, today: date) -> Iterator[SnapshotRow]:
    """Backlog and technical debt. No backlog of nothing: without anything in use there is no figure."""
    if not backlog.in_use:
        return
    yield figure_row(Figure.BACKLOG, backlog.total, backlog.support_ended)
    yield figure_row(Figure.OVERDUE, len(backlog.items))
    used = [one for one in data.where(Application, "custom_code", value=True) if in_use_on(one, today)]
    yield figure_row(Figure.MANUAL_HANDOVERS, len(data.where(Interface, "manual", value=True)))
    yield figure_row(Figure.CUSTOM_CODE, len(used))
    skipped = [item for item in backlog.items if item.value.kind is RemedyKind.UPDATE]
    yield figure_row(Figure.SKIPPED_UPDATES, len(skipped))


def kpi_figures(states: Iterable[KpiState]) -> Iterator[SnapshotRow]:
    """How many are on plan and behind; none of both without a KPI that was measured."""
    found = [state.status for state in states]
    on_plan, behind = found.count(KpiStatus.ON_PLAN), found.count(KpiStatus.BEHIND)
    if on_plan or behind or KpiStatus.CLOSE in found:
        yield figure_row(Figure.KPIS_ON_PLAN, on_plan)
        yield figure_row(Figure.KPIS_BEHIND, behind)


def work_figures(data: CompanyData, findings: Iterable[Finding], today: date) -> Iterator[SnapshotRow]:
    """Open findings and tasks."""
    found = [finding.severity for finding in findings]
    yield figure_row(Figure.OPEN_FINDINGS, len(found), found.count(Severity.ACT))
    tasks = open_tasks(data)
    yield figure_row(Figure.OPEN_TASKS, len(tasks))
    yield figure_row(Figure.OVERDUE_TASKS, len(overdue(tasks, today)))


def kpi_row(kpi: Kpi, state: KpiState) -> SnapshotRow:
    kept = kpi.baseline if kpi.target_kind is TargetKind.HOLD and kpi.target is None else kpi.target
    return SnapshotRow(
        SnapshotSubject.KPI,
        kpi.id,
        kpi.name,
        state.status.value,
        state.current,
        None if kpi.target_kind is TargetKind.BAND else kept,
        state.measured_on,
        kpi.target_on,
    )


def initiative_row(initiative: Initiative) -> SnapshotRow:
    """What is done ended on the day it was finished, everything else ends where the plan says."""
    planned = last_day_of(initiative)
    done = initiative.state is InitiativeState.DONE
    return SnapshotRow(
        SnapshotSubject.INITIATIVE,
        initiative.id,
        initiative.name,
        initiative.state.value,
        initiative.one_off_cost,
        Decimal(initiative.percent_done),
        initiative.start,
        initiative.finished_on or planned if done else planned,
    )


def overdue_rows(
    items: Iterable[BacklogItem], waiting: Iterable[WaitingCost], planned: Mapping[str, date]
) -> Iterator[SnapshotRow]:
    """What is overdue, with what waiting costs a year and the day on which the roadmap puts it right."""
    yearly = {cost.record.id: cost.per_year for cost in waiting}
    for item in items:
        key = item.record.id
        yield SnapshotRow(
            SnapshotSubject.OVERDUE,
            key,
            item.record.name,
            (item.due.reason or DueReason.AGE).value,
            item.value.amount,
            yearly.get(key),
            item.due.due,
            planned.get(key),
        )


def budget_rows(figures: YearFigures, year: FiscalYear) -> Iterator[SnapshotRow]:
    """The figure of the whole fiscal year, and a row for each category. None without any money in it."""
    if not (figures.plan or figures.forecast or figures.rows):
        return
    yield figure_row(Figure.BUDGET, figures.forecast, figures.plan)
    for row in figures.rows:
        yield SnapshotRow(
            SnapshotSubject.BUDGET,
            row.category.value,
            amount=row.forecast,
            second=row.plan,
            first_on=year.first,
            last_on=year.last,
        )


def spending_rows(spending: Spending) -> Iterator[SnapshotRow]:
    """Without a larger expense there is no figure."""
    if spending.assigned_percent is not None:
        yield figure_row(Figure.ASSIGNED_PERCENT, spending.assigned_percent, spending.fresh_percent)
