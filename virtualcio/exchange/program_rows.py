"""Rows of the program's own tables (resources/): csv with a header, words in both languages side by side."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from virtualcio import places
from virtualcio.texts import language


@dataclass(frozen=True)
class InBoth:
    """A text of a table in German and in English."""

    de: str
    en: str

    def __str__(self) -> str:
        """In the language of the interface."""
        return self.de if language() == "de" else self.en


def program_rows(folder: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of resources/<folder>/<name>, by column."""
    with places.resource(folder, name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def in_both(row: dict[str, str], column: str) -> InBoth:
    """What the columns `<column>_de` and `<column>_en` say."""
    return InBoth(row[f"{column}_de"], row[f"{column}_en"])
