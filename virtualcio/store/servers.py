"""Companies in a PostgreSQL database: same models, same migrations, same workspace as a file."""

from collections.abc import Sequence

from sqlalchemy import Engine

from virtualcio.errors import RefusedFile
from virtualcio.model.base import Record
from virtualcio.store import files, schema
from virtualcio.store.database import server_engine, transaction
from virtualcio.texts import mark


def make(url: str, records: Sequence[Record]) -> Engine:
    """Tables and first rows in an empty database."""
    engine = server_engine(url)
    with transaction(engine, None) as connection:
        version = schema.version_of(connection)
    if version:
        raise RefusedFile(mark("This database holds a company already. Choose another one or open it."))
    files.fill(engine, None, records)
    return engine


def open_for_work(url: str) -> Engine:
    """Connect and upgrade if need be."""
    engine = server_engine(url)
    with transaction(engine, None) as connection:
        version = schema.version_of(connection)
        if not version:
            raise RefusedFile(mark("This database holds no company yet."))
        schema.refuse_newer(version, engine.url.database or "")
        if version < schema.SCHEMA_VERSION:
            files.upgrade_tables(connection)
    return engine
