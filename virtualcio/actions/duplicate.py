"""Copying records with their links and with the rows that belong to them, in one undo step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from virtualcio.actions.child_defaults import complete_child
from virtualcio.actions.columns import Kind, Table
from virtualcio.actions.field_values import put_links
from virtualcio.actions.journal_words import copied_words
from virtualcio.actions.tables import children_of
from virtualcio.actions.tables import table as table_named
from virtualcio.errors import RefusedValue
from virtualcio.model import Decision, NinetyDayPlan, Record, Review, ServiceLife, Task, WorkOrder
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

# These belong to one thing only; a copy that carried them would be wrong.
_NOT_COPIED = frozenset({"id", "version", "serial_number", "inventory_number"})
# A copy is still to be done, and its figures are not frozen.
_STILL_TO_COME: dict[type[Record], frozenset[str]] = {
    Review: frozenset({"held_on", "closed_on", "open_questions"}),
    Task: frozenset({"done_on"}),
    Decision: frozenset({"done_on"}),
    WorkOrder: frozenset({"number", "ordered_on", "accepted_on"}),
}
# Rows of a table of its own that are what the copied thing consists of, and the field that leads to it.
_CONSISTS_OF: dict[type[Record], tuple[str, str]] = {NinetyDayPlan: ("tasks", "plan_id")}


def duplicate_records(company: "OpenCompany", table: Table, records: Sequence[Record]) -> Sequence[Record]:
    """Copies, named "… (copy)", with the links of the originals and the rows that belong to them; serial and
    inventory numbers and measured values stay behind.

    RefusedValue if there is nothing left that the copy of a child row could lead to.
    """
    if not records:
        return []
    if table.kind is ServiceLife:
        raise RefusedValue(mark("This category already has a service life. Change that row instead."))
    names = {str(getattr(record, table.name_field)) for record in company.data.all(table.kind)}
    copies: list[Record] = []
    with company.workspace.change(copied_words(company, records)) as edit:
        for record in records:
            fields = _fields_of(table, record)
            if table.parent_table:
                _make_single(company, table, fields)
            elif table.name_column.kind in (Kind.TEXT, Kind.LONG_TEXT):
                fields[table.name_field] = _free_name(str(fields[table.name_field]), names)
            copy = table.kind(**fields)
            edit.add(copy)
            for column in table.columns:
                if column.kind is Kind.LINKS and column.link is not None:
                    rows = company.data.where(column.link.kind, column.link.own_field, record.id)
                    put_links(
                        company, edit, column, copy, [getattr(row, column.link.other_field) for row in rows]
                    )
            _copy_children(company, edit, table, record, copy)
            copies.append(copy)
    return copies


def _fields_of(table: Table, record: Record) -> dict[str, Any]:
    left_out = _NOT_COPIED | _STILL_TO_COME.get(table.kind, frozenset())
    return {
        column.name: getattr(record, column.name)
        for column in table.kind.__table__.columns
        if column.name not in left_out
    }


def _copy_children(company: "OpenCompany", edit: "Edit", table: Table, record: Record, copy: Record) -> None:
    parts = [(child, child.parent_field) for child in children_of(table) if child.copied]
    if table.kind in _CONSISTS_OF:
        key, field = _CONSISTS_OF[table.kind]
        parts.append((table_named(key), field))
    for part, field in parts:
        for row in list(company.data.where(part.kind, field, record.id)):
            edit.add(part.kind(**{**_fields_of(part, row), field: copy.id}))


def _make_single(company: "OpenCompany", table: Table, fields: dict[str, Any]) -> None:
    """Let the copy of a child row lead elsewhere where two alike would contradict each other."""
    name = table.name_column
    values = {column.key: fields[column.field] for column in table.columns if column.field}
    if name.target is not None or name.kind is Kind.CHOICE:
        del values[name.key]
    values.pop("entry", None)
    complete_child(company, table, values)
    fields.update({table.column(key).field or key: value for key, value in values.items()})


def _free_name(name: str, taken: set[str]) -> str:
    free, count = _("{name} (copy)").format(name=name), 2
    while free in taken:
        free = _("{name} (copy {count})").format(name=name, count=count)
        count += 1
    taken.add(free)
    return free
