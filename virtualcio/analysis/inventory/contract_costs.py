"""What a contract costs a month, a year, and between two days, with its yearly price increase."""

from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO, growth, round_cents
from virtualcio.analysis.calendar_days import ONE_DAY, add_months, whole_years
from virtualcio.model import Contract
from virtualcio.model.contracts import PaymentPeriod

MONTHS_OF = {
    PaymentPeriod.MONTH: 1,
    PaymentPeriod.QUARTER: 3,
    PaymentPeriod.HALF_YEAR: 6,
    PaymentPeriod.YEAR: 12,
}

MOST_INCREASE = 100


def yearly_cost(contract: Contract) -> Decimal | None:
    """Net cost of a year at today's price. 0 for what is paid once; None if the cost is not known."""
    if contract.cost is None:
        return None
    months = MONTHS_OF.get(contract.cost_period)
    return ZERO if months is None else contract.cost * (12 // months)


def sensible_increase(contract: Contract) -> Decimal:
    """The yearly price increase in percent; 0 if there is none or it makes no sense (below 0, above 100)."""
    percent = contract.price_increase_percent
    return percent if percent is not None and 0 <= percent <= MOST_INCREASE else Decimal(0)


def price_factor(contract: Contract, day: date, today: date) -> Decimal:
    """How much dearer the contract is on `day` than today: the increase at each anniversary between them."""
    percent = sensible_increase(contract)
    if not percent or contract.start is None:
        return Decimal(1)
    anniversaries = whole_years(contract.start, day) - whole_years(contract.start, today)
    return growth(percent, anniversaries)


def monthly_cost(contract: Contract, day: date, today: date) -> Decimal | None:
    """What the month that begins on `day` costs, rounded; None if not known or paid once."""
    exact = _exact_monthly(contract)
    return None if exact is None else round_cents(exact * price_factor(contract, day, today))


def _exact_monthly(contract: Contract) -> Decimal | None:
    months = MONTHS_OF.get(contract.cost_period)
    return None if contract.cost is None or months is None else contract.cost / months


def cost_between(contract: Contract, first: date, last: date, today: date) -> Decimal | None:
    """Cost from `first` to `last`, both included: whole months from `first` on and the share of a broken
    one by its days, each at the price of its first day, rounded once. None as in `monthly_cost`.
    """
    monthly = _exact_monthly(contract)
    if monthly is None:
        return None
    amount = ZERO
    count = 0
    begin = first
    while begin <= last:
        count += 1
        following = add_months(first, count)
        share = Decimal(1)
        if following - ONE_DAY > last:
            share = Decimal((last - begin).days + 1) / Decimal((following - begin).days)
        amount += monthly * price_factor(contract, begin, today) * share
        begin = following
    return round_cents(amount)
