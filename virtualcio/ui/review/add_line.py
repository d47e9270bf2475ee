"""One line to write down a decision or a task while people talk."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme


class AddLine(QWidget):
    """Enter adds a decision, Ctrl+Enter a task; 'Task: …' and 'Decision: …' say which it is, too."""

    def __init__(self, add: Callable[[str, bool], bool], sizes: Sizes = WINDOW) -> None:
        """`add` gets the text and whether it is a task; True if it was taken."""
        super().__init__()
        self._add = add
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add a decision or task…"))
        self.line.setAccessibleName(_("Add a decision or task…"))
        self.line.setToolTip(_("Enter adds a decision, Ctrl+Enter a task"))
        self.line.setFont(theme.font(sizes.body))
        self.line.setFixedHeight(round(32 * (1 + (sizes.factor - 1) * 0.7)))
        self.line.installEventFilter(self)
        self.decision = Button(_("Decision"), lambda: self.take(task=False), quiet=True, icon="plus")
        self.task = Button(_("Task"), lambda: self.take(task=True), quiet=True, icon="plus")
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.decision)
        buttons.addWidget(self.task)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(buttons)
        for button in (self.decision, self.task):
            button.setFont(theme.font(sizes.small))

    def take(self, *, task: bool) -> None:
        """Add what was typed; without a text the keyboard goes into the line."""
        text, task = self.meant(self.line.text(), task)
        if not text:
            self.line.setFocus()
            return
        if self._add(text, task):
            self.line.setText("")  # unlike clear() it leaves nothing to undo here
            self.line.setFocus()

    @staticmethod
    def meant(text: str, task: bool) -> tuple[str, bool]:
        """The text without the word before it that says what it is."""
        for word, is_task in ((_("Task:"), True), (_("Decision:"), False)):
            if text.strip().casefold().startswith(word.casefold()):
                return text.strip()[len(word) :].strip(), is_task
        return text.strip(), task

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leave_undo_to_the_page(event)
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.take(task=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        return True

    def _leave_undo_to_the_page(self, event: QKeyEvent) -> bool:
        """With nothing of its own to take back, Ctrl+Z takes back what was added; a line would swallow it."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.line.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self.line.isRedoAvailable()
        if undo or redo:
            event.ignore()
        return undo or redo
