"""Files with tables in them, made for tests of the readers."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from virtualcio.exchange.raw_table import RawSheet

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def saved(folder: Path, fill: Callable[[openpyxl.Workbook], None], name: str = "t.xlsx") -> Path:
    book = openpyxl.Workbook()
    fill(book)
    path = folder / name
    book.save(path)
    return path


def written(folder: Path, content: bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def texts(sheet: RawSheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def with_part(source: Path, target: Path, part: str, content: bytes) -> Path:
    """A copy of a zip with one part replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != part:
                new.writestr(entry, old.read(entry))
        new.writestr(part, content)
    return target
