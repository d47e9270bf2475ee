"""What a goal needs, as chips on its card: in one row if that goes, with their reasons as far as they fit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.goals.goal_cards import Need
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import HEIGHT as PILL_HEIGHT
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.shell import theme

_SPACING = 6
_HIGH = PILL_HEIGHT + 4


class NeedsRow(QWidget):
    """`opened` gives the key of a capability. It places its chips itself: their words depend on the width."""

    opened = Signal(str)

    def __init__(self, needs: Sequence[Need]) -> None:
        super().__init__()
        self._title = Label(_("Needs:"), ink="third", size=12, parent=self)
        self._title.resize(self._title.sizeHint().width(), _HIGH)
        self.chips = [NeedChip(need, self) for need in needs]
        for chip in self.chips:
            chip.clicked.connect(partial(self.opened.emit, chip.need.capability_id))
        # not "fixed": Qt would then cut it at the height of its hint, one row, and hide the others
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1][0].bottom() + 1

    def sizeHint(self) -> QSize:
        return QSize(420, _HIGH)  # the least; the height follows from the width

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip, (place, short) in zip(self.chips, self._places(self.width()), strict=True):
            chip.set_short(short)
            chip.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QRect, bool]]:
        """Of each chip, and whether it stands without its reason: as few rows as there can be, and in them
        as many reasons as fit, those of the first chips before the others."""
        reasons = [at for at, chip in enumerate(self.chips) if chip.need.reason]
        places = self._flow(width, reasons)
        lowest = places[-1][0].top()
        for kept in range(len(reasons), 0, -1):
            fuller = self._flow(width, reasons[kept:])
            if fuller[-1][0].top() <= lowest:
                return fuller
        return places

    def _flow(self, width: int, short: Sequence[int]) -> list[tuple[QRect, bool]]:
        places = []
        x, y = self._title.width() + _SPACING, 0
        for at, chip in enumerate(self.chips):
            wide = min(chip.width_of(short=at in short), width)
            if x + wide > width and x > 0:
                x, y = 0, y + _HIGH + _SPACING // 2
            places.append((QRect(x, y, wide, _HIGH), at in short))
            x += wide + _SPACING
        return places


class NeedChip(PaintedButton):
    """A capability with its sign; leads to it."""

    def __init__(self, need: Need, parent: QWidget) -> None:
        super().__init__(parent)
        self.need = need
        # measured once: a row asks for them often while it looks for its place
        self._whole, self._short = (
            int(pill_width(words, need.tone)) + 1 for words in (need.words, need.name)
        )
        self.setText(need.words)
        self.setAccessibleName(need.words)
        self.setToolTip(need.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_short(self, short: bool) -> None:
        """Without the reason, which then stands in the tip only."""
        self.setText(self.need.name if short else self.need.words)

    def width_of(self, *, short: bool) -> int:
        return self._short if short else self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(short=self.text() != self.need.words), _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        paint_pill(painter, 0, middle, self.text(), self.need.tone, most=self.width())
        if self.hasFocus() or self.underMouse():
            shown = theme.current()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(shown.text_of(self.need.tone), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(0, middle - PILL_HEIGHT / 2, self.width(), PILL_HEIGHT)
            painter.drawRoundedRect(edge.adjusted(0.6, 0.6, -0.6, -0.6), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
