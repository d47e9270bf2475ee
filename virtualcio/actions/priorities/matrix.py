"""Benefit against effort: the open initiatives as points of a picture, and the same as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.priorities.ranking_rows import RankingRow, ranking_rows
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class Matrix:
    """`points` in the order of the ranking; `enables` are pairs (prerequisite, dependent) of their keys.

    What is dearer than `dear_from` (money) stands right of the line.
    """

    points: tuple[RankingRow, ...]
    enables: tuple[tuple[str, str], ...]
    dear_from: Decimal

    @property
    def dearest(self) -> Decimal:
        """The largest effort in the picture."""
        return max((point.effort for point in self.points), default=Decimal(0))

    def place_of(self, initiative_id: str) -> int | None:
        """Where a point stands in the list; None if it is not there."""
        return self._places.get(initiative_id)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {point.initiative_id: place for place, point in enumerate(self.points)}


def matrix(company: "OpenCompany", rows: tuple[RankingRow, ...] | None = None) -> Matrix:
    """Today's picture; `rows` are the rows of the ranking if somebody has made them already."""
    points = ranking_rows(company) if rows is None else rows
    known = {point.initiative_id for point in points}
    pairs = [(point.initiative_id, other) for point in points for other in point.enables if other in known]
    return Matrix(points, tuple(pairs), company.results.dear_from)


def matrix_table(found: Matrix) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and rows: what the picture shows, for those who read numbers or take them along."""
    header = (_("Initiative"), _("Rank"), _("Kind"), _("Benefit"), _("Effort"), _("Person-days"))
    rows = tuple(
        (
            point.name,
            point.sign,
            point.kind_text,
            formats.number(point.benefit, 2),
            formats.money_short(point.effort),
            formats.number(point.days, 1),
        )
        for point in found.points
    )
    return header, rows
