"""In a large company a page lets go of tables not seen for long; they come back as they were."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.model import Asset
from virtualcio.texts import Message
from virtualcio.ui.common import staged_page, tabbed_page

__all__ = ["window"]
OTHERS = ("applications", "contracts", "processes")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, window: InventoryWindow) -> InventoryWindow:
    """Three assets count as many."""
    monkeypatch.setattr(staged_page, "LARGE", 3)
    return window


def _label() -> Message:
    return Message("Changed elsewhere")


def go_elsewhere(window: InventoryWindow) -> None:
    """Look at as many other tabs as stay built, and wait."""
    assert len(OTHERS) == tabbed_page.MOST_BUILT
    for tab in OTHERS:
        window.shell.go("inventory", tab)
    window.page.let_go()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def come_back(window: InventoryWindow) -> None:
    window.shell.go("inventory", "assets")
    QApplication.processEvents()


def test_a_table_that_comes_back_has_its_row_its_order_and_its_filter(large: InventoryWindow) -> None:
    before = large.part
    before.bar.box.setText("e")
    large.table.sort_by_section(0)
    large.table.sort_by_section(0)
    names = [record.id for record in large.table.records.rows]
    large.go_to_cell("switch", "cost")

    go_elsewhere(large)
    assert "assets" not in large.page.parts
    come_back(large)

    assert large.part is not before
    assert large.part.bar.words == "e"
    assert [record.id for record in large.table.records.rows] == names
    record, column = large.table.current_record(), large.table.current_column()
    assert record is not None and record.id == "switch"
    assert column is not None and column.key == "cost"
    assert [one.id for one in large.part.inspector.records] == ["switch"]


def test_a_chosen_chip_comes_back_and_shows_what_was_changed_meanwhile(large: InventoryWindow) -> None:
    chip = large.table.table.chips[0].key
    large.part.bar.choose(chip)
    go_elsewhere(large)
    server = large.company.data.find(Asset, "server")
    with large.company.workspace.change(_label()):
        server.name = "Neuer Name"

    come_back(large)
    assert large.part.bar.chip is not None and large.part.bar.chip.key == chip
    large.part.bar.clear()
    assert "Neuer Name" in [record.name for record in large.company.data.all(Asset)]
    row = large.table.records.row_of("server")
    assert row is not None and large.table.records.index(row, 0).data() == "Neuer Name"


def test_a_row_that_is_gone_meanwhile_leaves_the_first_one_chosen(large: InventoryWindow) -> None:
    large.go_to_cell("printer", "name")
    go_elsewhere(large)
    with large.company.workspace.change(_label()) as edit:
        edit.delete(large.company.data.find(Asset, "printer"))

    come_back(large)
    assert large.table.records.rowCount() == 2
    assert large.table.currentIndex().row() == 0


def test_a_text_that_was_refused_is_not_let_go(large: InventoryWindow) -> None:
    field = large.part.inspector.fields.fields["cost"].editor.widget
    field.setFocus()
    large.write("viel Geld")
    large.press(Qt.Key.Key_Return)
    before = large.part

    go_elsewhere(large)
    come_back(large)

    assert large.part is before
    assert "viel Geld" in large.part.inspector.fields.fields["cost"].editor.widget.text()  # type: ignore[attr-defined]  # a line


def test_several_chosen_rows_stay_chosen(large: InventoryWindow) -> None:
    large.table.selectAll()
    go_elsewhere(large)
    come_back(large)
    assert len(large.table.selected_records()) == 3


def test_a_small_company_keeps_its_tables(window: InventoryWindow) -> None:
    before = window.part
    for tab in OTHERS:
        window.shell.go("inventory", tab)
    assert not window.page._let_go_later.isActive()
    come_back(window)
    assert window.part is before
