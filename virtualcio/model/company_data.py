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

    def revision(self, kinds: Iterable[type[Record]]) -> tuple[int, ...]:
        """Changes whenever a record of one of `kinds` changed."""
        return tuple(self._revisions[kind] for kind in kinds)

    # --- for the store and for tests -------------------------------------------------

    def put(self, record: Record) -> None:
        self._records[type(record)][record.id] = record
        self.touched({type(record)})

    def take_out(self, record: Record) -> None:
        del self._records[type(record)][record.id]
        self.touched({type(record)})

    def touched(self, kinds: Iterable[type[Record]]) -> None:
        """Records of these kinds changed in place: drop what was derived from them."""
        changed = set(kinds)
        self.changes += 1
        for kind in changed:
            self._revisions[kind] += 1
        for known in [known for known in self._indexes if known[0] in changed]:
            del self._indexes[known]

    def field_changes(self, kind: type[Record], field: str) -> None:
        """One record of `kind` gets another value in `field`: drop what was derived from it."""
        self.changes += 1
        self._revisions[kind] += 1
        self._indexes.pop((kind, field), None)

    def restore_members(self, kind: type[Record], members: Mapping[str, Record]) -> None:
        """The records of a kind as they were before a change that was refused, in the same order."""
        records = self._records[kind]
        records.clear()
        records.update(members)
        self.touched({kind})
