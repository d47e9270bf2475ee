"""Deleting records together with what points at them, in one undo step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.tables import name_in, table_of
from virtualcio.model import RECORD_KINDS, Record, SetAsideFinding
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

DELETED_ONE = mark("“{name}” deleted")
DELETED_MANY = mark("{count} rows deleted")


def delete_records(company: "OpenCompany", records: Sequence[Record]) -> int:
    """Delete records as one undo step; how many rows were deleted with them (links, interfaces).

    What refers to them keeps its own row and loses the reference, unless it makes no sense without
    (a link, an interface between two applications): then it goes too.
    """
    if not records:
        return 0
    if len(records) == 1:
        label = Message(DELETED_ONE, {"name": name_in(table_of(type(records[0])), records[0])})
    else:
        label = Message(DELETED_MANY, {"count": len(records)})
    gone: dict[str, Record] = {}
    with company.workspace.change(label) as edit:
        for record in records:
            _delete(company, edit, record, gone)
    return len(gone) - len(records)


def _delete(company: "OpenCompany", edit: "Edit", record: Record, gone: dict[str, Record]) -> None:
    if record.id in gone:
        return
    gone[record.id] = record
    for kind, field, required in references_to(type(record)):
        for other in list(company.data.where(kind, field, record.id)):
            if required:
                _delete(company, edit, other, gone)
            elif other.id not in gone:
                setattr(other, field, None)
    for row in list(company.data.where(SetAsideFinding, "object_id", record.id)):
        _delete(company, edit, row, gone)
    edit.delete(record)


def references_to(kind: type[Record]) -> list[tuple[type[Record], str, bool]]:
    """All fields of all kinds that hold keys of `kind`, as (kind, field, required)."""
    wanted = kind.__tablename__
    return [
        (other, column.name, not column.nullable)
        for other in RECORD_KINDS
        for column in other.__table__.columns
        for key in column.foreign_keys
        if key.target_fullname == f"{wanted}.id"
    ]
