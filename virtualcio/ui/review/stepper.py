"""The stations of a review in a row: a bar each, those behind filled, the present name in colour."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme

_BAR, _GAP, _LEAST = 4, 8, 60
_LINES = 2  # of a name


class Step(PaintedButton):
    """One station; a click or Enter goes there."""

    def __init__(self, title: str, sizes: Sizes) -> None:
        super().__init__()
        self.setText(title)
        self._sizes, self.reached, self.current = sizes, False, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, reached: bool, current: bool, place: str) -> None:
        """`place` is '4 of 7', for those who hear it."""
        self.reached, self.current = reached, current
        self.setAccessibleName(f"{self.text()}, {place}")
        self.setAccessibleDescription(_("shown now") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(theme.font(self._sizes.small, semibold=True))
        return QSize(_LEAST, round(_BAR + 2 * _GAP + _LINES * letters.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_fill if self.reached else shown.line)
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _BAR), _BAR / 2, _BAR / 2)
        active = self.hasFocus() or self.underMouse()
        painter.setPen(shown.accent if self.current or active else shown.second)
        painter.setFont(theme.font(self._sizes.small, semibold=self.current))
        words = QRectF(2, _BAR + _GAP, self.width() - 4, self.height() - _BAR - _GAP)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(words.adjusted(0, -3, 0, -1), 5, 5)


class Stepper(QWidget):
    """`chosen` gives the index of the station that was asked for; left and right go from one to the next."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self.steps = [Step(title, sizes) for title in titles]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for at, step in enumerate(self.steps):
            step.clicked.connect(lambda _checked=False, at=at: self.chosen.emit(at))
            step.installEventFilter(self)
            row.addWidget(step, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.current = -1
        self.setAccessibleName(_("Stations of the review"))

    def show_station(self, current: int) -> None:
        """Mark a station as the present one and those before it as done."""
        self.current = current
        for at, step in enumerate(self.steps):
            place = _("{number} of {count}").format(number=at + 1, count=len(self.steps))
            step.show_state(reached=at <= current, current=at == current, place=place)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        key = getattr(event, "key", lambda: None)() if event.type() is QEvent.Type.KeyPress else None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = next(index for index, step in enumerate(self.steps) if step is watched)
            to = min(max(at + (1 if key == Qt.Key.Key_Right else -1), 0), len(self.steps) - 1)
            self.steps[to].setFocus()
            self.chosen.emit(to)
            return True
        return False
