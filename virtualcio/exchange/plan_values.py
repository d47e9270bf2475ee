"""What a value of an import plan can be beside a plain one: things by name, measured values, changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats

PART_ROWS = 10_000_000  # more than any file has rows: what is above it counts what comes of one row


class Existing(StrEnum):
    """What happens to rows of the list that the company has already."""

    SKIP = "skip"
    FILL = "fill"  # empty fields only
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Named:
    """A reference by name, such as a site; `new`: the company has none of that name yet."""

    name: str
    new: bool = True

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a cell names, with how much of it: person-days, strength, months."""

    named: Named
    amount: Decimal | int | None = None

    def __str__(self) -> str:
        return self.named.name if self.amount is None else f"{self.named.name}: {plain_number(self.amount)}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a KPI. `percent`: the cell said so itself ("3 %", or shown as 3 %), it counts in percent."""

    day: date
    value: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{formats.day(self.day)}: {plain_number(self.value)}"


@dataclass(frozen=True, slots=True)
class Booked:
    """What was spent on an account from `first` to `last`; `company` is the one that the list names."""

    first: date
    last: date
    amount: Decimal
    company: str = field(default="", compare=False)

    def __str__(self) -> str:
        return (
            f"{formats.money(self.amount, cents=True)} ({formats.day(self.first)} – {formats.day(self.last)})"
        )

    def overlaps(self, other: "Booked") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Booked") -> bool:
        """Whether all days of the other are days of this one: a longer list replaces a shorter one."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a record that is there: what it holds, and what it will hold. Things stand there by name."""

    before: object
    after: object


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """Values that are new, and values of a day that become others (day, before, after)."""

    added: tuple[Measured, ...]
    changed: tuple[tuple[date, Decimal, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record of the company: `values` by field key, things by name, several of them as Parts."""

    id: str
    name: str
    values: Mapping[str, object]


def row_in_file(number: int) -> int:
    """The row of the file from which a row of the plan comes."""
    return number % PART_ROWS


def plain_number(value: Decimal | int) -> str:
    """Without zeros at the end: 6.100000 is '6,1'."""
    exact = Decimal(value)
    places = max(0, -int(exact.normalize().as_tuple().exponent)) if exact else 0
    return formats.number(exact, places)
