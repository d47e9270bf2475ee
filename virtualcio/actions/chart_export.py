"""The numbers of a chart as a workbook or CSV file: real numbers again, not the words they are shown in."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.export import Export
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.texts import language

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

# What formats.py writes: a sign, grouped digits, and € or % before or behind.
_SHOWN = re.compile(r"(?P<sign>[−-]?)(?P<before>€?)(?P<digits>\d[\d.,]*)(?:\s*(?P<behind>[€%]))?")
_NOTHING = ("", formats.NO_VALUE)


def chart_export(
    company: "OpenCompany", title: str, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> Export:
    """The table behind a chart. A column in which all cells are numbers (or empty) becomes one of numbers."""
    columns, cells = [], []
    for place, heading in enumerate(header):
        texts = [row[place] for row in rows]
        kind = _kind_of(texts)
        width = max(12, min(40, max((len(text) for text in (heading, *texts)), default=0) + 3))
        columns.append(SheetColumn(heading, kind, width))
        cells.append(texts if kind is CellKind.TEXT else [number_in(text) for text in texts])
    sheet = Sheet(title, columns, list(zip(*cells, strict=True)))
    return Export((sheet,), company.data.company.name, company.today)


def number_in(text: str) -> Decimal | None:
    """The number that formats.py has written as `text` in this language; None if it is none."""
    shown = _SHOWN.fullmatch(text.strip())
    if shown is None:
        return None
    digits = shown["digits"]
    digits = digits.replace(".", "").replace(",", ".") if language() == "de" else digits.replace(",", "")
    return Decimal(f"{'-' if shown['sign'] else ''}{digits}") if digits.count(".") <= 1 else None


def _kind_of(texts: Sequence[str]) -> CellKind:
    said = [text.strip() for text in texts if text.strip() not in _NOTHING]
    if not said or any(number_in(text) is None for text in said):
        return CellKind.TEXT
    if all("€" in text for text in said):
        return CellKind.MONEY
    if all("%" in text for text in said):
        return CellKind.PERCENT
    return CellKind.TEXT if any("€" in text or "%" in text for text in said) else CellKind.NUMBER
