"""A sentence in the page instead of a pop-up: what happened, with one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme

SHOWN_FOR = 8_000  # milliseconds, long enough to read the line and reach for "Rückgängig"


class MessageLine(QWidget):
    """Hidden until `show_message`; hides itself after 8 seconds unless it asks to act or is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._do: Callable[[], object] | None = None
        self._label = Label(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = Button("", self._on_action, quiet=True)
        self._close = Button("", self.hide, quiet=True, icon="x", name=_("Close message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self._on_time)
        self.hide()

    def show_message(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """`action`: the word on the button and what it does. `stays`: until closed or followed by another."""
        self._tone = tone
        self._label.setText(text)
        self.setAccessibleName(text)
        self._do = action[1] if action else None
        self._action.setText(action[0] if action else "")
        self._action.setVisible(action is not None)
        self._timer.stop()
        if not stays and tone is not Tone.ACT:
            self._timer.start()
        self.show()
        self.raise_()
        self.update()

    def text(self) -> str:
        return self._label.text()

    def _on_time(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _on_action(self) -> None:
        do = self._do
        self.hide()
        if do is not None:
            do()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        neutral = self._tone is Tone.NEUTRAL
        painter.setBrush(shown.card if neutral else shown.soft_of(self._tone))
        painter.setPen(QPen(shown.edge if neutral else shown.mark_of(self._tone), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if neutral:
            painter.setBrush(shown.accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(16, self.height() / 2 - 8, 4, 16), 2, 2)
        else:
            paint_sign(painter, QPointF(20, self.height() / 2), self._tone, 11)
