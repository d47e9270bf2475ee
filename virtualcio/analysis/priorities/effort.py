"""What an initiative takes: person-days, money, size (rules.md section 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.amounts import ZERO, round_cents
from virtualcio.model import Initiative, InitiativeEffort, ResourcePool
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import DeliveryRisk

SIZES = (1, 2, 3, 5, 8, 13)
_UP_TO = tuple(Decimal(limit) for limit in (2_000, 5_000, 15_000, 40_000, 100_000))  # euros, for all but 13


class Unknown(StrEnum):
    """What is missing in an effort."""

    COST = "cost"  # no external one-off cost entered, not even 0
    POOL = "pool"  # person-days of nobody
    RATE = "rate"  # person-days of a pool without a day rate


@dataclass(frozen=True)
class Effort:
    """`days` are person-days, `money` their price plus the external one-off cost, net.

    `unknown`: what is missing in `money`. `known` is False if nothing of it is known.
    """

    days: Decimal
    money: Decimal
    unknown: tuple[Unknown, ...]
    known: bool
    size: int

    def dear(self, above: Decimal) -> bool:
        """What nobody has estimated counts as dear: a missing value is never good news."""
        return not self.known or self.money > above


def effort_of(data: CompanyData, initiative: Initiative) -> Effort:
    """Person-days × day rate of their pool + external one-off cost; rounded to cents once."""
    rows: Sequence[InitiativeEffort] = data.where(InitiativeEffort, "initiative_id", initiative.id)
    days, money = ZERO, initiative.one_off_cost or ZERO
    known = initiative.one_off_cost is not None
    missing = set() if known else {Unknown.COST}
    for row in rows:
        amount = max(row.days, ZERO)
        days += amount
        pool = data.get(ResourcePool, row.pool_id)
        if pool is None or pool.day_rate is None:
            if amount:
                missing.add(Unknown.POOL if pool is None else Unknown.RATE)
        else:
            money += amount * pool.day_rate
            known = known or bool(amount)
    money = round_cents(money)
    unknown = tuple(kind for kind in Unknown if kind in missing)
    return Effort(days, money, unknown, known, size_of(money if known else None, initiative.delivery_risk))


def size_of(money: Decimal | None, delivery_risk: DeliveryRisk) -> int:
    """1, 2, 3, 5, 8 up to 2, 5, 15, 40, 100 thousand euros, 13 above; one step more at high delivery risk.

    None, nothing estimated yet: 13, so that an unknown effort does not lead the list.
    """
    if money is None:
        return SIZES[-1]
    step = next((number for number, limit in enumerate(_UP_TO) if money <= limit), len(_UP_TO))
    if delivery_risk is DeliveryRisk.HIGH:
        step = min(step + 1, len(SIZES) - 1)
    return SIZES[step]
