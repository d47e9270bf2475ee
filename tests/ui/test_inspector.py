"""The details beside a table: business words, fields, links, several rows at once, history."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.actions.tables import table
from virtualcio.model import Application, Asset, AssetApplication
from virtualcio.texts import speaking
from virtualcio.ui.common.inspector import Inspector
from virtualcio.ui.common.inspector_field import InspectorField, fits_half
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.value_note import ValueNote

__all__ = ["window"]


def details(window: InventoryWindow) -> Inspector:
    return window.part.inspector


def field(window: InventoryWindow, key: str) -> InspectorField:
    return details(window).fields.fields[key]


def type_into(window: InventoryWindow, key: str, text: str) -> None:
    line = field(window, key).editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    window.write(text)


def test_the_selected_thing_opens_with_what_it_means_for_the_company(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    assert details(window).name.whole_text() == "ERP-Server"
    box = details(window).sentence
    assert box.isVisible() and box.text.text()
    assert box.title.text() == "Was das für den Betrieb heißt"
    box.how.click()
    assert box.why.isVisible() and "–" in box.why.text()


def test_a_field_typed_in_the_details_is_stored_and_shows_in_the_table(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    type_into(window, "cost", "12.000,50")
    window.press(Qt.Key.Key_Return)
    assert window.value("server", "cost") == Decimal("12000.50")
    type_into(window, "product", "Windows Server 2025")
    window.press(Qt.Key.Key_Return)
    assert "Windows Server 2025" in [window.table.records.index(row, 1).data() for row in range(3)]


def test_a_refused_value_stays_in_the_field_with_the_sentence_beside_it(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    type_into(window, "purchase_date", "irgendwann")
    window.press(Qt.Key.Key_Return)
    notes = [note for note in window.shell.findChildren(ValueNote) if note.isVisible()]
    assert len(notes) == 1 and "irgendwann" in notes[0].text
    line = field(window, "purchase_date").editor.widget
    assert isinstance(line, QLineEdit) and line.text() == "irgendwann"
    window.press(Qt.Key.Key_Escape)
    assert line.text() == "12.03.2015"


def test_a_choice_of_another_category_is_stored_at_once(window: InventoryWindow) -> None:
    window.go_to_cell("printer", "name")
    QApplication.processEvents()
    combo = field(window, "category").editor.widget
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_N)  # Notebook, NAS: the first word with N
    window.press(Qt.Key.Key_Return)
    assert str(window.value("printer", "category"))[0] == "n"


def test_linked_things_are_chips_that_lead_there_and_can_be_taken_away(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    links = details(window).fields.links["applications"]
    chips = [chip for chip in links.findChildren(LinkChip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["ERP-System"]

    chips[0].setFocus()
    window.press(Qt.Key.Key_Delete)
    assert window.company.data.count(Asset) == 3
    assert window.company.data.count(AssetApplication) == 0
    window.company.workspace.undo()
    assert window.company.data.count(AssetApplication) == 1

    QApplication.processEvents()
    next(chip for chip in links.findChildren(LinkChip) if chip.isVisible()).click()
    QApplication.processEvents()
    assert window.page.current_tab() == "applications"
    assert window.part.inspector.name.whole_text() == "ERP-System"


def test_a_new_application_is_made_and_linked_where_it_is_missed(window: InventoryWindow) -> None:
    window.go_to_cell("switch", "name")
    QApplication.processEvents()
    links = details(window).fields.links["applications"]
    links._add.click()
    window.write("Zeiterfassung")
    window.press(Qt.Key.Key_Return)
    made = [one for one in window.company.data.all(Application) if one.name == "Zeiterfassung"]
    assert len(made) == 1
    rows = window.company.data.where(AssetApplication, "asset_id", "switch")
    assert [row.application_id for row in rows] == [made[0].id]
    window.company.workspace.undo()
    assert window.company.data.count(Application) == 1


def test_several_selected_rows_are_changed_together_in_one_undo_step(window: InventoryWindow) -> None:
    assets = [window.company.data.find(Asset, key) for key in ("server", "switch", "printer")]
    window.table.select_records(assets)
    QApplication.processEvents()
    assert details(window).name.whole_text().startswith("3 ausgewählt")
    assert not details(window).sentence.isVisible()
    line = field(window, "cost").editor.widget
    assert isinstance(line, QLineEdit) and line.placeholderText() == "verschieden"

    type_into(window, "product", "DSM 7.2")
    window.press(Qt.Key.Key_Return)
    assert {asset.product for asset in assets} == {"DSM 7.2"}
    window.company.workspace.undo()
    assert [asset.product for asset in assets] == ["Windows Server 2012 R2", "", ""]


def test_the_history_says_what_was_before_and_after(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    type_into(window, "cost", "500")
    window.press(Qt.Key.Key_Return)
    details(window).history_button.click()
    QApplication.processEvents()
    said = "\n".join(label.text() for label in details(window).history.findChildren(Label))
    assert "11.240" in said and "500" in said and "ERP-Server" in said
    assert not details(window).fields.isVisible()


def test_what_refers_to_a_site_is_listed_with_it(window: InventoryWindow) -> None:
    window.shell.go("inventory", tab="sites", record="halle")
    QApplication.processEvents()
    chips = [chip.text() for chip in details(window).used_by.findChildren(LinkChip) if chip.isVisible()]
    assert chips == ["ERP-Server"]


def test_the_words_of_a_list_are_read_whole_or_have_the_whole_width(qapp: QApplication) -> None:
    """'Software und Cloud' is wider than half an inspector, 'Monatlich' is not."""
    with speaking("de"):
        assert not fits_half(table("accounts").column("category"))
        assert fits_half(table("decisions").column("state"))
