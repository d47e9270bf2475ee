"""What a line is for, found through links: processes behind things and contracts, goals behind processes."""

from collections.abc import Iterable
from typing import NamedTuple

from virtualcio.model import (
    ApplicationProcess,
    AssetApplication,
    AssetProcess,
    ContractApplication,
    ContractAsset,
    ContractProcess,
    GoalProcess,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeProcess,
    Record,
)
from virtualcio.model.company_data import CompanyData

Keys = tuple[str, ...]

# All links that `Links` follows for things and contracts.
LINK_KINDS: tuple[type[Record], ...] = (
    AssetProcess, AssetApplication, ApplicationProcess, GoalProcess,
    ContractProcess, ContractAsset, ContractApplication,
)  # fmt: skip


class ServedGoals(NamedTuple):
    """Goals with the weights by which money is split among them."""

    goal_ids: Keys
    weights: tuple[int, ...]
    by_process: bool = False


NO_GOALS = ServedGoals((), ())


class Links:
    """Follows the links of a company as they stand; what was found is remembered.

    `open_goals`: keys of the goals that are neither reached nor given up; only they draw money from their
    processes.
    """

    def __init__(self, data: CompanyData, open_goals: Iterable[str]) -> None:
        self._data = data
        self._open = frozenset(open_goals)
        self._known: dict[tuple[str, str], Keys] = {}
        self._same: dict[Keys, Keys] = {}
        self._goals: dict[Keys, ServedGoals] = {}

    def _remembered(self, keys: Iterable[str]) -> Keys:
        """Each once, in the order found; equal ones are one object."""
        found = tuple(dict.fromkeys(keys))
        return self._same.setdefault(found, found)

    def processes_of_application(self, key: str) -> Keys:
        """Keys of the processes that it serves."""
        known = self._known.get(("application", key))
        if known is None:
            links = self._data.where(ApplicationProcess, "application_id", key)
            known = self._known["application", key] = self._remembered(link.process_id for link in links)
        return known

    def processes_of_asset(self, key: str) -> Keys:
        """Keys of the processes that it serves directly or through an application."""
        known = self._known.get(("asset", key))
        if known is None:
            found = [link.process_id for link in self._data.where(AssetProcess, "asset_id", key)]
            for link in self._data.where(AssetApplication, "asset_id", key):
                found.extend(self.processes_of_application(link.application_id))
            known = self._known["asset", key] = self._remembered(found)
        return known

    def processes_of_contract(self, key: str) -> Keys:
        """Keys of the processes that need it directly, or through what it covers."""
        found = [link.process_id for link in self._data.where(ContractProcess, "contract_id", key)]
        for covered in self._data.where(ContractApplication, "contract_id", key):
            found.extend(self.processes_of_application(covered.application_id))
        for carried in self._data.where(ContractAsset, "contract_id", key):
            found.extend(self.processes_of_asset(carried.asset_id))
        return self._remembered(found)

    def goals_of_processes(self, processes: Keys) -> ServedGoals:
        """Open goals of these processes, each once and all alike."""
        known = self._goals.get(processes)
        if known is None:
            found = self._remembered(
                link.goal_id
                for process in processes
                for link in self._data.where(GoalProcess, "process_id", process)
                if link.goal_id in self._open
            )
            known = ServedGoals(found, (1,) * len(found), by_process=bool(found))
            self._goals[processes] = known
        return known

    def goals(self, own: str | None, processes: Keys) -> ServedGoals:
        """Its own goal, else those of its processes."""
        return self.goals_of_processes(processes) if own is None else ServedGoals((own,), (1,))


def goals_of_initiative(data: CompanyData, key: str) -> ServedGoals:
    """By the strengths of its contributions; none for a strength of 0 or below."""
    strengths: dict[str, int] = {}
    for link in data.where(InitiativeGoal, "initiative_id", key):
        if link.strength > 0:
            strengths[link.goal_id] = strengths.get(link.goal_id, 0) + link.strength
    return ServedGoals(tuple(strengths), tuple(strengths.values()))


def processes_of_initiative(data: CompanyData, key: str) -> Keys:
    links = data.where(InitiativeProcess, "initiative_id", key)
    return tuple(dict.fromkeys(link.process_id for link in links))


def obligations_of_initiative(data: CompanyData, key: str) -> Keys:
    links = data.where(InitiativeObligation, "initiative_id", key)
    return tuple(dict.fromkeys(link.obligation_id for link in links))
