"""Start of the window: the start screen is painted before anything heavier than Qt is imported."""

import gc
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from virtualcio.ui.shell.application import dress, prepare
from virtualcio.ui.shell.crash import CrashWatch, start_log
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.open_files import import_heavy_parts
from virtualcio.ui.shell.user_settings import UserSettings

DRESS_AFTER = 60  # milliseconds; the start screen is painted by then
IMPORT_AFTER = 300


def open_window(path: Path | None = None, language: str = "") -> int:
    """Show the window, with a company file if one is given, until it is closed; the exit code is Qt's.

    `language` is one of LANGUAGES and wins over the user's choice.
    """
    start_log()
    settings = UserSettings()
    app = prepare(settings, language)
    watch = CrashWatch()
    if path is None:
        window = MainWindow(settings)
        QTimer.singleShot(DRESS_AFTER, window, partial(dress, app))
        QTimer.singleShot(IMPORT_AFTER, window, _import_in_a_thread)
    else:
        dress(app)
        window = MainWindow(settings, start=False)
        QTimer.singleShot(0, window, partial(_open_first, window, path))
    QTimer.singleShot(DRESS_AFTER, window, _collect_garbage_again)
    window.show()
    code = app.exec()
    watch.stop()
    return code


def _open_first(window: MainWindow, path: Path) -> None:
    """The file of the command line; where it does not open, the start screen stands there."""
    if not window.tasks.open_path(path) and window.start is None:
        window.show_start()


def _collect_garbage_again() -> None:
    """What the start made stays to the end, so the collector need not look at it any more."""
    gc.freeze()
    gc.enable()


def _import_in_a_thread() -> None:
    """While the user looks at the start screen; whoever opens a file meanwhile waits for the rest of it."""
    threading.Thread(target=import_heavy_parts, name="imports").start()
