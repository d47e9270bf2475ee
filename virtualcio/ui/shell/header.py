"""The page header: title, a question in grey, the search field, and the buttons of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button, PaintedButton
from virtualcio.ui.common.labels import ElidedLabel
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.shell import theme

HEIGHT = 54


class SearchButton(PaintedButton):
    """Looks like a field, opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("Search or command…"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.keys = _native("Ctrl+K")

    def sizeHint(self) -> QSize:
        return QSize(252, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setBrush(shown.hover if self.underMouse() else shown.window)
        painter.setPen(QPen(shown.accent if focus else shown.edge, 2 if focus else 1))
        inset = 1 if focus else 0.5
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(shown.third)
        painter.setFont(theme.font(11))
        keys = QFontMetricsF(painter.font()).horizontalAdvance(self.keys) + 12
        painter.setBrush(shown.card)
        box = QRectF(rect.right() - keys - 8, rect.center().y() - 8, keys, 16)
        painter.setPen(QPen(shown.line, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(shown.third)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.keys)
        painter.setFont(theme.font(12))
        space = QRectF(rect.left() + 10, rect.top(), box.left() - rect.left() - 16, rect.height())
        text = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, space.width()
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, text)


def _native(keys: str) -> str:
    """'Strg K' in German, '⌘K' on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


class Header(QWidget):
    """Shows what the page says about itself."""

    search = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel(size=18, semibold=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.question = ElidedLabel(ink="third", size=12)
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search_button = SearchButton()
        self.search_button.clicked.connect(lambda _checked=False: self.search.emit())
        self._actions: list[tuple[HeaderAction, Button]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 1)
        self._row.setSpacing(12)
        self._row.addWidget(self.title)
        self._row.addWidget(self.question, 1)
        self._row.addWidget(self.search_button)

    def show_page(self, title: str, question: str, actions: Sequence[HeaderAction]) -> None:
        """Known buttons stay where they are, so that the keyboard focus stays too."""
        self.title.setText(title)
        self.question.setText(question)
        if [action for action, _button in self._actions] == list(actions):
            self._fit()
            return
        for _action, button in self._actions:
            button.hide()
            button.deleteLater()
        self._actions = []
        for action in actions:
            button = Button(
                action.title, action.slot, primary=action.primary, icon=action.icon, tip=action.tip
            )
            self._row.addWidget(button)
            self._actions.append((action, button))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the search field gets smaller before the title is cut."""
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        others = self.search_button.minimumWidth() + margins.left() + margins.right() + 2 * gap
        for button in self.buttons():
            others += button.sizeHint().width() + gap
        self.title.setMinimumWidth(max(24, min(self.title.sizeHint().width(), self.width() - others)))

    def buttons(self) -> Sequence[Button]:
        return [button for _action, button in self._actions]

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.card)
        painter.fillRect(0, self.height() - 1, self.width(), 1, shown.line)
