"""A line or paragraph of text in one of the theme's colours, which follows when the theme is switched."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from virtualcio.ui.shell import theme


class Label(QLabel):
    """`ink` is the name of a text role of Theme: ink, second, third, accent, good, watch, act, on_accent."""

    def __init__(
        self,
        text: str = "",
        *,
        ink: str = "ink",
        size: float = 13,
        semibold: bool = False,
        wrap: bool = False,
        digits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._ink = ink
        self.setFont(theme.font(size, semibold=semibold, digits=digits))
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._take_color()

    def set_ink(self, ink: str) -> None:
        self._ink = ink
        self._take_color()

    def setVisible(self, visible: bool) -> None:
        """A label that has no place yet is shown with its place; at once it would flash up as a window."""
        if not visible or self.parentWidget() is not None:
            super().setVisible(visible)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._take_color()

    def _take_color(self) -> None:
        wanted = theme.current().role(self._ink)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in … where the place ends; the whole text is its tool tip then."""

    def __init__(self, text: str = "", *, ink: str = "ink", size: float = 13, semibold: bool = False) -> None:
        self._whole = text
        super().__init__(text, ink=ink, size=size, semibold=semibold)

    def setText(self, text: str) -> None:
        self._whole = text
        self.updateGeometry()
        self._fit()

    def whole_text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)
        if shown != self.text():
            super().setText(shown)
