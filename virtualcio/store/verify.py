"""Compare every row of a company file with what the journal says was saved last, and mend it on request.

SQLite's own checks do not notice a flipped bit inside a value. The journal holds each row's newest image
with a checksum; a sound one says what the row must be.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from virtualcio.errors import RefusedFile
from virtualcio.store import file_checks, schema
from virtualcio.store.backups import backup_now
from virtualcio.store.database import connect_to_file, in_words
from virtualcio.store.file_lock import FileLock
from virtualcio.store.images import Shape, checksum
from virtualcio.store.verify_reading import Part, PartRead, batches, read, reading
from virtualcio.texts import Message, mark

_NOT_AS_SAVED = mark("“{name}” is not what was saved last.")
_LOST = mark("“{name}” was saved and is missing.")
_UNKNOWN = mark("“{name}” is there although it was never saved or was deleted.")
_BAD_IMAGE = mark("The saved state of “{name}” is damaged itself, so it cannot be compared.")
_UNREADABLE = mark("A part of the file cannot be read. Restore the newest backup.")

Plain = Mapping[str, Any]
Rest = Callable[[], object]
ROWS_AT_A_TIME = 20


@dataclass(frozen=True)
class VerifyReport:
    """What was found: rows that were compared, problems in words, and how many of them were mended."""

    rows: int
    problems: Sequence[Message]
    mended: int = 0

    @property
    def ok(self) -> bool:
        return self.mended == len(self.problems)


@dataclass(frozen=True)
class _Problem:
    message: Message
    shape: Shape | None = None
    record_id: str = ""
    should_be: Plain | None = None
    can_mend: bool = False


def verify(
    path: Path, passphrase: str | None = None, mend: bool = False, rest: Rest = lambda: None
) -> VerifyReport:
    """RefusedFile if it is no company file or, to mend, open in a window or write-protected.

    Without `mend` the file is only read and may be open. With it a backup is made first. `rest` is called
    every few rows: who does this beside a window sleeps there, so that the window can go on.
    """
    if file_checks.is_encrypted(path):
        file_checks.refuse_missing_passphrase(path, passphrase)
    else:
        passphrase = None
    if not mend:
        rows, problems = _look_at(path, passphrase, rest)
        return VerifyReport(rows, [problem.message for problem in problems])
    lock = FileLock(path)
    try:
        rows, problems = _look_at(path, passphrase, rest)
        curable = [problem for problem in problems if problem.can_mend]
        if curable:
            backup_now(path, passphrase)
            with in_words(path):
                _mend(path, passphrase, curable)
        return VerifyReport(rows, [problem.message for problem in problems], len(curable))
    finally:
        lock.release()


def _look_at(path: Path, passphrase: str | None, rest: Rest) -> tuple[int, list[_Problem]]:
    problems: list[_Problem] = []
    planned: list[Sequence[Part]] = []
    rows, file = 0, file_checks.state_of(path)
    with reading(path, passphrase) as connection:
        with in_words(path):
            _refuse_other_files(connection, path)
        with _unreadable_noted(problems):
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                problems.append(_Problem(Message(_UNREADABLE)))
            planned.extend(batches(connection))
    for batch in planned:
        rest()
        if file_checks.state_of(path) != file:
            break  # another file stands there by now; it is checked when it is opened
        parts: list[PartRead] = []
        with reading(path, passphrase) as connection, _unreadable_noted(problems):
            connection.execute("BEGIN")  # rows and images of one moment, whoever writes meanwhile
            parts.extend(read(connection, part) for part in batch)
        for part in parts:
            rows += len(part.rows)
            problems.extend(_compare(part, rest))
        if len(parts) < len(batch):
            break  # what cannot be read is said once
    return rows, problems


@contextmanager
def _unreadable_noted(problems: list[_Problem]) -> Iterator[None]:
    """What SQLite cannot read is a problem of the file, not an error of the check."""
    try:
        yield
    except Exception as error:
        if getattr(error, "sqlite_errorcode", None) is None:
            raise
        problems.append(_Problem(Message(_UNREADABLE)))


def _refuse_other_files(connection: Any, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise RefusedFile(file_checks.NO_COMPANY_FILE, name=path.name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    schema.refuse_newer(version, path.name)
    if version < schema.SCHEMA_VERSION:
        raise RefusedFile(
            mark("“{name}” comes from an earlier version. Open it once, then it can be checked."),
            name=path.name,
        )


def _compare(part: PartRead, rest: Rest) -> list[_Problem]:
    shape = part.shape
    images: dict[str, tuple[str | None, bool]] = {}
    for number, (record_id, before, after, check) in enumerate(part.images):
        if number % ROWS_AT_A_TIME == 0:
            rest()
        images[record_id] = after, check == checksum(shape.table.name, record_id, before, after)
    problems = []
    for number, row in enumerate(part.rows):
        if number % ROWS_AT_A_TIME == 0:
            rest()
        plain = dict(zip(shape.keys, row, strict=True))
        after, sound = images.pop(plain["id"], (None, True))
        problem = _judge(shape, plain["id"], plain, after, sound=sound)
        if problem is not None:
            problems.append(problem)
    for record_id, (after, sound) in images.items():
        problem = _judge(shape, record_id, None, after, sound=sound)
        if problem is not None:
            problems.append(problem)
    return problems


def _judge(
    shape: Shape, record_id: str, row: Plain | None, after: str | None, *, sound: bool
) -> _Problem | None:
    if not sound:
        return _Problem(Message(_BAD_IMAGE, {"name": _name(shape, row)}), shape, record_id)
    should_be = None if after is None else json.loads(after)
    if row == should_be:
        return None
    if should_be is None:
        text, name = _UNKNOWN, _name(shape, row)
    else:
        text, name = (_LOST if row is None else _NOT_AS_SAVED), _name(shape, should_be)
    return _Problem(Message(text, {"name": name}), shape, record_id, should_be, can_mend=True)


def _name(shape: Shape, row: Plain | None) -> str:
    found = (row or {}).get("name") or (row or {}).get("key") or shape.table.name
    return str(found).encode("utf-8", "replace").decode("utf-8")


def _mend(path: Path, passphrase: str | None, problems: Sequence[_Problem]) -> None:
    connection = connect_to_file(path, passphrase)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement, values in _statements(problems):
            connection.execute(statement, values)
        connection.execute("COMMIT")
    finally:
        connection.close()  # without COMMIT nothing has happened


def _statements(problems: Sequence[_Problem]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for problem in problems:
        assert problem.shape is not None
        table, keys = problem.shape.table.name, problem.shape.keys
        yield f"DELETE FROM {table} WHERE id = ?", (problem.record_id,)
        if problem.should_be is not None:
            marks = ", ".join("?" * len(keys))
            values = tuple(problem.should_be[key] for key in keys)
            yield f"INSERT INTO {table} ({', '.join(keys)}) VALUES ({marks})", values
