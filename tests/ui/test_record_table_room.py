"""What a table shows where the place is narrow, what a cell says that cannot show everything, and where the
line with "Rückgängig" stands.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.actions.cells import missing_words
from virtualcio.actions.edit import add_record, set_value
from virtualcio.actions.tables import table
from virtualcio.model import Application, ApplicationProcess, AssetProcess, Process, Record
from virtualcio.model.inventory import Criticality
from virtualcio.texts import Message
from virtualcio.ui.common.beside_field import BesideText, GoButton
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.record_delegate import SIDE, fitting_names, font_of
from virtualcio.ui.shell import theme

__all__ = ["window"]
LONG_NAME = "Virtualisierungs-Server im Keller"


def seen(window: InventoryWindow) -> Sequence[str]:
    return [column.key for column in window.table.columns_from(0)]


def narrow(window: InventoryWindow, width: int) -> None:
    """A page of this width, and a name that needs its room in it."""
    assets = table("assets")
    set_value(window.company, assets, assets.column("name"), _record(window), LONG_NAME)
    window.table.header.take_widths({})
    window.part.setMaximumWidth(width)
    QApplication.processEvents()


def needed_by_processes(window: InventoryWindow, names: Sequence[str]) -> None:
    """Processes that need the server, the first one critical."""
    with window.company.workspace.change(Message("Prozesse")) as edit:
        for at, name in enumerate(names):
            weight = Criticality.LOW if at else Criticality.CRITICAL
            edit.add(Process(id=f"p{at}", name=name, criticality=weight))
            edit.add(AssetProcess(id=f"l{at}", asset_id="server", process_id=f"p{at}"))
        edit.add(Process(id="other", name="Einkauf"))
    QApplication.processEvents()


def test_names_stay_whole_and_the_product_gives_way_in_a_narrow_window(window: InventoryWindow) -> None:
    assert seen(window) == ["name", "product", "remedy_value", "due", "all_processes"]
    narrow(window, 620)
    assert seen(window) == ["name", "remedy_value", "due", "all_processes"]
    letters = QFontMetricsF(theme.font(13, medium=True))
    assert window.table.columnWidth(0) > letters.horizontalAdvance(LONG_NAME)
    assert window.table.horizontalScrollBar().maximum() == 0


def test_words_in_place_of_a_missing_amount_are_whole_too(window: InventoryWindow) -> None:
    narrow(window, 300)
    header, column = window.table.header, table("assets").column("remedy_value")
    at = window.table.records.columns.index(column)
    words = [missing_words(window.company, column, row) for row in window.table.records.rows]
    letters = QFontMetricsF(font_of(table("assets"), column))
    widest = max(letters.horizontalAdvance(word) for word in words)
    assert any(word == "ohne Preis" for word in words)
    assert header.sectionSize(at) >= widest + 2 * SIDE


def test_what_gives_way_is_not_copied_and_not_pasted_into(window: InventoryWindow) -> None:
    narrow(window, 620)
    window.go_to_cell("switch", "name")
    QApplication.clipboard().setText("Switch Süd\t1.234,00")
    window.part.commands.paste()
    assert window.value("switch", "name") == "Switch Süd"
    assert window.value("switch", "product") == ""
    window.table.selectRow(0)
    window.part.commands.copy()
    assert "Windows Server 2012 R2" not in QApplication.clipboard().text()


def test_a_column_that_somebody_chose_stays_however_narrow_the_window_is(window: InventoryWindow) -> None:
    narrow(window, 620)
    product = next(one for one in window.part.columns.menu().actions() if one.text() == "Produkt / Version")
    assert not product.isChecked()
    product.trigger()
    assert "product" in seen(window)
    narrow(window, 580)
    assert "product" in seen(window)
    window.part.columns.back_to_first()
    assert "product" not in seen(window)


def test_links_say_the_most_important_name_and_how_many_more_there_are(window: InventoryWindow) -> None:
    needed_by_processes(window, ["Auftragsabwicklung", "Angebote", "Versand"])
    at = window.table.records.column_at("all_processes")
    assert at is not None
    index = window.table.records.index(0, at)
    assert window.table.looks.tip_of(index, 190) == "Auftragsabwicklung\nAngebote\nVersand"
    assert window.table.looks.tip_of(index, 900) == ""
    letters = QFontMetricsF(theme.font(13))
    names = ("Auftragsabwicklung", "Angebote", "Versand")
    room = letters.horizontalAdvance("Auftragsabwicklung +2")
    assert fitting_names(names, letters, room) == "Auftragsabwicklung +2"
    assert fitting_names(names, letters, 900) == "Auftragsabwicklung, Angebote, Versand"
    assert fitting_names(names, letters, room - 30).endswith("… +2")
    assert fitting_names((), letters, 100) == ""


def test_the_filter_finds_a_process_that_stands_behind_the_number(window: InventoryWindow) -> None:
    needed_by_processes(window, ["Auftragsabwicklung", "Angebote", "Versand", "Wareneingang", "Montage"])
    window.part.bar.box.setText("montage")
    assert [record.id for record in window.table.records.rows] == ["server"]


def test_the_details_show_processes_as_chips_that_lead_there(window: InventoryWindow) -> None:
    needed_by_processes(window, ["Auftragsabwicklung", "Angebote"])
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    found = window.part.inspector.fields.found["all_processes"]
    chips = [chip for chip in found.findChildren(LinkChip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["Auftragsabwicklung", "Angebote"]
    chips[1].click()
    QApplication.processEvents()
    assert window.page.current_tab() == "processes"
    assert window.part.inspector.name.whole_text() == "Angebote"


def test_an_application_that_all_processes_need_says_so_in_one_phrase(window: InventoryWindow) -> None:
    with window.company.workspace.change(Message("Prozesse")) as edit:
        for key in ("a", "b"):
            edit.add(Process(id=key, name=key.upper()))
            edit.add(ApplicationProcess(id=f"l{key}", application_id="erp", process_id=key))
    window.shell.go("inventory", "applications")
    column = table("applications").column("all_processes")
    erp = window.company.data.by_key(Application)["erp"]
    assert window.table.records.texts.text(column, erp) == "Alle Prozesse (2)"


def test_beside_the_product_stands_until_when_there_are_updates_unless_one_types(
    window: InventoryWindow,
) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    line = window.part.inspector.fields.fields["product"].editor.widget
    beside = line.findChild(BesideText)
    assert isinstance(line, QLineEdit) and isinstance(beside, BesideText)
    assert beside.label.isVisible() and beside.label.text() == "bis 10/2023"
    line.setFocus()
    QApplication.processEvents()
    assert not beside.label.isVisible()
    window.go_to_cell("switch", "name")
    QApplication.processEvents()
    life = window.part.inspector.fields.fields["service_life_years"].editor.widget.findChild(BesideText)
    assert isinstance(life, BesideText)
    assert life.label.text().startswith("üblich: ")


def test_the_arrow_beside_a_title_leads_to_the_person(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    QApplication.processEvents()
    arrow = window.part.inspector.fields.fields["owner"].findChild(GoButton)
    assert isinstance(arrow, GoButton) and arrow.isVisible()
    arrow.click()
    QApplication.processEvents()
    assert window.page.current_tab() == "people"


def test_a_click_on_a_title_selects_no_rows(window: InventoryWindow) -> None:
    window.go_to_cell("server", "name")
    header = window.table.header
    spot = QPoint(header.sectionViewportPosition(1) + 20, 12)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.table.records.sorted_by == ("product", False)
    assert [record.id for record in window.table.selected_records()] == ["server"]


def test_a_filter_that_keeps_nothing_says_so_and_leads_back(window: InventoryWindow) -> None:
    window.part.bar.box.setText("gibt es nicht")
    shown = [label for label in window.part.findChildren(QWidget) if label.isVisible()]
    assert any(getattr(label, "text", str)() == "Nichts gefunden" for label in shown)
    way = next(one for one in shown if getattr(one, "text", str)() == "Ganze Liste zeigen")
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    assert len(window.table.records.rows) == 3 and window.table.isVisible()
    assert window.part.inspector.records


def test_the_line_with_undo_covers_neither_a_row_nor_a_button(window: InventoryWindow) -> None:
    for number in range(40):
        add_record(window.company, table("assets"), {"name": f"PC {number}"})
    last = window.table.records.rows[-1]
    window.table.show_record(last.id)
    product = table("assets").column("product")
    set_value(window.company, table("assets"), product, last, "Windows 11 24H2")
    QTest.qWait(50)
    line = _place_of(window, window.shell.message)
    assert window.shell.message.isVisible()
    row = window.table.visualRect(window.table.currentIndex())
    cell = QRect(window.table.viewport().mapTo(window.shell, row.topLeft()), row.size())
    assert not line.intersects(cell)
    assert not line.intersects(_place_of(window, window.part.inspector))
    window.shell.message.hide()
    QTest.qWait(50)
    assert _place_of(window, window.table).bottom() > line.top()


def _record(window: InventoryWindow) -> Record:
    return window.table.records.rows[0]


def _place_of(window: InventoryWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window.shell, QPoint(0, 0)), widget.size())


def test_columns_widen_for_what_is_typed_later(window: InventoryWindow) -> None:
    at = window.table.records.column_at("product")
    assert at is not None
    text = "Betriebsdatenerfassung 4"
    assets, printer = table("assets"), window.table.records.rows[2]
    set_value(window.company, assets, assets.column("product"), printer, text)
    QApplication.processEvents()
    assert window.table.columnWidth(at) > QFontMetricsF(theme.font(13)).horizontalAdvance(text)
