"""The lifecycle tables: the program's own rows (resources/facts), with the company's rows added.

Whoever opens a company reads the program's tables once (`exchange.facts_tables`) and hands them down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from virtualcio.analysis.inventory.product_facts import (
    MatchKind,
    ProductFamily,
    ProductMatch,
    ProductVersion,
    ServiceLifeFact,
    SuccessorRule,
)
from virtualcio.analysis.inventory.product_match import ProductMatcher, words_of
from virtualcio.model import ProductSupport, ServiceLife
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory

__all__ = [
    "LifecycleTables",
    "MatchKind",
    "ProductFamily",
    "ProductMatch",
    "ProductVersion",
    "ServiceLifeFact",
    "SuccessorRule",
    "match_product",
    "with_company_rows",
]


@dataclass(frozen=True)
class LifecycleTables:
    """Products with their ends, how texts name them, service lives, what follows a version."""

    products: tuple[ProductVersion, ...] = ()
    families: tuple[ProductFamily, ...] = ()
    service_life: Mapping[AssetCategory, ServiceLifeFact] = field(default_factory=dict)
    successors: tuple[SuccessorRule, ...] = ()

    @cached_property
    def matcher(self) -> ProductMatcher:
        return ProductMatcher(self.products, self.families)

    @cached_property
    def _successors_by_product(self) -> Mapping[str, tuple[SuccessorRule, ...]]:
        found: dict[str, tuple[SuccessorRule, ...]] = {}
        for rule in self.successors:
            found[rule.product] = (*found.get(rule.product, ()), rule)
        return found

    def successor_rule(self, version: ProductVersion) -> SuccessorRule | None:
        """The rule with the longest fitting version prefix."""
        fitting = [
            rule
            for rule in self._successors_by_product.get(version.product, ())
            if version.version == rule.version_prefix
            or not rule.version_prefix
            or version.version.startswith(f"{rule.version_prefix} ")
            or version.version.startswith(f"{rule.version_prefix}.")
        ]
        return max(fitting, key=lambda rule: len(rule.version_prefix), default=None)


def match_product(text: str, tables: LifecycleTables) -> ProductMatch:
    """The product version that `text` names. Unknown, ambiguous or assumed answers say so."""
    return tables.matcher.match(text)


def _same(product: str, version: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return words_of(product), words_of(version)


def with_company_rows(tables: LifecycleTables, data: CompanyData) -> LifecycleTables:
    """The tables with the company's own rows: they replace a row of the same product and version,
    or a category's service life, and add what the program does not know.

    An own row leaves its own date alone when it says none: "no end announced" is a statement, too.
    Without own rows the given tables come back as they are.
    """
    own_products = data.all(ProductSupport)
    own_lives = data.all(ServiceLife)
    if not own_products and not own_lives:
        return tables
    rows = {_same(row.product, row.version): row for row in tables.products}
    families = list(tables.families)
    names = {name: family.product for family in families for name in family.names}
    for own in own_products:
        spoken = " ".join(words_of(own.product))
        if not spoken:
            continue
        product = names.get(spoken, own.product)
        if spoken not in names:
            families.append(ProductFamily(own.product, (spoken,)))
            names[spoken] = own.product
        key = " ".join(words_of(own.product_version))
        before = rows.get(_same(product, own.product_version))
        base = before or ProductVersion(product, own.product_version.strip(), (key,) if key else ("",))
        rows[_same(product, own.product_version)] = replace(
            base,
            security_end=own.security_end,
            extended_end=own.extended_end,
            source=own.source,
            as_of=own.as_of,
            certainty="",
            remedy=own.remedy,
            own=True,
        )
    lives = dict(tables.service_life)
    for life in own_lives:
        if life.years > 0:
            lives[life.category] = ServiceLifeFact(life.category, life.years, life.source, own=True)
    return LifecycleTables(tuple(rows.values()), tuple(families), MappingProxyType(lives), tables.successors)
