"""A file that was just opened is compared with what was saved last, without anybody having to ask."""

import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import company_file, place_of, window
from virtualcio.model import Asset
from virtualcio.store.backups import list_backups
from virtualcio.ui.shell import file_watch
from virtualcio.ui.shell.main_window import MainWindow

__all__ = ["window"]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "CHECK_AFTER", 0)


def spoil(path: Path) -> None:
    """As a flipped bit does: the row changes, and nobody changed it."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE asset SET name = 'Drucke2'")
    connection.commit()
    connection.close()


def test_a_spoiled_row_is_told_and_put_right_on_request(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = company_file(tmp_path)
    spoil(path)
    assert window.tasks.open_path(path)
    message = place_of(window).message
    qtbot.waitUntil(message.isVisible)
    assert message.text() == "„Drucker“ ist anders, als es zuletzt gespeichert wurde."
    before = len(list_backups(path))
    message._action.click()
    assert place_of(window).company.data.all(Asset)[0].name == "Drucker"
    assert place_of(window).message.text().startswith("1 Eintrag ist wieder so, wie er gespeichert wurde.")
    assert len(list_backups(path)) > before


def test_nothing_is_said_about_a_sound_file(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.tasks.open_path(company_file(tmp_path))
    place = place_of(window)
    qtbot.waitUntil(lambda: bool(place._works))
    qtbot.waitUntil(lambda: not place._works)
    assert place.message.isHidden()


def test_closing_the_file_ends_the_check(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.tasks.open_path(company_file(tmp_path))
    place = place_of(window)
    qtbot.waitUntil(lambda: bool(place._works))
    window.show_start()
    qtbot.wait(100)
    assert window.start is not None and window.start.message.isHidden()


def test_the_keyboard_begins_at_the_name_of_the_page(window: MainWindow, tmp_path: Path) -> None:
    assert window.tasks.open_path(company_file(tmp_path))
    assert window.focusWidget() is place_of(window).navigation.button("overview")
