"""How what is capitalised becomes cost: as the commercial book depreciates it.

What stands in the inventory goes by all rules of that book, and so does what will replace it. What is only
planned as an amount goes straight-line by month: nobody knows yet how many pieces it will be.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import Links
from virtualcio.analysis.budget.runs import LAST_DAY, NEVER, Run
from virtualcio.analysis.depreciation.items import Book, Item, PerBook
from virtualcio.analysis.depreciation.items_of import owned
from virtualcio.analysis.depreciation.rules import TaxRules
from virtualcio.analysis.depreciation.schedule import schedule
from virtualcio.analysis.depreciation.walk import Spread
from virtualcio.model import Application, Asset
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.inventory import AssetCategory

# Years over which something of a category is used where nobody has said it and it is no asset with a life
# of its own. Software: three years, the life that German tax tables gave it; devices: the usual life of a
# server in service_life.csv; what a project brings is taken as software.
USUAL_LIFE = {
    BudgetCategory.HARDWARE: 5,
    BudgetCategory.TELECOM: 5,
    BudgetCategory.SECURITY: 5,
}
SOFTWARE_LIFE = 3
MOST_LIFE = 100
_YEAR = 12  # months


def useful_life(category: BudgetCategory, typed: int | None = None, of_asset: int | None = None) -> int:
    """Years: as typed, else the asset's, else the usual ones. What makes no sense is passed over."""
    for years in (typed, of_asset):
        if years is not None and 0 < years <= MOST_LIFE:
            return years
    return USUAL_LIFE.get(category, SOFTWARE_LIFE)


def straight_line(month: int, cents: int, years: int, until: int = NEVER) -> Run:
    """What is bought in `month`, by month over its life; cumulatively rounded, nothing from `until` on."""
    months = years * 12
    return Run(month, months, 1, cents, months, LAST_DAY, until)


def capitalised(payments: tuple[Run, ...], years: int, first: int) -> tuple[Run, ...]:
    """The cost of things of which each is bought with one payment, as far as it reaches the month `first`."""
    return tuple(
        straight_line(run.first + number * run.step, run.cents, years)
        for run in payments
        for number in range(max(0, (first - years * 12 - run.first) // run.step), run.times)
    )


def category_of_asset(category: AssetCategory) -> BudgetCategory:
    """A line to the outside is telecommunication, everything else a device."""
    return BudgetCategory.TELECOM if category is AssetCategory.LINE else BudgetCategory.HARDWARE


def borne(item: Item, rules: TaxRules) -> tuple[Run, ...]:
    """What a thing of the register costs by month in the commercial book, which shows what it is worth."""
    years = schedule(item, rules, Book.COMMERCIAL).years
    return runs_of(spread for year in years for spread in year.spread)


def runs_of(spreads: Iterable[Spread]) -> tuple[Run, ...]:
    """Amounts over months as runs: equal fiscal years in a row are one."""
    runs: list[Run] = []
    for first, months, cents in spreads:
        last = runs[-1] if runs else None
        if last is not None and _goes_on(last, first, months, cents):
            runs[-1] = last._replace(times=last.times + 1)
        elif cents:
            runs.append(Run(first, months, 1, cents, months))
    return tuple(runs)


def _goes_on(run: Run, first: int, months: int, cents: int) -> bool:
    alike = run.cents == cents and run.cover == months == _YEAR
    return alike and first == run.first + run.times * _YEAR


def in_register(thing: Asset | Application | None, today: date) -> bool:
    """Whether it has a depreciation of its own, so that no typed line has to bear its price again."""
    if thing is None or not owned(thing) or not thing.cost or thing.purchase_date is None:
        return False
    return thing.purchase_date <= today


def replaced(item: Item, cost: Decimal, day: date) -> Item:
    """The like of a thing, bought anew: the rules of that day hold for it."""
    return replace(item, cost=cost, bought=day, in_use=None, taken_over=PerBook(), disposals=())


def depreciation_line(
    thing: Asset | Application, cost: tuple[Run, ...], plan: PlanYears, links: Links
) -> Line | None:
    """What an owned thing that was bought by today still costs, by commercial law; None if nothing in the
    plan's years. What a disposal loses or gains is no line: it stands with the depreciation. `cost`: as
    `borne` says.
    """
    if not any(run.touches(plan.first, plan.after) for run in cost):
        return None
    asset = isinstance(thing, Asset)
    processes = links.processes_of_asset(thing.id) if asset else links.processes_of_application(thing.id)
    goals = links.goals_of_processes(processes)
    return Line(
        key=f"{LineOrigin.DEPRECIATION}:{thing.id}",
        origin=LineOrigin.DEPRECIATION,
        record_kind=type(thing),
        record_id=thing.id,
        name=thing.name,
        plan=plan,
        category=category_of_asset(thing.category) if isinstance(thing, Asset) else BudgetCategory.SOFTWARE,
        kind=CostKind.CAPEX,
        recurring=True,
        purpose=Purpose.OPERATION,
        owner_id=thing.owner_id,
        supplier_id=thing.supplier_id,
        cost_centre=thing.cost_centre,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        asset_id=thing.id if asset else None,
        application_id=None if asset else thing.id,
        amount_origin=thing.cost_origin,
        cost=cost,
    )
