"""90-day plans: one is chosen, its tasks stand in three columns, and a new one begins with one click."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.duplicate import duplicate_records
from virtualcio.actions.edit import add_record
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import deciding
from virtualcio.actions.tables import table
from virtualcio.actions.teams.ninety_day_plans import add_plan_task, delete_plan
from virtualcio.actions.teams.ninety_day_status import plan_status
from virtualcio.actions.teams.team_sentences import plan_sentence
from virtualcio.analysis.teams.ninety_days import PlanState, Stage
from virtualcio.errors import UserError
from virtualcio.exchange.ninety_day_templates import plan_templates
from virtualcio.model import NinetyDayPlan, Task
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.review.field_in_place import FieldInPlace
from virtualcio.ui.teams.stage_column import StageColumn

_STAGES = 3


class NinetyDaysTab(PartOfPage):
    """`plan_id` is the plan that is shown."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.plan_id = ""
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("90-day plan"))
        self.choice.activated.connect(lambda _row: self.choose(str(self.choice.currentData())))
        self.pill = Pill("")
        self.sentence = Label(ink="second", wrap=True)
        self.fields = FlowLayout(spacing=16)
        self.fields.setContentsMargins(0, 4, 0, 4)  # on one line with the pill
        self.in_place: dict[str, FieldInPlace] = {}
        self.columns = [StageColumn(company, self._finish, self._add) for _number in range(_STAGES)]
        self.undated = StageColumn(company, self._finish, self._add)
        for column in (*self.columns, self.undated):
            column.list.opened.connect(self.opened)
        self._stack = QStackedWidget()
        self._build()
        self.follow(None)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.choice)
        top.addWidget(self.pill)
        top.addLayout(self.fields, 1)
        tip = _("The same tasks once more, all still to be done; then choose the first day")
        top.addWidget(Button("", self.on_copy, quiet=True, icon="copy", tip=tip, name=_("Duplicate")))
        top.addWidget(Button("", self._delete, quiet=True, icon="trash-2", name=_("Delete")))
        stages = QHBoxLayout()
        stages.setSpacing(16)
        for column in (*self.columns, self.undated):
            stages.addWidget(column, 1)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(top)
        inside.addWidget(self.sentence)
        inside.addLayout(stages, 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> EmptyState:
        ways = [
            HeaderAction(one.name, partial(self.begin, one.key), primary=not at, icon="book-open")
            for at, one in enumerate(plan_templates())
        ]
        ways.append(HeaderAction(_("A plan of your own"), self.on_own, icon="pencil"))
        return EmptyState(
            _("What happens in the next 90 days?"),
            _(
                "A plan names what is to be done up to day 30, 60 and 90, each with somebody who does it. "
                "Begin with a template and change what does not fit."
            ),
            _("For example: Restore an important file with somebody watching · Jonas Keller · day 7"),
            ways,
        )

    # --- showing ---------------------------------------------------------------------------------

    @property
    def plan(self) -> NinetyDayPlan | None:
        """The plan that is shown."""
        return self.company.data.get(NinetyDayPlan, self.plan_id)

    def follow(self, change: Change | None) -> None:
        plans = self.company.data.all(NinetyDayPlan)
        self._stack.setCurrentIndex(0 if plans else 1)
        if self.plan is None:
            self.plan_id = plans[-1].id if plans else ""
        self.choice.clear()
        for one in plans:
            self.choice.addItem(one.name, one.id)
        self.choice.setCurrentIndex(self.choice.findData(self.plan_id))
        if self.plan is not None:
            self._show(self.plan)

    def choose(self, key: str) -> None:
        """Show the plan of this key."""
        self.plan_id = key
        self.follow(None)

    def _show(self, plan: NinetyDayPlan) -> None:
        state = self.company.results.ninety_day_plans[plan.id]
        status, said = plan_status(self.company, plan), plan_sentence(self.company, plan)
        self.pill.set(status.text, status.tone)
        self.sentence.setText(" ".join((said.text, *(f"{line}." for line in said.why))))
        self._show_fields(plan)
        late = set(state.overdue)
        for column, stage in zip(self.columns, state.stages, strict=True):
            column.show_stage(stage, now=_holds(state, stage), late=not late.isdisjoint(stage.tasks))
        self.undated.show_undated(state.undated, state.undated_done)
        self.undated.setVisible(bool(state.undated))

    def _show_fields(self, plan: NinetyDayPlan) -> None:
        """Name, first day and who leads it, to be changed where they stand."""
        self.fields.clear()
        self.in_place = {
            "name": FieldInPlace(self.company, plan, "name", _("rename"), _rename),
            "starts_on": FieldInPlace(self.company, plan, "starts_on", _("set the first day"), _from),
            "owner": FieldInPlace(self.company, plan, "owner", _("nobody leads it"), _led),
        }
        for field in self.in_place.values():
            self.fields.addWidget(field)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if self.company.data.get(NinetyDayPlan, record) is not None:
            self.choose(record)
        if column in self.in_place:
            self.in_place[column].begin()

    def take_keyboard(self) -> bool:
        if self.plan is None:
            return False
        self.choice.setFocus()
        return self.choice.hasFocus()

    def header_actions(self) -> Sequence[HeaderAction]:
        begin = HeaderAction(_("90-day plan"), self.on_template, primary=True, icon="plus")
        return (HeaderAction(_("A plan of your own"), self.on_own), begin)

    # --- doing -----------------------------------------------------------------------------------

    def on_template(self) -> None:
        """Choose template, first day and who leads it."""
        self.begin(plan_templates()[0].key)

    def begin(self, key: str) -> None:
        """The dialog with this template chosen; the plan that was made is shown."""
        from virtualcio.ui.teams.begin_plan_dialog import BeginPlanDialog

        dialog = BeginPlanDialog(self.company, self.shell, key, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.made is not None:
            self.choose(dialog.made.id)

    def on_own(self) -> None:
        """An empty plan from today on, its name ready to be typed over."""
        made = add_record(self.company, table("ninety_day_plans"))
        self.choose(made.id)
        self.in_place["name"].begin()

    def on_copy(self) -> None:
        """The shown plan with all its tasks once more; its first day is to be typed over."""
        if self.plan is None:
            return
        (made,) = duplicate_records(self.company, table("ninety_day_plans"), [self.plan])
        self.choose(made.id)
        self.in_place["starts_on"].begin()

    def _finish(self, task: Task, done: bool) -> None:
        deciding.finish_task(self.company, task, done)

    def _add(self, text: str, stage: Stage | None) -> bool:
        if self.plan is None:
            return False
        try:
            add_plan_task(self.company, self.plan, text, stage)
        except UserError as refused:
            self.shell.refuse(refused)
            return False
        return True

    def _delete(self) -> None:
        plan = self.plan
        if plan is None:
            return
        name = plan.name
        delete_plan(self.company, plan)
        self.shell.say(_("“{name}” deleted").format(name=name), undo=True)


def _holds(state: PlanState, stage: Stage) -> bool:
    return state.day is not None and stage.first_day <= state.day <= stage.last_day


def _rename(_name: str) -> str:
    """The name itself stands in the list beside it."""
    return _("rename")


def _from(day: str) -> str:
    return _("from {day}").format(day=day)


def _led(name: str) -> str:
    return _("led by {name}").format(name=name)
