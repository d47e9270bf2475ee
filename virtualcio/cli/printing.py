"""Answers of the command line: aligned tables for people, JSON for programs."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

MOST_CHARACTERS = 44  # of a cell; more is cut with …
MOST_AT_THE_END = 72  # the last column has nothing beside it
_BETWEEN = "  "
SHARE_PLACES = 6  # of a fraction, which as a decimal need not end


def print_table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
) -> None:
    """Columns side by side under their titles; those in `right` (amounts, counts) are aligned there."""
    last = len(titles) - 1
    cells = [
        [
            _one_line(text, MOST_AT_THE_END if place == last else MOST_CHARACTERS)
            for place, text in enumerate(row)
        ]
        for row in (titles, *rows)
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(titles))]
    for number, row in enumerate(cells):
        aligned = [
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        print(_BETWEEN.join(aligned).rstrip())
        if number == 0:
            print(_BETWEEN.join("─" * width for width in widths))


def print_title(text: str, *, first: bool = False) -> None:
    if not first:
        print()
    print(text)


def print_wrapped(text: str, indent: str = "") -> None:
    """A paragraph that fits the terminal."""
    import textwrap

    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    print(textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent))


def print_json(answer: object) -> None:
    """Keys as they are, days as ISO dates, amounts as strings with a point.

    Exact, but for fractions (shares, means): these are rounded to six places, half away from zero.
    """
    json.dump(plain(answer), sys.stdout, ensure_ascii=False, indent=2)
    print()


def plain(value: Any) -> Any:
    """What JSON has no sign for, as text; TypeError for what nobody meant to print."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Fraction):
        return f"{_rounded(value):f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(inner) for inner in value]
    raise TypeError(f"cannot be printed as JSON: {type(value).__name__}")


def _rounded(value: Fraction) -> Decimal:
    """In one step from the exact value."""
    shifted = abs(value) * 10**SHARE_PLACES
    whole = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-SHARE_PLACES)


def _one_line(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
