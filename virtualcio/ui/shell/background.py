"""Work outside the window's thread: a sign of work after 1 s, a bar with a cancel button after 3 s."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRectF, QThreadPool, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from virtualcio.errors import UserError
from virtualcio.texts import _, language, speaking
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.progress import Cancelled, Progress
from virtualcio.ui.shell import theme

SIGN_AFTER = 1_000  # milliseconds
BAR_AFTER = 3_000


class WorkLine(QWidget):
    """What is being done; the bar and the button come later than the words."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(title)
        self.cancel = Button(_("Cancel"), quiet=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(Label(title))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.setMinimumHeight(44)
        self.bar.hide()
        self.cancel.hide()
        self.hide()

    def show_sign(self) -> None:
        self.show()
        self.raise_()

    def show_bar(self) -> None:
        self.bar.show()
        self.cancel.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(shown.card)
        painter.setPen(QPen(shown.edge, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class BackgroundWork(QObject):
    """One piece of work; its signals arrive in the window's thread."""

    ended = Signal()
    _done = Signal(object)
    _failed = Signal(object)
    _moved = Signal(int, int)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        then: Callable[[Any], None],
        refuse: Callable[[UserError], None],
        line: WorkLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._then, self._refuse, self._line = work, then, refuse, line
        self._progress = Progress(self._moved.emit)
        self._language = language()
        self._done.connect(self._on_done)
        self._failed.connect(self._on_failed)
        self._moved.connect(self._on_moved)
        line.cancel.clicked.connect(lambda _checked=False: self.cancel())
        self._sign = QTimer(self, singleShot=True, interval=SIGN_AFTER)
        self._sign.timeout.connect(line.show_sign)
        self._bar = QTimer(self, singleShot=True, interval=BAR_AFTER)
        self._bar.timeout.connect(line.show_bar)

    def start(self, *, quiet: bool = False) -> None:
        if not quiet:
            self._sign.start()
            self._bar.start()
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """The work ends at its next step; `then` is not called any more."""
        self._progress.cancel()
        self._line.hide()

    def _run(self) -> None:
        """In the other thread: whatever happens there is carried over as an object."""
        try:
            with speaking(self._language):
                result = self._work(self._progress)
        except BaseException as error:  # carried over whole: raised again in the window's thread
            self._tell(self._failed, error)
        else:
            self._tell(self._done, result)

    def _tell(self, signal: SignalInstance, what: object) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile; nobody waits for this any more
            signal.emit(what)

    def _end(self) -> None:
        self._sign.stop()
        self._bar.stop()
        self._line.hide()
        self._line.deleteLater()
        self.ended.emit()

    def _on_moved(self, done: int, total: int) -> None:
        self._line.bar.setRange(0, total)
        self._line.bar.setValue(done)

    def _on_done(self, result: object) -> None:
        self._end()
        if not self._progress.cancelled:
            self._then(result)

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, UserError):
            self._refuse(error)
        elif not isinstance(error, Cancelled):
            raise error
