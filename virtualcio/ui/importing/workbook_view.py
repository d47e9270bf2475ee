"""The preview of an exported workbook that comes back: what it holds, what is there, what people changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.company_workbook import CompanyPlan
from virtualcio.exchange.plan_values import Existing
from virtualcio.formats import number
from virtualcio.texts import _, translate, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.importing.plan_words import EXISTING_WORDS

_MOST_NOTES = 12


class WorkbookView(QWidget):
    """Holds the plan; the page takes it over."""

    sheets_wanted = Signal()  # single sheets instead of the whole

    def __init__(self) -> None:
        super().__init__()
        self.plan: CompanyPlan | None = None
        self.title = Label(size=18, semibold=True, wrap=True)
        self.words = Label(ink="second", wrap=True)
        self.rows = Label(wrap=True)
        self.notes = Label(wrap=True)
        self.existing = QComboBox()
        self.existing.setAccessibleName(_("Rows that are there already"))
        self.existing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for one, words in EXISTING_WORDS.items():
            self.existing.addItem(translate(words), one)
        self.existing.activated.connect(self._on_existing)
        self._choice = QWidget()
        self._build()

    def _build(self) -> None:
        line = QHBoxLayout(self._choice)
        line.setContentsMargins(0, 0, 0, 0)
        title = Label(_("Rows that are there already"), ink="second")
        title.setBuddy(self.existing)
        line.addWidget(title)
        line.addWidget(self.existing)
        line.addStretch(1)
        card = Card(padding=16)
        card.body.addWidget(self.rows)
        other = QHBoxLayout()
        other.addWidget(Button(_("Import a single sheet instead"), self.sheets_wanted.emit, quiet=True))
        other.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for part in (self.title, self.words, self._choice, card, self.notes):
            whole.addWidget(part)
        whole.addLayout(other)
        whole.addStretch(1)

    def show_plan(self, plan: CompanyPlan) -> None:
        """Say what taking the workbook over would do."""
        self.plan = plan
        self.title.setText(
            _("This workbook is an export of VirtualCIO: {sheets} sheets, {rows} rows").format(
                sheets=number(plan.sheets), rows=number(plan.rows)
            )
        )
        self.words.setText("\n".join(_said(plan)))
        self._choice.setVisible(plan.there > 0)
        self.existing.setCurrentIndex(self.existing.findData(plan.existing))
        named = [one for one in plan.counts if one.title]
        self.rows.setText(" · ".join(f"{translate(one.title)} {number(one.rows)}" for one in named))
        shown = [str(note) for note in plan.notes[:_MOST_NOTES]]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(shown))

    def _on_existing(self) -> None:
        if self.plan is not None:
            self.plan = self.plan.with_existing(Existing(self.existing.currentData()))


def _said(plan: CompanyPlan) -> list[str]:
    """Where it comes from, what is there already, and what was changed in it."""
    said = [_("From “{company}”. It comes in as one step that can be undone.").format(company=plan.company)]
    if plan.there:
        said.append(
            translate_count("{count} row is there already.", "{count} rows are there already.", plan.there)
        )
    elif not plan.into_empty:
        said.append(_("Nothing of it is in this company yet: all of it is added as new."))
    if plan.changed:
        said.append(
            translate_count(
                "{count} cell was changed since the export: the change is taken over.",
                "{count} cells were changed since the export: the changes are taken over.",
                len(plan.changed),
            )
        )
    if plan.added:
        said.append(translate_count("{count} row was added.", "{count} rows were added.", len(plan.added)))
    return said
