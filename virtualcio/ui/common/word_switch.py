"""A few words of which one is chosen: months, quarters or years; cash or cost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.shell import theme

_HEIGHT = 28
K = TypeVar("K")


class _Word(PaintedButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme.font(12, semibold=True)).horizontalAdvance(self.text())
        return QSize(int(wide) + 20, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(shown.accent if self.hasFocus() else shown.edge, 1.5 if self.hasFocus() else 1))
        if chosen or self.hasFocus() or self.underMouse():
            painter.setBrush(shown.accent_soft if chosen else shown.card)
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(theme.font(12, semibold=chosen))
        painter.setPen(shown.accent if chosen else shown.second)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class WordSwitch(QWidget, Generic[K]):
    """Calls `choose` with the key of the word that was clicked; left and right walk through the words."""

    def __init__(
        self,
        titles: Mapping[K, str],
        choose: Callable[[K], object],
        tip: str = "",
        tips: Mapping[K, str] | None = None,
    ) -> None:
        """`tip` is about the switch as a whole, `tips` about single words."""
        super().__init__()
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons = {key: _Word(title, self) for key, title in titles.items()}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, button in self.buttons.items():
            group.addButton(button)
            if tips and key in tips:
                button.setToolTip(tips[key])
                button.setAccessibleDescription(tips[key])
            button.clicked.connect(partial(self._on_clicked, choose, key))
            row.addWidget(button)

    def show_choice(self, key: K) -> None:
        """Mark a word as chosen, without saying so."""
        self.buttons[key].setChecked(True)

    def _on_clicked(self, choose: Callable[[K], object], key: K, _checked: bool = False) -> None:
        choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        words = list(self.buttons.values())
        at = next((number for number, word in enumerate(words) if word.hasFocus()), 0)
        to = words[(at + step) % len(words)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        to.click()
