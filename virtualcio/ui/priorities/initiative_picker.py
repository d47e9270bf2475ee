"""A line to pick an initiative by name, with the matching ones below it, or to make a new one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from virtualcio.ui.common.pick_list import Option, PickList

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class InitiativePicker(QLineEdit):
    """`picked` gives the key of an initiative; `named` the name of one that is not there yet."""

    picked = Signal(str)
    named = Signal(str)
    left = Signal()  # Esc, or the keyboard went elsewhere

    def __init__(self, hint: str, options: Callable[[], Sequence[Option]], *, may_name: bool = True) -> None:
        super().__init__()
        self._options, self._may_name = options, may_name
        self.list: PickList | None = None
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.textEdited.connect(self._show)

    def _show(self, typed: str) -> None:
        if self.list is None:
            self.list = PickList(self.window(), self._options(), may_name=self._may_name)
            self.list.picked.connect(self._on_picked)
        self.list.show_matching(typed, self)

    def close_list(self) -> None:
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
            self.list = None

    def _on_picked(self, choice: Option | str) -> None:
        self.close_list()
        self.clear()
        if isinstance(choice, str):
            self.named.emit(choice)
        elif choice.key is not None:
            self.picked.emit(choice.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            if self.list is None or self.list.isHidden():
                self._show(self.text())
            if self.list is not None:
                self.list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list is not None and not self.list.isHidden():
                self.list.pick_current()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.close_list()
            self.left.emit()
