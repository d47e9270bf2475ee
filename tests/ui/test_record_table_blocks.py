"""Blocks of cells and whole rows: copy, paste, fill down, clear, add, duplicate, delete, and undo of all."""

from decimal import Decimal

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.exchange.cell_block import block_from, text_of_block
from virtualcio.model import Application, Asset, AssetApplication
from virtualcio.texts import Message

__all__ = ["window"]

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select_block(window: InventoryWindow, first: tuple[int, str], last: tuple[int, str]) -> None:
    model, table = window.table.records, window.table
    corners = [model.index(row, model.column_at(key) or 0) for row, key in (first, last)]
    table.setCurrentIndex(corners[0])
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().select(QItemSelection(*corners), flag)
    table.setFocus()


def clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def names(window: InventoryWindow) -> list[str]:
    return [asset.name for asset in window.company.data.all(Asset)]


def test_a_block_copied_from_excel_goes_into_the_cells_and_below_the_end_into_new_rows(
    window: InventoryWindow,
) -> None:
    clipboard("USV\tAPC 1500\r\nNAS\tDSM 7.2\r\nWLAN\t\r\n")
    window.go_to_cell("switch", "name")
    window.press(Qt.Key.Key_V, CONTROL)

    assert names(window) == ["ERP-Server", "USV", "NAS", "WLAN"]
    assert window.value("switch", "product") == "APC 1500"
    window.company.workspace.undo()
    assert names(window) == ["ERP-Server", "Switch Halle", "Drucker"]
    assert window.table.records.rowCount() == 3


def test_a_pasted_cell_that_is_refused_keeps_its_value_and_is_named_with_the_reason(
    window: InventoryWindow,
) -> None:
    window.go_to_cell("server", "purchase_date")
    clipboard("31.02.2020\n02.05.2023")
    window.press(Qt.Key.Key_V, CONTROL)

    assert str(window.value("server", "purchase_date")) == "2015-03-12"
    assert str(window.value("switch", "purchase_date")) == "2023-05-02"
    assert window.part.not_taken.isVisible()
    said = " ".join(
        label.text() for label in window.part.not_taken.findChildren(type(window.part.bar.figure))
    )
    assert "31.02.2020" in said and "Zeile 1" in said


def test_one_copied_cell_goes_into_all_selected_cells(window: InventoryWindow) -> None:
    clipboard("FortiOS 7.4")
    select_block(window, (0, "product"), (2, "product"))
    window.press(Qt.Key.Key_V, CONTROL)
    assert {asset.product for asset in window.company.data.all(Asset)} == {"FortiOS 7.4"}


def test_copy_puts_the_block_on_the_clipboard_with_or_without_titles(window: InventoryWindow) -> None:
    select_block(window, (0, "name"), (1, "product"))
    window.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "ERP-Server\tWindows Server 2012 R2\nSwitch Halle\t\n"

    window.press(Qt.Key.Key_C, CONTROL | SHIFT)
    titles = QGuiApplication.clipboard().text().split("\n")[0].split("\t")
    assert titles == [window.table.records.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)]


def test_what_is_copied_can_be_pasted_back_without_a_change(window: InventoryWindow) -> None:
    columns = window.table.table.columns
    stored = [column.key for column in columns if column.field and column.kind != "long_text"]
    with window.company.workspace.change(Message("Nutzungsdauer")):
        window.company.data.find(Asset, "server").life_key = "server"
    before = window.company.workspace.undo_label
    window.table.records.show_columns(stored)
    window.table.selectAll()
    window.table.setFocus()
    window.press(Qt.Key.Key_C, CONTROL)
    select_block(window, (0, stored[0]), (0, stored[0]))
    window.press(Qt.Key.Key_V, CONTROL)
    assert not window.part.not_taken.isVisible()
    assert window.company.workspace.undo_label is before


def test_ctrl_d_fills_the_first_row_down(window: InventoryWindow) -> None:
    window.part.columns.turn(window.table.table.column("site"), on=True)
    select_block(window, (0, "site"), (2, "site"))
    window.press(Qt.Key.Key_D, CONTROL)
    assert [asset.site_id for asset in window.company.data.all(Asset)] == ["halle"] * 3
    window.company.workspace.undo()
    assert [asset.site_id for asset in window.company.data.all(Asset)] == ["halle", None, None]


def test_backspace_empties_the_selected_cells_in_one_undo_step(window: InventoryWindow) -> None:
    window.part.columns.turn(window.table.table.column("cost"), on=True)
    select_block(window, (0, "cost"), (1, "cost"))
    window.press(Qt.Key.Key_Backspace)
    assert [asset.cost for asset in window.company.data.all(Asset)] == [None, None, None]
    window.company.workspace.undo()
    assert window.value("switch", "cost") == Decimal("899.90")


def test_del_deletes_the_row_with_its_links_and_undo_brings_all_of_it_back(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    window.press(Qt.Key.Key_Delete)
    assert names(window) == ["Switch Halle", "Drucker"]
    assert window.company.data.count(AssetApplication) == 0
    assert window.table.records.rowCount() == 2
    assert window.table.current_record() is window.company.data.find(Asset, "switch")

    window.company.workspace.undo()
    QApplication.processEvents()
    assert window.company.data.find(AssetApplication, "link").application_id == "erp"
    assert {record.id for record in window.table.records.rows} == {"server", "switch", "printer"}


def test_a_new_row_is_there_at_once_with_its_name_ready_to_type_over(window: InventoryWindow) -> None:
    window.part.bar.box.setText("ERP")
    window.part.commands.add_action.trigger()
    QApplication.processEvents()

    assert window.part.bar.words == ""
    assert isinstance(window.shell.focusWidget(), QLineEdit)
    window.write("Firewall")
    window.press(Qt.Key.Key_Return)
    assert names(window)[-1] == "Firewall"


def test_duplicates_carry_the_links_and_are_selected(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    window.part.commands.duplicate_action.trigger()
    copy = window.company.data.all(Asset)[-1]
    assert copy.name == "ERP-Server (Kopie)"
    assert window.company.data.where(AssetApplication, "asset_id", copy.id)[0].application_id == "erp"
    assert window.table.selected_records() == [copy]
    assert window.company.data.count(Application) == 1


def test_a_block_with_quotes_tabs_and_line_ends_in_cells_reads_back_the_same() -> None:
    rows = [['5" Rohr', "a\tb"], ["zwei\nZeilen", ""], ["=1+2", 'er sagte "ja"']]
    assert block_from(text_of_block(rows)) == rows
    assert block_from("a\tb\r\n") == [["a", "b"]]
    assert block_from("") == []
