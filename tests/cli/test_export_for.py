"""Exports for somebody in particular: the tax advisor's workbook and the one for the management."""

import json
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Run
from virtualcio.actions.depreciation.tax_export import tax_export
from virtualcio.actions.depreciation.tax_preview import tax_preview
from virtualcio.actions.open_company import open_company


def test_the_tax_advisor_gets_a_workbook_whose_sums_agree(run: Run, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "steuer.xlsx"
    ended = run("export", demo, out, "--for", "tax")

    assert ended.code == 0 and str(out) in ended.out
    book = load_workbook(out, data_only=True)
    assert book.sheetnames[:4] == ["Zusammenfassung", "Anlagenverzeichnis", "Anlagenspiegel", "AfA je Jahr"]
    differences = [row[2].value for row in book["Prüfungen"].iter_rows(min_row=6)]
    assert len(differences) > 50 and set(differences) == {0}
    assert str(book.defined_names["Geschaeftsjahr"].attr_text).startswith("'Zusammenfassung'!$B$")


def test_the_preview_counts_what_the_register_holds(demo: Path) -> None:
    company = open_company(demo, None, date(2026, 11, 22))
    for year in (2024, 2026, 2027):
        made, preview = tax_export(company, year), tax_preview(company, year)
        assert f" {made.things} Anlagegüter" in preview.inside
    company.close()


def test_another_fiscal_year_can_be_named(run: Run, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "steuer.xlsx"
    ended = run("export", demo, out, "--for", "tax", "--year", "2024", "--json")

    answer = json.loads(ended.out)
    assert ended.code == 0 and "Anlagenspiegel" in answer["sheets"]
    assert "Messplatz-PC Qualität" in answer["missing"]
    assert " · 2024 · " in str(load_workbook(out)["Anlagenspiegel"]["A2"].value)


def test_a_year_without_the_tax_advisor_and_one_too_far_away_are_refused(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "alles.xlsx"

    assert run("export", demo, out, "--year", "2026").code == 3
    far = run("export", demo, out, "--for", "tax", "--year", "2950")
    assert far.code == 3 and "2950" in far.err
    assert not out.exists()


def test_a_name_without_the_ending_of_a_workbook_is_refused(run: Run, demo: Path, tmp_path: Path) -> None:
    for audience in ("tax", "management"):
        ended = run("export", demo, tmp_path / "mappe.csv", "--for", audience)
        assert ended.code == 3 and ".xlsx" in ended.err


def test_the_management_gets_plan_backlog_cases_roadmap_and_kpis(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "leitung.xlsx"
    ended = run("export", demo, out, "--for", "management", "--json")

    sheets = json.loads(ended.out)["sheets"]
    assert ended.code == 0
    assert {"Plan je Geschäftsjahr", "Investitionsstau", "Zeitplan", "Kennzahlen"} <= set(sheets)
    assert load_workbook(out).sheetnames == sheets
