"""The budget of an open company: whatever is edited, its kept figures equal those computed from nothing."""

import random
from dataclasses import fields
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.budget.budget_benchmark import employee_benchmark, share_benchmark, span_of
from virtualcio.actions.budget.budget_words import (
    CATEGORY_TITLES,
    CHANGE_TITLES,
    GROUP_TITLES,
    KIND_TITLES,
    ORIGIN_TITLES,
    PURPOSE_TITLES,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.tables import table
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.model import (
    Account,
    ActualCost,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    BudgetLine,
    Company,
    Contract,
    ContractApplication,
    ContractAsset,
    ContractProcess,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeProcess,
    Obligation,
    Process,
    Record,
    Setting,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import AssetCategory, RemedyKind
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message, mark

TABLES = (
    "budget_lines", "contracts", "assets", "applications", "initiatives", "goals", "processes", "accounts",
    "actual_costs",
)  # fmt: skip
LINKS: tuple[tuple[type[Record], type[Record], str, type[Record], str], ...] = (
    (AssetProcess, Asset, "asset_id", Process, "process_id"),
    (AssetApplication, Asset, "asset_id", Application, "application_id"),
    (ApplicationProcess, Application, "application_id", Process, "process_id"),
    (GoalProcess, Goal, "goal_id", Process, "process_id"),
    (ContractAsset, Contract, "contract_id", Asset, "asset_id"),
    (ContractApplication, Contract, "contract_id", Application, "application_id"),
    (ContractProcess, Contract, "contract_id", Process, "process_id"),
    (InitiativeGoal, Initiative, "initiative_id", Goal, "goal_id"),
    (InitiativeProcess, Initiative, "initiative_id", Process, "process_id"),
    (InitiativeObligation, Initiative, "initiative_id", Obligation, "obligation_id"),
    (InitiativeAsset, Initiative, "initiative_id", Asset, "asset_id"),
    (InitiativeApplication, Initiative, "initiative_id", Application, "application_id"),
)


def plain(line: Line) -> dict[str, object]:
    return {one.name: getattr(line, one.name) for one in fields(line) if not one.name.startswith("_")}


def figures(results: Results) -> dict[str, object]:
    """Everything that pages show of the budget."""
    years = [year.year for year in results.plan_years.years]
    return {
        "lines": {line.key: plain(line) for line in results.budget_lines},
        "tables": [results.budget_table(basis, group_by) for basis in Basis for group_by in GroupBy],
        "years": [results.year_figures(year, basis) for year in years for basis in Basis],
        "months": [results.months_figures(year) for year in years],
        "accounts": [results.actuals_by_account(year) for year in years],
        "undecided": results.undecided_remedies,
        "wave": results.wave_beside_money,
    }


def company_with_a_budget() -> OpenCompany:
    goals = [Goal(name=f"Ziel {n}", weight=Decimal(10 * n)) for n in range(2)]
    processes = [Process(name=f"Prozess {n}") for n in range(2)]
    assets = [
        Asset(
            name=f"Server {n}", category=AssetCategory.SERVER, cost=Decimal(900),
            purchase_date=date(2022, 3, n + 1), remedy=RemedyKind.REPLACE if n else None,
        )
        for n in range(2)
    ]  # fmt: skip
    applications = [Application(name="ERP", support_end=date(2027, 1, 1), remedy_cost=Decimal(70))]
    contracts = [Contract(name=f"Vertrag {n}", start=date(2024, 1, 31), cost=Decimal(10)) for n in range(2)]
    jobs = [
        Initiative(name=f"V{n}", start=date(2027, n + 1, 1), months=2, one_off_cost=Decimal(100),
                   running_cost=Decimal(12), change_kind=ChangeKind.TRANSFORM)
        for n in range(2)
    ]  # fmt: skip
    lines = [
        BudgetLine(name="Messe", amount=Decimal(40), first_on=date(2026, 5, 1), initiative_id=jobs[0].id),
        BudgetLine(name="Gerät", amount=Decimal(60), first_on=date(2026, 5, 1), asset_id=assets[0].id,
                   kind=CostKind.CAPEX, period=PaymentPeriod.YEAR),
    ]  # fmt: skip
    books = Account(number="4806", category=BudgetCategory.SOFTWARE)
    booked = ActualCost(
        account_id=books.id, amount=Decimal(5), first_on=date(2026, 1, 1), last_on=date(2026, 8, 31)
    )
    records = [*goals, *processes, *assets, *applications, *contracts, *jobs, *lines, books, booked,
               Obligation(name="DSGVO")]  # fmt: skip
    return OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)


def link_or_unlink(company: OpenCompany, chance: random.Random) -> None:
    """Adds a link between two things, or takes one away."""
    kind, left, left_field, right, right_field = chance.choice(LINKS)
    there, lefts, rights = (company.data.all(one) for one in (kind, left, right))
    with company.workspace.change(Message(mark("Test"), {})) as change:
        if there and chance.random() < 0.4:
            change.delete(chance.choice(there))
        elif lefts and rights:
            ends = {left_field: chance.choice(lefts).id, right_field: chance.choice(rights).id}
            change.add(kind(**ends))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_budgets_equal_fresh_ones_after_any_edits(seed: int) -> None:
    stay_as_computed_anew(company_with_a_budget(), figures, seed, 10, TABLES, own=(link_or_unlink,) * 2)


def test_an_edit_makes_only_its_own_line_anew(make_company: MakeCompany) -> None:
    contracts = [Contract(name=f"Vertrag {n}", start=date(2024, 1, 1), cost=Decimal(10)) for n in range(3)]
    company = make_company(*contracts)
    before = {line.record_id: line for line in company.results.budget_lines}

    edit.set_value(company, table("contracts"), table("contracts").column("cost"), contracts[1], Decimal(20))

    after = {line.record_id: line for line in company.results.budget_lines}
    assert [after[one.id] is before[one.id] for one in contracts] == [True, False, True]
    assert company.results.year_figures(2026).plan == Decimal(40)


def test_the_years_ahead_are_a_setting(make_company: MakeCompany) -> None:
    company = make_company(Setting(key="budget_years_ahead", value="1"))

    assert [year.year for year in company.results.plan_years.years] == [2024, 2025, 2026, 2027]


def test_the_example_company_adds_up_in_every_view(demo: OpenCompany) -> None:
    results = demo.results
    origins = {line.origin for line in results.budget_lines}
    assert origins == set(LineOrigin)
    for basis in Basis:
        totals = {results.budget_table(basis, group_by).totals for group_by in GroupBy}
        assert totals == {
            tuple(results.year_figures(year.year, basis).plan for year in results.plan_years.years)
        }


def test_a_benchmark_is_that_of_the_trade_where_the_table_has_it() -> None:
    trade, general = share_benchmark("Sondermaschinenbau"), share_benchmark("Tischlerei")

    assert trade is not None
    assert (trade.low, trade.high, trade.year, trade.of_trade) == (
        Decimal("2.6"),
        Decimal("2.6"),
        "2024",
        True,
    )
    assert general is not None
    assert (general.low, general.of_trade) == (Decimal("2.8"), False)
    factory = share_benchmark("Fertigung von Möbeln")
    assert factory is not None
    assert (factory.low, factory.high) == (Decimal("1.9"), Decimal("4.1"))
    people = employee_benchmark("Tischlerei")
    assert people is not None
    assert (people.low, people.high) == (Decimal(1200), Decimal(1800))


def test_a_figure_that_is_no_range_is_not_made_into_one() -> None:
    assert span_of("3.62 → 4.75") is None
    assert span_of("5,800") == (Decimal(5800), Decimal(5800))


def test_every_choice_of_the_budget_has_its_word() -> None:
    for kind, titles in (
        (BudgetCategory, CATEGORY_TITLES), (CostKind, KIND_TITLES), (Purpose, PURPOSE_TITLES),
        (LineOrigin, ORIGIN_TITLES), (GroupBy, GROUP_TITLES), (ChangeKind, CHANGE_TITLES),
    ):  # fmt: skip
        assert set(titles) == set(kind)


def test_another_process_behind_a_covered_asset_moves_the_money_of_the_contract(
    make_company: MakeCompany,
) -> None:
    asset, process = Asset(name="Server"), Process(name="Verkauf")
    contract = Contract(name="Wartung", start=date(2026, 1, 1), cost=Decimal(10))
    company = make_company(
        asset, process, contract, ContractAsset(contract_id=contract.id, asset_id=asset.id)
    )
    assert company.results.budget_line(f"contract:{contract.id}").process_ids == ()

    with company.workspace.change(Message(mark("Test"), {})) as change:
        change.add(AssetProcess(asset_id=asset.id, process_id=process.id))

    assert company.results.budget_line(f"contract:{contract.id}").process_ids == (process.id,)


def test_a_typed_line_changes_what_its_initiative_changes(make_company: MakeCompany) -> None:
    job = Initiative(name="CRM")
    line = BudgetLine(name="Schulung", initiative_id=job.id, purpose=Purpose.GOAL)
    company = make_company(job, line)
    assert company.results.budget_line(f"typed:{line.id}").change is ChangeKind.GROW

    column = table("initiatives").column("change_kind")
    edit.set_value(company, table("initiatives"), column, job, ChangeKind.TRANSFORM)

    assert company.results.budget_line(f"typed:{line.id}").change is ChangeKind.TRANSFORM
