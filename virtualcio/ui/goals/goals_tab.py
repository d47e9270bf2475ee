"""The first tab of the goals: a card for each goal, and beside them what is chosen."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.edit import add_record
from virtualcio.actions.goals.goal_cards import GoalCard as CardWords
from virtualcio.actions.goals.goal_cards import (
    even_out_weights,
    goal_cards,
    weight_for_next,
    weights_sentence,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Goal, Kpi, Record
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.goals.card_column import CardColumn
from virtualcio.ui.goals.goal_card import GoalCard
from virtualcio.ui.goals.goal_side import GoalSide

_NARROW = 820  # px: below, the right column stands below the cards
_SIDE, _SIDE_NARROWER = 392, 340
_ROOMY = 1080


class GoalsTab(PartOfPage):
    """What is chosen is a goal and one of its KPIs, by their keys."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.column = CardColumn()
        self.column.built.connect(self._on_built)
        self.goal_id = self.kpi_id = ""
        self._cards: tuple[CardWords, ...] = ()
        self._of_goal = False  # the details are those of the goal
        self.side = GoalSide(shell, company)
        self.weights = Label(ink="second", size=12, wrap=True)
        self.even_out = Button(_("Bring to 100%"), lambda: even_out_weights(company), quiet=True)
        self._weights_line = QWidget()
        self._stack = QStackedWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        add = QAction(_("Add a goal (Ctrl+Shift+N)"), self)
        add.setShortcut(QKeySequence("Ctrl+Shift+N"))  # of the window, as long as this tab is seen
        add.triggered.connect(self.on_add_goal)
        self.addAction(add)
        self.side.opened.connect(self.opened)
        self.side.made.connect(self._on_made)
        self.follow(None)

    def _build(self) -> None:
        line = QHBoxLayout(self._weights_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.weights, 1)
        line.addWidget(self.even_out)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._weights_line)
        left.addWidget(self.column, 1)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(16)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self.side)
        full = QWidget()
        full.setLayout(self._halves)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> EmptyState:
        return EmptyState(
            _("Where does the company want to go?"),
            _(
                "Three to five goals are enough. Each gets a weight and one or two KPIs that show whether it "
                "comes closer; what is worth doing follows from them."
            ),
            _("For example: Halve the time for offers · weight 40% · lead time from 9.2 to 4.0 days"),
            (
                HeaderAction(_("Choose a template"), self.on_template, primary=True, icon="book-open"),
                HeaderAction(_("Type in the first goal"), self.on_add_goal, icon="pencil"),
                HeaderAction(_("Import from Excel"), self.on_import, icon="table-2"),
            ),
        )

    # --- showing ---------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        cards = self._cards = goal_cards(self.company)
        self._stack.setCurrentIndex(0 if cards else 1)
        sentence = weights_sentence(self.company)
        self.weights.setText(sentence)
        self._weights_line.setVisible(bool(sentence))
        self.column.show_cards(cards)
        self._choose(self.goal_id, self.kpi_id, of_goal=self._of_goal)

    def _on_built(self, card: GoalCard) -> None:
        card.chosen.connect(self.choose_kpi)
        card.goal_opened.connect(self.open_goal)
        card.kpi_opened.connect(self.open_kpi)
        card.capability_opened.connect(lambda key: self.shell.go("goals", tab="capabilities", record=key))
        card.plan_opened.connect(lambda _goal: self.shell.go("priorities", tab="ranking"))
        card.kpi_wanted.connect(self.on_kpi_wanted)

    def _choose(self, goal_id: str, kpi_id: str, *, of_goal: bool) -> None:
        """Choose what is there of this; without anything the first KPI."""
        data = self.company.data
        kpi = data.get(Kpi, kpi_id)
        goal = data.get(Goal, kpi.goal_id if kpi is not None else goal_id)
        if goal is None and kpi is None:
            kpi = data.get(Kpi, next((line.kpi_id for card in self._cards for line in card.kpis), None))
            first = next((card.goal_id for card in self._cards), None)
            goal = data.get(Goal, kpi.goal_id if kpi is not None else first)
            of_goal = kpi is None
        elif kpi is None and goal is not None:
            lines = next((card.kpis for card in self._cards if card.goal_id == goal.id), ())
            kpi = data.get(Kpi, next((line.kpi_id for line in lines), None))
        self.goal_id = goal.id if goal is not None else ""
        self.kpi_id = kpi.id if kpi is not None else ""
        self._of_goal = of_goal
        self.column.check(self.kpi_id)
        self.side.show_choice(goal, kpi, of_goal=of_goal)

    def choose_kpi(self, key: str) -> None:
        """Its course stands in the right column, or its details where those are shown."""
        self._choose("", key, of_goal=False)

    def open_kpi(self, key: str) -> None:
        self.choose_kpi(key)
        self.side.show_details("name")

    def open_goal(self, key: str, column: str = "name") -> None:
        """Its details, to type in."""
        self._choose(key, "", of_goal=True)
        self.side.show_details(column)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if not record:
            return
        if self.company.data.get(Kpi, record) is not None:
            self.choose_kpi(record)
            if column:
                self.side.show_details(column)
        elif self.company.data.get(Goal, record) is not None:
            self.open_goal(record, column or "name")
            self.column.bring_into_view(record)

    def select_first(self) -> None:
        """The choice was made when the cards were built."""

    def take_keyboard(self) -> bool:
        row = self.column.rows.get(self.kpi_id)
        if row is None:
            return False
        row.setFocus()
        return row.hasFocus()

    def header_actions(self) -> Sequence[HeaderAction]:
        tip = _("Add a goal (Ctrl+Shift+N)")
        add = HeaderAction(_("Goal"), self.on_add_goal, True, "plus", tip)
        return (HeaderAction(_("Choose a template"), self.on_template), add)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._halves.direction() is not direction:
            self._halves.setDirection(direction)
        self._halves.setStretch(1, 1 if narrow else 0)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        else:
            self.side.setFixedWidth(_SIDE if self.width() >= _ROOMY else _SIDE_NARROWER)

    # --- doing -----------------------------------------------------------------------------------

    def on_add_goal(self) -> None:
        """A new goal with what is left of 100 % as its weight, its name ready to be typed over."""
        values = {"weight": weight_for_next(self.company)}
        made = add_record(self.company, table("goals"), values)
        self.open_goal(made.id)
        self.column.bring_into_view(made.id)

    def on_kpi_wanted(self, goal_id: str, from_catalogue: bool) -> None:
        """A new KPI of a goal: one of one's own at once, or picked from the catalogue."""
        if not from_catalogue:
            made = add_record(self.company, table("kpis"), {"goal": goal_id or None})
            self.open_kpi(made.id)
            return
        from virtualcio.ui.goals.catalogue_dialog import CatalogueDialog

        dialog = CatalogueDialog(self.company, self.company.data.get(Goal, goal_id), self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.made is not None:
            self.choose_kpi(dialog.made.id)
            self.side.show_details("baseline")

    def on_template(self) -> None:
        """Choose from the program's goals for a trade; what is ticked is added as one undo step."""
        from virtualcio.ui.goals.template_dialog import TemplateDialog

        dialog = TemplateDialog(self.company, self.shell, self.window())
        dialog.exec()
        dialog.deleteLater()

    def on_import(self) -> None:
        self.shell.go("import", tab="goals")

    def _on_made(self, record: Record) -> None:
        if isinstance(record, Goal):
            self.open_goal(record.id)
        else:
            self.open_kpi(record.id)
