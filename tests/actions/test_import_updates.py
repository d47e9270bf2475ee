"""Lists about things that are there: skipped, filled or updated row by row; columns known from last time."""

import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.import_company import CONTRACTS, DEVICES, TODAY, empty_company, text_file
from tests.actions.test_import_properties import HEADER, cells, contents, written
from virtualcio.actions.edit import add_record, set_value
from virtualcio.actions.import_mapping_file import mapping_json, read_mapping
from virtualcio.actions.import_table import Existing, correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedFile
from virtualcio.exchange.import_plan import Change, RowState
from virtualcio.model import Application, Asset, Contract, Setting, Site
from virtualcio.store.workspace import Workspace


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def asset(company: OpenCompany, **values: object) -> Asset:
    made = add_record(company, table("assets"), values)
    assert isinstance(made, Asset)
    return made


def devices(folder: Path, *rows: str, header: str = "Gerät;Standort;AK netto;Bemerkung") -> Path:
    return text_file(folder, header, *rows, name="geräte.csv")


# --- which record a row is about -------------------------------------------------------


def test_a_row_with_the_programs_key_is_that_record_whatever_it_is_called(
    company: OpenCompany, tmp_path: Path
) -> None:
    one, other = asset(company, name="Server"), asset(company, name="Server")
    path = devices(tmp_path, f"{other.id};HV01;500", header="ID;Gerät;AK netto")
    plan = propose_import(company, path, existing=Existing.UPDATE)
    run_import(company, plan)

    assert (one.name, other.name, other.cost) == ("Server", "HV01", Decimal(500))
    assert "id" not in plan.shown


def test_a_column_of_running_numbers_is_no_key(company: OpenCompany, tmp_path: Path) -> None:
    plan = propose_import(company, devices(tmp_path, "1;PC", "2;Drucker", header="ID;Gerät"), into="assets")
    assert {column.title: column.field for column in plan.columns} == {"ID": None, "Gerät": "name"}


def test_an_inventory_number_tells_which_device_it_is(company: OpenCompany, tmp_path: Path) -> None:
    first = asset(company, name="Notebook", inventory_number="A-17")
    asset(company, name="Notebook", inventory_number="A-18")
    path = devices(tmp_path, "a-17;Notebook Weber;900", header="Inventarnummer;Gerät;AK netto")
    run_import(company, propose_import(company, path, existing=Existing.UPDATE))
    assert (first.name, first.cost, company.data.count(Asset)) == ("Notebook Weber", Decimal(900), 2)


def test_another_serial_number_is_another_device_of_the_same_name(
    company: OpenCompany, tmp_path: Path
) -> None:
    asset(company, name="Notebook", serial_number="S-1")
    path = devices(tmp_path, "S-2;Notebook", header="Seriennummer;Gerät")
    result = run_import(company, propose_import(company, path, existing=Existing.UPDATE))
    assert len(result.added) == 1 and company.data.count(Asset) == 2


def test_a_name_that_both_sides_have_once_is_the_same_thing(company: OpenCompany, tmp_path: Path) -> None:
    server = asset(company, name="ERP-Server", cost=Decimal(100))
    plan = propose_import(company, devices(tmp_path, "erp-server;;250;"), existing=Existing.UPDATE)
    assert plan.row(2).existing == server.id
    assert plan.row(2).changes == {"cost": Change(Decimal("100.00"), Decimal("250.00"))}
    assert plan.row(2).state is RowState.CHANGES


@pytest.mark.parametrize("rows", [("PC;;5;", "PC;;6;"), ("PC;;5;",)])
def test_a_name_that_stands_twice_is_not_guessed(
    company: OpenCompany, tmp_path: Path, rows: tuple[str, ...]
) -> None:
    asset(company, name="PC")
    if len(rows) == 1:
        asset(company, name="PC")
    result = run_import(company, propose_import(company, devices(tmp_path, *rows), existing=Existing.UPDATE))
    assert len(result.added) == len(rows) and result.updated == ()


def test_another_day_of_purchase_is_another_device(company: OpenCompany, tmp_path: Path) -> None:
    asset(company, name="PC", purchase_date=date(2019, 5, 1))
    path = devices(tmp_path, "PC;01.02.2024", header="Gerät;angeschafft am")
    assert propose_import(company, path).row(2).existing == ""


# --- skip, fill, update ----------------------------------------------------------------


