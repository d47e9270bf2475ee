"""An open company: its data in memory and the one door for writes.

Every change is one transaction, one journal entry, one undo step and one announcement. Whatever goes
wrong on the way, database and memory are afterwards what they were before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from virtualcio.errors import ChangedElsewhere, RefusedFile, RefusedValue
from virtualcio.model.base import Record
from virtualcio.model.company import Company
from virtualcio.model.company_data import CompanyData
from virtualcio.model.journal import JournalKind
from virtualcio.store import files, history, journal, servers
from virtualcio.store.changes import Announcements, Change, announced
from virtualcio.store.database import EMPTY_PASSPHRASE, WRITE_PROTECTED, file_engine, transaction
from virtualcio.store.edit import Door, Edit, RowChange
from virtualcio.store.file_checks import conflict_copies
from virtualcio.store.file_lock import FileLock
from virtualcio.store.foreign_writes import ForeignWrites
from virtualcio.store.pace import Pace, Progress
from virtualcio.store.reloading import take_in
from virtualcio.store.rows import SOMEBODY_ELSE, write_rows
from virtualcio.store.undo import put_back
from virtualcio.texts import Message

__all__ = ["Change", "Workspace"]


class Workspace:
    """A company file (or server database) that is open. Used by one thread: the one that opened it."""

    def __init__(
        self,
        engine: Engine,
        records: Iterable[Record],
        steps: journal.Steps,
        *,
        path: Path | None = None,
        lock: FileLock | None = None,
        passphrase: str | None = None,
        read_only: bool = False,
    ) -> None:
        """Made by `create`, `open` and `open_server`."""
        self.path = path
        self.read_only = read_only
        self.passphrase = passphrase
        everything = list(records)
        self.data = CompanyData(everything)
        self._engine = engine
        self._lock = lock
        self._steps = steps
        self._door = Door(self.data)
        self._door.let_in_all(everything)
        self._announcements = Announcements()
        self._closed = False
        self._foreign = ForeignWrites(path, engine) if path is not None else None

    @classmethod
    def create(
        cls,
        path: Path | None,
        company: Company,
        passphrase: str | None = None,
        records: Iterable[Record] = (),
    ) -> "Workspace":
        """A new file with `company` and `records` in it and nothing to undo; in memory if `path` is None.

        RefusedFile if there is a file already or none can be written there.
        """
        if passphrase == "":
            raise RefusedValue(EMPTY_PASSPHRASE)
        everything = [company, *records]
        if path is None:
            return cls(files.make_in_memory(everything), everything, journal.Steps())
        files.make(path, everything, passphrase)
        opened = files.open_for_work(path, passphrase)
        return cls(
            opened.engine, everything, journal.Steps(), path=path, lock=opened.lock, passphrase=passphrase
        )

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None) -> "Workspace":
        """RefusedFile or WrongPassphrase. An older file is upgraded, after a backup copy of it was made."""
        opened = files.open_for_work(path, passphrase)
        try:
            records, steps = files.read(opened.engine, path)
        except BaseException:
            opened.close()
            raise
        return cls(
            opened.engine,
            records,
            steps,
            path=path,
            lock=opened.lock,
            passphrase=opened.passphrase,
            read_only=opened.lock is None,
        )

    @classmethod
    def open_server(cls, url: str) -> "Workspace":
        """A company in a PostgreSQL database. RefusedFile if there is no answer or no company."""
        engine = servers.open_for_work(url)
        try:
            records, steps = files.read(engine, None)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, records, steps)

    @classmethod
    def create_server(cls, url: str, company: Company, records: Iterable[Record] = ()) -> "Workspace":
        """A new company in an empty PostgreSQL database. RefusedFile if it holds one already."""
        everything = [company, *records]
        return cls(servers.make(url, everything), everything, journal.Steps())

    @property
    def encrypted(self) -> bool:
        return self.passphrase is not None

    @property
    def conflict_copies(self) -> tuple[Path, ...]:
        """Copies of this file that a sync program made because two computers changed it."""
        return () if self.path is None else conflict_copies(self.path)

    # --- changes ----------------------------------------------------------------------

    @contextmanager
    def change(self, label: Message, progress: Progress | None = None) -> Iterator[Edit]:
        """Everything in the block is one change; an exception in it leaves no trace. Inner ones join it.

        `progress` is called while the change is written at its end; what it raises undoes everything.
        """
        if self._door.edit is not None:
            yield from self._inner_change(self._door.edit)
            return
        change = None
        with self._editing() as edit:
            yield edit
            change = self._commit(edit, JournalKind.EDIT, label, progress=progress)
        self._announcements.announce(change)

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, None if there is nothing."""
        return self._steps.undo[-1].label if self._steps.undo else None

    @property
    def redo_label(self) -> Message | None:
        return self._steps.redo[-1].label if self._steps.redo else None

    def undo(self) -> Change | None:
        """Take back the newest change; None if there is none. ChangedElsewhere if its rows differ by now."""
        return self._take_back(self._steps.undo, JournalKind.UNDO)

    def redo(self) -> Change | None:
        """Do again what undo took back last; None if there is nothing."""
        return self._take_back(self._steps.redo, JournalKind.REDO)

    def reload(self) -> Change | None:
        """Read everything anew, as after ChangedElsewhere. Records stay the same objects."""
        records, self._steps = files.read(self._engine, self.path)
        change = take_in(self.data, self._door, records)
        if self._foreign is not None:
            self._foreign.note(self._engine)
        self._announcements.announce(change)
        return change

    def history(self, record_id: str | None = None, limit: int = 100) -> Sequence[history.HistoryEntry]:
        """The newest changes first, of one record or of everything."""
        with transaction(self._engine, self.path) as connection:
            return history.read_history(connection, record_id, limit)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """`listener` is called once after each change, undo and redo. Gives back how to stop that."""
        return self._announcements.subscribe(listener)

    def close(self) -> None:
        """Let go of the file. Records stay readable and can no longer be changed."""
        self._closed = True
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def replacing_file(self, passphrase: str | None) -> Iterator[None]:
        """While the block puts another file with the same content in the place of this one."""
        self._engine.dispose()
        try:
            yield
            self.passphrase = passphrase
        finally:
            self._engine = file_engine(self.path, self.passphrase)
            if self._foreign is not None:
                self._foreign.note(self._engine)

    # --- inside -----------------------------------------------------------------------

    @contextmanager
    def _editing(self) -> Iterator[Edit]:
        if self._closed:
            raise RuntimeError("a change of a closed workspace")
        if self.read_only:
            raise RefusedFile(WRITE_PROTECTED, name=self.path.name if self.path else "")
        edit = self._door.edit = Edit(self.data, self._door)
        try:
            yield edit
        except BaseException:
            edit.restore()
            raise
        finally:
            self._door.edit = None

    def _inner_change(self, outer: Edit) -> Iterator[Edit]:
        inner = self._door.edit = Edit(self.data, self._door)
        try:
            yield inner
        except BaseException:
            inner.restore()
            raise
        else:
            outer.absorb(inner)
        finally:
            self._door.edit = outer

    def _commit(
        self,
        edit: Edit,
        kind: JournalKind,
        label: Message,
        target_id: str | None = None,
        progress: Progress | None = None,
    ) -> Change | None:
        pace = Pace(progress, edit.touched, rounds=3)  # compared, written, written into the journal
        rows = [row.with_next_version() for row in edit.rows(pace)]
        if not rows:
            edit.let_removed_go()
            return None
        entry_id = self._write(rows, kind, label, target_id, pace)
        touched: dict[type[Record], set[str]] = {}
        for row in rows:
            touched.setdefault(row.shape.kind, set()).add(row.record_id)
            if row.after is not None:
                record = self.data.find(row.shape.kind, row.record_id)
                record.__dict__["version"] = row.after[row.shape.version_at]
        edit.let_removed_go()
        self.data.written(touched)
        self._steps.follow(kind, journal.Step(entry_id, label))
        if self._lock is not None:
            self._lock.sign_of_life()
        return announced(entry_id, label, kind, touched)

    def _write(
        self,
        rows: Sequence[RowChange],
        kind: JournalKind,
        label: Message,
        target_id: str | None,
        pace: Pace,
    ) -> str:
        try:
            with transaction(self._engine, self.path) as connection:
                if self._foreign is not None:
                    self._foreign.refuse(connection)
                write_rows(connection, rows, pace)
                entry_id = journal.append(connection, kind, label, rows, target_id, pace)
        except BaseException:
            if self._foreign is not None:
                self._foreign.failed()
            raise
        if self._foreign is not None:
            self._foreign.wrote(entry_id)
        return entry_id

    def _take_back(self, steps: list[journal.Step], kind: JournalKind) -> Change | None:
        if self._door.edit is not None:
            raise RuntimeError("undo inside of a change")
        if not steps:
            return None
        step = steps[-1]
        with self._editing() as edit:
            with transaction(self._engine, self.path) as connection:
                images = journal.images_of(connection, step.entry_id)
            for image in images:
                put_back(edit, self.data, image)
            try:
                change = self._commit(edit, kind, step.label, step.entry_id)
            except IntegrityError as error:  # a row that other rows refer to by now
                raise ChangedElsewhere(SOMEBODY_ELSE) from error
        self._announcements.announce(change)
        return change
