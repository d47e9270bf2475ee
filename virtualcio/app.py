"""Start of the window: the start screen is painted before anything heavier than Qt is imported."""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from virtualcio import __version__, places
from virtualcio.texts import LANGUAGES, use_language
from virtualcio.ui.shell import qt_texts, theme
from virtualcio.ui.shell.crash import CrashWatch, start_log
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.open_files import import_heavy_parts
from virtualcio.ui.shell.style import ControlStyle
from virtualcio.ui.shell.user_settings import UserSettings

IMPORT_AFTER = 300  # milliseconds after the first paint


def prepare(settings: UserSettings, language: str = "") -> QApplication:
    """The application with style, letters, colours and language; made once, found again after that."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setApplicationName("VirtualCIO")
        QApplication.setApplicationVersion(__version__)
        QApplication.setDesktopFileName("virtualcio")
        app = QApplication(sys.argv[:1])
    if not isinstance(app.style(), ControlStyle):
        app.setStyle(ControlStyle())
    app.setFont(theme.base_font())
    app.setWindowIcon(QIcon(str(places.resource("icons", "virtualcio.svg"))))
    kept = settings.text("theme", theme.ThemeChoice.SYSTEM.value)
    known = [choice for choice in theme.ThemeChoice if choice.value == kept]
    theme.apply(app, known[0] if known else theme.ThemeChoice.SYSTEM)
    code = language or settings.text("language", qt_texts.system_language())
    use_language(code if code in LANGUAGES else "de")
    qt_texts.install(code if code in LANGUAGES else "de")
    return app


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
