"""Taking over a real list in the window: preview, corrections, taking over, what stayed out, undo."""

from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.exchange.import_plan import RowState, ValueState
from virtualcio.exchange.plan_values import Existing
from virtualcio.model import Asset, Contract, Kpi, Measurement, Site
from virtualcio.ui.goals.goals_page import GoalsPage
from virtualcio.ui.importing.import_page import ImportPage
from virtualcio.ui.importing.plan_model import FIRST_VALUE

__all__ = ["window"]

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def wait_until(true: Callable[[], bool]) -> None:
    for _round in range(800):
        if true():
            return
        sleep(0.01)  # unlike Qt's own waiting it leaves Python to the thread that reads
        QApplication.processEvents()
    raise AssertionError("waited in vain")


def opened(window: InventoryWindow, name: str) -> ImportPage:
    """The import page with the proposal for a sample."""
    window.shell.go("import", record=str(SAMPLES / name))
    page = window.shell.current_page
    assert isinstance(page, ImportPage)
    wait_until(lambda: page.preview.plan is not None and page.preview.plan.file_name == name)
    QApplication.processEvents()
    return page


def type_correction(window: InventoryWindow, page: ImportPage, number: int, key: str, text: str) -> None:
    plan = page.preview.plan
    assert plan is not None
    row = next(at for at, shown in enumerate(page.preview.table.plan_rows.rows) if shown.number == number)
    index = page.preview.table.plan_rows.index(row, FIRST_VALUE + plan.shown.index(key))
    page.preview.table.setCurrentIndex(index)
    page.preview.table.edit(index)
    editor = page.preview.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_device_list_is_proposed_with_its_sure_and_its_doubtful_rows(window: InventoryWindow) -> None:
    page = opened(window, "geraeteliste.xlsx")
    plan = page.preview.plan
    assert plan is not None and plan.into == "assets" and plan.header_row == 4
    counts = plan.counts
    assert counts[RowState.TAKEN] + counts[RowState.DOUBT] == 37
    assert [action.title for action in page.header_actions() if action.primary] == ["37 Zeilen übernehmen"]
    assert page.preview.table.plan_rows.rowCount() == sum(counts.values())
    assert "Halle 2" in page.preview.notes.text()


def test_only_the_rows_in_doubt_are_shown_and_each_says_what_is_in_doubt(window: InventoryWindow) -> None:
    page = opened(window, "geraeteliste.xlsx")
    page.preview.chips.chip("doubt").click()
    rows = page.preview.table.plan_rows
    assert rows.rowCount() > 0 and all(row.state is RowState.DOUBT for row in rows.rows)
    for at in range(rows.rowCount()):
        assert rows.index(at, rows.words_column).data()
    assert page.preview.words.text().startswith("Zeile ")


def test_a_typed_correction_is_understood_and_takes_the_doubt_away(window: InventoryWindow) -> None:
    page = opened(window, "geraeteliste.xlsx")
    plan = page.preview.plan
    assert plan is not None
    doubtful = next(
        row for row in plan.rows if row.taken and row.values["purchase_date"].state is ValueState.DOUBT
    )
    type_correction(window, page, doubtful.number, "purchase_date", "15.05.2022")
    after = page.preview.plan
    assert after is not None
    value = after.row(doubtful.number).values["purchase_date"]
    assert value.state is ValueState.OK and str(value.value) == "2022-05-15" and value.corrected


def test_a_row_left_out_with_the_space_key_is_not_taken_over(window: InventoryWindow) -> None:
    page = opened(window, "geraeteliste.xlsx")
    table = page.preview.table
    row = next(at for at, shown in enumerate(table.plan_rows.rows) if shown.taken)
    table.setFocus()
    wait_until(table.hasFocus)
    # not selectRow(): it looks at the Ctrl key, which a test before this one may have left held down
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.plan_rows.index(row, 0), alone)
    window.press(Qt.Key.Key_Space)
    wait_until(
        lambda: [one.title for one in page.header_actions() if one.primary] == ["36 Zeilen übernehmen"]
    )


