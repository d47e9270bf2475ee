"""Reads the program's own lifecycle tables from resources/facts. Each row has its source and its day."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from virtualcio.analysis.inventory.lifecycle import LifecycleTables
from virtualcio.analysis.inventory.product_facts import (
    ProductFamily,
    ProductVersion,
    ServiceLifeFact,
    SuccessorRule,
)
from virtualcio.exchange.program_rows import program_rows
from virtualcio.model.inventory import AssetCategory, RemedyKind


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _versions() -> Iterator[ProductVersion]:
    for row in program_rows("facts", "product_support.csv"):
        yield ProductVersion(
            product=row["product"],
            version=row["version"],
            keys=tuple(row["keys"].split("|")),
            editions=tuple(frozenset(words.split()) for words in row["editions"].split("/") if words),
            release=_day(row["release"]),
            security_end=_day(row["security_end"]),
            extended_end=_day(row["extended_end"]),
            source=row["source"],
            as_of=_day(row["as_of"]),
            certainty=row["certainty"],
        )


def _families() -> Iterator[ProductFamily]:
    for row in program_rows("facts", "product_families.csv"):
        yield ProductFamily(
            product=row["product"],
            names=tuple(row["names"].split("|")),
            unless=frozenset(row["unless"].split("|")) - {""},
            device=row["device"] == "yes",
        )


def _successors() -> Iterator[SuccessorRule]:
    for row in program_rows("facts", "product_successors.csv"):
        yield SuccessorRule(
            product=row["product"],
            version_prefix=row["version_prefix"],
            remedy=RemedyKind(row["remedy"]),
            bought_from=_day(row["bought_from"]),
            otherwise=RemedyKind(row["otherwise"]) if row["otherwise"] else None,
            successor=row["successor"],
            why=row["why"],
            source=row["source"],
        )


def _service_lives() -> Iterator[ServiceLifeFact]:
    for row in program_rows("facts", "service_life.csv"):
        yield ServiceLifeFact(AssetCategory(row["category"]), int(row["years"]), row["source"])


@lru_cache(maxsize=1)
def program_tables() -> LifecycleTables:
    """The tables that come with the program, read once."""
    return LifecycleTables(
        products=tuple(_versions()),
        families=tuple(_families()),
        service_life=MappingProxyType({fact.category: fact for fact in _service_lives()}),
        successors=tuple(_successors()),
    )
