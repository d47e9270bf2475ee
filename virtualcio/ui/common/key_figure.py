"""The key figure card: a title, one big value, a line or two of detail, and its derivation on a click."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.card import RADIUS, paint_card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme


class KeyFigureCard(QWidget):
    """`clicked` asks for the derivation, by mouse, Enter or the space bar.

    `details` are pieces of one text, each with its tone; they are joined by " · ".
    """

    clicked = Signal()

    def __init__(
        self,
        title: str,
        value: str,
        details: Sequence[tuple[str, Tone]] = (),
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._details: Sequence[tuple[str, Tone]] = ()
        self._title = Label(ink="second", size=12)
        self._value = Label(size=26, semibold=True, digits=True)
        self._detail = Label(ink="second", size=12, wrap=True)
        self._detail.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._value)
        column.addWidget(self._detail)
        column.addStretch(1)
        self.set(title, value, details, tone)

    def set(self, title: str, value: str, details: Sequence[tuple[str, Tone]], tone: Tone) -> None:
        """Show another figure in the same card."""
        self._title.setText(title)
        self._value.setText(value)
        self._value.set_ink("ink" if tone is Tone.NEUTRAL else tone.value)
        self._details = details
        self._write_details()
        self.setAccessibleName(f"{title}: {value}. " + ", ".join(text for text, _tone in details))

    def value(self) -> str:
        return self._value.text()

    def _write_details(self) -> None:
        shown = theme.current()
        pieces = [
            html.escape(text)
            if tone is Tone.NEUTRAL
            else f'<span style="color:{shown.text_of(tone).name()}">{html.escape(text)}</span>'
            for text, tone in self._details
        ]
        self._detail.setText(" · ".join(pieces))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._write_details()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), hover=self.underMouse())
        if self.hasFocus():
            painter.setPen(QPen(theme.current().accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
