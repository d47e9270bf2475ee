"""A line of words in the colour of its tone, with the tone's sign before it: ■ jetzt · 18.400 €."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_sign

_SIGN = 8
_SPACE = 13


class SignedLine(Label):
    """May break; the sign stands beside the first line."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        ink = "second" if tone is Tone.NEUTRAL else tone.value
        super().__init__(text, ink=ink, size=12, wrap=True, parent=parent)
        self._tone = tone
        self.setContentsMargins(0 if tone is Tone.NEUTRAL else _SPACE, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = self.fontMetrics().height() / 2
        paint_sign(QPainter(self), QPointF(_SIGN / 2, middle), self._tone, _SIGN)
