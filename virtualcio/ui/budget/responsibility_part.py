"""The tab of responsibilities: who answers for which money, up to how much, and what nobody answers for."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QWidget

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.budget.responsibility_rows import (
    NOBODY,
    OwnedLine,
    ResponsibilityRow,
    give_to,
    owned_lines,
    responsibility_rows,
    responsibility_sentence,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Person
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.budget.new_line import no_lines
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.inspector_field import InspectorField
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.sentence_box import SentenceBox
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage

_GAP = 16
_WIDTHS = (0, 92, 92, 92, 128)  # px
_LINE_WIDTHS = (0, 92, 92)
_ROOMY = {3: 900, 1: 800}  # px of the tab; below, these columns of the people have no room
_LIMIT_WIDTH = 220  # px


class ResponsibilityPart(PartOfPage):
    """At the left people and nobody, at the right the lines of the chosen one."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.people = PlainTable(_("Who answers for which money"))
        self.lines = PlainTable(_("Lines of the chosen person"))
        self.sentence = SentenceBox()
        self.title = Label("", size=13.5, semibold=True)
        people = table("people")
        self.limit = InspectorField(company, people, people.column("approval_limit"), self._chosen_person)
        self.limit.setFixedWidth(_LIMIT_WIDTH)
        self.to = QComboBox()
        self.to.setAccessibleName(_("Give to"))
        self.give_button = Button(_("Give to"), self.on_give, tip=_("Who then answers for the chosen line."))
        self.empty: QWidget = no_lines(shell, company)
        self._key = NOBODY
        self._rows: list[ResponsibilityRow] = []
        self._owned: list[OwnedLine] = []
        self._filling = False
        self._stack = QStackedLayout(self)
        self._both = QWidget()
        self._build()
        self.follow(None)

    def _build(self) -> None:
        left = Card(_("Responsible"), _("net in €"), padding=0)
        left.header.setContentsMargins(16, 14, 16, 0)
        left.body.setContentsMargins(6, 0, 6, 6)
        left.body.addWidget(self.people, 1)
        right = Card()
        right.body.addWidget(self.title)
        right.body.addWidget(self.sentence)
        right.body.addWidget(self.limit)
        right.body.addWidget(self.lines, 1)
        below = QHBoxLayout()
        below.addWidget(self.give_button)
        below.addWidget(self.to)
        below.addStretch(1)
        right.body.addLayout(below)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.empty)
        self.people.currentCellChanged.connect(self._on_person)
        self.lines.opened.connect(lambda key: self._open(str(key)))
        self.lines.currentCellChanged.connect(lambda *_cells: self._show_give())

    # --- showing -------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        self._stack.setCurrentIndex(0 if self.company.results.paid_lines else 1)
        plan = self.company.results.plan_years
        names = [year_name(self.company, plan.this_year + one) for one in (0, 1)]
        header = (_("Responsible"), _("Lines"), *names, _("Decides up to"))
        if self.people.texts.header != header:
            self.people.set_header(header, _WIDTHS, range(1, 5))
            self.lines.set_header((_("What it is"), *names), _LINE_WIDTHS, (1, 2))
        self._rows = list(responsibility_rows(self.company))
        if self._key not in [row.key for row in self._rows]:
            self._key = self._rows[0].key if self._rows else NOBODY
        self._filling = True
        self.people.fill([_cells(row) for row in self._rows], [row.key for row in self._rows])
        places = [at for at, row in enumerate(self._rows) if row.key == self._key]
        if places:
            self.people.setCurrentCell(places[0], 0)
        self.people.fit_columns(range(1, 5))
        self._filling = False
        self._show_people()
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window names and limits have the place of the year after and the count."""
        super().resizeEvent(event)
        for column, least in _ROOMY.items():
            self.people.setColumnHidden(column, self.width() < least)

    def _show_people(self) -> None:
        known = [(one.id, one.name) for one in self.company.data.all(Person)]
        if [(self.to.itemData(at), self.to.itemText(at)) for at in range(self.to.count())] != known:
            self.to.clear()
            for key, name in known:
                self.to.addItem(name, key)

    def _show_chosen(self) -> None:
        row = next((one for one in self._rows if one.key == self._key), None)
        if row is None:
            return
        self.title.setText(row.name)
        self.sentence.show_sentence(responsibility_sentence(self.company, row.key))
        self.limit.setVisible(row.key != NOBODY)
        self.limit.follow()
        self._owned = list(owned_lines(self.company, row.key))
        cells = [
            (_named(one), formats.number(one.this_year), formats.number(one.next_year)) for one in self._owned
        ]
        before = max(self.lines.currentRow(), 0)
        self.lines.fill(cells, [one.line.key for one in self._owned])
        self.lines.fit_columns((1, 2))
        if cells:
            self.lines.setCurrentCell(min(before, len(cells) - 1), 0)
        self._show_give()

    def _show_give(self) -> None:
        ready = 0 <= self.lines.currentRow() < len(self._owned) and self.to.count() > 0
        self.give_button.setEnabled(ready)

    def _chosen_person(self) -> list[Person]:
        person = self.company.data.get(Person, self._key)
        return [] if person is None else [person]

    def choose(self, key: str) -> None:
        """Show what a person answers for; NOBODY: what has no owner."""
        self._key = key
        self.limit.show_value()
        self._show_chosen()

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record:
            self._key = record
            self.follow(None)

    # --- what the page asks --------------------------------------------------------------------

    def take_keyboard(self) -> bool:
        self.people.setFocus()
        return self.people.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """Both cards end above messages."""
        layout = self._both.layout()
        assert layout is not None
        below = height + 8 if height else 0
        if layout.contentsMargins().bottom() != below:
            layout.setContentsMargins(0, 0, 0, below)
        return self.rect()

    # --- doing ---------------------------------------------------------------------------------

    def on_give(self) -> None:
        """The chosen line gets the chosen person."""
        at = self.lines.currentRow()
        if 0 <= at < len(self._owned) and self.to.currentData():
            give_to(self.company, self._owned[at].line.key, str(self.to.currentData()))

    def _on_person(self, row: int, *_others: int) -> None:
        if not self._filling and 0 <= row < len(self._rows):
            self.choose(self._rows[row].key)

    def _open(self, key: str) -> None:
        line = self.company.results.budget_line(key)
        self.opened.emit(line.record_kind, line.record_id)


def _cells(row: ResponsibilityRow) -> tuple[str, ...]:
    return (
        row.name,
        formats.number(row.lines),
        formats.number(row.this_year),
        formats.number(row.next_year),
        formats.number(row.limit),
    )


def _named(one: OwnedLine) -> str:
    """With a word where the person may not decide it alone."""
    if one.above_limit:
        return _("▲ {name} (above the limit)").format(name=one.line.name)
    return one.line.name
