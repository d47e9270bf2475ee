"""What an application costs in five years, for its details."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.analysis.budget.application_cost import CostPart
from virtualcio.model import Application
from virtualcio.texts import _, join_names, mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_PARTS = {
    CostPart.OWN: mark("its own lines {amount}"),
    CostPart.CONTRACT: mark("contracts {amount}"),
    CostPart.INITIATIVE: mark("initiatives {amount}"),
    CostPart.ASSET: mark("share of the devices that carry it {amount}"),
}


def five_year_cost(company: "OpenCompany", application: Application) -> Decimal | None:
    """All that is paid for it in this fiscal year and the four after it; None if nothing is."""
    found = company.results.application_costs.get(application.id)
    return None if found is None or not found.lines else found.total


def five_year_words(company: "OpenCompany", application: Application) -> Sequence[str]:
    """How that comes about: 'In fünf Jahren 41.200 €: Verträge 30.000 €, Vorhaben 11.200 €.'"""
    found = company.results.application_costs.get(application.id)
    if found is None or not (found.lines or found.unknown):
        return ()
    words = []
    if found.lines:
        parts = [
            translate(_PARTS[part]).format(amount=formats.money_short(amount))
            for part, amount in found.parts.items()
        ]
        text = _("Costs {total} in the fiscal years from {first} to {last}: {parts}.")
        words.append(
            text.format(
                total=formats.money_short(found.total), first=found.years[0], last=found.years[-1],
                parts=join_names(parts, len(parts)),
            )
        )  # fmt: skip
    if found.unknown:
        words.append(_("Without an amount, so not in it: {names}.").format(names=join_names(found.unknown)))
    return words
