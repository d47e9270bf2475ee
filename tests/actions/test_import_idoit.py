"""Lists of an IT documentation go where their rows belong, without help, and nothing of them is lost."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.actions.import_company import empty_company, text_file
from virtualcio.actions.import_table import propose_import, run_import
from virtualcio.model import Application, Asset, Contract, Site
from virtualcio.model.contracts import ContractKind
from virtualcio.model.inventory import AssetCategory

APPLICATIONS = (
    "Objekttyp;ObjektName;Anwendung - Hersteller;Anwendungen: Varianten - Variante;Version - Versionsnummer",
    "C__OBJTYPE__APPLICATION;Zeichenbrett;Hersteller Eins;Pro,Enterprise;2,3",
    "C__OBJTYPE__OPERATING_SYSTEM;Grundsystem;Hersteller Zwei;Pro;11",
)
WORKPLACES = (
    "ObjektName;Standort;Objekttyp;AP Zuweisung",
    "AP0001;RAUM 1.001;C__OBJTYPE__WORKSTATION;",
    "WS001;;C__OBJTYPE__CLIENT;AP0001",
    "TFT001;;C__OBJTYPE__MONITOR;AP0001",
    "PRNT001;;C__OBJTYPE__PRINTER;AP0001",
)
KEYS = "Lizenzen: Schlüssel - "
LICENCES = (
    f"Objekttyp;ObjektName;{KEYS}Anzahl;{KEYS}Schlüssel;{KEYS}Startdatum;{KEYS}Ablaufdatum;{KEYS}Einzelpreis",
    "C__OBJTYPE__LICENCE;Büropaket;1000;AAA-111;01.01.2026;31.12.2026;999.99",
    "C__OBJTYPE__LICENCE;Zeichenpaket;100,50;BBB-1,BBB-2;01.01.2026,01.05.2026;31.12.2026,30.04.2027;10.50,20.25",
)
PLACES = (
    "ObjektName;Standort;Objekttyp",
    "Hauptsitz;Root location;C__OBJTYPE__BUILDING",
    "Keller;Hauptsitz;C__OBJECT_TYPE__FLOOR",
    "RAUM 0.001;Keller;C__OBJTYPE__ROOM",
)


def test_applications_keep_their_variants_and_versions_in_the_note(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, text_file(tmp_path, *APPLICATIONS))
    assert plan.into == "applications"
    run_import(company, plan)

    drawing, system = company.data.all(Application)
    assert (drawing.name, drawing.purpose, system.purpose) == ("Zeichenbrett", "", "Betriebssystem")
    assert "Variante: Pro,Enterprise" in drawing.note and "Versionsnummer: 2,3" in drawing.note
    assert "C__" not in drawing.note + system.note


def test_devices_stand_where_their_workplace_stands(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, text_file(tmp_path, *WORKPLACES))
    assert plan.into == "assets"
    run_import(company, plan)

    assets = {one.name: one for one in company.data.all(Asset)}
    assert [one.category for one in assets.values()] == [
        AssetCategory.OTHER, AssetCategory.DESKTOP, AssetCategory.MONITOR, AssetCategory.PRINTER,
    ]  # fmt: skip
    room = company.data.all(Site)[0]
    assert room.name == "RAUM 1.001"
    assert {one.site_id for one in assets.values()} == {room.id}
    assert assets["WS001"].note == "AP Zuweisung: AP0001"


def test_licences_are_contracts_with_the_price_of_all_pieces(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, text_file(tmp_path, *LICENCES))
    assert plan.into == "contracts"
    run_import(company, plan)

    office, *drawing = company.data.all(Contract)
    assert (office.kind, office.seats_bought, office.cost) == (
        ContractKind.LICENCE, 1000, Decimal("999990.00"),
    )  # fmt: skip
    assert (office.start, office.agreed_end) == (date(2026, 1, 1), date(2026, 12, 31))
    assert [(one.name, one.seats_bought, one.cost, one.start) for one in drawing] == [
        ("Zeichenpaket", 100, Decimal("1050.00"), date(2026, 1, 1)),
        ("Zeichenpaket", 50, Decimal("1012.50"), date(2026, 5, 1)),
    ]
    assert "BBB-2" in drawing[1].note and "BBB-1" not in drawing[1].note
    assert any("eigene Zeilen" in str(note) for note in plan.notes)


def test_buildings_floors_and_rooms_become_sites(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, text_file(tmp_path, *PLACES))
    assert plan.into == "sites"
    run_import(company, plan)

    assert [(one.name, one.note) for one in company.data.all(Site)] == [
        ("Hauptsitz", "Gebäude\nStandort: Root location"),
        ("Keller", "Etage\nStandort: Hauptsitz"),
        ("RAUM 0.001", "Raum\nStandort: Keller"),
    ]


def test_what_has_a_licence_key_is_a_licence(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(
        tmp_path, 'Titel;"Anwendung";Lizenz Schlüssel', 'PC-07;"Grundsystem Pro";"Professional;EVT-1"',
        name="Volumen-Lizenz.csv",
    )  # fmt: skip
    plan = propose_import(company, path)
    assert plan.into == "contracts"
    run_import(company, plan)

    contract = company.data.all(Contract)[0]
    assert contract.kind is ContractKind.LICENCE
    assert contract.note == "Lizenz Schlüssel: Professional;EVT-1"
    assert [one.name for one in company.data.all(Application)] == ["Grundsystem Pro"]
