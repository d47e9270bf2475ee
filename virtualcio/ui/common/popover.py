"""A box that opens beside what was clicked and closes with Esc or a click elsewhere."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.ui.common.card import paint_card

_SIDE = 16


class Popover(QWidget):
    """Add widgets to `body`, then `open_at` the widget it belongs to."""

    def __init__(self, parent: QWidget, width: int = 420) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(width)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        self.body.setSpacing(8)

    def open_at(self, widget: QWidget) -> None:
        """Below `widget`, moved so that it stays on the screen."""
        screen = widget.screen().availableGeometry()
        self.body.activate()
        # not adjustSize: it stops at two thirds of the screen, and words would lie on each other
        self.resize(self.width(), min(self.body.totalHeightForWidth(self.width()), screen.height() - 16))
        place = widget.mapToGlobal(QPoint(0, widget.height() + 6))
        place.setX(max(screen.left() + 8, min(place.x(), screen.right() - self.width() - 8)))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top() + 8, widget.mapToGlobal(QPoint(0, -self.height() - 6)).y()))
        self.move(place)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), hover=True)
