"""The list of what the company owns in a fiscal year, with filter and sums."""

from collections.abc import Sequence
from operator import gt
from sys import intern

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from virtualcio.actions.cells import fold
from virtualcio.actions.depreciation.year_rows import (
    CHIPS,
    NUMBER_COLUMNS,
    ListedItem,
    list_cells,
    list_header,
    listed_items,
    sum_cells,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.depreciation.items import Book
from virtualcio.formats import number
from virtualcio.texts import _, translate
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.common.plain_table import PlainTable

_WIDTHS = (0, 96, 92, 106, 84, 122, 96)  # px, before what stands in them is known
_WIDEST_METHOD = 156  # px
_BOX_WIDTH, _BOX_NARROW, _NARROW = 180, 110, 480
_COST, _METHOD, _LIFE, _BOUGHT, _VALUE = 2, 3, 4, 1, 6
# px: below, these columns have no room beside the names
_ROOMY = {_LIFE: 760, _BOUGHT: 690, _COST: 590, _METHOD: 500, _VALUE: 340}


class ItemList(Card):
    """The dearest depreciation first; the last row adds up what is listed."""

    chosen = Signal(str)  # key of an asset or application
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.items: Sequence[ListedItem] = ()
        self.listed: Sequence[ListedItem] = ()
        self._longest, self._fitted = [0] * len(_WIDTHS), False  # letters by column, over all that was shown
        self._cells: dict[str, tuple[ListedItem, tuple[str, ...]]] = {}
        self.box = QLineEdit()
        self.box.setPlaceholderText(_("Filter this list…"))
        self.box.setAccessibleName(_("Filter this list"))
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(_BOX_NARROW)  # so that it fits anywhere until there is more room
        self.chips = ChipRow(
            [("", _("All"), Tone.NEUTRAL), *((one.key, translate(one.title), Tone.NEUTRAL) for one in CHIPS)]
        )
        self.table = PlainTable(_("What is depreciated"))
        self._filling = False
        line = QHBoxLayout()
        line.setContentsMargins(12, 12, 12, 0)
        line.setSpacing(12)
        line.addWidget(self.box)
        line.addWidget(self.chips, 1)
        self.body.setContentsMargins(6, 0, 6, 6)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.box.textChanged.connect(lambda _text: self._show_rows())
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.currentCellChanged.connect(self._on_row)
        self.table.opened.connect(lambda key: self.opened.emit(str(key)))

    def show_year(self, company: OpenCompany, year: int, book: Book) -> None:
        """Show what holds now; the chosen one stays chosen."""
        before = self.current_key
        self.items = listed_items(company, year, book)
        header = list_header(company, year)
        if self.table.texts.header != header:
            self.table.set_header(header, _WIDTHS, NUMBER_COLUMNS)
            self._fitted = False
            self._fit()
        counts = {one.key: len([item for item in self.items if one.keeps(item)]) for one in CHIPS}
        texts = {one.key: f"{translate(one.title)} {number(counts[one.key])}" for one in CHIPS}
        self.chips.show_texts(texts, frozenset(key for key, kept in counts.items() if not kept))
        self._show_rows()
        self.select(before)

    def _show_rows(self) -> None:
        words = fold(self.box.text()).split()
        keeps = next((one.keeps for one in CHIPS if one.key == self.chips.key), None)
        self.listed = [
            item
            for item in self.items
            if (keeps is None or keeps(item)) and all(word in fold(item.thing.name) for word in words)
        ]
        before = self.current_key
        self._filling = True
        cells = [self._cells_of(item) for item in self.listed]
        sums = sum_cells(self.listed)
        self.table.fill([*cells, sums], [item.thing.id for item in self.listed])
        self._needs(sums)
        if not self._fitted:
            self.table.fit_columns(column for column in range(1, len(_WIDTHS)) if column != _METHOD)
            self.table.fit_columns([_METHOD], _WIDEST_METHOD)
            self._fitted = True
        self._filling = False
        self.select(before)

    def _cells_of(self, item: ListedItem) -> tuple[str, ...]:
        """Its texts: an item that is the same one as before says the same.

        Thousands of rows share their days, lives and zeros.
        """
        known = self._cells.get(item.thing.id)
        if known is None or known[0] is not item:
            known = self._cells[item.thing.id] = (item, tuple(map(intern, list_cells(item))))
            self._needs(known[1])
        return known[1]

    def _needs(self, cells: tuple[str, ...]) -> None:
        """Takes note that columns have to be fitted, as these texts may be wider than all before."""
        lengths = [len(text) for text in cells]
        if any(map(gt, lengths, self._longest)) or lengths[_METHOD] == self._longest[_METHOD]:
            self._longest, self._fitted = [*map(max, lengths, self._longest)], False

    @property
    def current_key(self) -> str:
        """The chosen thing; "" if there is none."""
        found = self.table.texts.target_of(self.table.currentRow())
        return str(found) if found is not None else ""

    def select(self, key: str) -> None:
        """Mark the row of a thing without telling anybody."""
        self._filling = True
        row = next((row for row, item in enumerate(self.listed) if item.thing.id == key), -1)
        if row >= 0:
            self.table.setCurrentCell(row, 0)
        else:
            self.table.clearSelection()
        self._filling = False

    def show_all(self) -> None:
        """Without a filter, so that any thing can be found."""
        self.box.clear()
        self.chips.choose("")
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for column, least in _ROOMY.items():
            self.table.setColumnHidden(column, self.width() < least)
        self.box.setFixedWidth(_BOX_NARROW if self.width() < _NARROW else _BOX_WIDTH)

    def _on_row(self, row: int, *_others: int) -> None:
        if not self._filling and 0 <= row < len(self.listed):
            self.chosen.emit(self.listed[row].thing.id)
