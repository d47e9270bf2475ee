"""At most three proposals, each decided, put off or rejected with one key; and what was decided."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review.review_words import DECISION_STATES, proposal_words
from virtualcio.actions.tone import Tone
from virtualcio.model import Decision
from virtualcio.model.review import DecisionState
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.review.add_line import AddLine
from virtualcio.ui.review.field_in_place import FieldInPlace
from virtualcio.ui.review.meeting_desk import MeetingDesk
from virtualcio.ui.review.number_box import NumberBox
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme

_BUTTON = 12  # px beside the words of a button
_LARGEST = 16  # px of these words, so that three answers fit beside each other

STATE_TONES = {
    DecisionState.PROPOSED: Tone.WATCH,
    DecisionState.DECIDED: Tone.GOOD,
    DecisionState.DEFERRED: Tone.NEUTRAL,
    DecisionState.REJECTED: Tone.NEUTRAL,
}


def answers() -> tuple[tuple[DecisionState, str], ...]:
    """The three answers; their first letter is their key, so no two begin with the same one."""
    return (
        (DecisionState.DECIDED, _("Approve")),
        (DecisionState.DEFERRED, _("Postpone")),
        (DecisionState.REJECTED, _("Reject")),
    )


class ToDecide(QWidget):
    """A proposal: number, title, reason, and three buttons."""

    def __init__(
        self,
        number: int,
        title: str,
        detail: str,
        answer: Callable[[DecisionState], object],
        sizes: Sizes = WINDOW,
    ) -> None:
        super().__init__()
        self._answer = answer
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{number}. {title}. {detail}")
        keys = ", ".join(f"{word[0]}: {word}" for _state, word in answers())
        self.setAccessibleDescription(keys)
        self.title = Label(title, size=sizes.body, semibold=True, wrap=True)
        self.buttons: dict[DecisionState, Button] = {}
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        if detail:
            whole = detail.replace(" · ", "\u00a0· ")  # no line begins with the dot between two parts
            words.addWidget(Label(whole, ink="second", size=sizes.small, wrap=True))
        line = FlowLayout(spacing=4)
        for state, word in answers():
            tip = _("{word} (key {letter})").format(word=word, letter=word[0])
            button = Button(word, partial(answer, state), quiet=True, tip=tip)
            button.setAccessibleName(f"{word}: {title}")
            button.setFont(theme.font(min(sizes.small, _LARGEST)))
            words_wide = button.fontMetrics().horizontalAdvance(word)
            button.setFixedWidth(words_wide + _BUTTON)
            self.buttons[state] = button
            line.addWidget(button)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 6, 4, 8)
        row.setSpacing(round(12 * sizes.factor))
        row.addWidget(NumberBox(str(number), sizes=sizes), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        for state, word in answers():
            if letter and word.casefold().startswith(letter):
                self._answer(state)
                return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().accent, 1.4))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        else:
            painter.setPen(QPen(theme.current().faint, 1))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Decided(QWidget):
    """A decision of this review: its state, and owner and date to be changed in place."""

    opened = Signal(object, str)

    def __init__(self, company: OpenCompany, decision: Decision, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self.decision = decision
        self.name = TextLink(decision.name, size=sizes.body)
        self.name.clicked.connect(lambda: self.opened.emit(Decision, decision.id))
        line = FlowLayout(spacing=round(8 * sizes.factor))
        state = _(DECISION_STATES[decision.state])
        line.addWidget(Pill(state, STATE_TONES[decision.state], factor=sizes.factor))
        self.owner = FieldInPlace(company, decision, "owner", _("nobody responsible"), sizes=sizes)
        self.due = FieldInPlace(
            company, decision, "due_on", _("no date"), lambda day: _("until {day}").format(day=day), sizes
        )
        line.addWidget(self.owner)
        line.addWidget(self.due)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 0, 6)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(line)


class ProposalCard(QWidget):
    """Proposals on top, what was decided below them, and the line to add more."""

    opened = Signal(object, str)

    def __init__(self, desk: MeetingDesk, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self._desk, self._sizes = desk, sizes
        self.proposed: list[ToDecide] = []
        self.decided: list[Decided] = []
        self.add_line = AddLine(desk.add, sizes)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self.add_line)

    def show_now(self) -> None:
        """What is proposed and decided now."""
        company = self._desk.company
        typed_at = self.focusWidget()  # the proposal itself or one of its answers
        focused = next(
            (at for at, row in enumerate(self.proposed) if typed_at in (row, *row.buttons.values())), None
        )
        self._clear()
        self.proposed, self.decided = [], []
        for at, proposal in enumerate(company.results.proposals):
            title, detail = proposal_words(company, proposal)
            take = partial(self._desk.take, proposal)
            row = ToDecide(at + 1, title, detail, take, self._sizes)
            self.proposed.append(row)
            self._rows.addWidget(row)
        decisions = self._desk.decisions()
        if not self.proposed and not decisions:
            words = _("Nothing is urgent enough to be proposed. What you decide is added below.")
            self._rows.addWidget(Label(words, ink="second", size=self._sizes.small, wrap=True))
        if decisions:
            self._rows.addSpacing(6)
            self._rows.addWidget(Label(_("Decided today"), ink="third", size=self._sizes.small))
        for decision in decisions:
            done = Decided(company, decision, self._sizes)
            done.opened.connect(self.opened)
            self.decided.append(done)
            self._rows.addWidget(done)
        if focused is not None and self.proposed:
            self.proposed[min(focused, len(self.proposed) - 1)].setFocus()

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, as one reads it."""
        proposed = [stop for row in self.proposed for stop in (row, *row.buttons.values())]
        decided = [stop for done in self.decided for stop in (done.name, done.owner, done.due)]
        return [*proposed, *decided, self.add_line.line, self.add_line.decision, self.add_line.task]

    def _clear(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
