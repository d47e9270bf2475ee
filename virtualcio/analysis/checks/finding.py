"""What a check says: which rule, about which things, with raw values. Words are made elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio.model import Record


class Severity(StrEnum):
    ACT = "act"
    WATCH = "watch"


@dataclass(frozen=True)
class Finding:
    """One finding. `objects` are kind and key of what it is about, the most important first.

    `params` are raw values (Decimal, date, int, str, StrEnum members) that the sentence is made from;
    names of things are looked up by key. `money` is what is at stake, `act_by` the day by which to act.
    `set_aside_by` is the key of the row that sets it aside today, None if it is open.
    """

    check_id: str
    severity: Severity
    objects: tuple[tuple[type[Record], str], ...]
    params: Mapping[str, object] = field(default_factory=dict)
    money: Decimal | None = None
    act_by: date | None = None
    set_aside_by: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What a decision about the finding is kept under: check and key of the first object ("" if none)."""
        return self.check_id, self.objects[0][1] if self.objects else ""

    @property
    def open(self) -> bool:
        return self.set_aside_by is None
