"""The business model canvas: notes typed, moved, linked and deleted with keys and mouse."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.goals_window import GoalsWindow, window
from virtualcio.actions.edit import set_links
from virtualcio.actions.goals.canvas_notes import add_note, notes_of
from virtualcio.actions.tables import table
from virtualcio.model import CanvasNote, CanvasNoteGoal
from virtualcio.model.goals import CanvasField
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.goals.canvas_note_card import MIME, CanvasNoteCard

__all__ = ["window"]

ALT = Qt.KeyboardModifier.AltModifier


def texts(window: GoalsWindow, field: CanvasField) -> list[str]:
    return [note.text for note in notes_of(window.company, field)]


def filled(window: GoalsWindow, *names: str, field: CanvasField = CanvasField.VALUE) -> list[CanvasNote]:
    """Notes of these names in a field, shown."""
    window.turn_to("canvas")
    made = [add_note(window.company, field, name) for name in names]
    QApplication.processEvents()
    return made


def card_of(window: GoalsWindow, note: CanvasNote) -> CanvasNoteCard:
    card = window.canvas.card_of(note.id)
    assert card is not None
    return card


def test_an_empty_field_asks_its_question(window: GoalsWindow) -> None:
    window.turn_to("canvas")
    box = window.canvas.boxes[CanvasField.CUSTOMERS]
    assert box.title.text() == "Kundengruppen"
    assert box.question.isVisible() and "wer zählt am meisten" in box.question.text()
    assert window.canvas.hint.isVisible()


def test_notes_are_typed_one_after_the_other_with_enter(window: GoalsWindow) -> None:
    window.turn_to("canvas")
    window.click(window.canvas.boxes[CanvasField.PARTNERS].add_button)
    window.write("Stahlhandel")
    window.press(Qt.Key.Key_Return)
    window.write("Verzinkerei")
    window.press(Qt.Key.Key_Return)
    assert texts(window, CanvasField.PARTNERS) == ["Stahlhandel", "Verzinkerei", "Neue Notiz"]
    window.press(Qt.Key.Key_Escape)  # nobody wanted the third one
    assert texts(window, CanvasField.PARTNERS) == ["Stahlhandel", "Verzinkerei"]
    assert not window.canvas.hint.isVisible()
    assert not window.canvas.boxes[CanvasField.PARTNERS].question.isVisible()


def test_a_note_is_changed_in_place(window: GoalsWindow) -> None:
    (note,) = filled(window, "Treppen")
    card = card_of(window, note)
    window.click(card.text)
    assert card.text.typing
    window.write("Geländer")
    window.press(Qt.Key.Key_Return)
    assert "Geländer" in texts(window, CanvasField.VALUE)


def test_alt_and_arrows_move_a_note_and_each_move_is_one_step(window: GoalsWindow) -> None:
    first, second = filled(window, "Erste", "Zweite")
    before = window.steps()
    card_of(window, second).text.setFocus()
    window.press(Qt.Key.Key_Up, ALT)
    assert texts(window, CanvasField.VALUE) == ["Zweite", "Erste"]
    assert card_of(window, second).text.hasFocus()
    window.press(Qt.Key.Key_Right, ALT)
    assert texts(window, CanvasField.VALUE) == ["Erste"]
    assert texts(window, CanvasField.RELATIONSHIPS) == ["Zweite"]
    assert window.steps() == before + 2
    window.undo()
    window.undo()
    assert texts(window, CanvasField.VALUE) == ["Erste", "Zweite"]
    assert first.position == 0


def test_a_note_is_dropped_between_two_others(window: GoalsWindow) -> None:
    filled(window, "Erste", "Zweite")
    (moved,) = filled(window, "Dritte", field=CanvasField.COSTS)
    box = window.canvas.boxes[CanvasField.VALUE]
    what = QMimeData()
    what.setData(MIME, moved.id.encode())
    below_first = box.cards[0].mapTo(box, box.cards[0].rect().bottomLeft())
    event = QDropEvent(
        QPointF(below_first), Qt.DropAction.MoveAction, what, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    box.dropEvent(event)
    QApplication.processEvents()
    assert texts(window, CanvasField.VALUE) == ["Erste", "Dritte", "Zweite"]
    assert texts(window, CanvasField.COSTS) == []


def test_del_takes_a_note_away_and_undo_brings_it_back_with_its_links(window: GoalsWindow) -> None:
    (note,) = filled(window, "Treppen")
    canvas = table("canvas")
    set_links(window.company, canvas, canvas.column("goals"), note, ["offers"])
    QApplication.processEvents()
    card_of(window, note).text.setFocus()
    window.press(Qt.Key.Key_Delete)
    assert not window.company.data.count(CanvasNote)
    assert not window.company.data.count(CanvasNoteGoal)
    assert window.canvas.boxes[CanvasField.VALUE].add_button.hasFocus()
    window.undo()
    chips = [chip.text() for chip in card_of(window, note).findChildren(LinkChip) if chip.isVisible()]
    assert chips == ["Schneller anbieten"]


def test_a_chip_of_a_note_leads_to_its_goal(window: GoalsWindow) -> None:
    (note,) = filled(window, "Treppen")
    canvas = table("canvas")
    set_links(window.company, canvas, canvas.column("goals"), note, ["safe"])
    QApplication.processEvents()
    chip = next(chip for chip in card_of(window, note).findChildren(LinkChip) if chip.isVisible())
    window.click(chip)
    assert window.goals.goal_id == "safe"
    assert window.goals.side.inspector.name.whole_text() == "Sicher bleiben"


def test_links_are_made_in_the_note_itself(window: GoalsWindow) -> None:
    (note,) = filled(window, "Treppen")
    card = card_of(window, note)
    card.text.setFocus()
    assert card.link_button.isVisible()
    window.click(card.link_button)
    field = card.links["goals"]
    assert field.isVisible()
    field._begin_adding()
    window.write("Sicher")
    window.press(Qt.Key.Key_Return)
    links = window.company.data.where(CanvasNoteGoal, "note_id", note.id)
    assert [link.goal_id for link in links] == ["safe"]


def test_in_a_narrow_window_the_fields_stand_in_two_columns(window: GoalsWindow) -> None:
    window.turn_to("canvas")
    window.shell.resize(800, 700)
    QApplication.processEvents()
    boxes = window.canvas.boxes
    assert boxes[CanvasField.PARTNERS].x() < boxes[CanvasField.ACTIVITIES].x()
    assert boxes[CanvasField.RESOURCES].x() == boxes[CanvasField.PARTNERS].x()
