"""The inside of a change: which records were touched, what they were before, and the way back.

Records are plain objects that no database session knows. Setting an attribute of one that belongs to
a workspace tells that workspace's door before the value changes. So the door sees every write, holds
what was there before, and refuses writes outside a change.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import event

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Record
from virtualcio.model.company_data import CompanyData
from virtualcio.store.images import Shape, Values, shape_of
from virtualcio.store.pace import Pace

_DOOR = "_store_door"
_watching = False

Key = tuple[type[Record], str]


@dataclass(frozen=True)
class RowChange:
    """What a change does to one row: None before for a new one, None after for a deleted one."""

    shape: Shape
    record_id: str
    before: Values | None
    after: Values | None

    def with_next_version(self) -> "RowChange":
        """A row that stays counts one version on."""
        if self.after is None or self.before is None:
            return self
        version = self.before[self.shape.version_at] + 1
        return RowChange(
            self.shape, self.record_id, self.before, self.shape.with_version(self.after, version)
        )


class Edit:
    """What `with workspace.change(…) as edit` gives. Attributes of records are set directly in the block."""

    def __init__(self, data: CompanyData, door: "Door") -> None:
        self._data = data
        self._door = door
        self._before: dict[Key, tuple[Record | None, Values | None]] = {}
        self._members: dict[type[Record], dict[str, Record]] = {}
        self._removed: dict[Key, Record] = {}

    def add(self, record: Record) -> None:
        """A new row; ValueError if one with its key is there already."""
        kind, key = type(record), (type(record), record.id)
        if self._data.get(kind, record.id) is not None:
            raise ValueError(f"{record!r} is in the company already")
        self._remember_members(kind)
        self._before.setdefault(key, (None, None))
        self._removed.pop(key, None)
        self._door.let_in(record)
        self._data.put(record)

    def delete(self, record: Record) -> None:
        """Remove a row. What refers to it must be cleared in the same change."""
        if self._data.get(type(record), record.id) is not record:
            raise ValueError(f"{record!r} is not in the company")
        self.touch(record)
        self._remember_members(type(record))
        self._removed[type(record), record.id] = record
        self._data.take_out(record)

    def touch(self, record: Record) -> None:
        """`record` is about to change: remember what it is now."""
        key = (type(record), record.id)
        if key not in self._before:
            self._before[key] = (record, shape_of(key[0]).values(record))

    # --- for the workspace ------------------------------------------------------------

    @property
    def touched(self) -> int:
        """How many records were touched."""
        return len(self._before)

    def rows(self, pace: Pace | None = None) -> list[RowChange]:
        """What is different now, and nothing that was changed and set back."""
        changes = []
        for some in (pace or Pace()).slices(self._before.items()):
            for (kind, record_id), (_record, before) in some:
                shape = shape_of(kind)
                now = self._data.get(kind, record_id)
                after = None if now is None else shape.values(now)
                if not shape.same(before, after):
                    changes.append(RowChange(shape, record_id, before, after))
        return changes

    def absorb(self, inner: "Edit") -> None:
        """An inner change went well: it is part of this one now."""
        for key, before in inner._before.items():
            self._before.setdefault(key, before)
        for kind, members in inner._members.items():
            self._members.setdefault(kind, members)
        self._removed.update(inner._removed)

    def restore(self) -> None:
        """Put everything back as it was when this change began."""
        for (kind, record_id), (record, values) in self._before.items():
            if record is None or values is None:
                new = self._data.get(kind, record_id)
                if new is not None:
                    self._door.let_out(new)
            else:
                shape = shape_of(kind)
                record.__dict__.update(zip(shape.keys, values, strict=True))
                self._door.let_in(record)
        for kind, members in self._members.items():
            self._data.restore_members(kind, members)
        touched: dict[type[Record], list[str]] = {}
        for kind, record_id in self._before:
            touched.setdefault(kind, []).append(record_id)
        self._data.touched(touched)

    def let_removed_go(self) -> None:
        """After the commit: removed records belong to nobody, and a deletion counts as a write of the row."""
        for record in self._removed.values():
            self._door.let_out(record)
            record.__dict__["version"] = record.version + 1

    def _remember_members(self, kind: type[Record]) -> None:
        if kind not in self._members:
            self._members[kind] = dict(self._data.by_key(kind))


class Door:
    """Knows the change that is going on, and is told of every write to a record of its workspace."""

    def __init__(self, data: CompanyData) -> None:
        _watch_all_records()
        self._data = data
        self.edit: Edit | None = None

    def let_in(self, record: Record) -> None:
        setattr(record, _DOOR, self)

    def let_out(self, record: Record) -> None:
        setattr(record, _DOOR, None)

    def let_in_all(self, records: Iterable[Record]) -> None:
        for record in records:
            setattr(record, _DOOR, self)

    def about_to_set(self, record: Record, key: str) -> None:
        if self.edit is None:
            raise RuntimeError(f"{type(record).__name__}.{key} was set outside of workspace.change()")
        if key in {"id", "version"}:
            raise RuntimeError(f"{type(record).__name__}.{key} is not to be set")
        self.edit.touch(record)
        self._data.field_changes(record, key)


def _tell_door(key: str) -> Callable[[Record, Any, Any, Any], None]:
    def about_to_set(record: Record, _value: Any, _before: Any, _initiator: Any) -> None:
        door = getattr(record, _DOOR, None)  # a record that no workspace has seen has none
        if door is not None:
            door.about_to_set(record, key)

    return about_to_set


def _watch_all_records() -> None:
    """Once in a program's life, when the first workspace opens."""
    global _watching
    if _watching:
        return
    _watching = True
    for kind in RECORD_KINDS:
        for key in shape_of(kind).keys:
            event.listen(getattr(kind, key), "set", _tell_door(key))
