"""One value a day, quarters from months, scores from answers."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.analysis.kpis import measured, on, reach
from virtualcio.analysis.goals.kpi_series import Point, by_quarter, read_series, rounded_value, series_of
from virtualcio.analysis.goals.promoter_score import promoter_score
from virtualcio.model import Company
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import Aggregation


def test_a_series_holds_the_last_entered_value_of_each_day_up_to_the_given_one() -> None:
    kpi, other = reach(), reach()
    rows = [
        measured(kpi, on(20), "3"),
        measured(kpi, on(10), "1", entry=0),
        measured(kpi, on(10), "2", entry=2),
        measured(kpi, on(10), "9", entry=1),
        measured(kpi, on(30), "4"),
        measured(other, on(10), "7"),
    ]
    data = CompanyData([Company(name="Prüf GmbH"), kpi, other, *rows])
    assert [(point.day, point.value) for point in series_of(data, kpi, on(20))] == [(on(10), 2), (on(20), 3)]
    found = read_series(rows[:5], on(20))
    assert found.points[0].measurement_id == rows[2].id
    assert found.future == 1
    assert found.doubled == (on(10),)


def test_two_values_with_the_same_entry_are_chosen_the_same_way_in_any_order() -> None:
    kpi = reach()
    rows = [measured(kpi, on(1), "1"), measured(kpi, on(1), "2")]
    assert read_series(rows, on(1)).points == read_series(rows[::-1], on(1)).points


def month(number: int, value: str, weight: str | None = None) -> Point:
    return Point(date(2026, number, 28), Decimal(value), "", None if weight is None else Decimal(weight))


@pytest.mark.parametrize(
    ("aggregation", "first", "second"),
    [(Aggregation.LEVEL, "4", "9"), (Aggregation.SUM, "7", "9"), (Aggregation.RATE, "2.333333", "9")],
)
def test_months_become_quarters_as_their_kind_asks(aggregation: Aggregation, first: str, second: str) -> None:
    found = by_quarter([month(1, "1"), month(2, "2"), month(3, "4"), month(4, "9")], aggregation)
    assert [(one.day, one.value, one.count) for one in found] == [
        (date(2026, 3, 31), Decimal(first), 3),
        (date(2026, 6, 30), Decimal(second), 1),
    ]


def test_a_rate_is_weighted_if_all_weights_are_known() -> None:
    """2 % of 100 orders and 8 % of 300: 26 of 400, 6.5 %."""
    weighted = [month(1, "2", "100"), month(2, "8", "300")]
    assert by_quarter(weighted, Aggregation.RATE)[0].value == Decimal("6.5")
    assert by_quarter([month(1, "2", "100"), month(2, "8")], Aggregation.RATE)[0].value == 5
    assert by_quarter([month(1, "2", "0"), month(2, "8", "0")], Aggregation.RATE)[0].value == 5


def test_no_values_give_no_quarters() -> None:
    assert by_quarter([], Aggregation.SUM) == ()


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(1, 3), "0.333333"),
        (Fraction(-2, 3), "-0.666667"),
        (Fraction(1, 2_000_000), "0.000001"),
        (Fraction(-1, 2_000_000), "-0.000001"),
        (Fraction(1, 2_000_001), "0"),
    ],
)
def test_values_are_rounded_half_away_from_zero(value: Fraction, rounded: str) -> None:
    assert rounded_value(value) == Decimal(rounded)


@pytest.mark.parametrize(
    ("counts", "score"),
    [
        ((10, 0, 0), 100),
        ((0, 0, 10), -100),
        ((6, 3, 1), 50),
        ((3, 4, 1), 25),  # 2 of 8
        ((1, 6, 0), 14),  # 14.28…
        ((0, 6, 1), -14),
        ((1, 7, 0), 13),  # 12.5, away from zero
        ((0, 7, 1), -13),
        ((5, 5, 5), 0),
    ],
)
def test_the_score_is_rounded_once_to_whole_points(counts: tuple[int, int, int], score: int) -> None:
    assert promoter_score(*counts) == score


@pytest.mark.parametrize("counts", [(0, 0, 0), (-1, 3, 0), (3, -1, 0), (3, 0, -1)])
def test_there_is_no_score_without_answers(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no score"):
        promoter_score(*counts)
