"""Long work on the company itself: in the window's thread, in slices between which the window stays alive.

Nothing can be edited meanwhile: only the line of the work takes the mouse and the keyboard. Signs come as
in background.py: words after 1 s, a bar with a cancel button after 3 s.
"""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from virtualcio.ui.common.progress import Progress
from virtualcio.ui.shell import background
from virtualcio.ui.shell.background import WorkLine

T = TypeVar("T")
_BREATH = 0.05  # seconds of work between two looks at what the user does
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_INPUT = _KEYS | {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel, QEvent.Type.Shortcut, QEvent.Type.ContextMenu, QEvent.Type.InputMethod,
    QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.Close,
}  # fmt: skip


def work_in_slices(work: Callable[[Progress], T], line: WorkLine) -> T:
    """What `work` gives back. Cancelled if the user pressed "Cancel" or Esc; what it raises goes through."""
    slices = _Slices(line)
    application = QApplication.instance()
    assert application is not None
    before = QApplication.focusWidget()
    application.installEventFilter(slices)
    try:
        return work(slices.progress)
    finally:
        application.removeEventFilter(slices)
        had_keyboard = line.cancel.hasFocus()
        slices.end()
        if had_keyboard and before is not None:
            before.setFocus()


class _Slices(QObject):
    """Lets the window live between two slices, and keeps everything but the line from being used."""

    def __init__(self, line: WorkLine) -> None:
        super().__init__(line)
        self._line = line
        self._last = monotonic()
        self.progress = Progress(self._on_progress)
        line.cancel.clicked.connect(lambda _checked=False: self._cancel())
        self._sign = _later(self, background.SIGN_AFTER, line.show_sign)
        self._bar = _later(self, background.BAR_AFTER, self._show_bar)

    def end(self) -> None:
        self._sign.stop()
        self._bar.stop()
        self._line.hide()
        self._line.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT:
            return False
        if event.type() == QEvent.Type.Shortcut:
            return True
        if not isinstance(watched, QWidget):
            return False  # the window system's own window: the widget in it gets the event after it
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._cancel()
            return True
        if self._line.isAncestorOf(watched):
            return False
        event.ignore()
        return True

    def _show_bar(self) -> None:
        self._line.show_sign()
        self._line.show_bar()
        self._line.cancel.setFocus()

    def _cancel(self) -> None:
        self.progress.cancel()
        self._line.hide()

    def _on_progress(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._last < _BREATH:
            return
        self._line.bar.setRange(0, total)
        self._line.bar.setValue(done)
        QApplication.processEvents()
        self._last = monotonic()


def _later(parent: QObject, milliseconds: int, do: Callable[[], None]) -> QTimer:
    timer = QTimer(parent, singleShot=True, interval=milliseconds)
    timer.timeout.connect(do)
    timer.start()
    return timer
