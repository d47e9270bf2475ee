"""Words and shares of the budget page that do not need a window."""

from decimal import Decimal

import pytest

from virtualcio.actions.budget.actual_rows import standing
from virtualcio.actions.budget.budget_figures import whole_shares
from virtualcio.actions.tone import Tone


def test_shares_add_up_to_a_hundred_because_the_largest_takes_the_rest() -> None:
    """Thirds are 33 each; 1 is left. 0.5 of 100 rounds to 0, so that 99.5 stays 100."""
    third = Decimal(1)
    assert whole_shares([third, third, third], Decimal(3)) == [34, 33, 33]
    assert whole_shares([Decimal("99.5"), Decimal("0.5"), Decimal(0)], Decimal(100)) == [100, 0, 0]


def test_without_a_plan_there_are_no_shares() -> None:
    assert whole_shares([Decimal(0)] * 3, Decimal(0)) == [None, None, None]


@pytest.mark.parametrize(
    ("plan", "deviation", "tone"),
    [
        ("1000", "50", Tone.GOOD),
        ("1000", "50.01", Tone.WATCH),
        ("1000", "150", Tone.WATCH),
        ("1000", "150.01", Tone.ACT),
        ("1000", "-50.01", Tone.NEUTRAL),
        ("0", "10", Tone.WATCH),
        ("0", "0", Tone.NEUTRAL),
    ],
)
def test_a_forecast_close_to_the_plan_is_fine_and_one_far_above_is_not(
    plan: str, deviation: str, tone: Tone
) -> None:
    assert standing(Decimal(plan), Decimal(deviation))[1] is tone
