"""Whatever is edited, undone or redone: the roadmap's kept figures equal those computed from nothing."""

import random
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY
from virtualcio.actions import edit
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.roadmap import plan_moves
from virtualcio.actions.tables import table
from virtualcio.model import (
    Asset,
    Company,
    Goal,
    Initiative,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    ResourcePool,
)
from virtualcio.store.workspace import Workspace

TABLES = ("initiatives", "pools", "efforts", "dependencies", "contributions", "goals", "assets")


def figures(results: Results) -> dict[str, object]:
    return {
        "roadmap": results.roadmap,
        "loads": results.pool_loads,
        "parallel": results.parallel,
        "money": results.yearly_money,
        "conflicts": results.conflicts,
        "held": [results.holds_back(one) for one in results.data.all(Initiative)],
        "remedied": dict(results.remedied_on),
        "planned": dict(results.planned_by_year),
        "curves": results.curves,
    }


def company_with_a_plan() -> OpenCompany:
    goal, pool = Goal(name="Umsatz", weight=Decimal(100)), ResourcePool(name="IT", days_per_month=Decimal(5))
    jobs = [Initiative(name=f"V{n}", start=date(2026, 12 - n, 1), months=n + 1) for n in range(4)]
    assets = [Asset(name=f"S{n}", cost=Decimal(100), purchase_date=date(2015, 1, 1)) for n in range(2)]
    links = [
        InitiativeDependency(initiative_id=jobs[0].id, prerequisite_id=jobs[1].id),
        InitiativeAsset(initiative_id=jobs[0].id, asset_id=assets[0].id),
        *(InitiativeEffort(initiative_id=one.id, pool_id=pool.id, days=Decimal(6)) for one in jobs),
        *(InitiativeGoal(initiative_id=one.id, goal_id=goal.id, strength=1) for one in jobs[:2]),
    ]
    records = [goal, pool, *jobs, *assets, *links]
    return OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)


def move(company: OpenCompany, chance: random.Random) -> None:
    jobs = company.data.all(Initiative)
    if jobs:
        plan_moves.move(company, chance.choice(jobs), date(2027, chance.randint(1, 12), 1))


def mend(company: OpenCompany, chance: random.Random) -> None:
    if company.results.conflicts:
        plan_moves.apply_mend(company, chance.choice(company.results.conflicts))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_figures_equal_fresh_ones_after_any_edits(seed: int) -> None:
    stay_as_computed_anew(company_with_a_plan(), figures, seed, 15, TABLES, own=(move, mend))


def test_an_edit_that_is_none_of_the_plans_business_leaves_it_as_it_is() -> None:
    company = company_with_a_plan()
    plan, conflicts = company.results.plan, company.results.conflicts
    asset = company.data.all(Asset)[1]
    edit.set_value(company, table("assets"), table("assets").column("cost"), asset, Decimal(5))
    assert company.results.plan is plan
    assert company.results.conflicts is conflicts
    company.close()
