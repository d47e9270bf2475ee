"""An error of the program: a report to copy, a line in the log, and the data as it was."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.shell_window import company_file
from virtualcio.actions.open_company import open_company
from virtualcio.model import Asset
from virtualcio.texts import Message, mark
from virtualcio.ui.shell.crash import LONG_LOG, CrashWatch, log_path, report_of, start_log
from virtualcio.ui.shell.crash_dialog import CrashDialog


@pytest.fixture
def log(qapp: QApplication) -> Iterator[Path]:
    """The log as after the start: the application is there, and its messages come to us."""
    root = logging.getLogger()
    level = root.level
    handler = start_log()
    assert handler is not None
    yield log_path()
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()
    qInstallMessageHandler(None)


@pytest.fixture
def reports() -> Iterator[list[str]]:
    seen: list[str] = []
    watch = CrashWatch(seen.append)
    yield seen
    watch.stop()


def fail() -> None:
    raise ValueError("das darf nicht sein")


def raise_into_the_hook() -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_the_report_names_versions_and_place_and_stands_in_the_log(log: Path, reports: list[str]) -> None:
    raise_into_the_hook()
    [report] = reports
    assert "VirtualCIO" in report and "Qt 6.11.3" in report
    assert "ValueError: das darf nicht sein" in report
    assert "in fail" in report
    assert "das darf nicht sein" in log.read_text("utf-8")


def test_what_qt_warns_of_stands_in_the_log(log: Path, qapp: QApplication) -> None:
    qWarning("a warning of Qt")
    assert "WARNING qt: a warning of Qt" in log.read_text("utf-8")


def test_a_long_log_is_put_aside(own_home: Path, log: Path) -> None:
    log.write_text("x" * (LONG_LOG + 1), "utf-8")
    again = start_log()
    assert again is not None
    logging.getLogger().removeHandler(again)
    assert not log.exists()
    assert log.with_suffix(".log.1").stat().st_size == LONG_LOG + 1


def test_the_dialog_copies_the_report_and_lets_the_work_go_on(qapp: QApplication, log: Path) -> None:
    titles: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        titles.append(dialog.windowTitle())
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["Bericht kopieren"].click()
        buttons["Weiterarbeiten"].click()

    watch = CrashWatch()
    QTimer.singleShot(50, answer)
    raise_into_the_hook()
    watch.stop()
    assert titles == ["Im Programm ist etwas schiefgegangen"]
    assert "das darf nicht sein" in QGuiApplication.clipboard().text()


def test_an_error_in_the_middle_of_a_change_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = company_file(tmp_path)
    company = open_company(path)

    def fail_half_way() -> None:
        with company.workspace.change(Message(mark("{count} asset"), {"count": 1})):
            company.data.find(Asset, "printer").name = "halb"
            fail()

    with pytest.raises(ValueError, match="das darf"):
        fail_half_way()
    assert company.data.find(Asset, "printer").name == "Drucker"
    company.close()
    again = open_company(path)
    assert again.data.find(Asset, "printer").name == "Drucker"
    again.close()


def test_calls_without_a_result_keep_none_alive() -> None:
    """PySide6 6.12.0 lost a reference to None at each such call; on Python 3.11 the process died of it.

    In a process of its own, because a broken PySide6 would take the tests along. From Python 3.12 on None
    is immortal and its count says nothing; the calls must work all the same.
    """
    code = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell, heard = Bell(), []
bell.rung.connect(lambda: heard.append(1) if len(heard) < 3 else None)
before = sys.getrefcount(None)
for _time in range(100_000):
    bell.rung.emit()
    bell.setObjectName("")
after = sys.getrefcount(None)
assert len(heard) == 3
print(abs(after - before) if sys.version_info < (3, 12) else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100


def test_a_report_of_an_error_without_words_is_whole() -> None:
    assert report_of(KeyError()).endswith("KeyError")
