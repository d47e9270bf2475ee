"""What an expense is for is said and confirmed, each in one undo step, and the figures follow at once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.assumption_settings import set_assumption
from virtualcio.actions.budget.assigning import (
    assign,
    assign_to_goal,
    assign_to_obligation,
    assign_to_process,
    confirm,
)
from virtualcio.actions.budget.spending_words import detail_words, figure, place_to_mend
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.spending.expense import Expense, MissingLink, Standing
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Application,
    Asset,
    BudgetLine,
    ConfirmedAssignment,
    Contract,
    ContractApplication,
    ContractProcess,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeGoal,
    Kpi,
    Obligation,
    Person,
    Process,
    Record,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.duties import Applies
from virtualcio.model.expense import Purpose
from virtualcio.model.inventory import RemedyKind
from virtualcio.texts import Message

BOSS = Person(name="Erika Brenner")
ORDERS = Process(name="Auftragsabwicklung")
FASTER = Goal(name="Schneller liefern")
SPEED = Kpi(
    name="Durchlaufzeit", goal_id=FASTER.id, owner_id=BOSS.id, baseline=Decimal(20), target=Decimal(10),
    baseline_on=date(2026, 1, 1), target_on=date(2027, 12, 31),
)  # fmt: skip
DUTY = Obligation(name="E-Rechnung", applies=Applies.YES)
ERP = Contract(name="ERP-Wartung", cost=Decimal(7680), cost_period=PaymentPeriod.YEAR, start=date(2024, 1, 1))


def _fresh(records: tuple[Record, ...]) -> list[Record]:
    """Copies: records belong to the file that they were put into."""
    return [
        type(one)(**{column.name: getattr(one, column.name) for column in one.__table__.columns
                     if column.name != "version"})
        for one in records
    ]  # fmt: skip


@pytest.fixture
def company_of(make_company: MakeCompany) -> Callable[..., OpenCompany]:
    def make(*more: Record) -> OpenCompany:
        return make_company(*_fresh((BOSS, ORDERS, FASTER, SPEED, DUTY, *more)))

    return make


def _expense(company: OpenCompany, key: str) -> Expense:
    return company.results.expenses_by_key[key]


def test_a_contract_is_assigned_to_its_process_and_undo_takes_it_back(
    company_of: Callable[..., OpenCompany],
) -> None:
    company = company_of(ERP, GoalProcess(goal_id=FASTER.id, process_id=ORDERS.id))
    before = _expense(company, ERP.id)
    assert before.missing == (MissingLink.PROCESS,) and before.amount == Decimal("7680.00")
    assign_to_process(company, before, company.data.find(Process, ORDERS.id))
    assert _expense(company, ERP.id).standing is Standing.STALE
    (row,) = company.data.all(ContractProcess)
    assert (row.contract_id, row.process_id) == (ERP.id, ORDERS.id)
    company.workspace.undo()
    assert _expense(company, ERP.id).missing == (MissingLink.PROCESS,)


def test_process_and_goal_are_assigned_in_one_undo_step(company_of: Callable[..., OpenCompany]) -> None:
    company = company_of(ERP)
    data = company.data
    assign(company, _expense(company, ERP.id), [data.find(Process, ORDERS.id), data.find(Goal, FASTER.id)])
    contract = data.find(Contract, ERP.id)
    assert (contract.goal_id, contract.purpose) == (FASTER.id, Purpose.GOAL)
    assert _expense(company, ERP.id).missing == ()
    company.workspace.undo()
    assert data.find(Contract, ERP.id).goal_id is None and not data.all(ContractProcess)


def test_a_typed_line_gets_goal_duty_and_process_itself(company_of: Callable[..., OpenCompany]) -> None:
    line = BudgetLine(name="Scanner", amount=Decimal(2400), first_on=date(2027, 2, 1))
    company = company_of(line)
    data = company.data
    kept = data.find(BudgetLine, line.id)
    assign_to_process(company, _expense(company, line.id), data.find(Process, ORDERS.id))
    assert (kept.process_id, kept.purpose) == (ORDERS.id, Purpose.OPERATION)
    assign_to_goal(company, _expense(company, line.id), data.find(Goal, FASTER.id))
    assert (kept.goal_id, kept.purpose) == (FASTER.id, Purpose.GOAL)
    assert _expense(company, line.id).missing == ()
    assign_to_obligation(company, _expense(company, line.id), data.find(Obligation, DUTY.id))
    assert (kept.obligation_id, kept.purpose) == (DUTY.id, Purpose.DUTY)
    assert _expense(company, line.id).missing == ()


def test_an_initiative_contributes_to_the_goal_and_meets_the_duty(
    company_of: Callable[..., OpenCompany],
) -> None:
    site = Initiative(name="Portal", one_off_cost=Decimal(9000), start=date(2027, 1, 1), months=3)
    nothing = InitiativeGoal(initiative_id=site.id, goal_id=FASTER.id, strength=0)
    company = company_of(site, nothing)
    data = company.data
    assign_to_goal(company, _expense(company, site.id), data.find(Goal, FASTER.id))
    (link,) = data.all(InitiativeGoal)
    assert link.strength == 2
    assign_to_obligation(company, _expense(company, site.id), data.find(Obligation, DUTY.id))
    assign_to_process(company, _expense(company, site.id), data.find(Process, ORDERS.id))
    assert _expense(company, site.id).missing == ()


def test_a_system_takes_its_goal_through_its_process(company_of: Callable[..., OpenCompany]) -> None:
    server = Asset(
        name="Server",
        purchase_date=date(2021, 3, 1),
        cost=Decimal(8000),
        support_end=date(2027, 3, 31),
        remedy=RemedyKind.REPLACE,
    )
    company = company_of(server)
    data = company.data
    expense = _expense(company, server.id)
    goal = data.find(Goal, FASTER.id)
    with pytest.raises(RefusedValue):
        assign_to_goal(company, expense, goal)
    with pytest.raises(RefusedValue):
        assign_to_obligation(company, expense, data.find(Obligation, DUTY.id))
    assert not data.all(GoalProcess)
    assign(company, expense, [data.find(Process, ORDERS.id), goal])
    assert [link.process_id for link in data.all(GoalProcess)] == [ORDERS.id]
    assert _expense(company, server.id).missing == ()


def test_a_duty_that_does_not_apply_is_no_purpose(company_of: Callable[..., OpenCompany]) -> None:
    unclear = Obligation(name="NIS-2", applies=Applies.UNCLEAR)
    company = company_of(ERP, unclear)
    with pytest.raises(RefusedValue):
        assign_to_obligation(company, _expense(company, ERP.id), company.data.find(Obligation, unclear.id))
    assert company.data.find(Contract, ERP.id).obligation_id is None


def test_nothing_chosen_is_nothing_assigned(company_of: Callable[..., OpenCompany]) -> None:
    company = company_of(ERP)
    with pytest.raises(RefusedValue):
        assign(company, _expense(company, ERP.id), [])


def _assigned(company_of: Callable[..., OpenCompany]) -> OpenCompany:
    system = Application(name="ERP")
    bound = Contract(name="Cloud", cost=Decimal(100), cost_period=PaymentPeriod.MONTH, start=date(2025, 5, 1))
    return company_of(
        ERP, bound, system, ContractApplication(contract_id=ERP.id, application_id=system.id),
        ContractProcess(contract_id=ERP.id, process_id=ORDERS.id),
        ContractProcess(contract_id=bound.id, process_id=ORDERS.id),
        GoalProcess(goal_id=FASTER.id, process_id=ORDERS.id),
    )  # fmt: skip


def test_all_are_confirmed_at_once_and_undone_at_once(company_of: Callable[..., OpenCompany]) -> None:
    company = _assigned(company_of)
    money = company.results.spending
    assert money.stale == money.total == Decimal("8880.00")  # 7,680 and 12 × 100
    assert confirm(company, [one.key for one in money.expenses]) == 2
    fresh = company.results.spending
    assert fresh.fresh == Decimal("8880.00") and fresh.fresh_percent == Decimal("100.0")
    assert {row.confirmed_on for row in company.data.all(ConfirmedAssignment)} == {date(2026, 11, 22)}
    confirm(company, [ERP.id])
    assert company.data.count(ConfirmedAssignment) == 2  # once a day is enough
    company.workspace.undo()
    company.workspace.undo()
    assert company.results.spending.stale == Decimal("8880.00")


def test_what_is_without_purpose_cannot_be_confirmed(company_of: Callable[..., OpenCompany]) -> None:
    company = company_of(ERP)
    with pytest.raises(RefusedValue):
        confirm(company, [ERP.id])
    assert company.data.count(ConfirmedAssignment) == 0


def test_the_limit_is_a_setting(company_of: Callable[..., OpenCompany]) -> None:
    company = _assigned(company_of)
    set_assumption(company, "larger_expense", "5.000")
    assert [one.name for one in company.results.spending.expenses] == ["ERP-Wartung"]
    assert company.results.spending.small == Decimal("1200.00")


def test_a_missing_kpi_value_leads_to_the_kpi_and_a_missing_process_to_the_choice(
    company_of: Callable[..., OpenCompany],
) -> None:
    company = company_of(
        ERP, ContractProcess(contract_id=ERP.id, process_id=ORDERS.id),
        GoalProcess(goal_id=FASTER.id, process_id=ORDERS.id),
    )  # fmt: skip
    kpi = company.data.find(Kpi, SPEED.id)
    with company.workspace.change(Message("Test")):
        kpi.owner_id = None
    expense = _expense(company, ERP.id)
    assert expense.missing == (MissingLink.KPI_OWNER,)
    place = place_to_mend(company, expense)
    assert place is not None and place.record in (SPEED.id, FASTER.id)
    assert "niemand ist für die Kennzahl verantwortlich" in detail_words(company, expense)
    torn = company_of(ERP)
    assert place_to_mend(torn, _expense(torn, ERP.id)) is None


def test_without_expenses_there_is_a_sentence_and_no_figure(company_of: Callable[..., OpenCompany]) -> None:
    words = figure(company_of())
    assert words.percent == "" and "noch keine Ausgaben" in words.sentence
    small = Contract(name="Domain", cost=Decimal(50), cost_period=PaymentPeriod.YEAR, start=date(2024, 1, 1))
    assert "Keine Ausgabe" in figure(company_of(small)).sentence
    assert figure(company_of(ERP)).percent.startswith("0")
