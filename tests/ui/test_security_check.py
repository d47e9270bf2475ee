"""The tab of the security self-check in the real window: keys, mouse, notes, initiatives, undo, widths."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.walk import type_letter
from tests.ui.example_window import TODAY, demo_company, empty_company, workplace
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Initiative, SecurityAnswer
from virtualcio.model.operations import SecurityReply
from virtualcio.store.workspace import Workspace
from virtualcio.ui.inventory.security_tab import SecurityTab
from virtualcio.ui.shell.workplace import Workplace

YES, PARTLY, NO, NOT = SecurityReply


def security(place: Workplace, record: str = "") -> SecurityTab:
    place.go("inventory", tab="security", record=record)
    QApplication.processEvents()
    part = place.current_page.part  # type: ignore[attr-defined]
    assert isinstance(part, SecurityTab)
    return part


def replies(place: Workplace) -> dict[int, SecurityReply]:
    return {number: one.reply for number, one in place.company.results.security.replies.items()}


def note_of(place: Workplace, number: int) -> str:
    return place.company.results.security.replies[number].note


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def test_an_empty_check_leads_to_its_first_question(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place)
        begin = [one for one in part.findChildren(QPushButton) if one.isVisible()]
        assert [one.text() for one in begin] == ["Mit der ersten Frage beginnen"]
        begin[0].click()
        QApplication.processEvents()
        assert part.focusWidget() is part.rows[1] and part.rows[1].isVisible()


def test_questions_are_answered_with_the_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "5")
        for letter in "132":
            type_letter(part.focusWidget(), letter)
            press(part.focusWidget(), Qt.Key.Key_Down)
        assert replies(place) == {5: YES, 6: NO, 7: PARTLY}
        assert part.focusWidget() is part.rows[8]
        press(part.focusWidget(), Qt.Key.Key_Up)
        type_letter(part.focusWidget(), "4")
        assert replies(place)[7] is NOT, "nobody works outside"
        press(part.focusWidget(), Qt.Key.Key_Return)
        assert part.focusWidget() is part.rows[1], "the first one that is open"
        press(part.focusWidget(), Qt.Key.Key_Up)
        assert part.focusWidget() is part.rows[1], "there is none above"
        tabs = {tab.key: tab.count for tab in place.current_page.tabs()}
        assert tabs["security"] == "3/36" and part.side.progress.text() == "3 von 27 beantwortet"


def test_what_does_not_apply_is_refused_where_it_must_apply(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "4")
        assert not part.rows[4].buttons[NOT].isVisible() and part.rows[24].buttons[NOT].isVisibleTo(part)
        type_letter(part.rows[4], "4")
        assert not place.company.data.count(SecurityAnswer)


def test_a_click_answers_and_undo_takes_it_back(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "2")
        QTest.mouseClick(part.rows[2].buttons[YES], Qt.MouseButton.LeftButton)
        assert replies(place) == {2: YES} and part.rows[2].buttons[YES].isChecked()
        assert part.rows[2].accessibleName().endswith("Antwort: Ja")
        place.undo()
        assert replies(place) == {} and not part.rows[2].buttons[YES].isChecked()
        assert part.rows[2].isVisible(), "who has begun is not sent back to the beginning"
        type_letter(part.rows[2], "3")
        press(part.rows[2], Qt.Key.Key_Delete)
        assert replies(place) == {}


def test_a_no_offers_an_initiative_once_and_leads_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "4")
        row = part.rows[4]
        assert not row.make.isVisible()
        type_letter(row, "3")
        assert row.make.isVisible() and row.make.text() == "Vorhaben anlegen"
        row.make.click()
        QApplication.processEvents()
        assert [one.name for one in place.company.data.all(Initiative)] == ["Notfallplan schreiben"]
        assert not row.make.isVisible() and row.link.text() == "Vorhaben: Notfallplan schreiben"
        part.on_make(4)
        assert place.company.data.count(Initiative) == 1
        press(row.link, Qt.Key.Key_Return)
        assert place.current_page.current_tab() == "initiatives"
        place.undo()
        assert not place.company.data.count(Initiative)
        assert security(place, "4").rows[4].make.isVisible()


def test_what_is_missing_is_noted_beside_the_no(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "4")
        row = part.rows[4]
        type_letter(row, "2")
        row.note.setFocus()
        for letter in "3 Namen":
            type_letter(row.note, letter)
        press(row.note, Qt.Key.Key_Return)
        assert note_of(place, 4) == "3 Namen"
        assert replies(place) == {4: PARTLY}, "a digit in a note is no answer"
        place.undo()
        assert row.note.text() == "" and part.focusWidget() is row, "Enter leads back to the question"
        row.note.setFocus()
        for letter in "alt":
            type_letter(row.note, letter)
        press(row.note, Qt.Key.Key_Escape)
        assert row.note.text() == "" and not note_of(place, 4)
        row.note.setFocus()
        for letter in "neu":
            type_letter(row.note, letter)
        place.go("overview")
        assert note_of(place, 4) == "neu", "leaving stores what is typed"


def test_the_figures_of_the_example_company_stand_at_the_right(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        part = security(place)
        score = place.company.results.security
        assert part.side.score.text() == f"{score.points} / {score.possible}"
        assert len(part.side.bars_card.numbers.rows) == 6
        assert part.side.trend_card.isVisibleTo(part) and len(part.side.trend_card.numbers.rows) == 2
        assert [one.text() for one in part.side.links] == [
            "Werden alle wichtigen Daten in festen Abständen gesichert?",
            "Sind Makros in Office-Dateien grundsätzlich abgeschaltet?",
        ]
        press(part.side.links[1], Qt.Key.Key_Return)
        assert part.focusWidget() is part.rows[20]
        seen = part.rows[20].visibleRegion().boundingRect().height()
        assert seen == part.rows[20].height(), "the question is in view"
        part.side.bars.set_current(2)
        assert part.side.bars.accessibleDescription().startswith("Datensicherung; Punkte:")
        part.side.trend.set_current(1)
        assert str(score.points) in part.side.trend.accessibleDescription()
        assert not part.side.trend.picture().isNull() and not part.side.bars.picture().isNull()


def test_answers_are_there_when_the_file_is_opened_again(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = security(place, "11")
        type_letter(part.rows[11], "1")
        path = place.company.workspace.path
        assert path is not None
    with workplace(qtbot, OpenCompany(Workspace.open(path), TODAY)) as place:
        part = security(place)
        assert part.rows[11].buttons[YES].isChecked() and part.side.score.text() == "3 / 37"


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 720), (1440, 900)])
def test_nothing_is_cut_off_at_the_right(qtbot: QtBot, tmp_path: Path, width: int, height: int) -> None:
    with workplace(qtbot, demo_company(tmp_path), (width, height)) as place:
        part = security(place)
        QTest.qWait(50)
        side_edge = part._side_scroll.viewport().width()
        assert part.side.width() <= side_edge
        edge = part._questions.viewport()
        for row in part.rows.values():
            for button in (*row.buttons.values(), row.make):
                if button.isVisible():
                    right = button.mapTo(edge, button.rect().topRight()).x()
                    assert right <= edge.width(), f"{row.number}: {button.text()}"


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        part = security(place)
        for widget in part.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            text = getattr(widget, "text", None)
            named = widget.accessibleName() or (text() if callable(text) else "")
            assert named or widget.objectName().startswith("qt_"), str(widget)
