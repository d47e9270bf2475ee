"""Records as texts that a cell can hold, and back without any loss: the rows of an export's hidden sheet."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer
from sqlalchemy.types import TypeEngine

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Exact, Record

# What a cell does not keep as it is: signs that XML lacks, blanks at the ends, texts that look escaped.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|^\\s|\\s\\Z|_(?=x[0-9A-Fa-f]{4}_)")
_ENDS = re.compile(r"^\s|\s\Z")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4})|0)")
_EMPTY = r"\0"  # an empty text where a field could also hold nothing
_NOT_ROWS = frozenset({"version"})  # counts writes of the file that it came from


@dataclass(frozen=True)
class RowShape:
    """The fields of a kind of record in their order, and how each becomes a text and comes back."""

    kind: type[Record]
    name: str  # of the kind, as it stands in files
    fields: tuple[str, ...]
    writers: tuple[Callable[[Any], str], ...]
    readers: tuple[Callable[[str], Any], ...]
    nullable: tuple[bool, ...]
    texts: tuple[bool, ...]
    leads_to: Mapping[str, str]  # field -> name of the kind whose key it holds

    def written(self, record: Record) -> tuple[str, ...]:
        """One text per field, "" for nothing."""
        return tuple(
            _said(getattr(record, field), write, nullable)
            for field, write, nullable in zip(self.fields, self.writers, self.nullable, strict=True)
        )

    def read(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """Field → value. ValueError for a text that is no value of its field; fields that are not in
        `texts` are left to their default.
        """
        values: dict[str, Any] = {}
        for at, field in enumerate(self.fields):
            text = texts.get(field)
            if text is None:
                continue
            if text == "":
                if not self.nullable[at] and not self.texts[at]:
                    raise ValueError(f"{self.name}.{field} is empty")
                values[field] = None if self.nullable[at] else ""
            else:
                values[field] = self.readers[at](text)
        return values


@cache
def row_shape(kind: type[Record]) -> RowShape:
    """How records of this kind are written."""
    columns = [column for column in kind.__table__.columns if column.key not in _NOT_ROWS]
    converters = [_converters(column.type) for column in columns]
    return RowShape(
        kind,
        str(kind.__tablename__),
        tuple(column.key for column in columns),
        tuple(write for write, _read in converters),
        tuple(read for _write, read in converters),
        tuple(bool(column.nullable) for column in columns),
        tuple(write is escaped for write, _read in converters),
        {
            column.key: next(iter(column.foreign_keys)).target_fullname.partition(".")[0]
            for column in columns
            if column.foreign_keys
        },
    )


@cache
def kinds_by_name() -> Mapping[str, type[Record]]:
    """Name in files → kind, for every kind of record that there is."""
    return {row_shape(kind).name: kind for kind in RECORD_KINDS}


def _said(value: Any, write: Callable[[Any], str], nullable: bool) -> str:
    if value is None:
        return ""
    text = write(value)
    return _EMPTY if text == "" and nullable else text


def escaped(text: str) -> str:
    """`text` so that any spreadsheet program gives it back: line breaks stay, odd signs become \\u0000."""
    return _ODD.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text.replace("\\", "\\\\"))


def plain(text: str) -> str:
    """The opposite of `escaped`."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return "" if found[0] == _EMPTY else "\\"


def _converters(kind: TypeEngine[Any]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    if isinstance(kind, Exact):
        return lambda value: f"{value:f}", _number
    if isinstance(kind, Enum):
        members: Any = kind.enum_class
        return lambda value: str(members(value).value), members
    if isinstance(kind, Date):
        return date.isoformat, date.fromisoformat
    if isinstance(kind, Boolean):
        return lambda value: "yes" if value else "no", _yes_or_no
    if isinstance(kind, Integer):
        return str, int
    return escaped, plain


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error


def _yes_or_no(text: str) -> bool:
    return {"yes": True, "no": False}[text]


def pieces(texts: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """The row, and below it rows with what is longer than a cell takes; joined they are the whole again."""
    longest = max(map(len, texts), default=0)
    return [
        tuple(_kept(text[start : start + most]) for text in texts)
        for start in range(0, max(longest, 1), most)
    ]


def _kept(piece: str) -> str:
    """Blanks at the ends of a cell would be lost."""
    if piece == piece.strip():
        return piece
    return _ENDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", piece)
