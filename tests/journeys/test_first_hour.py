"""The first hour with a company's own device list, in the real window: from the start screen through import,
correction, undo and restart to the workbook. What stands in file and workbook is asserted row by row.
"""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, answering, fields, file_name, in_file, wait_until
from virtualcio.model import Asset, Contract, Site
from virtualcio.model.base import Record
from virtualcio.store.verify import verify

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def begin_with_the_device_list(walk: Walk, company: Path) -> None:
    """Start screen, tile "Mit Excel-Liste starten", name of the company, place of the file, take over."""
    with answering(
        file_name(SAMPLES / "geraeteliste.xlsx"),
        fields("Schlosserei Brandt", "Metallbau", "24"),
        file_name(company),
    ):
        walk.window.run("import")
    wait_until(lambda: walk.importing.preview.plan is not None, "the preview of the list")
    walk.click("37 Zeilen übernehmen")


def named(records: list[Record], name: str) -> list[Record]:
    return [record for record in records if getattr(record, "name", "") == name]


def test_a_list_becomes_an_inventory_that_is_corrected_undone_and_found_again(tmp_path: Path) -> None:
    company = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        begin_with_the_device_list(walk, company)
        assert walk.importing.result.title.text() == "37 Zeilen übernommen"
        walk.page("overview")
        backlog = walk.place.company.results.backlog.total
        assert backlog > 0

        # A price is corrected, the German way, by typing over it.
        walk.page("inventory")
        walk.cell("EIZO FlexScan EV2495 (alt)", "cost")
        walk.type("1.238,49 €")
        walk.press(Qt.Key.Key_Return)
        # A mistake is made and taken back with the keyboard.
        walk.cell("Synology RS1221+ (alt)", "name")
        walk.type("Unsinn")
        walk.press(Qt.Key.Key_Return)
        assert walk.place.company.workspace.undo_label is not None
        walk.press(Qt.Key.Key_Z, CTRL)
        # Two devices come from Excel's clipboard, as new rows.
        QApplication.clipboard().setText("Laser 1\tServer\nLaser 2\tServer")
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
        walk.press(Qt.Key.Key_Z, CTRL)

    assets = in_file(company)
    assert len(assets) == 37
    corrected = named(assets, "EIZO FlexScan EV2495 (alt)")[0]
    assert isinstance(corrected, Asset) and corrected.cost == Decimal("1238.49")
    assert len(named(assets, "Synology RS1221+ (alt)")) == 1
    assert not named(assets, "Unsinn")

    # After a restart all is there, and the correction can still be taken back and done again.
    with a_walk() as walk:
        assert walk.window.tasks.open_path(company)
        walk.page("inventory")
        walk.press(Qt.Key.Key_Z, CTRL)
        back = named(in_file_of(walk), "EIZO FlexScan EV2495 (alt)")[0]
        assert isinstance(back, Asset) and back.cost == Decimal("1138.49")
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert walk.place.company.results.backlog.total >= backlog
    again = named(in_file(company), "EIZO FlexScan EV2495 (alt)")[0]
    assert isinstance(again, Asset) and again.cost == Decimal("1238.49")
    assert verify(company).ok


def in_file_of(walk: Walk) -> list[Record]:
    return list(walk.place.company.data.all(Asset))


def test_the_whole_import_is_one_step_back(tmp_path: Path) -> None:
    company = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        begin_with_the_device_list(walk, company)
        assert [site.name for site in walk.place.company.data.all(Site)] == [
            "Zentrale", "Halle 1", "Halle 2", "Lager Süd", "Büro Ulm",
        ]  # fmt: skip
        walk.page("inventory")
        walk.press(Qt.Key.Key_Z, CTRL)
    assert in_file(company) == [] and in_file(company, Site) == []


