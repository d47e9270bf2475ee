"""What was computed, kept as long as the records it was computed from have not changed."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar, cast

from virtualcio.model import Record
from virtualcio.model.company_data import CompanyData

T = TypeVar("T")


class Kept:
    """Results that read whole kinds are dropped when one of these kinds changes; parts that read a single
    record are kept by its key and version. `made` counts what was computed, by name.

    Not to be asked within an open change: a record's version rises when the change is written.
    """

    def __init__(self, data: CompanyData) -> None:
        self._data = data
        self._wholes: dict[str, tuple[tuple[int, ...], Any]] = {}
        self._parts: dict[str, tuple[Hashable, dict[str, tuple[int, Any]]]] = {}
        self.made: Counter[str] = Counter()

    def whole(self, name: str, kinds: Iterable[type[Record]], make: Callable[[], T]) -> T:
        """`make()`, unless none of `kinds` changed since it was made under this name."""
        stamp = self._data.revision(kinds)
        known = self._wholes.get(name)
        if known is not None and known[0] == stamp:
            return cast("T", known[1])
        value = make()
        self.made[name] += 1
        self._wholes[name] = (stamp, value)
        return value

    def part(self, name: str, record: Record, basis: Hashable, make: Callable[[], T]) -> T:
        """`make()` for one record, unless it has the version and `basis` with which it was made."""
        known_basis, parts = self._parts.get(name, (None, None))
        if parts is None or known_basis != basis:
            parts = {}
            self._parts[name] = (basis, parts)
        known = parts.get(record.id)
        if known is not None and known[0] == record.version:
            return cast("T", known[1])
        value = make()
        self.made[name] += 1
        parts[record.id] = (record.version, value)
        return value
