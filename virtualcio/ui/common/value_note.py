"""The line beside an editor: what was understood, which of two readings is meant, or why it was refused."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme

_WIDEST = 460


class ValueNote(QWidget):
    """Floats below (or above) an editor inside the same window; never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._role = "accent"
        self._words = Label(wrap=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 6, 10, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._buttons: list[Button] = []
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    @property
    def answers(self) -> list[Button]:
        """The buttons with the readings of an ambiguous text."""
        return list(self._buttons)

    def say_understood(self, echo: str, beside: QWidget) -> None:
        self._show(_("understood as {value}").format(value=echo), "accent", beside)

    def say_refused(self, sentence: str, beside: QWidget) -> None:
        self._show(f"■ {sentence}", "act", beside)

    def ask(self, readings: list[tuple[str, Callable[[], None]]], beside: QWidget) -> None:
        """Which of these is meant? Each reading is a button; the first one is what Enter takes."""
        self._show(_("Which one is meant?"), "watch", beside, readings)

    def _show(
        self,
        words: str,
        role: str,
        beside: QWidget,
        readings: list[tuple[str, Callable[[], None]]] | None = None,
    ) -> None:
        for old in self._buttons:
            old.deleteLater()
        self._buttons = []
        self._role = role
        self._words.set_ink(role)
        self._words.setText(words)
        for said, chosen in readings or []:
            button = Button(said, chosen, parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the editor keeps the keyboard
            self._row.addWidget(button)
            button.show()  # else it does not count when the place is measured
            self._buttons.append(button)
        self._place(beside)
        self.show()
        self.raise_()

    def _place(self, beside: QWidget) -> None:
        window = self._window
        self._words.setMinimumWidth(0)
        wide = min(self._words.fontMetrics().horizontalAdvance(self._words.text()) + 6, _WIDEST)
        self._words.setFixedWidth(min(wide, window.width() - 40))
        self._row.activate()
        size = self._row.sizeHint()
        size.setHeight(max(size.height(), self._row.heightForWidth(size.width())))
        below = beside.mapTo(window, QPoint(0, beside.height() + 4))
        if below.y() + size.height() > window.height():
            below = beside.mapTo(window, QPoint(0, -size.height() - 4))
        x = max(4, min(below.x(), window.width() - size.width() - 4))
        self.setGeometry(QRect(QPoint(x, max(0, below.y())), size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().role(self._role))
        painter.setBrush(theme.current().role(f"{self._role}_soft"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
