"""A quarterly review from its first station to its minutes, in the real window; what was frozen then stays,
and the next review says what is different. Every figure is worked out by hand.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys import review_hands as rh
from tests.journeys.bad_input import one_sentence
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, in_file
from virtualcio.model import Decision, Review, ReviewNote, ReviewPerson, ReviewSnapshot, Task
from virtualcio.model.review import DecisionState, ReviewStation
from virtualcio.store.verify import verify

FEBRUARY = datetime(2027, 2, 8, 9, 14)  # noqa: DTZ001 - what the clock on the wall says
TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return rh.company_to_review(tmp_path / "brandt.vcio")


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def the_meeting(walk: Walk) -> None:
    """Seven stations: notes, two proposals answered by a letter, one decision, one task, full screen."""
    walk.page("review")
    walk.click("Review beginnen")
    assert walk.place.current_page.header_title() == "Quartals-Review Q4 2026"
    rh.note(walk, "Angebote gehen schneller hinaus.")
    walk.click("Weiter: Nutzung")
    view = rh.meeting(walk)
    assert view.note.toPlainText() == "" and view.stepper.current == 1
    rh.keyboard_into(view.stepper.steps[1])
    walk.press(Qt.Key.Key_Right)
    walk.press(Qt.Key.Key_Right)
    assert view.desk.index == 3

    assert rh.answer_first_proposal(walk, "b") == "„ERP-Umzug“ am 1. Januar 2027 beginnen"
    assert rh.answer_first_proposal(walk, "v") == "Erneuerung von „ERP-Server“ und „NAS Halle 2“ freigeben"
    rh.write_down(walk, "Drucker nur noch mieten")
    rh.write_down(walk, "Angebote für Drucker holen", CTRL)
    [own] = [row for row in view.tasks.rows if row.task.name == "Angebote für Drucker holen"]
    own.due.begin()
    walk.press(Qt.Key.Key_A, CTRL)
    hands.write(walk, "31.01.2027")
    assert own.task.due_on == date(2027, 1, 31)

    walk.press(Qt.Key.Key_F11)
    rh.in_full_screen(walk, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
    screen = rh.review_tab(walk).full
    assert screen is not None and screen.place.text() == "6 von 7"
    screen.view.note.setFocus()
    for letter in "Reicht bis Juni":
        rh.type_on(screen, letter)
    rh.in_full_screen(walk, Qt.Key.Key_Escape)
    assert screen.isVisible()  # the first Esc ends typing
    rh.in_full_screen(walk, Qt.Key.Key_Escape)
    assert not screen.isVisible() and view.note.toPlainText() == "Reicht bis Juni"


def close_with_open_questions(walk: Walk) -> Review:
    """It is said what is open before; closed anyway, knowingly."""
    walk.click("Weiter: Beschlüsse")
    view = rh.meeting(walk)
    rh.taking_part(walk, "Anna Weber", "Jens Krüger")
    said = [line.words.text() for line in view.end.questions]
    assert said == ["1 Kennzahl ohne aktuellen Wert", "1 überfällige Aufgabe ohne neuen Termin"]
    assert not view.desk.close()
    one_sentence(walk.place.message.text().split(". ")[0] + ".", "Noch offen", "1 überfällige Aufgabe")
    review = view.desk.review
    assert review is not None and _dates(review) == (TODAY, None)
    walk.click("Trotzdem abschließen")
    assert _dates(review) == (TODAY, TODAY)
    assert review.open_questions.split("\n") == said
    return review


def _dates(review: Review) -> tuple[date | None, date | None]:
    return review.held_on, review.closed_on


def snapshot(walk: Walk, review: Review) -> list[tuple[object, ...]]:
    """All frozen rows, as they are now."""
    rows = walk.place.company.data.where(ReviewSnapshot, "review_id", review.id)
    return sorted(
        (row.subject, row.subject_key, row.name, row.state, row.amount, row.second, row.first_on, row.last_on)
        for row in rows
    )


def everything_changes(walk: Walk) -> None:
    """The server is dearer, the ERP too and half a year later, the task is done."""
    hands.turn_to(walk, "inventory", "assets")
    hands.fill_row(walk, "ERP-Server", remedy_cost="20000", note="gehört ersetzt")
    hands.turn_to(walk, "priorities", "initiatives")
    hands.fill_row(walk, "ERP-Umzug", one_off_cost="52000", start="07/2027")
    hands.turn_to(walk, "review", "tasks")
    hands.fill_row(walk, "Rücksicherung proben", done_on="22.11.2026")
    hands.turn_to(walk, "review", "reviews")


def test_a_review_is_held_closed_and_never_changes(walk: Walk, path: Path) -> None:
    the_meeting(walk)
    review = close_with_open_questions(walk)
    frozen, shown = snapshot(walk, review), rh.past_texts(walk)
    kept = rh.figures(list(walk.place.company.data.all(ReviewSnapshot)), review)
    assert kept["backlog"] == Decimal("10710.00")  # 10,200 and 510
    assert kept["budget"] == Decimal("12000.00")  # the portal, in July
    counted = ("overdue", "kpis_on_plan", "kpis_behind", "open_tasks", "overdue_tasks")
    assert [kept[key] for key in counted] == [2, 1, 0, 2, 1]

    paper = rh.minutes(walk, path.with_name("protokoll.pdf"))
    rh.assert_minutes_say(
        walk, paper, "Schlosserei Brandt", "Quartals-Review Q4 2026", "Anna Weber", "10.710 €",
        "Drucker nur noch mieten", "Angebote gehen schneller hinaus.", "Reicht bis Juni",
        "1 überfällige Aufgabe ohne neuen Termin",
    )  # fmt: skip

    everything_changes(walk)
    assert walk.place.company.results.backlog.total == Decimal("20910.00")  # 2 % on 20,000, and 510
    assert snapshot(walk, review) == frozen and rh.past_texts(walk) == shown
    assert rh.minutes(walk, path.with_name("protokoll-spaeter.pdf")) == paper
    changes = walk.place.company.results.changes()
    assert [(one.name, one.end_months) for one in changes.moved] == [("ERP-Umzug", 6)]
    assert [one.difference for one in changes.dearer] == [Decimal("6000.00")]

    # The closing is taken back under all the edits, and done again.
    for _edit in range(6):
        walk.press(Qt.Key.Key_Z, CTRL)
    assert review.closed_on is None and not snapshot(walk, review)
    assert rh.meeting(walk).end.close_button is not None
    for _edit in range(6):
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert snapshot(walk, review) == frozen and rh.past_texts(walk) == shown
    hands.undo_all_and_redo(walk, path)
    walk.end()
    assert_the_review_is_in_the_file(path)


def assert_the_review_is_in_the_file(path: Path) -> None:
    [review] = in_file(path, Review)
    assert isinstance(review, Review) and (review.name, review.closed_on) == ("Q4 2026", TODAY)
    notes = {one.station: one.text for one in in_file(path, ReviewNote) if isinstance(one, ReviewNote)}
    assert notes == {
        ReviewStation.KPIS: "Angebote gehen schneller hinaus.", ReviewStation.BUDGET: "Reicht bis Juni",
    }  # fmt: skip
    decisions = [one for one in in_file(path, Decision) if isinstance(one, Decision)]
    assert {(one.state, one.amount, one.review_id == review.id) for one in decisions} == {
        (DecisionState.DECIDED, Decimal("46000.00"), True), (DecisionState.DECIDED, None, True),
        (DecisionState.DEFERRED, Decimal("10710.00"), True),
    }  # fmt: skip
    assert {one.name for one in in_file(path, Task) if isinstance(one, Task)} == {
        "Rücksicherung proben", "Angebote für Drucker holen",
    }  # fmt: skip
    people = {one.person_id for one in in_file(path, ReviewPerson) if isinstance(one, ReviewPerson)}
    assert people == {"anna", "jens"}
    assert verify(path).ok


def test_the_next_review_says_what_is_different(path: Path) -> None:
    with a_walk() as first:
        assert first.window.tasks.open_path(path)
        the_meeting(first)
        close_with_open_questions(first)
    with a_walk("en", FEBRUARY) as walk:
        assert walk.window.tasks.open_path(path)
        hands.turn_to(walk, "inventory", "assets")
        hands.fill_row(walk, "ERP-Server", retired_on="31 January 2027")
        tab = rh.review_tab(walk)
        # The NAS after two whole years: 500 x 1.02 x 1.02 = 520.20.
        changes = walk.place.company.results.changes()
        told = {one.key.value: (one.before, one.after, one.better) for one in changes.figures}
        assert told["backlog"] == (Decimal("10710.00"), Decimal("520.20"), True)
        assert told["overdue"] == (Decimal(2), Decimal(1), True)
        assert [(one.name, one.amount) for one in changes.renewed] == [("ERP-Server", Decimal("10200.00"))]
        assert tab.due.title_label.text().endswith("Q1 2027")
        walk.click("Begin the review")
        assert {one.name for one in tab.desk.company.results.open_tasks} == {
            "Rücksicherung proben", "Angebote für Drucker holen",
        }  # fmt: skip
        tab.desk.go_to(6)
        QApplication.processEvents()
        walk.click("Close anyway")
        shown = rh.past_texts(walk)
        assert shown[0].endswith("Q1 2027") and "€10,710" in shown and "€520" in shown
        content = tab.past.view.content
        assert content is not None and any("ERP-Server" in words for words, _tone in content.said)
    assert [one.closed_on for one in in_file(path, Review) if isinstance(one, Review)] == [
        TODAY, FEBRUARY.date(),
    ]  # fmt: skip
