"""What was computed, kept as long as the records it was computed from have not changed."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from virtualcio.model import Record
from virtualcio.model.company_data import CompanyData

T = TypeVar("T")
Kinds = tuple[type[Record], ...]


@dataclass
class _Whole:
    changes: int
    revision: tuple[int, ...]
    value: Any


@dataclass
class _Each:
    changes: int
    others: tuple[int, ...]
    extra: Hashable
    values: dict[str, Any] = field(default_factory=dict)
    read: dict[type[Record], int] = field(default_factory=dict)  # how far in the log of each kind
    owners: dict[str, str] = field(default_factory=dict)  # of each row that belongs to a record


class Kept:
    """Figures that read whole kinds are dropped when one of these kinds changes; what follows from a single
    record is kept until that record changes. `made` counts what was computed, by name.

    Not to be asked within an open change, which may still be taken back.
    """

    def __init__(self, data: CompanyData) -> None:
        self._data = data
        self._wholes: dict[str, _Whole] = {}
        self._eachs: dict[str, _Each] = {}
        self.made: Counter[str] = Counter()

    def whole(self, name: str, kinds: Kinds, make: Callable[[], T]) -> T:
        """`make()`, unless none of `kinds` changed since it was made under this name."""
        known = self._wholes.get(name)
        if known is not None and known.changes == self._data.changes:
            return cast("T", known.value)
        changes, revision = self._data.changes, self._data.revision(kinds)
        if known is not None and known.revision == revision:
            known.changes = changes
            return cast("T", known.value)
        value = make()
        self.made[name] += 1
        self._wholes[name] = _Whole(changes, revision, value)
        return value

    def each(
        self,
        name: str,
        kinds: Kinds,
        others: Kinds,
        make: Callable[[Any], T],
        extra: Hashable = None,
    ) -> Mapping[str, T]:
        """`make(record)` for all records of `kinds`, by key.

        Made again only for records that changed, or for all if a record of `others` or `extra`
        (what else `make` reads) changed.
        """
        known = self._eachs.get(name)
        if known is not None and known.changes == self._data.changes and known.extra == extra:
            return cast("Mapping[str, T]", known.values)
        revision = self._data.revision(others)
        if known is None or known.others != revision or known.extra != extra:
            known = self._eachs[name] = _Each(-1, revision, extra)
        for kind in kinds:
            self._catch_up(name, kind, make, known)
        known.changes = self._data.changes
        return cast("Mapping[str, T]", known.values)

    def each_with_rows(
        self,
        name: str,
        kind: type[Record],
        rows: Mapping[type[Record], str],
        make: Callable[[Any], T],
        extra: Hashable = None,
    ) -> Mapping[str, T]:
        """`make(record)` for all records of `kind`, by key, from the record and the rows that belong to it.

        `rows` names the kinds of these rows and their field with the record's key. Made again only for
        records that changed or one of whose rows was added, changed, moved or deleted.
        """
        known = self._eachs.get(name)
        if known is not None and known.changes == self._data.changes and known.extra == extra:
            return cast("Mapping[str, T]", known.values)
        if known is None or known.extra != extra:
            known = self._eachs[name] = _Each(-1, (), extra)
        todo = dict.fromkeys(self._news(kind, known))
        for row_kind, owner_field in rows.items():
            todo.update(dict.fromkeys(self._owners_of_news(row_kind, owner_field, known)))
        self._make(name, kind, todo, make, known)
        known.changes = self._data.changes
        return cast("Mapping[str, T]", known.values)

    def _news(self, kind: type[Record], known: _Each) -> Iterable[str]:
        """Keys of the records of a kind that `known` has not read since they changed."""
        start = known.read.get(kind)
        known.read[kind] = self._data.news_count(kind)
        return self._data.by_key(kind) if start is None else self._data.news(kind, start)

    def _owners_of_news(self, kind: type[Record], owner_field: str, known: _Each) -> Iterator[str]:
        rows = self._data.by_key(kind)
        for key in self._news(kind, known):
            before = known.owners.pop(key, None)
            if before is not None:
                yield before
            if key in rows:
                known.owners[key] = getattr(rows[key], owner_field)
                yield known.owners[key]

    def _catch_up(self, name: str, kind: type[Record], make: Callable[[Any], T], known: _Each) -> None:
        self._make(name, kind, dict.fromkeys(self._news(kind, known)), make, known)

    def _make(
        self, name: str, kind: type[Record], keys: Iterable[str], make: Callable[[Any], T], known: _Each
    ) -> None:
        records = self._data.by_key(kind)
        for key in keys:
            if key in records:
                known.values[key] = make(records[key])
                self.made[name] += 1
            else:
                known.values.pop(key, None)
