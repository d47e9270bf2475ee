"""A finding as a row: sign, what it is, what it costs and until when, and the button that does something."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.finding_words import sign_of, stakes_words, words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.short_label import ShortLabel
from virtualcio.ui.common.sign_box import SIZE as SIGN
from virtualcio.ui.common.sign_box import SignBox
from virtualcio.ui.common.signed_line import SignedLine
from virtualcio.ui.shell import theme

_NARROW = 360  # px
_BRIEF_LINES, _LINES = 2, 12  # of the detail


class FindingRow(QWidget):
    """`selected` is sent when the row is clicked or reached with the keyboard and Enter.

    `brief`: two lines of detail are enough, and what it costs and until when stands below the button. A
    second button and a form that belong to the finding can be added.
    """

    selected = Signal(object)

    def __init__(
        self,
        company: OpenCompany,
        finding: Finding,
        act: Callable[[Finding], object],
        *,
        selectable: bool = False,
        brief: bool = False,
    ) -> None:
        super().__init__()
        self.finding = finding
        self._chosen = False
        words = words_of(company, finding)
        self.title = Label(words.title, semibold=True, wrap=True)
        most = _BRIEF_LINES if brief else _LINES
        self.detail = ShortLabel(words.detail, most=most, ink="second", size=12)
        tone, urgency = tone_of(finding)
        self.meta = SignedLine(stakes_words(company, finding) or urgency, tone)
        self.detail.setVisible(bool(words.detail))
        self.button = Button(words.action_title, lambda: act(finding))
        self.button.setAccessibleName(f"{words.action_title}: {words.title}")
        self.setAccessibleName(words.title)
        if selectable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._selectable, self._brief = selectable, brief
        self.form: QWidget | None = None
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def _build(self) -> None:
        tone, words = tone_of(self.finding)
        self.body = QVBoxLayout()
        self.body.setSpacing(3)
        for label in (self.title, self.detail):
            self.body.addWidget(label)
        self.body.addStretch(1)
        left = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(SignBox(tone, words, sign_of(self.finding.check_id)), 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(self.body, 1)
        self._buttons.setSpacing(2)
        if self._brief:
            self._buttons.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
            self._buttons.addWidget(self.meta, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self.body.insertWidget(2, self.meta)
            self._buttons.addWidget(self.button)
        self._buttons.addStretch(1)
        self._row.setSpacing(12)
        self._row.addLayout(left, 1)
        self._row.addLayout(self._buttons)
        side = 8 if self._selectable else 0  # what can be chosen gets a ground of its own
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(side, 10, side, 10)
        self._whole.addLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        """A long word on a button does not keep the list from getting narrow: then it stands below."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROW - 1), hint.height()) if self._selectable else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow list the buttons stand below the words."""
        super().resizeEvent(event)
        narrow = self._selectable and self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not (down if narrow else across):
            self._row.setDirection(down if narrow else across)
            self._row.setSpacing(6 if narrow else 12)
            self._buttons.setDirection(across if narrow else down)
            self._buttons.setContentsMargins(SIGN + 12 if narrow else 0, 0, 0, 0)

    def set_second_button(self, button: Button) -> None:
        """A quieter way out, below the action."""
        self._buttons.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignRight)

    def show_form(self, form: QWidget | None) -> None:
        """Open a form below the finding's text, or close the one that is open."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = form
        if form is not None:
            form.setContentsMargins(SIGN + 12, 0, 0, 0)
            self._whole.addWidget(form)
            form.show()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row whose surroundings are shown beside the list."""
        self._chosen = chosen
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._selectable and event.button() is Qt.MouseButton.LeftButton:
            self.selected.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._selectable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.selected.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(shown.accent_soft if self._chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            return
        painter.setPen(QPen(shown.faint, 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


def tone_of(finding: Finding) -> tuple[Tone, str]:
    """The tone of a finding and the word for it."""
    if finding.severity is Severity.ACT:
        return Tone.ACT, _("Act")
    return Tone.WATCH, _("Watch")
