"""What hangs on a record, in words for a table cell."""

from typing import TYPE_CHECKING

from virtualcio.model import (
    Application,
    Asset,
    Contract,
    Person,
    Process,
    Site,
    Supplier,
)
from virtualcio.texts import _, join_names, mark, translate_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from virtualcio.actions.open_company import OpenCompany


ALL_PROCESSES = mark("All processes ({count})")


def processes_of(company: "OpenCompany", record: Asset | Application) -> tuple[str, ...]:
    """Keys of the processes that need it, directly or through an application, most critical first."""
    return tuple(process.id for process in company.results.processes(record))


def process_names(company: "OpenCompany", processes: "Sequence[Process]") -> str:
    """The names, or "all processes" where every single one is meant."""
    if len(processes) > 1 and len(processes) == company.data.count(Process):
        return _(ALL_PROCESSES).format(count=len(processes))
    return join_names(process.name for process in processes)


def assets_below(company: "OpenCompany", process: Process) -> tuple[str, ...]:
    """Keys of all assets that a process needs, directly or through an application."""
    return tuple(asset.id for asset in company.results.assets_of_process(process))


def assets_at_site(company: "OpenCompany", site: Site) -> int:
    """How many assets in use stand there (a group of like devices is one)."""
    today = company.today
    assets = company.data.where(Asset, "site_id", site.id)
    return sum(1 for asset in assets if asset.retired_on is None or asset.retired_on > today)


def contracts_of_supplier(company: "OpenCompany", supplier: Supplier) -> int:
    return len(company.data.where(Contract, "supplier_id", supplier.id))


def responsible_for(company: "OpenCompany", person: Person) -> int:
    """For how many assets, applications, processes and contracts a person answers."""
    data = company.data
    return sum(
        len(owned)
        for owned in (
            data.where(Asset, "owner_id", person.id),
            data.where(Application, "owner_id", person.id),
            data.where(Process, "owner_id", person.id),
            data.where(Contract, "owner_id", person.id),
        )
    )


def outage_words(hours: int) -> str:
    """'4 Stunden', '2 Tage': days from two whole days on."""
    if hours >= 48 and hours % 24 == 0:
        return translate_count("{count} day", "{count} days", hours // 24)
    return translate_count("{count} hour", "{count} hours", hours)


def years_words(years: int) -> str:
    """'1 Jahr', '6 Jahren': as in "a life of … years"."""
    return translate_count("{count} year", "{count} years", years)