def test_another_column_of_the_file_is_chosen_in_the_header(window: InventoryWindow) -> None:
    page = opened(window, "geraeteliste.xlsx")
    combo = page.preview.table.mapping.combo("product")
    assert combo.currentText() == "Betriebs-system"
    combo.setCurrentIndex(combo.findText("nichts übernehmen"))
    combo.activated.emit(combo.currentIndex())
    plan = page.preview.plan
    assert plan is not None
    assert [one.field for one in plan.columns if one.title.startswith("Betriebs")] == [None]
    free = next(one for one in plan.columns if one.title.startswith("Betriebs"))
    menu = page.preview.fields_menu(free.index)
    titles = {field.key: at for at, field in enumerate(plan.fields)}
    menu.actions()[titles["product"]].trigger()
    assert page.preview.plan is not None
    assert page.preview.plan.columns[free.index].field == "product"


def test_taking_over_is_one_step_that_names_what_stayed_out_and_can_be_taken_back(
    window: InventoryWindow,
) -> None:
    page = opened(window, "geraeteliste.xlsx")
    page.on_take_over()
    assert window.company.data.count(Asset) == 3 + 37
    assert page.result.isVisible() and page.result.title.text() == "37 Zeilen übernommen"
    assert "Halle 2" in page.result.summary.text()
    page.result.chips.chip("left_out").click()
    assert page.result.lines.rowCount() == 10
    assert all(line[2] for line in page.result.lines.lines)

    page.result.undo_button.click()
    QApplication.processEvents()
    assert window.company.data.count(Asset) == 3
    assert [site.name for site in window.company.data.all(Site)] == ["Halle 1"]
    assert page.preview.isVisible()
    assert [action.title for action in page.header_actions() if action.primary] == ["37 Zeilen übernehmen"]


def test_a_doubt_in_the_result_leads_to_its_row_in_the_inventory(window: InventoryWindow) -> None:
    page = opened(window, "vertraege.csv")
    page.on_take_over()
    assert window.company.data.count(Contract) == 12
    line = page.result.lines.lines[0]
    page.result.table.activated.emit(page.result.lines.index(0, 0))
    QApplication.processEvents()
    assert window.page.current_tab() == "contracts"
    current = window.table.current_record()
    assert current is not None and current.id == line[3]


def test_after_another_change_the_import_button_undoes_nothing_else(window: InventoryWindow) -> None:
    page = opened(window, "vertraege.csv")
    page.on_take_over()
    site = window.company.data.all(Site)[0]
    from virtualcio.actions.edit import set_value
    from virtualcio.actions.tables import table

    set_value(window.company, table("sites"), table("sites").column("name"), site, "Halle Nord")
    assert not page.result.undo_button.isEnabled()


def test_a_file_that_is_no_table_is_refused_with_a_sentence(window: InventoryWindow, tmp_path: Path) -> None:
    broken = tmp_path / "liste.xlsx"
    broken.write_bytes(b"PK\x03\x04 kaputt")
    window.shell.go("import", record=str(broken))
    wait_until(lambda: window.shell.message.isVisible())
    assert "liste.xlsx" in window.shell.message.text()
    page = window.shell.current_page
    assert isinstance(page, ImportPage) and page.start.isVisible()


@pytest.mark.parametrize("name", ["geraeteliste.xlsx", "vertraege.csv"])
def test_nothing_is_written_before_it_is_taken_over(window: InventoryWindow, name: str) -> None:
    opened(window, name)
    assert window.company.workspace.undo_label is None


# --- KPIs and rows that are there already ------------------------------------------------


