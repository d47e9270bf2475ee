"""Rows as exact, stable text: what the journal keeps of a record before and after a change."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast

from sqlalchemy import Boolean, Date, Enum, Table
from sqlalchemy.types import TypeEngine

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Exact, Record

Values = tuple[Any, ...]  # of a record, in the order of its shape's `keys`


@dataclass(frozen=True)
class Shape:
    """The columns of a kind of record, and how each value becomes JSON and comes back."""

    kind: type[Record]
    table: Table
    keys: tuple[str, ...]
    to_plain: tuple[Callable[[Any], Any], ...]
    from_plain: tuple[Callable[[Any], Any], ...]
    version_at: int

    def values(self, record: Record) -> Values:
        return tuple([getattr(record, key) for key in self.keys])

    def text(self, values: Values) -> str:
        """The image of a row: exact numbers as integers, dates as ISO, choices by value."""
        plain = {
            key: None if value is None else make(value)
            for key, make, value in zip(self.keys, self.to_plain, values, strict=True)
        }
        return plain_text(plain)

    def from_text(self, text: str) -> Values:
        """The values of an image of the present schema; KeyError for an image of another one."""
        plain = json.loads(text)
        return tuple(
            [
                None if plain[key] is None else make(plain[key])
                for key, make in zip(self.keys, self.from_plain, strict=True)
            ]
        )

    def same(self, one: Values | None, other: Values | None) -> bool:
        """Whether two states of a row say the same; how often it was written does not count."""
        if one is None or other is None:
            return one is other
        at = self.version_at
        return one[:at] == other[:at] and one[at + 1 :] == other[at + 1 :]

    def with_version(self, values: Values, version: int) -> Values:
        return (*values[: self.version_at], version, *values[self.version_at + 1 :])


def _as_it_is(value: Any) -> Any:
    return value


def _converters(kind: TypeEngine[Any]) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if isinstance(kind, Exact):
        places = kind.places
        return lambda value: int(value.scaleb(places)), lambda value: Decimal(value).scaleb(-places)
    if isinstance(kind, Enum):
        members = cast("Callable[[Any], Any]", kind.enum_class)
        return lambda value: members(value).value, members
    if isinstance(kind, Date):
        return date.isoformat, date.fromisoformat
    if isinstance(kind, Boolean):
        return bool, bool
    return _as_it_is, _as_it_is


@cache
def shape_of(kind: type[Record]) -> Shape:
    table = cast("Table", kind.__table__)
    converters = [_converters(column.type) for column in table.columns]
    keys = tuple(column.key for column in table.columns)
    return Shape(
        kind,
        table,
        keys,
        tuple(there for there, _back in converters),
        tuple(back for _there, back in converters),
        keys.index("version"),
    )


@cache
def kinds_by_table() -> Mapping[str, type[Record]]:
    return {shape_of(kind).table.name: kind for kind in RECORD_KINDS}


def plain_text(plain: Mapping[str, Any]) -> str:
    """JSON that is the same for the same content, so that it can be compared and checked."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(table: str, record_id: str, before: str | None, after: str | None) -> str:
    """32 hexadecimal digits over everything that an image says."""
    whole = json.dumps([table, record_id, before, after], ensure_ascii=False)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
