"""Both themes can be read, and a switch reaches what is shown."""

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import DARK, LIGHT, Theme, ThemeChoice

BOTH = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast(QColor("#FFFFFF"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#FFFFFF")) == pytest.approx(4.54, abs=0.01)


@BOTH
def test_text_is_readable_wherever_it_stands(shown: Theme) -> None:
    inks = ("ink", "second", "third", "accent", "good", "watch", "act")
    grounds = ("window", "card", "side")
    for ink, ground in itertools.product(inks, grounds):
        assert contrast(shown.role(ink), shown.role(ground)) >= 4.5, f"{ink} on {ground}"
    for ink in ("ink", "second", "accent"):
        for ground in ("hover", "accent_soft"):
            assert contrast(shown.role(ink), shown.role(ground)) >= 4.5, f"{ink} on {ground}"
    assert contrast(shown.on_accent, shown.accent_fill) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_is_readable(shown: Theme, tone: Tone) -> None:
    assert contrast(shown.text_of(tone), shown.soft_of(tone)) >= 4.5
    assert contrast(shown.ink, shown.soft_of(tone)) >= 4.5


@BOTH
def test_control_edges_and_chart_marks_stand_out(shown: Theme) -> None:
    marks = [shown.edge, shown.good_mark, shown.watch_mark, shown.act_mark, *shown.series]
    for mark, ground in itertools.product(marks, (shown.card, shown.window)):
        assert contrast(mark, ground) >= 3.0, f"{mark.name()} on {ground.name()}"


@pytest.fixture
def back_to_light(qapp: QApplication) -> object:
    yield None
    theme.apply(qapp, ThemeChoice.LIGHT)


def test_a_switch_reaches_labels_that_stand_there_already(
    qapp: QApplication, qtbot: QtBot, back_to_light: object
) -> None:
    theme.apply(qapp, ThemeChoice.LIGHT)
    around = QWidget()
    qtbot.addWidget(around)
    label = Label("Investitionsstau", ink="act", parent=around)
    around.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == LIGHT.act
    theme.apply(qapp, ThemeChoice.DARK)
    QApplication.processEvents()
    assert theme.current() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.act
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window
