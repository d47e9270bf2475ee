"""Assigned spending: fresh, stale and without purpose, and sums that agree to the cent."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.spending_records import (
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
    value,
)
from virtualcio.analysis.spending.expense import Standing
from virtualcio.analysis.spending.splitting import split
from virtualcio.model import (
    ConfirmedAssignment,
    Contract,
    ContractProcess,
    GoalProcess,
    Initiative,
    InitiativeGoal,
    InitiativeKpi,
    Process,
    Record,
)

# --- fresh and stale ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "standing"),
    [(date(2026, 8, 14), Standing.FRESH), (date(2026, 8, 13), Standing.STALE)],
)
def test_measured_or_confirmed_within_100_days_is_fresh(day: date, standing: Standing) -> None:
    measured = Money([paid(ERP, "5000")], *BASE, ERP, SERVES, value(SPEED, day)).result().expenses[0]
    assert (measured.standing, measured.measured_on) == (standing, day)
    row = ConfirmedAssignment(subject=ERP.id, confirmed_on=day)
    confirmed = Money([paid(ERP, "5000")], *BASE, ERP, SERVES, row).result().expenses[0]
    assert (confirmed.standing, confirmed.confirmed_on) == (standing, day)


def test_a_confirmation_of_something_without_purpose_does_not_assign_it() -> None:
    row = ConfirmedAssignment(subject=ERP.id, confirmed_on=date(2026, 11, 20))
    money = Money([paid(ERP, "5000")], *BASE, ERP, row).result()
    assert money.unassigned == money.total == Decimal("5000.00")
    assert money.assigned_percent == Decimal("0.0")


def test_a_confirmation_in_the_future_counts_for_nothing_yet() -> None:
    row = ConfirmedAssignment(subject=ERP.id, confirmed_on=date(2026, 11, 23))
    assert Money([paid(ERP, "5000")], *BASE, ERP, SERVES, row).result().fresh == 0


def test_a_value_of_another_goals_kpi_refreshes_nothing() -> None:
    money = Money([paid(ERP, "5000")], *BASE, ERP, SERVES, value(SALES, date(2026, 11, 1))).result()
    assert money.stale == Decimal("5000.00")


def test_an_initiative_is_measured_by_its_own_kpi() -> None:
    site, mine = Initiative(name="Portal"), measurable(FASTER, name="Eigene Kennzahl")
    money = Money(
        [paid(site, "5000")], *BASE, site, mine, value(SPEED, date(2026, 11, 1)),
        InitiativeGoal(initiative_id=site.id, goal_id=FASTER.id),
        InitiativeKpi(initiative_id=site.id, kpi_id=mine.id),
    ).result()  # fmt: skip
    (expense,) = money.expenses
    assert expense.threads[0].kpi_id == mine.id and expense.standing is Standing.STALE


# --- sums -----------------------------------------------------------------------------------


def test_the_three_sums_shares_and_the_money_on_goals_behind() -> None:
    fresh = Contract(name="Cloud")
    torn = Contract(name="Alte Software")
    records = (
        ERP, fresh, torn, SERVES,
        ContractProcess(contract_id=fresh.id, process_id=ORDERS.id),
        ConfirmedAssignment(subject=fresh.id, confirmed_on=date(2026, 11, 2)),
        # measured long ago at its baseline, when half of the way was expected: behind
        value(SPEED, date(2026, 7, 1), 9),
    )  # fmt: skip
    money = Money([paid(ERP, "3000"), paid(fresh, "5000"), paid(torn, "1000")], *BASE, *records).result()
    assert (money.fresh, money.stale, money.unassigned) == (Decimal(5000), Decimal(3000), Decimal(1000))
    assert money.total == Decimal(9000)
    assert money.assigned_percent == Decimal("88.9")  # 8,000 of 9,000
    assert money.fresh_percent == Decimal("55.6")
    assert money.on_goals_behind == Decimal(8000)
    assert money.goals_without_money == (GROW.id,)
    assert [one.name for one in money.expenses] == ["Cloud", "ERP-Wartung", "Alte Software"]
    assert money.of(Standing.UNASSIGNED)[0].name == "Alte Software"


def test_small_money_is_money_for_a_goal_too() -> None:
    money = Money([paid(ERP, "10")], *BASE, ERP, SERVES).result()
    assert money.goals_without_money == (GROW.id,)


def test_an_expense_for_several_processes_and_goals_is_split_to_the_cent() -> None:
    third = Process(name="Versand")
    links = [ContractProcess(contract_id=ERP.id, process_id=one.id) for one in (ORDERS, OFFERS, third)]
    more = GoalProcess(goal_id=GROW.id, process_id=ORDERS.id)
    (expense,) = Money([paid(ERP, "1000")], *BASE, third, more, ERP, *links).result().expenses
    # a third for each process; that of the orders halves for its two goals: 166.67, 166.66, 333.34, 333.33
    by_way = {(thread.process_id, thread.goal_id): thread.amount for thread in expense.threads}
    assert by_way == {
        (ORDERS.id, FASTER.id): Decimal("166.67"),
        (ORDERS.id, GROW.id): Decimal("166.66"),
        (OFFERS.id, None): Decimal("333.34"),
        (third.id, None): Decimal("333.33"),
    }


@settings(max_examples=60, deadline=None)
@given(
    cents=st.lists(st.integers(1, 9_000_000), min_size=1, max_size=8),
    processes=st.lists(st.sets(st.integers(0, 3)), min_size=8, max_size=8),
)
def test_every_sum_agrees_to_the_cent(cents: list[int], processes: list[set[int]]) -> None:
    places = [ORDERS, OFFERS, Process(name="Versand"), Process(name="Lager")]
    records: list[Record] = [*BASE, *places[2:], GoalProcess(goal_id=GROW.id, process_id=ORDERS.id)]
    lines = []
    for number, amount in enumerate(cents):
        contract = Contract(name=f"Vertrag {number}")
        records.append(contract)
        lines.append(paid(contract, str(Decimal(amount).scaleb(-2))))
        records += [
            ContractProcess(contract_id=contract.id, process_id=places[one].id) for one in processes[number]
        ]
    money = Money(lines, *records).result()
    assert money.fresh + money.stale + money.unassigned == money.total
    assert money.total + money.small == Decimal(sum(cents)).scaleb(-2)
    for one in money.expenses:
        assert sum((thread.amount for thread in one.threads), Decimal(0)) == one.amount


def test_an_amount_is_split_on_the_running_sum() -> None:
    parts = split(Decimal("100.00"), [Fraction(1, 3)] * 3)
    assert parts == [Decimal("33.33"), Decimal("33.34"), Decimal("33.33")]
