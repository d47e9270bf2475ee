"""What the journal and the undo button call a change of records; child rows are named with their parent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.tables import called_in, child_name, name_in, table, table_of
from virtualcio.model import Record
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

ADDED = mark("“{name}” added")
CHANGED_ONE = mark("{field} of “{name}” changed")
CHANGED_MANY = mark("{field} changed in {count} rows")
DELETED_ONE = mark("“{name}” deleted")
DELETED_MANY = mark("{count} rows deleted")
COPIED_ONE = mark("“{name}” duplicated")
COPIED_MANY = mark("{count} rows duplicated")
CHILD_ADDED = mark("“{parent}”: {what} added ({own})")
CHILD_CHANGED = mark("“{parent}”: {field} changed ({own})")
CHILD_DELETED = mark("“{parent}”: {what} deleted ({own})")
CHILD_COPIED = mark("“{parent}”: {what} duplicated ({own})")


def added_words(company: "OpenCompany", shown: Table, record: Record) -> Message:
    """'„ERP“ hinzugefügt', '„Kundenportal“: Beitrag zu einem Ziel hinzugefügt (Mehr Umsatz)'."""
    if shown.parent_table:
        return _of_child(company, shown, record, CHILD_ADDED)
    return Message(ADDED, {"name": called_in(company, shown, record)})


def changed_words(company: "OpenCompany", shown: Table, column: Column, records: Sequence[Record]) -> Message:
    title = Message(column.title)
    if len(records) != 1:
        return Message(CHANGED_MANY, {"field": title, "count": len(records)})
    if shown.parent_table:
        words = _of_child(company, shown, records[0], CHILD_CHANGED)
        return Message(words.text, {**words.params, "field": title})
    return Message(CHANGED_ONE, {"field": title, "name": called_in(company, shown, records[0])})


def deleted_words(company: "OpenCompany", records: Sequence[Record]) -> Message:
    return _one_or_many(company, records, DELETED_ONE, CHILD_DELETED, DELETED_MANY)


def copied_words(company: "OpenCompany", records: Sequence[Record]) -> Message:
    return _one_or_many(company, records, COPIED_ONE, CHILD_COPIED, COPIED_MANY)


def _one_or_many(
    company: "OpenCompany", records: Sequence[Record], one: str, child: str, many: str
) -> Message:
    if len(records) != 1:
        return Message(many, {"count": len(records)})
    shown = table_of(type(records[0]))
    if shown.parent_table:
        return _of_child(company, shown, records[0], child)
    return Message(one, {"name": called_in(company, shown, records[0])})


def _of_child(company: "OpenCompany", shown: Table, record: Record, text: str) -> Message:
    parent = table(shown.parent_table)
    owner = company.data.get(parent.kind, getattr(record, shown.parent_field))
    own = child_name(company, record) or formats.NO_VALUE
    called = name_in(parent, owner) if owner is not None else formats.NO_VALUE
    return Message(text, {"parent": called, "what": Message(shown.singular), "own": own})
