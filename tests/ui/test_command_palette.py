"""Ctrl+K finds any thing, page or command, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import CTRL, company_file, place_of, press, window
from virtualcio.actions import edit
from virtualcio.actions.tables import table
from virtualcio.model import Supplier
from virtualcio.texts import translate
from virtualcio.ui.pages import PAGES
from virtualcio.ui.settings.file_tab import FileTab
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


def test_a_command_that_begins_with_the_text_comes_before_things_that_hold_it(
    opened: MainWindow,
) -> None:
    company = place_of(opened).company
    edit.add_record(company, table("assets"), {"name": "Quittungsdrucker, Beenden um acht"})
    titles: list[str] = []

    def look(palette: CommandPalette) -> None:
        QTest.keyClicks(palette.field, "beenden")
        titles.extend(hit.title for hit in palette.model.hits)

    in_palette(opened, look)
    assert titles == ["Beenden", "Quittungsdrucker, Beenden um acht"]


def test_the_arrow_keys_choose_and_stop_at_both_ends(opened: MainWindow) -> None:
    chosen: list[str] = []

    def walk(palette: CommandPalette) -> None:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
            QTest.keyClick(palette.field, key)
            hit = palette.chosen()
            chosen.append(hit.title if hit else "")
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)

    in_palette(opened, walk)
    assert chosen == [translate(spec.title) for spec in PAGES[:3]]
    assert place_of(opened).place[0] == "overview"


def test_the_tables_of_the_inventory_are_reached_from_any_page(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("lieferanten"))
    assert place_of(opened).place == ("inventory", "suppliers")


def test_what_is_not_there_is_said_and_does_nothing(opened: MainWindow) -> None:
    def look(palette: CommandPalette) -> None:
        assert not palette.nothing.isVisible()
        QTest.keyClicks(palette.field, "zzzz")
        assert palette.nothing.isVisible() and palette.nothing.text() == "So heißt hier nichts."

    in_palette(opened, look)
    in_palette(opened, type_and_enter("zzzz"))
    assert place_of(opened).place[0] == "overview"


def test_a_disabled_command_is_not_offered(opened: MainWindow) -> None:
    titles: list[str] = []
    opened.actions_of_window.actions["close"].setEnabled(False)
    in_palette(opened, lambda palette: titles.extend(hit.title for hit in palette.model.hits))
    assert "Datei schließen" not in titles
    assert "Beenden" in titles


def test_a_new_row_of_any_table_is_made_from_anywhere(opened: MainWindow) -> None:
    in_palette(opened, type_and_enter("neuer lieferant"))
    place = place_of(opened)
    assert place.place == ("inventory", "suppliers")
    assert [one.name for one in place.company.data.all(Supplier)] == ["Neuer Lieferant"]


def test_files_are_looked_after_from_the_palette(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    out = tmp_path / "Bestand.xlsx"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(out), ""))
    in_palette(opened, type_and_enter("alles ausgeben"))
    qtbot.waitUntil(out.exists)
    in_palette(opened, type_and_enter("datei pr"))
    place = place_of(opened)
    assert place.place == ("settings", "file")
    tab = place.current_page.findChild(FileTab)
    assert tab is not None
    qtbot.waitUntil(lambda: "alles ist, wie es gespeichert wurde" in tab.report.text())
