"""Rows of a form: a label, its field, and a grey remark. What was typed stays if it is refused."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import UserError
from virtualcio.model import Record
from virtualcio.texts import _
from virtualcio.ui.common.entry import Entry, editor_class
from virtualcio.ui.common.labels import Label

_LEAST, _MOST = 220, 420  # px a field is wide


class RowGrid(QGridLayout):
    """Labels at the left, fields in the middle, remarks at the right."""

    def __init__(self, *, long_titles: bool = False) -> None:
        """`long_titles` take a share of the width and may break."""
        super().__init__()
        self._long_titles = long_titles
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(10)
        self.setColumnStretch(0, 3 if long_titles else 0)
        self.setColumnStretch(1, 3)
        self.setColumnStretch(2, 4)

    def add_row(self, title: str, field: QWidget, remark: str = "") -> Label:
        """Gives back the remark's label."""
        row = self.rowCount()
        label = Label(title, ink="second", wrap=self._long_titles)
        label.setBuddy(field)
        field.setMinimumWidth(_LEAST)
        field.setMaximumWidth(_MOST)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        said = Label(remark, ink="third", size=12, wrap=True)
        self.addWidget(label, row, 0)
        self.addWidget(field, row, 1)
        self.addWidget(said, row, 2)
        if field.sizeHint().height() > 2 * label.sizeHint().height() + 16:  # beside its first line
            for words in (label, said):
                words.setContentsMargins(0, 7, 0, 0)
                self.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        return said


class ColumnField:
    """A field for one column of a record, with the same editor as in tables and inspector."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, record: Record) -> None:
        self._record = record
        self.editor = editor_class(column, in_cell=False)(company, table, column, None)
        self.entry = Entry(self.editor, lambda: [self._record], in_cell=False)
        self.entry.cancelled.connect(self.show)
        self.entry.stored.connect(lambda _leave: self.show())
        self.show()

    def show(self) -> None:
        """Show what is stored."""
        self.editor.show_value([self._record])


class TypedLine(QLineEdit):
    """A line whose text is stored with Enter or when it is left; a refusal stands in `remark`."""

    def __init__(self, name: str, store: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._store = store
        self._shown = ""
        self._remark = ""
        self.remark: Label | None = None
        self.editingFinished.connect(self.on_finished)

    def show_text(self, text: str, remark: str) -> None:
        """What is stored, and the grey words beside it."""
        self._shown, self._remark = text, remark
        self.setText(text)
        self._say(remark, "third")

    def on_finished(self) -> None:
        if self.text() == self._shown:
            self._say(self._remark, "third")
            return
        try:
            self._store(self.text())
        except UserError as error:
            self._say(str(error.message), "act")
        else:
            self.setText(self._shown)  # the refresh that followed has set it; "2" becomes "2 %"

    def _say(self, text: str, ink: str) -> None:
        if self.remark is not None:
            self.remark.setText(text)
            self.remark.set_ink(ink)


def default_words(default: str) -> str:
    """'Vorgabe: 2 %'."""
    return _("Default: {value}").format(value=default)
