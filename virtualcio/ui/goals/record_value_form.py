"""Entering a value of a KPI where it is shown: day, value and a remark, or counted answers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.goals.kpi_words import quantity
from virtualcio.actions.goals.measuring import record_answers, record_value
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.actions.typed_value import Typed, understand
from virtualcio.analysis.goals.promoter_score import promoter_score
from virtualcio.errors import RefusedValue, UserError
from virtualcio.model import Kpi
from virtualcio.model.goals import Aggregation, KpiSource
from virtualcio.texts import _, mark
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.value_note import ValueNote

_ANSWERS = ("promoters", "passives", "detractors")


class RecordValueForm(QWidget):
    """Enter stores, Esc closes. What is refused stands below the fields; what was typed stays."""

    def __init__(self, company: OpenCompany, kpi: Kpi, done: Callable[[], object]) -> None:
        super().__init__()
        self._company, self._kpi, self._done = company, kpi, done
        self.lines: dict[str, QLineEdit] = {}
        self._flow = FlowLayout(spacing=8)
        self.echo = Label(ink="accent", size=12, wrap=True)
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.button = Button(_("Store value"), self.on_store)
        self.note: ValueNote | None = None
        self._counted = kpi.source is KpiSource.PROMOTERS
        self._build()
        self.lines["day"].setText(formats.day(company.today))

    def _build(self) -> None:
        self._add("day", _("Day"), 96)
        if self._counted:
            for key, title in zip(
                _ANSWERS, (_("Answers 9–10"), _("Answers 7–8"), _("Answers 0–6")), strict=True
            ):
                self._add(key, title, 84)
        else:
            unit = f" ({self._kpi.unit})" if self._kpi.unit else ""
            self._add("value", _("Value") + unit, 96)
            if self._kpi.aggregation is Aggregation.RATE:
                self._add("weight", _("Counts for"), 84)
            self._add("note", _("Note"), 128)
        for label in (self.echo, self.refusal):
            label.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.button)
        buttons.addWidget(Button(_("Cancel"), self._done, quiet=True))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._flow)
        column.addWidget(self.echo)
        column.addWidget(self.refusal)
        column.addLayout(buttons)

    def _add(self, key: str, title: str, width: int) -> None:
        line = self.lines[key] = QLineEdit()
        line.setAccessibleName(title)
        line.setFixedWidth(width)
        line.textEdited.connect(lambda _text: self._on_typed())
        box = QWidget()
        stack = QVBoxLayout(box)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(3)
        label = Label(title, ink="third", size=11.5)
        label.setBuddy(line)
        stack.addWidget(label)
        stack.addWidget(line)
        self._flow.addWidget(box)

    def begin(self) -> None:
        """Put the keyboard where the value goes."""
        self.lines["promoters" if self._counted else "value"].setFocus()

    # --- understanding ------------------------------------------------------------------------

    def _read(self, key: str) -> Typed:
        column = table("measurements").column(key)
        return understand(self._company, column, self.lines[key].text(), self._kpi.unit)

    def _day(self) -> date:
        day = self._read("day").value
        if not isinstance(day, date):
            raise RefusedValue(mark("A value needs its day. Type the day on which it was measured."))
        return day

    def _answers(self) -> list[int]:
        """The three counts; an empty field is none."""
        return [int(self._read(key).value or 0) for key in _ANSWERS]

    def _on_typed(self) -> None:
        """Say how it is understood, where that is not what stands there."""
        self._close_note()
        self.refusal.hide()
        try:
            words = self._echo()
        except UserError:
            words = ""  # still typing; the sentence comes with Enter
        self.echo.setText(words)
        self.echo.setVisible(bool(words))

    def _echo(self) -> str:
        if self._counted:
            counts = self._answers()
            if not any(counts):
                return ""
            score = promoter_score(*counts)
            return _("Result: {value}").format(value=quantity(score, self._kpi.unit))
        said = self._read("value").echo
        return _("understood as {value}").format(value=said) if said else ""

    # --- storing -------------------------------------------------------------------------------

    def on_store(self) -> None:
        """Store it as one undo step; an amount that reads two ways is asked about first."""
        try:
            if self._counted:
                day = self._day()
                record_answers(self._company, self._kpi, day, *self._answers())
                self._done()
                return
            typed = self._read("value")
            if typed.ambiguous:
                self._ask(typed)
            else:
                self._store(typed.value)
        except UserError as refused:
            self._refuse(refused)

    def _ask(self, typed: Typed) -> None:
        self._close_note()
        self.note = ValueNote(self.window())
        readings: list[tuple[str, Callable[[], None]]] = [
            (typed.echo, lambda: self._take(typed.value)),
            (typed.other_echo, lambda: self._take(typed.other)),
        ]
        self.note.ask(readings, self.lines["value"])

    def _take(self, value: Decimal) -> None:
        self._close_note()
        try:
            self._store(value)
        except UserError as refused:
            self._refuse(refused)

    def _store(self, value: Decimal | None) -> None:
        if value is None:
            raise RefusedValue(mark("There is no value yet. Type what was measured."))
        weight = self._read("weight").value if "weight" in self.lines else None
        note = self.lines["note"].text().strip()
        record_value(self._company, self._kpi, self._day(), value, weight=weight, note=note)
        self._done()

    def _refuse(self, refused: UserError) -> None:
        self.refusal.setText(str(refused.message))
        self.refusal.show()

    def _close_note(self) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None

    def hideEvent(self, _event: object) -> None:
        self._close_note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._done()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.on_store()
        else:
            super().keyPressEvent(event)
