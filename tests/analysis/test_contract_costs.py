"""What contracts cost: a year, between two days, and what missing an end costs with rising prices."""

from datetime import date
from decimal import Decimal

import pytest

from virtualcio.analysis.inventory.contract_costs import cost_between, monthly_cost, yearly_cost
from virtualcio.analysis.inventory.contract_dates import contract_dates
from virtualcio.model import Contract
from virtualcio.model.contracts import PaymentPeriod, RenewalKind

TODAY = date(2026, 11, 22)


def contract(
    cost: str | None, period: PaymentPeriod = PaymentPeriod.MONTH, percent: str | None = None
) -> Contract:
    return Contract(
        name="V",
        start=date(2024, 1, 1),
        term_months=12,
        renewal=RenewalKind.MONTHS,
        renewal_months=12,
        notice_count=3,
        cost=None if cost is None else Decimal(cost),
        cost_period=period,
        price_increase_percent=None if percent is None else Decimal(percent),
    )


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (PaymentPeriod.MONTH, "1200"),
        (PaymentPeriod.QUARTER, "400"),
        (PaymentPeriod.HALF_YEAR, "200"),
        (PaymentPeriod.YEAR, "100"),
        (PaymentPeriod.ONCE, "0"),
    ],
)
def test_yearly_cost_counts_the_payments_of_a_year(period: PaymentPeriod, year: str) -> None:
    assert yearly_cost(contract("100", period)) == Decimal(year)


def test_unknown_cost_stays_unknown() -> None:
    assert yearly_cost(contract(None)) is None
    assert contract_dates(contract(None), TODAY).price_of_missing is None


def test_what_is_paid_once_has_no_monthly_price() -> None:
    assert monthly_cost(contract("100", PaymentPeriod.ONCE), TODAY, TODAY) is None


def test_whole_months_and_the_share_of_a_broken_one() -> None:
    # 01.01. to 14.03.: two months and 14 of the 31 days of March: 200 + 100 × 14 ÷ 31 = 245.16
    assert cost_between(contract("100"), date(2027, 1, 1), date(2027, 3, 14), TODAY) == Decimal("245.16")


def test_months_are_counted_from_the_first_day_not_from_the_first_of_a_month() -> None:
    # 15.01. to 14.03. are two whole months
    assert cost_between(contract("100"), date(2027, 1, 15), date(2027, 3, 14), TODAY) == Decimal("200.00")


def test_a_yearly_price_is_cut_into_months_without_losing_cents() -> None:
    # 4,984.76 a year; 12 months give it back exactly
    yearly = contract("4984.76", PaymentPeriod.YEAR)
    assert cost_between(yearly, date(2027, 1, 1), date(2027, 12, 31), TODAY) == Decimal("4984.76")


def test_missing_the_day_costs_a_renewal_at_the_prices_of_that_time() -> None:
    # 24.11.2026: notice to 31.12.2026 is missed, next end 31.12.2027; missing that costs 2028.
    # 100 a month, +10 % on 01.01.2027 and on 01.01.2028: 12 × 121 = 1,452
    found = contract_dates(contract("100", percent="10"), TODAY)
    assert (found.next_end, found.following_end) == (date(2027, 12, 31), date(2028, 12, 31))
    assert found.price_of_missing == Decimal("1452.00")


def test_the_price_rises_within_the_renewal_too() -> None:
    # From 01.07.2027 to 30.06.2028: six months at 110 and six at 121 = 1,386
    one = contract("100", percent="10")
    assert cost_between(one, date(2027, 7, 1), date(2028, 6, 30), TODAY) == Decimal("1386.00")
