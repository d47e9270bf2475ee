"""Small things beside the text of a field: a word about it inside its line, and the way to what it names."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from virtualcio.actions.columns import Status, Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme

_SIGN = 14
_EDGE = 10  # px between the words and the end of the line
_LEAST_TYPED = 60  # px that stay for what is typed


class BesideText(QObject):
    """'bis 10/2023' at the right end inside a line to type in; gone while somebody types there."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.label = Label(size=11.5, ink="second")
        self.label.setParent(line)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setForegroundRole(QPalette.ColorRole.WindowText)  # not that of the line
        self.label.hide()
        self._said = False
        line.installEventFilter(self)

    def show_status(self, status: Status | None) -> None:
        """Show these words in their tone; None shows nothing."""
        self._said = status is not None
        if status is not None:
            self.label.setText(status.text)
            self.label.set_ink("second" if status.tone is Tone.NEUTRAL else status.tone.value)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.label.sizeHint()
        typed = _LEAST_TYPED if self._line.text() else 0
        fits = self._line.width() - size.width() - 2 * _EDGE >= typed
        shown = self._said and fits and not self._line.hasFocus()
        self.label.setVisible(shown)
        self._line.setTextMargins(0, 0, size.width() + 6 if shown else 0, 0)
        top = (self._line.height() - size.height()) // 2
        self.label.setGeometry(
            self._line.width() - size.width() - _EDGE, top, size.width() + 2, size.height()
        )


class GoButton(PaintedButton):
    """The arrow beside a title: goes to the thing that the field names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Go there"))
        self.setToolTip(_("Go there"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIGN + 4, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.accent_soft)
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        paint_icon(painter, "arrow-up-right", QRectF(2, 0, _SIGN, _SIGN), shown.accent)
