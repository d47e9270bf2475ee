"""The business model canvas (Osterwalder, Pigneur 2010): notes in nine fields, added, moved, linked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.edit import add_record, delete_records, set_fields
from virtualcio.actions.goals.goal_choice_titles import CANVAS_FIELDS
from virtualcio.actions.tables import name_in, table, table_of
from virtualcio.model import (
    Application,
    CanvasNote,
    CanvasNoteApplication,
    CanvasNoteGoal,
    CanvasNoteProcess,
    Goal,
    Process,
    Record,
)
from virtualcio.model.goals import CanvasField
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

# What is asked in an empty field.
QUESTIONS = {
    CanvasField.PARTNERS: mark("Who helps us, and without whom could we not deliver?"),
    CanvasField.ACTIVITIES: mark("What do we have to do well every day?"),
    CanvasField.RESOURCES: mark("What do we need for it: people, machines, knowledge, data?"),
    CanvasField.VALUE: mark("Which problem do we solve for the customer, and why with us?"),
    CanvasField.RELATIONSHIPS: mark("How do we win customers, and how do we keep them?"),
    CanvasField.CHANNELS: mark("How do customers hear of us, order and get what they ordered?"),
    CanvasField.CUSTOMERS: mark("For whom do we work, and who matters most?"),
    CanvasField.COSTS: mark("What costs the most, and what makes it dearer?"),
    CanvasField.REVENUES: mark("What do customers pay for, and how?"),
}
_LINKS: tuple[tuple[type[Record], str, type[Record]], ...] = (
    (CanvasNoteGoal, "goal_id", Goal),
    (CanvasNoteProcess, "process_id", Process),
    (CanvasNoteApplication, "application_id", Application),
)


def field_title(field: CanvasField) -> str:
    return _(CANVAS_FIELDS[field])


def notes_of(company: "OpenCompany", field: CanvasField) -> Sequence[CanvasNote]:
    """The notes of a field in their order."""
    notes = company.data.where(CanvasNote, "field", field)
    return sorted(notes, key=lambda note: note.position)


def linked_with(company: "OpenCompany", note: CanvasNote) -> tuple[tuple[type[Record], str, str], ...]:
    """Kind, key and name of everything that a note is linked with: goals, processes, applications."""
    found = []
    for kind, field, target in _LINKS:
        for row in company.data.where(kind, "note_id", note.id):
            other = company.data.get(target, getattr(row, field))
            if other is not None:
                found.append((target, other.id, name_in(table_of(target), other)))
    return tuple(found)


def add_note(
    company: "OpenCompany", field: CanvasField, text: str, after: CanvasNote | None = None
) -> CanvasNote:
    """A new note below `after`, else at the end of its field, as one undo step."""
    notes = list(notes_of(company, field))
    at = notes.index(after) + 1 if after in notes else len(notes)
    with company.workspace.change(Message(mark("Note in “{field}” added"), {"field": _title(field)})):
        made = add_record(company, table("canvas"), {"text": text, "field": field, "position": at})
        assert isinstance(made, CanvasNote)
        _number(company, [*notes[:at], made, *notes[at:]])
    return made


def delete_note(company: "OpenCompany", note: CanvasNote) -> None:
    """Take a note away with its links, as one undo step."""
    delete_records(company, [note])


def move_note(company: "OpenCompany", note: CanvasNote, field: CanvasField, at: int) -> bool:
    """Put a note before the `at`-th of the other notes of a field, as one undo step.

    False: it is there already.
    """
    others = [one for one in notes_of(company, field) if one is not note]
    at = max(0, min(len(others), at))
    ordered = [*others[:at], note, *others[at:]]
    if field is note.field and ordered == list(notes_of(company, field)):
        return False
    label = Message(mark("Note moved to “{field}”"), {"field": _title(field)})
    with company.workspace.change(label):
        set_fields(company, table("canvas"), note, {"field": field})
        _number(company, ordered)
    return True


def _number(company: "OpenCompany", notes: Sequence[CanvasNote]) -> None:
    """Positions from 0 in this order; within an open change."""
    canvas = table("canvas")
    for position, note in enumerate(notes):
        if note.position != position:
            set_fields(company, canvas, note, {"position": position})


def _title(field: CanvasField) -> Message:
    return Message(CANVAS_FIELDS[field])
