"""From the budget page to the tax advisor's workbook: what is missing is named, the file is written."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.budget_window import BudgetWindow, budget_company, small_budget
from tests.ui.example_window import workplace
from virtualcio.actions.edit import set_value
from virtualcio.actions.tables import table
from virtualcio.analysis.depreciation.choices import Chart
from virtualcio.model import Asset
from virtualcio.model.inventory import AssetCategory
from virtualcio.texts import Message
from virtualcio.ui.depreciation.tax_export_dialog import TaxExportDialog
from virtualcio.ui.depreciation.write_workbooks import ask_and_write_management


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[BudgetWindow]:
    """Beside the small budget a server that is in the register and one whose price nobody knows."""
    bought, server = date(2024, 5, 15), AssetCategory.SERVER
    things = [
        Asset(
            id="srv1", name="ERP-Server", cost=Decimal("12600.00"), inventory_number="A-1",
            category=server, purchase_date=bought,
        ),
        Asset(id="srv2", name="Alter Server", category=server, purchase_date=bought),
    ]  # fmt: skip
    with workplace(qtbot, budget_company(tmp_path, [*small_budget(), *things])) as place:
        yield BudgetWindow(place)


def answered(
    monkeypatch: pytest.MonkeyPatch, out: Path, act: Callable[[TaxExportDialog], None], accepted: bool = True
) -> None:
    """The dialog and the question for a place are answered as a person would."""

    def exec_(dialog: TaxExportDialog) -> int:
        act(dialog)
        code = QDialog.DialogCode
        return int(code.Accepted if accepted else code.Rejected)

    monkeypatch.setattr(TaxExportDialog, "exec", exec_)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(out), ""))


def click(window: BudgetWindow) -> None:
    (action,) = [one for one in window.page.header_actions() if "Steuerberatung" in one.title]
    action.slot()
    QApplication.processEvents()


def test_the_button_of_the_budget_page_writes_the_workbook(
    window: BudgetWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "steuer.xlsx"
    seen: list[str] = []

    def act(dialog: TaxExportDialog) -> None:
        seen.extend((dialog.inside.text(), dialog.missing.text()))
        dialog.choose(2025, Chart.SKR04)

    answered(monkeypatch, out, act)
    click(window)
    qtbot.waitUntil(out.exists, timeout=10_000)

    assert seen[0].startswith("Darin: 1 Anlagegut, 1 Vertrag, 1 geplante Investition")
    assert "Alter Server" in seen[1]
    book = load_workbook(out, data_only=True)
    register = book["Anlagenverzeichnis"]
    titles = {cell.value: place for place, cell in enumerate(register[5])}
    row = register[6]
    assert (row[0].value, row[1].value, row[2].value) == ("A-1", "ERP-Server", "0690")
    # 12,600 € over 7 years, the second year of them: 1,800 €; 8 months of the first: 1,200 €
    assert row[titles["AfA des Jahres"]].value == 1800
    assert row[titles["Buchwert Jahresende"]].value == 9600
    assert register["A2"].value.startswith("Muster GmbH · 2025 · ")
    assert any(row[0].value == "Alter Server" for row in book["Zusammenfassung"].iter_rows())


def test_who_turns_back_gets_no_file(
    window: BudgetWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "steuer.xlsx"
    answered(monkeypatch, out, lambda _dialog: None, accepted=False)
    click(window)

    assert not out.exists()


def test_the_dialog_names_what_is_not_depreciated_for_want_of_a_useful_life(window: BudgetWindow) -> None:
    gate = Asset(
        name="Torsteuerung", category=AssetCategory.OTHER, purchase_date=date(2021, 6, 30), cost=Decimal(6800)
    )
    with window.company.workspace.change(Message("Tor")) as edit:
        edit.add(gate)
    dialog = TaxExportDialog(window.company, 2026, None)
    assert dialog.missing.text() == (
        "▲ Nicht dabei, weil Preis oder Kaufdatum fehlt: Alter Server. "
        "Ohne Nutzungsdauer, daher nicht abgeschrieben: Torsteuerung."
    )
    assets = table("assets")
    for life in ("tax_life_years", "commercial_life_years"):
        set_value(window.company, assets, assets.column(life), gate, 10)
    dialog.choose(2025, Chart.SKR03)
    assert dialog.missing.text() == "▲ Nicht dabei, weil Preis oder Kaufdatum fehlt: Alter Server."
    dialog.deleteLater()


def test_the_button_stands_only_where_its_figures_are(window: BudgetWindow) -> None:
    def offered(tab: str) -> bool:
        window.place.go("budget", tab)
        return any("Steuerberatung" in one.title for one in window.page.header_actions())

    assert offered("plan") and offered("depreciation")
    assert not offered("budget_lines") and not offered("accounts")


def test_the_workbook_for_the_management_has_charts(
    window: BudgetWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "leitung.xlsx"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(out), ""))
    ask_and_write_management(window.place, window.company, window.page)
    qtbot.waitUntil(out.exists, timeout=10_000)

    plan = load_workbook(out)["Plan je Geschäftsjahr"]
    assert isinstance(plan, Worksheet)
    years = {row[0].value: row for row in plan.iter_rows(min_row=6) if row[0].value}
    titles = {cell.value: place for place, cell in enumerate(plan[5])}
    assert years["2026"][titles["Software und Cloud"]].value == 14_400  # twelve months of 1,200 €
    assert years["2027"][titles["Geräte"]].value == 10_000
    assert len(vars(plan)["_charts"]) == 1
