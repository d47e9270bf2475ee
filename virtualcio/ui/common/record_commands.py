"""What can be done with the rows of a table, by key and menu: add, duplicate, delete, copy, paste, fill."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from virtualcio.actions import cells, edit
from virtualcio.actions.columns import Column, Tone
from virtualcio.actions.paste import PasteResult
from virtualcio.actions.typed_value import fill_down_columns
from virtualcio.errors import UserError
from virtualcio.exchange.cell_block import block_from, text_of_block
from virtualcio.model import Record
from virtualcio.texts import _, translate, translate_count
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell


class RecordCommands(QObject):
    """Belongs to one RecordTable; refusals go to the window's message line."""

    pasted = Signal(object)  # PasteResult
    added = Signal(object)  # the new record, of which a cell is being typed
    adding = Signal()  # a row is about to be added: filters that would hide it should go

    def __init__(self, table: RecordTable, shell: Shell) -> None:
        super().__init__(table)
        self._table = table
        self._shell = shell
        key = QKeySequence.StandardKey
        self.add_action = self._action(_("New row"), self.add, "Ctrl+Shift+N", bound=False)
        self.rename_action = self._action(_("Edit cell"), self.edit_cell, "F2", bound=False)
        self.duplicate_action = self._action(_("Duplicate"), self.duplicate, "Ctrl+Shift+D")
        self.delete_action = self._action(_("Delete"), self.delete, "Del")
        self.clear_action = self._action(_("Clear cells"), self.clear, "Backspace")
        self.copy_action = self._action(_("Copy"), self.copy, key.Copy)
        self.copy_titled_action = self._action(_("Copy with titles"), self.copy_with_titles, "Ctrl+Shift+C")
        self.paste_action = self._action(_("Paste"), self.paste, key.Paste)
        self.fill_action = self._action(_("Fill down"), self.fill_down, "Ctrl+D")
        self.all_action = self._action(_("Select all"), self._table.selectAll, key.SelectAll)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu)

    def _action(
        self,
        title: str,
        slot: Callable[[], object],
        shortcut: str | QKeySequence.StandardKey,
        *,
        bound: bool = True,
    ) -> QAction:
        action = QAction(title, self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        if bound:  # F2 is the view's own key, and the whole tab has the one for new rows
            self._table.addAction(action)
        return action

    def menu(self) -> QMenu:
        """The context menu of the table."""
        menu = QMenu(self._table)
        some = bool(self._table.selected_records())
        groups = (
            (self.add_action, self.rename_action, self.duplicate_action, self.delete_action),
            (self.copy_action, self.copy_titled_action, self.paste_action),
            (self.fill_action, self.clear_action, self.all_action),
        )
        always = (self.add_action, self.paste_action)
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for action in group:
                action.setEnabled(some or action in always)
                menu.addAction(action)
        menu.aboutToHide.connect(self._enable_all)
        return menu

    def _enable_all(self) -> None:
        for action in self._table.actions():
            action.setEnabled(True)

    def _on_menu(self, spot: QPoint) -> None:
        self.menu().popup(self._table.viewport().mapToGlobal(spot))

    def _do(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except UserError as refused:
            self._shell.refuse(refused)
            return False
        return True

    # --- rows ------------------------------------------------------------------------------

    def add(self) -> None:
        """A new row at the end, with its name ready to be typed over."""
        self.adding.emit()
        made: list[Record] = []
        table = self._table.table
        given = self._table.given
        if self._do(lambda: made.append(edit.add_record(self._table.company, table, given))):
            self._table.show_record(made[0].id, table.typed_first or _name_key(self._table), edit=True)
            self.added.emit(made[0])

    def edit_cell(self) -> None:
        index = self._table.currentIndex()
        if index.isValid() and self._table.records.columns[index.column()].editable:
            self._table.edit(index)

    def duplicate(self) -> None:
        records = self._table.selected_records()
        copies: list[Record] = []
        table = self._table.table
        if records and self._do(
            lambda: copies.extend(edit.duplicate_records(self._table.company, table, records))
        ):
            self._table.select_records(copies)

    def delete(self) -> None:
        """Delete the selected rows; undo brings them back."""
        records = self._table.selected_records()
        if not records:
            return
        row = self._table.currentIndex().row()
        column = max(0, self._table.currentIndex().column())
        if self._do(lambda: edit.delete_records(self._table.company, records)):
            left = self._table.records.rowCount()
            self._table.go_to(
                self._table.records.index(min(row, left - 1), column) if left else QModelIndex()
            )

    # --- cells -------------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty the selected cells, as one undo step."""
        columns = [self._table.records.columns[at] for at in self._table.selected_columns()]
        columns = [column for column in columns if column.editable]
        records = self._table.selected_records()
        if columns and records:
            self._do(lambda: self._paste_into(records, columns, [[""] * len(columns)] * len(records)))

    def fill_down(self) -> None:
        """Give the selected cells the first row's values; a single row gets those of the row above."""
        table = self._table
        records = table.selected_records()
        if len(records) == 1:
            row = table.currentIndex().row()
            records = [table.records.rows[row - 1], *records] if row > 0 else []
        columns = [table.records.columns[at] for at in table.selected_columns()]
        columns = [column for column in columns if column.editable]
        if len(records) > 1 and columns:
            self._do(lambda: fill_down_columns(table.company, table.table, columns, records))

    def copy(self) -> None:
        self._copy(titled=False)

    def copy_with_titles(self) -> None:
        self._copy(titled=True)

    def _copy(self, *, titled: bool) -> None:
        table = self._table
        columns = [table.records.columns[at] for at in table.selected_columns()]
        rows = [[_copied(table, column, record) for column in columns] for record in table.selected_records()]
        if titled:
            rows.insert(0, [translate(column.title) for column in columns])
        if rows and columns:
            QGuiApplication.clipboard().setText(text_of_block(rows))

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins; rows beyond the last one become new rows."""
        block = block_from(QGuiApplication.clipboard().text())
        if not block:
            return
        table = self._table
        rows, columns = table.selected_rows(), table.selected_columns()
        first = rows[0] if rows else len(table.records.rows)
        if len(block) == 1 and len(rows) > 1:
            records = table.selected_records()
        else:
            records = table.records.rows[first : first + len(block)]
        single = len(block) == 1 and len(block[0]) == 1
        if single and len(columns) > 1:
            into = [table.records.columns[at] for at in columns]
        else:
            into = table.columns_from(columns[0] if columns else 0)
        if len(records) < len(block):
            self.adding.emit()
        self._do(lambda: self._paste_into(records, into, block))

    def _paste_into(
        self, records: Sequence[Record], columns: Sequence[Column], block: Sequence[Sequence[str]]
    ) -> None:
        table = self._table
        result: PasteResult = edit.paste_block(
            table.company, table.table, records, columns, block, given=table.given
        )
        if result.added:
            table.select_records(result.records)
        self.pasted.emit(result)
        if not result.refused and not result.doubtful and result.added:
            words = translate_count("{count} row added", "{count} rows added", len(result.added))
            self._shell.say(words, Tone.GOOD, undo=True)


def _copied(table: RecordTable, column: Column, record: Record) -> str:
    if column.editable:
        return cells.edit_text(table.company, column, record)
    return cells.text_of(table.company, column, record)


def _name_key(table: RecordTable) -> str:
    wanted = table.table.name_field
    return next((column.key for column in table.table.columns if column.field == wanted), "")
