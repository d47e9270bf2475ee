"""The next dates of a company: contracts to decide and ending, obligations, ends of support."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.model import Application, Asset, Contract, Obligation, Record
from virtualcio.model.company_data import CompanyData
from virtualcio.model.duties import Applies

MOST_DATES = 5
_ENDING = frozenset({ContractState.ENDS, ContractState.NOTICE_GIVEN})


class DateKind(StrEnum):
    DECIDE = "decide"
    CONTRACT_END = "contract_end"
    OBLIGATION = "obligation"
    DUE = "due"


@dataclass(frozen=True)
class NextDate:
    day: date
    kind: DateKind
    record_kind: type[Record]
    record_id: str


def next_dates(
    data: CompanyData, today: date, contracts: Mapping[str, ContractDates], dues: Mapping[str, Due]
) -> Sequence[NextDate]:
    """The five next from today on; of a contract the day to decide, or its end if it ends by itself."""
    found = [*_of_contracts(contracts), *_of_obligations(data), *_of_dues(data, dues, today)]
    ahead = [one for one in found if one.day >= today]
    ahead.sort(key=lambda one: (one.day, one.kind.value, one.record_id))
    return ahead[:MOST_DATES]


def _of_contracts(contracts: Mapping[str, ContractDates]) -> Iterator[NextDate]:
    for key, dates in contracts.items():
        if dates.decide_by is not None:
            yield NextDate(dates.decide_by, DateKind.DECIDE, Contract, key)
        elif dates.next_end is not None and dates.state in _ENDING:  # others go on by themselves
            yield NextDate(dates.next_end, DateKind.CONTRACT_END, Contract, key)


def _of_obligations(data: CompanyData) -> Iterator[NextDate]:
    for duty in data.all(Obligation):
        if duty.due_on is not None and duty.applies is not Applies.NO and not duty.evidence_on:
            yield NextDate(duty.due_on, DateKind.OBLIGATION, Obligation, duty.id)


def _of_dues(data: CompanyData, dues: Mapping[str, Due], today: date) -> Iterator[NextDate]:
    for key, due in dues.items():
        if due.due is not None and due.in_use_on(today):
            kind = Asset if data.get(Asset, key) is not None else Application
            yield NextDate(due.due, DateKind.DUE, kind, key)
