"""Writes a file so that its place holds the old one or the whole new one, never a part of it."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from virtualcio.errors import RefusedFile
from virtualcio.texts import mark


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Gives a path beside `target` to write to; moved onto `target` when the block ends well.

    RefusedFile with a sentence if that is not possible. Whatever goes wrong, `target` stays as it was.
    """
    try:
        _refuse_protected(target)
        number, name = tempfile.mkstemp(
            prefix=f".{target.stem[:40]}-", suffix=target.suffix, dir=target.parent
        )
        os.close(number)
    except OSError as error:
        raise _refusal(target, error) from error
    aside = Path(name)
    try:
        yield aside
        _keep_rights(target, aside)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        aside.unlink(missing_ok=True)


def _refuse_protected(target: Path) -> None:
    if target.is_dir():
        raise RefusedFile(
            mark("“{name}” is a folder. Choose a name for a new file in it."), name=target.name or str(target)
        )
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise RefusedFile(
            mark("“{name}” is write-protected and stays as it is. Choose another name."), name=target.name
        )


def _keep_rights(target: Path, aside: Path) -> None:
    """A temporary file is private; the finished one is as readable as the old one, or as any new file."""
    if target.exists():
        aside.chmod(stat.S_IMODE(target.stat().st_mode))
        return
    hidden = os.umask(0)
    os.umask(hidden)
    aside.chmod(0o666 & ~hidden)


def _refusal(target: Path, error: OSError) -> RefusedFile:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return RefusedFile(
            mark("“{name}” was not written: the disk is full. Make room or choose another place."),
            name=target.name,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return RefusedFile(
            mark("The folder “{folder}” does not exist. Create it or choose another place."),
            folder=str(target.parent),
        )
    return RefusedFile(
        mark(
            "“{name}” was not written: it is open in another program, or you have no right to write there. "
            "Close it there or choose another name."
        ),
        name=target.name,
    )
