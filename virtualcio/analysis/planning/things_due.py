"""What falls due within the horizon and an initiative puts right: waiting for it costs month by month."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.analysis.inventory.waiting_cost import waiting_cost
from virtualcio.analysis.planning.problem import Thing
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.plan import Plan
from virtualcio.model import Application, Asset, InitiativeApplication, InitiativeAsset
from virtualcio.model.company_data import CompanyData

_CENTS_A_MONTH = Decimal(100) / 12


def things_due(
    data: CompanyData,
    plan: Plan,
    dues: Mapping[str, Due],
    values: Mapping[str, RemedyValue],
    assumptions: Assumptions,
    months: int,
) -> tuple[Thing, ...]:
    """Assets and applications due before the end of `months`, with cents a month from their due date, or
    today, to their remedy. Source: rules.md sections 1 and 4.

    Only what an open initiative puts right: for the others no plan makes a difference.
    """
    return tuple(_things(data, plan, dues, values, assumptions, months))


def _things(
    data: CompanyData,
    plan: Plan,
    dues: Mapping[str, Due],
    values: Mapping[str, RemedyValue],
    assumptions: Assumptions,
    months: int,
) -> Iterator[Thing]:
    for key, initiatives in _remedied_by(data, plan).items():
        record, due = data.get(Asset, key) or data.get(Application, key), dues.get(key)
        if record is None or due is None or due.due is None or not due.in_use_on(due.due):
            continue
        month = max(0, month_number(due.due) - plan.first)
        waiting = waiting_cost(data, record, values[key].amount, assumptions)
        if month < months and waiting is not None:
            cents = int((waiting.per_year * _CENTS_A_MONTH).quantize(Decimal(1), ROUND_HALF_UP))
            yield Thing(key, month, cents, initiatives)


def _remedied_by(data: CompanyData, plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Keys of assets and applications, each with the open initiatives that put it right."""
    found: dict[str, list[str]] = {}
    for task in plan.tasks.values():
        if task.open:
            for asset in data.where(InitiativeAsset, "initiative_id", task.id):
                found.setdefault(asset.asset_id, []).append(task.id)
            for application in data.where(InitiativeApplication, "initiative_id", task.id):
                found.setdefault(application.application_id, []).append(task.id)
    return {key: tuple(initiatives) for key, initiatives in found.items()}
