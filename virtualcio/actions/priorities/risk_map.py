"""The risks on a map of likelihood and impact, before and after their measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.model import Risk

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

STEPS = range(1, 6)
Cell = tuple[int, int]  # likelihood, impact


@dataclass(frozen=True)
class RiskMap:
    """`cells` holds the keys of the risks by (likelihood, impact), every cell of the map among them; a cell
    is above the bearable level if its product is larger than `bearable` (1 to 25).
    """

    cells: Mapping[Cell, tuple[str, ...]]
    bearable: int

    def is_above(self, cell: Cell) -> bool:
        return cell[0] * cell[1] > self.bearable

    @property
    def above(self) -> tuple[str, ...]:
        """Keys of the risks that are more than the company wants to bear."""
        return tuple(key for cell, keys in self.cells.items() if self.is_above(cell) for key in keys)


def cell_of(risk: Risk, *, after: bool) -> Cell:
    """Where a risk stands; one without a value after the measures stays where it was."""
    if not after:
        return risk.likelihood, risk.impact
    return (
        risk.likelihood if risk.likelihood_after is None else risk.likelihood_after,
        risk.impact if risk.impact_after is None else risk.impact_after,
    )


def risk_map(company: "OpenCompany", *, after: bool) -> RiskMap:
    """The map of all risks today, or as it is when every measure has worked."""
    cells: dict[Cell, list[str]] = {(first, second): [] for first in STEPS for second in STEPS}
    for risk in company.data.all(Risk):
        cell = cell_of(risk, after=after)
        if cell in cells:
            cells[cell].append(risk.id)
    found = {cell: tuple(keys) for cell, keys in cells.items()}
    return RiskMap(found, int(company.results.assumptions.bearable_risk))
