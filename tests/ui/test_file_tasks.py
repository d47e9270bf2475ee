"""Files in the window: locked, junk, write-protected, dropped, open elsewhere, got back from a backup."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import answer_dialogs, company_file, fill_in, place_of, turn_back, window
from virtualcio.actions import file_care
from virtualcio.actions.open_company import open_company
from virtualcio.app import _open_first
from virtualcio.model import Asset
from virtualcio.texts import Message, mark
from virtualcio.ui.shell.application import dress, prepare
from virtualcio.ui.shell.dialog import Dialog
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.restore_dialog import RestoreDialog
from virtualcio.ui.shell.user_settings import UserSettings

__all__ = ["window"]


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    assert window.tasks.open_path(company_file(tmp_path))
    return window


def test_a_locked_file_asks_for_its_passphrase_until_it_fits(window: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path, "Autohaus Ried", passphrase="ein langes Kennwort")
    titles = answer_dialogs(fill_in("falsch"), fill_in("ein langes Kennwort"))
    assert window.tasks.open_path(path)
    assert titles == ["„Autohaus Ried.vcio“ ist gesperrt"] * 2
    assert place_of(window).navigation.footer.text() == "Alle Änderungen gespeichert · verschlüsselt"


def test_turning_back_at_the_passphrase_leaves_everything_as_it_was(
    opened: MainWindow, tmp_path: Path
) -> None:
    path = company_file(tmp_path, "Autohaus Ried", passphrase="ein langes Kennwort")
    answer_dialogs(turn_back)
    assert not opened.tasks.open_path(path)
    assert place_of(opened).company.data.company.name == "Holzwerk Südtal"


def test_junk_is_refused_in_the_page_and_stays_as_it_was(opened: MainWindow, tmp_path: Path) -> None:
    junk = tmp_path / "notizen.vcio"
    junk.write_bytes(b"SQLite format 3\x00 but not really")
    before = junk.read_bytes()
    answer_dialogs(turn_back)
    assert not opened.tasks.open_path(junk)
    assert junk.read_bytes() == before
    assert place_of(opened).company.data.company.name == "Holzwerk Südtal"


def test_a_write_protected_file_says_so(window: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    path.chmod(0o444)
    assert window.tasks.open_path(path)
    place = place_of(window)
    assert place.message.text() == "Die Datei ist schreibgeschützt: Sie können sie ansehen, nicht ändern."
    assert place.navigation.footer.text() == "Schreibgeschützte Datei · nur zum Ansehen"


def test_copies_that_a_sync_program_made_are_named(window: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path, "Ried")
    shutil.copy2(path, tmp_path / "Ried.sync-conflict-20261120-101500-ABCDEFG.vcio")
    assert window.tasks.open_path(path)
    assert "Ried.sync-conflict-20261120-101500-ABCDEFG.vcio" in place_of(window).message.text()


def test_a_file_that_is_open_in_another_window_is_refused(opened: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path, "Ried")
    other = open_company(path)
    assert not opened.tasks.open_path(path)
    assert place_of(opened).message.isVisible()
    assert place_of(opened).company.data.company.name == "Holzwerk Südtal"
    other.close()
    assert opened.tasks.open_path(path)


def test_a_file_dropped_on_the_window_opens(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = company_file(tmp_path)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, dropped,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.workplace is not None)
    assert place_of(window).company.path == path


def test_a_backup_can_be_got_back_while_the_file_is_closed_for_a_moment(opened: MainWindow) -> None:
    opened.run("backup")
    company = place_of(opened).company
    printer = company.data.find(Asset, "printer")
    with company.workspace.change(Message(mark("{count} asset"), {"count": 1})):
        printer.name = "Falsch"
    place_of(opened).go("settings", "file")
    newest = file_care.backups(company)[0]
    place_of(opened).open_again(file_care.restoring(company, newest.path))
    assert place_of(opened).company.data.find(Asset, "printer").name == "Drucker"
    assert place_of(opened).place == ("settings", "file")


def test_a_dropped_list_is_shown_in_the_import_page(opened: MainWindow, tmp_path: Path) -> None:
    table = tmp_path / "Geräte.csv"
    table.write_text("System;Kategorie\nPC Empfang;PC\n", "utf-8")
    opened.tasks.take_dropped(table)
    assert place_of(opened).place[0] == "import"


def test_a_lost_file_is_got_back_from_its_backup_without_opening_it(opened: MainWindow) -> None:
    opened.run("backup")
    path = place_of(opened).company.path
    assert path is not None
    opened.run("close")
    path.write_bytes(b"")

    def get_back(dialog: Dialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        dialog.show_backups(path)
        dialog.list.setCurrentRow(0)
        dialog.done_button.click()

    answer_dialogs(get_back)
    opened.run("restore")
    assert place_of(opened).company.data.find(Asset, "printer").name == "Drucker"


def test_a_file_of_the_command_line_that_does_not_open_leads_to_the_start_screen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = company_file(tmp_path, "Autohaus Ried", passphrase="ein langes Kennwort")
    settings = UserSettings()
    dress(prepare(settings, "de"))
    window = MainWindow(settings, start=False)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert window.start is None  # the file need not wait for it
    titles = answer_dialogs(turn_back)
    _open_first(window, path)
    assert titles == ["„Autohaus Ried.vcio“ ist gesperrt"]
    assert window.start is not None and window.start.isVisible()
    window.close()


def test_a_missing_file_of_the_command_line_is_said_on_the_start_screen(qtbot: QtBot, tmp_path: Path) -> None:
    settings = UserSettings()
    dress(prepare(settings, "de"))
    window = MainWindow(settings, start=False)
    qtbot.addWidget(window)
    window.show()
    _open_first(window, tmp_path / "fort.vcio")
    assert window.start is not None and "fort.vcio" in window.start.message.text()
    window.close()
