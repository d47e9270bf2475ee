"""Days and money over months: in hundredths, rounded on the way, and never lost."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from virtualcio.analysis.roadmap.spread import spread, used_after


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


@pytest.mark.parametrize(
    ("total", "months", "parts"),
    [
        ("10", 1, ("10.00",)),
        ("10", 2, ("5.00", "5.00")),
        ("10", 3, ("3.33", "3.34", "3.33")),  # 3.33, 6.67, 10
        ("20", 3, ("6.67", "6.66", "6.67")),  # 6.67, 13.33, 20
        ("0.01", 2, ("0.01", "0.00")),  # half a hundredth is rounded away from zero
        ("0.05", 4, ("0.01", "0.02", "0.01", "0.01")),  # 0.0125, 0.025, 0.0375, 0.05
        ("0", 3, ("0.00", "0.00", "0.00")),
        ("-10", 3, ("-3.33", "-3.34", "-3.33")),
        ("5", 0, ("5.00",)),  # a duration of no month does not exist
    ],
)  # fmt: skip
def test_days_by_hand(total: str, months: int, parts: tuple[str, ...]) -> None:
    assert spread(Decimal(total), months) == decimals(*parts)


def test_a_year_of_running_cost_goes_by_twelfths() -> None:
    assert [used_after(10000, month, 12) for month in (0, 1, 2, 3, 12, 18, 24)] == [
        0, 833, 1667, 2500, 10000, 15000, 20000,
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(total=some.integers(0, 10**9), months=some.integers(1, 60))
def test_the_parts_add_up_and_differ_by_no_more_than_rounding(total: int, months: int) -> None:
    parts = spread(Decimal(total).scaleb(-2), months)
    assert len(parts) == months
    assert sum(parts) == Decimal(total).scaleb(-2)
    assert max(parts) - min(parts) <= Decimal("0.02")
    even = Decimal(total).scaleb(-2) / months
    assert all(abs(part - even) < Decimal("0.0101") for part in parts)
