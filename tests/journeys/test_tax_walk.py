"""From typed devices to the tax advisor's workbook: methods, the pool of a year, a sale in part and what
older books began, in both books and in the file that another program recalculates; every cent by hand.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from shutil import which

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from tests.exchange.test_tax_workbook import recalculated
from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, answering, file_name, in_file, wait_until
from virtualcio.formats import number
from virtualcio.model import Asset, Disposal, TaxYear
from virtualcio.model.depreciation import DepreciationMethod, DisposalReason, LowValueRule
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.verify import verify
from virtualcio.ui.depreciation.depreciation_part import DepreciationPart
from virtualcio.ui.depreciation.tax_export_dialog import TaxExportDialog
from virtualcio.ui.settings.tax_form import TaxForm

NASTY = "=SUM(4711)"  # what a spreadsheet would take for a formula


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        yield walking


def depreciation(walk: Walk) -> DepreciationPart:
    hands.turn_to(walk, "budget", "depreciation")
    part = hands.part(walk)
    assert isinstance(part, DepreciationPart)
    return part


def device(walk: Walk, name: str, **typed: str) -> None:
    hands.turn_to(walk, "inventory", "assets")
    hands.add_row(walk, name)
    hands.fill_row(walk, name, **typed)


def register(walk: Walk) -> dict[str, tuple[str, str, str]]:
    """Method, depreciation and book value of the year and book that are shown, by name."""
    table = depreciation(walk).list.table
    rows = [[table.text_at(row, at) for at in range(7)] for row in range(table.rowCount())]
    return {row[0]: (row[3], row[5], row[6]) for row in rows}


def key_of(walk: Walk, name: str) -> str:
    return str(hands.named([*walk.place.company.data.all(Asset)], name).id)


def at_the_right(walk: Walk, name: str) -> DepreciationPart:
    """The tab with this thing chosen in its list."""
    part = depreciation(walk)
    row = [item.thing.name for item in part.list.listed].index(name)
    part.list.table.setFocus()
    part.list.table.setCurrentCell(row, 0)
    QApplication.processEvents()
    assert part.details.key == key_of(walk, name)
    return part


def for_the_books(walk: Walk, name: str, **typed: str) -> None:
    """Typed at the right of the register."""
    for column, text in typed.items():
        details = at_the_right(walk, name).details
        field = details.fields["assets"].fields[column]
        details.ensureWidgetVisible(field)
        line = field.editor.widget
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()
        else:
            QTest.qWait(QApplication.keyboardInputInterval() + 20)  # else letters go on from the word before
        hands.taken(walk, text)


def years(walk: Walk, name: str) -> dict[str, tuple[str, ...]]:
    """Depreciation and book value by tax law, then by commercial law, by fiscal year."""
    shown = at_the_right(walk, name).details.years
    rows = [[shown.text_at(row, at) for at in range(5)] for row in range(shown.rowCount())]
    return {row[0]: tuple(row[1:]) for row in rows}


def type_all(walk: Walk) -> None:
    server = {"category": "Server"}
    device(walk, "ERP-Server", cost="12600", purchase_date="15.05.2024", **server)
    device(walk, "Backup-Server", cost="7000", purchase_date="01.07.2025", **server)
    device(walk, "Monitore", category="Monitor", quantity="10", cost="3600", purchase_date="10.01.2025")
    device(walk, "Schreibtische", quantity="5", cost="2500", purchase_date="05.03.2026")
    device(walk, "Firewall", category="Firewall", cost="6000", purchase_date="01.04.2020")
    for_the_books(walk, "Backup-Server", tax_method="Degressiv")
    for_the_books(walk, "Monitore", tax_method="Linear")
    for_the_books(walk, "Schreibtische", life_key="Büromöbel")
    for_the_books(walk, "Firewall", taken_over_on="01.01.2026", tax_book_value="1500", tax_months_left="15")


def pool_for_this_year(walk: Walk) -> None:
    """In the settings: everything above 250 € up to 1,000 € a piece."""
    walk.page("settings")
    walk.tab("taxes")
    walk.click("Zeile hinzufügen")
    walk.press(hands.ENTER)  # this fiscal year is proposed
    [form] = walk.place.current_page.findChildren(TaxForm)
    [row] = walk.place.company.data.all(TaxYear)
    assert form.years.show_record(row.id, "low_value")
    form.years.setFocus()
    hands.taken(walk, "Sammelposten")


TAX = {
    "ERP-Server": ("Linear", "1.800,00", "7.800,00"),  # 12,600 over 7 years; 1,200 in 2024, 1,800 in 2025
    "Backup-Server": ("Degressiv", "1.785,00", "4.165,00"),  # 30 % of 7,000 - 1,050 of the half year
    "Firewall": ("Linear", "1.200,00", "300,00"),  # 1,500 over 15 months
    "Monitore": ("Linear", "960,00", "720,00"),  # 6 × 120 and 4 × 60 of those sold in June
    "Schreibtische": ("Sammelposten", "500,00", "2.000,00"),  # a fifth of 2,500
    "Summe": ("", "6.245,00", "14.985,00"),
}
COMMERCIAL = {
    "ERP-Server": ("Linear", "1.800,00", "7.800,00"),
    "Backup-Server": ("Linear", "1.000,00", "5.500,00"),
    "Monitore": ("Linear", "960,00", "720,00"),
    "Schreibtische": ("Sammelposten", "500,00", "2.000,00"),
    "Firewall": ("Linear", "0,00", "0,00"),  # over five years from April 2020
    "Summe": ("", "4.260,00", "16.020,00"),
}


def test_typed_devices_stand_in_both_books(walk: Walk, path: Path) -> None:
    type_all(walk)
    assert register(walk)["Schreibtische"] == ("Sofort (GWG)", "2.500,00", "0,00")  # 500 € a piece
    pool_for_this_year(walk)
    disposals = at_the_right(walk, "Monitore").details.disposals
    hands.add_child(walk, disposals, "30.06.2026")
    assert hands.child_texts(disposals)[0][1] == "10"  # all that are left
    hands.fill_child(walk, disposals, 0, pieces="4", reason="Verkauft", proceeds="800")
    assert register(walk) == TAX
    # Of 1,440 for four pieces 480 went in 2025 and 240 until June.
    said = at_the_right(walk, "Monitore").details.sentence.text.text().replace("\u00a0", " ")
    assert "Am 30.06.2026 für 800 € verkauft, 80 € über dem Buchwert." in said
    assert years(walk, "Firewall")["2027"] == ("300,00", "0,00", "0,00", "0,00")
    assert years(walk, "Schreibtische")["2030"] == ("500,00", "0,00", "500,00", "0,00")
    walk.click("Handelsrecht")
    assert register(walk) == COMMERCIAL

    walk.press(Qt.Key.Key_Z, CTRL)  # what the sale brought
    assert "800" not in at_the_right(walk, "Monitore").details.sentence.text.text()
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hands.undo_all_and_redo(walk, path) > 30
    walk.end()
    [gone] = in_file(path, Disposal)
    assert isinstance(gone, Disposal)
    assert (gone.disposed_on, gone.pieces, gone.reason) == (date(2026, 6, 30), 4, DisposalReason.SALE)
    assert gone.proceeds == Decimal("800.00") and verify(path).ok
    with a_walk() as again:
        assert again.window.tasks.open_path(path)
        assert register(again) == TAX
        again.click("Handelsrecht")
        assert register(again) == COMMERCIAL


def the_same_from_another_day(path: Path) -> Path:
    """As typed above; beside them a device without a price."""
    asset, server = partial(Asset, note=""), AssetCategory.SERVER
    return company_with_goals(
        path,
        asset(name="ERP-Server", category=server, cost=Decimal(12600), purchase_date=date(2024, 5, 15)),
        asset(name="Backup-Server", category=server, cost=Decimal(7000), purchase_date=date(2025, 7, 1),
              tax_method=DepreciationMethod.DECLINING),
        asset(id="screens", name="Monitore", category=AssetCategory.MONITOR, quantity=10, cost=Decimal(3600),
              purchase_date=date(2025, 1, 10), tax_method=DepreciationMethod.LINEAR),
        asset(name="Schreibtische", quantity=5, cost=Decimal(2500), purchase_date=date(2026, 3, 5),
              life_key="furniture"),
        asset(name="Firewall", category=AssetCategory.FIREWALL, cost=Decimal(6000),
              purchase_date=date(2020, 4, 1), taken_over_on=date(2026, 1, 1), tax_book_value=Decimal(1500),
              tax_months_left=15),
        asset(name=NASTY, category=server, purchase_date=date(2024, 5, 15)),
        Disposal(asset_id="screens", disposed_on=date(2026, 6, 30), pieces=4, reason=DisposalReason.SALE,
                 proceeds=Decimal(800)),
        TaxYear(year=2026, low_value=LowValueRule.POOL),
    )  # fmt: skip


def confirmed(dialog: QDialog) -> None:
    """Enter takes fiscal year and chart of accounts as they are."""
    assert isinstance(dialog, TaxExportDialog)
    assert NASTY in dialog.missing.text() and dialog.year == 2026
    QTest.keyClick(dialog, hands.ENTER)


def sheet_rows(path: Path, sheet: str, key: int) -> dict[object, tuple[object, ...]]:
    """Rows of a sheet by the value in this column."""
    found = load_workbook(path, data_only=True)[sheet]
    return {row[key]: row for row in found.iter_rows(values_only=True)}


def test_the_button_writes_a_workbook_that_reckons_the_same(tmp_path: Path) -> None:
    company, out = the_same_from_another_day(tmp_path / "brandt.vcio"), tmp_path / "steuer.xlsx"
    with a_walk() as walk:
        assert walk.window.tasks.open_path(company)
        assert register(walk) == TAX
        with answering(confirmed, file_name(out)):
            walk.click("Für die Steuerberatung exportieren")
        wait_until(lambda: any(one.text() == "Öffnen" for one in walk.buttons()), "the workbook", 20)
    files = [out]
    if which("soffice") is not None:
        files.append(recalculated(out, tmp_path))
    for file in files:
        rows = sheet_rows(file, "Anlagenverzeichnis", 1)
        titles = list(rows["Anlagegut"])
        for name, amounts in TAX.items():
            row = rows[name] if name != "Summe" else sheet_rows(file, "Anlagenverzeichnis", 0)["Summe"]
            shown = [row[titles.index(one)] for one in ("AfA des Jahres", "Buchwert Jahresende")]
            assert [number(Decimal(str(one)), 2) for one in shown] == list(amounts[1:]), (file, name)
        gone = sheet_rows(file, "Abgänge", 2)["Steuerrecht"]
        assert gone[14:18] == (720, 720, 800, 80)  # book value, what went before, proceeds, gain
        sheet = load_workbook(file, data_only=True)["Prüfungen"]
        checks = sheet.iter_rows(min_col=3, max_col=3, values_only=True)
        differences = [one for (one,) in checks if isinstance(one, int | float)]
        assert len(differences) > 50 and set(differences) == {0}
    typed = [cell for sheet in load_workbook(out).worksheets for row in sheet.iter_rows() for cell in row
             if NASTY in str(cell.value)]  # fmt: skip
    assert typed and {cell.data_type for cell in typed} == {"s"}  # named as missing, and no formula
