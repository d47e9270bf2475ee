"""Finding any record by a few letters: names first, then what else is written about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.cells import fold
from virtualcio.actions.columns import Kind, Table
from virtualcio.actions.tables import TABLES, child_name
from virtualcio.model import ProductSupport, Record, ServiceLife
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

MOST = 50
_NOT_SEARCHED = (ProductSupport, ServiceLife)  # settings, not things


@dataclass(frozen=True)
class Found:
    """A record that matches; `where` is the text that did, "" if it is the name itself."""

    table: str
    record: str
    name: str
    kind: str  # "System", in the language of the interface
    where: str = ""


@dataclass(frozen=True)
class _Entry:
    record_id: str
    name: str
    folded_name: str
    texts: tuple[tuple[str, str], ...]  # folded, as written


def find(company: "OpenCompany", text: str, most: int = MOST) -> Sequence[Found]:
    """Records in which all words of `text` occur: names that begin with it, names, then other texts."""
    words = fold(text).split()
    if not words:
        return []
    ranked: list[tuple[int, int, str, Found]] = []
    for order, table in enumerate(TABLES):
        if table.kind in _NOT_SEARCHED or table.parent_table:
            continue
        for entry in _entries(company, table):
            rank, where = _match(entry, words)
            if rank is not None:
                found = Found(table.key, entry.record_id, entry.name, _(table.singular), where)
                ranked.append((rank, order, entry.folded_name, found))
    ranked.sort(key=lambda one: one[:3])
    return [found for _rank, _order, _name, found in ranked[:most]]


def _match(entry: _Entry, words: Sequence[str]) -> tuple[int | None, str]:
    if all(word in entry.folded_name for word in words):
        return (0 if entry.folded_name.startswith(words[0]) else 1), ""
    for folded, written in entry.texts:
        if all(word in folded or word in entry.folded_name for word in words):
            return 2, written
    return None, ""


def _entries(company: "OpenCompany", table: Table) -> Sequence[_Entry]:
    """The searchable texts of a table, kept until one of its records changes."""
    fields = [
        column.field
        for column in table.columns
        if column.kind in (Kind.TEXT, Kind.LONG_TEXT) and column.field not in (None, table.name_field)
    ]

    def made() -> Sequence[_Entry]:
        return [
            _entry(company, record, [field for field in fields if field is not None])
            for record in company.data.all(table.kind)
        ]

    led_to = table.name_column.target
    kinds = (table.kind,) if led_to is None else (table.kind, led_to)
    return company.results.kept.whole(f"search_{table.key}", kinds, made)


def _entry(company: "OpenCompany", record: Record, fields: Sequence[str]) -> _Entry:
    name = child_name(company, record)
    texts = [str(getattr(record, field)) for field in fields]
    return _Entry(record.id, name, fold(name), tuple((fold(text), text) for text in texts if text))
