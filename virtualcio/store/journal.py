"""Writing the journal, and reading from it what undo needs."""

import getpass
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, Table, insert, select, text

from virtualcio.errors import RefusedFile
from virtualcio.model.base import Record, new_key
from virtualcio.model.journal import FileMark, JournalEntry, JournalImage, JournalKind
from virtualcio.store import schema
from virtualcio.store.edit import RowChange
from virtualcio.store.images import Shape, Values, checksum, kinds_by_table, plain_text, shape_of
from virtualcio.store.pace import Pace
from virtualcio.texts import Message, mark

UNDO_DEPTH = 1000  # entries that are read when a file opens; earlier ones can be seen but not undone
ENTRY = cast("Table", JournalEntry.__table__)
IMAGE = cast("Table", JournalImage.__table__)
_MARK = cast("Table", FileMark.__table__)
_SERVER_LOCK = 0x5643494F  # any number, the same for all clients of a server


@dataclass(frozen=True)
class Step:
    """An entry that can be taken back."""

    entry_id: str
    label: Message


@dataclass
class Steps:
    """What undo and redo would do next; the last of each list comes first."""

    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)

    def follow(self, kind: JournalKind, step: Step) -> None:
        """Take in the next entry of the journal."""
        if kind is JournalKind.UNDO:
            del self.undo[-1:]
            self.redo.append(step)
        elif kind is JournalKind.REDO:
            del self.redo[-1:]
            self.undo.append(step)
        else:
            self.redo.clear()
            if kind is JournalKind.BASE:
                self.undo.clear()
            else:
                self.undo.append(step)


@dataclass(frozen=True)
class Image:
    """A row before and after an entry."""

    shape: Shape
    record_id: str
    before: Values | None
    after: Values | None


def author() -> str:
    """The name of the user's account on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return ""


def copy_id(connection: Connection) -> str:
    return str(connection.execute(select(_MARK.c.value).where(_MARK.c.key == "copy_id")).scalar_one())


def set_copy_id(connection: Connection) -> None:
    """This file is a copy of its own from now on (new, or restored from a backup)."""
    connection.execute(_MARK.delete().where(_MARK.c.key == "copy_id"))
    connection.execute(insert(_MARK).values(key="copy_id", value=new_key()))


def newest_entry_id(connection: Connection) -> str | None:
    return connection.execute(select(ENTRY.c.id).order_by(ENTRY.c.number.desc()).limit(1)).scalar()


def append(
    connection: Connection,
    kind: JournalKind,
    label: Message,
    changes: Iterable[RowChange],
    target_id: str | None = None,
    pace: Pace | None = None,
) -> str:
    """Write an entry with its images; gives back its id. `pace` is told how far it is."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SERVER_LOCK})
    newest = connection.execute(
        select(ENTRY.c.id, ENTRY.c.number).order_by(ENTRY.c.number.desc()).limit(1)
    ).first()
    entry_id = new_key()
    connection.execute(
        insert(ENTRY).values(
            id=entry_id,
            number=1 if newest is None else newest.number + 1,
            parent_id=None if newest is None else newest.id,
            copy_id=copy_id(connection),
            author=author(),
            made_at=datetime.now(UTC).isoformat(timespec="microseconds"),
            schema_version=schema.SCHEMA_VERSION,
            kind=kind,
            target_id=target_id,
            label=label.text,
            label_params=plain_text(_params_to_plain(label.params)),
        )
    )
    for some in (pace or Pace()).slices(changes):
        connection.execute(insert(IMAGE), [_image_row(entry_id, change) for change in some])
    return entry_id


def _image_row(entry_id: str, change: RowChange) -> dict[str, Any]:
    table = change.shape.table.name
    before = None if change.before is None else change.shape.text(change.before)
    after = None if change.after is None else change.shape.text(change.after)
    return {
        "entry_id": entry_id,
        "table_name": table,
        "record_id": change.record_id,
        "before": before,
        "after": after,
        "checksum": checksum(table, change.record_id, before, after),
    }


def write_base(connection: Connection, label: Message, records: Iterable[Record]) -> None:
    """All rows as they are, as the images that later ones are measured against."""
    changes = []
    for record in records:
        shape = shape_of(type(record))
        changes.append(RowChange(shape, record.id, None, shape.values(record)))
    append(connection, JournalKind.BASE, label, changes)


def read_steps(connection: Connection) -> Steps:
    """What undo and redo can do, from the journal alone, so that both survive a restart."""
    newest = connection.execute(select(ENTRY).order_by(ENTRY.c.number.desc()).limit(UNDO_DEPTH)).all()
    steps = Steps()
    for entry in reversed(newest):
        if entry.schema_version != schema.SCHEMA_VERSION:
            steps = Steps()
        else:
            steps.follow(entry.kind, Step(entry.id, label_of(entry)))
    return steps


def images_of(connection: Connection, entry_id: str) -> Sequence[Image]:
    """What an entry did to each row. RefusedFile if the journal itself is damaged."""
    images = []
    for row in connection.execute(select(IMAGE).where(IMAGE.c.entry_id == entry_id)):
        if row.checksum != checksum(row.table_name, row.record_id, row.before, row.after):
            raise RefusedFile(
                mark("The record of this change is damaged, so it cannot be taken back. Nothing was changed.")
            )
        shape = shape_of(kinds_by_table()[row.table_name])
        images.append(Image(shape, row.record_id, _values(shape, row.before), _values(shape, row.after)))
    return images


def _values(shape: Shape, image: str | None) -> Values | None:
    return None if image is None else shape.from_text(image)


def _params_to_plain(params: Mapping[str, object]) -> dict[str, Any]:
    return {key: _param_to_plain(value) for key, value in params.items()}


def _param_to_plain(value: object) -> Any:
    if isinstance(value, Message):
        return {"message": value.text, "params": _params_to_plain(value.params)}
    return value if value is None or type(value) in {str, int, bool} else str(value)


def _param_from_plain(value: Any) -> object:
    if isinstance(value, dict):
        return Message(
            value["message"], {key: _param_from_plain(some) for key, some in value["params"].items()}
        )
    return value


def label_of(entry: Row[Any]) -> Message:
    """The words of an entry, to be shown in any language."""
    params = json.loads(entry.label_params)
    return Message(entry.label, {key: _param_from_plain(value) for key, value in params.items()})
