"""Notices when somebody else writes to the company file that is open here, or puts another in its place."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from virtualcio.errors import RefusedFile
from virtualcio.store import journal
from virtualcio.store.database import transaction
from virtualcio.store.file_checks import state_of
from virtualcio.texts import mark


class ForeignWrites:
    """What the file looked like after our own last write.

    Other windows are kept out by the lock; this is for sync programs, restored copies and other tools.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self.note(engine)

    def note(self, engine: Engine) -> None:
        """This is the file as it should be found."""
        self._file = state_of(self._path)
        with transaction(engine, self._path) as connection:
            self._data_version: int | None = _data_version(connection)
            self._newest = journal.newest_entry_id(connection)

    def wrote(self, entry_id: str) -> None:
        """Our own change is in the file."""
        self._newest = entry_id

    def failed(self) -> None:
        """Our own change was rolled back, which may look as if somebody had written."""
        self._data_version = None

    def refuse(self, connection: Connection) -> None:
        """RefusedFile if the file is another one or has changes that are not known here."""
        version = _data_version(connection)
        if self._data_version is None and journal.newest_entry_id(connection) == self._newest:
            self._data_version = version
        if (self._file, self._data_version) != (state_of(self._path), version):
            raise RefusedFile(
                mark("“{name}” was changed or replaced elsewhere while it was open here. Open it again."),
                name=self._path.name,
            )


def _data_version(connection: Connection) -> int:
    """Another number when another connection has written (sqlite.org/pragma.html#pragma_data_version)."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
