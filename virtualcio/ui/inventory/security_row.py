"""One question of the security self-check: what is asked, how one can tell, four answers, what follows."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.inventory.security_words import REPLY_TITLES, REPLY_TONES, QuestionState
from virtualcio.actions.tone import Tone
from virtualcio.model.operations import SecurityReply
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button, PaintedButton
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill, paint_sign
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.shell import theme

_REPLIES = tuple(SecurityReply)
_HEIGHT = 28
_SIGN = 14
_NARROW = 620  # px, below which the answers stand under the question


class ReplyButton(PaintedButton):
    """One answer; the chosen one has its tone as sign and ground."""

    def __init__(self, reply: SecurityReply, key: int) -> None:
        super().__init__()
        self.reply, self._key = reply, key
        self.setText(_(REPLY_TITLES[reply]))
        self.setToolTip(_("Key {key}").format(key=key))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the question has the keyboard, with a key for each
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """What is stored says what is chosen."""

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme.font(12, semibold=True)).horizontalAdvance(self.text())
        return QSize(int(wide) + 20 + _SIGN, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, tone, chosen = theme.current(), REPLY_TONES[self.reply], self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(shown.text_of(tone) if chosen else shown.edge, 1.5 if chosen else 1))
        painter.setBrush(shown.soft_of(tone) if chosen else shown.hover if self.underMouse() else shown.card)
        painter.drawRoundedRect(box, 6, 6)
        signed = chosen and tone is not Tone.NEUTRAL
        if signed:
            paint_sign(painter, QPointF(box.left() + 12, box.center().y()), tone)
        painter.setFont(theme.font(12, semibold=chosen))
        painter.setPen(shown.text_of(tone) if chosen else shown.second)
        inner = box.adjusted(_SIGN, 0, 0, 0) if signed else box
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())


class QuestionRow(QWidget):
    """The row has the keyboard: 1 to 4 answer, the arrows move, Enter goes on, Del takes an answer back."""

    replied = Signal(int, object)  # number, SecurityReply
    cleared = Signal(int)
    noted = Signal(int, str)
    moved = Signal(int, int)  # number, 1 or -1
    wanted = Signal(int)  # an initiative
    opened = Signal(str)  # key of the initiative
    entered = Signal(int)
    went_on = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.state: QuestionState | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = Label(semibold=True, wrap=True)
        self.hint = Label(ink="second", size=12, wrap=True)
        self.top = Pill(_("counts most"), Tone.NEUTRAL)
        self.day = Label(ink="third", size=12)
        self.buttons = {reply: ReplyButton(reply, place) for place, reply in enumerate(_REPLIES, start=1)}
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("What is missing?"))
        self.note.setMaxLength(500)
        self.make = Button(_("Add an initiative"), lambda: self.wanted.emit(self.number), icon="plus")
        self.link = TextLink("", ink="accent", size=12)
        self._build()
        for reply, button in self.buttons.items():
            button.clicked.connect(partial(self._on_clicked, reply))
        self.note.editingFinished.connect(self._on_noted)
        self.link.clicked.connect(self._on_link)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.hint)
        marks = QHBoxLayout()
        marks.setSpacing(8)
        marks.addWidget(self.top)
        marks.addWidget(self.day)
        marks.addStretch(1)
        words.addLayout(marks)
        replies = QWidget()
        replies.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(replies)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for button in self.buttons.values():
            line.addWidget(button)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(8)
        self._across.addLayout(words, 1)
        self._across.addWidget(replies, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._follow = QWidget()
        after = QHBoxLayout(self._follow)
        after.setContentsMargins(0, 2, 0, 0)
        after.setSpacing(8)
        after.addWidget(self.note, 1)
        after.addWidget(self.make)
        after.addWidget(self.link, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        whole.setSpacing(4)
        whole.addLayout(self._across)
        whole.addWidget(self._follow)

    def show_state(self, state: QuestionState) -> None:
        """What is asked and what is known about it."""
        self.state = state
        self.text.setText(f"{state.number}. {state.text}")
        self.hint.setText(state.hint)
        self.top.setVisible(state.top)
        self.day.setText(state.answered)
        self.day.setVisible(bool(state.answered))
        for reply, button in self.buttons.items():
            button.setChecked(reply is state.reply)
            hidden = reply is SecurityReply.NOT_APPLICABLE and not state.may_not_apply
            button.setVisible(not hidden)
            button.setAccessibleName(f"{button.text()}: {state.text}")
        missing = state.reply in (SecurityReply.NO, SecurityReply.PARTLY)
        self.note.setVisible(missing or bool(state.note))
        self.note.setAccessibleName(_("Note on question {number}").format(number=state.number))
        if not self.note.hasFocus() or not self.note.isModified():
            self.note.setText(state.note)
            self.note.setCursorPosition(0)  # a long note is read from its beginning
        self.make.setVisible(state.offers_initiative)
        self.make.setAccessibleName(f"{self.make.text()}: {state.text}")
        self.link.setVisible(state.initiative is not None)
        if state.initiative is not None:
            words = _("Initiative: {name}").format(name=state.initiative.name)
            self.link.setText(words)
            self.link.setAccessibleName(words)
        self._follow.setVisible(missing or bool(state.note) or state.initiative is not None)
        if state.said != self.accessibleName():
            self.setAccessibleName(state.said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    # --- what is done ------------------------------------------------------------------------

    def _on_clicked(self, reply: SecurityReply, _checked: bool = False) -> None:
        self.setFocus()
        self.replied.emit(self.number, reply)

    def _on_noted(self) -> None:
        if self.state is not None and self.note.isModified():
            self.note.setModified(False)
            if self.note.text().strip() != self.state.note:
                self.noted.emit(self.number, self.note.text())

    def _on_link(self) -> None:
        if self.state is not None and self.state.initiative is not None:
            self.opened.emit(self.state.initiative.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = Qt.Key(event.key()), event.text()
        by_key = {str(place): reply for place, reply in enumerate(_REPLIES, start=1)}
        if not self.hasFocus():  # from the note or the button in it, which had no use for the key
            self._leave_note(event)
        elif typed in by_key:  # by what was typed: digits stand elsewhere on other keyboards
            self.replied.emit(self.number, by_key[typed])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(self.number, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(self.number)
        else:
            super().keyPressEvent(event)

    def _leave_note(self, event: QKeyEvent) -> None:
        """Enter has stored the note, Esc leaves it as it was; both lead back to the question."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.state is not None:
            self.note.setText(self.state.note)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.setFocus()
        else:
            QWidget.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.number)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _NARROW
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._across.direction() is not direction:
            self._across.setDirection(direction)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.accent, 1.5))
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
