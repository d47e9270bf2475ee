"""What software lists say: what makes two applications the same, and how such files are called."""

from collections.abc import Hashable, Mapping

from virtualcio.exchange.import_fields import ImportField
from virtualcio.exchange.object_types import type_reader
from virtualcio.texts import mark

FILE_WORDS = ("software", "anwendung", "programm", "application", "applikation")


def special_fields() -> tuple[ImportField, ...]:
    """The type of exported objects: an operating system has that purpose."""
    names = ("objekttyp", "objecttype")
    return (ImportField("object_type", mark("Type of object"), names, type_reader("purpose"), weak=True),)


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name: a company has an application once."""
    name = str(values.get("name") or "").casefold()
    return (name,) if name else None
