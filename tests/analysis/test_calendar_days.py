"""Counting with months, years and quarters; the nation-wide holidays."""

from datetime import date

import pytest

from virtualcio.analysis.calendar_days import (
    add_months,
    add_months_rolling,
    add_years,
    fiscal_year_end,
    fiscal_year_of,
    quarter_ends_after,
    whole_years,
)
from virtualcio.analysis.german_holidays import easter_sunday, last_working_day, nationwide_holidays


def test_a_missing_day_is_the_last_of_its_month_for_service_lives() -> None:
    assert add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_missing_day_is_the_first_of_the_next_month_for_contracts() -> None:
    assert add_months_rolling(date(2025, 1, 31), 1) == date(2025, 3, 1)
    assert add_months_rolling(date(2025, 5, 31), -3) == date(2025, 3, 1)
    assert add_months_rolling(date(2025, 12, 31), -1) == date(2025, 12, 1)


def test_an_anniversary_of_29_february_is_reached_on_28_february() -> None:
    assert whole_years(date(2024, 2, 29), date(2025, 2, 27)) == 0
    assert whole_years(date(2024, 2, 29), date(2025, 2, 28)) == 1


def test_whole_years_are_never_negative() -> None:
    assert whole_years(date(2026, 1, 1), date(2020, 1, 1)) == 0


def test_quarter_ends_begin_after_the_day() -> None:
    assert quarter_ends_after(date(2026, 11, 22), 2) == (date(2026, 12, 31), date(2027, 3, 31))
    assert quarter_ends_after(date(2026, 12, 31), 1) == (date(2027, 3, 31),)


def test_a_fiscal_year_is_named_by_its_start() -> None:
    assert fiscal_year_of(date(2026, 6, 30), 7) == 2025
    assert fiscal_year_of(date(2026, 7, 1), 7) == 2026
    assert fiscal_year_end(2026, 7) == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_on_its_sunday(year: int, easter: date) -> None:
    assert easter_sunday(year) == easter


def test_2026_has_nine_nationwide_holidays() -> None:
    assert sorted(nationwide_holidays(2026)) == [
        date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14),
        date(2026, 5, 25), date(2026, 10, 3), date(2026, 12, 25), date(2026, 12, 26),
    ]  # fmt: skip


def test_the_last_working_day_passes_over_easter() -> None:
    assert last_working_day(date(2026, 4, 6)) == date(2026, 4, 2)


def test_regional_holidays_can_be_added() -> None:
    assert last_working_day(date(2026, 6, 4), frozenset({date(2026, 6, 4)})) == date(2026, 6, 3)
