"""A table as it stands in a file: cells before anybody has understood them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from virtualcio import formats
from virtualcio.texts import Message, language

RawValue = str | int | Decimal | bool | date | None


class RawCell(NamedTuple):
    """What stands in a cell. A text file has texts only; a workbook has numbers, dates and formulas too."""

    value: RawValue = None
    formula: str = ""  # as typed, with "="; `value` is then the result stored with it, if there is one
    percent: bool = False  # a number shown as a percentage (0.02 is shown as 2 %)

    @property
    def empty(self) -> bool:
        return self.value is None and not self.formula

    @property
    def text(self) -> str:
        """The words of the cell as a person sees them."""
        value = self.value
        if isinstance(value, str):
            return value
        if value is None:
            return self.formula
        if isinstance(value, bool):
            return str(value)
        if isinstance(value, date):
            return formats.day(value)
        shown = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
        return shown.replace(".", ",") if language() == "de" else shown


EMPTY = RawCell()


class RawRow(NamedTuple):
    """One line of a sheet; `number` is the one a spreadsheet program shows beside it (from 1)."""

    number: int
    cells: tuple[RawCell, ...]

    def cell(self, index: int) -> RawCell:
        return self.cells[index] if index < len(self.cells) else EMPTY

    @property
    def filled(self) -> int:
        return sum(not cell.empty for cell in self.cells)


@dataclass(frozen=True)
class RawSheet:
    """Rows without the empty ones at the end; `wide_rows` hold a cell merged over several columns."""

    title: str
    rows: tuple[RawRow, ...]
    hidden: bool = False
    wide_rows: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True)
class RawTable:
    """A file that was read; `notes` say what its reader had to decide (encoding, macros not run)."""

    name: str
    sheets: tuple[RawSheet, ...]
    notes: tuple[Message, ...] = ()

    def sheet(self, title: str) -> RawSheet:
        """KeyError if there is none of that title."""
        for sheet in self.sheets:
            if sheet.title == title:
                return sheet
        raise KeyError(title)
