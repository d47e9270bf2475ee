"""Lines that were typed: paid once or every period, dearer at the start of each fiscal year."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO, growth, round_cents
from virtualcio.analysis.budget.depreciation_plan import capitalised, in_register, useful_life
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import (
    Keys,
    Links,
    ServedGoals,
    goals_of_initiative,
    obligations_of_initiative,
    processes_of_initiative,
)
from virtualcio.analysis.budget.runs import Run, count_until
from virtualcio.analysis.calendar_days import ONE_DAY, fiscal_year_of, fiscal_year_start
from virtualcio.analysis.inventory.contract_costs import MONTHS_OF, MOST_INCREASE
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.roadmap.month_numbers import last_day, month_number
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Application, Asset, BudgetLine, Initiative
from virtualcio.model.base import MOST_MONEY
from virtualcio.model.company_data import CompanyData
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind


def typed_line(
    data: CompanyData, line: BudgetLine, plan: PlanYears, links: Links, dues: Mapping[str, Due]
) -> Line:
    """A line as typed. Source: rules.md section 5.

    Nothing is paid after its last day or the day on which it was cancelled. Without a day of the first
    payment nothing is paid at all, and its amount counts as not known.
    """
    cash = _payments(line, plan)
    processes = _processes(data, line, links)
    goals = _goals(data, line, processes, links)
    purpose = _purpose(line)
    return Line(
        key=f"{LineOrigin.TYPED}:{line.id}",
        origin=LineOrigin.TYPED,
        record_kind=BudgetLine,
        record_id=line.id,
        name=line.name,
        plan=plan,
        category=line.category,
        kind=line.kind,
        recurring=line.period is not PaymentPeriod.ONCE,
        purpose=purpose,
        change=_change(data, line, purpose),
        owner_id=line.owner_id,
        supplier_id=line.supplier_id,
        cost_centre=line.cost_centre,
        account=line.account,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        obligation_ids=_obligations(data, line),
        initiative_id=line.initiative_id,
        contract_id=line.contract_id,
        asset_id=line.asset_id,
        application_id=line.application_id,
        amount_origin=line.amount_origin,
        unknown=line.amount is None or line.first_on is None,
        cancelled=line.cancelled_on is not None and line.cancelled_on <= plan.today,
        cash=cash,
        cost=_cost(data, line, cash, plan, dues),
    )


def _last_day(line: BudgetLine, plan: PlanYears) -> date:
    """Nothing is paid after it."""
    days = [day for day in (line.last_on, line.cancelled_on) if day is not None]
    return min([*days, last_day(plan.after - 1)])


def _payments(line: BudgetLine, plan: PlanYears) -> tuple[Run, ...]:
    """Runs of the same price: dearer at the start of each fiscal year after that of the first payment,
    compounded from the price as typed, rounded per payment.
    """
    first, last = line.first_on, _last_day(line, plan)
    if first is None or last < first:
        return ()
    amount, month = line.amount or ZERO, month_number(first)
    step = MONTHS_OF.get(line.period)
    if step is None:
        return (Run(month, 1, 1, units(amount), day=first.day),)
    count, percent = count_until(first, step, last), _increase(line)
    if not percent:
        return (Run(month, step, count, units(amount), day=first.day),)
    runs: list[Run] = []
    done, year = 0, fiscal_year_of(first, plan.start_month)
    while done < count:
        after = count_until(first, step, fiscal_year_start(year + 1, plan.start_month) - ONE_DAY)
        many = min(after, count) - done
        price = _grown(amount, percent, year - fiscal_year_of(first, plan.start_month))
        runs.append(Run(month + done * step, step, many, units(price), day=first.day))
        done, year = done + many, year + 1
    return tuple(runs)


def _grown(amount: Decimal, percent: Decimal, years: int) -> Decimal:
    """Rounded. A first day like "0206" is a slip of the pen: its price stays one that can be counted."""
    return round_cents(max(-MOST_MONEY, min(amount * growth(percent, years), MOST_MONEY)))


def _increase(line: BudgetLine) -> Decimal:
    """Percent a year; 0 if there is none or it makes no sense."""
    percent = line.price_increase_percent
    return percent if percent is not None and 0 <= percent <= MOST_INCREASE else Decimal(0)


def _cost(
    data: CompanyData, line: BudgetLine, cash: tuple[Run, ...], plan: PlanYears, dues: Mapping[str, Due]
) -> tuple[Run, ...]:
    """Capitalised: over the useful life. Else each payment over the months that it covers.

    What the line buys may stand in the inventory with its own price and day already: then that is borne
    there, and not a second time here.
    """
    if line.kind is CostKind.CAPEX:
        bought = (data.get(Asset, line.asset_id), data.get(Application, line.application_id))
        if any(in_register(thing, plan.today) for thing in bought):
            return ()
        due = None if line.asset_id is None else dues.get(line.asset_id)
        of_asset = None if due is None else due.service_life_years
        return capitalised(cash, useful_life(line.category, line.useful_life_years, of_asset), plan.first)
    step = MONTHS_OF.get(line.period, 1)
    return cash if step == 1 else tuple(run._replace(cover=step) for run in cash)


def _processes(data: CompanyData, line: BudgetLine, links: Links) -> Keys:
    """Its own process; else those of what it names, the nearest first."""
    if line.process_id is not None:
        return (line.process_id,)
    if line.application_id is not None:
        return links.processes_of_application(line.application_id)
    if line.asset_id is not None:
        return links.processes_of_asset(line.asset_id)
    if line.contract_id is not None:
        return links.processes_of_contract(line.contract_id)
    return () if line.initiative_id is None else processes_of_initiative(data, line.initiative_id)


def _goals(data: CompanyData, line: BudgetLine, processes: Keys, links: Links) -> ServedGoals:
    """Its own goal, else what its initiative contributes to, else the goals of its processes."""
    if line.goal_id is None and line.initiative_id is not None:
        goals = goals_of_initiative(data, line.initiative_id)
        if goals.goal_ids:
            return goals
    return links.goals(line.goal_id, processes)


def _obligations(data: CompanyData, line: BudgetLine) -> Keys:
    if line.obligation_id is not None:
        return (line.obligation_id,)
    return () if line.initiative_id is None else obligations_of_initiative(data, line.initiative_id)


def _purpose(line: BudgetLine) -> Purpose | None:
    """As typed; else as its own links say; else nobody has said it."""
    if line.purpose is not None:
        return line.purpose
    if line.goal_id is not None:
        return Purpose.GOAL
    return None if line.obligation_id is None else Purpose.DUTY


def _change(data: CompanyData, line: BudgetLine, purpose: Purpose | None) -> ChangeKind:
    """Operation and duties keep the business running, as does what nobody has given a purpose; the rest is
    as its initiative says, else growth.
    """
    if purpose in (Purpose.OPERATION, Purpose.DUTY):
        return ChangeKind.RUN
    initiative = data.get(Initiative, line.initiative_id)
    if initiative is not None:
        return initiative.change_kind
    return ChangeKind.RUN if purpose is None else ChangeKind.GROW
