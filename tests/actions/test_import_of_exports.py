"""What the program exports comes back as it was, and a changed cell changes that field only."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.actions.import_company import empty_company
from virtualcio.actions.export import export_table
from virtualcio.actions.import_table import Existing, propose_import, run_import
from virtualcio.actions.import_targets import IMPORT_TABLES
from virtualcio.actions.open_company import OpenCompany, open_demo
from virtualcio.actions.tables import table
from virtualcio.model import Initiative
from virtualcio.texts import speaking


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCompany]:
    company = open_demo(tmp_path_factory.mktemp("demo") / "demo.vcio", date(2026, 11, 22))
    yield company
    company.close()


def exported(company: OpenCompany, key: str, path: Path) -> Path:
    kind = table(key)
    export_table(company, kind, company.data.all(kind.kind), kind.columns, path)
    return path


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("key", IMPORT_TABLES)
def test_an_export_with_all_columns_changes_nothing(
    demo: OpenCompany, tmp_path: Path, key: str, code: str
) -> None:
    with speaking(code):
        path = exported(demo, key, tmp_path / "tabelle.xlsx")
    plan = propose_import(demo, path, existing=Existing.UPDATE)

    assert plan.into == key
    assert {row.label: row.changes for row in plan.rows if row.taken} == {}


@pytest.mark.parametrize("key", ["goals", "kpis", "initiatives"])
def test_an_export_makes_the_same_rows_in_another_company(
    demo: OpenCompany, tmp_path: Path, key: str
) -> None:
    company = empty_company()
    plan = propose_import(company, exported(demo, key, tmp_path / "tabelle.xlsx"))
    run_import(company, plan)

    kind = table(key).kind
    assert [one.name for one in company.data.all(kind)] == [one.name for one in demo.data.all(kind)]  # type: ignore[attr-defined]  # all three have names
    assert [one.note for one in company.data.all(kind)] == [one.note for one in demo.data.all(kind)]  # type: ignore[attr-defined]  # and notes


def test_a_changed_cell_of_an_export_changes_that_field_only(demo: OpenCompany, tmp_path: Path) -> None:
    path = exported(demo, "initiatives", tmp_path / "vorhaben.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Vorhaben" for cell in row))
    place = next(cell for cell in header if cell.value == "Dauer (Monate)")
    changed = sheet.cell(place.row + 1, place.column)
    changed.value = 17
    book.save(path)
    plan = propose_import(demo, path, existing=Existing.UPDATE)

    rows = [row for row in plan.rows if row.taken]
    assert [set(row.changes) for row in rows] == [{"months"}]
    run_import(demo, plan)
    assert demo.data.find(Initiative, rows[0].existing).months == 17
    demo.workspace.undo()
    assert Decimal(demo.data.find(Initiative, rows[0].existing).months) != 17
