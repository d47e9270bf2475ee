"""Read a table from a text file (.csv, .tsv, .txt): encoding and separator show in what stands in it."""

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from virtualcio.errors import RefusedFile
from virtualcio.exchange import table_reader
from virtualcio.exchange.raw_table import EMPTY, RawCell, RawRow, RawSheet, RawTable
from virtualcio.texts import Message, mark

SEPARATORS = (";", "\t", ",", "|")
_MOST_LINES_IN_A_CELL = 50
_SAMPLE_LINES = 50


def read_text_table(path: Path, progress: table_reader.Progress | None = None) -> RawTable:
    """One sheet, named after the file. RefusedFile if it is no text or holds nothing."""
    text, notes = _decoded(path.read_bytes(), path.name)
    if not text.strip("\ufeff \t\r\n;,|"):
        raise RefusedFile(mark("“{name}” is empty: there is nothing to import."), name=path.name)
    separator, body, skipped = _separator(text)
    try:
        rows = _rows(body, separator, path.name, progress, csv.QUOTE_MINIMAL)
        swallowed = any(cell.text.count("\n") > _MOST_LINES_IN_A_CELL for row in rows for cell in row.cells)
    except csv.Error:
        rows, swallowed = [], True
    if swallowed:  # by a quotation mark that is never closed
        notes += (Message(mark("A quotation mark is never closed. They were read as plain characters.")),)
        try:
            rows = _rows(body, separator, path.name, progress, csv.QUOTE_NONE)
        except csv.Error as error:
            raise table_reader.damaged(path.name) from error
    numbered = tuple(RawRow(row.number + skipped, row.cells) for row in rows)
    return RawTable(path.name, (RawSheet(path.stem, numbered),), notes)


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Message, ...]]:
    """The text, and a note if its encoding had to be guessed."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(content, "utf-16", name), ()
    if b"\x00" in content[:2000]:
        odd = content[1:2000:2].count(0)
        even = content[0:2000:2].count(0)
        if max(odd, even) < 200 and max(odd, even) < len(content[:2000]) // 4:
            raise _no_text(name)
        return _utf16(content, "utf-16-le" if odd >= even else "utf-16-be", name), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass  # the older encodings below take any bytes
    for encoding, called in (("cp1252", "Windows-1252"), ("cp850", "DOS (850)")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(character < " " and character not in "\t\r\n\f\x1a" for character in text[:4000]) > 3:
            raise _no_text(name)
        return text, (Message(mark("Read as {encoding}. Check the umlauts."), {"encoding": called}),)
    raise _no_text(name)


def _utf16(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _no_text(name) from error


def _no_text(name: str) -> RefusedFile:
    return RefusedFile(mark("“{name}” holds no table. Choose an .xlsx or .csv file."), name=name)


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text without Excel's "sep=;" line, and how many lines that took."""
    first, _break, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest, 1
    lines = [line for line in text.splitlines()[: _SAMPLE_LINES * 2] if line.strip()][:_SAMPLE_LINES]
    best, best_points = ";", 0.0
    for separator in SEPARATORS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
        width, rows = max(
            ((width, rows) for width, rows in widths.items() if width > 1),
            key=lambda one: one[1],
            default=(1, 0),
        )
        points = rows / len(lines) * min(width, 8) if width > 1 else 0.0
        if points > best_points:
            best, best_points = separator, points
    return best, text, 0


def _rows(
    text: str, separator: str, name: str, progress: table_reader.Progress | None, quoting: int
) -> list[RawRow]:
    rows: list[RawRow] = []
    total = text.count("\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]  # an int of the csv module's own
    for number, cells in enumerate(reader, start=1):
        table_reader.report(progress, number, total)
        if len(cells) > table_reader.MOST_COLUMNS:
            raise table_reader.too_many_columns(name)
        if number > table_reader.MOST_ROWS:
            raise table_reader.too_many_rows(name)
        raw = [RawCell(cell.strip("\x1a")) if cell.strip(" \x1a\u00a0") else EMPTY for cell in cells]
        while raw and raw[-1].empty:
            raw.pop()
        rows.append(RawRow(number, tuple(raw)))
    while rows and not rows[-1].cells:
        rows.pop()
    return rows
