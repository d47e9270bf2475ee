"""The journal for people: who changed what and when, field by field."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from virtualcio.model.base import Record
from virtualcio.model.journal import JournalKind
from virtualcio.store.images import kinds_by_table, shape_of
from virtualcio.store.journal import ENTRY, IMAGE, label_of
from virtualcio.texts import Message


@dataclass(frozen=True)
class FieldChange:
    """One field of one record; None on one side where the record did not exist."""

    kind: type[Record]
    record_id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class HistoryEntry:
    """Who did what and when (UTC), and what it changed."""

    id: str
    when: datetime
    who: str
    label: Message
    kind: JournalKind
    changes: tuple[FieldChange, ...]


def read_history(connection: Connection, record_id: str | None, limit: int) -> Sequence[HistoryEntry]:
    """The newest entries first; with a record's id only those that touched it, and what they did to it."""
    wanted = select(ENTRY).order_by(ENTRY.c.number.desc()).limit(limit)
    if record_id is not None:
        touching = select(IMAGE.c.entry_id).where(IMAGE.c.record_id == record_id)
        wanted = wanted.where(ENTRY.c.id.in_(touching))
    entries = connection.execute(wanted).all()
    images = select(IMAGE).where(IMAGE.c.entry_id.in_([entry.id for entry in entries]))
    if record_id is not None:
        images = images.where(IMAGE.c.record_id == record_id)
    by_entry: dict[str, list[FieldChange]] = {entry.id: [] for entry in entries}
    for image in connection.execute(images.where(IMAGE.c.entry_id.not_in(_bases(entries)))):
        by_entry[image.entry_id].extend(_field_changes(image))
    return [
        HistoryEntry(
            entry.id,
            datetime.fromisoformat(entry.made_at),
            entry.author,
            label_of(entry),
            entry.kind,
            tuple(by_entry[entry.id]),
        )
        for entry in entries
    ]


def _bases(entries: Sequence[Row[Any]]) -> list[str]:
    """A base entry holds every row as it was; showing them all would say nothing."""
    return [entry.id for entry in entries if entry.kind is JournalKind.BASE]


def _field_changes(image: Row[Any]) -> Iterable[FieldChange]:
    kind = kinds_by_table().get(image.table_name)
    if kind is None:  # a table of an earlier schema
        return
    shape = shape_of(kind)
    before = json.loads(image.before) if image.before else {}
    after = json.loads(image.after) if image.after else {}
    for key, make in zip(shape.keys, shape.from_plain, strict=True):
        old, new = before.get(key), after.get(key)
        if old != new and key not in {"id", "version"}:
            yield FieldChange(
                kind,
                image.record_id,
                key,
                None if old is None else make(old),
                None if new is None else make(new),
            )
