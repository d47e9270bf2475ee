"""A thin bar: how much of the talk is answered, or how far a dimension is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.ui.shell import theme


class ThinBar(QWidget):
    """`share` from 0 to 1."""

    def __init__(self, share: float = 0.0, height: int = 6) -> None:
        super().__init__()
        self._share = share
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = self.height() / 2
        painter.setBrush(shown.neutral_soft)
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        if self._share > 0:
            painter.setBrush(shown.accent)
            width = max(self.height(), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), half, half)
