"""The card: a rounded surface with a hairline, a title, a grey note at its right and a body."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme

RADIUS = 10
PADDING = 16


class Card(QWidget):
    """Add widgets to `body`; put buttons at the right of the title with `header.addWidget`."""

    def __init__(
        self, title: str = "", note: str = "", *, padding: int = PADDING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(padding, padding, padding, padding)
        whole.setSpacing(12)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.title_label = Label(title, size=13.5, semibold=True, parent=self)  # else it flashes as a window
        self.note_label = Label(note, ink="third", size=12, parent=self)
        self.header.addWidget(self.title_label)
        self.header.addStretch(1)
        self.header.addWidget(self.note_label)
        self.title_label.setVisible(bool(title))
        self.note_label.setVisible(bool(note))
        if title or note:
            whole.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        whole.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))

    def set_note(self, note: str) -> None:
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))


def paint_card(painter: QPainter, rect: QRectF, *, radius: int = RADIUS, hover: bool = False) -> None:
    """The ground of a card, for widgets that paint themselves."""
    shown = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shown.edge if hover else shown.line, 1))
    painter.setBrush(shown.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
