"""How what is capitalised becomes cost: straight-line by month, from the month of purchase on.

The one place that decides this; methods of tax law take its place without the rest noticing.
"""

from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.purposes import Links
from virtualcio.analysis.budget.runs import LAST_DAY, NEVER, Run
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Asset
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.inventory import AssetCategory, Ownership

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


def depreciation_line(asset: Asset, due: Due, plan: PlanYears, links: Links) -> Line | None:
    """What an owned asset that was bought by today still costs; None if nothing in the plan's years.

    Its life is that of the wear ratio (rules.md section 1). A disposal depreciates through its month.
    """
    life, bought = due.service_life_years, asset.purchase_date
    if asset.ownership is not Ownership.OWNED or not asset.cost or bought is None or due.age_end is None:
        return None
    first = month_number(bought)
    if bought > plan.today or life is None or first >= plan.after or first + life * 12 <= plan.first:
        return None
    until = NEVER if asset.retired_on is None else month_number(asset.retired_on) + 1
    if until <= plan.first:
        return None
    processes = links.processes_of_asset(asset.id)
    goals = links.goals_of_processes(processes)
    return Line(
        key=f"{LineOrigin.DEPRECIATION}:{asset.id}",
        origin=LineOrigin.DEPRECIATION,
        record_kind=Asset,
        record_id=asset.id,
        name=asset.name,
        plan=plan,
        category=category_of_asset(asset.category),
        kind=CostKind.CAPEX,
        recurring=True,
        purpose=Purpose.OPERATION,
        owner_id=asset.owner_id,
        supplier_id=asset.supplier_id,
        goal_ids=goals.goal_ids,
        goal_weights=goals.weights,
        goals_by_process=goals.by_process,
        process_ids=processes,
        asset_id=asset.id,
        amount_origin=asset.cost_origin,
        cost=(straight_line(first, units(asset.cost), life, until),),
    )
