"""Importing a list: proposing, correcting, taking over, undoing, and importing it again."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import CONTRACTS, DEVICES, TODAY, empty_company, text_file, workbook
from virtualcio.actions.edit import set_value
from virtualcio.actions.import_mapping_file import MappingFile, mapping_json, read_mapping
from virtualcio.actions.import_table import (
    NO_HEADER,
    correct,
    import_context,
    propose_import,
    run_import,
)
from virtualcio.actions.import_words import value_text
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.exchange.import_plan import PlanValue, RowState, ValueState
from virtualcio.model import RECORD_KINDS, Application, Asset, Contract, Site, Supplier
from virtualcio.model.inventory import AssetCategory, Hosting, Ownership
from virtualcio.texts import speaking


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

    assert str(company.workspace.undo_label) == "„geraeteliste.xlsx“ importiert (Zeilen: 37)"
    company.workspace.undo()
    assert everything(company) == before
    company.workspace.redo()
    assert everything(company) == after
    assert company.workspace.redo_label is None


def test_an_import_is_there_after_reopening(tmp_path: Path) -> None:
    from virtualcio.store.workspace import Workspace

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
        assert {str(one.reason) for one in result.data_left_out} == {"Steht schon im Bestand."}
        assert len(result.data_left_out) == count
        assert plan.new_records == {}


def test_a_row_that_is_there_already_can_be_taken_nevertheless(company: OpenCompany) -> None:
    run_import(company, propose_import(company, DEVICES))
    plan = correct(propose_import(company, DEVICES), take=[6])

    assert plan.row(6).state is RowState.DOUBT
    assert [str(one) for one in plan.row(6).doubts] == ["Steht schon im Bestand und wäre dann doppelt."]
    assert len(run_import(company, plan).added) == 1


def test_a_refused_plan_leaves_the_company_as_it_was(company: OpenCompany, tmp_path: Path) -> None:
    before = everything(company)
    path = workbook(tmp_path, ["Betrag", "Wert2"], [12.5, 3], [13.5, 4])
    plan = propose_import(company, path, into="assets")

    assert plan.problem is not None
    with pytest.raises(RefusedFile, match="Keine Spalte sagt, wie die Zeilen heißen"):
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


# --- mapping file ----------------------------------------------------------------------


def test_decisions_come_back_from_their_json(company: OpenCompany, tmp_path: Path) -> None:
    plan = correct(
        propose_import(company, DEVICES),
        columns={3: "note", 0: "inventory_number"},
        values={(6, "cost"): "700"},
        skip=[7],
        take=[51],
    )
    path = tmp_path / "zuordnung.json"
    path.write_text(json.dumps(mapping_json(plan), ensure_ascii=False), encoding="utf-8")
    again = propose_import(company, DEVICES, mapping=read_mapping(path))

    assert again == plan
    assert again.row(6).values["inventory_number"].value == "1"


def test_a_mapping_may_name_columns_loosely_and_only_some(company: OpenCompany) -> None:
    mapping = MappingFile(columns={"bezeichnung/gerät": "name", "D": "note", "AK netto": None})
    plan = propose_import(company, DEVICES, mapping=mapping)

    fields = {column.title: column.field for column in plan.columns}
    assert (fields["Bezeichnung / Gerät"], fields["Betriebs-system"], fields["AK netto"]) == (
        "name",
        "note",
        None,
    )
    assert plan.row(6).values["note"].value == "S/N: 847144854\nBetriebs-system: iOS 18\nangeschafft am: 2018"


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (MappingFile(columns={"Farbe": "name"}), "Die Datei hat keine Spalte „Farbe“"),
        (MappingFile(columns={"Art": "farbe"}), "Ein Feld „farbe“ gibt es nicht"),
        (MappingFile(sheet="Blatt 9"), "Die Datei hat kein Blatt „Blatt 9“"),
        (MappingFile(into="people"), "Eine Tabelle „people“ zum Importieren gibt es nicht"),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_refused(
    company: OpenCompany, mapping: MappingFile, sentence: str
) -> None:
    with pytest.raises(RefusedValue, match=sentence):
        propose_import(company, DEVICES, mapping=mapping)


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"colums": {}}', '{"columns": 5}', '{"values": [{}]}', '{"take": ["a"]}', "\udcff"],
)
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(RefusedFile):
        read_mapping(path)
    with pytest.raises(RefusedFile):
        read_mapping(tmp_path / "fehlt.json")


# --- what lists look like --------------------------------------------------------------


def test_things_that_look_alike_in_the_list_are_taken_and_pointed_out(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(
        tmp_path, "Gerät;Seriennummer;Kaufdatum;Preis", "PC 1;A1;01.02.2020;500", "PC 1;A1;01.02.2021;600",
        "PC 2;;01.02.2020;500", "PC 2;;01.02.2020;500", "PC 2;;01.02.2020;501",
    )  # fmt: skip
    plan = propose_import(company, path)

    said = {row.number: [str(one) for one in row.doubts] for row in plan.rows}
    assert said[3] == ["Sieht aus wie Zeile 2: Ist es dasselbe?"]
    assert said[5] == ["Sieht aus wie Zeile 4: Ist es dasselbe?"]
    assert said[6] == []
    assert len(run_import(company, plan).added) == 5


def test_amounts_that_read_two_ways_are_asked_about_unless_the_column_tells(
    company: OpenCompany, tmp_path: Path
) -> None:
    open_question = propose_import(company, text_file(tmp_path, "Gerät;Preis", "PC;1.234", "Monitor;200"))
    value = open_question.row(2).values["cost"]
    assert (value.value, value.state) == (Decimal(1234), ValueState.DOUBT)
    assert "1.234,00\u00a0€ oder 1,23\u00a0€" in str(value.sentences[0])

    german = propose_import(company, text_file(tmp_path, "Gerät;Preis", "PC;1.234", "Monitor;200,50"))
    assert german.row(2).values["cost"] == PlanValue(Decimal(1234), raw="1.234", source=1)

    english = propose_import(company, text_file(tmp_path, "Gerät;Preis", "PC;1,234", "Monitor;200.50"))
    assert english.row(2).values["cost"] == PlanValue(Decimal(1234), raw="1,234", source=1)


def test_contradictory_and_impossible_values_are_said(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Gerät;Kaufdatum;Preis;Anzahl;Bemerkung",
        "PC 1;31.02.2020;100;1;", "PC 2;01.01.2030;100;1;",
        "PC 3;01.01.1899;100;1;", "PC 4;01.01.2020;-100;1;", "PC 5;01.01.2020;9999999999999;1;",
        "PC 6;01.01.2020;100;0;", "PC 7;03/04/2020;100;zwei;", "PC 8;01.01.2020;100;1;ausgemustert 2019",
    )  # fmt: skip
    plan = propose_import(company, path)
    result = run_import(company, plan)
    assets = {asset.name: asset for asset in company.data.all(Asset)}

    assert len(result.added) == 8 and result.data_left_out == ()
    assert assets["PC 1"].purchase_date is None
    assert assets["PC 1"].note == "Kaufdatum: 31.02.2020"
    assert (assets["PC 2"].purchase_date, assets["PC 3"].purchase_date) == (date(2030, 1, 1), None)
    assert (assets["PC 4"].cost, assets["PC 5"].cost) == (None, None)
    assert assets["PC 5"].note == "Preis: 9999999999999"
    assert (assets["PC 6"].quantity, assets["PC 7"].quantity) == (1, 1)
    assert assets["PC 7"].purchase_date == date(2020, 4, 3)
    assert assets["PC 8"].retired_on is None
    said = {(one.label, one.field): one.understood for one in result.doubts if one.field != "category"}
    assert said == {
        ("PC 1", "purchase_date"): False,
        ("PC 2", "purchase_date"): True,
        ("PC 3", "purchase_date"): False,
        ("PC 4", "cost"): False,
        ("PC 5", "cost"): False,
        ("PC 6", "quantity"): False,
        ("PC 7", "purchase_date"): True,
        ("PC 7", "quantity"): False,
        ("PC 8", "retired_on"): False,
    }


def test_columns_that_the_program_does_not_know_are_kept_in_the_note(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "Gerät;Kostenstelle;Farbe;Bemerkung", "PC;4711;blau;neu", "Monitor;;rot;")
    run_import(company, propose_import(company, path))

    assert [asset.note for asset in company.data.all(Asset)] == [
        "neu\nKostenstelle: 4711\nFarbe: blau",
        "Farbe: rot",
    ]


def test_known_sites_and_suppliers_are_found_again_whatever_their_capitals(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "Gerät;Standort;Lieferant", "PC;Werk 1;Bechtle", "Drucker;WERK 1;bechtle")
    run_import(company, propose_import(company, path))
    more = text_file(
        tmp_path, "Gerät;Standort;Lieferant", "Server;werk 1;BECHTLE", "NAS;Werk 2;", name="neu.csv"
    )
    plan = propose_import(company, more)
    run_import(company, plan)

    assert plan.new_records == {"sites": ("Werk 2",)}
    assert [site.name for site in company.data.all(Site)] == ["Werk 1", "Werk 2"]
    assert [supplier.name for supplier in company.data.all(Supplier)] == ["Bechtle"]


def test_an_application_list_is_recognised(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Software;Hersteller;Zweck;Betrieb;Nutzer;DSGVO;Abteilung",
        "DATEV;DATEV eG;Lohn;Cloud;5;ja;Verwaltung", "SolidWorks;Dassault;CAD;lokal;8;nein;Konstruktion",
    )  # fmt: skip
    plan = propose_import(company, path)
    run_import(company, plan)

    assert plan.into == "applications"
    datev, cad = company.data.all(Application)
    assert (datev.purpose, datev.hosting, datev.users, datev.personal_data) == (
        "Lohn",
        Hosting.CLOUD,
        5,
        True,
    )
    assert (cad.purpose, cad.hosting, cad.users, cad.personal_data) == ("CAD", Hosting.ON_PREMISE, 8, False)


def test_english_lists_are_understood_too(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Asset,Category,Purchase date,Price,Site,Ownership",
        '"Server 1",server,2020-03-12,"11,240.50",Hamm,leased',
    )  # fmt: skip
    with speaking("en"):
        run_import(company, propose_import(company, path))

    server = company.data.all(Asset)[0]
    assert (server.category, server.cost) == (AssetCategory.SERVER, Decimal("11240.50"))
    assert (server.purchase_date, server.ownership) == (date(2020, 3, 12), Ownership.LEASED)


def test_texts_that_look_like_formulas_stay_texts(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Gerät;Bemerkung", "=2+3;@SUM(A1)", "+49 Anlage;-x")
    run_import(company, propose_import(company, path))

    assert [(one.name, one.note) for one in company.data.all(Asset)] == [
        ("=2+3", "@SUM(A1)"),
        ("+49 Anlage", "-x"),
    ]


def test_a_file_with_nothing_in_it_is_refused(company: OpenCompany, tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="eine Kopfzeile und keine Zeilen darunter"):
        propose_import(company, text_file(tmp_path, "Gerät;Seriennummer;Standort"))
    with pytest.raises(RefusedFile, match="ist leer"):
        propose_import(company, workbook(tmp_path))


def test_values_are_shown_in_the_language_of_the_interface(company: OpenCompany) -> None:
    plan = propose_import(company, DEVICES)
    values = plan.row(14).values

    assert value_text(plan, "cost", values["cost"]) == "2.667,84\u00a0€"
    with speaking("en"):
        assert value_text(plan, "cost", values["cost"]) == "€2,667.84"
        assert value_text(plan, "ownership", values["ownership"]) == "Borrowed"
        assert value_text(plan, "site", values["site"]) == "Halle 1"
        assert value_text(plan, "note", None) == ""


def test_a_plan_can_be_made_from_a_frozen_picture_of_the_company(company: OpenCompany) -> None:
    context = import_context(company)
    run_import(company, propose_import(company, DEVICES))

    assert propose_import(context, DEVICES).counts[RowState.SKIPPED] == 10
    set_value(company, table("assets"), table("assets").column("name"), company.data.all(Asset)[0], "anders")
    assert len([row for row in propose_import(company, DEVICES).rows if row.taken]) == 1
