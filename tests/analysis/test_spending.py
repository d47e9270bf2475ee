"""Assigned spending: which larger expense leads to a process and a measurable goal, computed by hand."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.spending_records import (
    ABOUT_ORDERS,
    BASE,
    ERP,
    FASTER,
    GROW,
    OFFERS,
    ORDERS,
    SALES,
    SERVES,
    SPEED,
    Money,
    measurable,
    paid,
)
from virtualcio.analysis.budget.lines import LineOrigin
from virtualcio.analysis.spending.expense import MissingLink, Standing
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    BudgetLine,
    Contract,
    ContractApplication,
    ContractProcess,
    Goal,
    Initiative,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeProcess,
    Obligation,
    Record,
    Supplier,
)
from virtualcio.model.duties import Applies
from virtualcio.model.expense import Purpose


def test_a_contract_is_traced_through_its_application_to_the_goal_of_the_process() -> None:
    system = Application(name="ERP")
    money = Money(
        [paid(ERP, "7680")],
        *BASE, ERP, system, ContractApplication(contract_id=ERP.id, application_id=system.id),
        ApplicationProcess(application_id=system.id, process_id=ORDERS.id),
    ).result()  # fmt: skip
    (expense,) = money.expenses
    assert (expense.key, expense.record_kind, expense.name) == (ERP.id, Contract, "ERP-Wartung")
    assert expense.standing is Standing.STALE and expense.missing == ()
    (thread,) = expense.threads
    assert (thread.goal_id, thread.kpi_id, thread.process_id) == (FASTER.id, SPEED.id, ORDERS.id)
    assert thread.amount == money.total == money.stale == Decimal("7680.00")
    assert money.assigned_percent == Decimal("100.0") and money.fresh_percent == Decimal("0.0")


def test_without_a_larger_expense_there_is_no_figure() -> None:
    money = Money([paid(ERP, "999.99")], *BASE, ERP, SERVES).result()
    assert money.expenses == () and money.total == 0 and money.small == Decimal("999.99")
    assert money.assigned_percent is None and money.fresh_percent is None


def test_the_limit_is_reached_by_exactly_1000_euros() -> None:
    assert [one.amount for one in Money([paid(ERP, "1000")], *BASE, ERP).result().expenses] == [
        Decimal("1000.00")
    ]


@pytest.mark.parametrize(("second", "large"), [("599.99", 0), ("600.00", 2)])
def test_a_small_contract_counts_where_all_with_its_supplier_come_to_the_limit(
    second: str, large: int
) -> None:
    firm = Supplier(name="Druckhaus")
    one = Contract(name="Drucker", supplier_id=firm.id)
    other = Contract(name="Toner", supplier_id=firm.id)
    money = Money([paid(one, "400"), paid(other, second)], *BASE, one, other, firm).result()
    assert len(money.expenses) == large
    assert money.total + money.small == Decimal(400) + Decimal(second)


def test_only_cash_of_the_twelve_months_from_the_first_of_this_month_counts() -> None:
    days = (date(2026, 10, 31), date(2026, 11, 1), date(2027, 10, 31), date(2027, 11, 1))
    contracts = [Contract(name=f"Vertrag {day}") for day in days]
    lines = [paid(one, "5000", day) for one, day in zip(contracts, days, strict=True)]
    money = Money(lines, *BASE, *contracts).result()
    assert {one.name for one in money.expenses} == {"Vertrag 2026-11-01", "Vertrag 2027-10-31"}
    assert (money.first, money.last) == (date(2026, 11, 1), date(2027, 10, 31))


def test_depreciation_and_cancelled_lines_are_no_expenses_and_unknown_amounts_are_counted() -> None:
    old, gone = Asset(name="Server"), BudgetLine(name="Messestand")
    lines = [
        paid(old, "9000", origin=LineOrigin.DEPRECIATION),
        paid(gone, "3000", cancelled=True),
        paid(ERP, "0", unknown=True),
    ]
    money = Money(lines, *BASE, old, gone, ERP).result()
    assert money.total == 0 and money.small == 0 and money.unknown == 1


def test_a_typed_line_adds_to_the_contract_that_it_names() -> None:
    extra = BudgetLine(name="Zusatzmodul", contract_id=ERP.id)
    money = Money([paid(ERP, "600"), paid(extra, "400")], *BASE, ERP, SERVES, extra).result()
    (expense,) = money.expenses
    assert expense.key == ERP.id and expense.amount == Decimal("1000.00")
    assert expense.line_keys == (f"contract:{ERP.id}", f"typed:{extra.id}")


# --- what is missing ------------------------------------------------------------------------


def _missing(*records: Record, of: Record = ERP) -> tuple[MissingLink, ...]:
    (expense,) = Money([paid(of, "5000")], of, *records).result().expenses
    assert (expense.standing is Standing.UNASSIGNED) == bool(expense.missing)
    return expense.missing


def test_a_contract_without_process_says_that_the_process_is_missing() -> None:
    assert _missing(*BASE) == (MissingLink.PROCESS,)


def test_a_contract_whose_process_has_no_goal_says_that_the_goal_is_missing() -> None:
    link = ContractProcess(contract_id=ERP.id, process_id=OFFERS.id)
    assert _missing(*BASE, link) == (MissingLink.GOAL,)


def test_a_goal_without_kpi_and_a_kpi_without_baseline_target_or_owner_are_named() -> None:
    without = (ORDERS, FASTER, ABOUT_ORDERS, SERVES)
    assert _missing(*without) == (MissingLink.KPI,)
    assert _missing(*without, measurable(FASTER, baseline=None)) == (MissingLink.KPI_BASELINE,)
    assert _missing(*without, measurable(FASTER, target=None)) == (MissingLink.KPI_TARGET,)
    assert _missing(*without, measurable(FASTER, owner_id=None)) == (MissingLink.KPI_OWNER,)
    assert _missing(*without, measurable(FASTER, owner_id=None), measurable(FASTER)) == ()


def test_a_closed_goal_is_no_purpose_any_more() -> None:
    reached = Goal(name="Umzug", closed_on=date(2026, 6, 30))
    bound = Contract(name="Hosting", goal_id=reached.id, purpose=Purpose.GOAL)
    link = ContractProcess(contract_id=bound.id, process_id=ORDERS.id)
    assert _missing(*BASE, reached, measurable(reached), link, of=bound) == (MissingLink.GOAL_CLOSED,)


def test_a_duty_counts_only_if_it_applies() -> None:
    for applies, missing in (
        (Applies.YES, ()),
        (Applies.UNCLEAR, (MissingLink.OBLIGATION_APPLIES,)),
        (Applies.NO, (MissingLink.OBLIGATION_APPLIES,)),
    ):
        duty = Obligation(name="E-Rechnung", applies=applies)
        bound = Contract(name="Prüfportal", obligation_id=duty.id, purpose=Purpose.DUTY)
        link = ContractProcess(contract_id=bound.id, process_id=OFFERS.id)
        assert _missing(*BASE, duty, link, of=bound) == missing
    nameless = Contract(name="Schulung", purpose=Purpose.DUTY)
    link = ContractProcess(contract_id=nameless.id, process_id=OFFERS.id)
    assert _missing(*BASE, link, of=nameless) == (MissingLink.OBLIGATION,)


def test_a_duty_alone_does_not_replace_the_process() -> None:
    duty = Obligation(name="E-Rechnung", applies=Applies.YES)
    bound = Contract(name="Prüfportal", obligation_id=duty.id)
    assert _missing(*BASE, duty, of=bound) == (MissingLink.PROCESS,)


def test_an_initiative_needs_a_goal_of_its_own_and_strength_0_is_none() -> None:
    site = Initiative(name="Neue Website")
    link = InitiativeProcess(initiative_id=site.id, process_id=ORDERS.id)
    assert _missing(*BASE, site, link, of=site) == (MissingLink.GOAL,)
    assert _missing(*BASE, of=site) == (MissingLink.PROCESS, MissingLink.GOAL)
    nothing = InitiativeGoal(initiative_id=site.id, goal_id=FASTER.id, strength=0)
    assert _missing(*BASE, link, nothing, of=site) == (MissingLink.GOAL,)
    some = InitiativeGoal(initiative_id=site.id, goal_id=FASTER.id, strength=1)
    assert _missing(*BASE, link, some, of=site) == ()
    duty = Obligation(name="E-Rechnung", applies=Applies.YES)
    meets = InitiativeObligation(initiative_id=site.id, obligation_id=duty.id)
    assert _missing(*BASE, link, duty, meets, of=site) == ()


def test_an_initiative_without_process_is_traced_to_the_processes_of_its_goal() -> None:
    site = Initiative(name="Neue Website")
    some = InitiativeGoal(initiative_id=site.id, goal_id=FASTER.id)
    (expense,) = Money([paid(site, "5000")], *BASE, site, some).result().expenses
    assert expense.missing == () and expense.threads[0].process_id == ORDERS.id


def test_a_remedy_is_traced_to_the_processes_that_need_the_device() -> None:
    server, system = Asset(name="Server"), Application(name="ERP")
    links = (
        AssetApplication(asset_id=server.id, application_id=system.id),
        ApplicationProcess(application_id=system.id, process_id=ORDERS.id),
    )
    assert _missing(*BASE, system, *links, of=server) == ()
    assert _missing(*BASE, of=server) == (MissingLink.PROCESS,)


def test_a_typed_line_is_traced_by_its_own_links() -> None:
    line = BudgetLine(name="Scanner", process_id=OFFERS.id, goal_id=GROW.id, purpose=Purpose.GOAL)
    (expense,) = Money([paid(line, "2400")], *BASE, line).result().expenses
    (thread,) = expense.threads
    assert (thread.goal_id, thread.kpi_id, thread.process_id) == (GROW.id, SALES.id, OFFERS.id)
    assert expense.missing == ()
