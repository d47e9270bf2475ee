"""The inventory as a workbook, and any table as shown: the same values, as real cells."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from virtualcio.actions.export import company_export, export_company, export_table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import TAB_KEYS, table
from virtualcio.errors import RefusedFile
from virtualcio.exchange.demo_files import demo_records
from virtualcio.model import Asset, Company, Setting
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message, speaking

TODAY = date(2026, 11, 22)


@pytest.fixture
def company() -> OpenCompany:
    first, *rest = demo_records(TODAY)
    assert isinstance(first, Company)
    return OpenCompany(Workspace.create(None, first, records=rest), TODAY)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    """Rows of a sheet by their column titles; days as ISO text."""
    titles, *rows = sheet.iter_rows(values_only=True)
    return [
        {
            title: value.date().isoformat() if isinstance(value, datetime) else value
            for title, value in zip(titles, row, strict=True)
        }
        for row in rows
    ]


def test_every_table_is_a_sheet_with_all_its_rows(company: OpenCompany, tmp_path: Path) -> None:
    with speaking("en"):
        export_company(company, tmp_path / "a.xlsx")

    book = load_workbook(tmp_path / "a.xlsx")
    for key in TAB_KEYS:
        assert book[table(key).plural].max_row == company.data.count(table(key).kind) + 1
    assert "Service lives" not in book.sheetnames  # the company has no rows of its own there


def test_a_row_of_the_workbook_says_what_the_company_says(company: OpenCompany, tmp_path: Path) -> None:
    with speaking("en"):
        export_company(company, tmp_path / "a.xlsx")

    book = load_workbook(tmp_path / "a.xlsx")
    server = next(row for row in rows_of(book[table("assets").plural]) if row["Asset"] == "ERP-Server HV01")
    assert server["Purchase date"] == "2018-03-12"
    assert Decimal(str(server["Purchase price (net)"])) == Decimal("11240.00")
    assert server["Site"] == "Hauptwerk Biberach"
    assert server["Due because"] == "10/2023 · Support"
    assert server["Due because (day)"] == "2023-10-10"


def test_linked_names_are_all_there_not_and_three_more(company: OpenCompany, tmp_path: Path) -> None:
    with speaking("en"):
        export_company(company, tmp_path / "a.xlsx")

    contracts = rows_of(load_workbook(tmp_path / "a.xlsx")["Contracts"])
    row = next(row for row in contracts if row["Contract"] == "Betreuung Server und Netz")
    linked = next(
        value for value in row.values() if isinstance(value, str) and "Datenbankserver DB01" in value
    )
    assert linked.count("; ") == 7


def test_the_key_figures_in_front_are_those_of_the_window(company: OpenCompany, tmp_path: Path) -> None:
    with speaking("en"):
        export_company(company, tmp_path / "a.xlsx")

    figures = {
        row["Key figure"]: row["Value"] for row in rows_of(load_workbook(tmp_path / "a.xlsx")["Overview"])
    }
    assert Decimal(str(figures["Investment backlog"])) == company.results.backlog.total
    assert figures["Day of the figures"] == "2026-11-22"
    assert figures["Overdue without value"] == 2
    assert figures["Open findings"] == len(company.results.findings)
    assert figures["Assumption: Yearly price increase of replacements"] == "2%"


def test_an_assumption_of_the_company_is_told_from_a_default(company: OpenCompany) -> None:
    with company.workspace.change(Message("test")) as edit:
        edit.add(Setting(key="price_increase_percent", value="3.5"))

    with speaking("en"):
        figures = company_export(company).sheets[0]
    row = next(row for row in figures.rows if "price increase" in str(row[0]))
    assert row[1:] == ("3.5%", "as this company has set it")


def test_backlog_and_wave_add_up_to_the_figure_in_front(company: OpenCompany) -> None:
    figures, backlog, wave = company_export(company).sheets[:3]
    total = company.results.backlog.total

    assert sum((row[5] for row in backlog.rows if isinstance(row[5], Decimal)), Decimal(0)) == total
    assert wave.rows[0][-1] == total
    assert all(sum(row[1:-1], Decimal(0)) == row[-1] for row in wave.rows)  # type: ignore[arg-type] # amounts
    assert total in [row[1] for row in figures.rows]


def test_a_table_leaves_with_the_rows_and_columns_that_are_shown(
    company: OpenCompany, tmp_path: Path
) -> None:
    assets = table("assets")
    columns = [assets.column("cost"), assets.column("name")]
    records = sorted(company.data.all(Asset), key=lambda asset: asset.name)[:3]

    with speaking("en"):
        export_table(company, assets, records, columns, tmp_path / "a.xlsx")
        export_table(company, assets, records, columns, tmp_path / "a.csv")

    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Purchase price (net)", "Asset")
    assert [row[1] for row in rows[1:]] == [asset.name for asset in records]
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Purchase price (net),Asset" and len(lines) == 4


def test_a_name_that_looks_like_a_formula_stays_a_name(company: OpenCompany, tmp_path: Path) -> None:
    with company.workspace.change(Message("test")) as edit:
        edit.add(Asset(name='=HYPERLINK("http://example.com";"Klick")'))

    with speaking("en"):
        export_company(company, tmp_path / "a.xlsx")

    cell = load_workbook(tmp_path / "a.xlsx")[table("assets").plural].cell(company.data.count(Asset) + 1, 1)
    assert cell.data_type == "s" and cell.value.startswith("=HYPERLINK") and cell.quotePrefix


def test_an_empty_company_gives_a_workbook_of_headers(tmp_path: Path) -> None:
    company = OpenCompany(Workspace.create(None, Company(name="Leer & Co. [neu]")), TODAY)
    export_company(company, tmp_path / "a.xlsx")

    book = load_workbook(tmp_path / "a.xlsx")
    shown = [sheet for sheet in book.worksheets[3:] if sheet.sheet_state == "visible"]
    assert shown and all(sheet.max_row == 1 for sheet in shown)


def test_what_was_taken_for_the_file_does_not_change_while_it_is_written(
    company: OpenCompany, tmp_path: Path
) -> None:
    with speaking("en"):
        export = company_export(company)
    with company.workspace.change(Message("test")):
        company.data.all(Asset)[0].name = "Renamed"
    export.write(tmp_path / "a.xlsx")

    assert load_workbook(tmp_path / "a.xlsx")[table("assets").plural]["A2"].value == "ERP-Server HV01"


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.csv"])
def test_a_workbook_needs_its_ending(company: OpenCompany, tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedFile, match="xlsx"):
        export_company(company, tmp_path / name)
    assert not (tmp_path / name).exists()
