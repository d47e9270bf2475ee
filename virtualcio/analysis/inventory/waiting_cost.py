"""What waiting with an overdue thing is assumed to cost a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED, round_cents
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.inventory.backlog import overdue_on
from virtualcio.analysis.inventory.dependencies import processes_behind, worst_criticality
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.model import Application, Asset
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality


@dataclass(frozen=True)
class WaitingCost:
    """An assumption, not a measurement: `percent` of `value` a year, by the most critical process behind."""

    record: Asset | Application
    criticality: Criticality
    value: Decimal
    percent: Decimal
    per_year: Decimal


def waiting_cost(
    data: CompanyData, record: Asset | Application, value: Decimal | None, assumptions: Assumptions
) -> WaitingCost | None:
    """None if the thing has no value or no process hangs on it: then there is nothing to reckon with."""
    criticality = worst_criticality(processes_behind(data, record))
    if criticality is None or value is None:
        return None
    percent = assumptions.waiting_percent[criticality]
    return WaitingCost(record, criticality, value, percent, round_cents(value * percent / HUNDRED))


def waiting_costs(
    data: CompanyData,
    dues: Mapping[str, Due],
    day: date,
    values: Mapping[str, RemedyValue],
    assumptions: Assumptions,
) -> tuple[WaitingCost, ...]:
    """The cost of waiting of all that is overdue on `day`, dearest first."""
    found = [
        waiting_cost(data, record, values[record.id].amount, assumptions)
        for record, _due in overdue_on(data, dues, day)
    ]
    return tuple(
        sorted((cost for cost in found if cost), key=lambda cost: (-cost.per_year, cost.record.name))
    )
