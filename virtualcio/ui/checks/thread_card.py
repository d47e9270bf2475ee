"""The golden thread: how much of the larger expenses has a purpose, the list of those that have none, and the
picture from goal to money.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.budget.assigning import confirm
from virtualcio.actions.budget.spending_flow import FlowNode, flow_header, flow_rows, money_flow
from virtualcio.actions.budget.spending_words import (
    figure,
    place_of_expense,
    place_to_mend,
    span_words,
    sum_words,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import place_of
from virtualcio.actions.tone import Tone
from virtualcio.analysis.spending.expense import Expense, Standing
from virtualcio.errors import UserError
from virtualcio.model import Goal
from virtualcio.texts import _, translate_count
from virtualcio.ui.checks.assign_form import AssignForm
from virtualcio.ui.checks.expense_list import ExpenseList
from virtualcio.ui.checks.flow_view import FlowView
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.shell import Shell


class ThreadCard(PictureCard):
    """Figure, what is without purpose, what was not looked at for long, and the picture (or its table)."""

    def __init__(self, shell: Shell) -> None:
        title = _("Golden thread: from goal to money")
        view = FlowView(title)
        super().__init__(title, view, view)
        self.set_title(_("From goal to money"))  # beside the switch, which says “Golden thread”
        self.shell, self.view = shell, view
        self.form: AssignForm | None = None
        self.percent = Label(size=26, semibold=True, digits=True)
        self.sentence = Label(ink="second", wrap=True)
        self.beside = Label(ink="second", size=12, wrap=True)
        self.no_goals = QWidget()
        self.unassigned = ExpenseList(Tone.ACT, self.on_assign, self.on_open)
        self.stale = ExpenseList(Tone.WATCH, self.on_confirm, self.on_open, few=0)
        self.stale.all.clicked.connect(lambda _checked=False: self.on_confirm_all())
        self.view.opened.connect(self.on_node)
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        empty = QHBoxLayout(self.no_goals)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(
            Label(_("No goals are entered yet: no expense can lead to one."), ink="second", wrap=True), 1
        )
        empty.addWidget(Button(_("To the goals"), lambda: self.shell.go("goals")))
        summary = QVBoxLayout()
        summary.setSpacing(8)
        summary.addLayout(top)
        for part in (self.beside, self.no_goals, self.unassigned, self.stale):
            summary.addWidget(part)
        self.body.insertLayout(0, summary)

    def show_spending(self, company: OpenCompany) -> None:
        """What holds now."""
        words, money = figure(company), company.results.spending
        self.percent.setText(words.percent)
        self.percent.setVisible(bool(words.percent))
        self.sentence.setText(words.sentence)
        beside = [span_words(company), *words.beside] if money.expenses else words.beside
        self.beside.setText(" · ".join(beside))
        self.beside.setVisible(bool(beside))
        self.no_goals.setVisible(bool(money.expenses) and not company.data.count(Goal))
        self.unassigned.show_expenses(
            company,
            sum_words(company, Standing.UNASSIGNED),
            money.of(Standing.UNASSIGNED),
            lambda one: _("Complete") if place_to_mend(company, one) else _("Assign…"),
        )
        stale = money.of(Standing.STALE)
        self.stale.all.setText(translate_count("Confirm {count}", "Confirm all {count}", len(stale)))
        self.stale.all.setVisible(len(stale) > 1)
        self.stale.show_expenses(
            company, sum_words(company, Standing.STALE), stale, lambda _one: _("Confirm")
        )
        self.view.show_flow(money_flow(company))
        self.view.setVisible(bool(money.expenses))
        self.show_numbers(ChartTable(flow_header(), flow_rows(company)), words=5)

    # --- what is done about it ----------------------------------------------------------

    def on_assign(self, expense: Expense, button: QWidget) -> None:
        """Open the choices beside the row, or go to where the missing value is entered."""
        company = self._company()
        place = place_to_mend(company, expense)
        if place is not None:
            self.shell.go(place.page, tab=place.tab, record=place.record)
            return

        self.form = AssignForm(self, company, expense, lambda: self._on_assigned(expense))
        self.form.open_at(button)
        self.form.take_keyboard()

    def _on_assigned(self, expense: Expense) -> None:
        """To assign it is not yet to confirm it; who is sure does that with one click."""
        now = self._company().results.expenses_by_key.get(expense.key)
        if now is None or now.standing is not Standing.STALE:
            self.shell.say(_("“{name}” is assigned").format(name=expense.name), Tone.GOOD, undo=True)
            return
        words = _(
            "“{name}” is assigned. It counts as checked once somebody confirms it: in the review, or now."
        )
        self.shell.offer(
            words.format(name=expense.name), Tone.GOOD, _("Confirm now"), lambda: self._confirm_if_there(now)
        )

    def _confirm_if_there(self, expense: Expense) -> None:
        """The offer stands for a while, in which the expense can have been deleted."""
        if expense.key in self._company().results.expenses_by_key:
            self._confirm([expense])

    def on_confirm(self, expense: Expense, _button: QWidget) -> None:
        self._confirm([expense])

    def on_confirm_all(self) -> None:
        """Everything that is assigned and was not looked at for long."""
        self._confirm(list(self._company().results.spending.of(Standing.STALE)))

    def _confirm(self, expenses: list[Expense]) -> None:
        try:
            count = confirm(self._company(), [one.key for one in expenses])
        except UserError as error:
            self.shell.refuse(error)
            return
        words = translate_count("{count} assignment confirmed", "{count} assignments confirmed", count)
        self.shell.say(words, Tone.GOOD, undo=True)

    def on_open(self, expense: Expense) -> None:
        place = place_of_expense(self._company(), expense)
        self.shell.go(place.page, tab=place.tab, record=place.record)

    def on_node(self, node: FlowNode) -> None:
        """To the record that a bar stands for."""
        if node.kind is not None:
            page, tab, record = place_of(self._company(), node.kind, node.record)
            self.shell.go(page, tab=tab, record=record)

    def _company(self) -> OpenCompany:
        company = self.shell.company
        assert company is not None  # cards are shown while a file is open
        return company
