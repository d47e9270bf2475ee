"""The key figures of the overview, each with the rows, the rule and the assumptions it follows from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.budget.overview_figures import budget_figure, spending_figure
from virtualcio.actions.inventory.inventory_figures import backlog_figure
from virtualcio.actions.inventory.security_figure import security_figure
from virtualcio.actions.key_figure import KeyFigure

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


__all__ = ["KeyFigure", "key_figures"]


def key_figures(company: "OpenCompany") -> Sequence[KeyFigure]:
    """What money is for, the backlog today, the budget of the year, the security check."""
    return [
        spending_figure(company),
        backlog_figure(company),
        budget_figure(company),
        security_figure(company),
    ]
