"""A KPI on a goal's card: name, bar of progress with a tick where it should be, values, status."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.goals.goal_cards import KpiLine
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.shell import theme

HEIGHT = 26
SIDE = 8
_GAP = 12
_BAR = 8
_TICK = 16
_WIDEST_BAR = 150
_LEAST_BAR = 48
_USUAL_NAME = 172  # px that a name keeps before the bar gets longer


class KpiRow(PaintedButton):
    """Checkable: the chosen one fills the right column. `details` asks for its fields."""

    details = Signal()

    def __init__(self, line: KpiLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.take(line)

    def take(self, line: KpiLine) -> None:
        self.line = line
        self.setText(line.name)
        said = [line.values, line.status, line.note]
        self.setAccessibleName(", ".join([line.name, *(part for part in said if part)]))
        self.setAccessibleDescription(_("Enter shows its values, F2 its details."))
        self.setToolTip("\n".join([line.name, *(part for part in said if part)]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def nextCheckState(self) -> None:
        """A second click keeps it chosen."""
        self.setChecked(True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.details.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.details.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setPen(QPen(shown.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(shown.accent_soft if self.isChecked() else shown.hover)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)
        inner = whole.adjusted(SIDE, 0, -SIDE, 0)
        name, bar, values, pill = _columns(inner)
        self._paint_words(painter, name, self.line.name, shown.ink, Qt.AlignmentFlag.AlignLeft)
        groove = shown.card if self.isChecked() else shown.neutral_soft
        paint_bar(painter, bar, self.line.share, self.line.expected, self.line.tone, groove)
        self._paint_words(painter, values, self.line.values, shown.second, Qt.AlignmentFlag.AlignRight)
        wide = paint_pill(
            painter, pill.left(), pill.center().y(), self.line.status, self.line.tone, most=pill.width()
        )
        if self.line.note:
            left = pill.left() + wide + 6
            room = pill.right() - left
            if room >= pill_width(self.line.note, Tone.NEUTRAL):
                paint_pill(painter, left, pill.center().y(), self.line.note, Tone.NEUTRAL)

    def _paint_words(
        self, painter: QPainter, box: QRectF, text: str, ink: QColor, side: Qt.AlignmentFlag
    ) -> None:
        font = theme.font(13, digits=True)
        painter.setFont(font)
        painter.setPen(ink)
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, fitting)


def _columns(inner: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Name, bar, values, status: the same places on all cards of this width."""
    width = inner.width()
    pill = min(190.0, max(104.0, width * 0.22))
    values = min(220.0, max(104.0, width * 0.27))
    left = width - pill - values - 3 * _GAP
    bar = min(float(_WIDEST_BAR), max(float(_LEAST_BAR), min(left * 0.37, left - _USUAL_NAME)))
    name = left - bar
    spans = []
    x = inner.left()
    for part in (name, bar, values, pill):
        spans.append(QRectF(x, inner.top(), part, inner.height()))
        x += part + _GAP
    return spans[0], spans[1], spans[2], spans[3]


def paint_bar(
    painter: QPainter,
    box: QRectF,
    share: Fraction | None,
    expected: Fraction | None,
    tone: Tone,
    ground: QColor,
) -> None:
    """The bullet: a groove, the progress in its tone, a tick where it is expected to be."""
    shown = theme.current()
    middle = box.center().y()
    groove = QRectF(box.left(), middle - _BAR / 2, box.width(), _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
    if share is not None:
        long = max(float(share) * box.width(), _BAR / 2)  # what has not moved yet is seen too
        painter.setBrush(shown.mark_of(tone))
        painter.drawRoundedRect(QRectF(groove.left(), groove.top(), long, _BAR), _BAR / 2, _BAR / 2)
    if expected is not None:
        at = box.left() + float(expected) * (box.width() - 2)
        painter.setPen(QPen(shown.card, 1))  # so that it stands out from a dark bar too
        painter.setBrush(shown.ink)
        painter.drawRect(QRectF(at - 0.5, middle - _TICK / 2, 3, _TICK))
