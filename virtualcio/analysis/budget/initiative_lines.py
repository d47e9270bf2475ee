"""What initiatives cost: one-off money over their months, and what they leave behind."""

from dataclasses import replace

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.budget.depreciation_plan import straight_line, useful_life
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import (
    Links,
    goals_of_initiative,
    obligations_of_initiative,
    processes_of_initiative,
)
from virtualcio.analysis.budget.runs import Run
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.plan_of import place_of
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Initiative
from virtualcio.model.company_data import CompanyData
from virtualcio.model.expense import CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind, InitiativeState


def initiative_lines(
    data: CompanyData, initiative: Initiative, plan: PlanYears, links: Links
) -> tuple[Line, ...]:
    """Its one-off money and, where there is any, its running cost. Source: rules.md sections 4 and 5.

    Done ones keep the months in which they were done; dropped ones and those without a start give no line.
    Paid on the last day of each month. What is capitalised is used, and so borne, from its last month on.
    """
    if initiative.state is InitiativeState.DROPPED:
        return ()
    start, months = place_of(initiative, month_number(plan.today))
    if start is None:
        return ()
    goals = goals_of_initiative(data, initiative.id)
    processes = processes_of_initiative(data, initiative.id)
    if not goals.goal_ids:
        goals = links.goals_of_processes(processes)
    obligations = obligations_of_initiative(data, initiative.id)
    one_off = units(initiative.one_off_cost or ZERO)
    cash = (Run(start, months, 1, one_off, months),)
    cost = cash
    if initiative.one_off_kind is CostKind.CAPEX:
        cost = (straight_line(start + months - 1, one_off, useful_life(initiative.category)),)
    once = Line(
        key=f"{LineOrigin.INITIATIVE}:{initiative.id}",
        origin=LineOrigin.INITIATIVE,
        record_kind=Initiative,
        record_id=initiative.id,
        name=initiative.name,
        plan=plan,
        category=initiative.category,
        kind=initiative.one_off_kind,
        purpose=_purpose(bool(goals.goal_ids), bool(obligations)),
        change=initiative.change_kind,
        owner_id=initiative.owner_id,
        supplier_id=initiative.supplier_id,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        obligation_ids=obligations,
        initiative_id=initiative.id,
        amount_origin=initiative.one_off_origin,
        unknown=initiative.one_off_cost is None,
        cash=cash,
        cost=cost,
    )
    if not initiative.running_cost:
        return (once,)
    end = start + months
    yearly = Run(end, 12, max(0, -(-(plan.after - end) // 12)), units(initiative.running_cost), 12)
    return once, _left_behind(once, initiative, (yearly,))


def _purpose(for_goals: bool, for_duties: bool) -> Purpose | None:
    if for_goals:
        return Purpose.GOAL
    return Purpose.DUTY if for_duties else None


def _left_behind(once: Line, initiative: Initiative, runs: tuple[Run, ...]) -> Line:
    """Running cost is operation, whatever the initiative was for; it serves the same goals."""
    return replace(
        once,
        key=f"{LineOrigin.RUNNING}:{initiative.id}",
        origin=LineOrigin.RUNNING,
        kind=CostKind.OPEX,
        recurring=True,
        purpose=Purpose.OPERATION,
        change=ChangeKind.RUN,
        amount_origin=initiative.running_origin,
        unknown=False,
        cash=runs,
        cost=runs,
    )
