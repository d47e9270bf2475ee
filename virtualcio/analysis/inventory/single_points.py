"""Where only one thing, or only one person, stands between the company and a standstill."""

from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.inventory.dependencies import (
    applications_of_process,
    assets_under,
    by_criticality,
)
from virtualcio.model import Application, Asset, AssetProcess, Process
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, Criticality


@dataclass(frozen=True)
class SinglePoint:
    """An asset without a second one, and the critical processes that hang on it."""

    asset: Asset
    processes: tuple[Process, ...]
    applications: tuple[Application, ...]
    bearable_hours: int | None


def single_points_of_failure(
    data: CompanyData, day: date, least: Criticality = Criticality.CRITICAL
) -> tuple[SinglePoint, ...]:
    """Assets that alone carry an application of a critical process, or alone serve one directly.

    An asset is alone if it is one piece and no other asset of its category carries the same application
    (or serves the same process). A server and a storage under one application are both alone: each of
    them is needed. Two servers are not: the second can carry on. Retired things do not count.
    """
    hit: dict[Asset, tuple[dict[Process, None], dict[Application, None]]] = {}
    for process in data.where(Process, "criticality", least):
        for application in applications_of_process(data, process):
            if application.retired_on is None or application.retired_on > day:
                for asset in _alone([*assets_under(data, application)], day):
                    processes, applications = hit.setdefault(asset, ({}, {}))
                    processes[process] = applications[application] = None
        direct = [
            served_by
            for link in data.where(AssetProcess, "process_id", process.id)
            if (served_by := data.get(Asset, link.asset_id)) is not None
        ]
        for asset in _alone(direct, day):
            hit.setdefault(asset, ({}, {}))[0][process] = None
    found = []
    for asset, (processes, applications) in hit.items():
        hours = [process.max_outage_hours for process in processes if process.max_outage_hours is not None]
        found.append(
            SinglePoint(asset, by_criticality(processes), tuple(applications), min(hours, default=None))
        )
    found.sort(key=lambda one: (-len(one.processes), one.asset.name, one.asset.id))
    return tuple(found)


def _alone(assets: list[Asset], day: date) -> list[Asset]:
    pieces: dict[AssetCategory, int] = {}
    in_use = [asset for asset in assets if asset.retired_on is None or asset.retired_on > day]
    for asset in in_use:
        pieces[asset.category] = pieces.get(asset.category, 0) + max(asset.quantity, 1)
    return [asset for asset in in_use if pieces[asset.category] == 1]
