"""The note of a station: typed during the meeting, stored as soon as the keyboard leaves it or rests."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from virtualcio.texts import _
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme

_REST = 1500  # milliseconds after the last key
_MOST_LINES = 4


class NoteField(QPlainTextEdit):
    """`store` gets the text when it differs from what was shown last; the field grows with its lines."""

    grown = Signal()  # its height is another one

    def __init__(self, store: Callable[[str], object], sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self._store, self._shown, self._sizes = store, "", sizes
        self.setFont(theme.font(sizes.body))
        self.setPlaceholderText(_("What was said about this…"))
        self.setAccessibleName(_("Note of this station"))
        self.setTabChangesFocus(True)
        self._grow()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.take)
        self.textChanged.connect(self._rest.start)

    def _grow(self) -> None:
        """As high as what was typed, so that an empty note leaves its room to what is looked at."""
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        height = round(self.fontMetrics().lineSpacing() * lines + 18 * self._sizes.factor)
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    def show_text(self, text: str) -> None:
        """What is stored; what is being typed stays."""
        if text == self._shown or (self.hasFocus() and self.toPlainText() != self._shown):
            return
        self._put(text)

    def turn_to(self, text: str) -> None:
        """The note of another station; what was typed is stored before by `take`."""
        self._put(text)

    def _put(self, text: str) -> None:
        self._shown = text
        self._rest.stop()
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def take(self) -> None:
        """Store what was typed."""
        self._rest.stop()
        text = self.toPlainText().strip()
        if text != self._shown:
            self._shown = text
            self._store(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = event.key() == Qt.Key.Key_Escape
        done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if leaves or (done and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.take()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.take()

    def hideEvent(self, event: QHideEvent) -> None:
        self.take()
        super().hideEvent(event)
