"""The assumptions of the rules: what holds for this company, and the way back to the program's default."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.assumption_settings import (
    AssumptionRow,
    assumption_rows,
    reset_assumption,
    set_assumption,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.settings.form_rows import TypedLine, default_words

_LINE_WIDTH = 140


class AssumptionLine(QWidget):
    """One assumption: what it is called, its value, the default, and the button back to it."""

    def __init__(self, company: OpenCompany, row: AssumptionRow) -> None:
        super().__init__()
        self.key = row.key
        self.line = TypedLine(row.title, lambda text: set_assumption(company, row.key, text))
        self.line.setFixedWidth(_LINE_WIDTH)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.remark = Label(ink="third", size=12, wrap=True)
        self.reset = Button(_("Back to default"), lambda: reset_assumption(company, row.key), quiet=True)
        self.reset.setAccessibleName(f"{self.reset.text()}: {row.title}")
        room = self.reset.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(room)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(Label(row.title, wrap=True), 5)
        layout.addWidget(self.line)
        layout.addWidget(self.line.remark, 4)
        layout.addWidget(self.reset)
        self.show_row(row)

    def show_row(self, row: AssumptionRow) -> None:
        remark = f"{default_words(row.default_text)} · {row.range_text}"
        self.line.show_text(row.text, remark)
        self.reset.setVisible(row.own)


class AssumptionsForm(QWidget):
    """All assumptions, one below the other."""

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.lines = {row.key: AssumptionLine(company, row) for row in assumption_rows(company)}
        scroll = ScrollColumn()
        scroll.column.setSpacing(6)
        for line in self.lines.values():
            scroll.column.addWidget(line)
        scroll.column.addStretch(1)
        card = Card(_("Assumptions"), _("Every figure that rests on one of them says so"))
        card.body.addWidget(scroll, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def refresh(self) -> None:
        for row in assumption_rows(self._company):
            self.lines[row.key].show_row(row)
