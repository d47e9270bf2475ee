"""A third of a 90-day plan: its days, its tasks to tick off, how far it is, and a line to add one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.teams.ninety_day_status import done_words
from virtualcio.actions.tone import Tone
from virtualcio.analysis.teams.ninety_days import Stage
from virtualcio.model import Task
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.review.task_list import TaskList


class _AddTask(QLineEdit):
    """Enter hands the words over and leaves the line empty for the next ones."""

    def __init__(self, add: Callable[[str], bool]) -> None:
        super().__init__()
        self._add = add
        self.setPlaceholderText(_("Add a task…"))
        self.setAccessibleName(_("Add a task…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip() and self._add(self.text()):
                self.setText("")
        else:
            super().keyPressEvent(event)


class StageColumn(Card):
    """`finish` ticks a task off, `add` gets the words of a new one and the stage (None: without a day)."""

    def __init__(
        self,
        company: OpenCompany,
        finish: Callable[[Task, bool], object],
        add: Callable[[str, Stage | None], bool],
    ) -> None:
        super().__init__(" ")
        self._company = company
        self._stage: Stage | None = None
        self.progress = Pill("")
        self.header.addWidget(self.progress)
        self.days = Label(ink="second", size=12)
        self.list = TaskList(company, finish, _("No tasks."))
        self.line = _AddTask(lambda text: add(text, self._stage))
        scroll = ScrollColumn()
        scroll.column.addWidget(self.list)
        scroll.column.addStretch(1)
        self.body.addWidget(self.days)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.line)

    def show_stage(self, stage: Stage, *, now: bool, late: bool) -> None:
        """`now`: today is in it; `late`: something of it is overdue."""
        self._stage = stage
        title = _("Day {first} to {last}").format(first=stage.first_day, last=stage.last_day)
        self.set_title(_("{stage}, now").format(stage=title) if now else title)
        first, last = formats.day(stage.first), formats.day(stage.last)
        self.days.setText(_("{first} to {last}").format(first=first, last=last))
        self.days.setVisible(stage.first is not None)
        self._show(stage.tasks, stage.done, late=late)

    def show_undated(self, tasks: Sequence[str], done: int) -> None:
        """The tasks that nobody has given a day."""
        self._stage = None
        self.set_title(_("Without a day"))
        self.days.hide()
        self._show(tasks, done, late=False)

    def _show(self, tasks: Sequence[str], done: int, *, late: bool) -> None:
        whole = bool(tasks) and done == len(tasks)
        tone = Tone.GOOD if whole else Tone.NEUTRAL
        self.progress.set(done_words(done, len(tasks)), Tone.ACT if late else tone)
        self.progress.setVisible(bool(tasks))
        self.list.show_tasks([self._company.data.find(Task, key) for key in tasks])
