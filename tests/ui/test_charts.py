"""Charts say the same by eye, by mouse, by keyboard and as a table."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from virtualcio.texts import speaking
from virtualcio.ui.common.chart_bars import StackedBarChart
from virtualcio.ui.common.chart_card import ChartCard
from virtualcio.ui.common.chart_data import Line, LineRole, Lines, StackedBar, StackedBars, table_of
from virtualcio.ui.common.chart_lines import LineChart, _apart, labels_with_room
from virtualcio.ui.common.chart_scale import EUROS, THOUSANDS, scale_for, unit_for
from virtualcio.ui.shell import theme

PARTS = ("Infrastruktur", "Anwendungen", "Arbeitsplätze")


def euros(*amounts: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) for amount in amounts)


WAVE = StackedBars(
    "Jahr",
    PARTS,
    (
        StackedBar("überfällig", euros(41_000, 12_000, 9_000), Decimal(62_000), alarm=True),
        StackedBar("2026", euros(14_000, 6_000, 12_000), Decimal(32_000)),
        StackedBar("2027", euros(0, 0, 0), Decimal(0)),
    ),
)
CURVES = Lines(
    "Tag",
    (date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30)),
    (
        Line("ohne Plan", euros(62_000, 75_000, 83_000), LineRole.ALARM),
        Line("mit 20.000 € im Jahr", euros(62_000, 40_000, 21_000), LineRole.CALM),
    ),
    ("Q4 26", "Q1 27", "Q2"),
    today=date(2026, 12, 31),
)


@pytest.fixture
def wave(qtbot: QtBot) -> StackedBarChart:
    chart = StackedBarChart("Investitionsbedarf", "Noch nichts")
    qtbot.addWidget(chart)
    chart.resize(640, 280)
    chart.show_data(WAVE)
    return chart


@pytest.mark.parametrize(
    ("largest", "top", "step"),
    [
        (90_000, 100_000, 25_000),
        (62_000, 80_000, 20_000),
        (4, 4, 1),
        (0, 1, 1),
        (1_000_000, 1_000_000, 250_000),
    ],
)
def test_an_axis_has_round_steps_and_holds_the_largest_value(largest: int, top: int, step: int) -> None:
    scale = scale_for(Decimal(largest))
    assert (scale.top, scale.step) == (top, step)
    assert scale.ticks[0] == 0 and scale.ticks[-1] == top


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1, max_value=10**12))
def test_no_value_is_higher_than_its_axis_and_none_uses_less_than_half_of_it(largest: int) -> None:
    scale = scale_for(Decimal(largest))
    assert 0.5 < scale.share(largest) <= 1.000_001
    assert 2 <= len(scale.ticks) <= 7


def test_large_amounts_are_written_in_thousands_and_small_ones_in_euros() -> None:
    assert unit_for(Decimal(9_999)) is EUROS
    assert unit_for(Decimal(10_000)) is THOUSANDS
    assert THOUSANDS.label(Decimal(62_400)) == "62"
    assert THOUSANDS.label(Decimal(1_400)) == "1,4"


def test_the_table_of_a_chart_holds_every_number_of_it() -> None:
    numbers = table_of(WAVE)
    assert numbers.header == ("Jahr", *PARTS, "Summe")
    assert numbers.rows[0] == (
        "überfällig",
        "41.000\u00a0€",
        "12.000\u00a0€",
        "9.000\u00a0€",
        "62.000\u00a0€",
    )
    assert len(numbers.rows) == 3
    with speaking("en"):
        assert table_of(CURVES).rows[1] == ("31 Mar 2027", "€75,000", "€40,000")


def test_arrow_keys_walk_over_the_columns_and_a_screen_reader_hears_each(
    qtbot: QtBot, wave: StackedBarChart
) -> None:
    QTest.keyClick(wave, Qt.Key.Key_Right)
    assert wave.current == 0
    heard = wave.accessibleDescription()
    assert heard.startswith("überfällig; Infrastruktur: 41.000\u00a0€") and "Summe: 62.000\u00a0€" in heard
    QTest.keyClick(wave, Qt.Key.Key_End)
    assert wave.current == 2
    QTest.keyClick(wave, Qt.Key.Key_Right)
    assert wave.current == 2
    with qtbot.waitSignal(wave.opened) as opened:
        QTest.keyClick(wave, Qt.Key.Key_Return)
    assert opened.args == [2]
    QTest.keyClick(wave, Qt.Key.Key_Escape)
    assert wave.current is None and wave.accessibleDescription() == ""


def test_the_mouse_finds_the_column_under_it(wave: StackedBarChart) -> None:
    for index in range(3):
        assert wave.index_at(wave.anchor(index) + QPointF(-10, 0)) == index
    assert wave.index_at(QPointF(2, 2)) is None


def test_the_heights_of_a_column_are_in_proportion_to_its_values(wave: StackedBarChart) -> None:
    layout = wave._layout(wave.rect().toRectF())
    height = layout.plot.bottom() - layout.y(Decimal(62_000))
    half = layout.plot.bottom() - layout.y(Decimal(31_000))
    assert height == pytest.approx(2 * half)
    assert layout.y(Decimal(62_000)) > layout.plot.top()


def test_what_is_overdue_is_painted_red_and_the_years_are_not(wave: StackedBarChart) -> None:
    seen = wave.grab().toImage()
    layout = wave._layout(wave.rect().toRectF())
    at = QPoint(int(layout.middle(0)), int(layout.y(Decimal(20_000))))
    assert _near(seen, at, theme.current().overdue_shades[0])
    at = QPoint(int(layout.middle(1)), int(layout.y(Decimal(7_000))))
    assert _near(seen, at, theme.current().shades[0])


def _near(image: QImage, at: QPoint, wanted: QColor) -> bool:
    ratio = image.devicePixelRatio()
    found = image.pixelColor(int(at.x() * ratio), int(at.y() * ratio))
    return all(abs(a - b) < 12 for a, b in zip(found.getRgb(), wanted.getRgb(), strict=True))


def test_an_empty_chart_says_what_belongs_there(qtbot: QtBot) -> None:
    chart = StackedBarChart("Investitionsbedarf", "Sobald Geräte ein Kaufdatum haben …")
    qtbot.addWidget(chart)
    chart.show_data(StackedBars("Jahr", PARTS, (StackedBar("2026", euros(0, 0, 0), Decimal(0)),)))
    assert chart.is_empty
    blank = chart.grab().toImage()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current is None
    assert blank != QImage(blank.size(), blank.format())


def test_a_single_value_is_shown_as_a_point(qtbot: QtBot) -> None:
    chart = LineChart("Stau", "leer")
    qtbot.addWidget(chart)
    one = Lines("Tag", CURVES.days[:1], (Line("ohne Plan", euros(5), LineRole.ALARM),), ("Q4 26",))
    chart.show_data(one)
    chart.resize(400, 200)
    assert not chart.grab().isNull()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current == 0


def test_the_nearest_day_is_read_out_for_all_curves(qtbot: QtBot) -> None:
    chart = LineChart("Stau", "leer")
    qtbot.addWidget(chart)
    chart.resize(500, 240)
    chart.show_data(CURVES)
    assert chart.index_at(chart.anchor(1) + QPointF(3, 0)) == 1
    said = chart.read_out(1)
    assert said.title == "31.03.2027"
    assert [line.value for line in said.lines] == ["75.000\u00a0€", "40.000\u00a0€"]


def test_where_not_all_days_can_be_named_those_with_a_year_are() -> None:
    """Q4 26, Q1 27, Q2, Q3, Q4, Q1 28, Q2: 20 px apart, a label with its year is 36 px wide, others 18."""
    places, widths = [0.0, 20, 40, 60, 80, 100, 120], [36.0, 36, 18, 18, 18, 36, 18]
    # 27 would touch the first one; 28 takes the place of the Q4 before and the Q2 behind it
    assert labels_with_room(places, widths) == [0, 2, 5]
    wide = [place * 4 for place in places]
    assert labels_with_room(wide, widths) == [0, 1, 2, 3, 4, 5, 6]
    assert labels_with_room([], []) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(min_value=0, max_value=180), min_size=1, max_size=6))
def test_names_at_the_ends_of_curves_never_overlap(tops: list[float]) -> None:
    placed = _apart(sorted(tops), 0, 200)
    assert all(after - before >= 15.999 for before, after in pairwise(placed))
    assert placed[-1] <= 184


def test_numbers_and_picture_can_be_taken_along(qtbot: QtBot) -> None:
    card = ChartCard(StackedBarChart("Investitionsbedarf", "leer"))
    qtbot.addWidget(card)
    card.show_data(WAVE)
    card.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Jahr\tInfrastruktur\tAnwendungen\tArbeitsplätze\tSumme"
    assert lines[2].split("\t")[-1] == "32.000\u00a0€"
    card.copy_picture()
    assert QGuiApplication.clipboard().image().width() >= 960


def test_the_card_turns_into_a_table_and_back(qtbot: QtBot) -> None:
    card = ChartCard(StackedBarChart("Investitionsbedarf", "leer"))
    qtbot.addWidget(card)
    card.show_data(WAVE)
    card.show()
    card.show_as_table(True)
    assert card.table.isVisible() and not card.chart.isVisible()
    assert card.table.text_at(1, 4) == "32.000\u00a0€"
    card.show_as_table(False)
    assert card.chart.isVisible()


def test_a_chart_refuses_the_data_of_another_kind(qtbot: QtBot) -> None:
    card = ChartCard(LineChart("Stau", "leer"))
    qtbot.addWidget(card)
    with pytest.raises(TypeError):
        card.show_data(WAVE)
