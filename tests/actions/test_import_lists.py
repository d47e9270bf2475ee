"""What lists look like, and what the import makes of it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import DEVICES, empty_company, text_file, workbook
from virtualcio.actions.edit import set_value
from virtualcio.actions.import_table import (
    correct,
    import_context,
    propose_import,
    run_import,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedFile
from virtualcio.exchange.import_plan import PlanValue, RowState, ValueState
from virtualcio.model import Application, Asset, Site, Supplier
from virtualcio.model.inventory import AssetCategory, Hosting, Ownership
from virtualcio.texts import speaking


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


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
    path = text_file(tmp_path, "Gerät;Stockwerk;Farbe;Bemerkung", "PC;4711;blau;neu", "Monitor;;rot;")
    run_import(company, propose_import(company, path))

    assert [asset.note for asset in company.data.all(Asset)] == [
        "neu\nStockwerk: 4711\nFarbe: blau",
        "Farbe: rot",
    ]


def test_a_warranty_is_no_end_of_security_updates(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Gerät;Kaufdatum;Garantie bis", "PC 1;01.05.2024;30.04.2026")
    run_import(company, propose_import(company, path))

    [asset] = company.data.all(Asset)
    assert asset.support_end is None and asset.note == "Garantie bis: 30.04.2026"


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


def test_a_plan_can_be_made_from_a_frozen_picture_of_the_company(company: OpenCompany) -> None:
    context = import_context(company)
    run_import(company, propose_import(company, DEVICES))

    assert propose_import(context, DEVICES).counts[RowState.SKIPPED] == 10
    unnumbered = next(one for one in company.data.all(Asset) if not one.serial_number)
    set_value(company, table("assets"), table("assets").column("name"), unnumbered, "anders")
    assert len([row for row in propose_import(company, DEVICES).rows if row.taken]) == 1


def test_a_text_that_is_no_list_is_not_taken_for_one(company: OpenCompany, tmp_path: Path) -> None:
    letter = text_file(
        tmp_path, "Sehr geehrte Frau Weber,", "der Server, den wir, und auch", "die PC, bitte."
    )
    shelf = text_file(tmp_path, "Aktenzeichen;Schlagwort;Regal;Fach", "A-65;EDV;100;5", name="akten.csv")
    for path in (letter, shelf):
        plan = propose_import(company, path)
        assert plan.problem is not None
        assert all(column.field is None for column in plan.columns)
        with pytest.raises(RefusedFile, match="Ordnen Sie eine dem Namen zu"):
            run_import(company, plan)

    accounts = text_file(tmp_path, "Konto;Kontobezeichnung;EB-Wert;Soll", "0650;EDV;100;5", name="susa.csv")
    assigned = correct(propose_import(company, accounts, "assets"), columns={1: "name"})
    assert assigned.problem is None
    assert [row.label for row in assigned.rows if row.taken] == ["EDV"]


def long_list(folder: Path, rows: int) -> Path:
    lines = [
        f"PC {number};PC;Halle {number % 20};0{number % 9 + 1}.05.2019;1.0{number % 90 + 10},50"
        for number in range(rows)
    ]
    return text_file(folder, "Gerät;Art;Standort;Kaufdatum;AK netto", *lines)


def test_planning_says_how_far_it_is_and_can_be_stopped(company: OpenCompany, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    said: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        said.append((done, total))
        if len(said) == 3:
            raise Stop

    with pytest.raises(Stop):
        propose_import(company, long_list(tmp_path, 1200), "assets", progress=progress)
    assert said == [(500, 1201), (1000, 1201), (500, 1201)]  # read twice as far as understood


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_taken_and_undone(company: OpenCompany, tmp_path: Path) -> None:
    plan = propose_import(company, long_list(tmp_path, 100_000))
    corrected = correct(plan, values={(2, "cost"): "12,50"}, skip=[3])
    result = run_import(company, corrected)

    assert company.data.count(Asset) == len(result.added) == 99_999
    assert company.data.find(Asset, result.added[0]).cost == Decimal("12.50")
    company.workspace.undo()
    assert company.data.count(Asset) == 0 == company.data.count(Site)
