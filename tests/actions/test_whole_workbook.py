"""The workbook of a company comes back as it was: into an empty file, and with what people changed in it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from tests.actions.import_company import TODAY, empty_company
from tests.store.example_company import rows as example_rows
from virtualcio.actions.company_takeover import take_company_over
from virtualcio.actions.company_workbook import CompanyPlan, propose_company
from virtualcio.actions.export import export_company
from virtualcio.actions.open_company import OpenCompany, open_demo
from virtualcio.errors import RefusedFile
from virtualcio.exchange.own_workbook import HIDDEN_TITLE
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.record_rows import escaped, plain, row_shape
from virtualcio.model import RECORD_KINDS, Asset, Company, Contract, Site
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message, mark, speaking

ODD_TEXTS = ("=1+1", "+49 7351", "-12", "@SUM(A1)", "Zeile 1\nZeile 2", 'Sagt "so"', " mit Rand ", "_x0041_",
             "C:\\neu", "\\u0041", "00123", "\t", "1.234,56", "a\rb", "\x07")  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCompany]:
    company = open_demo(tmp_path_factory.mktemp("demo") / "demo.vcio", date(2026, 11, 22))
    yield company
    company.close()


def company_with(*records: Any) -> OpenCompany:
    company = OpenCompany(Workspace.create(None, Company(name="Metallbau Söhne GmbH")), TODAY)
    with company.workspace.change(Message(mark("“{name}” changed"), {"name": "x"})) as edit:
        for record in records:
            edit.add(record)
    return company


def planned(company: OpenCompany, path: Path, existing: Existing = Existing.UPDATE) -> CompanyPlan:
    plan = propose_company(company, path, existing)
    assert plan is not None
    return plan


def cells(path: Path) -> dict[tuple[str, str], Any]:
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def content(company: OpenCompany) -> dict[str, list[tuple[str, ...]]]:
    """All that the file holds, the key of the company itself apart."""
    own = company.data.company.id
    return {
        row_shape(kind).name: [
            tuple("company" if text == own else text for text in row_shape(kind).written(record))
            for record in company.data.all(kind)
        ]
        for kind in RECORD_KINDS
    }


def changed_file(path: Path, sheet: str, heading: str, row: int, value: object) -> Path:
    """Somebody types into a cell of the workbook."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    column = next(cell.column for cell in page[1] if cell.value == heading)
    page.cell(row, column).value = value  # type: ignore[assignment]  # what a cell takes
    book.save(path)
    return path


def test_an_exported_company_comes_back_cell_by_cell(demo: OpenCompany, tmp_path: Path) -> None:
    export_company(demo, tmp_path / "hin.xlsx")
    company = empty_company()
    plan = planned(company, tmp_path / "hin.xlsx")
    assert (plan.changed, plan.added, plan.notes) == ((), (), ())
    result = take_company_over(company, plan)
    export_company(company, tmp_path / "zurück.xlsx")

    assert result.remarks == ()
    assert cells(tmp_path / "zurück.xlsx") == cells(tmp_path / "hin.xlsx")


def test_a_row_of_every_kind_comes_back_in_each_language(tmp_path: Path) -> None:
    company = company_with(*example_rows())
    filled = {kind for kind in RECORD_KINDS if company.data.count(kind)}
    assert filled == set(RECORD_KINDS)  # a new kind needs a row in the example, and comes by itself
    for code, other in (("de", "en"), ("en", "de")):
        with speaking(code):
            export_company(company, tmp_path / f"{code}.xlsx")
        back = empty_company()
        with speaking(other):
            plan = planned(back, tmp_path / f"{code}.xlsx")
            take_company_over(back, plan)
        assert plan.changed == ()
        assert content(back) == content(company)


