"""What checks read, and how their findings are put together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.checks.plan_results import PlanResults
from virtualcio.analysis.checks.steering_results import SteeringResults
from virtualcio.analysis.inventory.backlog import Backlog, things_of
from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.analysis.inventory.dependencies import processes_behind
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.lifecycle import LifecycleTables
from virtualcio.analysis.inventory.wave import Wave
from virtualcio.model import (
    Application,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    Process,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality

Thing = Asset | Application
Objects = tuple[tuple[type[Record], str], ...]

IMPORTANT = frozenset({Criticality.CRITICAL, Criticality.HIGH})


@dataclass(frozen=True)
class CheckFacts:
    """The company on a day, with the results that the checks build on. `plan` is asked only for what a
    check needs of goals, priorities and roadmap, `steering` of budget, review and operation.
    """

    data: CompanyData
    today: date
    dues: Mapping[str, Due]
    backlog: Backlog
    wave: Wave
    contract_dates: Mapping[str, ContractDates]
    tables: LifecycleTables
    assumptions: Assumptions
    plan: PlanResults
    steering: SteeringResults
    needing: Callable[[], Mapping[str, Sequence[Process]]] | None = None  # `needing_processes`, if it is kept

    @cached_property
    def things(self) -> Sequence[Thing]:
        """Assets and applications in use today."""
        return [one for one in things_of(self.data) if self.dues[one.id].in_use_on(self.today)]

    @cached_property
    def applications(self) -> Sequence[Application]:
        return [one for one in self.data.all(Application) if self.dues[one.id].in_use_on(self.today)]

    @cached_property
    def _processes(self) -> Mapping[str, Sequence[Process]]:
        return self.needing() if self.needing is not None else needing_processes(self.data)

    def processes_behind(self, record: Thing) -> Sequence[Process]:
        """Processes that need `record`, most critical first."""
        return self._processes.get(record.id, ())

    def processes(self, record: Thing, kinds: frozenset[Criticality]) -> Sequence[Process]:
        """Those of these criticalities."""
        return [one for one in self._processes.get(record.id, ()) if one.criticality in kinds]

    @cached_property
    def contracts(self) -> Sequence[tuple[Contract, ContractDates]]:
        """Contracts that have not ended."""
        found = [(one, self.contract_dates[one.id]) for one in self.data.all(Contract)]
        return [(one, dates) for one, dates in found if dates.state is not ContractState.ENDED]

    @cached_property
    def values(self) -> Mapping[str, Decimal | None]:
        """Remedy value of what is overdue, by key."""
        return {item.record.id: item.value.amount for item in self.backlog.items}


def needing_processes(data: CompanyData) -> Mapping[str, Sequence[Process]]:
    """By key, of the few things that a process hangs on; the many others cost nothing."""
    linked: dict[str, None] = {}
    for link in data.all(AssetApplication):
        linked[link.asset_id] = None
    for direct in data.all(AssetProcess):
        linked[direct.asset_id] = None
    assets = [asset for key in linked if (asset := data.get(Asset, key)) is not None]
    things: list[Thing] = [*assets, *data.all(Application)]
    needed = ((one.id, processes_behind(data, one)) for one in things)
    return {key: processes for key, processes in needed if processes}


def objects_of(*records: Record) -> Objects:
    """Each once, in this order."""
    return tuple(dict.fromkeys((type(record), record.id) for record in records))


def add_money(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Sum of what is known; None if nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None


def together(findings: Sequence[Finding], most: int) -> Sequence[Finding]:
    """One finding instead of more than `most` of a kind, so that a list of forty does not drown the user.

    `params["count"]` says how many things a finding is about. A joined one keeps no details but that.
    """
    if len(findings) <= most:
        return findings
    acting = [one for one in findings if one.severity is Severity.ACT]
    days = [one.act_by for one in findings if one.act_by is not None]
    firsts = dict.fromkeys(one.objects[0] for one in [*acting, *findings])
    return [
        Finding(
            check_id=findings[0].check_id,
            severity=Severity.ACT if acting else Severity.WATCH,
            objects=tuple(firsts),
            params={"count": len(findings)},
            money=add_money(one.money for one in findings),
            act_by=min(days, default=None),
        )
    ]
