"""All records of a database as plain objects that no session holds."""

from collections.abc import Iterator

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import configure_mappers

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Record
from virtualcio.store.images import Shape, Values, shape_of


def new_record(shape: Shape, values: Values) -> Record:
    """A record with these values, made without its constructor (the way SQLAlchemy loads one, but faster)."""
    record: Record = shape.kind.__mapper__.class_manager.new_instance()
    record.__dict__.update(zip(shape.keys, values, strict=True))
    return record


def load_records(connection: Connection) -> Iterator[Record]:
    """Every row, in the order in which a file keeps them; on a server, which keeps none, by key."""
    configure_mappers()  # constructors would do it; in a program that has made no record yet nobody has
    in_file = connection.dialect.name == "sqlite"
    for kind in RECORD_KINDS:
        shape = shape_of(kind)
        order = text("rowid") if in_file else shape.table.c.id
        for row in connection.execute(select(shape.table).order_by(order)):
            yield new_record(shape, tuple(row))
