"""One table with all that belongs to it: filter line, the table or what an empty one says, details."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.paste import PasteResult
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.column_choice import ColumnChoice
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.filter_bar import FilterBar
from virtualcio.ui.common.inspector import WIDTH, Inspector
from virtualcio.ui.common.not_taken import NotTaken
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_commands import RecordCommands
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.table_export import TableExport

_NARROW = 860  # px: below, the details are shown only when asked for
_ROOMY = 1100  # px: from here on the details have their full width
_SHOWN = "inspector/shown"
_TABLE_INSET = 6
_ABOVE_LINES = 8  # px between the table and a message below it
_AT_ONCE = 1000  # rows; the figure of a longer table is reckoned after the rows are painted


class RecordTab(QWidget):
    """Belongs to a page, which passes changes on with `follow`."""

    opened = Signal(object, str)  # kind and key of a related thing to go to

    def __init__(self, shell: Shell, company: OpenCompany, table: Table) -> None:
        super().__init__()
        self._shell, self._company, self.spec = shell, company, table
        self.bar = FilterBar(table)
        self.table = RecordTable(company, table)
        self.commands = RecordCommands(self.table, shell)
        self.columns = ColumnChoice(self.table, shell)
        self.export = TableExport(self.table, shell)
        self.inspector = Inspector(company, table, shell)
        self.not_taken = NotTaken(company)
        self._asked_for_details = False
        self._build()
        self._connect()

    def _build(self) -> None:
        card = Card(padding=_TABLE_INSET)
        card.body.addWidget(self.table)
        self._empty = self._empty_state()
        self._place = QStackedWidget()
        for part in (card, self._empty, self._no_match()):
            self._place.addWidget(part)
        left = self._left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.not_taken)
        left.addWidget(self._place, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addWidget(self.inspector)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(self._top())
        whole.addLayout(both, 1)
        self.inspector.add_buttons(
            Button(_("Duplicate"), self.commands.duplicate), Button(_("Delete"), self.commands.delete)
        )

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.bar, 1)
        self._tools = [
            Button("", self._on_columns, quiet=True, icon="columns-3", name=_("Choose columns")),
            Button("", self._on_export, quiet=True, icon="download", name=_("Export")),
            Button("", self._on_details, quiet=True, icon="panel-right", name=_("Show or hide the details")),
        ]
        top.addSpacing(8)
        for tool in self._tools:
            top.addWidget(tool)
        return top

    def _empty_state(self) -> EmptyState:
        table = self.spec
        ways = [HeaderAction(_("Type it in"), self.commands.add, primary=True, icon="pencil")]
        if table.importable:
            ways.append(HeaderAction(_("Import from Excel"), self.on_import, icon="table-2"))
        ways.append(HeaderAction(_("Paste copied cells"), self.commands.paste, icon="clipboard"))
        ways.append(HeaderAction(_("Save a template"), self.export.ask_and_write_template, icon="download"))
        ways.extend(self.more_ways())
        example = _("For example: {example}").format(example=translate(table.empty_example))
        title = _("{what}: nothing here yet").format(what=translate(table.plural))
        return EmptyState(title, translate(table.empty_text), example if table.empty_example else "", ways)

    def more_ways(self) -> Sequence[HeaderAction]:
        """Further ways to fill an empty table, for tabs that know some."""
        return ()

    def _no_match(self) -> Card:
        """What stands in place of the rows when words and chip keep none of them."""
        card = Card(padding=_TABLE_INSET)
        way = HeaderAction(_("Show the whole list"), self._show_whole_list)
        words = _("The filter above keeps none of the rows.")
        card.body.addWidget(EmptyState(_("Nothing matches"), words, actions=[way]))
        return card

    def _show_whole_list(self) -> None:
        self.bar.clear()
        self._into_table()

    def _connect(self) -> None:
        self._figure_later = QTimer(self, interval=0, singleShot=True)
        self._figure_later.timeout.connect(self._show_figure)
        self._select_later = QTimer(self, interval=0, singleShot=True)
        self._select_later.timeout.connect(self._show_selected)
        self.table.selected.connect(self._select_later.start)
        self.table.records.counted.connect(self._show_counts)
        self.bar.filtered.connect(self._on_filtered)
        self.bar.down.connect(self._into_table)
        self.commands.adding.connect(self.bar.clear)
        self.commands.pasted.connect(self._on_pasted)
        self.commands.add_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.commands.add_action)
        self.inspector.opened.connect(self.opened)
        self.inspector.closed.connect(self._on_details)
        self._show_all()

    # --- showing -----------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        """Show what a change made of table, counts and details."""
        self.table.follow(change)
        if not self.table.currentIndex().isValid():
            self.select_first()
        self._show_all()

    def _show_all(self) -> None:
        total = self._company.data.count(self.spec.kind)
        self._show_place()
        self._show_counts()
        if total <= _AT_ONCE:
            self._show_figure()
        else:
            self._figure_later.start()
        self._show_selected()
        self._arrange_details()

    def _show_place(self) -> None:
        """The rows, what belongs into an empty table, or that the filter keeps nothing."""
        rows, total = self.table.records.rowCount(), self._company.data.count(self.spec.kind)
        self._place.setCurrentIndex(0 if rows else 2 if total else 1)
        for part in (self.bar, *self._tools):
            part.setVisible(total > 0)  # nothing to filter, to arrange or to take along

    def _show_figure(self) -> None:
        """The figure at the right of the filter line; in a long table it follows after the rows."""
        summary = self.spec.summary
        total = self._company.data.count(self.spec.kind)
        self.bar.show_figure(summary(self._company) if summary is not None and total else "")

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """Turn to a chip, a record, and the field of it to type in."""
        if chip:
            self.bar.choose(chip)
        if record:
            if self.table.records.row_of(record) is None:
                self.bar.clear()
            self.table.show_record(record, column)
            self._show_selected()
        elif not self.table.currentIndex().isValid():
            self.select_first()
        place = self.inspector.place_to_type(column)
        if place is not None:
            self._asked_for_details = True
            self._arrange_details()
            place.setFocus()
            if isinstance(place, QLineEdit):
                place.selectAll()  # what is typed now stands instead of it, as in a cell of the table
            self.inspector.parts.ensureWidgetVisible(place)

    def select_first(self) -> None:
        """So that the details are not empty."""
        if self.table.records.rowCount():
            self.table.go_to(self.table.records.index(0, 0))

    def find_here(self) -> bool:
        self.bar.box.setFocus()
        self.bar.box.selectAll()
        return True

    def take_keyboard(self) -> bool:
        self.table.setFocus()
        return self.table.hasFocus()

    def header_actions(self) -> Sequence[HeaderAction]:
        actions = []
        if self.spec.importable:
            actions.append(HeaderAction(_("Import from Excel"), self.on_import))
        tip = _("Add a row (Ctrl+Shift+N)")
        new = HeaderAction(
            translate(self.spec.singular), self.commands.add, primary=True, icon="plus", tip=tip
        )
        return [*actions, new]

    def finish_typing(self) -> None:
        """Taking the keyboard away stores what is being typed."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            focus.clearFocus()

    def _show_selected(self) -> None:
        self._select_later.stop()
        if self.inspector.isVisibleTo(self):
            self.inspector.show_records(self._selected())

    def _selected(self) -> Sequence[Record]:
        return self.table.selected_records()

    def _show_counts(self) -> None:
        self.bar.show_counts(self._company.data.count(self.spec.kind), self.table.records.counts)

    def _arrange_details(self) -> None:
        wanted = self._shell.remembered(_SHOWN, True) is not False
        roomy = self.width() >= _NARROW or self._asked_for_details
        shown = wanted and roomy and bool(self._company.data.count(self.spec.kind))
        if self.inspector.isHidden() == shown:
            self.inspector.setVisible(shown)
            self._show_selected()
        self.inspector.setFixedWidth(WIDTH if self.width() >= _ROOMY else WIDTH - 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_details()

    def room_for_lines(self, height: int) -> QRect:
        """Messages stand below the table, which gets shorter for them: no row and no button is covered."""
        place = self._place.geometry()
        below = height + _ABOVE_LINES if height else 0
        if self._left.contentsMargins().bottom() != below:
            self._left.setContentsMargins(0, 0, 0, below)
            if below:
                QTimer.singleShot(0, self, self._keep_in_sight)
        return QRect(place.left(), place.top(), place.width(), self.height() - place.top())

    def _keep_in_sight(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.scrollTo(index)

    # --- doing -----------------------------------------------------------------------------

    def on_import(self) -> None:
        self._shell.go("import", tab=self.spec.key)

    def _on_filtered(self) -> None:
        self.table.filter_by(self.bar.words, self.bar.chip)
        self._show_place()
        if not self.table.currentIndex().isValid():
            self.select_first()

    def _into_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.select_first()

    def _on_pasted(self, result: PasteResult) -> None:
        self.not_taken.show_result(result)

    def _on_columns(self) -> None:
        self.columns.menu().popup(self._below(0))

    def _on_export(self) -> None:
        self.export.menu().popup(self._below(1))

    def _below(self, tool: int) -> QPoint:
        button = self._tools[tool]
        return button.mapToGlobal(button.rect().bottomLeft())

    def _on_details(self) -> None:
        shown = not self.inspector.isHidden()
        self._asked_for_details = not shown
        self._shell.remember(_SHOWN, not shown)
        self._arrange_details()
