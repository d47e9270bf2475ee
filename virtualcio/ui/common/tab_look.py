"""How a table tab looks that nobody has seen for long, so that a new one in its place looks the same."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit

from virtualcio.ui.common.not_taken import NotTaken
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.record_table import RecordTable


@dataclass(frozen=True)
class TabLook:
    """Columns and widths are not in it: they are remembered for the user anyway."""

    words: str  # in the filter line
    chip: str
    sorted_by: tuple[str, bool] | None  # column key, descending
    record: str  # key of the selected one, "" if there is none
    column: str  # key of the one with the current cell
    top: int  # place of the scroll bars
    left: int


def look_of(tab: RecordTab) -> TabLook | None:
    """None if there is more to it than a new tab could show: typed text that is not stored, several rows
    selected, a history, a strip of pasted cells that were not taken.
    """
    if _is_in_use(tab):
        return None
    shown, bar = tab.table, tab.bar
    record, column = shown.current_record(), shown.current_column()
    return TabLook(
        words=bar.words,
        chip=bar.chip.key if bar.chip is not None else "",
        sorted_by=shown.records.sorted_by,
        record=record.id if record is not None else "",
        column=column.key if column is not None else "",
        top=shown.verticalScrollBar().value(),
        left=shown.horizontalScrollBar().value(),
    )


def take_look(tab: RecordTab, look: TabLook) -> None:
    """Make a tab that is shown for the first time look so; what is gone meanwhile is passed over."""
    if look.words or look.chip:
        tab.bar.box.setText(look.words)
        tab.bar.choose(look.chip)
    shown = tab.table
    if look.sorted_by is not None:
        key, down = look.sorted_by
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        shown.records.sort(-1 if (at := shown.records.column_at(key)) is None else at, order)
    if look.record:
        shown.show_record(look.record, look.column)
    shown.verticalScrollBar().setValue(look.top)
    shown.horizontalScrollBar().setValue(look.left)


def _is_in_use(tab: RecordTab) -> bool:
    inspector = tab.inspector
    return (
        len(tab.table.selected_rows()) > 1
        or inspector.history_button.isChecked()
        or any(not strip.isHidden() for strip in tab.findChildren(NotTaken))
        or any(one.state() is QAbstractItemView.State.EditingState for one in tab.findChildren(RecordTable))
        or any(field.editor.touched() for field in inspector.fields.fields.values())
        or any(line.isModified() for line in tab.findChildren(QLineEdit) if line is not tab.bar.box)
        or any(box.document().isModified() for box in tab.findChildren(QPlainTextEdit))
    )
