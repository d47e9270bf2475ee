"""Reads the program's own tables for depreciation from resources/facts, each row with its source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from virtualcio.analysis.depreciation.items import Traits
from virtualcio.analysis.depreciation.rules import LegalRule, RuleKind, TaxTables, UsefulLife
from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


@dataclass(frozen=True)
class TableWords:
    """What a row is called (rules: the law that it comes from), where it stands and what is to be known."""

    name: InBoth
    basis: InBoth
    note: InBoth


@dataclass(frozen=True)
class DigitalEntry:
    """A device or software, and whether the ministry's letter of 22 Feb 2022 names it."""

    group: InBoth
    name: InBoth
    covered: bool
    life_key: str
    note: InBoth
    certainty: str
    source: str


@lru_cache(maxsize=1)
def tax_tables() -> TaxTables:
    """The tables that come with the program, read once."""
    return TaxTables(
        lives=MappingProxyType({row["key"]: _life(row) for row in program_rows("facts", "useful_lives.csv")}),
        rules=tuple(_rule(row) for row in program_rows("facts", "depreciation_rules.csv")),
    )


@lru_cache(maxsize=1)
def life_words() -> MappingProxyType[str, TableWords]:
    """Words for the rows of useful lives, by key."""
    rows = program_rows("facts", "useful_lives.csv")
    return MappingProxyType(
        {
            row["key"]: TableWords(in_both(row, "name"), in_both(row, "basis"), in_both(row, "note"))
            for row in rows
        }
    )


@lru_cache(maxsize=1)
def rule_words() -> MappingProxyType[str, TableWords]:
    """Words for the rows of rules, by key."""
    rows = program_rows("facts", "depreciation_rules.csv")
    return MappingProxyType(
        {
            row["key"]: TableWords(in_both(row, "basis"), in_both(row, "basis"), in_both(row, "note"))
            for row in rows
        }
    )


@lru_cache(maxsize=1)
def digital_list() -> tuple[DigitalEntry, ...]:
    """What may be said to last one year, and what people ask about but the letter does not name."""
    return tuple(
        DigitalEntry(
            group=in_both(row, "group"),
            name=in_both(row, "name"),
            covered=row["covered"] == "yes",
            life_key=row["life_key"],
            note=in_both(row, "note"),
            certainty=row["certainty"],
            source=row["source"],
        )
        for row in program_rows("facts", "digital_assets.csv")
    )


def _life(row: dict[str, str]) -> UsefulLife:
    return UsefulLife(
        key=row["key"],
        years=int(row["years"]) if row["years"] else None,
        traits=Traits(
            movable=row["movable"] == "yes",
            tangible=row["tangible"] == "yes",
            independently_usable=row["usable_alone"] == "yes",
            digital=row["digital"] == "yes",
            trivial_software=row["trivial"] == "yes",
        ),
        swiss_class=row["swiss_class"],
        austrian_years=int(row["austria_years"]) if row["austria_years"] else None,
        certainty=row["certainty"],
        source=row["source"],
    )


def _rule(row: dict[str, str]) -> LegalRule:
    return LegalRule(
        key=row["key"],
        country=row["country"],
        kind=RuleKind(row["kind"]),
        applies_to=row["applies_to"],
        value=Decimal(row["value"]),
        factor=Decimal(row["factor"]) if row["factor"] else None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        certainty=row["certainty"],
        source=row["source"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
