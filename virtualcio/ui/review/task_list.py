"""Tasks as they are ticked off: a box, what is to be done, by whom and until when."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.model import Task
from virtualcio.texts import _
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.review.field_in_place import FieldInPlace
from virtualcio.ui.review.sizes import WINDOW, Sizes


class TickBox(QCheckBox):
    """A check box that Enter ticks too; the space bar stays its own where it would turn a page."""

    def event(self, event: QEvent) -> bool:
        is_key = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and getattr(event, "key")() == Qt.Key.Key_Space:  # noqa: B009 - the type is checked above
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class TaskRow(QWidget):
    """One task."""

    def __init__(
        self,
        company: OpenCompany,
        task: Task,
        finish: Callable[[Task, bool], object],
        open_it: Callable[[Task], object],
        sizes: Sizes = WINDOW,
    ) -> None:
        super().__init__()
        self.task = task
        self.box = TickBox()
        self.box.setChecked(task.done_on is not None)
        self.box.setAccessibleName(_("Done: {name}").format(name=task.name))
        self.box.toggled.connect(lambda done: finish(task, done))
        self.name = TextLink(task.name, size=sizes.body)
        self.name.clicked.connect(lambda: open_it(task))
        font = self.name.font()
        font.setStrikeOut(task.done_on is not None)
        self.name.setFont(font)
        line = FlowLayout(spacing=round(8 * sizes.factor))
        late = lateness(task, company.today)
        if late:
            line.addWidget(Pill(late, Tone.ACT, factor=sizes.factor))
        self.owner = FieldInPlace(company, task, "owner", _("nobody responsible"), sizes=sizes)
        day = _new_day if late else _until
        self.due = FieldInPlace(company, task, "due_on", _("no date"), day, sizes, calls=bool(late))
        for field in (self.owner, self.due):
            line.addWidget(field)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 6)
        row.setSpacing(round(10 * sizes.factor))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def lateness(task: Task, today: date) -> str:
    """'overdue since 31.10.2026'; "" if it is not."""
    if task.done_on is not None or task.due_on is None or task.due_on >= today:
        return ""
    return _("overdue since {day}").format(day=formats.day(task.due_on))


def _until(day: str) -> str:
    return _("until {day}").format(day=day)


def _new_day(_day: str) -> str:
    """The day that is over stands beside it already."""
    return _("set a new day")


class TaskList(QWidget):
    """The rows below each other; `empty` stands there without any."""

    opened = Signal(object, str)

    def __init__(
        self,
        company: OpenCompany,
        finish: Callable[[Task, bool], object],
        empty: str,
        sizes: Sizes = WINDOW,
        most: int = 200,
    ) -> None:
        super().__init__()
        self._company, self._finish, self._empty = company, finish, empty
        self._sizes, self._most = sizes, most
        self.rows: list[TaskRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these, in their order; the keyboard stays at its place."""
        had = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(self._focused())), None)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        made = partial(TaskRow, self._company, finish=self._finish, open_it=self._open, sizes=self._sizes)
        self.rows = [made(task) for task in tasks[: self._most]]
        for row in self.rows:
            self._column.addWidget(row)
        left = len(tasks) - len(self.rows)
        if left > 0:
            words = _("and {count} more").format(count=left)
            self._column.addWidget(Label(words, ink="second", size=self._sizes.small))
        if not tasks:
            self._column.addWidget(Label(self._empty, ink="second", size=self._sizes.body, wrap=True))
        if had is not None and self.rows:
            self.rows[min(had, len(self.rows) - 1)].box.setFocus()

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _open(self, task: Task) -> None:
        self.opened.emit(Task, task.id)
