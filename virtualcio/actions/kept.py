"""What was computed, kept as long as the records it was computed from have not changed."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
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
    revision: tuple[int, ...]
    basis: Hashable
    versions: dict[str, int] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


class Kept:
    """Figures that read whole kinds are dropped when one of these kinds changes; what follows from a single
    record is kept by its key and version. `made` counts what was computed, by name.

    Not to be asked within an open change: a record's version rises when the change is written.
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

        Made again only for records with another version, or for all if a record of `others` or `extra`
        (what else `make` reads) changed.
        """
        known = self._eachs.get(name)
        basis = (self._data.revision(others), extra)
        if known is not None and known.basis == basis:
            if known.changes == self._data.changes:
                return cast("Mapping[str, T]", known.values)
        else:
            known = self._eachs[name] = _Each(-1, (), basis)
        revision = self._data.revision(kinds)
        if known.revision != revision:
            self._renew(name, kinds, make, known)
            known.revision = revision
        known.changes = self._data.changes
        return cast("Mapping[str, T]", known.values)

    def _renew(self, name: str, kinds: Kinds, make: Callable[[Any], T], known: _Each) -> None:
        versions, values = known.versions, known.values
        count = 0
        for kind in kinds:
            records = self._data.by_key(kind)
            count += len(records)
            for key, record in records.items():
                version = record.version
                if versions.get(key) != version:
                    values[key] = make(record)
                    versions[key] = version
                    self.made[name] += 1
        if len(versions) > count:  # some were deleted
            left = {key for kind in kinds for key in self._data.by_key(kind)}
            for key in versions.keys() - left:
                del versions[key], values[key]
