"""Small parts of the window: tabs that do not fit, lines that break, figures that explain themselves."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.key_figure import KeyFigureCard
from virtualcio.ui.common.message_line import MessageLine
from virtualcio.ui.common.page import PageTab
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.shell import qt_texts
from virtualcio.ui.shell.badge import initials
from virtualcio.ui.shell.new_company_dialog import file_name_for
from virtualcio.ui.shell.tab_strip import TabStrip

TABS = [PageTab(f"t{number}", f"Reiter Nummer {number}", str(number)) for number in range(12)]


def strip_of(qtbot: QtBot, width: int, current: str) -> TabStrip:
    strip = TabStrip()
    qtbot.addWidget(strip)
    strip.resize(width, 41)
    strip.show()
    strip.show_tabs(TABS, current)
    return strip


def test_tabs_that_do_not_fit_are_in_a_menu_and_the_chosen_one_is_always_seen(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, 600, "t11")
    seen = [tab.key for tab in TABS if strip.button(tab.key).isVisible()]
    assert "t0" in seen and "t11" in seen
    assert len(seen) < len(TABS)
    for key in seen:
        assert strip.rect().contains(strip.button(key).geometry())
    assert strip._more.isVisible()
    strip.resize(3000, 41)
    assert all(strip.button(tab.key).isVisible() for tab in TABS)
    assert not strip._more.isVisible()


def test_a_tab_says_its_count_to_readers_too(qtbot: QtBot) -> None:
    assert strip_of(qtbot, 900, "t0").button("t3").accessibleName() == "Reiter Nummer 3 3"


def test_a_flow_breaks_into_lines_and_nothing_overlaps(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, spacing=8)
    labels = [QLabel("ein Wort") for _number in range(9)]
    for label in labels:
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(324) == 3 * 20 + 2 * 8  # three in a line: 3 × 100 + 2 × 8 = 316
    around.resize(324, 100)
    around.show()
    places = [label.geometry() for label in labels]
    assert places[3] == QRect(0, 28, 100, 20)
    assert not any(one.intersects(other) for one in places for other in places if one != other)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_figure_opens_its_derivation_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    card = KeyFigureCard("Investitionsstau heute", "62.000 €", [("9 Systeme überfällig", Tone.ACT)], Tone.ACT)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.clicked, timeout=1000):
        QTest.keyClick(card, key)
    assert card.accessibleName() == "Investitionsstau heute: 62.000 €. 9 Systeme überfällig"


def test_names_with_angle_brackets_stay_text_in_a_key_figure(qtbot: QtBot) -> None:
    card = KeyFigureCard("Kosten", "1 €", [("<b>Firma</b>", Tone.WATCH)])
    qtbot.addWidget(card)
    assert "&lt;b&gt;Firma" in card._detail.text()


def test_a_message_that_asks_to_act_stays_and_others_go(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(600, 400)
    line = MessageLine(around)
    line.setGeometry(200, 200, 300, 44)  # not under the pointer, which would keep it
    around.show()
    line.show_message("Gespeichert")
    assert line._timer.isActive() and line._timer.interval() == 8_000
    line._timer.setInterval(20)
    line.show_message("Gespeichert")
    qtbot.waitUntil(lambda: not line.isVisible())
    line.show_message("Die Datei ist schreibgeschützt.", Tone.ACT)
    qtbot.wait(60)
    assert line.isVisible()


def test_a_pill_knows_its_words(qtbot: QtBot) -> None:
    pill = Pill("10/2023 · Support", Tone.ACT)
    qtbot.addWidget(pill)
    narrow = pill.sizeHint().width()
    pill.set("überfällig seit 10/2023 · Support", Tone.ACT)
    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "überfällig seit 10/2023 · Support"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Brenner Metallbau GmbH", "BM"),
        ("Kanzlei am Markt", "KA"),
        ("3D-Druck", "3"),
        ("& Söhne", "S"),
        ("", "?"),
    ],
)
def test_the_badge_shows_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Brenner Metallbau GmbH", "Brenner Metallbau GmbH.vcio"),
        ("A/B: <C>", "A B   C.vcio"),
        ("...", "VirtualCIO.vcio"),
    ],
)
def test_a_company_name_becomes_a_file_name(name: str, file: str) -> None:
    assert file_name_for(name) == file


def test_the_language_at_the_first_start_is_one_we_speak() -> None:
    assert qt_texts.system_language() in ("de", "en")
