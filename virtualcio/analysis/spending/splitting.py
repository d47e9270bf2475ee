"""An amount divided up so that its parts always add up to it, to the cent."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import nearest


def split(amount: Decimal, shares: Sequence[Fraction]) -> list[Decimal]:
    """Parts of `amount` (euros) by `shares` that are together 1.

    The cents are rounded on the running sum, half away from zero, so that nothing is lost or made.
    """
    if len(shares) == 1:
        return [amount]
    cents = int(amount.scaleb(2))
    done, upto, parts = 0, Fraction(0), []
    for share in shares:
        upto += share
        reached = nearest(cents * upto)
        parts.append(Decimal(reached - done).scaleb(-2))
        done = reached
    return parts
