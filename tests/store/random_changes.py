"""Random changes of every kind of row and link, refused ones among them, drawn from a list of numbers."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer
from sqlalchemy.exc import IntegrityError, StatementError

from virtualcio.model import RECORD_KINDS, Company, Record
from virtualcio.model.base import Exact, Millionths
from virtualcio.store.edit import Edit
from virtualcio.store.images import shape_of
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

KINDS = [kind for kind in RECORD_KINDS if kind is not Company]
REFUSALS = (IntegrityError, StatementError, ValueError, TypeError, ZeroDivisionError)
_TEXTS = ("", "Größe", "'; --", "a\nb", "=1+1", "😀", "x" * 300)


class Draw:
    """Hands out one number after the other, 0 when there are no more."""

    def __init__(self, numbers: list[int]) -> None:
        self._numbers: Iterator[int] = iter(numbers)

    def below(self, end: int) -> int:
        return next(self._numbers, 0) % end

    def one_of(self, some: Any) -> Any:
        return some[self.below(len(some))]


def one_change(workspace: Workspace, draw: Draw) -> bool:
    """One random change with one to three parts. False if it was refused."""
    try:
        with workspace.change(Message("Random")) as edit:
            for _part in range(1 + draw.below(3)):
                _one_part(workspace, edit, draw)
    except REFUSALS:
        return False
    return True


def _one_part(workspace: Workspace, edit: Edit, draw: Draw) -> None:
    what = draw.below(12)
    if what <= 3:
        edit.add(_new(workspace, draw))
    elif what <= 7:
        _set_something(workspace, draw)
    elif what == 8:
        _delete(workspace, edit, draw, whole=False)
    elif what == 9:
        _delete(workspace, edit, draw, whole=True)
    elif what == 10:
        with suppress(ZeroDivisionError), workspace.change(Message("Inner")) as inner:
            _one_part(workspace, inner, draw)
            if draw.below(2):
                raise ZeroDivisionError  # the inner change is taken back, the outer one goes on
    elif draw.below(3) == 0:
        raise ZeroDivisionError


def _some_record(workspace: Workspace, draw: Draw) -> Record | None:
    found = workspace.data.all(draw.one_of(KINDS))
    return draw.one_of(found) if found else None


def _new(workspace: Workspace, draw: Draw) -> Record:
    kind = draw.one_of(KINDS)
    values = {}
    for column in shape_of(kind).table.columns:
        wanted = not column.nullable or draw.below(3) == 0
        if column.key not in {"id", "version"} and wanted:
            values[column.key] = _value(workspace, column, draw)
    return kind(**values)


def _set_something(workspace: Workspace, draw: Draw) -> None:
    record = _some_record(workspace, draw)
    if record is None:
        return
    columns = [
        column for column in shape_of(type(record)).table.columns if column.key not in {"id", "version"}
    ]
    column = draw.one_of(columns)
    before = getattr(record, column.key)
    setattr(record, column.key, _value(workspace, column, draw))
    if draw.below(8) == 0:
        setattr(record, column.key, before)


def _value(workspace: Workspace, column: Any, draw: Draw) -> Any:
    if draw.below(12) == 0:
        return None  # refused where the column needs a value
    if column.foreign_keys:
        (key,) = column.foreign_keys
        kind = next(some for some in RECORD_KINDS if some.__table__ is key.column.table)
        targets = workspace.data.all(kind)
        if not targets or draw.below(12) == 0:
            return "nobody"  # refused at the end of the change
        return draw.one_of(targets).id
    if isinstance(column.type, Millionths):
        return Decimal(draw.below(1_000_000_000) - 500_000_000).scaleb(-draw.below(9))  # beyond 6: rounded
    if isinstance(column.type, Exact):
        places = 3 if draw.below(10) == 0 else 2  # a fraction of a cent is refused
        return Decimal(draw.below(1_000_000) - 500_000).scaleb(-places)
    if isinstance(column.type, Enum):
        return draw.one_of(list(column.type.enum_class))
    if isinstance(column.type, Date):
        return date(1999, 12, 31) + timedelta(days=draw.below(20_000))
    if isinstance(column.type, Boolean):
        return bool(draw.below(2))
    if isinstance(column.type, Integer):
        return draw.below(5_000) - 100
    return draw.one_of(_TEXTS)


def _delete(workspace: Workspace, edit: Edit, draw: Draw, *, whole: bool) -> None:
    """Alone (refused if something refers to it), or together with all that refers to it."""
    record = _some_record(workspace, draw)
    if record is None:
        return
    if whole:
        _delete_whole(workspace, edit, record)
    else:
        edit.delete(record)


def _delete_whole(workspace: Workspace, edit: Edit, record: Record) -> None:
    edit.delete(record)
    for kind in RECORD_KINDS:
        for column in shape_of(kind).table.columns:
            if not any(key.column.table is type(record).__table__ for key in column.foreign_keys):
                continue
            for referring in list(workspace.data.where(kind, column.key, record.id)):
                if workspace.data.get(kind, referring.id) is None:
                    continue
                if column.nullable:
                    setattr(referring, column.key, None)
                else:
                    _delete_whole(workspace, edit, referring)
