"""The Qt application: its style, letters, colours and language, the same for window, pictures and tests."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from virtualcio import __version__, places
from virtualcio.texts import LANGUAGES, use_language
from virtualcio.ui.shell import qt_texts, theme
from virtualcio.ui.shell.user_settings import UserSettings


def prepare(settings: UserSettings, language: str = "") -> QApplication:
    """The application with letters, colours and language; made once, found again after that."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setApplicationName("VirtualCIO")
        QApplication.setApplicationVersion(__version__)
        QApplication.setDesktopFileName("virtualcio")
        app = QApplication(sys.argv[:1])
    app.setFont(theme.base_font())
    app.setWindowIcon(QIcon(str(places.resource("icons", "virtualcio.svg"))))
    kept = settings.text("theme", theme.ThemeChoice.SYSTEM.value)
    known = [choice for choice in theme.ThemeChoice if choice.value == kept]
    theme.apply(app, known[0] if known else theme.ThemeChoice.SYSTEM)
    code = language or settings.text("language", qt_texts.system_language())
    use_language(code if code in LANGUAGES else "de")
    qt_texts.install(code if code in LANGUAGES else "de")
    return app


def dress(app: QApplication) -> None:
    """Give the controls their look. Apart: the start screen paints itself and need not wait for it."""
    from virtualcio.ui.shell.style import ControlStyle

    if not isinstance(app.style(), ControlStyle):
        app.setStyle(ControlStyle())
