"""A company far bigger than any we are made for, the same one each time: what benchmarks measure on.

    python -m benchmarks.big_company big.vcio [10: a tenth of it]

10,000 assets, 2,000 contracts, 500 applications, 60 processes, 40 sites, 300 people, and the links between;
with the plan of big_plan.py and the budget and reviews of big_steering.py.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from benchmarks.big_plan import BigPlan, Inventory
from benchmarks.big_steering import BigSteering
from virtualcio.model import (
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
    Record,
    Site,
    Supplier,
)
from virtualcio.model.contracts import Anchor, ContractKind, NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.inventory import AssetCategory, Criticality, Hosting

TODAY = date(2026, 11, 22)  # fixed: the same figures on every day
SEED = 1

T = TypeVar("T")

_PRODUCTS: dict[AssetCategory, tuple[str, ...]] = {
    AssetCategory.NOTEBOOK: ("Windows 10 22H2", "Windows 11 Pro 24H2", "Windows 11 Pro 25H2", ""),
    AssetCategory.DESKTOP: ("Windows 10 22H2", "Windows 11 Pro 25H2", "Windows 7 SP1", ""),
    AssetCategory.SERVER: (
        "Windows Server 2012 R2",
        "Windows Server 2016",
        "Windows Server 2019",
        "Windows Server 2022",
        "VMware ESXi 7.0",
    ),
    AssetCategory.FIREWALL: ("FortiOS 7.0", "FortiOS 7.2", "FortiOS 7.4"),
    AssetCategory.SMARTPHONE: ("Galaxy A54 5G", "Galaxy XCover6 Pro", "iPhone 15", ""),
}
_PURPOSES = ("Warenwirtschaft", "Konstruktion", "Lohn", "Archiv", "Planung", "Auswertung", "Kundenverwaltung")


class BigCompany:
    """Makes the records from one random source, so that the same numbers give the same company."""

    def __init__(
        self, assets: int, contracts: int, applications: int, seed: int, plan: tuple[int, int, int]
    ) -> None:
        self._random = random.Random(seed)
        self._counts = {Asset: assets, Contract: contracts, Application: applications}
        self._plan = plan  # initiatives, KPIs, values
        self._number = 0

    def records(self) -> Iterator[Record]:
        """Company first; keys count up."""
        yield Company(id=self._key(), name="Großbetrieb GmbH", employees=2_400, trade="Metallverarbeitung")
        departments = [Department(id=self._key(), name=f"Abteilung {n}") for n in range(1, 31)]
        people = [
            Person(id=self._key(), name=f"Person {n}", department_id=self._one(departments).id)
            for n in range(1, 301)
        ]
        sites = [Site(id=self._key(), name=f"Werk {n}") for n in range(1, 41)]
        suppliers = [Supplier(id=self._key(), name=f"Lieferant {n}") for n in range(1, 121)]
        processes = [self._process(n, departments, people) for n in range(1, 61)]
        applications = [self._application(n, suppliers, people) for n in range(self._counts[Application])]
        assets = [self._asset(n, sites, suppliers, people) for n in range(self._counts[Asset])]
        contracts = [self._contract(n, suppliers, people) for n in range(self._counts[Contract])]
        for made in (departments, people, sites, suppliers, processes, applications, assets, contracts):
            yield from made
        yield from self._links(assets, applications, processes, contracts)
        for n in range(len(applications) // 2):
            source, target = self._random.sample(applications, 2)
            yield Interface(
                id=self._key(), name=f"Schnittstelle {n}", source_id=source.id, target_id=target.id,
                manual=self._chance(0.3),
            )  # fmt: skip
        if self._plan[0]:
            inventory = Inventory(departments, people, assets, applications)
            yield from BigPlan(inventory, *self._plan, TODAY).records()

    def _key(self) -> str:
        self._number += 1
        return f"{self._number:032x}"

    def _one(self, of: Sequence[T]) -> T:
        return of[self._random.randrange(len(of))]

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _days_ago(self, most: int) -> date:
        return TODAY - timedelta(days=self._random.randrange(most))

    def _amount(self, least: int, most: int) -> Decimal:
        return Decimal(self._random.randrange(least * 100, most * 100)).scaleb(-2)

    def _process(self, n: int, departments: Sequence[Department], people: Sequence[Person]) -> Process:
        return Process(
            id=self._key(), name=f"Prozess {n}", criticality=self._one(tuple(Criticality)),
            max_outage_hours=self._random.randrange(2, 96), department_id=self._one(departments).id,
            owner_id=self._one(people).id, deputy_id=self._one(people).id if self._chance(0.7) else None,
        )  # fmt: skip

    def _application(self, n: int, suppliers: Sequence[Supplier], people: Sequence[Person]) -> Application:
        product = self._one(("SQL Server 2016", "SQL Server 2019", "Office 2021", "Exchange Server 2019", ""))
        return Application(
            id=self._key(), name=f"Anwendung {n}", product=product, purpose=self._one(_PURPOSES),
            hosting=self._one(tuple(Hosting)), users=self._random.randrange(1, 800),
            purchase_date=self._days_ago(4_000), cost=self._amount(500, 80_000),
            supplier_id=self._one(suppliers).id, owner_id=self._one(people).id,
        )  # fmt: skip

    def _asset(
        self, n: int, sites: Sequence[Site], suppliers: Sequence[Supplier], people: Sequence[Person]
    ) -> Asset:
        category = self._one(tuple(AssetCategory))
        return Asset(
            id=self._key(), name=f"{category.value.replace('_', ' ').title()} {n:05}", category=category,
            product=self._one(_PRODUCTS.get(category, ("",))),
            quantity=self._random.randrange(1, 12) if self._chance(0.2) else 1,
            purchase_date=self._days_ago(4_500) if self._chance(0.95) else None,
            cost=self._amount(80, 20_000) if self._chance(0.95) else None,
            retired_on=self._days_ago(700) if self._chance(0.04) else None,
            inventory_number=f"INV-{n:06}", serial_number=f"SN{self._random.getrandbits(40):X}",
            site_id=self._one(sites).id, supplier_id=self._one(suppliers).id,
            owner_id=self._one(people).id if self._chance(0.9) else None,
        )  # fmt: skip

    def _contract(self, n: int, suppliers: Sequence[Supplier], people: Sequence[Person]) -> Contract:
        renewal = self._one(tuple(RenewalKind))
        return Contract(
            id=self._key(), name=f"Vertrag {n:04}", number=f"V-{n:05}", kind=self._one(tuple(ContractKind)),
            supplier_id=self._one(suppliers).id, owner_id=self._one(people).id,
            start=self._days_ago(3_600), term_months=self._one((None, 12, 24, 36, 60)), renewal=renewal,
            renewal_months=self._one((1, 3, 12)) if renewal is RenewalKind.MONTHS else None,
            notice_count=self._one((None, 1, 3, 6, 30)), notice_unit=self._one(tuple(NoticeUnit)),
            anchor=self._one(tuple(Anchor)), cost=self._amount(20, 4_000),
            cost_period=self._one(tuple(PaymentPeriod)),
        )  # fmt: skip

    def _links(
        self,
        assets: Sequence[Asset],
        applications: Sequence[Application],
        processes: Sequence[Process],
        contracts: Sequence[Contract],
    ) -> Iterator[Record]:
        for asset in assets:
            if self._chance(0.6):
                yield AssetApplication(
                    id=self._key(), asset_id=asset.id, application_id=self._one(applications).id
                )
            if self._chance(0.4):
                yield AssetProcess(id=self._key(), asset_id=asset.id, process_id=self._one(processes).id)
        for application in applications:
            for process in self._random.sample(processes, 2):
                yield ApplicationProcess(id=self._key(), application_id=application.id, process_id=process.id)
        for contract in contracts:
            covered = self._one(assets)
            yield ContractAsset(id=self._key(), contract_id=contract.id, asset_id=covered.id)
            if self._chance(0.3):
                yield ContractApplication(
                    id=self._key(), contract_id=contract.id, application_id=self._one(applications).id
                )


def big_records(
    assets: int = 10_000,
    contracts: int = 2_000,
    applications: int = 500,
    seed: int = SEED,
    initiatives: int = 300,
    kpis: int = 330,
    values: int = 40_000,
    lines: int = 1_000,
    tasks: int = 200,
) -> list[Record]:
    """Every record of the company, the company itself first. Without `initiatives` there is no plan, and
    without a plan or `lines` neither budget nor reviews.
    """

    def without_steering() -> list[Record]:
        plan = initiatives, kpis, values
        return list(BigCompany(assets, contracts, applications, seed, plan).records())

    records = without_steering()
    if initiatives and lines:
        records += BigSteering(records, without_steering, lines, tasks, TODAY).records()
    return records


def write_big_company(path: Path, share: int = 1) -> None:
    """A company file with it, or with one part of `share` of it; RefusedFile if there is one already."""
    from virtualcio.store.workspace import Workspace

    company, *rest = big_records(
        assets=10_000 // share,
        contracts=2_000 // share,
        applications=500 // share,
        initiatives=300 // share,
        kpis=330 // share,
        values=40_000 // share,
        lines=1_000 // share,
        tasks=200 // share,
    )
    assert isinstance(company, Company)
    Workspace.create(path, company, records=rest).close()


if __name__ == "__main__":
    write_big_company(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
