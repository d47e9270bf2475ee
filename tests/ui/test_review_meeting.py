"""The guided review: stations, proposals, notes, tasks, and its end."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.review_window import ReviewWindow, empty_window, window
from virtualcio.actions.review.reviewing import note_of
from virtualcio.model import Decision, ReviewSnapshot, Task
from virtualcio.model.review import DecisionState, ReviewStation
from virtualcio.ui.review.meeting_desk import MeetingDesk
from virtualcio.ui.review.meeting_screen import MeetingScreen

__all__ = ["empty_window", "window"]


def test_between_two_reviews_the_next_one_and_the_last_ones_are_shown(window: ReviewWindow) -> None:
    assert "Q4 2026" in window.tab.due.title_label.text()
    assert [window.tab.past.list.text_at(row, 0) for row in range(2)] == ["Q3 2026", "Q2 2026"]
    assert window.tab.past.title.text().endswith("Q3 2026")


def test_a_company_without_reviews_is_told_what_a_review_is(empty_window: ReviewWindow) -> None:
    assert not empty_window.tab.first.isHidden()
    assert empty_window.tab.past.isHidden()
    empty_window.begin()
    for at in range(7):  # each station says something, though nothing is entered
        empty_window.meeting.desk.go_to(at)
        QApplication.processEvents()
        assert empty_window.meeting.stepper.current == at


def test_a_begun_review_goes_through_its_stations_and_stands_in_the_header(window: ReviewWindow) -> None:
    window.begin()
    assert window.page.header_title().endswith("Q4 2026")
    assert window.meeting.stepper.current == 0
    window.page.header_actions()[-1].slot()
    QApplication.processEvents()
    assert window.station() is ReviewStation.ADOPTION
    window.meeting.stepper.steps[3].click()
    assert window.station() is ReviewStation.RENEWALS
    assert len(window.meeting.view.tables[0].cells) == 5, "the curve below stays in sight"
    assert window.meeting.view.curve is not None


def test_arrow_keys_on_the_stations_turn_to_the_next_one(window: ReviewWindow) -> None:
    window.begin()
    window.press(window.meeting.stepper.steps[0], Qt.Key.Key_Right)
    assert window.station() is ReviewStation.ADOPTION


def test_a_closed_review_stays_as_it_was_frozen_when_things_change(window: ReviewWindow) -> None:
    def shown() -> list[str]:
        table = window.tab.past.view.tables[0]
        return [cell.text for row in table.cells for cell in row]

    before = shown()
    task = window.company.results.open_tasks[0]
    window.tab.desk.finish(task, True)
    QApplication.processEvents()
    assert shown() == before


def test_one_key_decides_a_proposal_and_undo_takes_it_back(window: ReviewWindow) -> None:
    window.begin()
    proposed = [row.title.text() for row in window.meeting.proposals.proposed]
    assert 1 <= len(proposed) <= 3
    row = window.meeting.proposals.proposed[0]
    window.press(row, Qt.Key.Key_unknown, next(iter(row.buttons.values())).text()[0].lower())
    made = window.company.data.where(Decision, "review_id", window.review.id)
    assert [(one.name, one.state) for one in made] == [(proposed[0], DecisionState.DECIDED)]
    assert [one.decision.id for one in window.meeting.proposals.decided] == [made[0].id]
    window.place.undo()
    QApplication.processEvents()
    assert [row.title.text() for row in window.meeting.proposals.proposed] == proposed


def test_to_turn_over_is_nothing_to_undo_and_is_remembered(window: ReviewWindow) -> None:
    window.begin()
    begun = window.company.workspace.undo_label
    for _station in range(3):
        window.page.header_actions()[-1].slot()
        QApplication.processEvents()
    assert window.station() is ReviewStation.RENEWALS
    assert window.company.workspace.undo_label == begun
    assert window.page.header_actions()[-1].title.endswith(window.meeting.desk.titles()[4])
    again = MeetingDesk(window.place, window.company)  # as after a restart
    assert again.station is ReviewStation.RENEWALS
    window.place.undo()
    assert window.company.results.open_review is None


def test_each_answer_has_a_letter_of_its_own(window: ReviewWindow) -> None:
    window.begin()
    words = [button.text() for button in window.meeting.proposals.proposed[0].buttons.values()]
    assert words == ["Beschließen", "Vertagen", "Ablehnen"]
    assert len({word[0].casefold() for word in words}) == 3, words


def test_a_decision_and_a_task_are_written_down_in_one_line(window: ReviewWindow) -> None:
    window.begin()
    line = window.meeting.proposals.add_line
    line.line.setText("Drucker abschaffen")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    line.line.setText("Angebote einholen")
    QTest.keyClick(line.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    line.line.setText(f"{line.task.text()}: Kabel prüfen")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    key = window.review.id
    assert [one.name for one in window.company.data.where(Decision, "review_id", key)] == [
        "Drucker abschaffen"
    ]
    tasks = [one.name for one in window.company.data.where(Task, "review_id", key)]
    assert tasks == ["Angebote einholen", "Kabel prüfen"]
    assert line.line.text() == ""


def test_nothing_typed_adds_nothing(window: ReviewWindow) -> None:
    window.begin()
    QTest.keyClick(window.meeting.proposals.add_line.line, Qt.Key.Key_Return)
    assert not window.company.data.where(Decision, "review_id", window.review.id)


def test_a_note_is_kept_with_its_station_when_one_goes_on(window: ReviewWindow) -> None:
    window.begin()
    window.meeting.note.setFocus()
    window.meeting.note.setPlainText("Umsatz steigt langsam.")
    window.meeting.next()
    QApplication.processEvents()
    kept = note_of(window.company, window.review, ReviewStation.KPIS)
    assert (kept, window.meeting.note.toPlainText()) == ("Umsatz steigt langsam.", "")
    window.meeting.back()
    QApplication.processEvents()
    assert window.meeting.note.toPlainText() == "Umsatz steigt langsam."


def test_the_day_of_a_task_is_changed_where_it_stands(window: ReviewWindow) -> None:
    window.begin()
    row = window.meeting.tasks.rows[0]
    task = row.task
    row.due.begin()
    line = row.due.editor.widget
    assert isinstance(line, QLineEdit)
    line.setText("31.01.2027")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert task.due_on is not None
    assert task.due_on.isoformat() == "2027-01-31"


def test_a_ticked_task_is_done_and_leaves_the_list(window: ReviewWindow) -> None:
    window.begin()
    row = window.meeting.tasks.rows[0]
    row.box.click()
    QApplication.processEvents()
    assert row.task.done_on == window.company.today
    assert row.task.id not in [one.task.id for one in window.meeting.tasks.rows]


def test_open_questions_stand_at_the_end_and_are_written_down_with_the_review(window: ReviewWindow) -> None:
    window.begin()
    review = window.review
    window.meeting.desk.go_to(6)
    QApplication.processEvents()
    asked = [line.words.text() for line in window.meeting.end.questions]
    assert asked
    assert window.meeting.end.close_button is not None
    window.meeting.end.close_button.click()
    QApplication.processEvents()
    assert review.closed_on == window.company.today
    assert all(question in review.open_questions for question in asked)
    assert window.company.data.where(ReviewSnapshot, "review_id", review.id)
    assert window.tab.past.list.text_at(0, 0) == "Q4 2026"


def test_expenses_are_confirmed_at_the_station_of_the_budget(window: ReviewWindow) -> None:
    window.begin()
    window.meeting.desk.go_to(5)
    QApplication.processEvents()
    assert not window.meeting.confirm.isHidden()
    window.meeting.confirm.click()
    QApplication.processEvents()
    assert window.company.results.spending.stale == 0
    assert window.meeting.confirm.isHidden()


def test_full_screen_turns_stations_by_keys_and_takes_notes(window: ReviewWindow) -> None:
    window.begin()
    assert window.page.full_screen()
    screen = window.tab.full
    assert screen is not None
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    QTest.keyClick(screen, Qt.Key.Key_Space)
    assert window.station() is ReviewStation.ADOPTION
    QTest.keyClick(screen, Qt.Key.Key_PageDown)
    assert window.station() is ReviewStation.INITIATIVES
    QTest.keyClick(screen, Qt.Key.Key_Left)
    assert window.station() is ReviewStation.ADOPTION
    screen.view.note.setFocus()
    QTest.keyClicks(screen.view.note, "zwei Worte")
    QTest.keyClick(screen.view.note, Qt.Key.Key_Escape)
    assert screen.isVisible(), "the first Esc only ends typing"
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert note_of(window.company, window.review, ReviewStation.ADOPTION) == "zwei Worte"
    assert window.meeting.note.toPlainText() == "zwei Worte"


def test_tab_goes_from_the_stations_to_the_list_the_proposals_and_the_note(window: ReviewWindow) -> None:
    window.begin()
    meeting = window.meeting
    meeting.desk.go_to(3)
    QApplication.processEvents()
    way: list[QWidget] = [meeting.stepper.steps[-1]]
    for _at in range(400):
        following = way[-1].nextInFocusChain()
        assert following is not None
        way.append(following)
    wanted = [
        meeting.view.tables[0],
        meeting.proposals.proposed[0],
        meeting.proposals.proposed[1],
        meeting.proposals.add_line.line,
        meeting.note,
    ]
    places = [way.index(one) for one in wanted]
    assert places == sorted(places)


def test_after_an_answer_by_its_button_the_keyboard_is_at_the_next_proposal(window: ReviewWindow) -> None:
    window.begin()
    card = window.meeting.proposals
    second = card.proposed[1]
    second.buttons[DecisionState.REJECTED].setFocus()
    QTest.keyClick(second.buttons[DecisionState.REJECTED], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert card.proposed[1].hasFocus()
    assert card.proposed[1] is not second


def test_letters_of_the_full_screen_are_read_from_three_metres(window: ReviewWindow) -> None:
    """A 50th of the height of a screen, however many pixels it has."""
    window.begin()
    for width, height in ((1280, 720), (1440, 900), (1920, 1000)):
        screen = MeetingScreen(window.meeting.desk, window.place, QSize(width, height))
        screen.resize(width, height)
        screen.show_now()
        assert screen.view.view.tables[0].font().pixelSize() * 50 >= height
        assert screen.view.view.facts[0].value.font().pixelSize() * 25 >= height
        screen.deleteLater()


def test_without_a_review_there_is_no_full_screen_of_its_own(window: ReviewWindow) -> None:
    assert not window.page.full_screen()


def test_the_note_stays_in_its_place_while_messages_come_and_go(window: ReviewWindow) -> None:
    """The message stands above it, also when the note grows."""
    window.begin()
    place, note, line = window.place, window.meeting.note, window.place.message

    def at(widget: QWidget) -> QRect:
        QTest.qWait(20)  # lines are placed in the next turn of the loop
        return QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())

    line.hide()
    before, looked_at = at(note), at(window.meeting.view)
    place.say("Gespeichert", undo=True)
    assert at(note) == before
    assert at(line).bottom() < before.top()
    assert at(window.meeting.view).bottom() < at(line).top(), "nothing is covered"
    note.setPlainText("Erstens\nZweitens\nDrittens")
    assert at(note).bottom() == before.bottom() and at(note).top() < before.top()
    assert at(line).bottom() < at(note).top()
    note.setPlainText("")
    line.hide()
    assert (at(note), at(window.meeting.view)) == (before, looked_at)
