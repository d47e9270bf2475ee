"""Copies of company files: made on request, before risky steps, and by themselves while people work.

They lie in the user's own folder (`places.user_dir()`), not beside the file: a synced or full folder would
take them down with the file. One folder per file: `backups/<copy id>/<checksum of the path>/`, so that a
file that cannot be read any more still finds its backups by its path.
A backup has the passphrase that its file had when it was made.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import places
from virtualcio.errors import RefusedFile
from virtualcio.store import file_checks, journal
from virtualcio.store.database import connect_to_file, file_engine, in_words, transaction
from virtualcio.store.file_lock import FileLock
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.store.workspace import Workspace

DAILY, WEEKLY, MONTHLY = 12, 10, 9  # of each so many are kept, and all of the last 24 hours
_NAME = re.compile(r" (\d{4}-\d{2}-\d{2} \d{6})(?:-(\d+))?$")


@dataclass(frozen=True)
class Backup:
    """A backup that the program made by itself; `made_at` in local time, `number` within that second."""

    path: Path
    made_at: datetime
    number: int = 1


def backup_to(
    source: "Workspace | Path", target: Path, passphrase: str | None = None, now: datetime | None = None
) -> Path:
    """Copy a company file to `target`: a file name, or a folder in which the copy is named by day and time.

    Safe while the file is open and being changed. RefusedFile if `target` exists, or the file is damaged.
    """
    path, passphrase = _path_and_passphrase(source, passphrase)
    if target.is_dir():
        target = _free_name(target, path, now or datetime.now())  # noqa: DTZ005 - local time, as people look for it
    if target.exists():
        raise RefusedFile(
            mark("There is already a file “{name}”. Choose another name or open it."), name=target.name
        )
    copy_whole(path, passphrase, target)
    return target


def backup_now(
    source: "Workspace | Path", passphrase: str | None = None, now: datetime | None = None
) -> Path:
    """A backup in the program's own folder, as before an upgrade or an import; old ones are thinned out."""
    path, passphrase = _path_and_passphrase(source, passphrase)
    moment = now or datetime.now()  # noqa: DTZ005 - local time, as people look for it
    folder = _folder(path, _copy_id(path, passphrase))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_backup(path) from error
    made = backup_to(path, folder, passphrase, moment)
    for surplus in surplus_backups(_backups_in(folder), moment):
        surplus.path.unlink(missing_ok=True)
    return made


def list_backups(path: Path) -> Sequence[Backup]:
    """The backups that were made of the file at `path`, the newest first."""
    found: list[Backup] = []
    for folder in (places.user_dir() / "backups").glob(f"*/{_path_key(path)}"):
        found.extend(_backups_in(folder))
    return sorted(found, key=_age, reverse=True)


def surplus_backups(backups: Iterable[Backup], now: datetime) -> Sequence[Backup]:
    """Those that are neither of the last 24 hours nor the newest of one of 12 days, 10 weeks, 9 months."""
    newest_first = sorted(backups, key=_age, reverse=True)
    kept = {backup for backup in newest_first if now - backup.made_at < timedelta(hours=24)}
    for period, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        seen: dict[str, Backup] = {}
        for backup in newest_first:
            seen.setdefault(backup.made_at.strftime(period), backup)
        kept.update(list(seen.values())[:count])
    return [backup for backup in newest_first if backup not in kept]


def restore(backup: Path, path: Path, passphrase: str | None = None) -> None:
    """Put the content of `backup` in the place of `path`; what was there is backed up first.

    RefusedFile if `path` is open in a window or `backup` cannot be opened. The file keeps the backup's
    passphrase and counts as a new copy of the company.
    """
    lock = FileLock(path)
    try:
        aside = path.with_name(path.name + ".new")
        copy_whole(backup, passphrase, aside)
        encrypted = file_checks.is_encrypted(aside)
        engine = file_engine(aside, passphrase if encrypted else None)
        try:
            with transaction(engine, backup) as connection:
                journal.set_copy_id(connection)
        finally:
            engine.dispose()
        if path.exists():
            _keep_what_is_there(path, passphrase)
        # A journal left by a crash belongs to the old content and would spoil the new one.
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        aside.replace(path)
    except OSError as error:
        raise RefusedFile(
            mark("“{name}” cannot be written there. Choose another name or folder."), name=path.name
        ) from error
    finally:
        lock.release()


