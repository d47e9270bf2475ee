"""The inventory page: a tab for each kind of thing, what an empty one says, and what findings lead to."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.actions.cells import missing_words
from virtualcio.actions.edit import add_record, delete_records
from virtualcio.actions.tables import INVENTORY_KEYS, table
from virtualcio.model import Asset, Site
from virtualcio.model.inventory import Ownership, RemedyKind
from virtualcio.ui.inventory.inventory_page import SECURITY

__all__ = ["window"]


def test_each_table_is_a_tab_with_its_count_and_the_security_check_one_more(window: InventoryWindow) -> None:
    tabs = {tab.key: tab.count for tab in window.page.tabs()}
    assert [key for key in tabs if key != SECURITY] == list(INVENTORY_KEYS)
    assert tabs[SECURITY] == ""
    assert tabs["assets"] == "3" and tabs["sites"] == "1" and tabs["contracts"] == "0"


def test_an_empty_table_says_what_belongs_there_and_offers_the_ways_in(window: InventoryWindow) -> None:
    window.shell.go("inventory", tab="contracts")
    QApplication.processEvents()
    titles = [button.text() for button in window.part._empty.findChildren(QPushButton)]
    assert titles == ["Eintippen", "Aus Excel übernehmen", "Kopierte Zellen einfügen", "Vorlage speichern"]
    assert window.part._empty.isVisible() and not window.table.isVisible()

    window.part._empty.findChildren(QPushButton)[0].click()
    QApplication.processEvents()
    assert window.table.isVisible()
    assert isinstance(window.shell.focusWidget(), QLineEdit)


def test_a_hidden_tab_has_followed_when_it_is_shown_again(window: InventoryWindow) -> None:
    window.shell.go("inventory", tab="sites")
    window.shell.go("inventory", tab="assets")
    add_record(window.company, table("sites"), {"name": "Lager"})
    delete_records(window.company, [window.company.data.find(Site, "halle")])
    window.shell.go("inventory", tab="sites")
    assert [record.name for record in window.table.records.rows] == ["Lager"]  # type: ignore[attr-defined]


def test_a_finding_leads_to_the_field_to_type_in(window: InventoryWindow) -> None:
    window.shell.go("inventory", tab="assets", record="printer", column="owner")
    QApplication.processEvents()
    assert window.table.current_record() is window.company.data.find(Asset, "printer")
    assert window.shell.focusWidget() is window.part.inspector.fields.fields["owner"].editor.widget


def test_a_record_that_the_filter_hides_is_shown_all_the_same(window: InventoryWindow) -> None:
    window.part.bar.box.setText("ERP")
    window.shell.go("inventory", tab="assets", record="printer")
    assert window.table.current_record() is window.company.data.find(Asset, "printer")


def test_the_visible_table_and_an_empty_template_are_written(window: InventoryWindow, tmp_path: Path) -> None:
    import openpyxl

    window.part.bar.box.setText("ERP")
    window.part.export.write(tmp_path / "liste.xlsx")
    window.part.export.write_template(tmp_path / "vorlage.xlsx")
    for _round in range(200):
        QApplication.processEvents()
        if (tmp_path / "liste.xlsx").exists() and (tmp_path / "vorlage.xlsx").exists():
            break
        QApplication.instance().thread().msleep(20)  # type: ignore[union-attr]
    sheet = openpyxl.load_workbook(tmp_path / "liste.xlsx").active
    assert sheet is not None
    names = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert names == ["ERP-Server"]
    template = openpyxl.load_workbook(tmp_path / "vorlage.xlsx").active
    assert template is not None and template.max_row == 1 and template.max_column > 10


def test_everything_that_takes_the_keyboard_has_a_name_for_a_screen_reader(window: InventoryWindow) -> None:
    from PySide6.QtCore import Qt

    for key in (*INVENTORY_KEYS, SECURITY):
        window.shell.go("inventory", tab=key)
        QApplication.processEvents()
        for widget in window.page.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            inner = widget.parentWidget() is not None and widget.objectName().startswith("qt_")
            text = getattr(widget, "text", None)
            named = widget.accessibleName() or (text() if callable(text) else "")
            assert named or inner, f"{key}: {widget}"


def test_a_renewal_without_a_price_says_so_in_its_row_and_in_the_details(window: InventoryWindow) -> None:
    """An update costs no money, and for what is leased there is nothing to buy."""
    assets = table("assets")
    bare = add_record(window.company, assets, {"name": "Ohne Beleg"})
    free = add_record(window.company, assets, {"name": "Neue Version", "remedy": RemedyKind.UPDATE})
    leased = add_record(window.company, assets, {"name": "Geleast", "ownership": Ownership.LEASED})
    QApplication.processEvents()
    records, said = window.table.records, {}
    at = records.column_at("remedy_value")
    assert at is not None
    for record in (bare, free, leased):
        row = records.row_of(record.id)
        assert row is not None
        said[record.name] = records.index(row, at).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == {"Ohne Beleg": "ohne Preis", "Neue Version": "nur Arbeitszeit", "Geleast": ""}
    window.shell.go("inventory", tab="assets", record=bare.id)
    QApplication.processEvents()
    labels = window.part.inspector.findChildren(QLabel)
    assert "ohne Preis" in [label.text() for label in labels if label.isVisible()]
    column = assets.column("remedy_value")
    assert missing_words(window.company, column, leased) == "—"
