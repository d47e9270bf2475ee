"""What the depreciation rules look at: a thing (or group of like things) of the register, free of records."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from virtualcio.model.depreciation import DepreciationMethod, DisposalReason

Method = DepreciationMethod
T = TypeVar("T")


class Book(StrEnum):
    """The two books: for the tax office, and by commercial law."""

    TAX = "tax"
    COMMERCIAL = "commercial"


@dataclass(frozen=True, slots=True)
class PerBook(Generic[T]):
    """What was chosen for each book; None: as the rules propose."""

    tax: T | None = None
    commercial: T | None = None

    def of(self, book: Book) -> T | None:
        return self.tax if book is Book.TAX else self.commercial


@dataclass(frozen=True)
class Traits:
    """What the law asks about a thing. `digital`: on the list of the letter of 22 Feb 2022."""

    movable: bool = True
    tangible: bool = True
    independently_usable: bool = True
    digital: bool = False
    trivial_software: bool = False  # treated as a thing as long as it is cheap


@dataclass(frozen=True)
class TakeOver:
    """What older books said when the thing came into this one: book value as the month of `day` began."""

    day: date
    book_value: Decimal
    months_left: int


@dataclass(frozen=True)
class Disposal:
    """Pieces that left. `proceeds`: net, of all these pieces."""

    day: date
    pieces: int = 1
    proceeds: Decimal = Decimal("0.00")
    reason: DisposalReason = DisposalReason.SALE


@dataclass(frozen=True)
class Item:
    """One row of the register. `cost`: net, after discount, with freight and installation, of all pieces.

    `in_use`: depreciation starts in its month, None: with the purchase. `life_key`: row of the table of
    useful lives, "" if none fits. `declining_percent`: rate a year, None: the highest allowed.
    """

    key: str
    name: str
    cost: Decimal
    bought: date
    life_key: str = ""
    pieces: int = 1
    in_use: date | None = None
    traits: Traits = Traits()
    method: PerBook[Method] = field(default_factory=PerBook)
    life_years: PerBook[int] = field(default_factory=PerBook)
    declining_percent: Decimal | None = None
    taken_over: PerBook[TakeOver] = field(default_factory=PerBook)
    disposals: tuple[Disposal, ...] = ()
