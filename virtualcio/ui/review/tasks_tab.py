"""Tasks: what is overdue or due soon stands above the table, with a box to tick it off."""

from collections.abc import Sequence
from datetime import timedelta

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import deciding
from virtualcio.actions.tables import table
from virtualcio.model import Task
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.review.task_list import TaskList

_SOON = timedelta(days=14)
_MOST = 4


class TasksTab(RecordTab):
    """A table tab with the pressing tasks above it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.list = TaskList(company, self._finish, "", most=_MOST)
        self.card = Card(_("Due now"), " ")
        self.card.body.addWidget(self.list)
        super().__init__(shell, company, table("tasks"))
        self._left.insertWidget(0, self.card)
        self.list.opened.connect(lambda _kind, key: self.show_part(key))
        self._show_pressing()

    def follow(self, change: Change | None) -> None:
        super().follow(change)
        self._show_pressing()

    def pressing(self) -> Sequence[Task]:
        """Overdue or due within two weeks, the most overdue first."""
        until = self._company.today + _SOON
        return [
            one for one in self._company.results.open_tasks if one.due_on is not None and one.due_on <= until
        ]

    def _show_pressing(self) -> None:
        tasks = self.pressing()
        self.card.setVisible(bool(tasks))
        self.card.set_note(translate_count("{count} task", "{count} tasks", len(tasks)))
        self.list.show_tasks(tasks)

    def _finish(self, task: Task, done: bool) -> None:
        deciding.finish_task(self._company, task, done)