def test_odd_texts_and_names_that_are_there_twice_come_back(tmp_path: Path) -> None:
    sites = [Site(name="Halle"), Site(name="Halle")]
    assets = [Asset(name=text, note=text, site_id=sites[at % 2].id) for at, text in enumerate(ODD_TEXTS)]
    company = company_with(*sites, *assets)
    export_company(company, tmp_path / "a.xlsx")
    back = empty_company()
    plan = planned(back, tmp_path / "a.xlsx")
    assert [(one.column, one.row) for one in plan.changed] == []
    take_company_over(back, plan)

    assert content(back) == content(company)


def test_a_text_longer_than_a_cell_comes_back(tmp_path: Path) -> None:
    company = company_with(Site(name="Werk 1", note="ä = 1 \n" * 12_000))
    export_company(company, tmp_path / "a.xlsx")
    back = empty_company()
    take_company_over(back, planned(back, tmp_path / "a.xlsx"))

    assert content(back) == content(company)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(text=st.text(max_size=30) | st.text("\\u0x_ \n\r41", max_size=12))
def test_any_text_is_the_same_after_writing_and_reading(text: str) -> None:
    assert plain(escaped(text)) == text
    assert escaped(text) == escaped(text).strip() or not text.strip(" ")


def test_it_is_one_undo_step(demo: OpenCompany, tmp_path: Path) -> None:
    export_company(demo, tmp_path / "a.xlsx")
    company = empty_company()
    before = content(company)
    take_company_over(company, planned(company, tmp_path / "a.xlsx"))
    assert company.data.count(Asset) == demo.data.count(Asset)

    company.workspace.undo()
    assert content(company) == before


def test_a_changed_cell_is_taken_over_and_nothing_else(tmp_path: Path) -> None:
    company = company_with(Asset(name="SRV-01", cost=Decimal("100.00")), Asset(name="SRV-02"))
    export_company(company, tmp_path / "a.xlsx")
    path = changed_file(tmp_path / "a.xlsx", "Infrastruktur", "Kaufpreis (netto)", 2, 8450.5)
    plan = planned(company, path)
    assert [(one.column, one.row) for one in plan.changed] == [("cost", 2)]
    result = take_company_over(company, plan)

    assert (result.cells, result.added) == (1, 0)
    assert [one.cost for one in company.data.all(Asset)] == [Decimal("8450.50"), None]


def test_a_cell_that_cannot_be_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    company = company_with(Asset(name="SRV-01", cost=Decimal("100.00")))
    export_company(company, tmp_path / "a.xlsx")
    path = changed_file(tmp_path / "a.xlsx", "Infrastruktur", "Kaufpreis (netto)", 2, "viel")
    back = empty_company()
    result = take_company_over(back, planned(back, path))

    assert [str(one) for one in result.remarks] == [
        "„Infrastruktur“, Zeile 2: „viel“ ist kein Betrag. Geben Sie ihn ein wie 1.234,56."
    ]
    assert back.data.all(Asset)[0].cost == Decimal("100.00")


