"""What sort of initiative it is: how useful, how dear, and how many others wait for it."""

from enum import StrEnum
from fractions import Fraction

HIGH_FROM = 50  # benefit
PLATFORM_FROM = 2  # open initiatives that need it directly


class InitiativeKind(StrEnum):
    QUICK_WIN = "quick_win"
    STRATEGIC = "strategic"
    ON_THE_SIDE = "on_the_side"
    DEFER = "defer"
    PLATFORM = "platform"
    NICE_TO_HAVE = "nice_to_have"


def kind_of(benefit: Fraction, needed_by: int, *, dear: bool, must: bool) -> InitiativeKind:
    """The first that fits (rules.md section 3). `benefit`: 0 to 100, exact.

    What must be done is never deferred nor merely nice: the next that fits is taken.
    """
    if needed_by >= PLATFORM_FROM:
        return InitiativeKind.PLATFORM
    if benefit == 0 and not must:
        return InitiativeKind.NICE_TO_HAVE
    if benefit >= HIGH_FROM:
        return InitiativeKind.STRATEGIC if dear else InitiativeKind.QUICK_WIN
    if not dear:
        return InitiativeKind.ON_THE_SIDE
    return InitiativeKind.STRATEGIC if must else InitiativeKind.DEFER
