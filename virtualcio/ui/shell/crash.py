"""When the program itself is wrong: a report to copy, a log file, and the data stays as it is."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from virtualcio import __version__, places

_log = logging.getLogger("virtualcio")
LONG_LOG = 1_000_000  # bytes
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_path() -> Path:
    return places.user_dir() / "virtualcio.log"


def start_log() -> logging.Handler | None:
    """Everything of the program and of Qt goes into one file; a long one is put aside at the start.

    None where no file can be written; the program runs without it.
    """
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LONG_LOG:
            path.replace(path.with_suffix(".log.1"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)
    return handler


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)


def report_of(error: BaseException) -> str:
    """What a developer needs: versions and the way to the error, nothing of the company's data but what
    the error's own message says."""
    import platform  # only now: the start has no need of it

    lines = [
        f"VirtualCIO {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(line.rstrip("\n") for line in lines)


class CrashWatch:
    """Takes over `sys.excepthook` and that of threads until `stop`."""

    def __init__(self, show: Callable[[str], None] | None = None) -> None:
        """`show` gets the report, in the window's thread; the default is the dialog."""
        self._show = show or _show_dialog
        self._showing = False
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def stop(self) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = report_of(error)
        _log.error("%s", report)
        if not self._showing and threading.current_thread() is threading.main_thread():
            self._showing = True  # an error while the dialog is open does not pile up dialogs
            try:
                self._show(report)
            finally:
                self._showing = False

    def _on_thread_error(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            _log.error("in thread %s: %s", hook.thread, report_of(hook.exc_value))


def _show_dialog(report: str) -> None:
    from virtualcio.ui.shell.crash_dialog import CrashDialog

    dialog = CrashDialog(report, QApplication.activeWindow())
    dialog.exec()
    dialog.deleteLater()
