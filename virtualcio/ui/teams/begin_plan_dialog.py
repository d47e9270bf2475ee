"""Beginning a 90-day plan: which template, which first day, who leads it."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.teams.ninety_day_plans import start_plan
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.exchange.ninety_day_templates import PlanTemplate, plan_templates
from virtualcio.exchange.values import parse_date
from virtualcio.model import NinetyDayPlan, Person
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.shell.dialog import Dialog

_SHOWN = 5  # tasks of the template that are named


class BeginPlanDialog(Dialog):
    """`made` is the plan that was begun, None if nothing was."""

    def __init__(self, company: OpenCompany, shell: Shell, template: str, parent: QWidget | None) -> None:
        super().__init__(_("Begin a 90-day plan"), " ", _("Begin"), parent)
        self._company, self._shell = company, shell
        self.made: NinetyDayPlan | None = None
        self.template = QComboBox()
        for one in plan_templates():
            self.template.addItem(one.name, one.key)
        self.template.setCurrentIndex(self.template.findData(template))
        self.template.currentIndexChanged.connect(lambda _row: self._show_tasks())
        self.first_day = QLineEdit(formats.day(company.today))
        self.owner = QComboBox()
        self.owner.addItem(_("nobody yet"), None)
        for person in sorted(company.data.all(Person), key=lambda one: one.name.casefold()):
            self.owner.addItem(person.name, person.id)
        self.add_field(_("Template"), self.template)
        self.add_field(_("First day"), self.first_day)
        self.add_field(_("Who leads it"), self.owner)
        self._show_tasks()

    @property
    def chosen(self) -> PlanTemplate:
        return plan_templates()[self.template.currentIndex()]

    def _show_tasks(self) -> None:
        """What would be made."""
        tasks = self.chosen.tasks
        lines = [_("Day {number}: {task}").format(number=one.day, task=one.name) for one in tasks[:_SHOWN]]
        left = len(tasks) - len(lines)
        if left > 0:
            lines.append(translate_count("and {count} more task", "and {count} more tasks", left))
        self.words.setText("\n".join(lines))
        self.words.show()
        self.fit()

    def accept(self) -> None:
        """Make the plan with all its tasks as one undo step."""
        try:
            day = parse_date(self.first_day.text()).value
            self.made = start_plan(self._company, self.chosen, day, self.owner.currentData())
        except UserError as refused:
            self.refuse(str(refused.message))
            self.first_day.setFocus()
            return
        words = translate_count("{count} task planned", "{count} tasks planned", len(self.chosen.tasks))
        self._shell.say(words, Tone.GOOD, undo=True)
        super().accept()
