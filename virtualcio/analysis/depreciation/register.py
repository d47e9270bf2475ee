"""What is said about items of the register: their group in the balance sheet, their problems."""

from collections.abc import Sequence
from enum import StrEnum

from virtualcio.analysis.depreciation.items import Book, Item
from virtualcio.analysis.depreciation.items_of import Thing, life_key_of
from virtualcio.analysis.depreciation.problems import Problem
from virtualcio.analysis.depreciation.rules import TaxRules, TaxTables
from virtualcio.analysis.depreciation.terms import terms_of


class AssetGroup(StrEnum):
    """Groups of fixed assets in the balance sheet, § 266 (2) A HGB, as far as IT has them."""

    INTANGIBLE = "intangible"  # I.2: bought software, licences, websites
    EQUIPMENT = "equipment"  # II.3: other equipment, operating and office equipment


def asset_group(item: Item) -> AssetGroup:
    """Where an item stands in the balance sheet."""
    return AssetGroup.EQUIPMENT if item.traits.tangible else AssetGroup.INTANGIBLE


def problems_of(item: Item, rules: TaxRules) -> Sequence[Problem]:
    """What is wrong with its entries in either book, each once."""
    found: list[Problem] = []
    for book in Book:
        found += [problem for problem in terms_of(item, rules, book).problems if problem not in found]
    return tuple(found)


def may_have_problems(thing: Thing, tables: TaxTables, disposals: bool) -> bool:
    """False only where none can come up: so that a list of ten thousand ordinary devices takes no time."""
    if disposals or thing.cost is None or thing.cost <= 0 or getattr(thing, "quantity", 1) < 1:
        return True
    typed = (
        thing.in_use_on, thing.taken_over_on, thing.retired_on, thing.tax_method, thing.commercial_method,
        thing.tax_life_years, thing.commercial_life_years, thing.declining_percent,
    )  # fmt: skip
    used = getattr(thing, "service_life_years", None)
    return any(one is not None for one in typed) or used is not None or not life_key_of(thing, tables)
