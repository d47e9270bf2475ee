"""The time axis counts in whole months; bars can be read in both themes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from virtualcio.actions.roadmap.plan_rows import GOAL_COLOURS, NO_GOAL, OTHER_GOALS, PlanRow, TimePlan
from virtualcio.analysis.calendar_days import add_months
from virtualcio.ui.roadmap.bar_colours import contrast, fill_of, letters_of
from virtualcio.ui.roadmap.goal_legend import _shares
from virtualcio.ui.roadmap.load_chart import bare_days
from virtualcio.ui.roadmap.plan_drag import take
from virtualcio.ui.roadmap.plan_layout import Grip, PlanLayout
from virtualcio.ui.roadmap.time_axis import TimeScale, axis_for
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import ThemeChoice

FIRST = date(2026, 10, 1)
SCALES = st.sampled_from(list(TimeScale))


def row(start: date, months: int) -> PlanRow:
    return PlanRow("a", "Kundenportal", start, months, add_months(start, months), 0, "", NO_GOAL)


@settings(max_examples=60, deadline=None)
@given(SCALES, st.integers(1, 80), st.floats(50, 3000), st.integers(0, 200))
def test_each_month_is_found_again_at_its_place(
    scale: TimeScale, months: int, room: float, later: int
) -> None:
    axis = axis_for(FIRST, months, scale, room)
    month = add_months(FIRST, later)
    assert axis.width >= room - 0.01
    assert axis.month_at(axis.x(month) + 0.01) == month
    assert axis.nearest(axis.x(month) + axis.month * 0.4) == month
    assert axis.end_x(date(2027, 2, 28)) == pytest.approx(axis.x(date(2027, 3, 1)))


@settings(max_examples=60, deadline=None)
@given(SCALES, st.integers(1, 80), st.integers(0, 11))
def test_the_header_covers_the_axis_without_gap_or_overlap(scale: TimeScale, months: int, later: int) -> None:
    axis = axis_for(add_months(FIRST, later), months, scale, 600)
    end = 0.0
    for tick in axis.ticks():
        assert tick.left == pytest.approx(end)
        end = tick.left + tick.width
    assert end == pytest.approx(axis.width)


def test_the_header_names_quarters_months_and_years() -> None:
    def names(scale: TimeScale) -> list[str]:
        return [tick.text for tick in axis_for(FIRST, 18, scale, 700).ticks()][:4]

    assert names(TimeScale.QUARTERS) == ["Q4 2026", "Q1 2027", "Q2 2027", "Q3 2027"]
    assert names(TimeScale.MONTHS) == ["Okt", "Nov", "Dez", "2027"]
    assert names(TimeScale.YEARS)[:2] == ["2026", "2027"]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 30), st.integers(1, 60), st.floats(-4000, 4000))
def test_a_drag_gives_whole_months_within_the_limits(start: int, months: int, by: float) -> None:
    axis = axis_for(FIRST, 42, TimeScale.QUARTERS, 900)
    one = row(add_months(FIRST, start), months)
    moved = take(one, Grip.MOVE, 100).to(100 + by, axis).place
    assert moved.start.day == 1 and moved.start >= FIRST and moved.months == months
    stretched = take(one, Grip.STRETCH, 100).to(100 + by, axis).place
    assert stretched.start == one.start and 1 <= stretched.months <= 60


def test_the_right_end_stretches_and_the_rest_of_a_bar_moves() -> None:
    plan = TimePlan(FIRST, FIRST, 36, (row(date(2027, 1, 1), 3),))
    axis = axis_for(FIRST, 36, TimeScale.QUARTERS, 800)
    place = PlanLayout(plan, axis, 200, 0, 0, 1000, 400)
    bar = place.bar(0, plan.rows[0])
    assert place.grip_at(bar.center()) == (0, Grip.MOVE)
    assert place.grip_at(QPointF(bar.right() - 2, bar.center().y())) == (0, Grip.STRETCH)
    assert place.grip_at(QPointF(bar.right() + 3, bar.center().y())) == (0, Grip.STRETCH)
    assert place.grip_at(QPointF(bar.right() + 20, bar.center().y())) is None
    assert place.grip_at(QPointF(100, bar.center().y())) is None


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_words_on_every_bar_can_be_read(qapp: QApplication, choice: ThemeChoice) -> None:
    before = theme.choice()
    theme.apply(qapp, choice)
    try:
        for colour in (*range(GOAL_COLOURS), OTHER_GOALS, NO_GOAL):
            fill = fill_of(colour)
            assert contrast(fill, letters_of(fill)) >= 4.5
        assert len({fill_of(colour).name() for colour in range(GOAL_COLOURS)}) == GOAL_COLOURS
    finally:
        theme.apply(qapp, before)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(10, 400), max_size=7), st.floats(0, 1500))
def test_names_in_the_legend_never_need_more_than_there_is(widths: list[float], room: float) -> None:
    shares = _shares(widths, room)
    assert all(share <= width + 0.001 for share, width in zip(shares, widths, strict=False))
    if shares:
        layout_width = sum(share + 32 for share in shares) - 16
        assert layout_width <= room + 0.01


def test_days_are_written_without_needless_zeros() -> None:
    days = [bare_days(Decimal(text)) for text in ("12.00", "12.50", "0.25", "0.00")]
    assert days == ["12", "12,5", "0,25", "0"]