def written(folder: Path, *lines: str, name: str = "geräte.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def loaded(window: InventoryWindow, path: Path) -> ImportPage:
    window.shell.go("import", record=str(path))
    page = window.shell.current_page
    assert isinstance(page, ImportPage)
    wait_until(lambda: page.preview.plan is not None and page.preview.plan.file_name == path.name)
    QApplication.processEvents()
    return page


def cell(page: ImportPage, number: int, key: str) -> str:
    plan, rows = page.preview.plan, page.preview.table.plan_rows
    assert plan is not None
    at = next(at for at, shown in enumerate(rows.rows) if shown.number == number)
    return str(rows.index(at, FIRST_VALUE + plan.shown.index(key)).data())


def test_kpis_are_shown_with_their_series_and_lead_to_their_page(window: InventoryWindow) -> None:
    page = opened(window, "kennzahlen.xlsx")
    assert page.preview.plan is not None and page.preview.plan.into == "kpis"
    assert cell(page, 2, "values") == "20 Werte: 31.01.2025: 9,0925 … 31.10.2026: 6,025"
    assert cell(page, 3, "values") == "19 Werte: 31.01.2025: 3 … 31.10.2026: 2,56"
    assert cell(page, 3, "shares") == "Ja"

    type_correction(window, page, 3, "shares", "Nein")
    assert cell(page, 3, "values") == "19 Werte: 31.01.2025: 0,03 … 31.10.2026: 0,0256"

    page.on_take_over()
    assert window.company.data.count(Kpi) == 4 and window.company.data.count(Measurement) == 78
    page.result.go_button.click()
    QApplication.processEvents()
    assert isinstance(window.shell.current_page, GoalsPage)


def test_known_rows_are_left_alone_until_the_user_says_otherwise(
    window: InventoryWindow, tmp_path: Path
) -> None:
    path = written(tmp_path, "Gerät;AK netto;Standort", "Drucker;350;Halle 1", "ERP-Server;12.000,00;Halle 2")
    page = loaded(window, path)
    assert "2 Zeilen sind schon da, mit anderen Werten" in page.preview.notes.text()
    assert not [one for one in page.header_actions() if one.primary]

    def choose(words: str) -> None:
        page.preview.existing.setCurrentIndex(page.preview.existing.findText(words))
        page.preview.existing.activated.emit(page.preview.existing.currentIndex())

    choose("leere Felder ergänzen")
    assert [one.title for one in page.header_actions() if one.primary] == ["1 Zeile übernehmen"]
    choose("aktualisieren")
    assert cell(page, 2, "cost") == "— → 350\u00a0€"
    assert cell(page, 3, "cost") == "11.240\u00a0€ → 12.000\u00a0€"
    assert cell(page, 3, "site") == "Halle 1 → Halle 2"
    assert page.preview.chips.chip("changes").text().endswith("2")

    page.on_take_over()
    assert page.result.title.text() == "2 Zeilen aktualisiert"
    server = window.company.data.find(Asset, "server")
    assert str(server.cost) == "12000.00"
    page.result.undo_button.click()
    QApplication.processEvents()
    assert str(server.cost) == "11240.00"
    assert page.preview.existing.currentText() == "aktualisieren"


def test_a_list_with_known_headings_says_so_and_can_be_proposed_anew(
    window: InventoryWindow, tmp_path: Path
) -> None:
    page = loaded(window, written(tmp_path, "Gerät;Kennung", "NAS;X1", name="eins.csv"))
    assert not page.preview.remembered.isVisible()
    page.preview.change(columns={1: "inventory_number"})
    page.on_take_over()

    page = loaded(window, written(tmp_path, "Gerät;Kennung", "USV;X2", name="zwei.csv"))
    plan = page.preview.plan
    assert plan is not None and plan.columns[1].field == "inventory_number"
    assert page.preview.remembered.isVisible()
    page.preview.anew_button.click()
    plan = page.preview.plan
    assert plan is not None and plan.columns[1].field == "note"
    assert not page.preview.remembered.isVisible()


def test_a_list_that_brings_nothing_new_says_so(window: InventoryWindow, tmp_path: Path) -> None:
    rows = ("Gerät;Kennung", "NAS;X1", "USV;X2")
    page = loaded(window, written(tmp_path, *rows, name="eins.csv"))
    assert "ist schon da" not in page.preview.notes.text()
    page.on_take_over()
    assert page.result.go_button.hasFocus()
    page = loaded(window, written(tmp_path, *rows, name="zwei.csv"))
    page.preview.change(existing=Existing.UPDATE)
    assert page.preview.notes.text().startswith("Alles aus dieser Liste ist schon da")
