"""The review on the whole screen, to be read from three metres: no frame of the program, large letters."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.message_line import MessageLine
from virtualcio.ui.review.meeting_desk import STATIONS, MeetingDesk
from virtualcio.ui.review.meeting_view import MeetingView
from virtualcio.ui.review.sizes import meeting_sizes
from virtualcio.ui.shell import theme

_EDGE = 40  # px
_LINE = 46  # px of the messages
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class MeetingScreen(QWidget):
    """Arrows, page keys and the space bar turn the stations; Esc and F11 end it."""

    opened = Signal(object, str)

    def __init__(self, desk: MeetingDesk, window: QWidget, room: QSize | None = None) -> None:
        """`room` is how large it is going to be; without it, as large as the window's screen."""
        super().__init__(window, Qt.WindowType.Window)
        room = room or window.screen().size()
        sizes = meeting_sizes(room.width(), room.height())
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.view = MeetingView(desk, sizes)
        self.view.opened.connect(self.opened)
        self.title = Label(size=sizes.title * 1.5, semibold=True)
        self.review = Label(ink="second", size=sizes.small)
        self.place = Label(ink="second", size=sizes.small, digits=True)
        self.back = Button(_("Back"), self.view.back, icon="chevron-left")
        self.forth = Button("", self.view.next, primary=True)
        self.end = Button("", self.close, quiet=True, icon="x", name=_("End full screen (Esc)"))
        self.message = MessageLine(self)
        for button in (self.back, self.forth, self.end):
            button.setFont(theme.font(sizes.small))
            button.setFixedHeight(round(30 * sizes.factor))
        self._build()
        self._keys()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.review)
        words.addWidget(self.title)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        for widget in (self.place, self.back, self.forth, self.end):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_EDGE, 28, _EDGE, 28)
        whole.setSpacing(18)
        whole.addLayout(top)
        whole.addWidget(self.view, 1)

    def _keys(self) -> None:
        """Fields to type in keep these keys for themselves while they have the keyboard."""
        for keys, slot in ((_FORTH, self.view.next), (_BACK, self.view.back)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(slot)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self).activated.connect(self.close)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._undo)

    def begin(self) -> None:
        """Show it; refusals are said here from now on."""
        self.desk.refused = self._refuse
        self.setWindowTitle(self.desk.company.data.company.name)
        self.showFullScreen()
        self.show_now()
        self.setFocus()

    def show_now(self) -> None:
        """The station that the review is at."""
        review = self.desk.review
        if review is None:
            self.close()
            return
        at = self.desk.index
        self.title.setText(self.desk.titles()[at])
        company = self.desk.company.data.company.name
        name = _("Quarterly review {quarter}").format(quarter=review.name)
        self.review.setText(f"{company} · {name}")
        self.place.setText(_("{number} of {count}").format(number=at + 1, count=len(STATIONS)))
        self.back.setEnabled(at > 0)
        following = self.view.next_title()
        self.forth.setVisible(bool(following))
        self.forth.setText(_("Next: {station}").format(station=following))
        self.view.show_now()

    def _refuse(self, error: UserError) -> None:
        self.message.show_message(str(error.message), Tone.ACT, stays=True)
        self._place_message()

    def _place_message(self) -> None:
        wide = self.width() - 2 * _EDGE
        self.message.setGeometry(_EDGE, self.height() - _LINE - 12, wide, _LINE)

    def _undo(self) -> None:
        try:
            self.desk.company.workspace.undo()
        except UserError as error:
            self._refuse(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_Space or key in _FORTH:
            self.view.next()
        elif key in _BACK:
            self.view.back()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().window))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Back in the window, where the review stands at the same station."""
        self.view.note.take()
        self.desk.refused = self.desk.shell.refuse
        super().closeEvent(event)
