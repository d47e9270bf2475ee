"""Buttons: the look comes from the program's style; here they get text, icon and what happens."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from virtualcio.ui.common.icons import icon as icon_of

PRIMARY = "primary"  # dynamic properties that the style reads
QUIET = "quiet"


def pressed_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Enter presses a button like the space bar does; Qt leaves that to the platform. True if it did."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class PaintedButton(QAbstractButton):
    """The base of buttons that paint themselves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)


class Button(QPushButton):
    """A push button of 32 px. `primary`: the one of the page; `quiet`: no edge, for use inside cards."""

    def __init__(
        self,
        text: str,
        slot: Callable[[], object] | None = None,
        *,
        primary: bool = False,
        quiet: bool = False,
        icon: str = "",
        tip: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the accessible name where there is only an icon; `icon` a file of resources/icons."""
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty(PRIMARY, primary)
        self.setProperty(QUIET, quiet)
        self.setAutoDefault(False)
        if tip or (name and not text):
            self.setToolTip(tip or name)
        if name:
            self.setAccessibleName(name)
        if icon:
            self._gap = 4 if text else 0  # Qt sets the text close to the icon
            self.setIconSize(QSize(16 + self._gap, 16))
            self._tint()
        if slot is not None:
            self.clicked.connect(lambda _checked=False: slot())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._icon:
            self._tint()

    def _tint(self) -> None:
        role = "on_accent" if self.property(PRIMARY) else "second"
        self.setIcon(icon_of(self._icon, role, gap=self._gap))
