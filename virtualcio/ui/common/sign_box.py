"""The small coloured square before a finding: its sign says the same as its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme

SIZE = 24


class SignBox(QWidget):
    """■ on red for what needs acting, ▲ on amber for what needs watching, ● on green for what is fine."""

    def __init__(self, tone: Tone, words: str, parent: QWidget | None = None) -> None:
        """`words` says the tone to screen readers and in the tool tip."""
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().soft_of(self._tone))
        box = QRectF(0, 0, SIZE, SIZE)
        painter.drawRoundedRect(box, 6, 6)
        paint_sign(painter, box.center(), self._tone, 10)
