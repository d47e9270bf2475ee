"""A block of cells as spreadsheets put it on the clipboard: lines, tabs, quotes."""

import csv
import io
from collections.abc import Sequence


def block_from(text: str) -> list[list[str]]:
    """The cells of a copied block; the line end after the last row is no row of its own."""
    body = text.replace("\r\n", "\n").replace("\r", "\n")
    body = body[:-1] if body.endswith("\n") else body
    if not body:
        return []
    try:
        return [row or [""] for row in csv.reader(io.StringIO(body, newline=""), delimiter="\t")]
    except csv.Error:  # a cell beyond csv's size limit, as after a stray quote: take the lines as they are
        return [line.split("\t") for line in body.split("\n")]


def text_of_block(rows: Sequence[Sequence[str]]) -> str:
    """The block as a spreadsheet takes it from the clipboard."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue()
