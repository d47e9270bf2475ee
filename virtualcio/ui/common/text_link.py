"""Words that lead to what they speak of: they wrap like a text and act like a button."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from virtualcio.texts import _
from virtualcio.ui.common.labels import Label


class TextLink(Label):
    """Underlined under the mouse and with the keyboard; a click or Enter says `clicked`."""

    clicked = Signal()

    def __init__(
        self,
        text: str,
        *,
        ink: str = "ink",
        size: float = 13,
        semibold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, ink=ink, size=size, semibold=semibold, wrap=True, parent=parent)
        self._plain = ink
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)
        self.setAccessibleDescription(_("Click to go there."))

    def setText(self, text: str) -> None:
        """What is shown is also what a screen reader says."""
        super().setText(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _underline(self, wanted: bool) -> None:
        font = self.font()
        font.setUnderline(wanted)
        self.setFont(font)
        self.set_ink("accent" if wanted else self._plain)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._underline(wanted=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._underline(wanted=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline(wanted=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline(wanted=self.underMouse())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
