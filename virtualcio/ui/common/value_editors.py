"""The editors of single values, one for each kind of column, the same in table cells and in the inspector."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.field_values import can_be_empty
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.typed_value import Typed, understand
from virtualcio.model import Record
from virtualcio.texts import _, translate

SEVERAL = object()  # records differ in this value


class ValueEditor(QObject):
    """Owns the `widget` that has the keyboard; says what stands in it."""

    changed = Signal()  # something was typed
    chosen = Signal()  # something was picked with the mouse: store it now

    widget: QWidget

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.company, self.table, self.column = company, table, column

    def show_value(self, records: Sequence[Record]) -> None:
        """Fill in what these records say; nothing where they differ."""
        raise NotImplementedError

    def read(self) -> Typed:
        """What is meant. RefusedValue if it cannot be understood."""
        raise NotImplementedError

    def touched(self) -> bool:
        """Whether the user changed anything since `show_value`."""
        raise NotImplementedError

    def step(self, _by: int) -> bool:
        """Arrow keys: move in an open list of choices. False if there is none."""
        return False

    def enter(self) -> bool:
        """Enter was pressed: True if the editor used it itself (a choice in a list of many)."""
        return False

    def close_lists(self) -> None:
        """Take away what floats beside the editor."""

    def _common(self, records: Sequence[Record]) -> Any:
        values = [cells.value_of(self.company, self.column, record) for record in records]
        return values[0] if values and all(value == values[0] for value in values) else SEVERAL


class LineEditor(ValueEditor):
    """Texts, numbers, amounts and dates on one line."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.line = self.widget = QLineEdit(parent)
        self.line.setAccessibleName(translate(column.title))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self._shown = ""
        self._several = False
        self._unit: str | None = None

    def show_value(self, records: Sequence[Record]) -> None:
        self._unit = cells.unit_of(self.company, self.column, records)
        self._several = self._common(records) is SEVERAL
        self._shown = "" if self._several else cells.edit_text(self.company, self.column, records[0])
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(_("different values") if self._several and len(records) > 1 else "")

    def read(self) -> Typed:
        return understand(self.company, self.column, self.line.text(), self._unit)

    def touched(self) -> bool:
        return self.line.text() != self._shown


class LongTextEditor(ValueEditor):
    """Notes of several lines; Shift+Enter begins a new one."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.box = self.widget = QPlainTextEdit(parent)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(translate(column.title))
        self.box.textChanged.connect(self.changed)
        self._shown = ""

    def show_value(self, records: Sequence[Record]) -> None:
        value = self._common(records)
        self._shown = "" if value is SEVERAL or value is None else str(value)
        with QSignalBlocker(self.box):
            self.box.setPlainText(self._shown)

    def read(self) -> Typed:
        return understand(self.company, self.column, self.box.toPlainText())

    def touched(self) -> bool:
        return self.box.toPlainText() != self._shown


class SearchedCombo(QComboBox):
    """Letters search a word. What they lead to counts as chosen only when the field is left, because the next
    letter may lead on: "S" to "Software", "Sc" to "Schulung".
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.searching = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.searching = event.text().isprintable() and bool(event.text())
        try:
            super().keyPressEvent(event)
        finally:
            self.searching = False


class ChoiceEditor(ValueEditor):
    """One of a few words; typing jumps to the word that begins so. Also yes or no in a table cell."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.combo = self.widget = SearchedCombo(parent)
        self.combo.setAccessibleName(translate(column.title))
        self.combo.setMaxVisibleItems(14)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(4)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, not the value
        if column.kind is Kind.YES_NO:
            options: list[tuple[str, Any]] = [(_("Yes"), True), (_("No"), False)]
        else:
            options = [(words, member) for member, words in cells.choices_of(column)]
            if can_be_empty(table.kind, column):
                options.insert(0, ("—", None))
        for title, value in options:
            self.combo.addItem(title, value)
        self._values = [value for _title, value in options]
        self._shown = -1
        self.combo.activated.connect(self._on_activated)

    def show_value(self, records: Sequence[Record]) -> None:
        value = self._common(records)
        self._shown = self._values.index(value) if value in self._values else -1
        self.combo.setPlaceholderText(_("different values") if value is SEVERAL else "")
        self.combo.setCurrentIndex(self._shown)

    def _on_activated(self, _row: int) -> None:
        if not self.combo.searching:
            self.chosen.emit()

    def read(self) -> Typed:
        row = self.combo.currentIndex()
        return Typed(self._values[row] if row >= 0 else None)

    def touched(self) -> bool:
        return self.combo.currentIndex() != self._shown


class YesNoEditor(ValueEditor):
    """A check box with the column's title beside it (inspector)."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.box = self.widget = QCheckBox(translate(column.title), parent)
        self._shown = Qt.CheckState.Unchecked
        self.box.clicked.connect(lambda _on: self.chosen.emit())

    def show_value(self, records: Sequence[Record]) -> None:
        value = self._common(records)
        several = value is SEVERAL
        self._shown = Qt.CheckState.PartiallyChecked if several else Qt.CheckState.Unchecked
        if value is True:
            self._shown = Qt.CheckState.Checked
        self.box.setCheckState(self._shown)
        self.box.setTristate(several)

    def read(self) -> Typed:
        return Typed(self.box.checkState() != Qt.CheckState.Unchecked)

    def touched(self) -> bool:
        return self.box.checkState() != self._shown
