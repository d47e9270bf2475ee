"""The list of a fiscal year as window and command line show it: things, their figures, and the sums."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.depreciation.depreciation_words import life_words, method_name
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.items_of import Thing
from virtualcio.analysis.depreciation.problems import Problem, ProblemId
from virtualcio.analysis.depreciation.year_cents import (
    ADDITION,
    CLOSING,
    COST,
    DEPRECIATION,
    DISPOSAL_COST,
    PROCEEDS,
    YearRow,
    YearSums,
    YearTable,
)
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import Application, Asset
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True, slots=True)
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


def _has_left(item: ListedItem) -> bool:
    return item.row.cents[DISPOSAL_COST] != 0 or item.row.cents[PROCEEDS] != 0


def _written_off(item: ListedItem) -> bool:
    return item.row.cents[CLOSING] == item.row.cents[DEPRECIATION] == 0


CHIPS: tuple[ListChip, ...] = (
    ListChip("costs", mark("With depreciation"), lambda one: one.row.cents[DEPRECIATION] != 0),
    ListChip("new", mark("Bought this year"), lambda one: one.row.cents[ADDITION] != 0),
    ListChip("left", mark("Left this year"), _has_left),
    ListChip("written_off", mark("Written off"), _written_off),
    ListChip("wrong", mark("To put right"), lambda one: one.wrong),
)


def listed_items(company: "OpenCompany", year: int, book: Book) -> Sequence[ListedItem]:
    """All things of the fiscal year: first what is to be put right, then the dearest depreciation, then by
    name.
    """
    results = company.results
    table, problems = results.depreciation_year(year, book), results.depreciation_problems
    known = results.kept.whole("listed_items", (), dict[Book, _Listed])
    before = known.get(book)
    if before is None or before.table is not table or before.problems is not problems:
        items = _listed(company, table, problems, before.by_row if before is not None else {})
        by_row = {id(one.row): one for one in items}
        known[book] = before = _Listed(table, problems, items, by_row)
    return before.items


@dataclass(frozen=True)
class _Listed:
    """The list of one book as it was shown last, and what it was made from. `by_row`: items by the identity
    of their row: it is made anew with everything that the item says of its thing.
    """

    table: YearTable
    problems: Mapping[str, Sequence[Problem]]
    items: Sequence[ListedItem]
    by_row: Mapping[int, ListedItem]


def _listed(
    company: "OpenCompany",
    table: YearTable,
    problems: Mapping[str, Sequence[Problem]],
    before: Mapping[int, ListedItem],
) -> Sequence[ListedItem]:
    found = []
    for row in table.rows:
        item = before.get(id(row))
        if item is None or item.row is not row:
            wrong = row.key in problems
            lifeless = wrong and row.method is Method.NONE
            lifeless = lifeless and any(one.id is ProblemId.LIFE_MISSING for one in problems[row.key])
            item = ListedItem(thing_of(company, row.key), row, wrong, lifeless)
        found.append(item)
    return sorted(
        found,
        key=lambda one: (
            not one.wrong, -one.row.cents[DEPRECIATION], -one.row.cents[CLOSING], one.thing.name,
        ),
    )  # fmt: skip


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
    places = (COST, DEPRECIATION, CLOSING)
    cost, depreciation, closing = (amount_of(sum(item.row.cents[at] for item in items)) for at in places)
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
