"""Saying what an expense is for, in a box beside it: the process that needs it, and a goal or a duty."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.budget.assigning import assign, takes_obligation
from virtualcio.actions.budget.spending_words import detail_words
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.spending.expense import Expense, MissingLink
from virtualcio.errors import UserError
from virtualcio.model import Goal, Obligation, Process
from virtualcio.model.duties import Applies
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.popover import Popover

Target = Process | Goal | Obligation
_MOST_NAMES = 14  # of a list that is open


class AssignForm(Popover):
    """`done` is called after it was assigned; what is refused stands below the choices."""

    def __init__(
        self, parent: QWidget, company: OpenCompany, expense: Expense, done: Callable[[], object]
    ) -> None:
        super().__init__(parent, 400)
        self._company, self._expense, self._done = company, expense, done
        self.process = Choice(_("Process that needs it"), processes_of(company))
        self.goal = Choice(_("Goal that it serves"), goals_of(company))
        self.duty = Choice(_("or duty that it meets"), duties_of(company))
        linked = (
            (self.process, processes_behind(company, expense)),
            (self.goal, goals_behind(company, expense)),
        )
        for choice, known in linked:
            if known:
                choice.setItemText(0, _("{names} (already linked)").format(names=", ".join(known)))
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.refusal.hide()
        self.button = Button(_("Assign"), self.on_assign)
        self._build()

    def _build(self) -> None:
        expense = self._expense
        amount = formats.money_short(expense.amount)
        self.body.addWidget(Label(f"{expense.name} · {amount}", semibold=True, wrap=True))
        self.body.addWidget(Label(detail_words(self._company, expense), ink="second", size=12, wrap=True))
        for choice in (self.process, self.goal, self.duty):
            shown = bool(choice.targets) and (choice is not self.duty or takes_obligation(expense))
            choice.label.setVisible(shown)
            choice.setVisible(shown)
            self.body.addWidget(choice.label)
            self.body.addWidget(choice)
        if not self.process.targets:
            text = _("No processes are entered yet. Enter in the inventory what the business does.")
            self.body.addWidget(Label(text, ink="second", size=12, wrap=True))
        if not self.goal.targets:
            text = _("No goals are entered yet. Without one, only a duty can be its purpose.")
            self.body.addWidget(Label(text, ink="second", size=12, wrap=True))
        self.body.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(_("Cancel"), self.close, quiet=True))
        row.addWidget(self.button)
        self.body.addLayout(row)

    def take_keyboard(self) -> None:
        """To what is missing, else to the first choice that can be made."""
        choices = [self.process, self.goal, self.duty]
        if MissingLink.PROCESS not in self._expense.missing:
            choices = [self.goal, self.duty, self.process]
        for choice in choices:
            if choice.isVisibleTo(self):
                choice.setFocus()
                return
        self.button.setFocus()

    def on_assign(self) -> None:
        chosen = [one.chosen() for one in (self.process, self.goal, self.duty)]
        try:
            assign(self._company, self._expense, [one for one in chosen if one is not None])
        except UserError as error:
            self.refusal.setText(str(error.message))
            self.refusal.show()
            self.adjustSize()
            return
        self.close()
        self._done()


class Choice(QComboBox):
    """One of some records, or none. Typing the first letters finds a name."""

    def __init__(self, title: str, targets: Sequence[Target]) -> None:
        super().__init__()
        self.targets = targets
        self.label = Label(title, ink="second", size=12)
        self.label.setBuddy(self)
        self.setAccessibleName(title)
        self.setMaxVisibleItems(_MOST_NAMES)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.addItem(formats.NO_VALUE)
        self.addItems([one.name for one in targets])

    def chosen(self) -> Target | None:
        return self.targets[self.currentIndex() - 1] if self.currentIndex() > 0 else None

    def choose(self, target: Target) -> None:
        self.setCurrentIndex(self.targets.index(target) + 1)


def _by_name(found: Sequence[Target]) -> Sequence[Target]:
    return sorted(found, key=lambda one: one.name.casefold())


def processes_of(company: OpenCompany) -> Sequence[Target]:
    return _by_name(company.data.all(Process))


def processes_behind(company: OpenCompany, expense: Expense) -> Sequence[str]:
    """Names of the processes that the expense already leads to."""
    keys = dict.fromkeys(thread.process_id for thread in expense.threads if thread.process_id)
    return [company.data.find(Process, key).name for key in keys]


def goals_behind(company: OpenCompany, expense: Expense) -> Sequence[str]:
    """Names of the goals that the expense already leads to."""
    keys = dict.fromkeys(thread.goal_id for thread in expense.threads if thread.goal_id)
    return [company.data.find(Goal, key).name for key in keys]


def goals_of(company: OpenCompany) -> Sequence[Target]:
    """Open ones: a closed goal is no purpose any more."""
    return _by_name([goal for goal in company.data.all(Goal) if is_open(goal, company.today)])


def duties_of(company: OpenCompany) -> Sequence[Target]:
    """Those that apply."""
    return _by_name([duty for duty in company.data.all(Obligation) if duty.applies is Applies.YES])
