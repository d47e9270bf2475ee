"""The key figures of a fiscal year in one book, each with how it comes about."""

from collections.abc import Callable, Sequence
from heapq import nlargest
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.depreciation.depreciation_words import BOOKS, LOW_VALUE_RULES
from virtualcio.actions.depreciation.year_rows import ListedItem, listed_items
from virtualcio.actions.key_figure import KeyFigure
from virtualcio.actions.tone import Tone
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.year_cents import (
    ADDITION,
    CLOSING,
    DEPRECIATION,
    DISPOSAL_BOOK_VALUE,
    PROCEEDS,
)
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.texts import _, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST = 30  # rows of a derivation; more nobody reads


def depreciation_figures(company: "OpenCompany", year: int, book: Book) -> Sequence[KeyFigure]:
    """What the year costs, what the next one will, what is left in the books, and what disposals brought."""
    results = company.results
    items, sums = listed_items(company, year, book), results.depreciation_year(year, book).sums
    named, law = year_name(company, year), translate(BOOKS[book])
    figures = [
        KeyFigure(
            "depreciation", _("Depreciation {year}").format(year=named), formats.money(sums.depreciation),
            derivation=_rows(items, lambda cents: cents[DEPRECIATION]),
            rule=[_("By {book}, of everything that was bought by today.").format(book=law),
                  _low_value_words(company, year)],
        ),
        KeyFigure(
            "book_value", _("Book value at the end"), formats.money(sums.closing),
            derivation=_rows(items, lambda cents: cents[CLOSING]),
            rule=[_("What stands in the books at the end of {year}.").format(year=named)],
        ),
    ]  # fmt: skip
    if sums.addition:
        figures.append(
            KeyFigure(
                "additions", _("Bought this year"), formats.money(sums.addition),
                derivation=_rows(items, lambda cents: cents[ADDITION]),
                rule=[_("Purchase prices of what came in {year}.").format(year=named)],
            )
        )  # fmt: skip
    if sums.disposal_cost or sums.proceeds:
        figures.append(
            KeyFigure(
                "gain", _("Gain or loss of disposals"), formats.money(sums.gain),
                tone=Tone.ACT if sums.gain < 0 else Tone.NEUTRAL,
                derivation=_rows(items, lambda cents: cents[PROCEEDS] - cents[DISPOSAL_BOOK_VALUE]),
                rule=[_("Proceeds less the book value on the day of leaving.")],
            )
        )  # fmt: skip
    return figures


def _rows(
    items: Sequence[ListedItem], cents_of: Callable[[tuple[int, ...]], int]
) -> Sequence[tuple[str, str]]:
    """The largest first; what is beyond thirty rows is one row."""
    found = [(item, cents) for item in items if (cents := cents_of(item.row.cents))]
    first = nlargest(_MOST, found, key=lambda one: abs(one[1]))
    rows = [(item.thing.name, formats.money(amount_of(cents))) for item, cents in first]
    if len(found) > _MOST:
        rest = sum(cents for _item, cents in found) - sum(cents for _item, cents in first)
        rows.append((_("All others"), formats.money(amount_of(rest))))
    return rows


def _low_value_words(company: "OpenCompany", year: int) -> str:
    rule = company.results.tax_rules.low_value_of(year)
    return _("Low-value things of {year}: {rule}.").format(
        year=year_name(company, year), rule=translate(LOW_VALUE_RULES[rule])
    )
