"""What the company has chosen for its books: choices for all years, and for low-value things year by year."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from virtualcio.actions.depreciation.tax_settings import ChoiceRow, choice_rows, set_choice
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.record_commands import RecordCommands
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.settings.form_rows import RowGrid, default_words

_YEARS_HEIGHT = 200  # px


class TaxForm(QWidget):
    """Everything is stored at once."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        rows = choice_rows(company)
        self.boxes = {row.key: _box(row) for row in rows}
        grid = RowGrid(long_titles=True)
        for row in rows:
            box = self.boxes[row.key]
            box.activated.connect(lambda at, key=row.key: self._on_chosen(key, at))
            grid.add_row(row.title, box, f"{row.help} {default_words(row.default)}")
        card = Card(_("Tax and books"), _("Country and fiscal year stand in the tab “Company”"))
        card.body.addLayout(grid)
        own = table("tax_years")
        self.years = RecordTable(company, own)
        self.years.setMinimumHeight(_YEARS_HEIGHT)
        self.commands = RecordCommands(self.years, shell)
        self.add_button = Button(_("Add row"), self.commands.add, icon="plus")
        self._empty = Label(translate(own.empty_text), ink="second", wrap=True)
        years = Card(translate(own.plural))
        years.body.addWidget(self._empty)
        years.body.addWidget(self.years)
        years.header.addWidget(self.add_button)
        scroll = ScrollColumn()
        scroll.column.setSpacing(16)
        scroll.column.addWidget(card)
        scroll.column.addWidget(years)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        for row in choice_rows(self._company):
            box = self.boxes[row.key]
            box.setCurrentIndex(box.findData(row.value))
        self.years.follow(change)
        empty = self.years.records.rowCount() == 0
        self._empty.setVisible(empty)
        self.years.setVisible(not empty)

    def show_record(self, record: str, column: str) -> None:
        """The row of a fiscal year."""
        self.years.show_record(record, column)

    def _on_chosen(self, key: str, at: int) -> None:
        row = next(one for one in choice_rows(self._company) if one.key == key)
        set_choice(self._company, key, row.options[at][0])


def _box(row: ChoiceRow) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(row.title)
    for value, words in row.options:
        box.addItem(words, value)
    return box
