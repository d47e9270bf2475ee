"""Short ways to items of the register and to the program's own rules, for tests."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from virtualcio.analysis.depreciation.items import Book, Disposal, Item, Method, PerBook, TakeOver
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.analysis.depreciation.schedule import Schedule, schedule
from virtualcio.exchange.tax_tables import tax_tables

TABLES = tax_tables()


def rules(country: Country = Country.DE, **choices: Any) -> TaxRules:
    return TaxRules(TABLES, country, **choices)


def item(
    cost: str,
    bought: str,
    life_key: str = "",
    *,
    method: Method | None = None,
    years: int | None = None,
    taken_over: tuple[str, str, int] | None = None,
    sold: tuple[tuple[str, int, str], ...] = (),
    **others: Any,
) -> Item:
    """The same for both books. `sold`: day, pieces, proceeds; `taken_over`: day, book value, months left."""
    if life_key and "traits" not in others:
        others["traits"] = TABLES.lives[life_key].traits
    older = None
    if taken_over is not None:
        older = TakeOver(date.fromisoformat(taken_over[0]), Decimal(taken_over[1]), taken_over[2])
    return Item(
        key="thing",
        name="Thing",
        cost=Decimal(cost),
        bought=date.fromisoformat(bought),
        life_key=life_key,
        method=PerBook(method, method),
        life_years=PerBook(years, years),
        taken_over=PerBook(older, older),
        disposals=tuple(Disposal(date.fromisoformat(day), count, Decimal(paid)) for day, count, paid in sold),
        **others,
    )


def plan(thing: Item, choices: TaxRules | None = None, book: Book = Book.TAX) -> Schedule:
    return schedule(thing, choices or rules(), book)


def by_year(found: Schedule) -> Mapping[int, str]:
    """Depreciation by fiscal year, as text."""
    return {year.fiscal_year: str(year.depreciation) for year in found.years}
