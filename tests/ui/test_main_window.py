"""The window around the pages: navigation, undo line, language and theme at run time, what it remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import (
    CTRL,
    SHIFT,
    company_file,
    place_of,
    press,
    window,
)
from virtualcio.model import Asset
from virtualcio.texts import Message, mark
from virtualcio.ui.inventory.inventory_page import InventoryPage
from virtualcio.ui.pages import PAGES, Group
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.commands import COMMANDS
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.user_settings import UserSettings

__all__ = ["window"]
RENAMED = Message(mark("{count} assets"), {"count": 1})


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    assert window.tasks.open_path(company_file(tmp_path))
    return window


def printer(window: MainWindow) -> Asset:
    return place_of(window).company.data.find(Asset, "printer")


def rename_printer(window: MainWindow, name: str) -> None:
    with place_of(window).company.workspace.change(RENAMED):
        printer(window).name = name


# --- pages -------------------------------------------------------------------------------------


def test_a_file_opens_on_the_overview_and_each_page_is_one_click_away(opened: MainWindow) -> None:
    place = place_of(opened)
    assert place.place[0] == "overview"
    for spec in PAGES:
        button = place.navigation.button(spec.key)
        if spec.group is Group.HIDDEN:
            assert button is None
            continue
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert place.place[0] == spec.key
        assert button.isChecked()


def test_pages_turn_by_keyboard(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_2, CTRL)
    assert place_of(opened).place[0] == "inventory"
    press(opened, Qt.Key.Key_1, CTRL)
    assert place_of(opened).place[0] == "overview"


def test_tabs_are_walked_with_the_arrow_keys(opened: MainWindow) -> None:
    place = place_of(opened)
    place.go("inventory", "assets")
    place.tab_strip.button("assets").setFocus()
    press(opened, Qt.Key.Key_Right)
    assert place.place == ("inventory", "applications")
    press(opened, Qt.Key.Key_Left)
    assert place.place == ("inventory", "assets")


def test_the_navigation_says_company_findings_and_that_all_is_saved(window: MainWindow) -> None:
    window.run("demo")
    navigation = place_of(window).navigation
    assert navigation.badge.text() == "Brenner Metallbau GmbH"
    checks = navigation.button("checks")
    assert checks is not None
    assert checks.pill_text() == str(len(place_of(window).company.results.findings))
    assert navigation.footer.text() == "Alle Änderungen gespeichert · auf diesem Gerät"


# --- changes, undo, redo --------------------------------------------------------------------------


def test_a_change_is_followed_by_a_line_that_undoes_it(opened: MainWindow) -> None:
    rename_printer(opened, "Drucker Büro")
    message = place_of(opened).message
    assert message.isVisible()
    [undo] = [button for button in message.findChildren(QPushButton) if button.text() == "Rückgängig"]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert printer(opened).name == "Drucker"
    assert message.text().startswith("Rückgängig gemacht: ")


def test_undo_and_redo_by_keyboard(opened: MainWindow) -> None:
    rename_printer(opened, "Drucker Büro")
    press(opened, Qt.Key.Key_Z, CTRL)
    assert printer(opened).name == "Drucker"
    press(opened, Qt.Key.Key_Y, CTRL)
    assert printer(opened).name == "Drucker Büro"
    press(opened, Qt.Key.Key_Z, CTRL)
    press(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    assert printer(opened).name == "Drucker Büro"


def test_a_hidden_page_knows_of_a_change_when_it_is_shown_again(opened: MainWindow, qtbot: QtBot) -> None:
    place = place_of(opened)
    place.go("inventory", "assets")
    place.go("settings")
    with place.company.workspace.change(RENAMED) as edit:
        edit.add(Asset(name="Scanner"))
    place.go("inventory", "assets")
    assert next(tab.count for tab in place.current_page.tabs() if tab.key == "assets") == "2"


# --- language and theme ------------------------------------------------------------------------------


def test_the_language_changes_at_the_same_place(opened: MainWindow) -> None:
    place_of(opened).go("inventory", "contracts")
    assert place_of(opened).header.title.whole_text() == "Bestand"
    opened.run("english")
    assert place_of(opened).place == ("inventory", "contracts")
    assert place_of(opened).header.title.whole_text() == "Inventory"
    assert opened.actions_of_window.actions["undo"].text() == "Undo"
    opened.run("german")
    assert place_of(opened).header.title.whole_text() == "Bestand"
    assert opened.settings.get("language") == "de"


def test_qt_speaks_german_too(opened: MainWindow) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    opened.run("english")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_theme_changes_while_a_page_is_shown_and_is_remembered(opened: MainWindow) -> None:
    page = place_of(opened).current_page
    opened.run("theme_dark")
    QApplication.processEvents()
    assert theme.current().dark
    assert place_of(opened).current_page is page
    assert opened.grab().toImage().pixelColor(300, 890).lightnessF() < 0.2
    opened.run("theme_light")
    QApplication.processEvents()
    assert opened.grab().toImage().pixelColor(300, 890).lightnessF() > 0.8
    assert opened.settings.get("theme") == "light"


# --- what is remembered ---------------------------------------------------------------------------------


def test_size_and_tab_are_there_again_after_a_restart(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = place_of(opened).company.path
    assert path is not None
    place_of(opened).go("inventory", "suppliers")
    opened.resize(1100, 712)
    width = opened.width()
    opened.close()
    again = MainWindow(UserSettings())
    qtbot.addWidget(again)
    assert again.height() == 712
    assert again.width() in (width, again.minimumWidth())  # a screen narrower than the window cuts it
    assert again.tasks.open_path(path)
    place_of(again).go("inventory")
    assert place_of(again).place == ("inventory", "suppliers")
    again.close()


def test_settings_that_cannot_be_read_count_as_none(own_home: Path) -> None:
    (own_home / "settings.json").write_text("{broken", "utf-8")
    settings = UserSettings()
    assert settings.get("window") is None
    settings.set("language", "en")
    settings.save()
    assert UserSettings().text("language") == "en"


def test_find_goes_to_the_filter_line_of_a_table(opened: MainWindow) -> None:
    place_of(opened).go("inventory", "assets")
    press(opened, Qt.Key.Key_F, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == "In dieser Liste filtern …"


# --- commands -------------------------------------------------------------------------------


def test_every_command_does_something_and_no_two_share_their_keys(window: MainWindow) -> None:
    assert {command.key for command in COMMANDS} == set(window.actions_of_window.slots)
    keys = [keys for command in COMMANDS for keys in command.keys]
    assert len(keys) == len(set(keys))


def test_without_a_file_there_is_nothing_to_undo(window: MainWindow) -> None:
    assert not window.actions_of_window.actions["undo"].isEnabled()
    assert window.actions_of_window.actions["open"].isEnabled()


def test_the_next_day_shows_the_next_days_figures(opened: MainWindow) -> None:
    from datetime import timedelta

    tomorrow = opened.now() + timedelta(days=1)
    opened.now = lambda: tomorrow
    opened._follow_the_day()
    assert place_of(opened).company.today == tomorrow.date()
    rename_printer(opened, "Drucker Büro")
    assert place_of(opened).message.isVisible()


def test_the_keyboard_goes_along_with_the_page(opened: MainWindow) -> None:
    place = place_of(opened)
    press(opened, Qt.Key.Key_2, CTRL)
    page = place.current_page
    assert isinstance(page, InventoryPage) and page.part.table.hasFocus()
    press(opened, Qt.Key.Key_9, CTRL)
    assert opened.focusWidget() is place.navigation.button("checks")


def test_enter_presses_the_button_that_has_the_keyboard(opened: MainWindow) -> None:
    button = place_of(opened).navigation.button("checks")
    assert button is not None
    button.setFocus()
    press(opened, Qt.Key.Key_Return)
    assert place_of(opened).place[0] == "checks"


def test_full_screen_shows_the_page_alone_and_escape_leads_back(opened: MainWindow) -> None:
    place = place_of(opened)
    press(opened, Qt.Key.Key_F11)
    assert opened.isFullScreen() and not place.navigation.isVisible()
    assert place.current_page.isVisible() and "F11" in place.message.text()
    press(opened, Qt.Key.Key_2, CTRL)
    assert place.place[0] == "inventory"
    opened.setFocus()
    press(opened, Qt.Key.Key_Escape)
    assert not opened.isFullScreen() and place.navigation.isVisible()