def test_cells_pasted_from_excel_become_rows_and_go_with_one_undo(tmp_path: Path) -> None:
    company = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        begin_with_the_device_list(walk, company)
        walk.page("inventory")
        table = walk.inventory.part.table
        last = table.records.rows[-1]
        walk.cell(str(getattr(last, "name", "")), "name")
        table.show_record(last.id, "name")
        QApplication.clipboard().setText(
            "Laseranlage 1\tWindows 10 22H2\nLaseranlage 2\tWindows 10 22H2\nLaseranlage 3\tWindows 10 22H2"
        )
        walk.press(Qt.Key.Key_V, CTRL)
        assert len(in_file_of(walk)) == 39  # the first row replaced what was selected
        walk.press(Qt.Key.Key_Z, CTRL)
        assert len(in_file_of(walk)) == 37
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    laser = named(in_file(company), "Laseranlage 3")
    assert len(laser) == 1 and isinstance(laser[0], Asset) and laser[0].product == "Windows 10 22H2"


def at_midnight(day: date | None) -> datetime | None:
    """As openpyxl reads a date cell."""
    return None if day is None else datetime.combine(day, datetime.min.time())


def test_the_inventory_goes_into_a_workbook_that_says_what_the_file_says(tmp_path: Path) -> None:
    company, workbook = tmp_path / "brandt.vcio", tmp_path / "bestand.xlsx"
    with a_walk() as walk:
        begin_with_the_device_list(walk, company)
        walk.place.go("import", record=str(SAMPLES / "vertraege.csv"))
        wait_until(
            lambda: (
                walk.importing.preview.plan is not None
                and walk.importing.preview.plan.file_name == "vertraege.csv"
            ),
            "the preview of the contracts",
        )
        walk.click("12 Zeilen übernehmen")
        walk.page("inventory")
        with answering(file_name(workbook)):
            walk.inventory.part.export.ask_and_write_all()
        wait_until(workbook.exists, "the workbook")
        wait_until(lambda: "bestand.xlsx" in walk.place.message.text(), "the word that it is written")

    sheets = load_workbook(workbook)
    rows = list(sheets["Infrastruktur"].iter_rows(values_only=True))
    title = next(at for at, row in enumerate(rows) if "System" in row)
    columns = {name: at for at, name in enumerate(rows[title]) if name}
    written = {
        (
            row[columns["System"]],
            row[columns["Kaufpreis (netto)"]],
            row[columns["Kaufdatum"]],
            row[columns["Notiz"]],
        )
        for row in rows[title + 1 :]
        if row[columns["System"]]
    }
    expected = {
        (
            asset.name,
            None if asset.cost is None else float(asset.cost),
            None
            if asset.purchase_date is None
            else datetime.combine(asset.purchase_date, datetime.min.time()),
            asset.note or None,
        )
        for asset in in_file(company)
        if isinstance(asset, Asset)
    }
    assert written == expected and len(expected) >= 36
    notes = [cell for cell in sheets["Infrastruktur"][title + 6] if cell.value and "=2+3" in str(cell.value)]
    assert all(cell.data_type == "s" for cell in notes)
    contracts = list(sheets["Verträge"].iter_rows(values_only=True))
    names = {row[0] for row in contracts}
    assert {
        contract.name for contract in in_file(company, Contract) if isinstance(contract, Contract)
    } <= names
    assert any(isinstance(value, datetime) for row in contracts for value in row)


def test_a_contract_that_is_corrected_gets_new_dates_at_once(tmp_path: Path) -> None:
    company = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        with answering(fields("Schlosserei Brandt"), file_name(company)):
            walk.window.run("new")
        walk.page("inventory")
        walk.tab("contracts")
        walk.click("Eintippen")
        walk.type("Wartung Presse")
        walk.press(Qt.Key.Key_Return)
        for column, text in (
            ("start", "15.03.2024"), ("term_months", "24"), ("renewal", "Um feste Monate"),
            ("renewal_months", "12"), ("notice_count", "3"),
        ):  # fmt: skip
            walk.cell("Wartung Presse", column)
            walk.type(text)
            walk.press(Qt.Key.Key_Return)
        contract = walk.place.company.data.all(Contract)[0]
        dates = walk.place.company.results.contract_dates(contract)
        assert (dates.next_end, dates.last_day_of_notice) == (date(2027, 3, 14), date(2026, 12, 14))
    saved = in_file(company, Contract)[0]
    assert isinstance(saved, Contract) and saved.term_months == 24 and saved.notice_count == 3
