"""The multi-year plan: amounts by group and year, lines that unfold, other views, what is not known."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.budget_window import BudgetWindow, budget_company, small_budget, window
from tests.ui.example_window import empty_company, workplace
from virtualcio.actions.budget.plan_table import Span
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.model import BudgetLine
from virtualcio.ui.budget.plan_table_view import PlanTableView
from virtualcio.ui.overview.derivation_popover import DerivationPopover

__all__ = ["window"]
LINE = "software/contract:m365"


def test_categories_stand_with_plan_actual_forecast_and_later_years(window: BudgetWindow) -> None:
    """Cloud: 12 × 1,200 planned; 9,000 booked for six months and six months of plan make 16,200."""
    table = window.plan.plan.table
    assert [table.plan.header[at] for at in (3, 4, 5, 6)] == [
        "Plan 2026",
        "Ist 2026",
        "Prognose 2026",
        "2027",
    ]
    rows = window.rows()
    assert rows["software"][:4] == ("14.400", "9.000", "16.200", "14.400")
    assert rows["training"][:4] == ("3.000", "—", "3.000", "0")
    assert rows["hardware"][:4] == ("0", "—", "0", "10.000")
    assert rows["total"][:4] == ("17.400", "9.000", "19.200", "24.400")


def test_a_group_unfolds_with_right_and_its_line_leads_to_its_record(window: BudgetWindow) -> None:
    table = window.plan.plan.table
    window.plan.take_keyboard()
    assert table.current_key() == "software"
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_Down)
    line = table.current_row()
    assert line is not None
    assert (line.name, line.remark, line.cells[0]) == ("Microsoft 365", "Vertrag", "14.400")
    window.press(Qt.Key.Key_Left)
    assert table.current_key() == "software"
    window.press(Qt.Key.Key_Left)
    assert LINE not in window.rows()
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    assert window.place.place[0] == "inventory"


def test_esc_leads_from_the_record_of_a_line_back_to_the_plan(window: BudgetWindow) -> None:
    window.plan.take_keyboard()
    table = window.plan.plan.table
    while table.current_key() != "training":
        window.press(Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        window.press(key)
    assert window.place.place == ("budget", "budget_lines")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.place.place == ("budget", "plan") and table.hasFocus()
    line = table.current_row()
    assert line is not None and line.name == "Schulung"
    window.place.go("budget", "budget_lines")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.place.place == ("budget", "budget_lines"), "who went there by himself stays"


def test_a_click_on_the_name_of_a_group_opens_and_closes_it(window: BudgetWindow) -> None:
    table = window.plan.plan.table
    at = table.visualRect(table.texts.index(0, 0)).center() + QPoint(-60, 0)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert LINE in window.rows()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert LINE not in window.rows()


def test_by_goal_the_plan_stands_without_actual_costs_and_the_sums_stay(window: BudgetWindow) -> None:
    window.plan.plan.choose(group_by=GroupBy.GOAL)
    rows = window.rows()
    assert rows["sicher"][0] == "3.000"
    assert rows["total"][:2] == ("17.400", "24.400")


def test_by_cost_a_server_is_spread_over_its_useful_life(window: BudgetWindow) -> None:
    """10,000 € over 60 months from March 2027: ten months of the first year, then twelve."""
    window.plan.plan.choose(basis=Basis.COST)
    assert window.rows()["hardware"][3:5] == ("1.667", "2.000")
    window.plan.plan.choose(basis=Basis.CASH)
    assert window.rows()["hardware"][3:5] == ("10.000", "0")


def test_a_year_stands_in_months_and_quarters(window: BudgetWindow) -> None:
    window.plan.plan.choose(span=Span.QUARTERS, year=2027)
    assert window.plan.plan.table.plan.header[3:] == ("Q1", "Q2", "Q3", "Q4", "Summe")
    assert window.rows()["total"] == ("13.600", "3.600", "3.600", "3.600", "24.400")
    window.plan.plan.choose(span=Span.MONTHS)
    assert window.rows()["hardware"][:4] == ("0", "0", "10.000", "0")
    assert len(window.rows()["total"]) == 13


def test_years_that_begin_in_july_have_two_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, budget_company(tmp_path, small_budget(), start=7)) as place:
        window = BudgetWindow(place)
        years = [window.plan.plan.year.itemText(at) for at in range(window.plan.plan.year.count())]
        assert years[:3] == ["2024/25", "2025/26", "2026/27"]
        assert window.rows()["hardware"][0] == "10.000"


def test_what_is_not_known_stands_below_and_leads_there(window: BudgetWindow) -> None:
    link = window.plan.plan.links[0]
    assert link.text() == "1 Position ohne Betrag"
    link.clicked.emit()
    assert window.page.current_tab() == "budget_lines"
    (chosen,) = window.page.part.table.selected_records()
    assert chosen.id == "reserve"


def test_each_figure_opens_how_it_comes_about(window: BudgetWindow) -> None:
    buttons = {button.figure.key: button for button in window.plan.figures.buttons}
    assert buttons["revenue"].figure.value == "1,9\u00a0%"
    assert buttons["employee"].figure.value == "1.920\u00a0€"
    buttons["fixed"].setFocus()
    QTest.keyClick(buttons["fixed"], Qt.Key.Key_Return)
    (popover,) = window.plan.findChildren(DerivationPopover)
    assert popover.figure.derivation == [("Vertraglich fest", "14.400\u00a0€"), ("Plan", "17.400\u00a0€")]


def test_the_plan_is_copied_with_all_its_lines(window: BudgetWindow) -> None:
    window.plan.plan.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[3] == "Plan 2026"
    assert any(line.strip().startswith("Microsoft 365\t") for line in lines)


def test_a_new_line_is_ready_to_be_named(window: BudgetWindow) -> None:
    before = window.company.data.count(BudgetLine)
    (action,) = [one for one in window.page.header_actions() if one.primary]
    action.slot()
    QApplication.processEvents()
    assert window.page.current_tab() == "budget_lines"
    assert window.company.data.count(BudgetLine) == before + 1


def test_the_chosen_view_is_remembered(window: BudgetWindow) -> None:
    window.plan.plan.choose(group_by=GroupBy.OWNER, span=Span.QUARTERS)
    assert window.place.remembered("budget/plan") == ["cash", "owner", "quarters"]


def test_all_rows_are_in_sight_without_a_scrollbar_of_the_table(window: BudgetWindow) -> None:
    table: PlanTableView = window.plan.plan.table
    QApplication.processEvents()
    last = table.visualRect(table.texts.index(table.rowCount() - 1, 0))
    assert last.bottom() <= table.viewport().height()
    assert not table.verticalScrollBar().isVisible()


def test_an_empty_company_is_told_what_belongs_here(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        window = BudgetWindow(place)
        assert window.plan.empty.isVisible()
        window.plan.empty.findChildren(type(window.plan.empty))
        place.go("budget", "actual_costs")
        assert window.actuals.empty.isVisible()


def test_a_click_on_a_line_leads_to_what_it_comes_from(window: BudgetWindow) -> None:
    table = window.plan.plan.table
    window.plan.plan.choose(opened=frozenset({"training"}))
    row = [one.key for one in table.plan.rows].index("training/typed:kurs")
    at = table.visualRect(table.texts.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.page.current_tab() == "budget_lines"
    (chosen,) = window.page.part.table.selected_records()
    assert chosen.id == "kurs"


def test_payment_and_cost_say_what_they_mean_under_the_mouse(window: BudgetWindow) -> None:
    words = window.plan.plan.basis.buttons
    assert words[Basis.CASH].toolTip() == "Zahlung: Jeder Betrag steht in dem Monat, in dem das Geld fließt."
    assert (
        words[Basis.COST].toolTip() == "Kosten: Jeder Betrag verteilt sich auf die Monate, für die er gilt."
    )


def test_figures_with_words_of_the_trade_explain_themselves(window: BudgetWindow) -> None:
    buttons = {button.figure.key: button for button in window.plan.figures.buttons}
    change = buttons["change"]
    assert "läuft weiter / wächst / wird anders" in change.accessibleName()
    assert change.toolTip().splitlines()[1] == "Ausbau: mehr vom bisherigen Geschäft"
    assert "zum Vergleich 2,8\u00a0%" in buttons["revenue"].accessibleName()
    assert buttons["revenue"].toolTip().startswith("Zum Vergleich: 2,8\u00a0%")
