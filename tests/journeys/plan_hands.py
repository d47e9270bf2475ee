"""Hands for the steps from goals to the roadmap: fields of the details, rows below them, tables of a tab."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.journeys.bad_input import note_of
from tests.journeys.walk import CTRL, SHIFT, Walk, answering, fields, file_name
from tests.store.example_company import in_file as content_of
from virtualcio.model.base import Record
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.inspector import Inspector
from virtualcio.ui.common.record_tab import RecordTab

ENTER = Qt.Key.Key_Return


def begin_new_company(walk: Walk, path: Path) -> None:
    """From the start screen to the pages of a company that is still empty."""
    with answering(fields("Schlosserei Brandt", "Metallbau", "24"), file_name(path)):
        walk.window.run("new")


def first_goal(walk: Walk) -> None:
    """On the empty page of goals."""
    walk.click("Erstes Ziel eintippen")
    write(walk, "Schneller anbieten")


def part(walk: Walk) -> Any:
    """The tab that is shown."""
    return walk.place.current_page.part  # type: ignore[attr-defined]  # a TabbedPage


def table_of_tab(walk: Walk) -> RecordTab:
    shown = part(walk)
    assert isinstance(shown, RecordTab)
    return shown


def turn_to(walk: Walk, page: str, tab: str) -> None:
    walk.page(page)
    walk.tab(tab)


def add_row(walk: Walk, name: str) -> Any:
    """Ctrl+Shift+N in the table of the tab, its name, Enter; gives back the record."""
    shown = table_of_tab(walk)
    shown.commands.add_action.trigger()
    QApplication.processEvents()
    walk.type(name)
    walk.press(ENTER)
    found = [record for record in shown.table.records.rows if getattr(record, "name", "") == name]
    assert len(found) == 1, name
    return found[0]


def fill_row(walk: Walk, name: str, **typed: str) -> None:
    """Type into the cells of the row with this name; columns that are hidden are shown first."""
    shown = table_of_tab(walk)
    for column, text in typed.items():
        if shown.table.records.column_at(column) is None:
            shown.columns.turn(shown.table.table.column(column), on=True)
        record = next(one for one in shown.table.records.rows if getattr(one, "name", "") == name)
        assert shown.table.show_record(record.id, column)
        shown.table.setFocus()
        QApplication.processEvents()
        taken(walk, text)


def write(walk: Walk, text: str) -> None:
    """Type where the keyboard is and store it."""
    walk.type(text)
    walk.press(ENTER)


def taken(walk: Walk, text: str) -> None:
    """As `write`; nothing was said against it."""
    write(walk, text)
    assert note_of(walk) == "", (text, note_of(walk))


def into_line(walk: Walk, line: QWidget, text: str) -> None:
    """Type over what stands in a line, without Enter."""
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    walk.type(text)


def fill_details(walk: Walk, inspector: Inspector, **typed: str) -> None:
    """Type into the fields of the details beside the table or the cards."""
    for key, text in typed.items():
        field = inspector.fields.fields[key]
        inspector.parts.ensureWidgetVisible(field)
        line = field.editor.widget
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()
        taken(walk, text)


def link(walk: Walk, inspector: Inspector, column: str, name: str) -> None:
    """The + of a field with links, and the name of what it is linked with."""
    field = inspector.fields.links[column]
    inspector.parts.ensureWidgetVisible(field)
    field._add.click()
    QApplication.processEvents()
    write(walk, name)


def add_child(walk: Walk, child: ChildTable, first: str) -> None:
    """The + above the rows of a record; the first thing that is asked for is typed."""
    child.add_button.click()
    QApplication.processEvents()
    write(walk, first)


def fill_child(walk: Walk, child: ChildTable, row: int, **typed: str) -> None:
    for column, text in typed.items():
        at = child.rows.column_at(column)
        assert at is not None, column
        child.table.setFocus()
        child.table.go_to(child.rows.index(row, at))
        QApplication.processEvents()
        taken(walk, text)


def child_texts(child: ChildTable) -> list[list[str]]:
    """What stands in the rows, with plain spaces."""
    rows = child.rows
    return [
        [str(rows.data(rows.index(row, at))).replace("\u00a0", " ") for at in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def paste_below(walk: Walk, child: ChildTable, *lines: str) -> None:
    """Ctrl+V below the last row, with what was copied from Excel."""
    QApplication.clipboard().setText("\n".join(lines))
    child.table.setFocus()
    child.table.clearSelection()
    child.table.go_to(QModelIndex())
    walk.press(Qt.Key.Key_V, CTRL)


def content(path: Path) -> object:
    """What stands in a file that is open in the window."""
    copy = path.with_name("copy-to-look-at.vcio")
    copy.write_bytes(path.read_bytes())
    try:
        return content_of(copy)
    finally:
        copy.unlink()


def undo_all_and_redo(walk: Walk, path: Path) -> int:
    """Ctrl+Z until nothing is left, Ctrl+Shift+Z until all is back: the same as before; how many steps."""
    before = content(path)
    steps = 0
    while walk.place.company.workspace.undo_label is not None:
        walk.press(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 500
    assert walk.place.company.workspace.undo_label is None
    for _step in range(steps):
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert content(path) == before
    return steps


def named(records: list[Record], name: str) -> Any:
    """The one with this name."""
    found = [record for record in records if getattr(record, "name", "") == name]
    assert len(found) == 1, f"{len(found)} x {name}"
    return found[0]
