"""Exact money: the one way of rounding, and price growth by whole years from a table."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from virtualcio.model.base import CENT

ZERO = Decimal("0.00")
HUNDRED = Decimal(100)
_DIGITS = 60  # (1 + p)^n of any sensible p and n is exact in these


def round_cents(amount: Decimal) -> Decimal:
    """To cents, half away from zero."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def nearest(value: Fraction) -> int:
    """The whole number nearest to the exact value, half away from zero."""
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return whole if value >= 0 else -whole


@lru_cache(maxsize=4096)
def growth(percent: Decimal, years: int) -> Decimal:
    """(1 + percent ÷ 100) ^ years, for whole years; 1 for none."""
    with localcontext() as context:
        context.prec = _DIGITS
        return (1 + percent / HUNDRED) ** max(years, 0)


def total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


def share_percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """In percent with two places; None of nothing."""
    return None if not whole else round_cents(part * HUNDRED / whole)