def copy_whole(path: Path, passphrase: str | None, target: Path) -> None:
    """Copy a company file through SQLite, written aside, checked, renamed. RefusedFile leaves nothing."""
    if file_checks.is_encrypted(path):
        file_checks.refuse_missing_passphrase(path, passphrase)
    else:
        passphrase = None
    aside = target.with_name(target.name + ".part")
    try:
        aside.unlink(missing_ok=True)
        with in_words(path):
            source = connect_to_file(path, passphrase, read_only=True)
            try:
                copy = connect_to_file(aside, passphrase, new=True)
                try:
                    source.backup(copy)
                finally:
                    copy.close()
            finally:
                source.close()
        _check(aside, path, passphrase)
        with aside.open("rb+") as written:
            os.fsync(written.fileno())
        aside.replace(target)
    except OSError as error:
        raise _no_backup(path) from error
    finally:
        aside.unlink(missing_ok=True)


def _no_backup(path: Path) -> RefusedFile:
    return RefusedFile(
        mark("The backup of “{name}” cannot be written. Check the folder and its room."), name=path.name
    )


def _check(copy: Path, original: Path, passphrase: str | None) -> None:
    engine = file_engine(copy, passphrase, read_only=True)
    try:
        with transaction(engine, original) as connection:
            file_checks.check_content(connection, original)
    finally:
        engine.dispose()


def _path_and_passphrase(source: "Workspace | Path", passphrase: str | None) -> tuple[Path, str | None]:
    if isinstance(source, Path):
        return source, passphrase
    if source.path is None:
        raise RefusedFile(mark("A company on a server is backed up on the server."))
    return source.path, source.passphrase


def _copy_id(path: Path, passphrase: str | None) -> str:
    encrypted = file_checks.is_encrypted(path)
    engine = file_engine(path, passphrase if encrypted else None, read_only=True)
    try:
        with transaction(engine, path) as connection:
            file_checks.check_content(connection, path)
            return journal.copy_id(connection)
    finally:
        engine.dispose()


def _keep_what_is_there(path: Path, passphrase: str | None) -> None:
    """A proper backup if the file can still be read, else the bytes as they are."""
    try:
        backup_now(path, passphrase)
    except RefusedFile:
        folder = _folder(path, "damaged")
        folder.mkdir(parents=True, exist_ok=True)
        kept = _free_name(folder, path, datetime.now())  # noqa: DTZ005 - local time, as people look for it
        for end in ("", "-journal"):
            part = path.with_name(path.name + end)
            if part.exists():
                shutil.copy2(part, kept.with_name(f"{kept.name}.damaged{end}"))


def _path_key(path: Path) -> str:
    whole = os.path.normcase(path.absolute())
    return hashlib.blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _folder(path: Path, copy_id: str) -> Path:
    return places.user_dir() / "backups" / copy_id / _path_key(path)


def _free_name(folder: Path, path: Path, now: datetime) -> Path:
    stem = f"{path.stem} {now:%Y-%m-%d %H%M%S}"
    name, count = folder / f"{stem}{path.suffix}", 1
    while name.exists():
        count += 1
        name = folder / f"{stem}-{count}{path.suffix}"
    return name


def _age(backup: Backup) -> tuple[datetime, int]:
    return backup.made_at, backup.number


def _backups_in(folder: Path) -> Sequence[Backup]:
    found = []
    for file in folder.iterdir():
        time = _NAME.search(file.stem)
        if time and not file.name.endswith(".part"):
            made_at = datetime.strptime(time[1], "%Y-%m-%d %H%M%S")  # noqa: DTZ007 - local time
            found.append(Backup(file, made_at, int(time[2] or 1)))
    return found
