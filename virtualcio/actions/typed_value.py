"""What somebody typed into a cell or field: how it was understood, what else it could mean, and storing it,
with related things that are made on the spot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from virtualcio import formats
from virtualcio.actions import cells, edit
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table_of
from virtualcio.model import Record
from virtualcio.model.base import CENT
from virtualcio.texts import Message, mark

_ECHOED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.DATE})


@dataclass(frozen=True)
class NewThing:
    """A related record that does not exist yet and is made when the value is stored."""

    name: str


@dataclass(frozen=True)
class Typed:
    """What was understood. `echo` says it in full where it differs from what was typed; `other` is the
    second reading of an ambiguous text, said by `other_echo`.
    """

    value: Any
    echo: str = ""
    other: Any = None
    other_echo: str = ""

    @property
    def ambiguous(self) -> bool:
        return bool(self.other_echo)


@dataclass(frozen=True)
class LinkChoice:
    """Which records are linked: keys of those that exist, and names of those to be made."""

    keys: frozenset[str]
    new: tuple[NewThing, ...] = field(default=())


def understand(company: OpenCompany, column: Column, text: str, unit: str | None = None) -> Typed:
    """What `text` means in this column, whose value is kept in `unit`, None where that is not known.

    RefusedValue with the reason if nothing fits.
    """
    read = cells.understand(company, column, text, unit)
    if read.value is None or column.kind not in _ECHOED:
        return Typed(read.value)
    echo = _said(company, column, read.value)
    if read.ambiguous:
        plain = isinstance(read.other, date) or column.kind is Kind.NUMBER
        other = read.other if plain else read.other.quantize(CENT)
        return Typed(read.value, echo, other, _said(company, column, other))
    return Typed(read.value, "" if _bare(echo) == _bare(text) else echo)


def _said(company: OpenCompany, column: Column, value: Any) -> str:
    if column.kind is Kind.MONEY:
        return formats.money(value)
    return formats.percent(value, 2) if column.kind is Kind.PERCENT else cells.shown(company, column, value)


def _bare(said: str) -> str:
    """Without what needs no echo: blanks, the currency, cents of .00."""
    bare = said.replace("\u00a0", "").replace(" ", "").replace("−", "-").strip("€%")
    return bare.removesuffix(",00").removesuffix(".00")


def store(company: OpenCompany, table: Table, column: Column, records: Sequence[Record], value: Any) -> None:
    """Put the value into the column of all these records, as one undo step. RefusedValue if it cannot be."""
    if isinstance(value, NewThing):
        with company.workspace.change(Message(mark("“{name}” added and linked"), {"name": value.name})):
            made = _make(company, column, value)
            _store_plain(company, table, column, records, made.id)
    elif isinstance(value, LinkChoice) and value.new:
        names = ", ".join(thing.name for thing in value.new)
        with company.workspace.change(Message(mark("“{name}” added and linked"), {"name": names})):
            fresh = {_make(company, column, thing).id for thing in value.new}
            _store_plain(company, table, column, records, value.keys | fresh)
    else:
        plain = value.keys if isinstance(value, LinkChoice) else value
        _store_plain(company, table, column, records, plain)


def fill_down_columns(
    company: OpenCompany, table: Table, columns: Sequence[Column], records: Sequence[Record]
) -> None:
    """Give all records the first one's values of these columns, as one undo step."""
    label = Message(mark("Filled down in {count} rows"), {"count": len(records) - 1})
    with company.workspace.change(label):
        for column in columns:
            edit.fill_down(company, table, column, records)


def _make(company: OpenCompany, column: Column, thing: NewThing) -> Record:
    if column.target is None:
        raise TypeError(f"column {column.key} refers to nothing")
    target = table_of(column.target)
    return edit.add_record(company, target, {target.name_field: thing.name})


def _store_plain(
    company: OpenCompany, table: Table, column: Column, records: Sequence[Record], value: Any
) -> None:
    if len(records) == 1:
        edit.set_value(company, table, column, records[0], value)
    else:
        edit.set_values(company, table, column, records, value)
