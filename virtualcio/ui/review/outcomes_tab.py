"""Outcome reviews: those that are due on top, and of the chosen one what was promised beside what arrived."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.goals.kpi_words import quantity
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review.outcomes import add_outcome
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.analysis.review.outcomes import Outcome, OutcomeRow
from virtualcio.errors import UserError
from virtualcio.model import Initiative, Kpi, OutcomeReview
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.review.promise_bars import PromiseBars

_MOST_DUE = 4


class DueOutcomes(Card):
    """Finished initiatives that nobody has looked back at; one button each."""

    def __init__(self, tab: "OutcomesTab", company: OpenCompany) -> None:
        super().__init__(_("Due to be looked at"), " ")
        self._tab, self._company = tab, company
        self.buttons: list[Button] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)

    def show_now(self) -> None:
        """Those whose day has come, the longest due first."""
        dues = self._company.results.outcomes_due
        self.setVisible(bool(dues))
        self.set_note(translate_count("{count} initiative", "{count} initiatives", len(dues)))
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for initiative, due_on in dues[:_MOST_DUE]:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(ElidedLabel(initiative.name, semibold=True))
            since = _("due since {day}").format(day=formats.day(due_on))
            row.addWidget(Label(since, ink="watch", size=12))
            row.addStretch(1)
            button = Button(_("Hold it"), partial(self._tab.hold, initiative))
            button.setAccessibleName(_("Look back at {name}").format(name=initiative.name))
            row.addWidget(button)
            self.buttons.append(button)
            self._rows.addWidget(line)


class OutcomePicture(QWidget):
    """Of one outcome review: bars of its KPIs, and cost, day and use in pills."""

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.bars = PromiseBars()
        self.cost, self.day, self.use = Pill(""), Pill(""), Pill("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(Label(_("Promised and arrived"), semibold=True))
        column.addWidget(self.bars)
        for pill in (self.cost, self.day, self.use):
            column.addWidget(pill)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was promised and what arrived."""
        self.bars.show_rows([self._bar(row) for row in outcome.kpis])
        self._pill(self.cost, *cost_words(outcome))
        self._pill(self.day, *day_words(outcome))
        self._pill(self.use, *use_words(outcome))

    def _pill(self, pill: Pill, words: str, tone: Tone) -> None:
        pill.set(words, tone)
        pill.setVisible(bool(words))

    def _bar(self, row: OutcomeRow) -> tuple[str, str, str, Decimal | None, Decimal | None, Tone]:
        kpi = self._company.data.get(Kpi, row.kpi_id)
        unit = kpi.unit if kpi is not None else ""
        tone = Tone.NEUTRAL if row.reached is None else Tone.GOOD if row.reached else Tone.ACT
        promised, arrived = quantity(row.promised, unit), quantity(row.arrived, unit)
        return row.name, promised, arrived, row.promised, row.arrived, tone


def cost_words(outcome: Outcome) -> tuple[str, Tone]:
    """'2.000 € teurer als geplant'; "" where one of the two is not known."""
    difference = outcome.cost_difference
    if difference is None:
        return "", Tone.NEUTRAL
    if difference <= 0:
        saved = formats.money_short(-difference)
        words = (
            _("{amount} cheaper than planned").format(amount=saved) if difference else _("as dear as planned")
        )
        return words, Tone.GOOD
    return _("{amount} dearer than planned").format(amount=formats.money_short(difference)), Tone.WATCH


def day_words(outcome: Outcome) -> tuple[str, Tone]:
    """'14 Tage später als geplant'; "" where one of the two is not known."""
    late = outcome.days_late
    if late is None:
        return "", Tone.NEUTRAL
    if late <= 0:
        return _("finished in time"), Tone.GOOD
    return translate_count(
        "{count} day later than planned", "{count} days later than planned", late
    ), Tone.WATCH


def use_words(outcome: Outcome) -> tuple[str, Tone]:
    """'12 von 20 nutzen es'; "" where one of the two is not known."""
    if outcome.use_percent is None or outcome.planned_users is None:
        return "", Tone.NEUTRAL
    words = _("{number} of {count} use it").format(number=outcome.actual_users, count=outcome.planned_users)
    return words, Tone.GOOD if outcome.use_percent >= 100 else Tone.WATCH


class OutcomesTab(RecordTab):
    """A table tab with what is due above it and the comparison in the details."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.due = DueOutcomes(self, company)
        self.picture = OutcomePicture(company)
        super().__init__(shell, company, table("outcomes"))
        self._left.insertWidget(0, self.due)
        self.inspector.parts.column.insertWidget(1, self.picture)
        self.due.show_now()

    def follow(self, change: Change | None) -> None:
        super().follow(change)
        self.due.show_now()

    def hold(self, initiative: Initiative) -> None:
        """The review of an initiative with what is known filled in, chosen in the table."""
        try:
            made = add_outcome(self._company, initiative)
        except UserError as error:
            self._shell.refuse(error)
            return
        self.show_part(made.id)

    def _show_selected(self) -> None:
        super()._show_selected()
        records: Sequence[object] = self._selected()
        only = records[0] if len(records) == 1 else None
        initiative = None
        if isinstance(only, OutcomeReview):
            initiative = self._company.data.get(Initiative, only.initiative_id)
        self.picture.setVisible(initiative is not None)
        if initiative is not None:
            self.picture.show_outcome(self._company.results.outcome_of(initiative))
