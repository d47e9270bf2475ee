"""Company files on the disk: made whole or not at all, opened with every check, read."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from virtualcio.errors import RefusedFile
from virtualcio.model.base import Record
from virtualcio.store import file_checks, journal, schema
from virtualcio.store.backups import backup_now
from virtualcio.store.database import file_engine, transaction
from virtualcio.store.edit import RowChange
from virtualcio.store.file_lock import FileLock
from virtualcio.store.images import shape_of
from virtualcio.store.loading import load_records
from virtualcio.store.rows import write_rows
from virtualcio.texts import Message, mark

_MADE = mark("File created")
_UPGRADED = mark("File upgraded to this version of the program")


@dataclass
class OpenFile:
    """A connection to a company file; without a lock it is open for reading only."""

    engine: Engine
    lock: FileLock | None
    passphrase: str | None

    def close(self) -> None:
        self.engine.dispose()
        if self.lock is not None:
            self.lock.release()


def fill(engine: Engine, path: Path | None, records: Sequence[Record]) -> None:
    """Make the tables in an empty database and write the first rows."""
    with transaction(engine, path) as connection:
        schema.make_tables(connection)
        journal.set_copy_id(connection)
        rows = []
        for record in records:
            shape = shape_of(type(record))
            rows.append(RowChange(shape, record.id, None, shape.values(record)))
        write_rows(connection, rows)
        journal.write_base(connection, Message(_MADE), records)


def make_in_memory(records: Sequence[Record]) -> Engine:
    engine = file_engine(None)
    fill(engine, None, records)
    return engine


def make(path: Path, records: Sequence[Record], passphrase: str | None) -> None:
    """Write a new company file aside and give it its name when it is whole."""
    try:
        exists = path.exists()
    except OSError as error:  # a name that is too long
        raise _not_writable(path) from error
    if exists:
        raise RefusedFile(
            mark("There is already a file “{name}”. Choose another name or open it."), name=path.name
        )
    if not path.parent.is_dir():
        raise RefusedFile(
            mark("The folder “{folder}” is not there. Choose another one."), folder=path.parent.name
        )
    aside = path.with_name(path.name + ".new")
    try:
        aside.unlink(missing_ok=True)
        engine = file_engine(aside, passphrase, new=True)
        try:
            fill(engine, path, records)
        finally:
            engine.dispose()
        aside.rename(path)
    except OSError as error:
        raise _not_writable(path) from error
    finally:
        with suppress(OSError):  # such a name cannot be there either
            aside.unlink(missing_ok=True)


def _not_writable(path: Path) -> RefusedFile:
    return RefusedFile(
        mark("“{name}” cannot be written there. Choose another name or folder."), name=path.name
    )


def open_for_work(path: Path, passphrase: str | None) -> OpenFile:
    """Check, lock, and upgrade if need be."""
    if file_checks.is_encrypted(path):
        file_checks.refuse_missing_passphrase(path, passphrase)
    else:
        passphrase = None
    read_only = file_checks.is_write_protected(path)
    lock = None if read_only else FileLock(path)
    opened = OpenFile(file_engine(path, passphrase, read_only=read_only), lock, passphrase)
    try:
        with transaction(opened.engine, path) as connection:
            version = file_checks.check_content(connection, path)
        if version < schema.SCHEMA_VERSION:
            opened.engine.dispose()
            _upgrade(opened, path)
    except BaseException:
        opened.close()
        raise
    return opened


def _upgrade(opened: OpenFile, path: Path) -> None:
    """A copy of the older file is kept; then its tables become the present ones in one transaction."""
    if opened.lock is None:
        raise RefusedFile(
            mark("“{name}” comes from an earlier version and is write-protected. Open a copy of it."),
            name=path.name,
        )
    backup_now(path, opened.passphrase)
    engine = file_engine(path, opened.passphrase, foreign_keys=False)
    try:
        with transaction(engine, path) as connection:
            upgrade_tables(connection)
    finally:
        engine.dispose()


def upgrade_tables(connection: Connection) -> None:
    """To the present schema; the journal gets all rows anew, as earlier images have other columns."""
    schema.upgrade(connection)
    journal.write_base(connection, Message(_UPGRADED), load_records(connection))


def read(engine: Engine, path: Path | None) -> tuple[list[Record], journal.Steps]:
    """All records, and what undo and redo can do."""
    try:
        with _without_collector(), transaction(engine, path) as connection:
            return list(load_records(connection)), journal.read_steps(connection)
    except (LookupError, ValueError, OperationalError) as error:
        # A flipped bit: a choice or a date that cannot be, or a table that is not as its number says.
        raise RefusedFile(file_checks.DAMAGED, name=path.name if path is not None else "") from error


@contextmanager
def _without_collector() -> Iterator[None]:
    """Tens of thousands of new objects that all stay: looking for garbage among them costs half the time, and
    150 ms at some moment of each edit. They are set aside until the next file is opened.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()  # what a file opened before has left behind can be found again
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
