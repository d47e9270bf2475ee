"""What a check reads of a company file: rows with the newest image of each, some thousand at a time.

The file is open only while a part is read, so that nobody waits for a check to write or to replace the file,
and a large file does not stand in memory a second time.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from virtualcio.model import RECORD_KINDS
from virtualcio.store.database import connect_to_file, in_words
from virtualcio.store.images import Shape, shape_of

AT_A_TIME = 4_000  # rows


@dataclass(frozen=True)
class Part:
    """The rows of one kind whose keys lie from `start` to before `end`; "" for no bound."""

    shape: Shape
    start: str = ""
    end: str = ""

    def where(self, key: str) -> tuple[str, tuple[str, ...]]:
        """As a condition of SQL with its values."""
        if not self.end:
            return f"{key} >= ?", (self.start,)
        return f"{key} >= ? AND {key} < ?", (self.start, self.end)


@dataclass(frozen=True)
class PartRead:
    """Rows and their newest images as they were at one moment."""

    shape: Shape
    images: Sequence[tuple[str, str | None, str | None, str]]  # record, before, after, checksum
    rows: Sequence[Sequence[Any]]


@contextmanager
def reading(path: Path, passphrase: str | None) -> Iterator[Any]:
    """A connection that only reads, and sees one moment. RefusedFile if the file does not open."""
    with in_words(path):
        connection = connect_to_file(path, passphrase, read_only=True)
    try:
        # A damaged text must be comparable, not an error.
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        yield connection
    finally:
        connection.close()


def batches(connection: Any) -> Iterator[Sequence[Part]]:
    """All rows of a file in parts, together as many as are read at a time."""
    batch: list[Part] = []
    rows = 0
    for kind in RECORD_KINDS:
        shape = shape_of(kind)
        found = connection.execute(f"SELECT id FROM {shape.table.name} ORDER BY id").fetchall()
        keys = [key for (key,) in found if isinstance(key, str) and key.isascii()]  # others are damaged
        bounds = ["", *keys[AT_A_TIME::AT_A_TIME], ""]
        for start, end in pairwise(bounds):
            if batch and rows + len(keys) > AT_A_TIME:
                yield batch
                batch, rows = [], 0
            batch.append(Part(shape, start, end))
            rows += min(len(keys), AT_A_TIME)
    yield batch


def read(connection: Any, part: Part) -> PartRead:
    """The rows of a part and the newest image of each, also of rows that are gone."""
    table = part.shape.table.name
    condition, bounds = part.where("record_id")
    # With MAX(), SQLite takes the other columns from the same row (sqlite.org/lang_select.html#bareagg).
    # CROSS JOIN keeps the order: each entry finds its images by their key.
    images = connection.execute(
        "SELECT record_id, before, after, checksum, MAX(number) FROM journal_entry"
        f" CROSS JOIN journal_image ON journal_entry.id = entry_id WHERE table_name = ? AND {condition}"
        " GROUP BY record_id",
        (table, *bounds),
    ).fetchall()
    condition, bounds = part.where("id")
    rows = connection.execute(
        f"SELECT {', '.join(part.shape.keys)} FROM {table} WHERE {condition} ORDER BY rowid", bounds
    ).fetchall()
    return PartRead(part.shape, [image[:4] for image in images], rows)
