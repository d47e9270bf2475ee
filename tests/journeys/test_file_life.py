"""The life of a company file in the real window: locked, its passphrase changed, backed up, got back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit

from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, answering, fields, file_name, in_file, wait_until
from tests.store.example_company import in_file as content_of
from virtualcio.errors import WrongPassphrase
from virtualcio.model import Asset
from virtualcio.store.backups import list_backups
from virtualcio.store.verify import verify
from virtualcio.ui.settings.file_tab import FileTab
from virtualcio.ui.settings.settings_page import SettingsPage

FIRST, SECOND = "Sägeblatt 7", "ein ganz anderes"


def file_tab(walk: Walk) -> FileTab:
    walk.page("settings")
    walk.tab("file")
    page = walk.place.current_page
    assert isinstance(page, SettingsPage)
    [shown] = [tab for tab in page.findChildren(FileTab) if tab.isVisible()]
    return shown


def add_device(walk: Walk, name: str) -> None:
    walk.page("inventory")
    walk.tab("assets")
    walk.press(Qt.Key.Key_N, CTRL)
    walk.type(name)
    walk.press(Qt.Key.Key_Return)


def names(path: Path, passphrase: str | None = None) -> list[str]:
    return sorted(str(getattr(one, "name", "")) for one in in_file(path, Asset, passphrase))


def locked_company(dialog: QDialog) -> None:
    """Fill in the dialog of a new company, with the check mark for a passphrase."""
    dialog.findChildren(QLineEdit)[0].setText("Schlosserei Brandt")
    dialog.findChildren(QCheckBox)[0].click()
    for line in dialog.findChildren(QLineEdit):
        if line.echoMode() is QLineEdit.EchoMode.Password:
            line.setText(FIRST)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def type_passphrase(tab: FileTab, passphrase: str) -> None:
    for line in (tab.passphrase.first, tab.passphrase.second):
        line.setText(passphrase)


def test_a_locked_file_opens_with_its_passphrase_only_and_can_be_changed_and_unlocked(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        with answering(locked_company, file_name(path)):
            walk.window.run("new")
        add_device(walk, "NAS")
        assert "verschlüsselt" in walk.place.navigation.footer.text()
    assert not path.read_bytes().startswith(b"SQLite") and b"Brandt" not in path.read_bytes()
    with pytest.raises(WrongPassphrase):
        in_file(path)

    with a_walk() as walk:
        with answering(fields("falsch"), fields(FIRST)):
            assert walk.window.tasks.open_path(path)
        assert [asset.name for asset in walk.place.company.data.all(Asset)] == ["NAS"]
        tab = file_tab(walk)
        type_passphrase(tab, SECOND)
        walk.click("Kennwort ändern")
        add_device(walk, "USV")
        walk.press(Qt.Key.Key_Z, CTRL)
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    with pytest.raises(WrongPassphrase):
        in_file(path, Asset, FIRST)
    assert names(path, SECOND) == ["NAS", "USV"] and verify(path, SECOND).ok

    with a_walk() as walk:
        with answering(fields(FIRST), fields(SECOND)):
            assert walk.window.tasks.open_path(path)
        file_tab(walk)
        walk.click("Kennwort entfernen")
        wait_until(lambda: not walk.place.company.workspace.encrypted, "the file without passphrase")
    assert path.read_bytes().startswith(b"SQLite") and names(path) == ["NAS", "USV"]


def test_two_passphrases_that_differ_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        with answering(fields("Schlosserei Brandt"), file_name(path)):
            walk.window.run("new")
        tab = file_tab(walk)
        tab.passphrase.first.setText(FIRST)
        tab.passphrase.second.setText(SECOND)
        walk.click("Kennwort setzen")
        assert "verschieden" in tab.passphrase.refusal.text()
        assert not walk.place.company.workspace.encrypted
    assert names(path) == []


def test_a_backup_brings_back_exactly_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        with answering(fields("Schlosserei Brandt"), file_name(path)):
            walk.window.run("new")
        add_device(walk, "NAS")
        tab = file_tab(walk)
        walk.click("Jetzt sichern")
        backup = list_backups(path)[0]
        assert names(backup.path) == ["NAS"] and tab.backups.text_at(0, 1) == backup.path.name
        wanted = content_of(backup.path)

        add_device(walk, "Versehen")
        walk.page("inventory")
        walk.cell("NAS", "name")
        walk.press(Qt.Key.Key_Delete)
        tab = file_tab(walk)
        rows = [tab.backups.text_at(row, 1) for row in range(tab.backups.rowCount())]
        tab.backups.selectRow(rows.index(backup.path.name))
        walk.click("Diese Sicherung zurückholen")
        wait_until(lambda: walk.window.workplace is not None, "the file open again")
        assert [asset.name for asset in walk.place.company.data.all(Asset)] == ["NAS"]
        assert walk.place.place == ("settings", "file")  # at the same place
        add_device(walk, "USV")
    assert names(path) == ["NAS", "USV"]
    held = {frozenset(names(one.path)) for one in list_backups(path)}
    assert frozenset({"Versehen"}) in held  # what the backup replaced is kept too
    assert content_of(backup.path) == wanted and verify(path).ok


def test_a_file_that_no_longer_opens_is_got_back_from_the_start_screen(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        with answering(fields("Schlosserei Brandt"), file_name(path)):
            walk.window.run("new")
        add_device(walk, "NAS")
        file_tab(walk)
        walk.click("Jetzt sichern")
    path.write_bytes(path.read_bytes()[:5000])

    def choose(dialog: QDialog) -> None:
        dialog.show_backups(path)  # type: ignore[attr-defined]  # the file dialog's answer
        dialog.list.setCurrentRow(0)  # type: ignore[attr-defined]
        QApplication.processEvents()
        dialog.done_button.click()  # type: ignore[attr-defined]

    with a_walk() as walk:
        assert not walk.window.tasks.open_path(path)
        with answering(choose):
            walk.window.run("restore")
        assert [asset.name for asset in walk.place.company.data.all(Asset)] == ["NAS"]
    assert names(path) == ["NAS"] and verify(path).ok
