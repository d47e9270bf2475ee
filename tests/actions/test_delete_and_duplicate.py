"""Deleting leaves nothing that points into the void; a copy keeps what belongs to the kind of thing."""

from decimal import Decimal

from tests.actions.conftest import MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.columns import Table
from virtualcio.actions.delete import references_to
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import TAB_KEYS, table
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Company,
    Contract,
    Interface,
    Person,
    Process,
    Record,
    SecurityAnswer,
    SetAsideFinding,
    Setting,
    Site,
    TalkAnswer,
    TaxYear,
)


def content(company: OpenCompany) -> dict[str, dict[str, object]]:
    """All rows with all fields but the version."""
    return {
        row.id: {
            column.name: getattr(row, column.name)
            for column in kind.__table__.columns
            if column.name != "version"
        }
        for kind in RECORD_KINDS
        for row in company.data.all(kind)
    }


def dangling(company: OpenCompany) -> list[Record]:
    """Rows that refer to something that is not there."""
    found = []
    for kind in RECORD_KINDS:
        for other, field, _required in references_to(kind):
            for row in company.data.all(other):
                key = getattr(row, field)
                if key is not None and company.data.get(kind, key) is None:
                    found.append(row)
    return found


def test_a_deleted_person_is_nobodys_owner_any_more(make_company: MakeCompany) -> None:
    person = Person(name="Weber")
    asset = Asset(name="Server", owner_id=person.id, deputy_id=person.id)
    company = make_company(person, asset, Contract(name="Wartung", owner_id=person.id))
    before = content(company)
    assert edit.delete_records(company, [person]) == 0
    assert (asset.owner_id, asset.deputy_id) == (None, None)
    assert company.data.count(Person) == 0
    company.workspace.undo()
    assert content(company) == before


def test_links_and_interfaces_go_with_an_application(make_company: MakeCompany) -> None:
    erp, payroll, process, asset = (
        Application(name="ERP"),
        Application(name="Lohn"),
        Process(name="P"),
        Asset(name="S"),
    )
    company = make_company(
        erp, payroll, process, asset,
        AssetApplication(asset_id=asset.id, application_id=erp.id),
        ApplicationProcess(application_id=erp.id, process_id=process.id),
        Interface(name="Buchungen", source_id=payroll.id, target_id=erp.id),
        SetAsideFinding(check_id="shadow_it", object_id=erp.id, reason="bekannt"),
    )  # fmt: skip
    before = content(company)
    assert edit.delete_records(company, [erp]) == 4
    assert [one.name for one in company.data.all(Application)] == ["Lohn"]
    assert company.data.count(Interface) == 0
    assert dangling(company) == []
    assert str(company.workspace.undo_label) == "„ERP“ gelöscht"
    company.workspace.undo()
    assert content(company) == before


def delete_all(company: OpenCompany, shown: Table) -> bool:
    """Delete all rows of a table; False if what was deleted before took them with it."""
    records = company.data.all(shown.kind)
    edit.delete_records(company, records)
    assert dangling(company) == [], shown.key
    return bool(records)


def test_everything_of_the_example_company_can_be_deleted_and_comes_back(demo: OpenCompany) -> None:
    before = content(demo)
    deleted = [table(key) for key in (*TAB_KEYS, "canvas") if demo.data.count(table(key).kind)]
    deleted = [one for one in deleted if delete_all(demo, one)]
    left = {kind for kind in RECORD_KINDS if demo.data.count(kind)}
    # answers and choices are no things in a table
    assert left <= {Company, Setting, SecurityAnswer, TalkAnswer, TaxYear}
    for _step in deleted:
        demo.workspace.undo()
    assert content(demo) == before


def test_a_copy_has_the_links_but_not_the_serial_number(make_company: MakeCompany) -> None:
    site, erp = Site(name="Werk"), Application(name="ERP")
    asset = Asset(
        name="Server", cost=Decimal(7), site_id=site.id, serial_number="4711", inventory_number="BM-1"
    )
    link = AssetApplication(asset_id=asset.id, application_id=erp.id)
    company = make_company(site, erp, asset, link)
    (copy,) = edit.duplicate_records(company, table("assets"), [asset])
    assert isinstance(copy, Asset)
    assert (copy.name, copy.cost, copy.site_id) == ("Server (Kopie)", Decimal(7), site.id)
    assert (copy.serial_number, copy.inventory_number) == ("", "")
    assert [row.application_id for row in company.data.where(AssetApplication, "asset_id", copy.id)] == [
        erp.id
    ]
    (second,) = edit.duplicate_records(company, table("assets"), [asset])
    assert isinstance(second, Asset) and second.name == "Server (Kopie 2)"
    company.workspace.undo()
    company.workspace.undo()
    assert [one.name for one in company.data.all(Asset)] == ["Server"]
    assert company.data.count(AssetApplication) == 1
