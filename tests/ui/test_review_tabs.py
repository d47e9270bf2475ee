"""The other tabs of the steering: council, tasks, outcome reviews, use."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.review_window import ReviewWindow, window
from virtualcio.model import AdoptionCount, CouncilMeeting, CouncilPerson, Decision, Department, OutcomeReview
from virtualcio.model.review import AdoptionStage
from virtualcio.ui.review.adoption_tab import AdoptionTab
from virtualcio.ui.review.council_tab import CouncilTab
from virtualcio.ui.review.outcomes_tab import OutcomesTab
from virtualcio.ui.review.tasks_tab import TasksTab

__all__ = ["window"]


def test_the_council_names_the_liaison_of_each_department(window: ReviewWindow) -> None:
    window.turn("council_meetings")
    tab = window.page.part
    assert isinstance(tab, CouncilTab)
    departments = [one.name for one in window.company.data.all(Department)]
    assert [chip.text().split(":")[0] for chip in tab.liaisons.chips] == departments


def test_a_meeting_begins_with_all_liaisons_and_takes_a_decision(window: ReviewWindow) -> None:
    window.turn("council_meetings")
    tab = window.page.part
    assert isinstance(tab, CouncilTab)
    tab.on_meeting()
    QTest.qWait(20)
    meetings = window.company.data.all(CouncilMeeting)
    meeting = next(one for one in meetings if one.held_on == window.company.today)
    liaisons = {one.liaison_id for one in window.company.data.all(Department) if one.liaison_id}
    invited = window.company.data.where(CouncilPerson, "meeting_id", meeting.id)
    assert {one.person_id for one in invited} == liaisons
    tab.result.add_line.line.setText("Passwörter erneuern")
    QTest.keyClick(tab.result.add_line.line, Qt.Key.Key_Return)
    QTest.qWait(20)
    made = window.company.data.where(Decision, "meeting_id", meeting.id)
    assert [one.name for one in made] == ["Passwörter erneuern"]
    assert [line.text() for line in tab.result.decisions] == ["Passwörter erneuern"]


def test_pressing_tasks_stand_above_the_table_overdue_ones_first(window: ReviewWindow) -> None:
    window.turn("tasks")
    tab = window.page.part
    assert isinstance(tab, TasksTab)
    days = [row.task.due_on for row in tab.list.rows]
    assert days == sorted(day for day in days if day is not None)
    first = tab.list.rows[0]
    assert first.task.due_on is not None
    assert first.task.due_on < window.company.today
    first.box.click()
    QApplication.processEvents()
    assert first.task.done_on == window.company.today
    window.place.undo()
    assert first.task.done_on is None


def test_a_due_outcome_review_is_held_with_what_is_known(window: ReviewWindow) -> None:
    window.turn("outcomes")
    tab = window.page.part
    assert isinstance(tab, OutcomesTab)
    dues = list(window.company.results.outcomes_due)
    assert len(tab.due.buttons) == len(dues) > 0
    tab.due.buttons[0].click()
    QTest.qWait(20)
    made = window.company.data.where(OutcomeReview, "initiative_id", dues[0].initiative.id)
    assert made[0].held_on == window.company.today
    assert len(window.company.results.outcomes_due) == len(dues) - 1


def test_promised_and_arrived_are_told_for_those_who_hear_them(window: ReviewWindow) -> None:
    window.turn("outcomes")
    tab = window.page.part
    assert isinstance(tab, OutcomesTab)
    QTest.qWait(20)
    told = tab.picture.bars.accessibleName()
    assert all(row[0] in told for row in tab.picture.bars.rows)
    assert len(tab.picture.bars.rows) == 2


def test_the_stages_of_use_follow_the_chosen_row(window: ReviewWindow) -> None:
    window.turn("adoption")
    tab = window.page.part
    assert isinstance(tab, AdoptionTab)
    QTest.qWait(20)
    states = {one.initiative_id: one for one in window.company.results.adoption}
    assert tab.funnel.state in states.values()
    assert tab.funnel.state is not None
    shown = tab.funnel.state.initiative_id
    other = next(key for key in states if key != shown)
    row = window.company.data.where(AdoptionCount, "initiative_id", other)[0]
    tab.show_part(row.id)
    QTest.qWait(20)
    assert tab.funnel.state is states[other]
    words = dict(tab.funnel.told())
    assert len(words) == len(AdoptionStage)
