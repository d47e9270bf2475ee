"""Spreading days and money over months so that the parts add up exactly."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

from virtualcio.model.base import CENT


def units(amount: Decimal) -> int:
    """Hundredths: of a person-day, or cents."""
    return int(amount.quantize(CENT, rounding=ROUND_HALF_UP).scaleb(2))


@lru_cache(maxsize=1024)  # the same months come one after the other: a larger one is hit no more often
def amount_of(hundredths: int) -> Decimal:
    """Back from hundredths, with two places."""
    return Decimal(hundredths).scaleb(-2)


def used_after(total: int, done: int, months: int) -> int:
    """What of `total` is used up after `done` of `months`: total × done ÷ months, half away from zero."""
    share = (2 * abs(total) * done + months) // (2 * months)
    return share if total >= 0 else -share


def spent_after(one_off: int, running: int, months: int, done: int) -> int:
    """Cents that something of so many `months` has cost after `done` months: its one-off cost over its
    months, then its yearly running cost month by month. Source: rules.md section 4.
    """
    if done <= 0:
        return 0
    paid = used_after(one_off, min(done, months), months)
    return paid + (used_after(running, done - months, 12) if done > months else 0)


@lru_cache(maxsize=16384)
def spread_units(total: int, months: int) -> tuple[int, ...]:
    """`total` over `months` (at least 1); after each month the sum is rounded, so the parts add up to it.

    Source: rules.md section 4 (after k months round(total × k ÷ d)).
    """
    sums = [used_after(total, done, months) for done in range(months + 1)]
    return tuple(after - before for before, after in pairwise(sums))


def spread(total: Decimal, months: int) -> tuple[Decimal, ...]:
    """Person-days or money over months, in hundredths that add up exactly."""
    return amounts(spread_units(units(total), max(months, 1)))


def amounts(hundredths: Iterable[int]) -> tuple[Decimal, ...]:
    """Several at once, back from hundredths."""
    return tuple(map(amount_of, hundredths))
