"""All records of a database as plain objects that no session holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Date, Enum, Row, String, select, text
from sqlalchemy.orm import configure_mappers
from sqlalchemy.types import TypeEngine

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Exact, Record
from virtualcio.store.images import Shape, Values, shape_of

_AT_A_TIME = 2000  # rows: the driver's values of so many are in memory besides the records


def new_record(shape: Shape, values: Values) -> Record:
    """A record with these values, made without its constructor (the way SQLAlchemy loads one, but faster).

    Value by value, as asking for its `__dict__` would make that dict, 60 bytes more for each record.
    """
    record: Record = shape.kind.__new__(shape.kind)
    put = object.__setattr__  # past SQLAlchemy, which would note that it was changed
    seldom = record.seldom
    for key, value in zip(shape.keys, values, strict=True):
        if key not in seldom or value is not seldom[key]:
            put(record, key, value)
    return record


class _Shared:
    """Equal texts, days and amounts become one object: most keys in a file are named by several rows."""

    def __init__(self) -> None:
        self._texts: dict[Any, Any] = {}
        self._days: dict[Any, Any] = {}
        self._amounts: dict[type[Any], dict[Any, Any]] = {}

    def columns(self, shape: Shape, rows: Sequence[Row[Any]]) -> Iterator[Values]:
        """The rows again, column by column: that way the work is done outside of Python."""
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for at, column in enumerate(shape.table.columns):
            known = self._known(column.type)
            if known is not None:
                columns[at] = map(known.setdefault, columns[at], columns[at])
        return zip(*columns, strict=True)

    def _known(self, kind: TypeEngine[Any]) -> dict[Any, Any] | None:
        """None for what is shared already, as choices and small numbers are."""
        if isinstance(kind, Exact):  # 1.0 and 1.00 are equal and not the same
            return self._amounts.setdefault(type(kind), {})
        if isinstance(kind, Date):
            return self._days
        return self._texts if isinstance(kind, String) and not isinstance(kind, Enum) else None


def load_records(connection: Connection) -> Iterator[Record]:
    """Every row, in the order in which a file keeps them; on a server, which keeps none, by key."""
    configure_mappers()  # constructors would do it; in a program that has made no record yet nobody has
    in_file = connection.dialect.name == "sqlite"
    shared = _Shared()
    for kind in RECORD_KINDS:
        shape = shape_of(kind)
        order = text("rowid") if in_file else shape.table.c.id
        found = connection.execute(select(shape.table).order_by(order))
        for rows in found.partitions(_AT_A_TIME):
            for values in shared.columns(shape, rows):
                yield new_record(shape, values)
