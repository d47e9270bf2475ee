"""Actual costs: beside the plan by month and category, with their accounts, and the rows they come from."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.budget_window import BudgetWindow, window
from virtualcio.actions.edit import set_value
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model import ActualCost
from virtualcio.ui.budget.actuals_part import Face

__all__ = ["window"]


def test_categories_say_how_the_forecast_stands_to_the_plan(window: BudgetWindow) -> None:
    """16,200 expected against 14,400 planned: 12.5 % above."""
    rows = {row.key: row for row in window.actuals.table.plan.rows}
    cloud = rows["software"]
    assert cloud.cells == ("14.400", "9.000", "16.200", "+1.800")
    assert (cloud.kind, cloud.kind_tone) == ("darüber", Tone.WATCH)
    assert rows["total"].cells == ("17.400", "9.000", "19.200", "+1.800")
    assert window.actuals.until.text() == "Ist-Kosten bis 30.06.2026"


def test_a_category_unfolds_into_its_accounts(window: BudgetWindow) -> None:
    part = window.actuals
    part.table.setFocus()
    part.table.select("software")
    QTest.keyClick(part.table, Qt.Key.Key_Right)
    (account,) = [row for row in part.table.plan.rows if row.group]
    assert (account.name, account.cells[1]) == ("4964 Lizenzen", "9.000")
    part.table.select(account.key)
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert window.page.current_tab() == "accounts"


def test_the_months_show_plan_actual_and_what_is_expected(window: BudgetWindow) -> None:
    rows = window.actuals.chart_card.numbers.rows
    assert rows[0] == ("Januar 2026", "1.200\u00a0€", "1.500\u00a0€", "1.500\u00a0€")
    assert rows[8] == ("September 2026", "4.200\u00a0€", "—", "4.200\u00a0€")
    chart = window.actuals.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "Ist: 1.500\u00a0€" in chart.accessibleDescription()


def test_another_year_has_its_own_plan_and_no_actual(window: BudgetWindow) -> None:
    part = window.actuals
    part.choose_year(2027)
    rows = {row.key: row for row in part.table.plan.rows}
    assert rows["hardware"].cells == ("10.000", "—", "10.000", "0")
    assert part.until.text() == "Für dieses Jahr ist noch nichts gebucht."


def test_an_edited_row_of_the_books_changes_the_comparison(window: BudgetWindow) -> None:
    part = window.actuals
    part.show_face(Face.ROWS)
    cost = window.company.data.find(ActualCost, "i1")
    spec = table("actual_costs")
    set_value(window.company, spec, spec.column("amount"), cost, Decimal("7200.00"))
    part.show_face(Face.BESIDE_PLAN)
    rows = {row.key: row for row in part.table.plan.rows}
    assert rows["software"].cells == ("14.400", "7.200", "14.400", "0")


def test_a_record_of_the_books_is_shown_among_its_rows(window: BudgetWindow) -> None:
    window.place.go("budget", "actual_costs", "i1")
    assert window.actuals.face is Face.ROWS
    (chosen,) = window.actuals.rows.table.selected_records()
    assert chosen.id == "i1"


def test_the_buttons_on_top_are_those_of_what_is_shown(window: BudgetWindow) -> None:
    part = window.actuals
    shown = []
    window.page.header_changed.connect(lambda: shown.append([one.title for one in part.header_actions()]))
    part.switch.buttons[Face.ROWS].click()
    part.switch.buttons[Face.BESIDE_PLAN].click()
    assert shown == [["Ist-Kosten"], ["Liste einlesen"]]


def test_reading_a_list_leads_to_the_import(window: BudgetWindow) -> None:
    window.actuals.on_import()
    assert window.place.place[0] == "import"
