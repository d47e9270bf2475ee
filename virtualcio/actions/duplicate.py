"""Copying records with their links, in one undo step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from virtualcio.actions.columns import Kind, Table
from virtualcio.actions.field_values import put_links
from virtualcio.actions.tables import name_in
from virtualcio.errors import RefusedValue
from virtualcio.model import Record, ServiceLife
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

COPIED_ONE = mark("“{name}” duplicated")
COPIED_MANY = mark("{count} rows duplicated")
# These belong to one thing only; a copy that carried them would be wrong.
_NOT_COPIED = frozenset({"id", "version", "serial_number", "inventory_number"})


def duplicate_records(company: "OpenCompany", table: Table, records: Sequence[Record]) -> Sequence[Record]:
    """Copies, named "… (copy)", with the links of the originals; serial and inventory numbers stay behind."""
    if not records:
        return []
    if table.kind is ServiceLife:
        raise RefusedValue(mark("This category already has a service life. Change that row instead."))
    if len(records) == 1:
        label = Message(COPIED_ONE, {"name": name_in(table, records[0])})
    else:
        label = Message(COPIED_MANY, {"count": len(records)})
    names = {name_in(table, record) for record in company.data.all(table.kind)}
    copies: list[Record] = []
    with company.workspace.change(label) as edit:
        for record in records:
            fields: dict[str, Any] = {
                column.name: getattr(record, column.name)
                for column in table.kind.__table__.columns
                if column.name not in _NOT_COPIED
            }
            fields[table.name_field] = _free_name(name_in(table, record), names)
            copy = table.kind(**fields)
            edit.add(copy)
            for column in table.columns:
                if column.kind is Kind.LINKS and column.link is not None:
                    rows = company.data.where(column.link.kind, column.link.own_field, record.id)
                    put_links(
                        company, edit, column, copy, [getattr(row, column.link.other_field) for row in rows]
                    )
            copies.append(copy)
    return copies


def _free_name(name: str, taken: set[str]) -> str:
    free, count = _("{name} (copy)").format(name=name), 2
    while free in taken:
        free = _("{name} (copy {count})").format(name=name, count=count)
        count += 1
    taken.add(free)
    return free
