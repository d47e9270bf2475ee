"""A small company with a row of every kind, and what it says, to be compared."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.store.example_plan import plan_rows
from tests.store.example_steering import steering_rows
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Company,
    Contract,
    ContractApplication,
    ContractAsset,
    Department,
    Interface,
    Person,
    Process,
    ProductSupport,
    Record,
    ServiceLife,
    SetAsideFinding,
    Setting,
    Site,
    Supplier,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, Criticality, RemedyKind
from virtualcio.store.database import transaction
from virtualcio.store.images import shape_of
from virtualcio.store.loading import load_records
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

Content = dict[tuple[str, str], tuple[Any, ...]]


def company() -> Company:
    return Company(name="Metallbau Söhne GmbH", employees=62, revenue=Decimal("9800000.00"))


def rows() -> list[Record]:
    """One or two of every other kind, linked; the department and its head refer to each other."""
    person = Person(name="Ines Brandt", role="IT")
    department = Department(name="Verwaltung", head_id=person.id)
    person.department_id = department.id
    site = Site(name="Werk 1")
    supplier = Supplier(name="Systemhaus Nord")
    server = Asset(
        name="SRV-01",
        category=AssetCategory.SERVER,
        purchase_date=date(2019, 3, 1),
        cost=Decimal("8450.50"),
        remedy=RemedyKind.REPLACE,
        site_id=site.id,
        supplier_id=supplier.id,
        owner_id=person.id,
    )
    erp = Application(name="ERP", users=40, supplier_id=supplier.id, department_id=department.id)
    crm = Application(name="CRM")
    process = Process(name="Auftrag annehmen", criticality=Criticality.HIGH, department_id=department.id)
    contract = Contract(
        name="Wartung ERP",
        supplier_id=supplier.id,
        start=date(2024, 2, 29),
        term_months=36,
        notice_count=3,
        cost=Decimal("1200.00"),
        price_increase_percent=Decimal("2.50"),
    )
    others: list[Record] = [
        person,
        department,
        site,
        supplier,
        server,
        erp,
        crm,
        process,
        contract,
        Setting(key="wave_years", value="6"),
        Interface(name="Aufträge", source_id=crm.id, target_id=erp.id, manual=True),
        AssetApplication(asset_id=server.id, application_id=erp.id),
        AssetProcess(asset_id=server.id, process_id=process.id),
        ApplicationProcess(application_id=erp.id, process_id=process.id),
        ContractAsset(contract_id=contract.id, asset_id=server.id),
        ContractApplication(contract_id=contract.id, application_id=erp.id),
        ProductSupport(product="ERP", product_version="7", security_end=date(2027, 12, 31)),
        ServiceLife(category=AssetCategory.SERVER, years=5),
        SetAsideFinding(
            check_id="no_deputy", object_id=erp.id, reason="Neue Stelle", until=date(2027, 6, 30)
        ),
        *plan_rows(department, process, server, erp),
    ]
    return [*others, *steering_rows(others)]


def create(path: Path | None, passphrase: str | None = None) -> Workspace:
    return Workspace.create(path, company(), passphrase, records=rows())


def only(workspace: Workspace, kind: type[Any], name: str | None = None) -> Any:
    """The record of a kind, or the one with this name."""
    found = [some for some in workspace.data.all(kind) if name is None or some.name == name]
    assert len(found) == 1
    return found[0]


def _content(records: Iterable[Record], *, versions: bool) -> Content:
    said: Content = {}
    for record in records:
        shape = shape_of(type(record))
        values = shape.values(record)
        said[shape.table.name, record.id] = values if versions else shape.with_version(values, 0)
    return said


def in_memory(data: CompanyData, *, versions: bool = False) -> Content:
    """Everything the company says; without the versions, which only ever rise."""
    return _content((record for kind in RECORD_KINDS for record in data.all(kind)), versions=versions)


def in_database(workspace: Workspace, *, versions: bool = False) -> Content:
    with transaction(workspace._engine, workspace.path) as connection:
        return _content(load_records(connection), versions=versions)


def in_file(path: Path, passphrase: str | None = None) -> Content:
    workspace = Workspace.open(path, passphrase)
    try:
        return in_memory(workspace.data)
    finally:
        workspace.close()


def big_change(workspace: Workspace) -> None:
    """Deletes, changes and adds rows: more than fits into a few pages."""
    with workspace.change(Message("Big")) as edit:
        edit.delete(only(workspace, AssetProcess))
        for site in workspace.data.all(Site):
            site.note = "n" * 3000
        for number in range(40):
            asset = Asset(name=f"Gerät {number}", note="x" * 500)
            edit.add(asset)
            edit.add(AssetProcess(asset_id=asset.id, process_id=only(workspace, Process).id))