def test_rows_that_are_there_are_skipped_at_first_and_it_is_said_how_many_could_change(
    company: OpenCompany, tmp_path: Path
) -> None:
    asset(company, name="ERP-Server", cost=Decimal(100))
    asset(company, name="NAS", cost=Decimal(70))
    plan = propose_import(company, devices(tmp_path, "ERP-Server;;250;", "NAS;;70;", "Neu;;1;"))

    assert (plan.existing, plan.could_change) == (Existing.SKIP, 1)
    assert [row.taken for row in plan.rows[1:]] == [False, False, True]
    assert str(plan.row(2).reason) == "Ist schon da."


def test_filling_changes_empty_fields_only(company: OpenCompany, tmp_path: Path) -> None:
    server = asset(company, name="ERP-Server", cost=Decimal(100))
    path = devices(tmp_path, "ERP-Server;Halle 1;250;läuft")
    plan = propose_import(company, path, existing=Existing.FILL)
    result = run_import(company, plan)

    assert set(plan.row(2).changes) == {"site", "note"} and plan.new_records == {"sites": ("Halle 1",)}
    assert (server.cost, server.note) == (Decimal(100), "läuft")
    assert company.data.find(Site, server.site_id or "").name == "Halle 1"
    assert (result.added, result.updated) == ((), (server.id,))


def test_updating_changes_what_is_said_and_clears_nothing(company: OpenCompany, tmp_path: Path) -> None:
    site = add_record(company, table("sites"), {"name": "Halle 1"})
    server = asset(company, name="ERP-Server", cost=Decimal(100), site=site.id, note="Vor Ort geprüft")
    path = devices(tmp_path, "ERP-Server;;250;läuft")
    run_import(company, propose_import(company, path, existing=Existing.UPDATE))

    assert (server.cost, server.site_id) == (Decimal(250), site.id)
    assert server.note == "Vor Ort geprüft\nläuft"  # a note written here is never lost
    assert not propose_import(company, path, existing=Existing.UPDATE).row(2).taken


def test_a_row_left_out_by_the_user_changes_nothing(company: OpenCompany, tmp_path: Path) -> None:
    first, second = asset(company, name="A"), asset(company, name="B")
    plan = propose_import(company, devices(tmp_path, "A;;1;", "B;;2;"), existing=Existing.UPDATE)
    run_import(company, correct(plan, skip=[2]))
    assert (first.cost, second.cost) == (None, Decimal(2))


def test_an_update_is_one_undo_step(company: OpenCompany, tmp_path: Path) -> None:
    asset(company, name="A", cost=Decimal(5))
    before = contents(company)
    path = devices(tmp_path, "A;Halle 1;1;x", "Neu;Halle 2;2;")
    run_import(company, propose_import(company, path, existing=Existing.UPDATE))
    company.workspace.undo()
    assert contents(company) == before


def test_a_refused_value_leaves_its_field_and_the_others_go_in(company: OpenCompany, tmp_path: Path) -> None:
    server = asset(company, name="A", purchase_date=date(2024, 5, 1))
    path = devices(tmp_path, "A;01.02.2020;70", header="Gerät;ausgemustert am;AK netto")
    result = run_import(company, propose_import(company, path, into="assets", existing=Existing.UPDATE))

    assert (server.retired_on, server.cost) == (None, Decimal(70))
    assert [(one.field, one.understood) for one in result.doubts] == [("retired_on", False)]


def test_the_same_thing_changed_meanwhile_is_planned_anew(company: OpenCompany, tmp_path: Path) -> None:
    server = asset(company, name="A", cost=Decimal(5))
    plan = propose_import(company, devices(tmp_path, "A;;7;"), existing=Existing.FILL)
    assert not plan.row(2).taken
    set_value(company, table("assets"), table("assets").column("cost"), server, None)
    run_import(company, plan)
    assert server.cost == Decimal(7)


def test_contracts_and_applications_are_updated_too(company: OpenCompany, tmp_path: Path) -> None:
    run_import(company, propose_import(company, CONTRACTS))
    for existing in Existing:
        again = run_import(company, propose_import(company, CONTRACTS, existing=existing))
        assert (again.added, again.updated) == ((), ()), existing
    count = company.data.count(Contract)
    name = company.data.all(Contract)[0].name
    path = text_file(tmp_path, "Vertrag;Bemerkung", f'"{name}";"neu verhandeln"', name="verträge.csv")
    run_import(company, propose_import(company, path, into="contracts", existing=Existing.UPDATE))
    assert "neu verhandeln" in company.data.all(Contract)[0].note and company.data.count(Contract) == count

    add_record(company, table("applications"), {"name": "ERP"})
    path = text_file(tmp_path, "Anwendung;Hersteller", "erp;Muster AG", name="software.csv")
    run_import(company, propose_import(company, path, into="applications", existing=Existing.FILL))
    assert company.data.count(Application) == 1


