"""The SQL of a change: rows are written only if they still have the version that the change began with."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from virtualcio.errors import ChangedElsewhere
from virtualcio.store.edit import RowChange
from virtualcio.store.images import Shape
from virtualcio.store.pace import Pace
from virtualcio.texts import mark

SOMEBODY_ELSE = mark(
    "Somebody else has changed this in the meantime. Nothing was changed; reload to see what is there now."
)


def write_rows(connection: Connection, changes: Sequence[RowChange], pace: Pace | None = None) -> None:
    """ChangedElsewhere if a row is no longer as it was when the change began.

    `pace` is told how far it is.
    """
    deletes: dict[Shape, list[RowChange]] = defaultdict(list)
    inserts: dict[Shape, list[RowChange]] = defaultdict(list)
    updates: dict[tuple[Shape, tuple[str, ...]], list[RowChange]] = defaultdict(list)
    for change in changes:
        if change.after is None:
            deletes[change.shape].append(change)
        elif change.before is None:
            inserts[change.shape].append(change)
        else:
            pairs = zip(change.shape.keys, change.before, change.after, strict=True)
            updates[change.shape, tuple(key for key, old, new in pairs if old != new)].append(change)
    # References are checked at the end of the transaction, so the order of the tables does not matter.
    pace = pace or Pace()
    for shape, all_deleted in deletes.items():
        for some in pace.slices(all_deleted):
            _delete(connection, shape, some)
    for shape, all_added in inserts.items():
        for some in pace.slices(all_added):
            rows = [dict(zip(shape.keys, change.after or (), strict=True)) for change in some]
            connection.execute(insert(shape.table), rows)
    for (shape, keys), all_changed in updates.items():
        for some in pace.slices(all_changed):
            _update(connection, shape, keys, some)


def _where(shape: Shape) -> tuple[Any, Any]:
    return shape.table.c.id == bindparam("at_id"), shape.table.c.version == bindparam("at_version")


def _at(change: RowChange) -> dict[str, Any]:
    assert change.before is not None
    return {"at_id": change.record_id, "at_version": change.before[change.shape.version_at]}


def _delete(connection: Connection, shape: Shape, changes: Sequence[RowChange]) -> None:
    result = connection.execute(
        delete(shape.table).where(*_where(shape)), [_at(change) for change in changes]
    )
    if result.rowcount != len(changes):
        raise ChangedElsewhere(SOMEBODY_ELSE)


def _update(
    connection: Connection, shape: Shape, keys: tuple[str, ...], changes: Sequence[RowChange]
) -> None:
    statement = (
        update(shape.table).where(*_where(shape)).values({key: bindparam(f"to_{key}") for key in keys})
    )
    places = [shape.keys.index(key) for key in keys]
    rows = []
    for change in changes:
        after = change.after or ()
        rows.append(_at(change) | {f"to_{key}": after[at] for key, at in zip(keys, places, strict=True)})
    if connection.execute(statement, rows).rowcount != len(changes):
        raise ChangedElsewhere(SOMEBODY_ELSE)
