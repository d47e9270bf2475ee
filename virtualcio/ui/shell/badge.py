"""The badge: initials on a rounded square in the accent's colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from virtualcio.ui.shell import theme


def initials(name: str) -> str:
    """'BM' for 'Brenner Metallbau GmbH': the first letters of the first two words."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


def paint_badge(painter: QPainter, rect: QRectF, letters: str) -> None:
    shown = theme.current()
    path = QPainterPath()
    radius = rect.width() * 0.22
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, shown.accent_fill)
    painter.setFont(theme.font(max(12, int(rect.width() * 0.36)), semibold=True))
    painter.setPen(shown.on_accent)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


class Badge(QWidget):
    def __init__(self, letters: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()), self._letters)
