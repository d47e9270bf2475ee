"""Connections: to a company file (plain or with a passphrase, both through sqlcipher3) and to PostgreSQL.

sqlcipher3 brings one known SQLite to every computer. Its driver is used in autocommit mode and BEGIN is
sent here, so that changes of the schema are rolled back too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from virtualcio.errors import RefusedFile, UserError, WrongPassphrase
from virtualcio.texts import mark

PASSPHRASE_OR_JUNK = mark(
    "“{name}” does not open with this passphrase. Either it is another one, or the file is damaged or "
    "no company file."
)
EMPTY_PASSPHRASE = mark("The passphrase is empty. Type one, or remove it.")
WRITE_PROTECTED = mark(
    "“{name}” is write-protected. Nothing was changed; save a copy elsewhere to work on it."
)
_IN_USE = mark("Another program is using “{name}” right now. Nothing was changed; try again in a moment.")
_SECONDS_TO_WAIT = 3.0  # for a lock of another program, such as a backup or a virus scanner

# SQLite's primary result codes (sqlite.org/rescode.html) and what they mean for the user
_SENTENCES = {
    3: mark("There is no permission to use “{name}”. Check the rights of the file and its folder."),
    5: _IN_USE,
    6: _IN_USE,
    8: WRITE_PROTECTED,
    10: mark("“{name}” cannot be read or written. Check the drive or the network; nothing was changed."),
    11: mark("“{name}” is damaged. Restore the newest backup; the file was left as it is."),
    13: mark("There is no more room on the drive of “{name}”. Nothing was changed; make room and try again."),
    14: mark("“{name}” cannot be opened. Check the rights of the file and its folder."),
}
_UNSPECIFIC, _DAMAGED, _NOT_A_DATABASE = 1, 11, 26
# Backups, sqlcipher_export and decoding raise errors that carry only SQLite's words (sqlite3_errstr).
_WITHOUT_CODE = (
    ("database is locked", 5),
    ("disk I/O error", 10),
    ("database disk image is malformed", _DAMAGED),
    ("Could not decode to UTF-8", _DAMAGED),
    ("database or disk is full", 13),
    ("unable to open database", 14),
    ("file is not a database", _NOT_A_DATABASE),
)


def quoted(text: str) -> str:
    """`text` as an SQL string; passphrases cannot be passed as parameters."""
    return "'" + text.replace("'", "''") + "'"


def connect_to_file(
    path: Path | None,
    passphrase: str | None = None,
    *,
    read_only: bool = False,
    new: bool = False,
    foreign_keys: bool = True,
) -> Any:
    """A driver connection to a file (or to memory if `path` is None), with the settings every one needs."""
    from sqlcipher3 import dbapi2

    mode = "ro" if read_only else "rwc" if new else "rw"
    address = "file::memory:" if path is None else f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(address, uri=True, isolation_level=None, timeout=_SECONDS_TO_WAIT)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if passphrase is not None:
            connection.execute(f"PRAGMA key = {quoted(passphrase)}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA mmap_size = 0")
        connection.execute("PRAGMA cache_spill = OFF")
        if not read_only:
            # No WAL: these files are copied, mailed and synced, and must be whole by themselves.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def file_engine(
    path: Path | None,
    passphrase: str | None = None,
    *,
    read_only: bool = False,
    new: bool = False,
    foreign_keys: bool = True,
) -> Engine:
    """One connection, opened when first needed. Foreign keys are off only to upgrade the tables."""
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect_to_file(
            path, passphrase, read_only=read_only, new=new, foreign_keys=foreign_keys
        ),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def server_engine(url: str) -> Engine:
    """The only thing in the program that opens a network connection."""
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), pool_pre_ping=True)


@contextmanager
def transaction(engine: Engine, path: Path | None) -> Iterator[Connection]:
    """All or nothing; what SQLite reports about the file becomes a sentence."""
    with in_words(path), engine.connect() as connection:
        try:
            with connection.begin():
                yield connection
        except BaseException:
            # A COMMIT that failed leaves SQLite inside the transaction, which SQLAlchemy takes for over.
            if not connection.invalidated:
                driver = connection.connection.dbapi_connection
                if driver is not None:
                    driver.rollback()
            raise


@contextmanager
def in_words(path: Path | None) -> Iterator[None]:
    """Database errors that come from the user's world are raised as RefusedFile, others fly on."""
    try:
        yield
    except DBAPIError as error:
        refused = _refusal(error.orig, path)
        if refused is None and path is None and isinstance(error, OperationalError):
            refused = RefusedFile(mark("The server does not answer. Check the address and the network."))
        if refused is None:
            raise
        raise refused from error
    except Exception as error:
        refused = _refusal(error, path)
        if refused is None:
            raise
        raise refused from error


def _refusal(error: BaseException | None, path: Path | None) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, UnicodeDecodeError) and path is not None:
        code = _DAMAGED  # SQLite quotes a spoiled name in its message
    if code in {None, _UNSPECIFIC} and type(error).__module__.startswith("sqlcipher3"):
        code = next((some for words, some in _WITHOUT_CODE if str(error).startswith(words)), None)
    if code is None:
        return None
    name = path.name if path is not None else ""
    if code & 0xFF == _NOT_A_DATABASE:
        return WrongPassphrase(PASSPHRASE_OR_JUNK, name=name)
    sentence = _SENTENCES.get(code & 0xFF)
    return None if sentence is None else RefusedFile(sentence, name=name)
