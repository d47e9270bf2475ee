"""The right column beside the goals: the course of a KPI with its outcome logic, or the details of what is
chosen.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions import edit
from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.planned_for_goal import add_initiative_for
from virtualcio.actions.tables import table, table_of
from virtualcio.errors import UserError
from virtualcio.model import Goal, Kpi, Record
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.inspector import Inspector
from virtualcio.ui.common.pill import Chip
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.goals.kpi_card import KpiCard
from virtualcio.ui.goals.outcome_card import OutcomeCard


class GoalSide(QWidget):
    """`show_choice` says what is chosen: a goal, and one of its KPIs."""

    opened = Signal(object, str)  # kind and key of a related thing to go to
    made = Signal(object)  # a copy of what is shown, to be chosen

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self._shell, self._company = shell, company
        self.kpi_card = KpiCard(shell, company)
        self.outcome = OutcomeCard(company)
        self.inspectors: dict[str, Inspector] = {}
        self._goal: Goal | None = None
        self._record: Record | None = None  # what the details are of
        self.course_chip, self.details_chip = Chip(_("Values")), Chip(_("Details"))
        self._stack = QStackedWidget()
        self._course = ScrollColumn()
        self._build()
        self.kpi_card.details_wanted.connect(self._on_details_wanted)
        self.outcome.opened.connect(lambda key: shell.go("priorities", tab="initiatives", record=key))
        self.outcome.none_wanted.connect(self._on_initiative_wanted)

    def _build(self) -> None:
        choice = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(6)
        for chip in (self.course_chip, self.details_chip):
            choice.addButton(chip)
            switch.addWidget(chip)
            chip.clicked.connect(self._show)
        switch.addStretch(1)
        self.course_chip.setChecked(True)
        self._course.column.setSpacing(12)
        self._course.column.addWidget(self.kpi_card)
        self._course.column.addWidget(self.outcome, 1)
        self._stack.addWidget(self._course)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(switch)
        whole.addWidget(self._stack, 1)

    @property
    def shows_details(self) -> bool:
        return self.details_chip.isChecked()

    @property
    def inspector(self) -> Inspector:
        """The details of the kind that is chosen."""
        key = "goals" if self._record is None else table_of(type(self._record)).key
        found = self.inspectors.get(key)
        if found is None:
            found = self.inspectors[key] = self._made_inspector(table(key))
        return found

    def _made_inspector(self, spec: Table) -> Inspector:
        made = Inspector(self._company, spec, self._shell)
        made.setMinimumWidth(0)
        made.setMaximumWidth(16777215)  # Qt's own largest: the column decides here
        made.opened.connect(self.opened)
        made.closed.connect(self.show_course)
        made.add_buttons(
            Button(_("Duplicate"), lambda: self._do(self._duplicate)),
            Button(_("Delete"), lambda: self._do(self._delete)),
        )
        self._stack.addWidget(made)
        return made

    # --- showing ---------------------------------------------------------------------------------

    def show_choice(self, goal: Goal | None, kpi: Kpi | None, *, of_goal: bool) -> None:
        """`of_goal`: the details are those of the goal, not of the KPI."""
        self.kpi_card.show_kpi(kpi)
        self.outcome.show_choice(kpi, goal)
        self._goal = goal
        self._record = goal if of_goal or kpi is None else kpi
        self._show()

    def _show(self) -> None:
        if self.shows_details:
            self.inspector.show_records([self._record] if self._record is not None else [])
            self._stack.setCurrentWidget(self.inspector)
        else:
            self._stack.setCurrentWidget(self._course)

    def _on_initiative_wanted(self) -> None:
        """One that serves the chosen goal, with its name ready to be typed."""
        made = add_initiative_for(self._company, self._goal)
        self._shell.go("priorities", tab="initiatives", record=made.id, column="name")

    def show_course(self) -> None:
        self.course_chip.setChecked(True)
        self._show()
        self.course_chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_details(self, column: str = "") -> None:
        """Turn to the details; with `column` the keyboard goes into that field."""
        self.details_chip.setChecked(True)
        self._show()
        field = self.inspector.fields.fields.get(column)
        if field is None:
            return
        line = field.editor.widget
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()
        self.inspector.parts.ensureWidgetVisible(field)

    def _on_details_wanted(self, column: str) -> None:
        self._record = self.kpi_card.kpi
        self.show_details(column)

    # --- doing -----------------------------------------------------------------------------------

    def _do(self, action: Callable[[Record], object]) -> None:
        if self._record is None:
            return
        try:
            action(self._record)
        except UserError as refused:
            self._shell.refuse(refused)

    def _duplicate(self, record: Record) -> None:
        copies = edit.duplicate_records(self._company, table_of(type(record)), [record])
        self.made.emit(copies[0])

    def _delete(self, record: Record) -> None:
        name = record.name if isinstance(record, (Goal, Kpi)) else ""
        edit.delete_records(self._company, [record])
        self._shell.say(_("“{name}” deleted").format(name=name), undo=True)
