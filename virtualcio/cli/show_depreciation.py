"""`show FILE depreciation`: what is depreciated in a fiscal year, in one of the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.budget.plan_words import this_year, year_name
from virtualcio.actions.depreciation.depreciation_words import BOOKS
from virtualcio.actions.depreciation.item_words import problem_lines
from virtualcio.actions.depreciation.year_rows import (
    NUMBER_COLUMNS,
    ListedItem,
    list_cells,
    list_header,
    listed_items,
    sum_cells,
    thing_of,
    year_sums,
)
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.schedule import Schedule, YearAmount
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.errors import RefusedValue
from virtualcio.texts import _, mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

BOOK_WORDS = {"tax": Book.TAX, "hgb": Book.COMMERCIAL}


@dataclass(frozen=True)
class DepreciationView:
    """Which fiscal year, None for this one, and which book."""

    year: int | None
    book: Book


def show_depreciation(company: "OpenCompany", as_json: bool, view: DepreciationView) -> int:
    """RefusedValue for a year in which nothing was there yet, or everything has long been written off."""
    results = company.results
    year = this_year(company) if view.year is None else view.year
    known = results.depreciation_years
    if year not in known:
        raise RefusedValue(
            mark("The books reach from {first} to {last}; there is nothing to show for {year}."),
            first=year_name(company, known[0]),
            last=year_name(company, known[-1]),
            year=year_name(company, year),
        )
    items = listed_items(company, year, view.book)
    if as_json:
        print_json(_json_year(company, year, view.book, items))
        return FINE
    print_title(
        _("Depreciation {year}, {book}, net in euros").format(
            year=year_name(company, year), book=translate(BOOKS[view.book])
        ),
        first=True,
    )
    if not items:
        print_wrapped(_("Nothing that the company owns has both a price and a day of purchase."))
    else:
        print()
        cells = [list_cells(item) for item in items]
        print_table(list_header(company, year), [*cells, sum_cells(items)], frozenset(NUMBER_COLUMNS))
    _print_problems(company)
    return FINE


def _print_problems(company: "OpenCompany") -> None:
    wrong = company.results.depreciation_problems
    if wrong:
        print_title(_("To put right"))
        for key in wrong:
            name = thing_of(company, key).name
            print_wrapped(f"{name}: {' '.join(problem_lines(company, key))}", "  ")
    missing = company.results.without_price_or_day
    if missing:
        print_title(_("In no register: price or day of purchase is missing"))
        print_wrapped(", ".join(thing.name for thing in missing), "  ")


def _json_year(
    company: "OpenCompany", year: int, book: Book, items: Sequence[ListedItem]
) -> dict[str, object]:
    results = company.results
    return {
        "year": year,
        "book": next(word for word, one in BOOK_WORDS.items() if one is book),
        "sums": year_sums(results.depreciation_year(year, book).sums),
        "items": [_json_item(company, item, book) for item in items],
        "problems": [
            {"id": key, "problems": [{"id": one.id, **one.params} for one in problems]}
            for key, problems in results.depreciation_problems.items()
        ],
        "in_no_register": [thing.id for thing in results.without_price_or_day],
    }


def _json_item(company: "OpenCompany", item: ListedItem, book: Book) -> dict[str, object]:
    schedule = company.results.depreciation_schedule(item.thing.id, book)
    return {
        "id": item.thing.id,
        "kind_of_record": type(item.thing).__tablename__,
        "name": item.thing.name,
        "bought": item.thing.purchase_date,
        "method": schedule.method,
        "life_months": schedule.life_months,
        "cost": item.row.cost,
        "depreciation": item.row.depreciation,
        "book_value": item.row.closing,
        "gain": item.row.gain,
        "years": [_json_amounts(one) for one in schedule.years],
        "disposals": _json_disposals(schedule),
    }


def _json_amounts(one: YearAmount) -> dict[str, object]:
    return {
        "year": one.fiscal_year,
        "months": one.months,
        "opening": one.opening,
        "addition": one.addition,
        "depreciation": one.depreciation,
        "disposal_book_value": one.disposal_book_value,
        "gain": one.gain,
        "closing": one.closing,
        "straight_line_from_here": one.switched_to_linear,
    }


def _json_disposals(schedule: Schedule) -> list[dict[str, object]]:
    return [
        {
            "day": one.day,
            "pieces": one.pieces,
            "book_value": one.book_value,
            "proceeds": one.proceeds,
            "gain": one.gain,
            "reason": one.reason,
        }
        for one in schedule.disposals
    ]
