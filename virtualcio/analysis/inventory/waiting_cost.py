"""What waiting with an overdue thing costs a year: the expected loss of its risks, else an assumption."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED, round_cents, total
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.inventory.backlog import overdue_on
from virtualcio.analysis.inventory.dependencies import processes_behind, worst_criticality
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.model import Application, Asset, Risk, RiskApplication, RiskAsset
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality


@dataclass(frozen=True, slots=True)
class WaitingCost:
    """A year's cost. `losses`: key and expected yearly loss of each linked risk that has one. Without any
    it is an assumption: `percent` of `value` by the most critical process behind; with one both are None.
    """

    record: Asset | Application
    criticality: Criticality | None
    value: Decimal | None
    percent: Decimal | None
    per_year: Decimal
    losses: tuple[tuple[str, Decimal], ...] = ()


def waiting_cost(
    data: CompanyData, record: Asset | Application, value: Decimal | None, assumptions: Assumptions
) -> WaitingCost | None:
    """None if no linked risk has a loss and the thing has no value or no process hangs on it: then there is
    nothing to reckon with. Source: rules.md section 1.
    """
    losses = tuple(_losses(data, record))
    if losses:
        return WaitingCost(record, None, None, None, total(loss for _key, loss in losses), losses)
    criticality = worst_criticality(processes_behind(data, record))
    if criticality is None or value is None:
        return None
    percent = assumptions.waiting_percent[criticality]
    return WaitingCost(record, criticality, value, percent, round_cents(value * percent / HUNDRED))


def _losses(data: CompanyData, record: Asset | Application) -> Iterator[tuple[str, Decimal]]:
    if isinstance(record, Asset):
        links = [link.risk_id for link in data.where(RiskAsset, "asset_id", record.id)]
    else:
        links = [link.risk_id for link in data.where(RiskApplication, "application_id", record.id)]
    for key in dict.fromkeys(links):
        risk = data.get(Risk, key)
        if risk is not None and risk.yearly_loss is not None:
            yield key, risk.yearly_loss


def total_waiting(costs: Iterable[WaitingCost]) -> Decimal:
    """A year's cost of all of them; a risk that several of them are linked with happens only once."""
    losses: dict[str, Decimal] = {}
    assumed = []
    for cost in costs:
        losses.update(cost.losses)
        if not cost.losses:
            assumed.append(cost.per_year)
    return total([*losses.values(), *assumed])


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
