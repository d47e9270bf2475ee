"""Trend and forecast by Theil–Sen, against lines worked out by hand (rules.md section 2)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.analysis.kpis import band, on, points, reach, state
from virtualcio.analysis.goals.forecast import Forecast, Trend, forecast, quantile, trend
from virtualcio.analysis.goals.kpi_series import Point
from virtualcio.analysis.goals.kpi_target import target_of
from virtualcio.model import Kpi
from virtualcio.model.goals import Better, TargetKind


def test_four_values_give_a_forecast_with_its_band() -> None:
    """Slopes 0.05, 0.1, 0.11667, 0.125, 0.15, 0.2 a day: m = 0.12083, band 0.1 and 0.15.

    On day 50 the lines end at 5.8333, 5.9167, 6.0417, 6.625 (median 5.979167), for the band at
    5, 5, 5.5, 6 and at 6.5, 7, 7.5, 7.5.
    """
    found = forecast(points("0", "1", "3", "3.5"), on(50))
    assert found == Forecast(on(50), Decimal("5.979167"), Decimal("5.25"), Decimal("7.25"))


def test_one_value_that_stands_out_of_eight_does_not_bend_the_line() -> None:
    found = forecast(points("0", "1", "2", "3", "40", "5", "6", "7"), on(100))
    assert found == Forecast(on(100), Decimal(10), Decimal(10), Decimal(10))


def test_the_slope_counts_by_day_whatever_the_days_between_the_values() -> None:
    days = (0, 1, 3, 7, 12, 13, 29, 40)
    uneven = tuple(Point(on(day), Decimal(2 * day)) for day in days)
    assert forecast(uneven, on(50)) == Forecast(on(50), Decimal(100), Decimal(100), Decimal(100))


def test_only_the_last_eight_values_count() -> None:
    falling = ("900", "800", "700", "0", "1", "2", "3", "4", "5", "6", "7")
    found = forecast(points(*falling), on(110))
    assert found is not None
    assert found.value == 8
    assert trend(points(*falling), target_of(reach())) is Trend.BETTER


def test_there_is_no_forecast_from_three_values_or_for_a_day_that_is_not_after_the_last() -> None:
    assert forecast(points("1", "2", "3"), on(50)) is None
    four = points("1", "2", "3", "4")
    assert forecast(four, on(30)) is None
    assert forecast(four, on(29)) is None
    assert forecast(four, None) is None
    assert forecast(four, on(31)) is not None


def test_a_forecast_is_rounded_once_to_six_places_half_away_from_zero() -> None:
    """The line rises by 0.000001 every 2 days: 3 days after the last value by 0.0000015."""
    rising = points("0", "0.000001", "0.000002", "0.000003", every=2)
    found = forecast(rising, on(9))
    assert found is not None
    assert found.value == Decimal("0.000005")  # 0.0000045
    falling = points("0", "-0.000001", "-0.000002", "-0.000003", every=2)
    lower = forecast(falling, on(9))
    assert lower is not None
    assert lower.value == Decimal("-0.000005")


def test_quantiles_are_interpolated_between_the_values() -> None:
    assert quantile([1, 2, 4, 8], Fraction(1, 2)) == 3
    assert quantile([1, 2, 4, 8], Fraction(1, 5)) == Fraction(8, 5)  # position 0.6
    assert quantile([1, 2, 4, 8], Fraction(4, 5)) == Fraction(28, 5)  # position 2.4
    assert quantile([5], Fraction(4, 5)) == 5


@pytest.mark.parametrize(
    ("low", "high", "meets"),
    [("100", "120", True), ("99.999999", "120", False), ("80", "90", False), ("80", "120", False)],
)
def test_a_forecast_is_good_only_if_its_whole_band_meets_the_target(low: str, high: str, meets: bool) -> None:
    found = Forecast(on(100), Decimal(low), Decimal(low), Decimal(high))
    assert found.meets(reach()) is meets
    falling = Forecast(on(100), Decimal(low) * -1, Decimal(high) * -1, Decimal(low) * -1)
    assert falling.meets(reach("0", "-100")) is meets


def test_a_forecast_for_a_band_has_to_lie_inside_it() -> None:
    cost = band("2", "4", baseline="6")
    assert Forecast(on(100), Decimal(3), Decimal(2), Decimal(4)).meets(cost)
    assert not Forecast(on(100), Decimal(3), Decimal("1.9"), Decimal(4)).meets(cost)
    assert not Forecast(on(100), Decimal(3), Decimal(2), Decimal("4.1")).meets(cost)


def test_without_a_target_no_forecast_is_good() -> None:
    assert not Forecast(on(100), Decimal(3), Decimal(2), Decimal(4)).meets(Kpi(name="leer"))


def test_a_trend_word_is_said_from_five_values_and_by_what_is_better() -> None:
    rising = ("1", "2", "3", "4", "5")
    assert trend(points(*rising[:4]), target_of(reach())) is None
    assert trend(points(*rising), target_of(reach())) is Trend.BETTER
    assert trend(points(*rising), target_of(reach("100", "0"))) is Trend.WORSE
    assert trend(points(*rising), None) is None
    hold = Kpi(name="Fehler", target_kind=TargetKind.HOLD, target=Decimal(2), better=Better.LOWER)
    assert trend(points(*rising), target_of(hold)) is Trend.WORSE


def test_values_that_go_up_and_down_are_steady() -> None:
    assert trend(points("5", "6", "5", "6", "5", "6"), target_of(reach())) is Trend.STEADY
    assert trend(points("5", "5", "5", "5", "5"), target_of(reach())) is Trend.STEADY


def test_towards_a_band_is_better_from_both_sides_and_inside_it_is_steady() -> None:
    cost = target_of(band("20", "40", baseline="60"))
    assert trend(points("60", "58", "55", "50", "45"), cost) is Trend.BETTER
    assert trend(points("1", "5", "9", "12", "15"), cost) is Trend.BETTER
    assert trend(points("41", "45", "50", "55", "60"), cost) is Trend.WORSE
    assert trend(points("20", "25", "30", "35", "40"), cost) is Trend.STEADY


def test_the_state_of_a_kpi_holds_forecast_and_trend_for_its_target_date() -> None:
    found = state(reach(), {10: "8", 20: "18", 30: "28", 40: "38", 50: "48"})
    assert found.forecast == Forecast(on(100), Decimal(98), Decimal(98), Decimal(98))
    assert found.trend is Trend.BETTER
    assert state(reach(days=50), {10: "8", 20: "18", 30: "28", 50: "48"}).forecast is None
