"""Who changed what about one record, and when, the newest first."""

from datetime import UTC

from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.model.journal import JournalKind
from virtualcio.store.history import FieldChange, HistoryEntry
from virtualcio.texts import _, translate
from virtualcio.ui.common.labels import Label

MOST = 40


class RecordHistory(QWidget):
    """A list of changes with the values before and after."""

    def __init__(self, company: OpenCompany, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._table = table
        self._columns = {column.field: column for column in table.columns if column.field}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)

    def show_record(self, record: Record) -> None:
        """Read the journal of this record."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        entries = self._company.workspace.history(record.id, MOST)
        for entry in entries:
            self._list.addWidget(self._entry(entry, record.id))
        if not entries:
            words = _("Nothing has changed here since the file was made.")
            self._list.addWidget(Label(words, ink="second", wrap=True))
        self._list.addStretch(1)

    def _entry(self, entry: HistoryEntry, key: str) -> QWidget:
        when = entry.when if entry.when.tzinfo else entry.when.replace(tzinfo=UTC)
        there = when.astimezone()
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        stamp = " · ".join(part for part in (f"{formats.day(there.date())} {there:%H:%M}", entry.who) if part)
        lines.addWidget(Label(stamp, ink="third", size=11.5))
        lines.addWidget(Label(_headline(entry), wrap=True))
        own = [change for change in entry.changes if change.record_id == key]
        born = any(change.field == self._table.name_field and change.before is None for change in own)
        for change in own:
            if not born:  # a new row has no before
                words = self._change(change)
                if words:
                    lines.addWidget(Label(words, ink="second", size=12, wrap=True))
        return box

    def _change(self, change: FieldChange) -> str:
        column = self._columns.get(change.field)
        if column is None or change.before == change.after:
            return ""
        before, after = self._said(column, change.before), self._said(column, change.after)
        return f"{translate(column.title)}: {before} → {after}"

    def _said(self, column: Column, value: object) -> str:
        return cells.shown(self._company, column, value) or formats.NO_VALUE


def _headline(entry: HistoryEntry) -> str:
    if entry.kind is JournalKind.UNDO:
        return _("Undone: {label}").format(label=entry.label)
    if entry.kind is JournalKind.REDO:
        return _("Redone: {label}").format(label=entry.label)
    return str(entry.label)
