"""Pills: a word with a tone (sign and colour), as a widget, as a filter chip, painted into table cells."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.shell import theme

HEIGHT = 20
_SIDE = 8
_SIGN = 9
_GAP = 5


def pill_width(text: str, tone: Tone, *, sign: bool = True) -> float:
    """How wide `paint_pill` draws it, in px."""
    letters = QFontMetricsF(theme.font(11.5, semibold=True)).horizontalAdvance(text)
    return letters + 2 * _SIDE + (_SIGN + _GAP if sign and tone is not Tone.NEUTRAL else 0)


def paint_sign(painter: QPainter, center: QPointF, tone: Tone, size: float = _SIGN) -> None:
    """● good, ▲ watch, ■ act, nothing for neutral; painted, so that no font has to know the signs."""
    half = size / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().text_of(tone))
    if tone is Tone.GOOD:
        painter.drawEllipse(center, half * 0.9, half * 0.9)
    elif tone is Tone.WATCH:
        top, base, side = -half, half * 0.85, half * 1.1
        corners = [QPointF(0, top), QPointF(-side, base), QPointF(side, base)]
        painter.drawPolygon(QPolygonF([center + corner for corner in corners]))
    elif tone is Tone.ACT:
        painter.drawRect(QRectF(center.x() - half * 0.85, center.y() - half * 0.85, size * 0.85, size * 0.85))
    painter.restore()


def paint_pill(
    painter: QPainter,
    left: float,
    middle: float,
    text: str,
    tone: Tone,
    *,
    sign: bool = True,
    most: float = 1e6,
) -> float:
    """Draw a pill beginning at x `left`, centred on y `middle`, at most `most` px wide (the text is shortened
    then); gives back its width."""
    shown = theme.current()
    letters = theme.font(11.5, semibold=True)
    width = min(pill_width(text, tone, sign=sign), most)
    rect = QRectF(left, middle - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.soft_of(tone))
    painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    if sign and tone is not Tone.NEUTRAL:
        paint_sign(painter, QPointF(inner.left() + _SIGN / 2, middle), tone)
        inner.setLeft(inner.left() + _SIGN + _GAP)
    painter.setFont(letters)
    painter.setPen(shown.text_of(tone))
    fitting = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()
    return width


class Pill(QWidget):
    """A word with its tone; not to be clicked."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        sign: bool = True,
        factor: float = 1.0,
        parent: QWidget | None = None,
    ):
        """`factor` is how much larger it is than in the window, for what is read from afar."""
        super().__init__(parent)
        self._sign, self._factor = sign, factor
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: Tone) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def tone(self) -> Tone:
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(int(pill_width(self._text, self._tone, sign=self._sign)) + 1, HEIGHT) * self._factor

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._factor, self._factor)
        middle, most = self.height() / 2 / self._factor, self.width() / self._factor
        paint_pill(painter, 0, middle, self._text, self._tone, sign=self._sign, most=most)


class Chip(PaintedButton):
    """A filter chip: 'Überfällig 9'. Checkable; the checked one has the accent's edge."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setCheckable(True)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(theme.font(12, semibold=True)).horizontalAdvance(self.text())
        return QSize(int(letters) + 22, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        plain = self._tone is Tone.NEUTRAL
        ground = shown.accent_soft if chosen and plain else shown.soft_of(self._tone)
        ink = shown.accent if chosen and plain else shown.text_of(self._tone)
        painter.setBrush(ground)
        edged = chosen or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(ink, 1.5 if self.hasFocus() else 1) if edged else Qt.PenStyle.NoPen)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(theme.font(12, semibold=True))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
