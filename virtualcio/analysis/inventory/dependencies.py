"""What depends on what: sites hold assets, assets carry applications, applications serve processes,
interfaces join applications. From these: what stops if something fails, and where only one thing stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    ContractApplication,
    ContractAsset,
    Interface,
    Person,
    Process,
    Record,
    Site,
    Supplier,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality

RANK = {Criticality.CRITICAL: 0, Criticality.HIGH: 1, Criticality.MEDIUM: 2, Criticality.LOW: 3}

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Stops:
    """What stands still when a thing fails; processes most critical first.

    `bearable_hours`: the shortest of the longest bearable outages, None if none is known.
    `interfaces`: data flows that break off, into and out of the applications.
    """

    assets: tuple[Asset, ...] = ()
    applications: tuple[Application, ...] = ()
    processes: tuple[Process, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    sites: tuple[Site, ...] = ()
    contracts: tuple[Contract, ...] = ()
    bearable_hours: int | None = None
    criticality: Criticality | None = None

    @property
    def nothing(self) -> bool:
        return not (self.applications or self.processes)


def _in_use(record: Asset | Application, day: date | None) -> bool:
    return day is None or record.retired_on is None or record.retired_on > day


def _found(data: CompanyData, kind: type[R], keys: Iterable[str]) -> list[R]:
    """Records of these keys, each once."""
    found = {key: data.get(kind, key) for key in keys}
    return [record for record in found.values() if record is not None]


def by_criticality(processes: Iterable[Process]) -> tuple[Process, ...]:
    """Most critical first, then the shortest bearable outage, then by name."""
    return tuple(
        sorted(
            processes,
            key=lambda process: (
                RANK[process.criticality],
                process.max_outage_hours is None,
                process.max_outage_hours or 0,
                process.name,
            ),
        )
    )


def applications_on(data: CompanyData, asset: Asset) -> Sequence[Application]:
    """Applications that `asset` carries."""
    links = data.where(AssetApplication, "asset_id", asset.id)
    return _found(data, Application, (link.application_id for link in links))


def assets_under(data: CompanyData, application: Application) -> Sequence[Asset]:
    """Assets that carry `application`."""
    links = data.where(AssetApplication, "application_id", application.id)
    return _found(data, Asset, (link.asset_id for link in links))


def processes_of(data: CompanyData, application: Application) -> Sequence[Process]:
    """Processes that `application` serves, most critical first."""
    links = data.where(ApplicationProcess, "application_id", application.id)
    return by_criticality(_found(data, Process, (link.process_id for link in links)))


def applications_of_process(data: CompanyData, process: Process) -> Sequence[Application]:
    links = data.where(ApplicationProcess, "process_id", process.id)
    return _found(data, Application, (link.application_id for link in links))


def processes_of_asset(data: CompanyData, asset: Asset) -> Sequence[Process]:
    """Processes that need `asset`: those it serves directly and those of its applications."""
    keys = [link.process_id for link in data.where(AssetProcess, "asset_id", asset.id)]
    for carried in data.where(AssetApplication, "asset_id", asset.id):
        links = data.where(ApplicationProcess, "application_id", carried.application_id)
        keys += [link.process_id for link in links]
    return by_criticality(_found(data, Process, keys)) if keys else ()


def processes_behind(data: CompanyData, record: Asset | Application) -> Sequence[Process]:
    if isinstance(record, Asset):
        return processes_of_asset(data, record)
    return processes_of(data, record)


def under_critical_process(data: CompanyData, record: Asset | Application) -> bool:
    """A critical process needs it, directly or through an application."""
    return any(one.criticality is Criticality.CRITICAL for one in processes_behind(data, record))


def worst_criticality(processes: Iterable[Process]) -> Criticality | None:
    return min((process.criticality for process in processes), key=RANK.__getitem__, default=None)


def contracts_of(data: CompanyData, record: Asset | Application | Supplier) -> Sequence[Contract]:
    """Contracts that cover an asset or application, or are with a supplier."""
    if isinstance(record, Supplier):
        return data.where(Contract, "supplier_id", record.id)
    if isinstance(record, Asset):
        keys = [link.contract_id for link in data.where(ContractAsset, "asset_id", record.id)]
    else:
        covers = data.where(ContractApplication, "application_id", record.id)
        keys = [link.contract_id for link in covers]
    return _found(data, Contract, keys)


def covered_by(data: CompanyData, contract: Contract) -> tuple[Sequence[Asset], Sequence[Application]]:
    """Assets and applications that `contract` covers."""
    assets = data.where(ContractAsset, "contract_id", contract.id)
    applications = data.where(ContractApplication, "contract_id", contract.id)
    return (
        _found(data, Asset, (link.asset_id for link in assets)),
        _found(data, Application, (link.application_id for link in applications)),
    )


def run_by(data: CompanyData, person: Person) -> tuple[Sequence[Asset], Sequence[Application]]:
    """Assets and applications that `person` operates."""
    return (
        data.where(Asset, "operator_id", person.id),
        data.where(Application, "operator_id", person.id),
    )


def _starting_points(
    data: CompanyData, record: Record
) -> tuple[Sequence[Asset], Sequence[Application], Sequence[Process], Sequence[Contract]]:
    """The assets, applications and processes that fail at once when `record` does."""
    if isinstance(record, Asset):
        return [record], [], [], []
    if isinstance(record, Application):
        return [], [record], [], []
    if isinstance(record, Site):
        return data.where(Asset, "site_id", record.id), [], [], []
    if isinstance(record, Contract):
        assets, applications = covered_by(data, record)
        return assets, applications, [], []
    if isinstance(record, Person):
        assets, applications = run_by(data, record)
        return assets, applications, data.where(Process, "owner_id", record.id), []
    if isinstance(record, Supplier):
        contracts = contracts_of(data, record)
        keys = [covered_by(data, contract) for contract in contracts]
        assets = [*data.where(Asset, "supplier_id", record.id), *(a for found in keys for a in found[0])]
        applications = [
            *data.where(Application, "supplier_id", record.id),
            *(a for found in keys for a in found[1]),
        ]
        return assets, applications, [], contracts
    return [], [], [], []


def what_stops(data: CompanyData, record: Record, day: date | None = None) -> Stops:
    """What is affected if `record` (asset, application, site, supplier, contract, person) fails.

    Everything that is linked counts, also where a second asset could carry on: `single_points` says where
    none could. With `day`, things retired by then are left out. `assets`, `applications` and `processes`
    do not hold `record` itself.
    """
    assets, applications, processes, contracts = _starting_points(data, record)
    assets = [asset for asset in dict.fromkeys(assets) if _in_use(asset, day)]
    carried = list(applications)
    for asset in assets:
        carried += applications_on(data, asset)
    carried = [application for application in dict.fromkeys(carried) if _in_use(application, day)]
    served = list(processes)
    for asset in assets:
        served += _found(
            data, Process, (link.process_id for link in data.where(AssetProcess, "asset_id", asset.id))
        )
    for application in carried:
        served += processes_of(data, application)
    ordered = by_criticality(dict.fromkeys(served))
    hours = [process.max_outage_hours for process in ordered if process.max_outage_hours is not None]
    return Stops(
        assets=tuple(asset for asset in assets if asset is not record),
        applications=tuple(
            sorted(
                (application for application in carried if application is not record),
                key=lambda one: (_rank(processes_of(data, one)), one.name),
            )
        ),
        processes=ordered,
        interfaces=_interfaces(data, carried),
        sites=_sites(data, assets, record),
        contracts=tuple(contracts),
        bearable_hours=min(hours, default=None),
        criticality=worst_criticality(ordered),
    )


def _rank(processes: Iterable[Process]) -> int:
    worst = worst_criticality(processes)
    return len(RANK) if worst is None else RANK[worst]


def _interfaces(data: CompanyData, applications: Iterable[Application]) -> tuple[Interface, ...]:
    found: dict[Interface, None] = {}
    for application in applications:
        for field in ("source_id", "target_id"):
            found.update(dict.fromkeys(data.where(Interface, field, application.id)))
    return tuple(found)


def _sites(data: CompanyData, assets: Iterable[Asset], record: Record) -> tuple[Site, ...]:
    sites = _found(data, Site, (asset.site_id for asset in assets if asset.site_id is not None))
    return tuple(site for site in sites if site is not record)
