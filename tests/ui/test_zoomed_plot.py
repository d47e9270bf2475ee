"""Plots over days are zoomed around the mouse, moved within their span and labelled with round values."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from virtualcio.texts import speaking
from virtualcio.ui.common.chart_data import Lines
from virtualcio.ui.common.chart_scale import round_values
from virtualcio.ui.common.day_ticks import day_ticks
from virtualcio.ui.common.zoomed_plot import ValueLabel, ZoomedPlot
from virtualcio.ui.overview.day_plot import DayPlot
from virtualcio.ui.shell.theme import Theme


class Plain(ZoomedPlot):
    """Days 0 to 1,000 on 1,000 px; no curves."""

    def __init__(self) -> None:
        super().__init__(12, 100)
        self.resize(1_006, 200)
        self.set_span(0, 1_000, 50)

    def room_for_values(self) -> float:
        return 0

    def value_labels(self, _most: int) -> Sequence[ValueLabel]:
        return ()

    def paint_curves(self, _painter: QPainter, _colours: Theme) -> None:
        return


@pytest.fixture
def plot(qtbot: QtBot) -> Plain:
    made = Plain()
    qtbot.addWidget(made)
    made.show()
    return made


def turn_wheel(plot: ZoomedPlot, x: int, notches: int) -> None:
    none, turned = Qt.MouseButton.NoButton, QPoint(0, 120 * notches)
    phase, keys = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(QPointF(x, 50), QPointF(x, 50), QPoint(), turned, none, keys, phase, False)
    QApplication.sendEvent(plot, event)


def drag(plot: ZoomedPlot, start: int, end: int) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(plot, left, pos=QPoint(start, 50))
    QTest.mouseMove(plot, QPoint((start + end) // 2, 50))
    QTest.mouseMove(plot, QPoint(end, 50))
    QTest.mouseRelease(plot, left, pos=QPoint(end, 50))


def test_the_wheel_zooms_around_the_day_under_the_mouse(plot: Plain) -> None:
    turn_wheel(plot, 400, 1)
    assert plot.days == pytest.approx((100, 850))  # three quarters of 1,000, with day 400 where it was
    assert plot.ordinal_at(400) == pytest.approx(400)


def test_nobody_zooms_beyond_the_span_or_to_fewer_days_than_can_be_read(plot: Plain) -> None:
    turn_wheel(plot, 400, -3)
    assert plot.days == (0, 1_000)
    turn_wheel(plot, 400, 40)
    assert plot.days[1] - plot.days[0] == pytest.approx(50)


def test_dragging_moves_along_the_days_and_stops_at_the_end(plot: Plain) -> None:
    plot.show_days(400, 600)
    drag(plot, 500, 250)  # 250 px are 50 days
    assert plot.days == pytest.approx((450, 650))
    drag(plot, 900, 10)
    drag(plot, 900, 10)
    drag(plot, 900, 10)
    assert plot.days == pytest.approx((800, 1_000))


def test_a_click_is_no_drag(plot: Plain, qtbot: QtBot) -> None:
    plot.show_days(400, 600)
    with qtbot.waitSignal(plot.clicked) as clicked:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(500, 50))
    assert plot.ordinal_at(clicked.args[0].x()) == pytest.approx(500)
    with qtbot.assertNotEmitted(plot.clicked):
        drag(plot, 500, 250)


@settings(max_examples=40, deadline=None)
@given(first=st.floats(-500, 1_500), wide=st.floats(0, 3_000))
def test_what_is_shown_lies_within_the_span(qapp: QApplication, first: float, wide: float) -> None:
    plot = Plain()
    plot.show_days(first, first + wide)
    left, right = plot.days
    assert left >= -1e-6 and right <= 1_000 + 1e-6 and right - left >= 50 - 1e-6
    plot.deleteLater()


def test_the_line_of_the_day_is_dragged_and_a_click_beside_it_chooses_that_day(qtbot: QtBot) -> None:
    plot = DayPlot()
    qtbot.addWidget(plot)
    plot.resize(900, 240)
    plot.show()
    plot.begin(date(2026, 1, 1), date(2028, 12, 31), date(2026, 11, 22))
    plot.show_lines({}, Lines("", (), (), ()))
    plot.mark_day(date(2027, 1, 1))
    chosen: list[date] = []
    plot.day_chosen.connect(chosen.append)
    plot.day_chosen.connect(plot.mark_day)
    drag(plot, round(plot.spot(date(2027, 1, 1).toordinal(), 0).x()), 2_000)
    assert chosen[-1] == date(2028, 12, 31)  # as far as there are days
    there = plot.spot(date(2027, 7, 1).toordinal(), 0)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(there.x()), 50))
    assert abs((chosen[-1] - date(2027, 7, 1)).days) <= 2  # a px is more than a day


@pytest.mark.parametrize(
    ("last", "most", "words"),
    [
        (date(2026, 4, 30), 10, ["01/2026", "02/2026", "03/2026", "04/2026"]),
        (date(2026, 12, 31), 5, ["Q1 26", "Q2 26", "Q3 26", "Q4 26"]),
        (date(2027, 12, 31), 5, ["Q1 26", "Q3 26", "Q1 27", "Q3 27"]),
        (date(2030, 12, 31), 6, ["2026", "2027", "2028", "2029", "2030"]),
        (date(2045, 12, 31), 5, ["2030", "2035", "2040", "2045"]),
    ],
)
def test_days_are_labelled_as_closely_as_there_is_room(last: date, most: int, words: list[str]) -> None:
    with speaking("de"):
        ticks = day_ticks(date(2026, 1, 1).toordinal(), last.toordinal(), most)
    assert [tick.text for tick in ticks] == words


def test_lines_of_values_are_round_and_lie_between() -> None:
    assert round_values(378, 463, 4) == (400, 425, 450)  # steps of at least 21.25
    assert round_values(-1.2, 1.1, 4) == (-1, 0, 1)
    assert round_values(0, 450_000, 6) == (0, 100_000, 200_000, 300_000, 400_000)