def test_a_new_row_and_a_copied_row_are_added(tmp_path: Path) -> None:
    company = company_with(Site(name="Werk 1"))
    export_company(company, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = book["Standorte"]
    page.append(["Werk 2"])
    page.append(["Werk 3", *[page.cell(2, column).value for column in range(2, page.max_column + 1)]])
    book.save(tmp_path / "a.xlsx")
    back = empty_company()
    result = take_company_over(back, planned(back, tmp_path / "a.xlsx"))

    assert result.remarks == ()
    assert [one.name for one in back.data.all(Site)] == ["Werk 1", "Werk 2", "Werk 3"]


def test_rows_that_are_there_are_left_filled_or_updated_as_the_user_chooses(tmp_path: Path) -> None:
    site = Site(name="Werk 1", address="")
    company = company_with(site, Asset(name="SRV-01"))
    with company.workspace.change(Message(mark("“{name}” changed"), {"name": "x"})):
        site.address = "Hauptstraße 1"
    export_company(company, tmp_path / "a.xlsx")
    for existing, wanted in (
        (Existing.SKIP, "Lager"), (Existing.FILL, "Lager"), (Existing.UPDATE, "Hauptstraße 1"),
    ):  # fmt: skip
        with company.workspace.change(Message(mark("“{name}” changed"), {"name": "x"})):
            site.address = "Lager"
        take_company_over(company, planned(company, tmp_path / "a.xlsx", existing))
        assert (company.data.count(Site), site.address) == (1, wanted)


def test_a_missing_sheet_loses_nothing_and_a_renamed_one_is_found(tmp_path: Path) -> None:
    company = company_with(Site(name="Werk 1"), Contract(name="Wartung"))
    export_company(company, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    del book["Verträge"]
    book["Standorte"].title = "Orte"
    book["Orte"]["A2"].value = "Werk 7"
    book.save(tmp_path / "a.xlsx")
    back = empty_company()
    result = take_company_over(back, planned(back, tmp_path / "a.xlsx"))

    assert [str(one) for one in result.remarks] == [
        "Das Blatt „Verträge“ fehlt: Seine Zeilen werden so übernommen, wie sie exportiert wurden."
    ]
    assert [one.name for one in back.data.all(Contract)] == ["Wartung"]
    assert [one.name for one in back.data.all(Site)] == ["Werk 7"]


def test_deleted_rows_and_columns_in_another_order_lose_nothing(tmp_path: Path) -> None:
    company = company_with(Site(name="Werk 1", address="A"), Site(name="Werk 2", address="B"))
    export_company(company, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = book["Standorte"]
    page.delete_rows(2)
    page.insert_cols(1)
    book.save(tmp_path / "a.xlsx")
    back = empty_company()
    plan = planned(back, tmp_path / "a.xlsx")
    assert plan.changed == () and len(plan.notes) == 1
    take_company_over(back, plan)

    assert [(one.name, one.address) for one in back.data.all(Site)] == [("Werk 1", "A"), ("Werk 2", "B")]


def test_what_the_hidden_sheet_lost_comes_back_from_the_visible_one(tmp_path: Path) -> None:
    site = Site(name="Werk 1")
    company = company_with(site, Asset(name="SRV-01", site_id=site.id))
    export_company(company, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    hidden = book[HIDDEN_TITLE]
    row = next(one for one in hidden.iter_rows() if {site.id, "Werk 1"} <= {cell.value for cell in one})
    hidden.delete_rows(int(row[0].row or 0))
    book.save(tmp_path / "a.xlsx")
    back = empty_company()
    result = take_company_over(back, planned(back, tmp_path / "a.xlsx"))

    assert [one.name for one in back.data.all(Site)] == ["Werk 1"]
    assert back.data.all(Asset)[0].site_id == back.data.all(Site)[0].id
    assert any("Ihr Schlüssel ist nicht bekannt" in str(one) for one in result.remarks)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [("B2", "99", "neueren VirtualCIO"), ("A2", "irgendwas", "ausgeblendeten Blatt")],
)
def test_a_newer_or_damaged_export_is_refused(tmp_path: Path, cell: str, value: str, said: str) -> None:
    export_company(company_with(), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book[HIDDEN_TITLE][cell].value = value
    book.save(tmp_path / "a.xlsx")

    with pytest.raises(RefusedFile, match=said):
        propose_company(empty_company(), tmp_path / "a.xlsx")


def test_another_workbook_is_no_export(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Gerät", "Standort"])
    book.save(tmp_path / "a.xlsx")

    assert propose_company(empty_company(), tmp_path / "a.xlsx") is None


def test_people_see_the_workbook_as_before(demo: OpenCompany, tmp_path: Path) -> None:
    export_company(demo, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")

    assert [one.title for one in book.worksheets if one.sheet_state != "visible"] == [HIDDEN_TITLE]
    page = book["Infrastruktur"]
    keys = next(cell for cell in page[1] if str(cell.value).startswith("virtualcio:"))
    assert keys.column == page.max_column
    assert page.column_dimensions[get_column_letter(page.max_column)].hidden
    assert not page.column_dimensions["A"].hidden
