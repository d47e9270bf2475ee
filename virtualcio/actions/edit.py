"""Editing records, one undoable change per user action: type, fill, link, paste, add, delete."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from virtualcio.actions.cells import value_of
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.delete import delete_records
from virtualcio.actions.duplicate import duplicate_records
from virtualcio.actions.field_values import put_value
from virtualcio.actions.journal_words import changed_words
from virtualcio.actions.new_record import add_record
from virtualcio.actions.paste import PasteResult, RefusedCell, paste_block
from virtualcio.actions.tables import called_in
from virtualcio.model import Record
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def set_value(company: "OpenCompany", table: Table, column: Column, record: Record, value: Any) -> bool:
    """Set one cell as one undo step; False if it had that value. RefusedValue: nothing has changed."""
    return set_values(company, table, column, [record], value)


def set_values(
    company: "OpenCompany", table: Table, column: Column, records: Sequence[Record], value: Any
) -> bool:
    """Set one field of many records as one undo step, all or none. RefusedValue: nothing has changed."""
    with company.workspace.change(changed_words(company, table, column, records)) as edit:
        changed = [put_value(company, edit, column, record, value) for record in records]
    return any(changed)


def set_fields(
    company: "OpenCompany",
    table: Table,
    record: Record,
    values: Mapping[str, Any],
    label: Message | None = None,
) -> None:
    """Set several fields of one record (column key → value) as one undo step, all or none."""
    words = label or Message(mark("“{name}” changed"), {"name": called_in(company, table, record)})
    with company.workspace.change(words) as edit:
        for key, value in values.items():
            put_value(company, edit, table.column(key), record, value)


def set_links(
    company: "OpenCompany", table: Table, column: Column, record: Record, keys: Iterable[str]
) -> bool:
    """Make exactly these links as one undo step."""
    return set_value(company, table, column, record, tuple(keys))


def fill_down(company: "OpenCompany", table: Table, column: Column, records: Sequence[Record]) -> bool:
    """Give all records the value of the first one, as one undo step."""
    if len(records) < 2:
        return False
    return set_values(company, table, column, records[1:], value_of(company, column, records[0]))


__all__ = [
    "PasteResult",
    "RefusedCell",
    "add_record",
    "delete_records",
    "duplicate_records",
    "fill_down",
    "paste_block",
    "set_fields",
    "set_links",
    "set_value",
    "set_values",
]
