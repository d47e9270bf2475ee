"""What the cells of a table say, kept per record until a change drops it, so that painting, sorting and
filtering of many thousand rows read plain strings and tuples.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from virtualcio.actions import cells
from virtualcio.actions.columns import Chip, Column, Kind, Status, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.store.workspace import Change

# What these columns show can change with rows of other kinds: names of related things, computed results.
_LOOKS_ELSEWHERE = frozenset({Kind.REFERENCE, Kind.LINKS, Kind.STATUS})
_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE})


class CellTexts:
    """Texts, statuses, sort keys, search texts and chip membership of one table's records."""

    def __init__(self, company: OpenCompany, table: Table) -> None:
        self._company = company
        self._table = table
        self._texts: dict[str, dict[str, Any]] = {column.key: {} for column in table.columns}
        self._names: dict[str, dict[str, Any]] = {column.key: {} for column in table.columns}
        self._statuses: dict[str, dict[str, Any]] = {column.key: {} for column in table.columns}
        self._sort_keys: dict[str, dict[str, Any]] = {column.key: {} for column in table.columns}
        self._ranks: dict[str, dict[str, int]] = {}
        self._searched: tuple[Column, ...] = ()
        self._search: dict[str, bytes] = {}  # UTF-8: one narrow space would double a text's size
        self._kept: dict[str, dict[str, bool]] = {chip.key: {} for chip in table.chips}

    def text(self, column: Column, record: Record) -> str:
        known: dict[str, str] = self._texts[column.key]
        found = known.get(record.id)
        if found is None:
            found = known[record.id] = cells.text_of(self._company, column, record)
        return found

    def names(self, column: Column, record: Record) -> tuple[str, ...]:
        """All names in a cell of links, in the order in which they are shown."""
        known: dict[str, tuple[str, ...]] = self._names[column.key]
        found = known.get(record.id)
        if found is None:
            found = known[record.id] = self._names_in(column, record)
        return found

    def _names_in(self, column: Column, record: Record) -> tuple[str, ...]:
        return tuple(
            cells.names_of(self._company, column, cells.value_of(self._company, column, record) or ())
        )

    def shown_names(self, column: Column, record: Record) -> tuple[str, ...]:
        """The same, but one phrase where every single one is meant."""
        if column.all_words:
            keys = cells.value_of(self._company, column, record) or ()
            phrase = cells.all_of_them(self._company, column, keys)
            if phrase:
                return (phrase,)
        return self.names(column, record)

    def status(self, column: Column, record: Record) -> Status | None:
        """The sign, word and tone of a status cell; None if there is nothing to say."""
        known: dict[str, Status | None] = self._statuses[column.key]
        if record.id not in known:
            value = cells.value_of(self._company, column, record)
            known[record.id] = value if isinstance(value, Status) else None
        return known[record.id]

    def sort_key(self, column: Column, record: Record) -> Any:
        """None where there is no value; such rows stand last in either direction."""
        known = self._sort_keys[column.key]
        if record.id not in known:
            key = cells.sort_key(self._company, column, record)
            known[record.id] = None if key[0] else _flat(key[1])
        return known[record.id]

    def ranks(self, column: Column) -> dict[str, int]:
        """The place of every record of the table in this column's order; equal values share a place, those
        without a value have none. Kept, because comparing numbers is much faster than comparing names.
        """
        known = self._ranks.get(column.key)
        if known is None:
            keyed = [
                (key, record.id)
                for record in self._company.data.all(self._table.kind)
                if (key := self.sort_key(column, record)) is not None
            ]
            keyed.sort(key=itemgetter(0))
            known, place, before = {}, -1, None
            for key, record_id in keyed:
                place += key != before
                before = key
                known[record_id] = place
            self._ranks[column.key] = known
        return known

    def rest(self) -> None:
        """Let go of what only sorting and filtering need; it is made again when it is asked for."""
        for known in self._sort_keys.values():
            known.clear()
        self._ranks.clear()
        self._search.clear()

    def search_in(self, columns: Sequence[Column]) -> None:
        """Which columns the filter line looks at: those that can be seen, and every stored word."""
        words = [column for column in self._table.columns if column.field and column.kind in _WORDS]
        wanted = {column.key: column for column in [*words, *columns]}
        if list(wanted) != [column.key for column in self._searched]:
            self._searched = tuple(wanted.values())
            self._search.clear()

    def search_text(self, record: Record) -> bytes:
        """All words of a record in lower case, as UTF-8. The single texts are not kept: few are painted."""
        found = self._search.get(record.id)
        if found is None:
            words = "\n".join(self._words_of(column, record) for column in self._searched)
            found = self._search[record.id] = words.casefold().encode("utf-8", "surrogatepass")
        return found

    def _words_of(self, column: Column, record: Record) -> str:
        text = self._texts[column.key].get(record.id)
        if text is None:
            text = cells.text_of(self._company, column, record)
        if column.kind is not Kind.LINKS:
            return text
        return "\n".join((text, *self._names_in(column, record)))

    def keeps(self, chip: Chip, record: Record) -> bool:
        known = self._kept.setdefault(chip.key, {})  # a page may filter by a chip of its own
        found = known.get(record.id)
        if found is None:
            found = known[record.id] = chip.keeps(self._company, record)
        return found

    def forget(self, change: Change | None) -> None:
        """Drop what `change` may have made wrong; None drops all."""
        kind = self._table.kind
        if change is None:
            self._forget_columns(self._table.columns)
        else:
            if set(change.kinds) - {kind}:
                self._forget_columns(
                    [column for column in self._table.columns if not column.field or _looks_elsewhere(column)]
                )
            self._forget_records(change.touched.get(kind, frozenset()))

    def _forget_columns(self, columns: Iterable[Column]) -> None:
        for column in columns:
            self._ranks.pop(column.key, None)
            for known in (self._texts, self._names, self._statuses, self._sort_keys):
                known[column.key].clear()
        self._search.clear()
        for kept in self._kept.values():
            kept.clear()

    def _forget_records(self, keys: Iterable[str]) -> None:
        self._ranks.clear()
        maps: list[dict[str, Any]] = [self._search, *self._kept.values()]
        for known in (self._texts, self._names, self._statuses, self._sort_keys):
            maps.extend(known.values())
        for key in keys:
            for one in maps:
                one.pop(key, None)


def _looks_elsewhere(column: Column) -> bool:
    return column.kind in _LOOKS_ELSEWHERE


def _flat(key: Any) -> Any:
    """The parts of a natural order as one text, which compares many times faster than tuples of tuples."""
    if isinstance(key, tuple) and key and isinstance(key[0], tuple):
        return "".join(f"{part:020d}" if kind == 0 else part for kind, part in key)
    return key
