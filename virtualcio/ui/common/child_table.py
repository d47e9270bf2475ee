"""The rows that belong to one record, in a compact table: values of a KPI, efforts of an initiative."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.paste import PasteResult
from virtualcio.actions.tables import table as table_named
from virtualcio.errors import UserError
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import Message, _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.not_taken import NotTaken
from virtualcio.ui.common.record_commands import RecordCommands
from virtualcio.ui.common.record_delegate import SIDE
from virtualcio.ui.common.record_model import RecordModel
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell

ROW = 32  # px
MOST_ROWS = 6  # more are scrolled


class ChildModel(RecordModel):
    """The rows of one parent only, in the order in which the table lists them."""

    def __init__(self, company: OpenCompany, table: Table) -> None:
        self.parent_key = ""
        super().__init__(company, table)

    def all_records(self) -> Sequence[Record]:
        rows = self.company.data.where(self.table.kind, self.table.parent_field, self.parent_key)
        if not self.table.newest_first:
            return rows
        return sorted(rows, key=lambda row: str(getattr(row, self.table.name_field)), reverse=True)

    def records_by_key(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.all_records()}

    def show_parent(self, key: str) -> None:
        """Show the rows of another parent."""
        self.beginResetModel()
        self.parent_key = key
        self.texts.forget(None)
        self.rows, self._row_of = list(self.all_records()), None
        self.endResetModel()


class ChildTable(QWidget):
    """Typing, pasting from a spreadsheet, adding, deleting and undo work as in a table of a page."""

    resized = Signal()  # it has more or fewer rows than before

    def __init__(
        self, company: OpenCompany, table: Table, shell: Shell, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._company, self.spec, self._shell = company, table, shell
        self._parent_record: Record | None = None
        self._fresh: Message | None = None  # what undo says of a row that is added but not confirmed yet
        self.rows = ChildModel(company, table)
        self.table = RecordTable(company, table, self, self.rows)
        self.rows.setParent(self.table)
        self.table.verticalHeader().setMinimumSectionSize(ROW)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.commands = RecordCommands(self.table, shell)
        self.not_taken = NotTaken(company)
        self.title = Label(translate(table.plural), semibold=True)
        name = _("Add: {what}").format(what=translate(table.singular))
        self.add_button = Button("", self.commands.add, quiet=True, icon="plus", name=name)
        words = _("Nothing yet. Add with +, or paste from Excel.")
        self.hint = Label(words, ink="third", size=12, parent=self.table.viewport())
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.move(SIDE, (ROW - self.hint.sizeHint().height()) // 2)
        self._build()
        self._connect()
        self.show_parent(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.add_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.not_taken)
        whole.addWidget(self.table)

    def _connect(self) -> None:
        self.commands.pasted.connect(self._on_pasted)
        self.commands.added.connect(self._on_added)
        self.table.looks.cancelled.connect(self._on_cancelled)
        self.table.looks.left.connect(lambda _leave: self._keep_fresh())
        self.table.viewport().installEventFilter(self)
        for changed in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.modelReset):
            changed.connect(self._fit)
        self.add_action = self.commands.add_action
        self.add_action.setShortcut(QKeySequence("Ins"))  # Ctrl+Shift+N adds to the table of the page
        self.add_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.add_action)

    # --- showing ----------------------------------------------------------------------------

    @property
    def parent_record(self) -> Record | None:
        return self._parent_record

    def show_parent(self, record: Record | None) -> None:
        """Show the rows of this record; of the one that is shown, what a change made of them."""
        before = self._parent_record
        self._parent_record = record
        self.add_button.setEnabled(record is not None)
        if record is None:
            self.table.given = {}
            self.rows.show_parent("")
            return
        self._choose_columns(record)
        if before is not None and before.id == record.id:
            self.table.follow(None)
            self._fit()
            return
        self._fresh = None
        self.not_taken.hide()
        self.table.given = {self.spec.parent_column.key: record.id}
        self.rows.show_parent(record.id)
        self.table.header.take_widths({})  # as wide as what these rows need

    def follow(self, change: Change | None) -> None:
        """Show what a change made of the rows; a parent that is gone leaves none."""
        parent = self._parent_record
        if parent is None:
            return
        known = self._company.data.get(type(parent), parent.id)
        if known is not None and change is not None:
            self.table.follow(change)
            self._fit()
        else:
            self.show_parent(known)

    def take_keyboard(self) -> bool:
        self.table.setFocus()
        return self.table.hasFocus()

    def _choose_columns(self, record: Record) -> None:
        spec = self.spec
        parent = table_named(spec.parent_table)
        if spec.shows is not None and isinstance(record, parent.kind):
            self.rows.show_columns(spec.shows(record))
        else:
            shown = [one.key for one in spec.columns if one.shown and one.field != spec.parent_field]
            self.rows.show_columns(shown)

    def _fit(self) -> None:
        """As high as its rows, up to six."""
        count = self.rows.rowCount()
        self.hint.setVisible(count == 0)
        lines = min(max(count, 1), MOST_ROWS) * ROW
        bar = self.table.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 and bar.isVisible() else 0
        height = self.table.header.height() + lines + extra + 2
        if height != self.table.height():
            self.table.setFixedHeight(height)
            self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # the bar below the rows comes and goes with the width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The place of an empty table takes a double click as a wish for a row."""
        if event.type() == QEvent.Type.MouseButtonDblClick and not self.rows.rowCount():
            QTimer.singleShot(0, self, self.commands.add)
            return True
        return super().eventFilter(watched, event)

    # --- doing ------------------------------------------------------------------------------

    def _on_added(self, _record: Record) -> None:
        self._fresh = self._company.workspace.undo_label

    def _keep_fresh(self) -> None:
        self._fresh = None

    def _on_cancelled(self) -> None:
        """Esc right after + takes the row away again: nobody wanted its value."""
        fresh, self._fresh = self._fresh, None
        if fresh is None or fresh is not self._company.workspace.undo_label:
            return
        try:
            self._company.workspace.undo()
        except UserError as refused:
            self._shell.refuse(refused)

    def _on_pasted(self, result: PasteResult) -> None:
        self._fresh = None
        self.not_taken.show_result(result)
        self._fit()
