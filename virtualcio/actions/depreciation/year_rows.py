"""The list of a fiscal year as window and command line show it: things, their figures, and the sums."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.depreciation.depreciation_words import life_words, method_name
from virtualcio.analysis.amounts import total
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.items_of import Thing
from virtualcio.analysis.depreciation.problems import ProblemId
from virtualcio.analysis.depreciation.year_cents import YearRow, YearSums
from virtualcio.model import Application, Asset
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class ListedItem:
    """One thing in a fiscal year. `wrong`: something about its entries is to be put right. `lifeless`: it is
    not depreciated for want of a useful life.
    """

    thing: Thing
    row: YearRow
    wrong: bool
    lifeless: bool = False


@dataclass(frozen=True)
class ListChip:
    """A filter of the list: message id, and which things it keeps."""

    key: str
    title: str
    keeps: Callable[[ListedItem], bool]


CHIPS: tuple[ListChip, ...] = (
    ListChip("costs", mark("With depreciation"), lambda one: bool(one.row.depreciation)),
    ListChip("new", mark("Bought this year"), lambda one: bool(one.row.addition)),
    ListChip("left", mark("Left this year"), lambda one: bool(one.row.disposal_cost or one.row.proceeds)),
    ListChip("written_off", mark("Written off"), lambda one: not (one.row.closing or one.row.depreciation)),
    ListChip("wrong", mark("To put right"), lambda one: one.wrong),
)


def listed_items(company: "OpenCompany", year: int, book: Book) -> Sequence[ListedItem]:
    """All things of the fiscal year: first what is to be put right, then the dearest depreciation, then by
    name.
    """
    results = company.results
    problems = {key: {one.id for one in found} for key, found in results.depreciation_problems.items()}
    found = [
        ListedItem(
            thing_of(company, row.key),
            row,
            row.key in problems,
            row.method is Method.NONE and ProblemId.LIFE_MISSING in problems.get(row.key, ()),
        )
        for row in results.depreciation_year(year, book).rows
    ]
    return sorted(
        found, key=lambda one: (not one.wrong, -one.row.depreciation, -one.row.closing, one.thing.name)
    )


def thing_of(company: "OpenCompany", key: str) -> Thing:
    """The asset or application behind an item. KeyError if there is none."""
    return company.data.get(Asset, key) or company.data.find(Application, key)


def list_header(company: "OpenCompany", year: int) -> tuple[str, ...]:
    """Column titles; numbers begin with the third column but for method and life."""
    return (
        _("Name"), _("Bought"), _("Cost"), _("Method"), _("Life"),
        _("Depreciation {year}").format(year=year_name(company, year)), _("Book value"),
    )  # fmt: skip


NUMBER_COLUMNS = (2, 5, 6)


def list_cells(item: ListedItem) -> tuple[str, ...]:
    """As `list_header`."""
    row = item.row
    method = _("Life missing") if item.lifeless else method_name(row.method)
    if item.wrong:
        method = f"▲ {method}"
    return (
        item.thing.name, formats.day(item.thing.purchase_date), _amount(row.cost), method,
        life_words(row.life_months), _amount(row.depreciation), _amount(row.closing),
    )  # fmt: skip


def sum_cells(items: Sequence[ListedItem]) -> tuple[str, ...]:
    """What the listed things add up to, as `list_header`."""
    cost = total(item.row.cost for item in items)
    depreciation = total(item.row.depreciation for item in items)
    closing = total(item.row.closing for item in items)
    return (_("Total"), "", _amount(cost), "", "", _amount(depreciation), _amount(closing))


def year_sums(sums: YearSums) -> Mapping[str, Decimal]:
    """By name, for files of other programs."""
    names = (
        "cost", "opening", "addition", "depreciation", "disposal_cost", "disposal_book_value", "proceeds",
        "gain", "closing",
    )  # fmt: skip
    return {name: getattr(sums, name) for name in names}


def _amount(value: Decimal) -> str:
    """Without its sign, cents always: the books count them."""
    return formats.number(value, 2)
