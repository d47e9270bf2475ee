"""All records of one company file in memory, and the links between them followed in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar, cast

from virtualcio.model import RECORD_KINDS, Company
from virtualcio.model.base import Record

R = TypeVar("R", bound=Record)


class CompanyData:
    """What analysis reads. Records hold keys of other records; indexes are derived
    here and dropped on change.

    Only the store (and tests that build a company by hand) put records in or take them out.
    `revision` counts per kind what has changed, so that results know whether they still hold.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[type[Record], dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
        self._revisions: dict[type[Record], int] = dict.fromkeys(RECORD_KINDS, 0)
        self.changes = 0  # rises with every change of any kind
        # Per kind the keys of what was added, changed or taken out, in that order; it only grows.
        self._news: dict[type[Record], list[str]] = {kind: [] for kind in RECORD_KINDS}
        self._indexes: dict[tuple[type[Record], str], dict[Any, list[Record]]] = {}
        for record in records:
            self._records[type(record)][record.id] = record

    @property
    def company(self) -> Company:
        return next(iter(self.all(Company)))

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every record of a kind, in the order they were made."""
        return cast("list[R]", list(self._records[kind].values()))

    def by_key(self, kind: type[R]) -> Mapping[str, R]:
        return cast("Mapping[str, R]", MappingProxyType(self._records[kind]))

    def get(self, kind: type[R], key: str | None) -> R | None:
        return None if key is None else cast("R | None", self._records[kind].get(key))

    def find(self, kind: type[R], key: str) -> R:
        """KeyError if there is none."""
        return cast("R", self._records[kind][key])

    def count(self, kind: type[Record]) -> int:
        return len(self._records[kind])

    def where(self, kind: type[R], field: str, value: object) -> Sequence[R]:
        """All records of a kind whose `field` is `value`, by an index: `where(Asset, "site_id", site.id)`."""
        index = self._indexes.get((kind, field))
        if index is None:
            index = defaultdict(list)
            for record in self._records[kind].values():
                index[getattr(record, field)].append(record)
            self._indexes[(kind, field)] = index
        return cast("list[R]", index.get(value, []))

    def news(self, kind: type[Record], start: int) -> Sequence[str]:
        """Keys of what was added, changed or taken out since the log of this kind had `start` entries."""
        return self._news[kind][start:]

    def news_count(self, kind: type[Record]) -> int:
        """How many entries the log of a kind has by now."""
        return len(self._news[kind])

    def revision(self, kinds: Iterable[type[Record]]) -> tuple[int, ...]:
        """Changes whenever a record of one of `kinds` changed."""
        return tuple(self._revisions[kind] for kind in kinds)

    # --- for the store and for tests -------------------------------------------------

    def put(self, record: Record) -> None:
        kind = type(record)
        self._records[kind][record.id] = record
        for index, value in self._buckets(record):
            index[value] = [*index[value], record]  # whoever walks over the old list is not disturbed
        self.written({kind: (record.id,)})

    def take_out(self, record: Record) -> None:
        kind = type(record)
        del self._records[kind][record.id]
        for index, value in self._buckets(record):
            index[value] = [other for other in index[value] if other is not record]
        self.written({kind: (record.id,)})

    def _buckets(self, record: Record) -> Iterable[tuple[dict[Any, list[Record]], Any]]:
        """The indexes of its kind, each with the value under which the record stands."""
        for (kind, field), index in self._indexes.items():
            if kind is type(record):
                yield index, getattr(record, field)

    def written(self, keys: Mapping[type[Record], Iterable[str]]) -> None:
        """These records were added, taken out, or written as they are: indexes hold."""
        self.changes += 1
        for kind, some in keys.items():
            self._revisions[kind] += 1
            self._news[kind].extend(some)

    def touched(self, keys: Mapping[type[Record], Iterable[str]]) -> None:
        """These records changed past the door, by kind: drop what was derived from them."""
        self.written(keys)
        for known in [known for known in self._indexes if known[0] in keys]:
            del self._indexes[known]

    def field_changes(self, record: Record, field: str) -> None:
        """`record` gets another value in `field`: drop what was derived from it."""
        kind = type(record)
        self.changes += 1
        self._revisions[kind] += 1
        self._news[kind].append(record.id)
        self._indexes.pop((kind, field), None)

    def restore_members(self, kind: type[Record], members: Mapping[str, Record]) -> None:
        """The records of a kind as they were before a change that was refused, in the same order."""
        records = self._records[kind]
        different = records.keys() ^ members.keys()
        records.clear()
        records.update(members)
        self.touched({kind: different})
