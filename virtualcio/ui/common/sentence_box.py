"""The coloured box on top of the inspector: what the selected thing means for the company, and how so."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.columns import Sentence, Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme

_LINK_HEIGHT = 24


class LinkButton(PaintedButton):
    """Words in the accent's colour that unfold something."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(theme.font(12, medium=True)).horizontalAdvance(self.text())
        return QSize(int(letters) + 4, _LINK_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme.font(12, medium=True)
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(theme.current().accent)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())


class SentenceBox(QWidget):
    """The tone stands as colour and as sign; a link unfolds the lines behind the figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self.title = Label(_("What this means for the company"), semibold=True)
        self.text = Label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why = Label(wrap=True, ink="second", size=12)
        self.how = LinkButton(_("How is this worked out?"))
        self.how.toggled.connect(self.why.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.how)
        column.addWidget(self.why)
        self.why.hide()

    def show_sentence(self, sentence: Sentence | None) -> None:
        """Show the words; hide the box if there are none."""
        self.setVisible(sentence is not None and bool(sentence.text))
        if sentence is None:
            return
        self._tone = sentence.tone
        ink = "ink" if sentence.tone is Tone.NEUTRAL else sentence.tone.value
        self.title.set_ink(ink)
        signed = sentence.tone is not Tone.NEUTRAL
        self.title.setContentsMargins(16 if signed else 0, 0, 0, 0)
        self.text.setText(sentence.text)
        self.how.setVisible(bool(sentence.why))
        self.how.setChecked(self.how.isChecked() and bool(sentence.why))
        self.why.setText("\n".join(f"– {line}" for line in sentence.why))
        self.setAccessibleName(f"{self.title.text()}: {sentence.text}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().soft_of(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        place = self.title.geometry()
        paint_sign(painter, QPointF(place.left() + 5, place.center().y() + 0.5), self._tone)
