"""Work outside the window's thread: the result comes back, refusals are shown, cancelling ends it quietly."""

import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import company_file, place_of, window
from virtualcio.errors import RefusedFile
from virtualcio.texts import mark
from virtualcio.ui.common.progress import Progress
from virtualcio.ui.shell import background
from virtualcio.ui.shell.background import WorkLine
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.workplace import Workplace

__all__ = ["window"]


@pytest.fixture
def place(window: MainWindow, tmp_path: Path) -> Workplace:
    assert window.tasks.open_path(company_file(tmp_path))
    return place_of(window)


def test_the_result_arrives_in_the_windows_thread(place: Workplace, qtbot: QtBot) -> None:
    seen: list[object] = []
    place.in_background(
        lambda _progress: threading.current_thread(),
        lambda worker: seen.extend([worker, threading.current_thread()]),
        "Arbeit",
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen
    assert here is threading.main_thread()
    assert worker is not here


def test_a_refusal_is_shown_in_the_page(place: Workplace, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise RefusedFile(mark("Language: German"))

    place.in_background(work, lambda _nothing: pytest.fail("there was no result"), "Arbeit")
    qtbot.waitUntil(place.message.isVisible)
    assert place.message.text() == "Sprache: Deutsch"


def test_an_error_of_the_program_is_not_swallowed(place: Workplace, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        place.in_background(lambda _progress: 1 // 0, print, "Arbeit")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_long_work_shows_a_sign_then_a_bar_and_can_be_cancelled(
    place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "SIGN_AFTER", 60)
    monkeypatch.setattr(background, "BAR_AFTER", 180)
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        try:
            for done in range(10_000):
                progress(done, 10_000)
                time.sleep(0.005)
        finally:
            stopped.set()

    place.in_background(work, lambda _nothing: pytest.fail("it was cancelled"), "Mappe schreiben")
    [line] = place.findChildren(WorkLine)
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    assert not line.bar.isVisible()
    qtbot.waitUntil(lambda: line.bar.isVisible() and line.bar.value() > 0)
    assert place._stack.geometry().contains(line.geometry())
    line.cancel.click()
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not place._works)


def test_closing_the_file_ends_the_work(window: MainWindow, place: Workplace, qtbot: QtBot) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress(0, 0)
                time.sleep(0.002)
        finally:
            stopped.set()

    place.in_background(work, lambda _nothing: pytest.fail("the file is closed"), "Arbeit")
    assert begun.wait(5)
    window.show_start()
    assert stopped.wait(5)
    qtbot.wait(50)
