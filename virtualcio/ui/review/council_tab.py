"""The council: the table of its meetings, who speaks for each department, and what a meeting decided."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import council, deciding
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.model import CouncilMeeting, Decision, Department, Person, Record, Task
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.review.add_line import AddLine
from virtualcio.ui.review.task_list import TaskList


class LiaisonCard(Card):
    """When the next meeting is due, and the liaison of each department; a click leads there."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(_("Council"), " ")
        self._shell, self._company = shell, company
        self.pill = Pill("")
        self.header.addWidget(self.pill)
        self._flow = FlowLayout(spacing=6)
        self.body.addLayout(self._flow)
        self.chips: list[LinkChip] = []

    def show_now(self) -> None:
        """As it is now."""
        due = self._company.results.council_due
        if due.next_on is not None:
            self.pill.set(_("next on {day}").format(day=formats.day(due.next_on)), Tone.GOOD)
        elif due.due_on is None:
            self.pill.set(_("not met yet"), Tone.NEUTRAL)
        else:
            tone = Tone.ACT if due.overdue else Tone.NEUTRAL
            self.pill.set(_("due by {day}").format(day=formats.day(due.due_on)), tone)
        self._flow.clear()
        self.chips = []
        for department in self._company.data.all(Department):
            person = self._company.data.get(Person, department.liaison_id)
            name = person.name if person is not None else _("nobody yet")
            chip = LinkChip(f"{department.name}: {name}", removable=False)
            chip.clicked.connect(lambda _checked=False, key=department.id: self._go(key))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        if not self.chips:
            words = _("Each department names one person who speaks for it here.")
            self._flow.addWidget(Label(words, ink="second"))

    def _go(self, key: str) -> None:
        self._shell.go("inventory", tab="departments", record=key)


class MeetingResult(QWidget):
    """What the chosen meeting decided, and the line to add more; in the details, above the fields."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self._shell, self._company = shell, company
        self._meeting: CouncilMeeting | None = None
        self.decisions: list[TextLink] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.tasks = TaskList(company, self._finish, _("No task from this meeting yet."))
        self.tasks.opened.connect(lambda _kind, key: shell.go("review", tab="tasks", record=key))
        self.add_line = AddLine(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(Label(_("Decided here"), semibold=True))
        column.addLayout(self._list)
        column.addWidget(self.tasks)
        column.addWidget(self.add_line)

    def show_meeting(self, meeting: CouncilMeeting | None) -> None:
        """Hidden unless one meeting is chosen."""
        self._meeting = meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.decisions = []
        for decision in self._company.data.where(Decision, "meeting_id", meeting.id):
            line = TextLink(decision.name)
            line.clicked.connect(lambda key=decision.id: self._open(key))
            self.decisions.append(line)
            self._list.addWidget(line)
        self.tasks.show_tasks(self._company.data.where(Task, "meeting_id", meeting.id))

    def _open(self, key: str) -> None:
        self._shell.go("review", tab="decisions", record=key)

    def _finish(self, task: Task, done: bool) -> None:
        deciding.finish_task(self._company, task, done)

    def _add(self, text: str, task: bool) -> bool:
        try:
            if task:
                deciding.add_task(self._company, text, meeting=self._meeting)
            else:
                deciding.add_decision(self._company, text, meeting=self._meeting)
        except UserError as error:
            self._shell.refuse(error)
            return False
        return True


class CouncilTab(RecordTab):
    """A table tab with the liaisons above it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.liaisons = LiaisonCard(shell, company)
        self.result = MeetingResult(shell, company)
        super().__init__(shell, company, table("council_meetings"))
        self._left.insertWidget(0, self.liaisons)
        self.inspector.parts.column.insertWidget(1, self.result)
        self.liaisons.show_now()

    def follow(self, change: Change | None) -> None:
        super().follow(change)
        self.liaisons.show_now()

    def header_actions(self) -> Sequence[HeaderAction]:
        tip = _("With the liaisons of all departments, held today")
        meet = HeaderAction(_("Meeting"), self.on_meeting, primary=True, icon="plus", tip=tip)
        return [*(one for one in super().header_actions() if not one.primary), meet]

    def on_meeting(self) -> None:
        """A meeting of today with all liaisons, chosen in the table."""
        meeting = council.add_meeting(self._company)
        self.show_part(meeting.id)

    def _show_selected(self) -> None:
        super()._show_selected()
        records: Sequence[Record] = self._selected()
        only = records[0] if len(records) == 1 else None
        self.result.show_meeting(only if isinstance(only, CouncilMeeting) else None)
