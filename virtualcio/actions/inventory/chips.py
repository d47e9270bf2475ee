"""The filter chips above the tables. "All" belongs to every table and is not listed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Chip, Tone
from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.model.inventory import Criticality
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_Dated = Asset | Application


def _overdue(company: "OpenCompany", record: _Dated) -> bool:
    return company.results.due_state(record) is DueState.OVERDUE


def _soon(company: "OpenCompany", record: _Dated) -> bool:
    return company.results.due_state(record) is DueState.SOON


def _in_use(company: "OpenCompany", record: _Dated) -> bool:
    return company.results.due_state(record) is not DueState.RETIRED


def _missing(key: str) -> "Callable[[OpenCompany, _Dated], bool]":
    """The chip shows the same things that progress counts as gaps."""

    def keeps(company: "OpenCompany", record: _Dated) -> bool:
        return key in company.results.gaps[record.id]

    return keeps


def _retired(company: "OpenCompany", record: _Dated) -> bool:
    return not _in_use(company, record)


def _access_not_reviewed(company: "OpenCompany", application: Application) -> bool:
    return application.id in company.results.objects_of_check("access_not_reviewed")


_RUNS_OUT = (
    Chip("overdue", mark("Overdue"), _overdue, Tone.ACT),
    Chip("soon", mark("Due within 12 months"), _soon, Tone.WATCH),
    Chip("without_process", mark("Without process"), _missing("without_process")),
    Chip("without_value", mark("Without value"), _missing("without_value")),
    Chip("without_date", mark("Without due date"), _missing("without_date")),
    Chip("without_owner", mark("Without person in charge"), _missing("without_owner")),
)

ASSETS: tuple[Chip, ...] = (*_RUNS_OUT, Chip("retired", mark("Out of use"), _retired))

APPLICATIONS: tuple[Chip, ...] = (
    *_RUNS_OUT,
    Chip("not_approved", mark("Not approved"), lambda _company, record: not record.approved, Tone.WATCH),
    Chip("access_not_reviewed", mark("Access not reviewed"), _access_not_reviewed),
    Chip("retired", mark("Out of use"), _retired),
)


def _state(company: "OpenCompany", contract: Contract) -> ContractState:
    return company.results.contract_dates(contract).state


CONTRACTS: tuple[Chip, ...] = (
    Chip("decide_now", mark("Decide now"), lambda company, record: _state(company,
         record) is ContractState.DECIDE_NOW,
         Tone.ACT),
    Chip("notice_soon", mark("Notice soon"),
         lambda company, record: _state(company, record) is ContractState.NOTICE_SOON, Tone.WATCH),
    Chip("dates_missing", mark("Dates missing"),
         lambda company, record: _state(company, record)
         in (ContractState.NOTICE_UNKNOWN, ContractState.START_UNKNOWN), Tone.WATCH),
    Chip("without_cost", mark("Without cost"), lambda _company, record: record.cost is None),
    Chip("ended", mark("Ended"), lambda company, record: _state(company, record) is ContractState.ENDED),
)  # fmt: skip


def _critical(_company: "OpenCompany", process: Process) -> bool:
    return process.criticality is Criticality.CRITICAL


PROCESSES: tuple[Chip, ...] = (
    Chip("critical", mark("Critical"), _critical, Tone.ACT),
    Chip("without_owner", mark("Without person in charge"), lambda _company, record: record.owner_id is None),
    Chip("without_outage", mark("Without bearable outage"),
         lambda _company, record: record.max_outage_hours is None),
    Chip("without_systems", mark("Nothing linked"),
         lambda company, record: not company.results.assets_of_process(record)
         and not company.results.applications_of_process(record)),
)  # fmt: skip

INTERFACES: tuple[Chip, ...] = (
    Chip("manual", mark("By hand"), lambda _company, record: record.manual, Tone.WATCH),
)

PEOPLE: tuple[Chip, ...] = (Chip("external", mark("External"), lambda _company, record: record.external),)
