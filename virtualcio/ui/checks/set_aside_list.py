"""The findings that were set aside knowingly, why, until when, and the way to take them back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.finding_words import words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.set_aside import SetAside, set_asides, take_back
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn


class SetAsideList(ScrollColumn):
    """One row for each finding set aside."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SetAsideRow] = []

    def show_findings(self, company: OpenCompany) -> None:
        self.clear()
        self.rows = [SetAsideRow(company, aside) for aside in set_asides(company)]
        for row in self.rows:
            self.column.addWidget(row)
        if not self.rows:
            text = _("Nothing is set aside. What can wait is set aside with a reason and a day of return.")
            self.column.addWidget(Label(text, ink="second", wrap=True))
        self.column.addStretch(1)


class SetAsideRow(QWidget):
    """What it is, the reason in the user's words, the day on which it comes back."""

    def __init__(self, company: OpenCompany, aside: SetAside) -> None:
        super().__init__()
        words = words_of(company, aside.finding)
        self.title = Label(words.title, semibold=True, wrap=True)
        until = aside.record.until
        back = (
            _("Comes back on {day}").format(day=formats.day(until))
            if until
            else _("Does not come back by itself")
        )
        reason = _("“{name}”").format(name=aside.record.reason)
        self.detail = Label(f"{reason} · {back}", ink="second", size=12, wrap=True)
        self.button = Button(_("Take back"), lambda: take_back(company, aside.record))
        self.button.setAccessibleName(_("Take back: {finding}").format(finding=words.title))
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 10, 8, 10)
        row.addLayout(texts, 1)
        row.addWidget(self.button)
