"""The small square before a proposal or a task: its number, or the sign of its tone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme

_SIZE = 22


class NumberBox(QWidget):
    """`text` is one or two letters; a neutral box has the accent's colour."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self._text, self._tone, self._sizes = text, tone, sizes
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(_SIZE * self._sizes.factor)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        neutral = self._tone is Tone.NEUTRAL
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft if neutral else shown.soft_of(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), 5 * self._sizes.factor, 5 * self._sizes.factor)
        painter.setPen(shown.accent if neutral else shown.text_of(self._tone))
        painter.setFont(theme.font(self._sizes.small, semibold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
