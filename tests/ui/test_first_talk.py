"""The page of the first talk: choosing by number and mouse, correcting, undo, the result and its actions."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.walk import type_letter
from tests.ui.example_window import demo_company, empty_company, workplace
from virtualcio.actions.first_talk.talk_choices import Offer
from virtualcio.actions.first_talk.talk_records import answer
from virtualcio.model import TalkAnswer
from virtualcio.model.operations import CioModel
from virtualcio.ui.common.labels import Label
from virtualcio.ui.first_talk.choice_list import ChoiceList
from virtualcio.ui.first_talk.talk_page import FirstTalkPage
from virtualcio.ui.first_talk.typed_fields import AnswerLine, AnswerText
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.shell.workplace import Workplace

ONE, TWO, NONE = Offer("one", "Eins"), Offer("two", "Zwei"), Offer("unknown", "Weiß ich nicht")


def talk(place: Workplace, tab: str = "questions") -> FirstTalkPage:
    place.go("first_talk", tab=tab)
    QApplication.processEvents()  # what is built anew is visible from then on
    page = place.current_page
    assert isinstance(page, FirstTalkPage)
    return page


def words(page: FirstTalkPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_the_last_chosen_number_counts_where_one_answer_is_asked_for(qtbot: QtBot) -> None:
    choices = ChoiceList([ONE, TWO], (), multi=False, zero=NONE)
    qtbot.addWidget(choices)
    choices.show()
    for keys, chosen in (("1", ("one",)), ("12", ("two",)), ("120", ("unknown",)), ("9", ("unknown",))):
        for key in keys:
            type_letter(choices, key)
        assert choices.keys == chosen
    QTest.keyClick(choices, Qt.Key.Key_Up)
    assert choices.keys == ("two",), "arrows move the choice"


def test_several_can_be_chosen_and_not_knowing_excludes_all_others(qtbot: QtBot) -> None:
    choices = ChoiceList([ONE, TWO], ("two",), multi=True, zero=NONE)
    qtbot.addWidget(choices)
    choices.show()
    type_letter(choices, "1")
    assert list(choices.keys) == ["one", "two"]
    type_letter(choices, "2")
    assert list(choices.keys) == ["one"]
    type_letter(choices, "0")
    assert list(choices.keys) == ["unknown"]
    QTest.mouseClick(choices.options[1], Qt.MouseButton.LeftButton)
    assert list(choices.keys) == ["two"]
    QTest.mouseClick(choices.options[1], Qt.MouseButton.LeftButton)
    assert not choices.keys
    with qtbot.waitSignal(choices.entered):
        QTest.keyClick(choices, Qt.Key.Key_Return)


def test_enter_goes_on_in_several_lines_and_shift_enter_starts_a_new_one(qtbot: QtBot) -> None:
    field = AnswerText("", "Richtung")
    qtbot.addWidget(field)
    field.show()
    type_letter(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_letter(field, "b")
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.answer_text() == "a\nb"


def test_what_the_file_knows_is_shown_at_the_beginning_and_can_be_corrected(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        page = talk(place, "answers")
        shown = words(page)
        assert "Wie viele Menschen arbeiten im Betrieb?" in shown and "62" in shown
        page.ask("employees")
        field = page.question.input
        assert isinstance(field, AnswerLine) and field.text() == "62" and field.selectedText() == "62"
        field.setText("64")
        page.question.go_on()
        assert place.company.data.company.employees == 64
        place.undo()
        assert place.company.data.company.employees == 62


def test_a_refused_answer_stays_with_a_sentence_beside_it(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        page = talk(place)
        page.ask("fiscal_year")
        field = page.question.input
        assert isinstance(field, AnswerLine)
        field.setText("13")
        page.question.go_on()
        assert page.question.key == "fiscal_year" and field.text() == "13"
        assert page.question.refusal.text() == "Die Antwort kann zwischen 1 und 12 liegen."
        field.setText("3")
        assert not page.question.refusal.text(), "what was said about 13 is over as soon as one types"
        page.ask("contracts")
        page.question.go_on()
        assert "Wählen Sie erst eine Antwort" in page.question.refusal.text()
        assert isinstance(page.question.input, ChoiceList)
        page.question.input.choose(0)
        assert not page.question.refusal.text()
        assert not place.company.data.count(TalkAnswer)


def test_escape_leads_to_the_answers_and_the_progress_counts_down(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        page = talk(place)
        assert page.tabs()[0].count == "28"
        page.begin()
        page.question.say_unknown()
        assert page.question.key == "employees" and page.tabs()[0].count == "27"
        assert page.question.progress.text().startswith("1 von 28, noch etwa ")
        page.question.left.emit()
        assert page.current_tab() == "answers" and "Weiß ich nicht" in words(page)


def test_the_page_of_the_talk_leads_to_what_is_to_be_done(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        answer(place.company, "one_person", "yes")
        page = talk(place, "result")
        assert page.result.sites is not None and len(page.result.sites.buttons) == 5
        qtbot.waitUntil(lambda: "Chancen" in words(page))  # Qt shows what is added to a visible page later
        titles = words(page)
        assert {"Fünf Baustellen", "Chancen", "Die nächsten Termine", "Reifegrad auf einen Blick"} <= set(
            titles
        )
        at = [button.text() for button in page.result.sites.buttons].index("Vertretung festlegen")
        page.result.sites.buttons[at].click()
        assert place.current_page.current_tab() == "people"
        place.go("first_talk", tab="result")
        page.header_actions()[0].slot()
        assert isinstance(place.current_page, OverviewPage)


def test_a_chosen_model_is_marked_and_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        answer(place.company, "employees", "62")
        page = talk(place, "result")
        assert page.result.models is not None and len(page.result.models.buttons) == 3
        page.result.models.buttons[1].click()
        assert place.company.data.company.cio_model is CioModel.EXTERNAL
        assert page.result.models is not None and len(page.result.models.buttons) == 2
        place.undo()
        assert place.company.data.company.cio_model is None and len(page.result.models.buttons) == 3


@pytest.mark.parametrize("width", [900, 1440])
def test_nothing_of_the_page_is_cut_off_at_its_right(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    with workplace(qtbot, demo_company(tmp_path), (width, 700)) as place:
        answer(place.company, "one_person", "yes")
        page = talk(place, "result")
        QTest.qWait(50)
        right = page.mapToGlobal(page.rect().topRight()).x()
        assert page.result.models is not None and page.result.sites is not None
        for button in (*page.result.models.buttons, *page.result.sites.buttons):
            assert button.mapToGlobal(button.rect().topRight()).x() <= right, button.text()


def test_the_keyboard_follows_a_button_to_the_page_it_leads_to(qtbot: QtBot, tmp_path: Path) -> None:
    """Else Qt would hand it to the first button of the window, which then looks as if it was pressed."""
    with workplace(qtbot, demo_company(tmp_path)) as place:
        answer(place.company, "one_person", "yes")
        page = talk(place, "result")
        assert page.result.sites is not None
        button = page.result.sites.buttons[0]
        button.setFocus()
        button.click()
        assert place.current_page is not page
        assert place.current_page.isAncestorOf(place.focusWidget())


def all_answered(place: Workplace) -> FirstTalkPage:
    """Every question has an answer, most of them that nobody knows."""
    page = talk(place)
    page.begin()
    while page.current_tab() == "questions":
        page.question.say_unknown()
    return page


def test_who_has_answered_everything_has_the_result_and_the_answers_only(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        assert [tab.key for tab in talk(place).tabs()] == ["questions", "result"], "nothing is answered yet"
        page = all_answered(place)
        assert page.current_tab() == "result"
        assert [tab.key for tab in page.tabs()] == ["result", "answers"]
        place.go("first_talk", tab="questions")
        assert page.current_tab() == "result", "there is nothing left to ask"
        place.undo()
        assert [tab.key for tab in page.tabs()] == ["questions", "result", "answers"]
        assert page.tabs()[0].count == "1"


def test_who_corrects_an_answer_is_back_among_the_answers(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        page = all_answered(place)
        place.go("first_talk", tab="answers")
        page.answers.rows["employees"].click()
        assert page.question.isVisible() and page.current_tab() == "answers"
        field = page.question.input
        assert isinstance(field, AnswerLine)
        field.setText("40")
        page.question.go_on()
        assert page.answers.isVisible() and page.current_tab() == "answers"
        assert place.company.data.company.employees == 40
        assert page.answers.rows["employees"].hasFocus()
