"""The answers to a demand, as buttons above its fields; what an answer needs is asked in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities import demand_answers
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.model import Demand, Initiative
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pick_list import Option
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.initiative_picker import InitiativePicker


class AnswerBar(QWidget):
    """For the one demand that is selected; several or none hide it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self._shell, self._company = shell, company
        self._demand: Demand | None = None
        self.title = Label(_("Answer"), semibold=True)
        self.make = Button(_("Make it an initiative"), self.on_make)
        self.join = Button(_("Add to an initiative…"), lambda: self._ask(self.picker))
        self.nice = Button(_("Nice-to-have"), self.on_nice)
        self.decline = Button(_("Decline…"), lambda: self._ask(self.reason_line))
        self.answers = QWidget()
        flow = FlowLayout(self.answers, spacing=6)
        for button in (self.make, self.join, self.nice, self.decline):
            flow.addWidget(button)
        self.reopen = Button(_("Open again"), self.on_reopen)
        self.show_initiative = Button(_("Go to the initiative"), self.on_show_initiative)
        self.answered = QWidget()
        row = QHBoxLayout(self.answered)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.show_initiative, self.reopen):
            row.addWidget(button)
        row.addStretch(1)
        self.picker = InitiativePicker(_("Which initiative?"), self._options)
        self.picker.picked.connect(self.on_join)
        self.picker.named.connect(self.on_make)
        self.picker.left.connect(self.picker.hide)
        self.reason_line = _ReasonLine(self.on_decline)
        self.reason = self.reason_line.line
        self.refusal = Label(ink="act", size=12, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        parts = (self.title, self.answers, self.picker, self.reason_line, self.refusal, self.answered)
        for part in parts:
            column.addWidget(part)
        self.show_demand(None)

    def show_demand(self, demand: Demand | None) -> None:
        """The buttons that fit the state of this demand."""
        other = demand is not self._demand
        self._demand = demand
        self.setVisible(demand is not None)
        if demand is None:
            return
        is_open = demand.state is DemandState.OPEN
        self.answers.setVisible(is_open)
        self.answered.setVisible(not is_open)
        self.show_initiative.setVisible(demand.initiative_id is not None)
        self.title.setText(_("Answer") if is_open else _answered_words(demand))
        if other or not is_open:
            for part in (self.picker, self.reason_line, self.refusal):
                part.hide()
            self.reason.clear()

    def _options(self) -> list[Option]:
        return [Option(one.id, one.name) for one in demand_answers.open_initiatives_of(self._company)]

    def _ask(self, part: QWidget) -> None:
        for other in (self.picker, self.reason_line):
            other.setVisible(other is part)
        self.refusal.hide()
        (self.reason if part is self.reason_line else part).setFocus()

    # --- answering ---------------------------------------------------------------------------

    def on_make(self, name: str = "") -> None:
        made: list[Initiative] = []
        if self._do(
            lambda demand: made.append(demand_answers.become_initiative(self._company, demand, name))
        ):
            words = _("“{name}” is an initiative now.").format(name=made[0].name)
            self._shell.say(words, Tone.GOOD, undo=True)

    def on_join(self, initiative_id: str) -> None:
        initiative = self._company.data.find(Initiative, initiative_id)
        if self._do(lambda demand: demand_answers.join_initiative(self._company, demand, initiative)):
            words = _("The demand belongs to “{name}” now.").format(name=initiative.name)
            self._shell.say(words, Tone.GOOD, undo=True)

    def on_nice(self) -> None:
        if self._do(lambda demand: demand_answers.call_nice_to_have(self._company, demand)):
            self._shell.say(_("Answered as nice-to-have."), undo=True)

    def on_decline(self) -> None:
        reason = self.reason.text()
        if self._do(lambda demand: demand_answers.decline(self._company, demand, reason)):
            self._shell.say(_("Declined with a reason."), undo=True)

    def on_reopen(self) -> None:
        self._do(lambda demand: demand_answers.reopen(self._company, demand))

    def on_show_initiative(self) -> None:
        if self._demand is not None and self._demand.initiative_id is not None:
            self._shell.go("priorities", "initiatives", self._demand.initiative_id)

    def _do(self, answer: Callable[[Demand], object]) -> bool:
        if self._demand is None:
            return False
        try:
            answer(self._demand)
        except UserError as refused:
            self.refusal.setText(str(refused.message))
            self.refusal.show()
            return False
        return True


class _ReasonLine(QWidget):
    """Why a demand is declined: Enter stores it, Esc goes back."""

    def __init__(self, store: Callable[[], object]) -> None:
        super().__init__()
        self._store = store
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Why not? The department will read it."))
        self.line.setAccessibleName(_("Reason"))
        self.button = Button(_("Decline"), store)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._store()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _answered_words(demand: Demand) -> str:
    if demand.answered_on is None:
        return _("Answered")
    return _("Answered on {day}").format(day=formats.day(demand.answered_on))
