"""Larger expenses of one kind as rows: name, amount, what is missing, and the one thing to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.budget.spending_words import detail_words
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.spending.expense import Expense
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.signed_line import SignedLine
from virtualcio.ui.common.text_link import TextLink

FEW = 3  # rows at first: the picture below is to be seen too
Act = Callable[[Expense, QWidget], object]  # the expense, and the button that was pressed


class ExpenseList(QWidget):
    """Heading with a sign, rows, a button for the rest. `act` gets the expense whose button was pressed."""

    def __init__(
        self, tone: Tone, act: Act, open_record: Callable[[Expense], object], few: int = FEW
    ) -> None:
        super().__init__()
        self._tone, self._act, self._open = tone, act, open_record
        self._most = few
        self._shown: tuple[OpenCompany, str, Sequence[Expense], Callable[[Expense], str]] | None = None
        self.rows: list[ExpenseRow] = []
        self.more = Button("", self.on_more, quiet=True)
        self.all = Button("", quiet=True)
        for button in (self.more, self.all):
            button.setParent(self)  # shown before it has its place, it would be a window
            button.hide()
        self._heading = QHBoxLayout()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._heading)
        column.addLayout(self._lines)

    def show_expenses(
        self,
        company: OpenCompany,
        heading: str,
        expenses: Sequence[Expense],
        button: Callable[[Expense], str],
    ) -> None:
        """`button` names what a row's button does. Without expenses the list hides."""
        self._shown = (company, heading, expenses, button)
        self.setVisible(bool(expenses))
        _clear(self._heading)
        line = SignedLine(heading, self._tone)
        line.setAccessibleName(heading)
        self._heading.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._heading.addWidget(self.more)
        self._heading.addWidget(self.all)
        _clear(self._lines)
        self.rows = [
            ExpenseRow(company, one, button(one), self._act, self._open) for one in expenses[: self._most]
        ]
        for row in self.rows:
            self._lines.addWidget(row)
        rest = len(expenses) - len(self.rows)
        few = translate_count("Show {count} more", "Show {count} more", rest)
        self.more.setText(few if self.rows else _("Show each"))
        self.more.setVisible(rest > 0)

    def on_more(self) -> None:
        """Show all."""
        if self._shown is not None:
            self._most = len(self._shown[2])
            self.show_expenses(*self._shown)


class ExpenseRow(QWidget):
    """The name leads to the record."""

    def __init__(
        self,
        company: OpenCompany,
        expense: Expense,
        button: str,
        act: Act,
        open_record: Callable[[Expense], object],
    ) -> None:
        super().__init__()
        self.expense = expense
        self.name = TextLink(expense.name)
        self.name.clicked.connect(lambda: open_record(expense))
        self.detail = Label(detail_words(company, expense), ink="second", size=12, wrap=True)
        self.amount = Label(formats.money_short(expense.amount), digits=True)
        self.button = Button(button, lambda: act(expense, self.button))
        self.button.setAccessibleName(_("{action}: {name}").format(action=button, name=expense.name))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.name)
        texts.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def _clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take widgets out; those made for the last rows are deleted, a button that stays is only taken out."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and not isinstance(widget, Button):
            widget.hide()
            widget.deleteLater()
