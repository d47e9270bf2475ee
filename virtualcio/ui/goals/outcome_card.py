"""The outcome logic of an initiative: what is done, what changes for the customer, what is supposed, and
what it is measured by. Typed where it stands.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from virtualcio.actions.edit import set_fields
from virtualcio.actions.goals.outcome_words import (
    HYPOTHESIS_WORDS,
    OPENING,
    QUESTIONS,
    hypothesis_status,
    initiatives_behind,
    measured_by,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Goal, Initiative, Kpi
from virtualcio.model.initiatives import HypothesisState
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import HEIGHT, Pill
from virtualcio.ui.common.sentence_box import LinkButton
from virtualcio.ui.goals.text_in_place import TextInPlace


class OutcomeCard(Card):
    """Shows the initiatives behind a KPI, one at a time."""

    opened = Signal(str)  # key of an initiative
    none_wanted = Signal()  # there is none yet: make one

    def __init__(self, company: OpenCompany) -> None:
        super().__init__(_("Outcome logic"))
        self._company = company
        self.initiative: Initiative | None = None
        self._behind: Sequence[Initiative] = ()
        self.hint = Label(_("What we do is not yet what we achieve."), ink="second", size=12, wrap=True)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Initiative"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.activated.connect(self._on_chosen)
        self.only = LinkButton("")
        self.only.setCheckable(False)
        self.only.clicked.connect(self._on_open)
        self.texts: dict[str, TextInPlace] = {}
        self.measured = Label(wrap=True)
        self.state = Pill("")
        self._inside = QWidget()
        self._empty = QWidget()
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.hint)
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(self.choice, 1)
        which.addWidget(self.only)
        self._filler = QWidget()  # at the right of the link where there is nothing to choose
        which.addWidget(self._filler, 1)
        self.body.addLayout(which)
        self.body.addWidget(self._inside)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        initiatives = table("initiatives")
        for key, (title, question) in QUESTIONS.items():
            text = TextInPlace(
                self._company, initiatives, initiatives.column(key), lambda: self.initiative, _(question)
            )
            self.texts[key] = text
            lines.addSpacing(4)
            lines.addWidget(Label(_(title), ink="third", size=11.5))
            lines.addWidget(text)
        lines.addSpacing(4)
        lines.addWidget(Label(_("We measure by"), ink="third", size=11.5))
        lines.addWidget(self.measured)
        lines.addSpacing(6)
        lines.addLayout(self._state_row())
        nothing = QVBoxLayout(self._empty)
        nothing.setContentsMargins(0, 0, 0, 0)
        nothing.addWidget(Label(_("No initiative works on this yet."), ink="second", wrap=True))
        row = QHBoxLayout()
        row.addWidget(Button(_("Plan an initiative"), self.none_wanted.emit))
        row.addStretch(1)
        nothing.addLayout(row)

    def _state_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.state_button = Button(
            "", self._on_state, quiet=True, icon="pencil", name=_("Say what came of it")
        )
        self.state_button.setFixedSize(28, HEIGHT + 6)
        row.addWidget(self.state)
        row.addWidget(self.state_button)
        row.addStretch(1)
        self.state_menu = QMenu(self)
        for state, words in HYPOTHESIS_WORDS.items():
            self.state_menu.addAction(_(words), partial(self.set_state, state))
        return row

    def show_choice(self, kpi: Kpi | None, goal: Goal | None) -> None:
        """The initiatives behind this KPI or goal; what is being typed stays."""
        self._behind = initiatives_behind(self._company, kpi, goal)
        keys = [one.id for one in self._behind]
        if self.initiative is None or self.initiative.id not in keys:
            self.initiative = self._behind[0] if self._behind else None
        several = len(self._behind) > 1
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._behind:
            self.choice.addItem(one.name, one.id)
        if self.initiative is not None:
            self.choice.setCurrentIndex(keys.index(self.initiative.id))
        self.choice.blockSignals(False)
        self.choice.setVisible(several)
        self._filler.setVisible(not several)
        self.only.setVisible(self.initiative is not None)
        self._inside.setVisible(self.initiative is not None)
        self._empty.setVisible(self.initiative is None)
        self._show_initiative()

    def _show_initiative(self) -> None:
        one = self.initiative
        if one is None:
            return
        self.only.setText(_(OPENING).format(name=one.name))
        self.only.setToolTip(one.name)
        for text in self.texts.values():
            text.show_text()
        self.measured.setText(measured_by(self._company, one))
        status = hypothesis_status(one)
        self.state.set(status.text, status.tone)

    def _on_chosen(self, row: int) -> None:
        self.initiative = self._behind[row]
        self._show_initiative()

    def _on_open(self) -> None:
        if self.initiative is not None:
            self.opened.emit(self.initiative.id)

    def _on_state(self) -> None:
        self.state_menu.popup(self.state_button.mapToGlobal(self.state_button.rect().bottomLeft()))

    def set_state(self, state: HypothesisState) -> None:
        """What the test of the supposition showed, with today as its day; one undo step."""
        if self.initiative is None:
            return
        tested = None if state is HypothesisState.OPEN else self._company.today
        values = {"hypothesis": state, "tested_on": tested}
        set_fields(self._company, table("initiatives"), self.initiative, values)