def test_decisions_about_known_rows_come_back_from_their_json(company: OpenCompany, tmp_path: Path) -> None:
    import json

    asset(company, name="A", cost=Decimal(5))
    path = devices(tmp_path, "A;;7;", "B;;8;")
    plan = correct(propose_import(company, path), existing=Existing.UPDATE)
    kept = tmp_path / "m.json"
    kept.write_text(json.dumps(mapping_json(plan)), encoding="utf-8")
    assert propose_import(company, path, mapping=read_mapping(kept)) == plan
    kept.write_text('{"existing": "überschreiben"}', encoding="utf-8")
    with pytest.raises(RefusedFile):
        read_mapping(kept)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(cells, min_size=8, max_size=8), min_size=1, max_size=6), st.sampled_from(Existing))
def test_any_list_twice_changes_nothing_in_any_mode(rows: list[list[str]], existing: Existing) -> None:
    company = empty_company()
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), rows)
        try:
            plan = propose_import(company, path, into="assets")
        except RefusedFile:
            return
        if plan.problem is not None:
            return
        run_import(company, plan)
        after = contents(company)
        again = propose_import(company, path, into="assets", existing=existing)
        assert len(HEADER) == 8 and not [row.changes for row in again.rows if row.taken]
        run_import(company, again)
    assert contents(company) == after


# --- columns as the last time ----------------------------------------------------------


def test_columns_are_assigned_as_the_last_time_also_after_a_restart(tmp_path: Path) -> None:
    company = empty_company(tmp_path / "firma.vcio")
    path = text_file(tmp_path, "Stand 2026;;", "Gerät;Kennung;Wer", "PC;X1;Weber", name="liste.csv")
    plan = correct(propose_import(company, path, into="assets"), columns={1: "inventory_number", 2: "owner"})
    assert not plan.remembered
    run_import(company, plan)
    company.close()

    again = OpenCompany(Workspace.open(tmp_path / "firma.vcio"), TODAY)
    path = text_file(tmp_path, "", "Gerät;Kennung;Wer", "Drucker;X2;Krüger", name="andere.csv")
    plan = propose_import(again, path)
    assert plan.remembered and plan.into == "assets"
    assert [column.field for column in plan.columns] == ["name", "inventory_number", "owner"]

    anew = correct(plan, anew=True)
    assert not anew.remembered
    assert [column.field for column in anew.columns] != ["name", "inventory_number", "owner"]
    again.close()


def test_other_headings_are_another_list(company: OpenCompany, tmp_path: Path) -> None:
    run_import(company, propose_import(company, devices(tmp_path, "A;;1;")))
    path = devices(tmp_path, "A;;1;x", header="Gerät;Ort;AK netto;Bemerkung")
    assert not propose_import(company, path).remembered
    assert propose_import(company, devices(tmp_path, "B;;2;")).remembered


def test_what_is_chosen_now_goes_before_what_is_remembered(company: OpenCompany, tmp_path: Path) -> None:
    path = devices(tmp_path, "A;Halle 1;1;x")
    run_import(company, propose_import(company, path))
    plan = correct(propose_import(company, path), columns={1: "note"})
    assert plan.remembered and plan.columns[1].field == "note"
    assert propose_import(company, path, into="contracts").into == "contracts"


def test_the_columns_of_a_list_are_kept_once_and_travel_with_the_undo(
    company: OpenCompany, tmp_path: Path
) -> None:
    run_import(company, propose_import(company, DEVICES))
    run_import(company, propose_import(company, devices(tmp_path, "A;;1;")))
    run_import(company, propose_import(company, devices(tmp_path, "B;;2;")))
    keys = [one.key for one in company.data.all(Setting)]
    assert len(keys) == len(set(keys)) == 2 and all(key.startswith("import_mapping/assets/") for key in keys)
    company.workspace.undo()
    company.workspace.undo()
    assert len(company.data.all(Setting)) == 1
