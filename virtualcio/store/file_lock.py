"""One window per company file: a lock file beside it that says who has it open since when.

The operating system's lock on that file ends with the process, so a crash leaves nothing that blocks.
In a folder that is synced between computers no such lock is seen; there the text in it counts.
"""

import json
import os
import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from io import FileIO
from pathlib import Path

from virtualcio import formats
from virtualcio.errors import RefusedFile
from virtualcio.store.database import WRITE_PROTECTED
from virtualcio.store.journal import author
from virtualcio.texts import mark

_OTHER_COMPUTER_BELIEVED = timedelta(hours=12)  # a lock file that is older was left by a crash
_SIGN_OF_LIFE = timedelta(minutes=30)  # how often the lock file is rewritten while the file is being changed
_LOCKED_BYTE = 1_000_000  # behind the text, so that others can read it on Windows too


def _try_to_lock(file: FileIO) -> bool:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class FileLock:
    """Held while a company file is open for changes."""

    def __init__(self, path: Path) -> None:
        """RefusedFile if another window has the file open, or no lock file can be written."""
        self._path = path.with_name(path.name + ".lock")
        self._file = self._take(path)
        self._since = datetime.now(UTC)
        self._write(self._since)

    def sign_of_life(self) -> None:
        """Tell other computers now and then that this window is still at work."""
        now = datetime.now(UTC)
        if now - self._since > _SIGN_OF_LIFE:
            self._since = now
            self._write(now)

    def release(self) -> None:
        if self._file.closed:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
            self._path.unlink(missing_ok=True)
        else:  # removed before it is let go, so that nobody locks a file that is about to vanish
            self._path.unlink(missing_ok=True)
            self._file.close()

    def _take(self, path: Path) -> FileIO:
        while True:
            try:
                file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666), "r+b", buffering=0)
            except OSError as error:
                raise RefusedFile(WRITE_PROTECTED, name=path.name) from error
            if not _try_to_lock(file):
                holder = _read(file)
                file.close()
                raise _refusal(path, holder)
            if not self._is_current(file):  # its holder removed it just now
                file.close()
                continue
            holder = _read(file)
            if _is_elsewhere(holder):
                file.close()
                raise _refusal(path, holder)
            return file

    def _is_current(self, file: FileIO) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def _write(self, when: datetime) -> None:
        words = {
            "who": author(),
            "computer": platform.node(),
            "since": when.isoformat(timespec="seconds"),
            "process": os.getpid(),
        }
        # The lock holds without these words too: on a full disk people must still get at their company.
        with suppress(OSError):
            self._file.seek(0)
            self._file.write(json.dumps(words, ensure_ascii=False).encode("utf-8"))
            self._file.truncate()


def _read(file: FileIO) -> dict[str, str]:
    file.seek(0)
    try:
        words = json.loads(file.read(4096).decode("utf-8"))
    except (ValueError, OSError):  # just being written, or by another program
        return {}
    return {key: str(value) for key, value in words.items()} if isinstance(words, dict) else {}


def _is_elsewhere(holder: dict[str, str]) -> bool:
    """The lock file of another computer, fresh enough to be believed."""
    if not holder.get("computer") or holder["computer"] == platform.node():
        return False
    try:
        since = datetime.fromisoformat(holder.get("since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and datetime.now(UTC) - since < _OTHER_COMPUTER_BELIEVED


def _refusal(path: Path, holder: dict[str, str]) -> RefusedFile:
    if not holder.get("since"):
        return RefusedFile(mark("“{name}” is open in another window. Close it there first."), name=path.name)
    since = datetime.fromisoformat(holder["since"]).astimezone()
    return RefusedFile(
        mark("“{name}” is open in another window: {who} on {computer}, since {since}. Close it there first."),
        name=path.name,
        who=holder.get("who", ""),
        computer=holder.get("computer", ""),
        since=formats.moment(since),
    )
