"""What is not on the roadmap yet, as chips that are dragged onto the plan or pressed to choose a month."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from virtualcio.actions.roadmap.month_words import duration_words
from virtualcio.actions.roadmap.plan_rows import Waiting
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell import theme

_MOST = 60
_WIDEST = 300
_HEIGHT = 28


class WaitingChip(PaintedButton):
    """`dragged` sends the place on the screen while the chip is pulled, `dropped` where it was let go (None:
    put back)."""

    dragged = Signal(str, QPoint)
    dropped = Signal(str, object)

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self.waiting = waiting
        self._pressed_at: QPoint | None = None
        self._pulled = False
        self.setText(waiting.name)
        months = duration_words(waiting.months)
        self.setAccessibleName(f"{waiting.name}, {months}")
        self.setToolTip(
            _("{name}, {months}: drag it onto the plan, or press to choose its first month").format(
                name=waiting.name, months=months
            )
        )
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words(self) -> str:
        return f"{_('Must')[0]} · {self.text()}" if self.waiting.is_must else self.text()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme.font(12, medium=True)).horizontalAdvance(self._words())
        return QSize(min(int(wide) + 24, _WIDEST), _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus()
        self._pressed_at, self._pulled = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._pulled or way >= QApplication.startDragDistance():
            self._pulled = True
            self.setDown(False)
            self.dragged.emit(self.waiting.initiative_id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulled, self._pulled, pressed, self._pressed_at = self._pulled, False, self._pressed_at, None
        if pulled:
            self.dropped.emit(self.waiting.initiative_id, event.globalPosition().toPoint())
        elif pressed is not None:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pulled:
            self._pulled, self._pressed_at = False, None
            self.dropped.emit(self.waiting.initiative_id, None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(shown.accent if self.hasFocus() else shown.edge, 1.5 if self.hasFocus() else 1))
        painter.setBrush(shown.hover if self.underMouse() else shown.card)
        painter.drawRoundedRect(box, 4, 4)
        font = theme.font(12, medium=True)
        painter.setFont(font)
        painter.setPen(shown.ink)
        inner = box.adjusted(10, 0, -10, 0)
        words = QFontMetricsF(font).elidedText(self._words(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


class WaitingCard(Card):
    """`pressed` sends the key of a chip, and the chip; `dragged` and `dropped` as a chip does."""

    pressed = Signal(str, QWidget)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("Not on the roadmap yet"), " ", padding=12)
        self.layout().setContentsMargins(16, 12, 16, 12)  # type: ignore[union-attr]  # a card has its layout
        self.chips: list[WaitingChip] = []
        inside = QWidget()
        self._flow = FlowLayout(inside, spacing=6)
        self._scroll = ScrollColumn()
        self._scroll.column.addWidget(inside)
        self._scroll.column.addStretch(1)
        self.body.addWidget(self._scroll, 1)

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """The most useful first, as the ranking has them."""
        if [chip.waiting for chip in self.chips] == list(waiting[:_MOST]):
            return
        self._flow.clear()
        self.chips = [WaitingChip(one) for one in waiting[:_MOST]]
        for chip in self.chips:
            chip.clicked.connect(lambda _checked=False, chip=chip: self._on_pressed(chip))
            chip.dragged.connect(self.dragged)
            chip.dropped.connect(self.dropped)
            self._flow.addWidget(chip)
        rest = len(waiting) - len(self.chips)
        if rest > 0:
            self._flow.addWidget(Label(_("and {count} more").format(count=rest), ink="second"))
        self.set_note(str(len(waiting)))

    def _on_pressed(self, chip: WaitingChip) -> None:
        self.pressed.emit(chip.waiting.initiative_id, chip)
