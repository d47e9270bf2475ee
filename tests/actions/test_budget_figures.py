"""Words and shares of the budget page that do not need a window."""

from decimal import Decimal

import pytest

from virtualcio import formats
from virtualcio.actions.budget.actual_rows import standing
from virtualcio.actions.budget.budget_figures import whole_shares
from virtualcio.actions.tone import Tone


def test_shares_add_up_to_a_hundred_because_the_largest_takes_the_rest() -> None:
    """Thirds are 33 each and 1 is left; 99.5 and 0.5 would be 100 and 1."""
    third = Decimal(1)
    assert list(map(formats.percent, whole_shares([third] * 3, Decimal(3)))) == [
        "34\u00a0%",
        "33\u00a0%",
        "33\u00a0%",
    ]
    parts = [Decimal("99.5"), Decimal("0.5"), Decimal(0)]
    assert list(map(formats.percent, whole_shares(parts, Decimal(100)))) == [
        "99\u00a0%",
        "1\u00a0%",
        "0\u00a0%",
    ]


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
