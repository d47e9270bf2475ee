"""What goals need and rest on, by keys in the real window: capability, data domain, notes on the canvas, the
maturity of the departments; undone, done again, and there after a restart.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.walk import SHIFT, Walk, a_walk, in_file
from virtualcio.model import (
    CanvasNote,
    CanvasNoteGoal,
    Capability,
    DataDomain,
    Department,
    Goal,
    GoalCapability,
    MaturityRating,
)
from virtualcio.model.goals import CanvasField, MaturityDimension
from virtualcio.store.verify import verify

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        walking.page("goals")
        yield walking


def test_capability_data_canvas_and_maturity_end_in_the_file(walk: Walk, path: Path) -> None:
    hands.first_goal(walk)
    hands.turn_to(walk, "inventory", "data_domains")
    walk.click("Eintippen")
    hands.write(walk, "Kundenstamm")
    hands.fill_row(walk, "Kundenstamm", quality="4")
    hands.turn_to(walk, "goals", "capabilities")
    walk.click("Eintippen")
    hands.write(walk, "Kunden kennen")
    hands.fill_row(walk, "Kunden kennen", kind="Daten", rating="vorhanden", data_domain="Kundenstamm")
    hands.link(walk, hands.table_of_tab(walk).inspector, "goals", "Schneller anbieten")
    # Nobody answers for the customers' data: what is there counts as weak.
    [state] = walk.place.company.results.capability_states.values()
    assert (str(state.rating), state.reasons) == ("weak", ("without_owner",))

    walk.tab("canvas")
    canvas = hands.part(walk)
    canvas.boxes[CanvasField.CUSTOMERS].add_button.click()
    QApplication.processEvents()
    hands.write(walk, "Bauherren im Umkreis")
    hands.write(walk, "Architekten")  # Enter began the next note
    walk.press(Qt.Key.Key_Escape)  # and one more, that nobody wants
    assert [note.text for note in walk.place.company.data.all(CanvasNote)] == [
        "Bauherren im Umkreis", "Architekten",
    ]  # fmt: skip
    [card] = [one for one in canvas.boxes[CanvasField.CUSTOMERS].cards if one.note.text == "Architekten"]
    card.text.setFocus()
    walk.press(Qt.Key.Key_Right, ALT)
    assert field_of(walk, "Architekten") is CanvasField.COSTS
    walk.press(Qt.Key.Key_Left, ALT)
    walk.press(Qt.Key.Key_Up, ALT)
    [first, *_others] = canvas.boxes[CanvasField.CUSTOMERS].cards
    assert first.note.text == "Architekten"
    first.link_button.click()
    first.links["goals"]._add.click()
    QApplication.processEvents()
    hands.write(walk, "Schneller anbieten")

    walk.tab("maturity")
    walk.click("Abteilung hinzufügen")
    hands.write(walk, "Vertrieb")
    hands.turn_to(walk, "goals", "maturity")
    hands.part(walk).grid.setFocus()
    walk.press(Qt.Key.Key_2)
    walk.press(Qt.Key.Key_4, SHIFT)
    walk.press(Qt.Key.Key_Right)
    walk.press(Qt.Key.Key_3)
    [row] = walk.place.company.results.maturity.departments
    assert row.mean_today == Fraction(5, 2)
    assert hands.undo_all_and_redo(walk, path) > 10
    walk.end()
    assert_the_company_is_there(path)


def field_of(walk: Walk, text: str) -> CanvasField:
    return next(note.field for note in walk.place.company.data.all(CanvasNote) if note.text == text)


def assert_the_company_is_there(path: Path) -> None:
    """Opened afresh, as after a restart."""
    domain = hands.named(in_file(path, DataDomain), "Kundenstamm")
    capability = hands.named(in_file(path, Capability), "Kunden kennen")
    assert (domain.quality, capability.data_domain_id) == (4, domain.id)
    [goal] = in_file(path, Goal)
    [needed] = in_file(path, GoalCapability)
    assert (needed.goal_id, needed.capability_id) == (goal.id, capability.id)  # type: ignore[attr-defined]
    notes = {one.text: one for one in in_file(path, CanvasNote)}  # type: ignore[attr-defined]
    assert {"Architekten", "Bauherren im Umkreis"} <= set(notes)
    [linked] = in_file(path, CanvasNoteGoal)
    assert (linked.note_id, linked.goal_id) == (notes["Architekten"].id, goal.id)  # type: ignore[attr-defined]
    department = hands.named(in_file(path, Department), "Vertrieb")
    ratings = {
        (one.dimension, one.today, one.wanted, one.department_id)  # type: ignore[attr-defined]
        for one in in_file(path, MaturityRating)
    }
    first, second = list(MaturityDimension)[:2]
    assert ratings == {(first, 2, 4, department.id), (second, 3, None, department.id)}
    assert verify(path).ok
