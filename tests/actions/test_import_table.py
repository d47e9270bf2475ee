"""Importing a list: proposing, correcting, taking over, undoing, and importing it again."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import CONTRACTS, DEVICES, TODAY, empty_company, text_file, workbook
from virtualcio.actions.import_table import (
    NO_HEADER,
    correct,
    propose_import,
    run_import,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import RefusedFile
from virtualcio.exchange.import_plan import PlanValue, RowState, ValueState
from virtualcio.model import RECORD_KINDS, Application, Asset, Contract
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.backups import list_backups
from virtualcio.store.workspace import Workspace


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def everything(company: OpenCompany) -> dict[str, list[tuple[object, ...]]]:
    """All records, comparable; versions count writes and differ after undo and redo."""
    return {
        kind.__name__: sorted(
            tuple(
                str(getattr(record, column.key))
                for column in kind.__table__.columns
                if column.key != "version"
            )
            for record in company.data.all(kind)
        )
        for kind in RECORD_KINDS
    }


# --- as one change ---------------------------------------------------------------------


def test_a_proposal_changes_nothing(company: OpenCompany) -> None:
    before = everything(company)

    propose_import(company, DEVICES)

    assert everything(company) == before
    assert company.workspace.undo_label is None


def test_an_import_is_one_undo_step_with_all_that_it_made(company: OpenCompany) -> None:
    before = everything(company)
    run_import(company, propose_import(company, DEVICES))
    after = everything(company)

    assert str(company.workspace.undo_label) == "„geraeteliste.xlsx“ übernommen (Zeilen: 37)"
    company.workspace.undo()
    assert everything(company) == before
    company.workspace.redo()
    assert everything(company) == after
    assert company.workspace.redo_label is None


def test_an_import_is_there_after_reopening(tmp_path: Path) -> None:
    company = empty_company(tmp_path / "firma.vcio")
    run_import(company, propose_import(company, DEVICES))
    run_import(company, propose_import(company, CONTRACTS))
    after = everything(company)
    company.close()

    again = OpenCompany(Workspace.open(tmp_path / "firma.vcio"), TODAY)
    assert everything(again) == after
    again.workspace.undo()
    assert again.data.count(Contract) == 0 and again.data.count(Asset) == 37
    again.close()


def test_importing_the_same_list_twice_takes_nothing_the_second_time(company: OpenCompany) -> None:
    for path, kind in ((DEVICES, Asset), (CONTRACTS, Contract)):
        run_import(company, propose_import(company, path))
        count = company.data.count(kind)
        plan = propose_import(company, path)
        result = run_import(company, plan)

        assert company.data.count(kind) == count
        assert result.added == ()
        assert {str(one.reason) for one in result.data_left_out} == {"Ist schon da."}
        assert len(result.data_left_out) == count
        assert plan.new_records == {}


def test_a_plan_that_is_run_twice_takes_nothing_the_second_time(company: OpenCompany) -> None:
    plan = propose_import(company, DEVICES)
    assert len(run_import(company, plan).added) == 37
    assert run_import(company, plan).added == ()
    assert company.data.count(Asset) == 37


def test_the_file_is_backed_up_before_an_import(tmp_path: Path) -> None:
    company = empty_company(tmp_path / "firma.vcio")
    before = everything(company)
    run_import(company, propose_import(company, DEVICES))
    company.close()

    (backup,) = list_backups(tmp_path / "firma.vcio")
    kept = OpenCompany(Workspace.open(backup.path), TODAY)
    assert everything(kept) == before
    kept.close()


def test_a_row_that_is_there_already_can_be_taken_nevertheless(company: OpenCompany) -> None:
    run_import(company, propose_import(company, DEVICES))
    plan = correct(propose_import(company, DEVICES), take=[6])

    assert plan.row(6).state is RowState.DOUBT
    assert [str(one) for one in plan.row(6).doubts] == ["Ist schon da und wäre dann doppelt."]
    assert len(run_import(company, plan).added) == 1


def test_a_refused_plan_leaves_the_company_as_it_was(company: OpenCompany, tmp_path: Path) -> None:
    before = everything(company)
    path = workbook(tmp_path, ["Betrag", "Wert2"], [12.5, 3], [13.5, 4])
    plan = propose_import(company, path, into="assets")

    assert plan.problem is not None
    with pytest.raises(RefusedFile, match="Ordnen Sie eine dem Namen zu"):
        run_import(company, plan)
    assert everything(company) == before


# --- correcting ------------------------------------------------------------------------


def test_a_value_can_be_typed_instead(company: OpenCompany) -> None:
    plan = correct(
        propose_import(company, DEVICES),
        values={(6, "purchase_date"): "24.05.2018", (6, "cost"): "1.649,74", (6, "site"): "halle 1",
                (8, "retired_on"): "31.12.2025", (10, "category"): "Tablet", (11, "cost"): ""},
    )  # fmt: skip
    row = plan.row(6)

    assert row.values["purchase_date"] == PlanValue(date(2018, 5, 24), raw="24.05.2018", corrected=True)
    assert row.values["cost"].value == Decimal("1649.74")
    assert str(row.values["site"].value) == "Halle 1"
    assert row.values["note"].value == "S/N: 847144854"  # the assumption is gone, and so are its words
    assert plan.row(8).values["retired_on"].value == date(2025, 12, 31)
    assert plan.row(10).values["category"].value is AssetCategory.TABLET
    assert plan.row(11).values["cost"].value is None


def test_a_typed_value_that_does_not_fit_says_why(company: OpenCompany) -> None:
    plan = correct(
        propose_import(company, DEVICES),
        values={(6, "purchase_date"): "31.02.2018", (7, "cost"): "-5", (9, "quantity"): "viele"},
    )

    wrong = plan.row(6).values["purchase_date"]
    assert wrong.state is ValueState.NOT_UNDERSTOOD and wrong.raw == "31.02.2018"
    assert "Dieser Monat hat 28 Tage" in str(wrong.sentences[0])
    assert plan.row(7).values["cost"].state is ValueState.NOT_UNDERSTOOD
    assert plan.row(9).values["quantity"].state is ValueState.NOT_UNDERSTOOD


def test_rows_can_be_left_out_and_taken_back_in(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), skip=[6, 7])
    assert (plan.row(6).taken, str(plan.row(6).reason)) == (False, "Von Ihnen weggelassen.")

    plan = correct(plan, take=[7])
    assert (plan.row(6).taken, plan.row(7).taken) == (False, True)
    assert len(run_import(company, plan).added) == 36


def test_a_heading_can_be_taken_as_a_row(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), take=[5], values={(5, "name"): "Zentrale Verteilung"})

    assert plan.row(5).taken
    assert plan.row(5).values["name"].value == "Zentrale Verteilung"


def test_a_column_can_be_assigned_otherwise_and_its_field_moves(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), columns={1: None, 3: "name"})

    assert plan.row(6).values["name"].value == "iOS 18"
    assert {column.index: column.field for column in plan.columns}[1] is None
    assert plan.row(11).reason is not None and str(plan.row(11).reason) == "Hat keinen Namen."

    moved = correct(propose_import(company, DEVICES), columns={8: "product"})
    fields = {column.index: column.field for column in moved.columns}
    assert (fields[3], fields[8]) == (None, "product")


def test_a_price_per_piece_is_multiplied(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), columns={7: "unit_cost"})

    assert plan.row(9).values["cost"].value == Decimal("37521.30")  # 5 × 7.504,26
    assert plan.row(6).values["cost"].value == Decimal("649.74")
    assert "unit_cost" not in plan.shown


def test_another_sheet_can_be_chosen(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), sheet="Alt (nicht löschen)")

    assert (plan.sheet, plan.header_row) == ("Alt (nicht löschen)", 1)
    assert [row.label for row in plan.rows if row.taken] == ["Röhrenmonitor"]


def test_another_header_row_can_be_chosen(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), header_row=NO_HEADER)
    assert plan.header_row is None
    assert plan.columns[0].title == "A"

    back = correct(plan, header_row=4)
    assert back.rows == propose_import(company, DEVICES).rows


def test_another_target_can_be_chosen(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name;Version;Kosten", "Lexware;2024;1.200,00", "Excel;2021;300,00")
    plan = correct(propose_import(company, path, into="assets"), into="applications")
    run_import(company, plan)

    assert [(one.name, one.cost) for one in company.data.all(Application)] == [
        ("Lexware", Decimal(1200)),
        ("Excel", Decimal(300)),
    ]


def test_all_corrections_stay_together(company: OpenCompany) -> None:
    plan = correct(propose_import(company, DEVICES), values={(6, "cost"): "1"})
    plan = correct(plan, skip=[9])
    plan = correct(plan, values={(7, "cost"): "2"})

    assert (plan.row(6).values["cost"].value, plan.row(7).values["cost"].value) == (1, 2)
    assert not plan.row(9).taken
