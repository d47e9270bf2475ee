"""What lists of places say: buildings, floors, rooms; what they belong to stays in the note."""

from collections.abc import Hashable, Mapping

from virtualcio.exchange.cell_readers import text_reader
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading
from virtualcio.exchange.object_types import constant_in, type_reader
from virtualcio.exchange.raw_table import RawCell

FILE_WORDS = ("standort", "raum", "raeume", "gebaeude", "site", "location")


def note_reader(key: str) -> Reader:
    """Remarks as they stand; the type of an object in words."""
    remark, kind = text_reader(key, lines=True), type_reader(key)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        return kind(cell, hints) if constant_in(cell) else remark(cell, hints)

    return reading


def special_fields() -> tuple[ImportField, ...]:
    """The name under the heading of exported objects, and their type."""
    return (
        ImportField("name", "", ("objektname", "raum", "gebaeude"), text_reader("name")),
        ImportField("note", "", ("objekttyp",), note_reader("note"), many=True),
    )


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name: a place is there once."""
    return str(values.get("name") or "").casefold() or None
