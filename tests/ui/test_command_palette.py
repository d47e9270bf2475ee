"""Ctrl+K finds any thing, page or command, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.shell_window import CTRL, company_file, place_of, press, window
from virtualcio.ui.shell.command_palette import CommandPalette
from virtualcio.ui.shell.main_window import MainWindow

__all__ = ["window"]


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    assert window.tasks.open_path(company_file(tmp_path))
    return window


def in_palette(window: MainWindow, do: Callable[[CommandPalette], None]) -> None:
    """Ctrl+K, then `do` while the palette is open."""
    done: list[bool] = []

    def look() -> None:
        palette = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        assert isinstance(palette, CommandPalette)
        do(palette)
        done.append(True)
        if palette.isVisible():
            palette.reject()

    QTimer.singleShot(50, look)
    press(window, Qt.Key.Key_K, CTRL)
    assert done


def type_and_enter(text: str) -> Callable[[CommandPalette], None]:
    def do(palette: CommandPalette) -> None:
        QTest.keyClicks(palette.field, text)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    return do


def test_a_thing_is_found_by_a_few_letters_and_shown(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("druck"))
    assert place_of(opened).place == ("inventory", "assets")


def test_a_page_is_reached_by_its_name(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("einst"))
    assert place_of(opened).place[0] == "settings"


def test_a_command_is_done(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("sprache eng"))
    assert place_of(opened).header.title.whole_text().startswith("Good day")


def test_the_arrow_keys_choose_and_stop_at_both_ends(opened: MainWindow) -> None:
    chosen: list[str] = []

    def walk(palette: CommandPalette) -> None:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
            QTest.keyClick(palette.field, key)
            hit = palette.chosen()
            chosen.append(hit.title if hit else "")
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)

    in_palette(opened, walk)
    assert chosen == ["Übersicht", "Bestand", "Prüfung"]
    assert place_of(opened).place[0] == "overview"


def test_what_is_not_there_does_nothing(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("zzzz"))
    assert place_of(opened).place[0] == "overview"


def test_a_disabled_command_is_not_offered(opened: MainWindow) -> None:
    titles: list[str] = []
    opened.actions_of_window.actions["close"].setEnabled(False)
    in_palette(opened, lambda palette: titles.extend(hit.title for hit in palette.model.hits))
    assert "Datei schließen" not in titles
    assert "Beenden" in titles
