"""Editing: one undo step per action, named in German; what cannot be is refused and nothing changes."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.tables import TABLES, table
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Account,
    Application,
    Asset,
    AssetApplication,
    Contract,
    Initiative,
    Interface,
    Person,
    ServiceLife,
    Site,
)
from virtualcio.model.inventory import AssetCategory

ASSETS = table("assets")


def test_a_changed_price_is_one_undo_step_with_a_sentence(make_company: MakeCompany) -> None:
    asset = Asset(name="ERP-Server HV01", cost=Decimal(9000))
    company = make_company(asset)
    assert edit.set_value(company, ASSETS, ASSETS.column("cost"), asset, Decimal("11240"))
    assert str(company.workspace.undo_label) == "Kaufpreis (netto) von „ERP-Server HV01“ geändert"
    company.workspace.undo()
    assert asset.cost == Decimal(9000)


def test_the_same_value_again_is_no_change(make_company: MakeCompany) -> None:
    asset = Asset(name="A", cost=Decimal(5))
    company = make_company(asset)
    assert not edit.set_value(company, ASSETS, ASSETS.column("cost"), asset, Decimal("5.00"))
    assert company.workspace.undo_label is None


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("name", "", "„System“ darf nicht leer sein."),
        ("quantity", None, "„Stück“ darf nicht leer sein."),
        ("category", None, "„Kategorie“ darf nicht leer sein."),
        ("quantity", 0, "„Stück“ kann nicht kleiner als 1 sein. Prüfen Sie Vorzeichen und Ziffern."),
        ("cost", Decimal(-1), ("„Kaufpreis (netto)“ kann nicht kleiner als 0 sein. "
                              "Prüfen Sie Vorzeichen und Ziffern.")),
        ("service_life_years", 600, ("„Nutzung (Jahre)“ kann nicht größer als 60 sein. "
                                    "Prüfen Sie die Zahl der Stellen.")),
        ("purchase_date", date(1026, 3, 1), ("„Kaufdatum“ liegt außerhalb der Jahre 1980 bis 2100. "
                                            "Prüfen Sie das Jahr.")),
        ("name", "x" * 501, "„System“ fasst höchstens 500 Zeichen, dieser Text hat 501. Kürzen Sie ihn."),
        ("site", "no such key", "Was bei „Standort“ gewählt war, gibt es nicht mehr. Wählen Sie neu."),
        ("retired_on", date(2019, 1, 1), ("Es wäre außer Betrieb, bevor es gekauft wurde. "
                                         "Prüfen Sie beide Angaben.")),
    ],
)  # fmt: skip
def test_an_impossible_value_is_refused_and_nothing_changes(
    make_company: MakeCompany, key: str, value: object, sentence: str
) -> None:
    asset = Asset(name="NAS", purchase_date=date(2020, 1, 1))
    company = make_company(asset)
    column = ASSETS.column(key)
    before = getattr(asset, column.field or "")
    with pytest.raises(RefusedValue) as refused:
        edit.set_value(company, ASSETS, column, asset, value)
    assert str(refused.value.message) == sentence
    assert getattr(asset, column.field or "") == before
    assert company.workspace.undo_label is None


def test_many_rows_change_together_or_not_at_all(make_company: MakeCompany) -> None:
    old, new = (
        Asset(name="Alt", purchase_date=date(2015, 1, 1)),
        Asset(name="Neu", purchase_date=date(2025, 1, 1)),
    )
    company = make_company(old, new)
    column = ASSETS.column("retired_on")
    with pytest.raises(RefusedValue):
        edit.set_values(company, ASSETS, column, [old, new], date(2020, 1, 1))
    assert old.retired_on is None
    edit.set_values(company, ASSETS, column, [old, new], date(2026, 1, 1))
    assert str(company.workspace.undo_label) == "Außer Betrieb seit in 2 Zeilen geändert"
    company.workspace.undo()
    assert (old.retired_on, new.retired_on) == (None, None)


def test_the_first_value_fills_down(make_company: MakeCompany) -> None:
    site = Site(name="Werk 2")
    assets = [Asset(name="A", site_id=site.id), Asset(name="B"), Asset(name="C")]
    company = make_company(site, *assets)
    edit.fill_down(company, ASSETS, ASSETS.column("site"), assets)
    assert [asset.site_id for asset in assets] == [site.id] * 3
    company.workspace.undo()
    assert [asset.site_id for asset in assets] == [site.id, None, None]


def test_links_are_set_exactly_and_the_kept_row_stays_the_same_row(make_company: MakeCompany) -> None:
    asset = Asset(name="Server")
    erp, cad = Application(name="ERP"), Application(name="CAD")
    link = AssetApplication(asset_id=asset.id, application_id=erp.id)
    company = make_company(asset, erp, cad, link)
    column = ASSETS.column("applications")
    edit.set_links(company, ASSETS, column, asset, [erp.id, cad.id])
    assert link in company.data.all(AssetApplication)
    assert {row.application_id for row in company.data.all(AssetApplication)} == {erp.id, cad.id}
    edit.set_links(company, ASSETS, column, asset, [cad.id])
    assert [row.application_id for row in company.data.all(AssetApplication)] == [cad.id]
    company.workspace.undo()
    company.workspace.undo()
    assert [row.id for row in company.data.all(AssetApplication)] == [link.id]


def test_a_new_row_gets_a_name_to_type_over(make_company: MakeCompany) -> None:
    company = make_company()
    assert getattr(edit.add_record(company, ASSETS), "name", "") == "Neues System"
    assert str(company.workspace.undo_label) == "„Neues System“ hinzugefügt"
    record = edit.add_record(company, ASSETS, {"name": "NAS", "cost": Decimal(5), "quantity": 2})
    assert isinstance(record, Asset)
    assert (record.name, record.cost, record.quantity) == ("NAS", Decimal(5), 2)
    company.workspace.undo()
    assert [asset.name for asset in company.data.all(Asset)] == ["Neues System"]


def test_every_table_takes_a_new_row(make_company: MakeCompany) -> None:
    apart = (Application(name="ERP"), Application(name="Lohn"), Initiative(name="Portal"))
    company = make_company(*apart, Account(number="4806"))
    for shown in TABLES:
        before = company.data.count(shown.kind)
        edit.add_record(company, shown)
        assert company.data.count(shown.kind) == before + 1


def test_an_interface_needs_two_different_applications(make_company: MakeCompany) -> None:
    interfaces = table("interfaces")
    alone = make_company(Application(name="ERP"))
    with pytest.raises(RefusedValue, match="Legen Sie zuerst die Anwendungen an"):
        edit.add_record(alone, interfaces)
    assert alone.data.count(Interface) == 0
    erp, payroll = Application(name="ERP"), Application(name="Lohn")
    company = make_company(erp, payroll)
    record = edit.add_record(company, interfaces, {"source": payroll.id})
    assert isinstance(record, Interface)
    assert (record.source_id, record.target_id) == (payroll.id, erp.id)
    with pytest.raises(RefusedValue, match="zwei verschiedene Anwendungen"):
        edit.set_value(company, interfaces, interfaces.column("target"), record, payroll.id)


def test_a_category_has_one_service_life(make_company: MakeCompany) -> None:
    lives = table("service_life")
    company = make_company(ServiceLife(category=AssetCategory.SERVER, years=7))
    with pytest.raises(RefusedValue, match="schon eine Nutzungsdauer"):
        edit.add_record(company, lives, {"category": AssetCategory.SERVER, "years": 5})
    second = edit.add_record(company, lives)
    with pytest.raises(RefusedValue, match="schon eine Nutzungsdauer"):
        edit.set_value(company, lives, lives.column("category"), second, AssetCategory.SERVER)


def test_a_contract_cannot_end_before_it_starts(make_company: MakeCompany) -> None:
    contracts = table("contracts")
    contract = Contract(name="V", start=date(2024, 1, 1))
    company = make_company(contract)
    with pytest.raises(RefusedValue, match="enden, bevor er beginnt"):
        edit.set_value(company, contracts, contracts.column("agreed_end"), contract, date(2023, 12, 31))
    edit.set_value(company, contracts, contracts.column("agreed_end"), contract, date(2024, 1, 1))
    assert contract.agreed_end == date(2024, 1, 1)


def test_several_fields_of_one_row_are_one_step(make_company: MakeCompany) -> None:
    person = Person(name="Weber")
    company = make_company(person)
    edit.set_fields(company, table("people"), person, {"name": "Anna Weber", "role": "IT"})
    assert (person.name, person.role) == ("Anna Weber", "IT")
    company.workspace.undo()
    assert (person.name, person.role) == ("Weber", "")
