"""The golden thread beside the findings: figure, list of what has no purpose, picture; mouse and keyboard."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, empty_company, workplace
from virtualcio.actions.budget.spending_flow import FlowColumn, money_flow
from virtualcio.actions.budget.spending_words import figure
from virtualcio.analysis.spending.expense import Standing
from virtualcio.model import Contract, Goal, Process
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.texts import Message
from virtualcio.ui.checks.checks_page import HANGS_ON, THREAD, ChecksPage
from virtualcio.ui.checks.flow_layout import place_flow
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        shown.go("checks", "open")
        yield shown


@pytest.fixture
def page(place: Workplace) -> ChecksPage:
    assert isinstance(place.current_page, ChecksPage)
    return place.current_page


def test_the_figure_stands_above_the_list_and_the_list_above_the_picture(page: ChecksPage) -> None:
    card = page.golden
    assert card.percent.text() == figure(page.company).percent
    assert card.percent.isVisible() and card.sentence.text()
    parts = (card.percent, card.unassigned, card.view)
    tops = [part.mapTo(page, part.rect().topLeft()).y() for part in parts]
    assert tops == sorted(tops) and len(set(tops)) == 3
    assert card.view.accessibleName()


def test_the_list_names_the_largest_without_purpose_first_and_all_on_request(page: ChecksPage) -> None:
    card = page.golden
    torn = page.company.results.spending.of(Standing.UNASSIGNED)
    assert [row.expense for row in card.unassigned.rows] == list(torn[:3])
    assert "genannt" in card.unassigned.rows[0].detail.text()
    card.unassigned.more.click()
    assert [row.expense for row in card.unassigned.rows] == list(torn)


def test_choosing_a_process_and_a_goal_assigns_and_the_row_goes(place: Workplace, page: ChecksPage) -> None:
    company, card = place.company, page.golden
    row = next(one for one in card.unassigned.rows if one.expense.record_kind is Contract)
    key, before = row.expense.key, company.results.spending.assigned_percent
    row.button.click()
    form = card.form
    assert form is not None and form.isVisible()
    form.process.choose(company.data.all(Process)[0])
    form.goal.choose(company.data.all(Goal)[0])
    form.button.click()
    assert key not in [one.expense.key for one in card.unassigned.rows]
    after = company.results.spending.assigned_percent
    assert before is not None and after is not None and after > before
    company.workspace.undo()
    assert company.results.spending.assigned_percent == before


def test_who_has_assigned_is_told_that_it_is_not_confirmed_and_does_so_with_one_click(
    place: Workplace, page: ChecksPage
) -> None:
    """A duty is never measured, so that somebody has to look."""
    company, card = place.company, page.golden
    card.unassigned.more.click()
    row = next(
        one
        for one in card.unassigned.rows
        if one.expense.record_kind is Contract and one.expense.confirmed_on is None
    )
    key = row.expense.key
    row.button.click()
    form = card.form
    assert form is not None
    form.process.choose(company.data.all(Process)[0])
    form.duty.choose(form.duty.targets[0])
    form.button.click()
    assert company.results.expenses_by_key[key].standing is Standing.STALE
    [now] = [
        one for one in place.findChildren(Button) if one.text() == "Jetzt bestätigen" and one.isVisible()
    ]
    said = [
        label.text() for label in place.findChildren(Label) if "sobald es jemand bestätigt" in label.text()
    ]
    assert len(said) == 1 and row.expense.name in said[0]
    now.click()
    assert company.results.expenses_by_key[key].standing is Standing.FRESH


def test_nothing_chosen_is_refused_in_the_box_which_stays(page: ChecksPage) -> None:
    page.golden.unassigned.rows[0].button.click()
    form = page.golden.form
    assert form is not None
    form.button.click()
    assert form.isVisible() and form.refusal.isVisible() and form.refusal.text()
    form.close()


def test_all_that_is_stale_is_confirmed_with_one_click(page: ChecksPage) -> None:
    card = page.golden
    stale = page.company.results.spending.of(Standing.STALE)
    assert len(stale) > 1 and card.stale.all.isVisible()
    card.stale.all.click()
    assert page.company.results.spending.of(Standing.STALE) == () and not card.stale.isVisible()
    page.company.workspace.undo()
    assert page.company.results.spending.of(Standing.STALE) == stale


def test_a_bar_leads_to_its_record_and_pointing_at_it_lights_its_threads(
    place: Workplace, page: ChecksPage
) -> None:
    view = page.golden.view
    node = view.flow.column(FlowColumn.PROCESS)[0]
    spot = (view.placed.bar_of(node.key).bar.center() + QPointF(1, 2)).toPoint()
    QTest.mouseMove(view, spot)
    QApplication.processEvents()
    assert view.current == node and node.title in view.toolTip()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert place.current_page.current_tab() == "processes"


def test_the_picture_is_walked_by_keyboard(qtbot: QtBot, page: ChecksPage) -> None:
    view = page.golden.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == view.flow.column(FlowColumn.PURPOSE)[0]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current is not None and view.current.column is FlowColumn.KPI
    assert view.accessibleDescription().startswith("Kennzahl: ")
    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("width", [460, 560, 900])
def test_labels_never_overlap_and_never_leave_the_card(page: ChecksPage, width: int) -> None:
    placed = place_flow(money_flow(page.company), width, 300)
    boxes = [one.label for one in placed.bars if not one.node.hidden]
    for at, box in enumerate(boxes):
        assert box.right() <= width and box.left() >= 0 and box.width() > 40
        assert not any(box.intersects(other) for other in boxes[at + 1 :])
    assert max(box.bottom() for box in boxes) <= placed.height + 0.01


def test_every_thread_can_be_read_as_a_table(page: ChecksPage) -> None:
    card = page.golden
    card.show_as_table(True)
    assert card.table.isVisible() and card.table.rowCount() == len(card.numbers.rows)
    assert not card.view.picture().isNull()


def test_choosing_a_finding_shows_what_hangs_on_it_and_the_switch_leads_back(page: ChecksPage) -> None:
    assert page.golden.isVisible()
    QTest.keyClick(page.findings.rows[1], Qt.Key.Key_Return)
    assert page.hangs_on.isVisible() and not page.golden.isVisible()
    page.switch.buttons[THREAD].click()
    assert page.golden.isVisible()
    page.show_beside(HANGS_ON)
    page.show_part(THREAD)
    assert page.golden.isVisible() and page.current_tab() == "open"


def test_an_empty_company_and_one_without_goals_say_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("checks", "open")
        page = place.current_page
        assert isinstance(page, ChecksPage)
        assert not page.golden.percent.isVisible() and not page.golden.view.isVisible()
        assert "noch keine Ausgaben" in page.golden.sentence.text()
        with place.company.workspace.change(Message("Test")) as edit:
            edit.add(
                Contract(name="ERP", cost=Decimal(5000), cost_period=PaymentPeriod.YEAR,
                         start=date(2024, 1, 1))
            )  # fmt: skip
        assert page.golden.percent.isVisible() and page.golden.percent.text().startswith("0")
        assert page.golden.no_goals.isVisible() and len(page.golden.unassigned.rows) == 1
