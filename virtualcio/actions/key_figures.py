"""The key figures of the overview, each with the rows, the rule and the assumptions it follows from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.inventory.inventory_figures import (
    backlog_figure,
    completeness_figure,
    contracts_figure,
    due_soon_figure,
)
from virtualcio.actions.key_figure import KeyFigure

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


__all__ = ["KeyFigure", "key_figures"]


def key_figures(company: "OpenCompany") -> Sequence[KeyFigure]:
    """Backlog today, what falls due within 12 months, what contracts cost, how complete the inventory is."""
    return [
        backlog_figure(company),
        due_soon_figure(company),
        contracts_figure(company),
        completeness_figure(company),
    ]
