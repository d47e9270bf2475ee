"""Read a table from a file, whatever its name says: workbooks and text tables by what is in them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from virtualcio.errors import RefusedFile
from virtualcio.exchange.raw_table import RawTable
from virtualcio.texts import mark

# More than any list of a company with 250 people; a file beyond this is something else.
MOST_ROWS = 200_000
MOST_COLUMNS = 400
MOST_BYTES = 150_000_000
MOST_UNPACKED = 1_000_000_000
MOST_RATIO = 200  # an honest workbook unpacks to 5 to 30 times its size

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Called with the rows read so far and about how many there are (0: unknown). Raises to stop the reading.
Progress = Callable[[int, int], None]


def report(progress: Progress | None, done: int, total: int) -> None:
    """Say now and then how far the reading is; what `progress` raises ends it."""
    if progress is not None and done % 500 == 0:
        progress(done, max(done, total))


def read_table(path: Path, progress: Progress | None = None) -> RawTable:
    """All sheets of a workbook, or the one table of a text file.

    RefusedFile with what to do instead for a file that is no table, empty, damaged, locked or too large.
    """
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError:
        raise RefusedFile(mark("“{name}” is not there. Check the name and the folder."), name=name) from None
    except IsADirectoryError:
        raise RefusedFile(mark("“{name}” is a folder. Choose a table in it."), name=name) from None
    except OSError as error:
        raise RefusedFile(
            mark("“{name}” cannot be read. Check that you may open it, and the drive or the network."),
            name=name,
        ) from error
    if not start:
        raise RefusedFile(mark("“{name}” is empty: there is nothing to import."), name=name)
    if size > MOST_BYTES:
        raise RefusedFile(
            mark("“{name}” has {size} MB; at most {most} MB can be imported. Save the table alone."),
            name=name,
            size=size // 1_000_000,
            most=MOST_BYTES // 1_000_000,
        )
    refuse_by_start(start, name)
    if start.startswith(b"PK"):
        check_package(path)
        from virtualcio.exchange.workbook_reader import read_workbook  # openpyxl takes its time to import

        return read_workbook(path, progress)
    from virtualcio.exchange.text_table_reader import read_text_table

    return read_text_table(path, progress)


def refuse_by_start(start: bytes, name: str) -> None:
    """Kinds of files that hold no readable table, by their first bytes."""
    if start.startswith(_OLE):
        raise RefusedFile(
            mark("“{name}” is an old Excel file (.xls) or has a password. Save it as .xlsx without one."),
            name=name,
        )
    if start.startswith(b"%PDF"):
        raise RefusedFile(
            mark("“{name}” is a PDF. Import the table it was made from, as .xlsx or .csv."), name=name
        )
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise RefusedFile(
            mark("“{name}” is a web page or XML, not a table. Open it in Excel and save it as .xlsx."),
            name=name,
        )
    if start.startswith(b"SQLite format 3\x00"):
        raise RefusedFile(mark("“{name}” is a company file, not a table. Open it instead."), name=name)


def check_package(path: Path) -> None:
    """Refuse a zip that is no workbook, is damaged, or unpacks to an absurd size (a zip bomb)."""
    name = path.name
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise damaged(name) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > MOST_UNPACKED or (unpacked > 50_000_000 and unpacked / packed > MOST_RATIO):
        raise RefusedFile(
            mark("“{name}” unpacks to {size} MB; no list is that big. Save the table alone and try again."),
            name=name,
            size=unpacked // 1_000_000,
        )
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise RefusedFile(mark("“{name}” is a binary workbook (.xlsb). Save it as .xlsx."), name=name)
    if "content.xml" in names:
        raise RefusedFile(mark("“{name}” is an OpenDocument file. Save it as .xlsx."), name=name)
    raise RefusedFile(mark("“{name}” holds no table. Choose an .xlsx or .csv file."), name=name)


def damaged(name: str) -> RefusedFile:
    return RefusedFile(
        mark("“{name}” is damaged or cut short. Open it in Excel, save it again, or take another copy."),
        name=name,
    )


def too_many_rows(name: str) -> RefusedFile:
    return RefusedFile(
        mark("“{name}” has more than {most} rows. Split it, or keep only the rows that matter."),
        name=name,
        most=MOST_ROWS,
    )


def too_many_columns(name: str) -> RefusedFile:
    return RefusedFile(
        mark("“{name}” has more than {most} columns. Delete those that do not matter."),
        name=name,
        most=MOST_COLUMNS,
    )
