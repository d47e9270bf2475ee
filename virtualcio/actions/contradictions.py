"""Values that cannot be true together, refused while typing. Doubtful but possible ones are findings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from virtualcio.errors import RefusedValue
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class Contradiction:
    """`holds(record)` is true if the record's `fields` contradict each other; `text` is the sentence."""

    kinds: tuple[type[Record], ...]
    fields: frozenset[str]
    holds: Callable[[Any], bool]
    text: str

    def refusal(self, _company: "OpenCompany", record: Record) -> RefusedValue | None:
        return RefusedValue(self.text) if self.holds(record) else None


@dataclass(frozen=True)
class ContradictionAround:
    """A record contradicts others or the day: `says` gives the refusal, or None."""

    kinds: tuple[type[Record], ...]
    fields: frozenset[str]
    says: "Callable[[OpenCompany, Any], RefusedValue | None]"

    def refusal(self, company: "OpenCompany", record: Record) -> RefusedValue | None:
        return self.says(company, record)


def wrong_order(record: Any, early: str, late: str) -> bool:
    """Whether the day or number that has to be the later or larger one is before the other."""
    first, second = getattr(record, early), getattr(record, late)
    return first is not None and second is not None and bool(second < first)
