"""The tabs under the header: title and count, the chosen one underlined; what does not fit is in a menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.page import PageTab
from virtualcio.ui.shell import theme

HEIGHT = 40
SIDE = 24  # left and right of the strip
GAP = 20


class TabButton(PaintedButton):
    """One tab."""

    def __init__(self, tab: PageTab, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.take(tab)

    def take(self, tab: PageTab) -> None:
        self.tab = tab
        self.setText(tab.title)
        self.setAccessibleName(f"{tab.title} {tab.count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        # measured semibold, so that nothing moves when another tab is chosen
        width = QFontMetricsF(theme.font(13, semibold=True)).horizontalAdvance(self.text())
        if self.tab.count:
            width += 6 + QFontMetricsF(theme.font(12, digits=True)).horizontalAdvance(self.tab.count)
        return QSize(int(width) + 2, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        letters = theme.font(13, semibold=chosen)
        painter.setFont(letters)
        painter.setPen(shown.accent if chosen else shown.ink if self.underMouse() else shown.second)
        rect = QRectF(self.rect())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.tab.count:
            after = QFontMetricsF(letters).horizontalAdvance(self.text()) + 6
            painter.setFont(theme.font(12, digits=True))
            painter.setPen(shown.third)
            painter.drawText(rect.adjusted(after, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.tab.count)
        if chosen:
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), shown.accent)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setPen(QPen(shown.accent, 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 6, -1, -6), 4, 4)


class TabStrip(QWidget):
    """Hidden while a page has no tabs. Left and right walk through the tabs."""

    chosen = Signal(str)  # the key of a tab

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT + 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: list[TabButton] = []
        self._group = QButtonGroup(self)
        self._more = TabButton(PageTab("", _("More…")), self)
        self._more.setCheckable(False)
        self._more.clicked.connect(self._show_more)
        self.hide()

    def show_tabs(self, tabs: Sequence[PageTab], current: str) -> None:
        """Show these tabs; buttons of known tabs stay, so that the keyboard focus stays too."""
        if [button.tab.key for button in self._buttons] != [tab.key for tab in tabs]:
            self._rebuild(tabs)
        for button, tab in zip(self._buttons, tabs, strict=True):
            button.take(tab)
            button.setChecked(tab.key == current)
        self.setVisible(bool(tabs))
        self._arrange()

    def button(self, key: str) -> TabButton:
        """KeyError if there is no such tab."""
        for button in self._buttons:
            if button.tab.key == key:
                return button
        raise KeyError(key)

    def _rebuild(self, tabs: Sequence[PageTab]) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = [TabButton(tab, self) for tab in tabs]
        for button in self._buttons:
            self._group.addButton(button)
            button.clicked.connect(partial(self._on_clicked, button))
            self.setTabOrder(button, self._more)

    def _on_clicked(self, button: TabButton, _checked: bool = False) -> None:
        self.chosen.emit(button.tab.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._buttons:
            super().keyPressEvent(event)
            return
        at = next((n for n, button in enumerate(self._buttons) if button.isChecked()), 0)
        to = self._buttons[(at + step) % len(self._buttons)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        to.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Place what fits; the chosen tab is always among it."""
        room = self.width() - 2 * SIDE
        widths = [button.sizeHint().width() for button in self._buttons]
        whole = sum(widths) + GAP * max(len(widths) - 1, 0)
        all_fit = whole <= room
        if not all_fit:
            room -= self._more.sizeHint().width() + GAP
        visible = _fitting(widths, room, [button.isChecked() for button in self._buttons])
        x = SIDE
        for button, width, seen in zip(self._buttons, widths, visible, strict=True):
            button.setVisible(seen)
            if seen:
                button.setGeometry(x, 0, width, HEIGHT)
                x += width + GAP
        self._more.setVisible(not all_fit)
        self._more.setGeometry(x, 0, self._more.sizeHint().width(), HEIGHT)

    def _show_more(self) -> None:
        menu = QMenu(self)
        for button in self._buttons:
            if button.isHidden():
                menu.addAction(button.accessibleName(), partial(self.chosen.emit, button.tab.key))
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.card)
        painter.fillRect(0, self.height() - 1, self.width(), 1, shown.line)


def _fitting(widths: Sequence[int], room: int, chosen: Sequence[bool]) -> list[bool]:
    """Which tabs are seen: from the left as many as fit, the last of them giving way to the chosen one."""
    kept = next((width + GAP for width, is_chosen in zip(widths, chosen, strict=True) if is_chosen), 0)
    left, seen = room + GAP - kept, []
    for width, is_chosen in zip(widths, chosen, strict=True):
        if is_chosen:
            seen.append(True)
            continue
        left -= width + GAP
        seen.append(left >= 0)
    return seen
