"""Demands are answered beside their details; obligations and initiatives are proposed to be ticked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.priorities_window import PrioritiesWindow, open_planned
from tests.ui.priorities_window import window as window
from virtualcio.model import Demand, Initiative, InitiativeAsset, InitiativeGoal, Obligation
from virtualcio.model.initiatives import DemandState
from virtualcio.ui.priorities.answer_bar import AnswerBar
from virtualcio.ui.priorities.remedy_choice import remedy_dialog


@pytest.fixture
def answer(window: PrioritiesWindow) -> AnswerBar:
    window.go("demands")
    bar = window.page.part.answer
    assert isinstance(bar, AnswerBar) and bar.isVisible()
    return bar


def wish(window: PrioritiesWindow) -> Demand:
    return window.company.data.find(Demand, "wish")


def test_a_demand_becomes_an_initiative_with_department_result_and_goal(
    window: PrioritiesWindow, answer: AnswerBar
) -> None:
    QTest.mouseClick(answer.make, Qt.MouseButton.LeftButton)
    data = window.company.data
    assert wish(window).state is DemandState.INITIATIVE
    made = data.find(Initiative, wish(window).initiative_id or "")
    assert (made.name, made.department_id) == ("Bestand unterwegs sehen", "sales")
    assert made.description == "Weniger Anrufe"
    assert [row.goal_id for row in data.where(InitiativeGoal, "initiative_id", made.id)] == ["fast"]
    assert wish(window).answered_on == window.company.today
    assert answer.title.text() == "Beantwortet am 22.11.2026" and not answer.answers.isVisible()
    window.undo()
    assert wish(window).state is DemandState.OPEN and data.get(Initiative, made.id) is None
    assert answer.answers.isVisible()


def test_a_demand_is_added_to_an_initiative_that_is_there(
    window: PrioritiesWindow, answer: AnswerBar
) -> None:
    QTest.mouseClick(answer.join, Qt.MouseButton.LeftButton)
    assert answer.picker.isVisible()
    QTest.keyClicks(answer.picker, "tele")
    QTest.keyClick(answer.picker, Qt.Key.Key_Return)
    assert (wish(window).state, wish(window).initiative_id) == (DemandState.JOINED, "phones")
    goals = window.company.data.where(InitiativeGoal, "initiative_id", "phones")
    assert [row.goal_id for row in goals] == ["fast"]
    assert not answer.picker.isVisible()
    QTest.mouseClick(answer.show_initiative, Qt.MouseButton.LeftButton)
    assert window.page.current_tab() == "initiatives"


def test_nobody_is_declined_without_a_reason(window: PrioritiesWindow, answer: AnswerBar) -> None:
    QTest.mouseClick(answer.decline, Qt.MouseButton.LeftButton)
    assert answer.reason.hasFocus()
    QTest.keyClick(answer.reason, Qt.Key.Key_Return)
    assert answer.refusal.isVisible() and "Nennen Sie den Grund" in answer.refusal.text()
    assert wish(window).state is DemandState.OPEN
    QTest.keyClicks(answer.reason, "Zu wenige Nutzer")
    QTest.keyClick(answer.reason, Qt.Key.Key_Return)
    assert (wish(window).state, wish(window).reason) == (DemandState.DECLINED, "Zu wenige Nutzer")
    window.undo()
    assert (wish(window).state, wish(window).reason) == (DemandState.OPEN, "")


def test_nice_to_have_is_said_at_once_and_can_be_taken_back(
    window: PrioritiesWindow, answer: AnswerBar
) -> None:
    QTest.mouseClick(answer.nice, Qt.MouseButton.LeftButton)
    assert wish(window).state is DemandState.NICE_TO_HAVE
    QTest.mouseClick(answer.reopen, Qt.MouseButton.LeftButton)
    assert (wish(window).state, wish(window).answered_on) == (DemandState.OPEN, None)


def test_the_first_demand_that_waits_for_an_answer_is_chosen(qapp: QApplication, tmp_path: Path) -> None:
    demands = [
        Demand(id="old", name="Alt", state=DemandState.DECLINED), Demand(id="new", name="Neu"),
    ]  # fmt: skip
    shown = PrioritiesWindow(open_planned(tmp_path, list(demands)))
    shown.go("demands")
    record = shown.page.part.table.current_record()
    assert record is not None and record.id == "new"
    shown.close()


def test_what_is_overdue_becomes_initiatives_that_are_ticked(window: PrioritiesWindow) -> None:
    dialog = remedy_dialog(window.company, None)
    names = [box.text() for box in dialog.boxes.values()]
    assert names == ["ERP-Server ersetzen", "3 × Desktop-PC ersetzen"]
    assert dialog.chosen == frozenset(dialog.boxes)
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.done_button.isEnabled()
    dialog.deleteLater()
    window.go("initiatives")
    assert window.page.header_actions()[0].title == "Überfälliges einplanen"
    assert not window.company.data.all(InitiativeAsset)


def test_an_empty_list_of_initiatives_offers_what_is_overdue(qapp: QApplication, tmp_path: Path) -> None:
    shown = PrioritiesWindow(open_planned(tmp_path, []))
    shown.go("initiatives")
    titles = [way.title for way in shown.page.part.more_ways()]
    assert len(shown.page.part.header_actions()) == 2  # import and new: nothing is overdue
    assert titles == ["Aus überfälligen Systemen vorschlagen"]
    shown.close()


def test_obligations_are_proposed_with_the_reason_and_taken_in_one_step(window: PrioritiesWindow) -> None:
    window.go("obligations")
    part = window.page.part
    dialog = part.dialog()
    assert dialog.boxes and all(box.accessibleDescription() for box in dialog.boxes.values())
    before = window.company.data.count(Obligation)
    part.take(dialog.chosen)
    assert window.company.data.count(Obligation) == before + len(dialog.chosen)
    window.undo()
    assert window.company.data.count(Obligation) == before
    dialog.deleteLater()
