"""What waiting with something overdue costs, as column, sentence and reason."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.choice_titles import CRITICALITIES
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.analysis.inventory.waiting_cost import WaitingCost, waiting_cost
from virtualcio.model import Application, Asset, Risk
from virtualcio.texts import _, join_names

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def waiting_of(company: "OpenCompany", record: Asset | Application) -> WaitingCost | None:
    """None if it is not overdue, or nothing says what waiting would cost."""
    results = company.results
    if results.due_state(record) is not DueState.OVERDUE:
        return None
    return waiting_cost(company.data, record, results.remedy_value(record).amount, results.assumptions)


def waiting_amount(company: "OpenCompany", record: Asset | Application) -> Decimal | None:
    """A year's cost of waiting, for the column."""
    cost = waiting_of(company, record)
    return None if cost is None else cost.per_year


def waiting_words(company: "OpenCompany", record: Asset | Application) -> str:
    """One sentence, "" if there is nothing to reckon with."""
    cost = waiting_of(company, record)
    if cost is None or not cost.per_year:
        return ""
    if cost.losses:
        words = _("Waiting costs about {amount} a year, by its risks.")
    else:
        words = _("Waiting costs about {amount} a year (assumed).")
    return words.format(amount=formats.money_short(cost.per_year))


def waiting_reason(company: "OpenCompany", record: Asset | Application) -> tuple[str, ...]:
    """How that figure comes about."""
    cost = waiting_of(company, record)
    if cost is None or not cost.per_year:
        return ()
    if cost.criticality is None or cost.percent is None:
        names = join_names(company.data.find(Risk, key).name for key, _loss in cost.losses)
        return (_("Waiting: the expected loss a year of {risks}.").format(risks=names),)
    line = _(
        "Waiting: {percent} of {value} a year, assumed for the importance “{criticality}” "
        "of what depends on it; see the settings."
    )
    return (
        line.format(
            percent=formats.percent(cost.percent, 1 if cost.percent % 1 else 0),
            value=formats.money(cost.value),
            criticality=_(CRITICALITIES[cost.criticality]),
        ),
    )
