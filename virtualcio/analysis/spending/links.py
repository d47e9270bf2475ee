"""What a thing is for, as its links say: processes, goals and obligations of contracts, systems, initiatives
and typed lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from virtualcio.analysis.inventory.dependencies import processes_behind
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    BudgetLine,
    Contract,
    ContractApplication,
    ContractAsset,
    ContractProcess,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeGoal,
    InitiativeKpi,
    InitiativeObligation,
    InitiativeProcess,
    Process,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.expense import Purpose

# Kinds of rows that the links are read from.
LINK_KINDS: tuple[type[Record], ...] = (
    ContractApplication, ContractAsset, ContractProcess, InitiativeApplication, InitiativeAsset,
    InitiativeGoal, InitiativeKpi, InitiativeObligation, InitiativeProcess,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Links:
    """Keys, each once, most critical process first. `through_process`: it is operation, whose goal is that
    of its process. `kpis` are those that an initiative is measured by.
    """

    processes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    purpose: Purpose | None = None
    through_process: bool = True


# What the links are read from beside them: with these rows as they are, a reader may be kept.
READ_KINDS: tuple[type[Record], ...] = (
    *LINK_KINDS, AssetApplication, AssetProcess, ApplicationProcess, Process,
)  # fmt: skip
_OWN_FIELDS = ("goal_id", "obligation_id", "purpose", "process_id", "application_id", "asset_id")
PURPOSEFUL: tuple[type[Record], ...] = (Contract, BudgetLine)  # say themselves what they are for


def purpose_fields(record: Contract | BudgetLine) -> tuple[object, ...]:
    """All that the links read of a contract or a typed line itself."""
    return tuple(getattr(record, name, None) for name in _OWN_FIELDS)


class LinkReader:
    """Reads the links of many things and remembers them, until a row of `READ_KINDS` changes."""

    def __init__(self, data: CompanyData) -> None:
        self._data = data
        self._behind: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, tuple[object, Links]] = {}

    def links_of(
        self, kind: type[Record], key: str, typed: Iterable[str], fields: Mapping[str, object]
    ) -> Links:
        """Of the thing itself, and of the `typed` lines that are paid for it.

        `fields` holds the `purpose_fields` of contracts and typed lines: with these as they were, and no row
        of `READ_KINDS` changed, the links are as they were.
        """
        lines = [line for line in typed if line != key]
        read = [fields.get(one) for one in (key, *lines)], lines
        known = self._known.get(key)
        if known is None or known[0] != read:
            records = [self._data.find(kind, key), *(self._data.find(BudgetLine, one) for one in lines)]
            found = [self._own(one) for one in records]
            known = self._known[key] = read, found[0] if len(found) == 1 else _joined(found)
        return known[1]

    def _own(self, record: Record) -> Links:
        match record:
            case Contract():
                return self._of_contract(record)
            case Initiative():
                return self._of_initiative(record)
            case Asset() | Application():
                return Links(processes=self._processes_behind(type(record), record.id))
            case BudgetLine():
                return self._of_line(record)
        raise TypeError(f"no expense: {type(record).__name__}")

    def _of_contract(self, contract: Contract) -> Links:
        data, key = self._data, contract.id
        processes = [row.process_id for row in data.where(ContractProcess, "contract_id", key)]
        for row in data.where(ContractApplication, "contract_id", key):
            processes += self._processes_behind(Application, row.application_id)
        for covers in data.where(ContractAsset, "contract_id", key):
            processes += self._processes_behind(Asset, covers.asset_id)
        return _links(processes, contract.goal_id, contract.obligation_id, contract.purpose)

    def _of_line(self, line: BudgetLine) -> Links:
        """A line that is paid for another thing is also for what that thing is for."""
        processes = [] if line.process_id is None else [line.process_id]
        if line.application_id is not None:
            processes += self._processes_behind(Application, line.application_id)
        if line.asset_id is not None:
            processes += self._processes_behind(Asset, line.asset_id)
        return _links(processes, line.goal_id, line.obligation_id, line.purpose)

    def _of_initiative(self, one: Initiative) -> Links:
        """Goals it contributes to at all; processes it serves, and those of the systems that it remedies."""
        data, key = self._data, one.id
        processes = [row.process_id for row in data.where(InitiativeProcess, "initiative_id", key)]
        for row in data.where(InitiativeApplication, "initiative_id", key):
            processes += self._processes_behind(Application, row.application_id)
        for remedies in data.where(InitiativeAsset, "initiative_id", key):
            processes += self._processes_behind(Asset, remedies.asset_id)
        goals = data.where(InitiativeGoal, "initiative_id", key)
        met = data.where(InitiativeObligation, "initiative_id", key)
        return Links(
            processes=_each_once(processes),
            goals=_each_once(link.goal_id for link in goals if link.strength > 0),
            obligations=_each_once(link.obligation_id for link in met),
            kpis=tuple(link.kpi_id for link in data.where(InitiativeKpi, "initiative_id", key)),
            through_process=False,
        )

    def _processes_behind(self, kind: type[Asset | Application], key: str) -> tuple[str, ...]:
        known = self._behind.get(key)
        if known is None:
            record = self._data.get(kind, key)
            found = () if record is None else processes_behind(self._data, record)
            known = self._behind[key] = tuple(process.id for process in found)
        return known


def _links(
    processes: Iterable[str], goal: str | None, obligation: str | None, purpose: Purpose | None
) -> Links:
    """A goal or obligation counts unless the purpose says that it is for something else."""
    return Links(
        processes=_each_once(processes),
        goals=(goal,) if goal is not None and purpose in (None, Purpose.GOAL) else (),
        obligations=(obligation,) if obligation is not None and purpose in (None, Purpose.DUTY) else (),
        purpose=purpose,
        through_process=purpose in (None, Purpose.OPERATION),
    )


def _joined(found: Sequence[Links]) -> Links:
    """The purpose is that of the thing itself, which stands first."""
    return Links(
        processes=_each_once(key for one in found for key in one.processes),
        goals=_each_once(key for one in found for key in one.goals),
        obligations=_each_once(key for one in found for key in one.obligations),
        kpis=_each_once(key for one in found for key in one.kpis),
        purpose=found[0].purpose,
        through_process=found[0].through_process,
    )


def _each_once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
