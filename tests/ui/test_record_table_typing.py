"""Typing into a table: Enter, Tab, Esc, amounts and dates as people write, refusals that keep the text."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.model import Site
from virtualcio.model.inventory import AssetCategory
from virtualcio.ui.common.value_note import ValueNote

__all__ = ["window"]


def note_of(window: InventoryWindow) -> ValueNote:
    notes = [note for note in window.shell.findChildren(ValueNote) if note.isVisible()]
    assert len(notes) == 1
    return notes[0]


def test_typing_over_a_cell_and_enter_stores_it_and_goes_down(window: InventoryWindow) -> None:
    window.go_to_cell("server", "product")
    window.write("Windows Server 2022")
    window.press(Qt.Key.Key_Return)

    assert window.value("server", "product") == "Windows Server 2022"
    assert window.table.currentIndex().row() == 1
    assert window.table.current_column() is window.table.table.column("product")
    assert str(window.company.workspace.undo_label) != ""


def test_f2_opens_the_cell_with_what_stands_in_it_and_esc_leaves_it_as_it_was(
    window: InventoryWindow,
) -> None:
    window.go_to_cell("server", "name")
    window.press(Qt.Key.Key_F2)
    assert window.editor().text() == "ERP-Server"
    window.write("anders")
    window.press(Qt.Key.Key_Escape)

    assert window.value("server", "name") == "ERP-Server"
    assert window.company.workspace.undo_label is None
    assert window.table.hasFocus()


def test_tab_stores_and_goes_to_the_next_column_that_can_be_typed_in(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    window.write("HV01")
    window.press(Qt.Key.Key_Tab)

    assert window.value("server", "name") == "HV01"
    column = window.table.current_column()
    assert column is not None and column.key == "product"


def test_an_amount_is_understood_the_german_and_the_english_way(window: InventoryWindow) -> None:
    for text, amount in (("18.400,50 €", "18400.50"), ("1,234.56", "1234.56"), ("12 T€", "12000.00")):
        window.go_to_cell("server", "cost")
        window.write(text)
        window.press(Qt.Key.Key_Return)
        assert window.value("server", "cost") == Decimal(amount), text


def test_an_ambiguous_amount_is_asked_about_and_enter_takes_the_first_reading(
    window: InventoryWindow,
) -> None:
    window.go_to_cell("server", "cost")
    window.write("1.234")
    window.press(Qt.Key.Key_Return)

    assert window.value("server", "cost") == Decimal("11240.00")
    said = [button.text().replace("\u00a0", " ") for button in note_of(window).answers]
    assert said == ["1.234,00 €", "1,23 €"]
    window.press(Qt.Key.Key_Return)
    assert window.value("server", "cost") == Decimal("1234.00")


def test_the_other_reading_of_an_ambiguous_amount_is_one_click(window: InventoryWindow) -> None:
    window.go_to_cell("server", "cost")
    window.write("1.234")
    window.press(Qt.Key.Key_Return)
    note_of(window).answers[1].click()
    QApplication.processEvents()

    assert window.value("server", "cost") == Decimal("1.23")


def test_a_date_that_the_calendar_lacks_is_refused_and_what_was_typed_stays(window: InventoryWindow) -> None:
    window.go_to_cell("server", "purchase_date")
    window.write("31.02.2024")
    window.press(Qt.Key.Key_Return)

    assert window.editor().text() == "31.02.2024"
    assert "31.02.2024" in note_of(window).text
    assert window.value("server", "purchase_date") == date(2015, 3, 12)
    assert window.company.workspace.undo_label is None

    window.press(Qt.Key.Key_Escape)
    assert [note for note in window.shell.findChildren(ValueNote) if note.isVisible()] == []


def test_a_month_typed_as_a_date_says_which_day_was_understood(window: InventoryWindow) -> None:
    window.go_to_cell("server", "purchase_date")
    window.write("08/2013")
    assert "01.08.2013" in note_of(window).text
    window.press(Qt.Key.Key_Return)
    assert window.value("server", "purchase_date") == date(2013, 8, 1)


def test_typing_over_a_note_replaces_it_as_in_any_cell(window: InventoryWindow) -> None:
    for text in ("Wird ersetzt", "Läuft noch"):
        window.go_to_cell("server", "note")
        window.write(text)
        window.press(Qt.Key.Key_Return)
        assert window.value("server", "note") == text


def test_an_empty_name_is_refused_with_a_sentence(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    window.press(Qt.Key.Key_F2)
    window.editor().clear()
    window.press(Qt.Key.Key_Return)
    assert note_of(window).text
    assert window.value("server", "name") == "ERP-Server"


def test_a_choice_is_found_by_as_many_letters_as_it_takes_and_stored_once(window: InventoryWindow) -> None:
    window.go_to_cell("server", "category")
    window.write("NAS")  # N alone leads to the notebook
    assert window.value("server", "category") is AssetCategory.SERVER
    window.press(Qt.Key.Key_Return)
    assert window.value("server", "category") is AssetCategory.NAS
    window.company.workspace.undo()
    assert window.value("server", "category") is AssetCategory.SERVER


def test_a_site_is_found_by_its_first_letters(window: InventoryWindow) -> None:
    window.go_to_cell("printer", "site")
    window.write("Hal")
    window.press(Qt.Key.Key_Return)
    assert window.value("printer", "site_id") == "halle"


def test_a_site_that_does_not_exist_yet_is_made_on_the_spot_in_one_undo_step(window: InventoryWindow) -> None:
    window.go_to_cell("printer", "site")
    window.write("Lager")
    window.press(Qt.Key.Key_Return)

    made = [site for site in window.company.data.all(Site) if site.name == "Lager"]
    assert len(made) == 1
    assert window.value("printer", "site_id") == made[0].id
    window.company.workspace.undo()
    assert window.value("printer", "site_id") is None
    assert [site.name for site in window.company.data.all(Site)] == ["Halle 1"]


def test_leaving_an_editor_with_the_mouse_stores_what_was_typed(window: InventoryWindow) -> None:
    window.go_to_cell("server", "product")
    window.write("DSM 7.2")
    window.part.bar.box.setFocus()
    QApplication.processEvents()
    assert window.value("server", "product") == "DSM 7.2"
    assert window.table.viewport().findChildren(QLineEdit) == []
