"""Start of the window: the start screen is painted before anything heavier than Qt is imported."""

import threading
from pathlib import Path

from PySide6.QtCore import QTimer

from virtualcio.ui.shell.application import prepare
from virtualcio.ui.shell.crash import CrashWatch, start_log
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.open_files import import_heavy_parts
from virtualcio.ui.shell.user_settings import UserSettings

IMPORT_AFTER = 300  # milliseconds after the first paint


def open_window(path: Path | None = None, language: str = "") -> int:
    """Show the window, with a company file if one is given, until it is closed; the exit code is Qt's.

    `language` is one of LANGUAGES and wins over the user's choice.
    """
    start_log()
    settings = UserSettings()
    app = prepare(settings, language)
    watch = CrashWatch()
    window = MainWindow(settings)
    window.show()
    if path is not None:
        QTimer.singleShot(0, window, lambda: window.tasks.open_path(path))
    else:
        QTimer.singleShot(IMPORT_AFTER, window, _import_in_a_thread)
    code = app.exec()
    watch.stop()
    return code


def _import_in_a_thread() -> None:
    """While the user looks at the start screen; whoever opens a file meanwhile waits for the rest of it."""
    threading.Thread(target=import_heavy_parts, name="imports").start()
