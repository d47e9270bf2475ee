"""Where an answer is typed: a line, or a few lines in which Enter goes on and Shift+Enter starts another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from virtualcio.ui.shell import theme


class AnswerLine(QLineEdit):
    """One line. Enter sends `entered`."""

    entered = Signal()

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setFont(theme.font(16))
        self.setMinimumHeight(44)
        self.setAccessibleName(name)
        self.returnPressed.connect(self.entered)

    def answer_text(self) -> str:
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # taken; else what is around would take it again


class AnswerText(QPlainTextEdit):
    """A few lines. Enter sends `entered`."""

    entered = Signal()

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setFont(theme.font(15))
        self.setFixedHeight(120)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def answer_text(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
