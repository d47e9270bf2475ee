"""From money without purpose to a figure that holds: assigned beside the row, confirmed, measured, and
followed back from the picture to its record; every amount is worked out by hand.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, in_file
from virtualcio.actions.budget.spending_flow import FlowColumn
from virtualcio.model import BudgetLine, ConfirmedAssignment, Contract, Goal, Kpi, Person, Process
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.goals import Better
from virtualcio.store.verify import verify
from virtualcio.ui.checks.checks_page import ChecksPage
from virtualcio.ui.checks.expense_list import ExpenseRow
from virtualcio.ui.checks.thread_card import ThreadCard

UPKEEP, COURSE = "ERP-Wartung", "Kurs Vertrieb"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """From November to October 12 × 1,000 € of a contract and 3,000 € of a course; 400 € are below the limit.
    Only one of the two goals has a KPI, and nobody has measured it.
    """
    return company_with_goals(
        tmp_path / "brandt.vcio",
        Person(id="anna", name="Anna Weber"),
        Process(id="offers", name="Angebote schreiben"),
        Process(id="orders", name="Aufträge annehmen"),
        Kpi(id="lead", name="Angebotszeit", goal_id="fast", better=Better.LOWER, owner_id="anna",
            baseline=Decimal(9), baseline_on=date(2026, 1, 1), target=Decimal(4),
            target_on=date(2027, 12, 31)),
        Contract(id="erp", name=UPKEEP, cost=Decimal(1000), cost_period=PaymentPeriod.MONTH,
                 start=date(2024, 1, 1)),
        BudgetLine(id="course", name=COURSE, amount=Decimal(3000), first_on=date(2027, 2, 1)),
        BudgetLine(id="cable", name="Kabel", amount=Decimal(400), first_on=date(2027, 3, 1)),
    )  # fmt: skip


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def golden(walk: Walk) -> ThreadCard:
    if not isinstance(walk.place.current_page, ChecksPage):
        walk.page("checks")
    page = walk.place.current_page
    assert isinstance(page, ChecksPage)
    return page.golden


def row_of(walk: Walk, name: str, *, stale: bool = False) -> ExpenseRow:
    card = golden(walk)
    listed = card.stale if stale else card.unassigned
    if listed.more.isVisible():
        listed.more.click()
    [found] = [row for row in listed.rows if row.expense.name == name]
    return found


def assign(walk: Walk, name: str, process: str, goal: str) -> None:
    """In the box beside the row. It is left alone until it closes itself: without a window manager any round
    of events would close it.
    """
    row_of(walk, name).button.click()
    form = golden(walk).form
    assert form is not None and form.isVisible()
    for combo, words in ((form.process, process), (form.goal, goal)):
        assert combo.findText(words) > 0
        combo.setCurrentText(words)
    form.button.click()
    assert not form.isVisible()
    QApplication.processEvents()


def sums(walk: Walk) -> tuple[str, str, str, str]:
    """Fresh, stale and without purpose in euros, and the figure as it is shown."""
    money = walk.place.company.results.spending
    assert money.fresh + money.stale + money.unassigned == money.total == 15_000
    shown = golden(walk).percent.text().replace("\u00a0", " ")
    return str(money.fresh), str(money.stale), str(money.unassigned), shown


def click_bar(walk: Walk, column: FlowColumn, title: str) -> tuple[str, str]:
    """Click a bar of the picture; where the window is then."""
    view = golden(walk).view
    [node] = [one for one in view.flow.column(column) if one.title == title]
    spot = (view.placed.bar_of(node.key).bar.center() + QPointF(1, 2)).toPoint()
    QTest.mouseClick(view, LEFT, pos=spot)
    QApplication.processEvents()
    return walk.place.place


def test_money_is_assigned_confirmed_measured_and_followed_back(walk: Walk, path: Path) -> None:
    assert sums(walk) == ("0.00", "0.00", "15000.00", "0 %")
    assert [row.expense.name for row in golden(walk).unassigned.rows] == [UPKEEP, COURSE]
    assert "kein Prozess genannt" in row_of(walk, UPKEEP).detail.text()
    assert any("400" in text for text in golden(walk).beside.text().split(" · "))

    assign(walk, UPKEEP, "Angebote schreiben", "Schneller")  # 12,000 of 15,000
    assert sums(walk) == ("0.00", "12000.00", "3000.00", "80 %")
    QTest.mouseClick(row_of(walk, UPKEEP, stale=True).button, LEFT)  # shows each, then confirms
    QApplication.processEvents()
    assert sums(walk) == ("12000.00", "0.00", "3000.00", "80 %")

    # Its goal has no KPI: the row leads to where one is missing.
    assign(walk, COURSE, "Aufträge annehmen", "Mehr Umsatz")
    assert sums(walk) == ("12000.00", "0.00", "3000.00", "80 %")
    assert "keine Kennzahl" in row_of(walk, COURSE).detail.text()
    QTest.mouseClick(row_of(walk, COURSE).button, LEFT)
    QApplication.processEvents()
    assert walk.place.place[0] == "goals"
    hands.turn_to(walk, "goals", "kpis")
    hands.add_row(walk, "Umsatz im Monat")
    hands.fill_row(
        walk, "Umsatz im Monat", goal="Mehr Umsatz", owner="Anna Weber", baseline="100", target="150",
        baseline_on="01.01.2026", target_on="31.12.2027",
    )  # fmt: skip
    assert sums(walk) == ("12000.00", "3000.00", "0.00", "100 %")
    hands.turn_to(walk, "goals", "kpis")
    shown = hands.table_of_tab(walk)
    assert shown.table.show_record(hands.named(list(walk.place.company.data.all(Kpi)), "Umsatz im Monat").id)
    QApplication.processEvents()
    hands.add_child(walk, shown.inspector.children_tables["measurements"], "120")  # measured today
    assert sums(walk) == ("15000.00", "0.00", "0.00", "100 %")

    # The threads, and from each bar to its record.
    [upkeep] = [one for one in walk.place.company.results.spending.expenses if one.name == UPKEEP]
    assert [(one.goal_id, one.kpi_id, one.process_id, one.amount) for one in upkeep.threads] == [
        ("fast", "lead", "offers", Decimal(12000))
    ]
    assert click_bar(walk, FlowColumn.PROCESS, "Angebote schreiben") == ("inventory", "processes")
    assert click_bar(walk, FlowColumn.KPI, "Angebotszeit")[0] == "goals"
    assert click_bar(walk, FlowColumn.PURPOSE, "Schneller")[0] == "goals"
    hands.turn_to(walk, "checks", "open")

    assert hands.undo_all_and_redo(walk, path) >= 12
    assert sums(walk) == ("15000.00", "0.00", "0.00", "100 %")
    walk.end()
    course = hands.named(in_file(path, BudgetLine), COURSE)
    assert (course.process_id, course.goal_id, str(course.purpose)) == ("orders", "more", "goal")
    [confirmed] = in_file(path, ConfirmedAssignment)
    assert isinstance(confirmed, ConfirmedAssignment)
    assert (confirmed.subject, confirmed.confirmed_on) == ("erp", date(2026, 11, 22))
    assert verify(path).ok
    with a_walk("en") as again:
        assert again.window.tasks.open_path(path)
        assert sums(again)[3] == "100%"


def test_what_serves_a_goal_that_is_given_up_is_without_purpose_again(walk: Walk) -> None:
    assign(walk, UPKEEP, "Angebote schreiben", "Schneller")
    assert sums(walk)[3] == "80 %"
    hands.turn_to(walk, "goals", "goals")
    goal = walk.place.company.data.find(Goal, "fast")
    walk.place.go("goals", tab="goals", record=goal.id)
    hands.fill_details(walk, hands.part(walk).side.inspector, closed_on="01.11.2026")
    assert sums(walk)[3] == "0 %" and "geschlossen" in row_of(walk, UPKEEP).detail.text()
    walk.press(Qt.Key.Key_Z, CTRL)
    assert sums(walk)[3] == "80 %"
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    QTest.mouseClick(row_of(walk, UPKEEP).name, LEFT)
    QApplication.processEvents()
    assert walk.place.place == ("inventory", "contracts")
