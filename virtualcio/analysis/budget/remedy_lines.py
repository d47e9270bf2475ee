"""What putting things right costs where somebody has decided it, and what is due without a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.budget.depreciation_plan import (
    borne,
    category_of_asset,
    replaced,
    straight_line,
    useful_life,
)
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import Links
from virtualcio.analysis.budget.runs import Run
from virtualcio.analysis.depreciation.items import Item
from virtualcio.analysis.depreciation.rules import TaxRules
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.remedies import Remedy, RemedyValue, remedy_value
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Application, Asset
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.inventory import AmountOrigin, Hosting, Ownership, RemedyKind

PAID = frozenset({RemedyKind.UPDATE, RemedyKind.UPGRADE, RemedyKind.REPLACE})


@dataclass(frozen=True)
class Undecided:
    """What is due within the plan's years and has only the program's proposal: it stands in no line.

    `keys` are sorted; `total` adds up what is known; `without_value` of the `count` things have no value.
    """

    count: int
    total: Decimal
    without_value: int
    keys: tuple[str, ...]


def paid_on(record: Asset | Application, due: Due, plan: PlanYears) -> date | None:
    """The day on which putting it right is paid: when it is due, today if it is overdue already.

    None if it is not due within the plan's years, or no longer (or not yet, see `due_events`) in use then.
    """
    if due.due is None:
        return None
    day = due.due if due.bought is None else max(due.due, due.bought)
    day = max(day, plan.today)
    gone = record.retired_on is not None and record.retired_on <= day
    return None if gone or not plan.holds(day) else day


def remedy_line(
    record: Asset | Application,
    due: Due,
    plan: PlanYears,
    links: Links,
    percent: Decimal,
    item: Item | None,
    rules: TaxRules,
) -> Line | None:
    """The line of a thing whose remedy somebody has decided; None if there is nothing to pay for.

    Source: rules.md section 5. What an initiative remedies must not be asked. `item`: the thing in the
    register; what replaces it is depreciated as the like of it, what stands in none straight-line.
    """
    if record.remedy not in PAID or record.remedy is None:
        return None
    day = paid_on(record, due, plan)
    if day is None:
        return None
    value = remedy_value(record, record.remedy, day, percent)
    if value.amount is None and record.remedy is RemedyKind.UPDATE:
        return None  # a newer version at no price: effort, not money
    asset = isinstance(record, Asset)
    processes = links.processes_of_asset(record.id) if asset else links.processes_of_application(record.id)
    goals = links.goals_of_processes(processes)
    cash = (Run(month_number(day), 1, 1, units(value.amount or ZERO), day=day.day),)
    category = category_of_asset(record.category) if isinstance(record, Asset) else BudgetCategory.SOFTWARE
    kind = _kind(record)
    cost: tuple[Run, ...] = cash
    if kind is CostKind.CAPEX and item is not None and value.amount:
        cost = borne(replaced(item, value.amount, day), rules)
    elif kind is CostKind.CAPEX:
        life = useful_life(category, None, due.service_life_years)
        cost = (straight_line(cash[0].first, cash[0].cents, life),)
    return Line(
        key=f"{LineOrigin.REMEDY}:{record.id}",
        origin=LineOrigin.REMEDY,
        record_kind=type(record),
        record_id=record.id,
        name=record.name,
        plan=plan,
        category=category,
        kind=kind,
        purpose=Purpose.OPERATION,
        owner_id=record.owner_id,
        supplier_id=record.supplier_id,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        asset_id=record.id if asset else None,
        application_id=None if asset else record.id,
        amount_origin=value.origin or AmountOrigin.DEFAULT,
        unknown=value.amount is None,
        cash=cash,
        cost=cost,
    )


def _kind(record: Asset | Application) -> CostKind:
    """Bought for years: capitalised. An update, a leased thing and a cloud service are expensed."""
    if record.remedy is RemedyKind.UPDATE:
        return CostKind.OPEX
    if isinstance(record, Asset):
        return CostKind.CAPEX if record.ownership is Ownership.OWNED else CostKind.OPEX
    return CostKind.OPEX if record.hosting is Hosting.CLOUD else CostKind.CAPEX


def undecided_value(
    record: Asset | Application, due: Due, remedy: Remedy, plan: PlanYears, percent: Decimal
) -> RemedyValue | None:
    """What the proposal for it costs on its day; None if it is decided, free, or not due in these years."""
    if not remedy.is_proposal or remedy.kind not in PAID:
        return None
    day = paid_on(record, due, plan)
    if day is None:
        return None
    value = remedy_value(record, remedy.kind, day, percent)
    return None if value.amount is None and remedy.kind is RemedyKind.UPDATE else value


def undecided(values: Mapping[str, RemedyValue | None], remedied: Iterable[str]) -> Undecided:
    """All of them, without those that an initiative remedies."""
    done = frozenset(remedied)
    found = {key: value for key, value in values.items() if value is not None and key not in done}
    known = [value.amount for value in found.values() if value.amount is not None]
    return Undecided(len(found), sum(known, ZERO), len(found) - len(known), tuple(sorted(found)))
