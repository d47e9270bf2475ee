"""Accounts that the program proposes for the tax advisor's workbook: resources/facts/tax_accounts.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


class AccountUse(StrEnum):
    """What an account is for: the keys of the table."""

    SOFTWARE = "software"
    FURNITURE = "furniture"
    EQUIPMENT = "equipment"
    LOW_VALUE = "low_value"
    POOL = "pool"
    WORN_INTANGIBLE = "worn_intangible"
    WORN_TANGIBLE = "worn_tangible"
    WORN_LOW_VALUE = "worn_low_value"
    WORN_POOL = "worn_pool"
    GAIN = "gain"
    LOSS = "loss"
    MAINTENANCE = "maintenance"
    LICENCE = "licence"
    LEASING = "leasing"
    RENTAL = "rental"
    TELECOM = "telecom"
    SERVICES = "services"
    INSURANCE = "insurance"


@dataclass(frozen=True)
class ProposedAccount:
    """`numbers`: by chart (skr03, skr04)."""

    use: AccountUse
    numbers: Mapping[str, str]
    name: InBoth


@lru_cache(maxsize=1)
def proposed_accounts() -> Mapping[AccountUse, ProposedAccount]:
    """The table that comes with the program, read once."""
    return MappingProxyType(
        {
            AccountUse(row["key"]): ProposedAccount(
                AccountUse(row["key"]), {"skr03": row["skr03"], "skr04": row["skr04"]}, in_both(row, "name")
            )
            for row in program_rows("facts", "tax_accounts.csv")
        }
    )
