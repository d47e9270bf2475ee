"""What a walk through the real window needs: modal dialogs answered by typing, clicks, waiting, restarts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import sleep

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from virtualcio.actions.open_company import open_company
from virtualcio.model import Asset
from virtualcio.model.base import Record
from virtualcio.ui.importing.import_page import ImportPage
from virtualcio.ui.inventory.inventory_page import InventoryPage
from virtualcio.ui.shell.application import dress, prepare
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

NOW = datetime(2026, 11, 22, 9, 14)  # noqa: DTZ001 - what the clock on the wall says
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Walk:
    """The window from its start to its end, as one person uses it."""

    def __init__(self, language: str = "de", now: datetime = NOW) -> None:
        settings = UserSettings()
        dress(prepare(settings, language))
        self.window = MainWindow(settings, now=lambda: now)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self._ended = False

    def end(self) -> None:
        """Close the window; once is enough."""
        if self._ended:
            return
        self._ended = True
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    @property
    def place(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    @property
    def inventory(self) -> InventoryPage:
        page = self.place.current_page
        assert isinstance(page, InventoryPage)
        return page

    @property
    def importing(self) -> ImportPage:
        page = self.place.current_page
        assert isinstance(page, ImportPage)
        return page

    # --- hands ---------------------------------------------------------------------------

    def click(self, title: str) -> None:
        """Click the visible button with this text, as soon as it is there."""
        wait_until(lambda: any(b.text() == title for b in self.buttons()), f"a button {title!r}")
        found = [button for button in self.buttons() if button.text() == title]
        assert len(found) == 1, f"{len(found)} x {title!r} among {sorted(b.text() for b in self.buttons())}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def buttons(self) -> list[QAbstractButton]:
        """Those that can be clicked now."""
        return [b for b in self.window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]

    def _take_the_keyboard(self) -> None:
        """No window manager gives the keyboard back after a dialog here, and no event loop throws it away."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._take_the_keyboard()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the keyboard is, also letters that no test keyboard has (€)."""
        self._take_the_keyboard()
        for letter in text:
            type_letter(QApplication.focusWidget() or self.window, letter)
            QApplication.processEvents()

    def cell(self, name: str, column: str) -> None:
        """Put the keyboard into a cell of the table shown, in the row with this name; show its column."""
        part = self.inventory.part
        if part.table.records.column_at(column) is None:
            part.columns.turn(part.table.table.column(column), on=True)
        record = next(one for one in part.table.records.rows if getattr(one, "name", "") == name)
        assert part.table.show_record(record.id, column)
        part.table.setFocus()
        QApplication.processEvents()

    def tab(self, key: str) -> None:
        button = self.place.tab_strip.button(key)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def page(self, key: str) -> None:
        button = self.place.navigation.button(key)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()


def type_letter(widget: QWidget, letter: str) -> None:
    """QTest's own keyClicks ends the program at letters like ä and €."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@contextmanager
def a_walk(language: str = "de", now: datetime = NOW) -> Iterator[Walk]:
    """From the start of the program to its end; another one after it is a restart, `now` another day."""
    walk = Walk(language, now)
    try:
        yield walk
    finally:
        walk.end()


def in_file(company: Path, kind: type[Record] = Asset, passphrase: str | None = None) -> list[Record]:
    """What stands in the file for somebody who opens it afresh."""
    opened = open_company(company, passphrase, today=NOW.date())
    try:
        return list(opened.data.all(kind))
    finally:
        opened.close()


def wait_until(true: Callable[[], bool], what: str, seconds: int = 6) -> None:
    for _round in range(seconds * 100):
        if true():
            return
        sleep(0.01)  # unlike Qt's own waiting it leaves Python to the thread that reads a list
        QApplication.processEvents()
    raise AssertionError(f"waited in vain: {what}")


@contextmanager
def answering(*answers: Callable[[QDialog], None]) -> Iterator[None]:
    """Each dialog that opens in the block is answered by the next of `answers`; all of them are needed."""
    waiting = list(answers)
    answered: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog not in answered:
            answered.append(dialog)
            try:
                waiting.pop(0)(dialog)
            except BaseException:
                dialog.reject()  # else the test would wait for ever instead of failing
                raise
        if waiting:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    yield
    assert not waiting, f"{len(waiting)} dialogs did not open"


def fields(*texts: str) -> Callable[[QDialog], None]:
    """Type into the fields of a dialog from the top, then Enter."""

    def do(dialog: QDialog) -> None:
        for line, text in zip(dialog.findChildren(QLineEdit), texts, strict=False):
            line.setFocus()
            for letter in text:
                type_letter(line, letter)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return do


def file_name(path: Path) -> Callable[[QDialog], None]:
    """Type a path into a file dialog, then Enter."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    return do
