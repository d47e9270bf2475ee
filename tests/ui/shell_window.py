"""The real main window, its start screen and its keyboard, for tests of the shell."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from virtualcio.actions.open_company import create_company
from virtualcio.model import Asset
from virtualcio.texts import Message, mark
from virtualcio.ui.shell.application import dress, prepare
from virtualcio.ui.shell.dialog import Dialog
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

NOW = datetime(2026, 11, 22, 9, 14)  # noqa: DTZ001 - what the clock on the wall says
ASSET_ADDED = Message(mark("{count} asset"), {"count": 1})


def company_file(folder: Path, name: str = "Holzwerk Südtal", passphrase: str | None = None) -> Path:
    """A file with one printer in it, closed."""
    path = folder / f"{name}.vcio"
    company = create_company(path, name, employees=34, passphrase=passphrase, today=NOW.date())
    with company.workspace.change(ASSET_ADDED) as edit:
        edit.add(Asset(id="printer", name="Drucker"))
    company.close()
    return path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as after the start, at 1440 × 900, on 22 November 2026."""
    settings = UserSettings()
    dress(prepare(settings, "de"))
    made = MainWindow(settings, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    QApplication.processEvents()


def place_of(window: MainWindow) -> Workplace:
    assert window.workplace is not None
    return window.workplace


def press(
    window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def answer_dialogs(*answers: Callable[[Dialog], None]) -> list[str]:
    """Each dialog that opens is answered by the next of `answers`; gives back what their titles were."""
    titles: list[str] = []
    waiting = list(answers)
    window = QApplication.activeWindow()

    def look() -> None:
        if not isValid(window):
            return  # the test is over, and an answer was not needed
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Dialog):
            titles.append(dialog.windowTitle())
            waiting.pop(0)(dialog)
        if waiting:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return titles


def fill_in(*texts: str) -> Callable[[Dialog], None]:
    """Type into the fields of a dialog from the top, then Enter."""

    def do(dialog: Dialog) -> None:
        for field, text in zip(dialog.findChildren(QLineEdit), texts, strict=False):
            field.setText(text)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return do


def turn_back(dialog: Dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
