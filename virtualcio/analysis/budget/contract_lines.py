"""What contracts cost: their payments up to a given end, dearer at each anniversary."""

from datetime import date

from virtualcio.analysis.amounts import ZERO, growth, round_cents
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import Links
from virtualcio.analysis.budget.runs import Run, count_until
from virtualcio.analysis.calendar_days import whole_years
from virtualcio.analysis.inventory.contract_costs import MONTHS_OF, sensible_increase, yearly_cost
from virtualcio.analysis.inventory.contract_dates import given_end
from virtualcio.analysis.inventory.contract_ends import terms_of
from virtualcio.analysis.roadmap.month_numbers import last_day, month_number
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Contract
from virtualcio.model.contracts import ContractKind, PaymentPeriod
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.initiatives import ChangeKind

CATEGORY_OF_KIND = {
    ContractKind.MAINTENANCE: BudgetCategory.SERVICES,
    ContractKind.SUPPORT: BudgetCategory.SERVICES,
    ContractKind.LICENCE: BudgetCategory.SOFTWARE,
    ContractKind.CLOUD: BudgetCategory.SOFTWARE,
    ContractKind.LEASING: BudgetCategory.HARDWARE,
    ContractKind.RENTAL: BudgetCategory.HARDWARE,
    ContractKind.TELECOM: BudgetCategory.TELECOM,
}

Flows = tuple[tuple[Run, ...], tuple[Run, ...]]  # cash and cost


def contract_line(contract: Contract, plan: PlanYears, links: Links) -> Line:
    """The line of a contract, leasing among them: all of it is expensed. Source: rules.md section 5.

    Without a start nobody knows the days of payment: a year's cost is taken at the first month of each
    fiscal year, and the line says that this is assumed.
    """
    terms = terms_of(contract)
    end = given_end(contract, plan.today)
    if terms is None:
        cash, cost = _without_start(contract, plan, end)
    else:
        cash, cost = _payments(contract, terms.start, plan, end)
    processes = links.processes_of_contract(contract.id)
    goals = links.goals(contract.goal_id, processes)
    purpose = _purpose(contract)
    return Line(
        key=f"{LineOrigin.CONTRACT}:{contract.id}",
        origin=LineOrigin.CONTRACT,
        record_kind=Contract,
        record_id=contract.id,
        name=contract.name,
        plan=plan,
        category=contract.category or CATEGORY_OF_KIND.get(contract.kind, BudgetCategory.OTHER),
        recurring=contract.cost_period is not PaymentPeriod.ONCE,
        purpose=purpose,
        change=ChangeKind.GROW if purpose is Purpose.GOAL else ChangeKind.RUN,
        owner_id=contract.owner_id,
        supplier_id=contract.supplier_id,
        cost_centre=contract.cost_centre,
        account=contract.account,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        obligation_ids=() if contract.obligation_id is None else (contract.obligation_id,),
        contract_id=contract.id,
        amount_origin=contract.cost_origin,
        unknown=contract.cost is None,
        assumed=terms is None,
        cash=cash,
        cost=cost,
    )


def _purpose(contract: Contract) -> Purpose:
    """As typed; else as its own links say; else it keeps the business running."""
    if contract.purpose is not None:
        return contract.purpose
    if contract.goal_id is not None:
        return Purpose.GOAL
    return Purpose.OPERATION if contract.obligation_id is None else Purpose.DUTY


def _without_start(contract: Contract, plan: PlanYears, end: date | None) -> Flows:
    if contract.cost_period is PaymentPeriod.ONCE:
        once = (Run(plan.marks[plan.position(plan.this_year)], 1, 1, units(contract.cost or ZERO), day=1),)
        return once, once
    years = [year for year in plan.years if end is None or year.first <= end]
    cash = (Run(plan.first, 12, len(years), units(yearly_cost(contract) or ZERO), day=1),)
    return cash, _borne(cash, 12, end)


def _payments(contract: Contract, start: date, plan: PlanYears, end: date | None) -> Flows:
    """Every period from the start on its day, up to a given end; the price changes at anniversaries."""
    cost, first = contract.cost or ZERO, month_number(start)
    step = MONTHS_OF.get(contract.cost_period)
    if step is None:
        once = (Run(first, 1, 1 if end is None or start <= end else 0, units(cost), day=start.day),)
        return once, once
    count = count_until(start, step, end or last_day(plan.after - 1))
    percent, a_year = sensible_increase(contract), 12 // step
    # up to the next anniversary all are paid at today's price
    same = count if not percent else min(count, (whole_years(start, plan.today) + 1) * a_year)
    runs = [Run(first, step, same, units(cost), day=start.day)]
    for number in range(same, count, a_year):
        price = round_cents(cost * growth(percent, len(runs)))
        many = min(a_year, count - number)
        runs.append(Run(first + number * step, step, many, units(price), day=start.day))
    return tuple(runs), _borne(tuple(runs), step, end)


def _borne(payments: tuple[Run, ...], step: int, end: date | None) -> tuple[Run, ...]:
    """Each payment over the months that it covers; the last one up to the month of a given end."""
    if step == 1:
        return payments
    spread = [run._replace(cover=step) for run in payments]
    last = spread[-1]
    begin = last.first + (last.times - 1) * step
    if end is None or last.times < 1 or month_number(end) + 1 >= begin + step:
        return tuple(spread)
    spread[-1] = last._replace(times=last.times - 1)
    return (*spread, last._replace(first=begin, times=1, cover=month_number(end) + 1 - begin))
