"""The small coloured square before a finding: what kind of thing it is about, on the ground of its tone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.shell import theme

SIZE = 24


class SignBox(QWidget):
    """A letter (§, €, !) or an icon. How urgent it is says its colour, and beside it a sign with words."""

    def __init__(self, tone: Tone, words: str, sign: str, parent: QWidget | None = None) -> None:
        """`words` says the tone to screen readers and in the tool tip; `sign` is one letter, or the name of
        an icon."""
        super().__init__(parent)
        self._tone, self._sign = tone, sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        ink = shown.text_of(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.soft_of(self._tone))
        box = QRectF(0, 0, SIZE, SIZE)
        painter.drawRoundedRect(box, 6, 6)
        if len(self._sign) > 1:
            paint_icon(painter, self._sign, box.adjusted(5, 5, -5, -5), ink)
        else:
            painter.setPen(ink)
            painter.setFont(theme.font(13, semibold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sign)
