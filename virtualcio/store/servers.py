"""Companies in a PostgreSQL database: same models, same migrations, same workspace as a file."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine

from virtualcio.errors import RefusedFile
from virtualcio.model.base import Record
from virtualcio.store import files, schema
from virtualcio.store.database import server_engine, transaction
from virtualcio.texts import mark


def make(url: str, records: Sequence[Record]) -> Engine:
    """Tables and first rows in an empty database."""
    engine = server_engine(url)
    try:
        with transaction(engine, None) as connection:
            _refuse_full(connection)
        files.fill(engine, None, records)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_for_work(url: str) -> Engine:
    """Connect and upgrade if need be."""
    engine = server_engine(url)
    try:
        with transaction(engine, None) as connection:
            if _checked_version(connection, engine.url.database or "") < schema.SCHEMA_VERSION:
                files.upgrade_tables(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _refuse_full(connection: Connection) -> None:
    if schema.version_of(connection):
        raise RefusedFile(mark("This database holds a company already. Choose another one or open it."))


def _checked_version(connection: Connection, name: str) -> int:
    version = schema.version_of(connection)
    if not version:
        raise RefusedFile(mark("This database holds no company yet."))
    schema.refuse_newer(version, name)
    return version
