"""What goes into the tax advisor's workbook: the register with the way to its amounts, and lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.depreciation.items import Book, Item
from virtualcio.analysis.depreciation.movement import Movement, movement
from virtualcio.analysis.depreciation.rules import TaxRules
from virtualcio.analysis.depreciation.schedule import Schedule, Walked, schedule_of, walked
from virtualcio.model.depreciation import DepreciationMethod, DisposalReason


@dataclass(frozen=True)
class BookWay:
    """A thing in one book: how it is reckoned, and what the fiscal year of the workbook moves."""

    way: Walked
    schedule: Schedule
    movement: Movement


def book_way(item: Item, rules: TaxRules, book: Book, year: int) -> BookWay:
    """Of an item as the register has it."""
    way = walked(item, rules, book)
    schedule = schedule_of(way, rules, book)
    return BookWay(way, schedule, movement(schedule, year))


@dataclass(frozen=True)
class RegisterThing:
    """A row of the register. Texts are as typed; `group` is its title in the movement table."""

    key: str
    number: str
    name: str
    account: str
    depreciation_account: str
    group: str
    item: Item
    books: Mapping[Book, BookWay]
    supplier: str = ""
    invoice: str = ""
    serial_number: str = ""
    cost_centre: str = ""
    site: str = ""
    note: str = ""

    @property
    def tax(self) -> BookWay:
        return self.books[Book.TAX]

    @property
    def commercial(self) -> BookWay:
        return self.books[Book.COMMERCIAL]

    @property
    def moves(self) -> bool:
        """Whether it stands in the books of the fiscal year."""
        return any(one.movement != Movement() for one in self.books.values())


@dataclass(frozen=True)
class ContractRow:
    """A running contract. Amounts net; None where nobody entered a price."""

    name: str
    kind: str
    supplier: str
    number: str
    start: date | None
    end: date | None
    leased: bool
    yearly: Decimal | None
    in_year: Decimal | None
    account: str
    account_name: str
    cost_centre: str


@dataclass(frozen=True)
class PlannedRow:
    """A capital investment that is planned; `amounts` of three fiscal years."""

    name: str
    origin: str
    category: str
    supplier: str
    cost_centre: str
    amounts: tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True)
class TaxWords:
    """Names in the language of the workbook. `settings`: what was chosen, title and answer.

    `accounts`: by number; `problems`: a thing and what is odd about it; `sources`: rule, law, how sure.
    """

    methods: Mapping[DepreciationMethod, str]
    books: Mapping[Book, str]
    reasons: Mapping[DisposalReason, str]
    settings: Sequence[tuple[str, str]]
    accounts: Mapping[str, str]
    problems: Sequence[tuple[str, str]] = ()
    sources: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True)
class TaxWorkbook:
    """`year`: fiscal year, named by its start. `missing`: names of owned things that lack price or day."""

    company: str
    day: date
    year: int
    rules: TaxRules
    chart: str
    things: Sequence[RegisterThing]
    contracts: Sequence[ContractRow]
    planned: Sequence[PlannedRow]
    gain_account: str
    loss_account: str
    missing: Sequence[str]
    words: TaxWords

    def year_name(self, year: int) -> str:
        """'2026', or '2026/27' where the fiscal year is not the calendar year."""
        return str(year) if self.rules.fiscal_start == 1 else f"{year}/{(year + 1) % 100:02d}"
