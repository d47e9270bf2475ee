"""Whether a path is a company file that can be opened, told from the outside before anything is written."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from virtualcio.errors import RefusedFile, WrongPassphrase
from virtualcio.store import schema
from virtualcio.texts import mark

DAMAGED = mark("“{name}” is damaged. Restore the newest backup; the file was left as it is.")
_CUT_SHORT = mark("“{name}” is incomplete: its end is missing. Copy it again or restore the newest backup.")
NO_COMPANY_FILE = mark("“{name}” is no company file of VirtualCIO. Choose a file that ends in .vcio.")
_PLAIN_HEADER = b"SQLite format 3\x00"
_LOCKED_PAGE = 4096  # bytes; SQLCipher writes whole pages of this size


@dataclass(frozen=True)
class FileState:
    """Which file this is on the disk, to notice when another one takes its place."""

    device: int
    inode: int


def state_of(path: Path) -> FileState | None:
    """None if the file is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(found.st_dev, found.st_ino)


def is_encrypted(path: Path) -> bool:
    """Whether a company file has a passphrase. RefusedFile if it cannot be one."""
    if path.is_dir():
        raise RefusedFile(mark("“{name}” is a folder. Choose a company file in it."), name=path.name)
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise RefusedFile(
            mark("“{name}” is not there. It may have been moved or renamed."), name=path.name
        ) from None
    except OSError:
        raise RefusedFile(
            mark("“{name}” cannot be opened. Check the rights of the file and its folder."), name=path.name
        ) from None
    if size == 0:
        raise RefusedFile(
            mark("“{name}” is empty. Copy it again or restore the newest backup."), name=path.name
        )
    if not head.startswith(_PLAIN_HEADER):
        if size % _LOCKED_PAGE:
            raise RefusedFile(
                mark(
                    "“{name}” is no company file of VirtualCIO, or its end is missing. "
                    "Choose another file or copy it again."
                ),
                name=path.name,
            )
        return True
    _refuse_cut_short(head, size, path)
    return False


def _refuse_cut_short(head: bytes, size: int, path: Path) -> None:
    """SQLite's header says how many pages there are (sqlite.org/fileformat.html, 1.3)."""
    if len(head) < 100:
        raise RefusedFile(_CUT_SHORT, name=path.name)
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    page_count_holds = head[24:28] == head[92:96]
    # With a journal beside it the last commit may be unfinished; SQLite sets the size right itself.
    journal = path.with_name(path.name + "-journal")
    if page_count_holds and size < page * pages and not journal.exists():
        raise RefusedFile(_CUT_SHORT, name=path.name)


def is_write_protected(path: Path) -> bool:
    """The file itself, or its folder, in which a journal has to be written."""
    no_write_bit = not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return no_write_bit or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)


def check_content(connection: Connection, path: Path) -> int:
    """The schema's number. RefusedFile for other programs' databases, newer files and damaged ones."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != schema.APPLICATION_ID:
        raise RefusedFile(NO_COMPANY_FILE, name=path.name)
    version = schema.version_of(connection)
    schema.refuse_newer(version, path.name)
    if version < 1:
        raise RefusedFile(NO_COMPANY_FILE, name=path.name)
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise RefusedFile(DAMAGED, name=path.name)
    return version


def refuse_missing_passphrase(path: Path, passphrase: str | None) -> None:
    """SQLite cannot tell a locked file from junk, so both possibilities are said."""
    if not passphrase:
        raise WrongPassphrase(
            mark("“{name}” asks for its passphrase, if it is a company file at all."), name=path.name
        )


_CONFLICT_SIGNS = re.compile(
    r"sync-conflict-\d{8}|conflicted copy|in konflikt stehende kopie|konfliktkopie|konflikt|\bconflict\b",
    re.IGNORECASE,
)


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Copies that Syncthing, Dropbox, Nextcloud or OneDrive put beside a file that two computers changed."""
    try:
        others = sorted(path.parent.glob(f"*{path.suffix}"))
    except OSError:
        return ()
    return tuple(
        other
        for other in others
        if other != path and other.stem.startswith(path.stem) and _CONFLICT_SIGNS.search(other.stem)
    )
