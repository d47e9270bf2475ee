"""Deleting records together with what points at them, in one undo step."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from virtualcio.actions.journal_words import deleted_words
from virtualcio.model import RECORD_KINDS, ConfirmedAssignment, Disposal, Record, SetAsideFinding

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def delete_records(company: "OpenCompany", records: Sequence[Record]) -> int:
    """Delete records as one undo step; how many rows were deleted with them (links, interfaces).

    What refers to them keeps its own row and loses the reference, unless it makes no sense without
    (a link, an interface between two applications): then it goes too.
    """
    if not records:
        return 0
    label = deleted_words(company, records)
    plan = _Plan(company)
    for record in records:
        plan.take(record)
    with company.workspace.change(label) as edit:
        for other, field in plan.cleared:
            if other.id not in plan.gone:
                setattr(other, field, None)
        for record in plan.gone.values():
            edit.delete(record)
    return len(plan.gone) - len(records)


class _Plan:
    """What goes and what loses a reference, found before anything changes: a change drops the indexes."""

    def __init__(self, company: "OpenCompany") -> None:
        self._data = company.data
        self.gone: dict[str, Record] = {}
        self.cleared: list[tuple[Record, str]] = []

    def take(self, record: Record) -> None:
        """`record`, and what makes no sense without it."""
        if record.id in self.gone:
            return
        self.gone[record.id] = record
        for kind, field, required in references_to(type(record)):
            for other in self._data.where(kind, field, record.id):
                if required or kind is Disposal:  # it is of one thing, though two fields could name it
                    self.take(other)
                else:
                    self.cleared.append((other, field))
        for row in self._data.where(SetAsideFinding, "object_id", record.id):
            self.take(row)
        for confirmed in self._data.where(ConfirmedAssignment, "subject", record.id):
            self.take(confirmed)


@cache
def references_to(kind: type[Record]) -> tuple[tuple[type[Record], str, bool], ...]:
    """All fields of all kinds that hold keys of `kind`, as (kind, field, required)."""
    wanted = f"{kind.__tablename__}.id"
    return tuple(
        (other, column.name, not column.nullable)
        for other in RECORD_KINDS
        for column in other.__table__.columns
        for key in column.foreign_keys
        if key.target_fullname == wanted
    )
