"""The preview of an import: file, sheet and target on top, the rows below, everything can be corrected."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QSpinBox, QVBoxLayout, QWidget

from virtualcio.actions.columns import Tone
from virtualcio.actions.import_table import correct
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import TABLES, table
from virtualcio.errors import UserError
from virtualcio.exchange.import_plan import ImportPlan, RowState
from virtualcio.exchange.plan_values import Existing
from virtualcio.formats import number
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.importing.plan_table import PlanTable
from virtualcio.ui.importing.plan_words import (
    EXISTING_WORDS,
    could_change_words,
    new_records_words,
    nothing_new_words,
    row_words,
)

_ALL = ""
CONTROL_HEIGHT = 32
W = TypeVar("W", bound=QWidget)


class PlanView(QWidget):
    """Holds the plan; each correction makes a new one."""

    planned = Signal()  # there is another plan than before

    def __init__(self, company: OpenCompany, refuse: Callable[[UserError], None]) -> None:
        super().__init__()
        self._refuse = refuse
        self.plan: ImportPlan | None = None
        self._tables = {one.key: one for one in TABLES}
        self.file = Label(semibold=True)
        self.into = _named(QComboBox(), _("Import into"))
        self.sheet = _named(QComboBox(), _("Sheet"))
        self.existing = _named(QComboBox(), _("Rows that are there already"))
        for one, words in EXISTING_WORDS.items():
            self.existing.addItem(translate(words), one)
        self.header_row = _named(QSpinBox(), _("Row with the headings"))
        self.months = _named(QLineEdit(), _("Months of the list"))
        self.months.setPlaceholderText(_("such as 01.2026 - 10.2026"))
        self.months.setMinimumWidth(190)
        self.chips = ChipRow(
            [
                (_ALL, _("All"), Tone.NEUTRAL),
                (RowState.TAKEN.value, _("Sure"), Tone.GOOD),
                (RowState.DOUBT.value, _("In doubt"), Tone.WATCH),
                (RowState.CHANGES.value, _("Changes"), Tone.NEUTRAL),
                (RowState.SKIPPED.value, _("Not taken"), Tone.NEUTRAL),
            ]
        )
        self.notes = Label(ink="second", wrap=True, size=12)
        self.remembered = QWidget()
        self.anew_button = Button(_("Propose anew"), lambda: self.change(anew=True), quiet=True)
        self.problem = Label(ink="act", wrap=True, semibold=True)
        self.table = PlanTable(company)
        self.words = Label(wrap=True)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unused = QWidget()
        self._unused = FlowLayout(self.unused, spacing=6)
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.file, 1)
        self._sheet_title = Label(_("Sheet"), ink="second")
        self._months_title = Label(_("Months"), ink="second")
        for title, field in (
            (Label(_("Import into"), ink="second"), self.into),
            (self._sheet_title, self.sheet),
            (Label(_("Headings in row"), ink="second"), self.header_row),
            (self._months_title, self.months),
        ):
            title.setBuddy(field)
            title.setContentsMargins(8, 0, 0, 0)  # of the title, so that a hidden one leaves no gap
            top.addWidget(title)
            top.addWidget(field)
        for combo in (self.into, self.sheet, self.existing):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.header_row.setSpecialValueText(_("none"))
        card = Card(padding=6)
        card.body.addWidget(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(top)
        below = QHBoxLayout()
        below.addWidget(self.chips, 1)
        title = Label(_("Rows that are there already"), ink="second")
        title.setBuddy(self.existing)
        below.addWidget(title)
        below.addWidget(self.existing)
        whole.addLayout(below)
        line = QHBoxLayout(self.remembered)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(_("Columns assigned as the last time."), ink="second", size=12))
        line.addWidget(self.anew_button)
        line.addStretch(1)
        for part in (self.problem, self.remembered, self.notes, self.unused):
            whole.addWidget(part)
        whole.addWidget(card, 1)
        whole.addWidget(self.words)

    def _connect(self) -> None:
        self.into.activated.connect(lambda _row: self.change(into=self.into.currentData()))
        self.existing.activated.connect(
            lambda _row: self.change(existing=Existing(self.existing.currentData()))
        )
        self.sheet.activated.connect(lambda _row: self.change(sheet=self.sheet.currentData()))
        self.months.editingFinished.connect(self._on_months)
        self.header_row.valueChanged.connect(lambda row: self.change(header_row=row))
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.plan_rows.corrected.connect(lambda row, key, text: self.change(values={(row, key): text}))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_words())
        self.table.turned.connect(self._on_turned)
        self.table.mapping.assigned.connect(lambda index, key: self.change(columns={index: key}))
        self.table.mapping.released.connect(self._on_released)

    # --- corrections --------------------------------------------------------------------------

    def change(self, **decided: object) -> None:
        """Correct the plan; the arguments are those of `correct`."""
        if self.plan is None:
            return
        try:
            self.show_plan(correct(self.plan, **decided))  # type: ignore[arg-type]  # passed on as they are
        except UserError as refused:
            self._refuse(refused)
            self.show_plan(self.plan)

    def _on_months(self) -> None:
        if self.plan is not None and self.months.text().strip() != (self.plan.months or ""):
            self.change(months=self.months.text().strip())

    def _on_turned(self, numbers: list[int], take: bool) -> None:
        if take:
            self.change(take=numbers)
        else:
            self.change(skip=numbers)

    def _on_released(self, key: str) -> None:
        if self.plan is not None:
            self.change(columns={one.index: None for one in self.plan.columns if one.field == key})

    # --- showing ------------------------------------------------------------------------------

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan with everything that it says."""
        self.plan = plan
        self.file.setText(plan.file_name)
        self._fill(self.into, [(translate(table(key).plural), key) for key in plan.targets], plan.into)
        sheets = [(_sheet_title(one.title, hidden=one.hidden), one.title) for one in plan.sheets]
        self._fill(self.sheet, sheets, plan.sheet)
        for part in (self.sheet, self._sheet_title):
            part.setVisible(len(plan.sheets) > 1)
        for asked in (self.months, self._months_title):
            asked.setVisible(plan.months is not None)
        if plan.months or not self.months.hasFocus():
            self.months.setText(plan.months or "")
        with QSignalBlocker(self.header_row):
            self.header_row.setRange(0, max((row.in_file for row in plan.rows), default=1))
            self.header_row.setValue(plan.header_row or 0)
        counts = plan.counts
        texts = {_ALL: f"{_('All')} {number(counts.total())}"}
        titles = {
            RowState.TAKEN: _("Sure"),
            RowState.DOUBT: _("In doubt"),
            RowState.CHANGES: _("Changes"),
            RowState.SKIPPED: _("Not taken"),
        }
        for state, title in titles.items():
            texts[state.value] = f"{title} {number(counts[state])}"
        self.chips.show_texts(texts, frozenset(state.value for state in titles if not counts[state]))
        self.existing.setCurrentIndex(self.existing.findData(plan.existing))
        self.remembered.setVisible(plan.remembered)
        words = [
            " ".join(str(note) for note in plan.notes),
            nothing_new_words(plan),
            could_change_words(plan),
            new_records_words(plan, self._tables),
        ]
        self.notes.setText("\n".join(word for word in words if word))
        self.notes.setVisible(bool(self.notes.text()))
        self.problem.setText(str(plan.problem) if plan.problem is not None else "")
        self.problem.setVisible(plan.problem is not None)
        self._show_unused(plan)
        self._show_rows()
        self.planned.emit()

    def _show_rows(self) -> None:
        if self.plan is not None:
            key = self.chips.key
            self.table.show_plan(self.plan, RowState(key) if key else None)

        self._show_words()

    def _show_words(self) -> None:
        """Everything that is to be said about the current row, in full."""
        rows, index = self.table.plan_rows.rows, self.table.currentIndex()
        if not index.isValid() or index.row() >= len(rows):
            self.words.setText("")
            return
        row = rows[index.row()]
        said = row_words(row) or _("understood, nothing in doubt")
        self.words.setText(_("Row {row}: {words}").format(row=row.in_file, words=said))

    @staticmethod
    def _fill(combo: QComboBox, options: list[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(combo):
            combo.clear()
            for title, key in options:
                combo.addItem(title, key)
            combo.setCurrentIndex(combo.findData(chosen))

    def _show_unused(self, plan: ImportPlan) -> None:
        """Columns of the file that go nowhere, each with a menu of the fields it could go to."""
        self._unused.clear()
        unused = [one for one in plan.columns if one.field is None and one.filled]
        self.unused.setVisible(bool(unused))
        if unused:
            lead = Label(_("Columns that are not imported:"), ink="second", size=12)
            lead.setMinimumHeight(CONTROL_HEIGHT)
            self._unused.addWidget(lead)
        for column in unused:
            title = " ".join(column.title.split()) or str(column.index + 1)
            button = Button(f"{title} ▾", tip=", ".join(column.samples), quiet=True)
            button.setAccessibleName(_("Column “{title}” goes to").format(title=title))
            button.clicked.connect(partial(self._on_unused, column.index, button))
            self._unused.addWidget(button)

    def fields_menu(self, index: int) -> QMenu:
        """The fields that a column of the file can go to."""
        menu = QMenu(self)
        for field in self.plan.fields if self.plan is not None else ():
            action = menu.addAction(translate(field.title))
            action.triggered.connect(lambda _checked=False, key=field.key: self.change(columns={index: key}))
        return menu

    def _on_unused(self, index: int, button: Button, _checked: bool = False) -> None:
        self.fields_menu(index).popup(button.mapToGlobal(button.rect().bottomLeft()))


def _sheet_title(title: str, *, hidden: bool) -> str:
    return _("{sheet} (hidden)").format(sheet=title) if hidden else title


def _named(widget: W, name: str) -> W:
    widget.setAccessibleName(name)
    return widget
