"""The tab of depreciation: what goes in a fiscal year at the left, the chosen thing at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.budget.plan_words import this_year, year_name
from virtualcio.actions.depreciation.depreciation_words import BOOKS
from virtualcio.actions.depreciation.year_figures import depreciation_figures
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.depreciation.items import Book
from virtualcio.model import Application, Asset
from virtualcio.store.workspace import Change
from virtualcio.texts import _, join_names, translate
from virtualcio.ui.budget.figure_strip import FigureStrip
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.common.word_switch import WordSwitch
from virtualcio.ui.depreciation.item_details import ItemDetails
from virtualcio.ui.depreciation.item_list import ItemList

_GAP = 16
_DETAILS_WIDTH = 440  # px


class DepreciationPart(PartOfPage):
    """Empty as long as nothing owned has a price and a day of purchase."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.book = Book.TAX
        self.year_shown = this_year(company)
        self.switch = WordSwitch(
            {one: translate(BOOKS[one]) for one in Book}, self.choose_book, _("Which book is shown")
        )
        self.year = QComboBox()
        self.year.setAccessibleName(_("Fiscal year"))
        self.missing = TextLink("", ink="second", size=12)
        self.figures = FigureStrip()
        self.list = ItemList()
        self.details = ItemDetails(shell, company)
        self.details.setFixedWidth(_DETAILS_WIDTH)
        self.empty = self._empty()
        self._stack = QStackedLayout(self)
        self._whole = QVBoxLayout()
        self._build()
        self.follow(None)

    def _build(self) -> None:
        both = QWidget()
        self._whole = QVBoxLayout(both)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.switch)
        top.addWidget(self.year)
        top.addWidget(self.missing, 1)
        beside = QHBoxLayout()
        beside.setSpacing(_GAP)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.figures)
        left.addWidget(self.list, 1)
        beside.addLayout(left, 1)
        beside.addWidget(self.details)
        self._whole.addLayout(top)
        self._whole.addLayout(beside, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(self._open)
        self.details.opened.connect(self.opened)
        self.missing.clicked.connect(self._on_missing)
        self.year.activated.connect(lambda at: self.choose_year(self.year.itemData(at)))

    def _empty(self) -> QWidget:
        return EmptyState(
            _("Nothing to depreciate yet"),
            _("Here you see what your devices and programs cost each fiscal year, by tax law and by "
              "commercial law, and what your tax advisor needs to know. It follows from purchase price and "
              "purchase date in the inventory."),
            _("For example: ERP server HV01 · €11,240 · bought on 12 March 2020 · straight-line over 7 "
              "years"),
            [HeaderAction(_("To the devices"), lambda: self.shell.go("inventory", tab="assets"),
                          primary=True, icon="server"),
             HeaderAction(_("Read a list"), lambda: self.shell.go("import", tab="assets"), icon="table-2")],
        )  # fmt: skip

    # --- showing -------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        years = self.company.results.depreciation_years
        if [self.year.itemData(at) for at in range(self.year.count())] != list(years):
            self.year.clear()
            for year in years:
                self.year.addItem(year_name(self.company, year), year)
        if self.year_shown not in years:
            self.year_shown = this_year(self.company)
        self.year.setCurrentIndex(self.year.findData(self.year_shown))
        self.switch.show_choice(self.book)
        missing = self.company.results.without_price_or_day
        self.missing.setText(
            _("Without price or purchase date: {names}").format(
                names=join_names(thing.name for thing in missing)
            )
            if missing
            else ""
        )
        self.missing.setVisible(bool(missing))
        self._show(change)

    def _show(self, change: Change | None = None) -> None:
        self.list.show_year(self.company, self.year_shown, self.book)
        self._stack.setCurrentIndex(0 if self.list.items else 1)
        if not self.list.items:
            return
        self.figures.show_figures(depreciation_figures(self.company, self.year_shown, self.book))
        keys = {item.thing.id for item in self.list.items}
        if self.details.key not in keys:
            first = self.list.listed or self.list.items
            self.details.show_item(first[0].thing.id, self.year_shown, self.book)
        else:
            self.details.show_item(self.details.key, self.year_shown, self.book, change)
        self.list.select(self.details.key)

    def choose(self, key: str) -> None:
        """Show a thing at the right."""
        self.details.show_item(key, self.year_shown, self.book)

    def choose_book(self, book: Book) -> None:
        """Show the other book."""
        self.book = book
        self.switch.show_choice(book)
        self._show()

    def choose_year(self, year: int) -> None:
        """Show another fiscal year."""
        self.year_shown = year
        self.year.setCurrentIndex(self.year.findData(year))
        self._show()

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """A thing by its key; one that is not there in the year shown is shown in this one."""
        if chip:
            self.list.chips.choose(chip)
            self._show()
        if not record:
            return
        self.list.show_all()
        if record not in {item.thing.id for item in self.list.items}:
            return
        self.choose(record)
        self.list.select(record)

    # --- what the page asks --------------------------------------------------------------------

    def find_here(self) -> bool:
        self.list.box.setFocus()
        return self.list.box.hasFocus()

    def take_keyboard(self) -> bool:
        self.list.table.setFocus()
        return self.list.table.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """List and details end above messages."""
        below = height + 8 if height else 0
        if self._whole.contentsMargins().bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return self.rect()

    def header_actions(self) -> Sequence[HeaderAction]:
        return [
            HeaderAction(
                _("Choices for the books"), lambda: self.shell.go("settings", tab="taxes"), icon="settings"
            )
        ]

    # --- doing ---------------------------------------------------------------------------------

    def _open(self, key: str) -> None:
        kind = Asset if self.company.data.get(Asset, key) is not None else Application
        self.shell.go("inventory", "assets" if kind is Asset else "applications", key)

    def _on_missing(self) -> None:
        missing = self.company.results.without_price_or_day
        if missing:
            self.opened.emit(type(missing[0]), missing[0].id)
