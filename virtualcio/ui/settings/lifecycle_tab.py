"""The company's own lifecycle rows to type in, and below them what the program knows, with sources."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.cells import choice_text, fold
from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.analysis.inventory.product_facts import ProductVersion
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.record_commands import RecordCommands
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell

_WIDTHS = (164, 218, 162, 158)  # px; the source takes what is left


class LifecycleTab(QWidget):
    """Own rows above, the program's table below with a filter."""

    def __init__(
        self,
        shell: Shell,
        company: OpenCompany,
        own: Table,
        known_title: str,
        known_header: Sequence[str],
        known_rows: Sequence[Sequence[str]],
    ) -> None:
        super().__init__()
        self.own = RecordTable(company, own)
        self.commands = RecordCommands(self.own, shell)
        self.own.setMinimumHeight(120)
        self._empty = Label(_(own.empty_text), ink="second", wrap=True)
        self._example = Label(_(own.empty_example), ink="third", size=12, wrap=True)
        self.add_button = Button(_("Add row"), self.commands.add, icon="plus")
        widths = (*_WIDTHS[: len(known_header) - 1], 0)
        self.known = PlainTable(known_title, known_header, widths)
        self.known.fill(known_rows)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter…"))
        self.filter.setAccessibleName(_("Filter: {table}").format(table=known_title))
        self.filter.setFixedWidth(220)
        self.filter.textChanged.connect(self.on_filter)
        self._known_card = Card(known_title, " ")
        self._build(own)
        self._count_known(len(known_rows))

    def _build(self, own: Table) -> None:
        own_card = Card(_(own.plural), _("Your own rows come before those of the program"))
        own_card.header.addWidget(self.add_button)
        own_card.body.addWidget(self._empty)
        own_card.body.addWidget(self._example)
        own_card.body.addWidget(self.own, 1)
        self._known_card.header.addWidget(self.filter)
        self._known_card.body.addWidget(self.known, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        self._whole = whole
        whole.addWidget(own_card)
        whole.addWidget(self._known_card, 6)

    def refresh(self, change: Change | None) -> None:
        self.own.follow(change)
        empty = self.own.records.rowCount() == 0
        self._empty.setVisible(empty)
        self._example.setVisible(empty)
        self.own.setVisible(not empty)
        self._whole.setStretch(0, 0 if empty else 4)

    def on_filter(self, text: str) -> None:
        """Keep the program's rows that hold every word."""
        words = fold(text).split()
        shown = 0
        for row in range(self.known.rowCount()):
            columns = range(self.known.columnCount())
            whole = fold(" ".join(self.known.text_at(row, column) for column in columns))
            keep = all(word in whole for word in words)
            self.known.setRowHidden(row, not keep)
            shown += keep
        self._count_known(shown)

    def _count_known(self, count: int) -> None:
        self._known_card.set_note(_("{count} rows, with their source").format(count=formats.number(count)))


def support_ends_tab(shell: Shell, company: OpenCompany) -> LifecycleTab:
    """Products and until when they get security updates."""
    versions = company.results.program_tables.products
    rows = [
        (
            version.product,
            version.version,
            formats.day(version.security_end),
            formats.day(version.extended_end),
            _source(version),
        )
        for version in versions
    ]
    header = (_("Product"), _("Version"), _("Security updates until"), _("Bought support until"), _("Source"))
    return LifecycleTab(
        shell, company, table("product_support"), _("Ends of support that the program knows"), header, rows
    )


def _source(version: ProductVersion) -> str:
    """Where a date comes from and its day; which version of that list it was says the file of facts."""
    name = version.source.partition(" @")[0]
    return f"{name} · {formats.day(version.as_of)}" if version.as_of else name


def service_lives_tab(shell: Shell, company: OpenCompany) -> LifecycleTab:
    """How long things of a category are used."""
    own = table("service_life")
    category = own.column("category")
    facts = company.results.program_tables.service_life.values()
    rows = [(choice_text(category, fact.category), formats.number(fact.years), fact.source) for fact in facts]
    header = (_("Category"), _("Years"), _("Source"))
    return LifecycleTab(shell, company, own, _("Service lives that the program assumes"), header, rows)
