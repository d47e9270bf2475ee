"""One thing of the register: a sentence, its years in both books, what the books need, what left, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.depreciation.depreciation_words import BOOKS
from virtualcio.actions.depreciation.item_words import item_sentence, problem_lines
from virtualcio.actions.depreciation.schedule_rows import schedule_rows
from virtualcio.actions.depreciation.year_rows import thing_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.analysis.depreciation.items import Book
from virtualcio.model import Asset
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate
from virtualcio.ui.common.card import PADDING, Card
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.sentence_box import SentenceBox
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.signed_line import SignedLine
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.depreciation.book_fields import BookFields
from virtualcio.ui.depreciation.method_card import MethodCard

_GAP = 12
_YEAR_WIDTH = 52  # px, before what stands in the columns is known
_SIDE = 6  # px beside the table of years: its amounts need the width


class ItemDetails(ScrollColumn):
    """`show_item` shows one; what is typed here counts at once everywhere else."""

    opened = Signal(object, str)  # kind and key of a thing to go to

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.key = ""
        self.name = TextLink("", size=15)
        self.sentence = SentenceBox()
        self.problems = QVBoxLayout()
        self.years = PlainTable(_("Depreciation by fiscal year in both books"))
        self.years.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields = {key: BookFields(company, table(key)) for key in ("assets", "applications")}
        self.disposals = ChildTable(company, table("disposals"), shell)
        self._disposals_card = Card()
        self.methods = MethodCard()
        self._build()

    def _build(self) -> None:
        head = Card()
        self.name.clicked.connect(self._on_name)
        head.body.addWidget(self.name)
        head.body.addWidget(self.sentence)
        head.body.addLayout(self.problems)
        years = Card(_("Year by year"), _("net in €"), padding=0)
        years.header.setContentsMargins(PADDING, PADDING, PADDING, 0)
        years.body.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        years.body.addWidget(self.years)
        self._disposals_card.body.addWidget(self.disposals)
        self.column.setSpacing(_GAP)
        for part in (head, years, *self.fields.values(), self._disposals_card, self.methods):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_item(self, key: str, year: int, book: Book, change: Change | None = None) -> None:
        """Show a thing in a fiscal year and book. KeyError if it stands in no register."""
        same, self.key = self.key == key, key
        thing = thing_of(self._company, key)
        self.name.setText(thing.name)
        self.name.setAccessibleName(thing.name)
        self.sentence.show_sentence(item_sentence(self._company, key, year, book))
        self._show_problems()
        self._show_years()
        shown = "assets" if isinstance(thing, Asset) else "applications"
        for name, fields in self.fields.items():
            fields.setVisible(name == shown)
        self.fields[shown].show_record(thing)
        self._disposals_card.setVisible(isinstance(thing, Asset))
        if same and change is not None:
            self.disposals.follow(change)
        else:
            self.disposals.show_parent(thing if isinstance(thing, Asset) else None)
        self.methods.show_item(self._company, key, book, translate(BOOKS[book]))
        if not same:
            self.verticalScrollBar().setValue(0)

    def _show_problems(self) -> None:
        while (item := self.problems.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        for line in problem_lines(self._company, self.key):
            self.problems.addWidget(SignedLine(line, Tone.WATCH, parent=self))

    def _show_years(self) -> None:
        header, rows = schedule_rows(self._company, self.key)
        self.years.set_header(header, (_YEAR_WIDTH,), range(1, len(header)))
        self.years.fill(rows)
        self.years.fit_columns([0])
        high = self.years.horizontalHeader().sizeHint().height() + self.years.verticalHeader().length()
        self.years.setFixedHeight(high + 4)

    def _on_name(self) -> None:
        thing = thing_of(self._company, self.key)
        self.opened.emit(type(thing), thing.id)
