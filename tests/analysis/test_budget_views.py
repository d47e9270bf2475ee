"""Views of the budget: each adds up to the plain sum to the cent, by year, quarter and month."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.budget_records import contract, results, typed
from virtualcio.actions.results import Results
from virtualcio.analysis.amounts import total
from virtualcio.analysis.budget.fiscal import Step
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    BudgetLine,
    Contract,
    ContractApplication,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeGoal,
    Process,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory, RemedyKind

_GOALS = [Goal(id=f"goal{number}", name=f"Ziel {number}") for number in range(4)]
_PROCESSES = [Process(id=f"process{number}", name=f"Prozess {number}") for number in range(4)]
_APPLICATION = Application(id="app", name="ERP")
_LINKS = [
    *(GoalProcess(goal_id=goal.id, process_id=_PROCESSES[0].id) for goal in _GOALS[:3]),
    GoalProcess(goal_id=_GOALS[3].id, process_id=_PROCESSES[1].id),
    *(ApplicationProcess(application_id="app", process_id=one.id) for one in _PROCESSES[:3]),
]

amounts = some.integers(1, 10_000_000).map(lambda cents: Decimal(cents).scaleb(-2))
days = some.dates(date(2022, 1, 1), date(2032, 12, 31))
percents = some.sampled_from([None, Decimal("3.5"), Decimal(7)])
periods = some.sampled_from(PaymentPeriod)

typed_lines = some.builds(
    BudgetLine, name=some.just("Zeile"), amount=amounts, first_on=days, period=periods,
    last_on=some.none() | days, price_increase_percent=percents, kind=some.sampled_from(CostKind),
    category=some.sampled_from(BudgetCategory), useful_life_years=some.none() | some.integers(1, 9),
    process_id=some.none() | some.sampled_from([one.id for one in _PROCESSES]),
    application_id=some.sampled_from([None, "app"]), cost_centre=some.sampled_from(["", "IT", "Werk"]),
)  # fmt: skip
contracts = some.builds(
    Contract, name=some.just("Vertrag"), start=some.none() | days, cost=amounts, cost_period=periods,
    price_increase_percent=percents, agreed_end=some.none() | days,
)  # fmt: skip
assets = some.builds(
    Asset, name=some.just("Server"), category=some.just(AssetCategory.SERVER), purchase_date=days,
    cost=amounts, remedy=some.sampled_from([None, RemedyKind.REPLACE]), retired_on=some.none() | days,
)  # fmt: skip
initiatives = some.builds(
    Initiative, name=some.just("Vorhaben"), state=some.just(InitiativeState.PLANNED), start=days,
    months=some.integers(1, 20), one_off_cost=amounts, running_cost=some.none() | amounts,
    one_off_kind=some.sampled_from(CostKind),
)  # fmt: skip


@given(
    some.lists(typed_lines, max_size=6), some.lists(contracts, max_size=4), some.lists(assets, max_size=4),
    some.lists(initiatives, max_size=3), some.integers(1, 12),
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_all_views_agree_with_the_plain_sum(
    lines: list[BudgetLine],
    agreements: list[Contract],
    things: list[Asset],
    projects: list[Initiative],
    start_month: int,
) -> None:
    links = [ContractApplication(contract_id=one.id, application_id="app") for one in agreements]
    carried = [AssetApplication(asset_id=one.id, application_id="app") for one in things]
    served = [
        InitiativeGoal(initiative_id=one.id, goal_id=goal.id, strength=number + 1)
        for one in projects
        for number, goal in enumerate(_GOALS[:3])
    ]
    of = results(
        _GOALS, _PROCESSES, [_APPLICATION], _LINKS, lines, agreements, things, projects, links, carried,
        served, fiscal_year_start=start_month,
    )  # fmt: skip

    plain = {
        Basis.CASH: total(payment.amount for line in of.budget_lines for payment in line.payments),
        Basis.COST: total(cost.amount for line in of.budget_lines for cost in line.costs),
    }
    for basis in Basis:
        for group_by in GroupBy:
            _agrees(of, basis, group_by, plain[basis])
        figures = [of.year_figures(year.year, basis) for year in of.plan_years.years]
        assert total(one.plan for one in figures) == plain[basis]
        assert total(one.run + one.grow + one.transform for one in figures) == plain[basis]
        for one in figures:
            assert total(month.plan for month in of.months_figures(one.year, basis)) == one.plan


def _agrees(of: Results, basis: Basis, group_by: GroupBy, plain: Decimal) -> None:
    years = of.budget_table(basis, group_by)
    assert years.total == total(years.totals) == total(row.total for row in years.rows) == plain
    by_year = {row.key: row.amounts for row in years.rows}
    for number, year in enumerate(of.plan_years.years):
        for step in (Step.QUARTER, Step.MONTH):
            parts = of.budget_table(basis, group_by, year.year, step)
            assert parts.total == years.totals[number]
            assert {row.key: row.total for row in parts.rows if row.total} == {
                key: row[number] for key, row in by_year.items() if row[number]
            }


def test_a_line_for_three_goals_is_split_so_that_no_cent_is_lost() -> None:
    one = typed("Kabel", "10.00", date(2027, 1, 1), period=PaymentPeriod.ONCE, process_id=_PROCESSES[0].id)
    table = results(_GOALS, _PROCESSES, _LINKS, one).budget_table(group_by=GroupBy.GOAL)

    assert {row.key: row.total for row in table.rows} == {
        "goal0": Decimal("3.33"), "goal1": Decimal("3.34"), "goal2": Decimal("3.33"),
    }  # fmt: skip
    assert all(row.lines == (f"typed:{one.id}",) for row in table.rows)


def test_the_largest_group_stands_first_and_what_belongs_nowhere_last() -> None:
    nowhere = contract("Nirgends", "900", date(2026, 1, 1))
    small = typed("Klein", "1", date(2026, 1, 1), cost_centre="A")
    large = typed("Groß", "2", date(2026, 1, 1), cost_centre="B")
    table = results(nowhere, small, large).budget_table(group_by=GroupBy.COST_CENTRE)

    assert [row.key for row in table.rows] == ["B", "A", None]


def test_quarters_and_months_are_those_of_the_fiscal_year() -> None:
    of = results(typed("Miete", "1", date(2024, 1, 1)), fiscal_year_start=7)
    quarters = of.budget_table(year=2026, step=Step.QUARTER).columns
    months = of.budget_table(year=2026, step=Step.MONTH).columns

    assert [(one.year, one.quarter, one.first) for one in quarters] == [
        (2026, 1, date(2026, 7, 1)), (2026, 2, date(2026, 10, 1)),
        (2026, 3, date(2027, 1, 1)), (2026, 4, date(2027, 4, 1)),
    ]  # fmt: skip
    assert quarters[-1].last == date(2027, 6, 30)
    assert [one.month for one in months][:2] == [date(2026, 7, 1), date(2026, 8, 1)]


def test_a_year_outside_the_plan_has_no_table() -> None:
    with pytest.raises(KeyError):
        results().budget_table(year=2023, step=Step.MONTH)


def test_a_fiscal_year_start_that_makes_no_sense_counts_as_january() -> None:
    assert results(fiscal_year_start=13).plan_years.years[0].first == date(2024, 1, 1)
