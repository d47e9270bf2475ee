"""What a benefit is made of, in points that add up to it exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from virtualcio.analysis.amounts import nearest
from virtualcio.model.base import CENT


class ContributionKind(StrEnum):
    GOAL = "goal"
    RISK = "risk"
    URGENCY = "urgency"
    ENABLES = "enables"


@dataclass(frozen=True)
class Contribution:
    """`record_id`: key of the goal, the risk or the initiative that it makes possible, None for urgency.

    `strength`: 1 to 3, for goals. `points` with two places, of the benefit of 0 to 100.
    """

    kind: ContributionKind
    record_id: str | None
    strength: int | None
    points: Decimal


@dataclass(frozen=True)
class Part:
    """A contribution before it is scaled and rounded."""

    kind: ContributionKind
    record_id: str | None
    strength: int | None
    value: Fraction


def hundredths(value: Fraction) -> int:
    """`value` × 100, rounded half up (no part of a benefit is negative)."""
    return nearest(100 * value)


def two_places(value: Fraction) -> Decimal:
    """Rounded half up."""
    return hundredths(value) * CENT


def contributions(parts: Iterable[Part], benefit: Decimal, scale: Fraction) -> Sequence[Contribution]:
    """`parts` × `scale`, each rounded to 0.01; the rest goes to the largest. Largest first, no empty ones.

    `benefit`: the rounded benefit that they explain; they add up to it exactly (rules.md section 3).
    """
    scaled = [(hundredths(part.value * scale), part) for part in parts if part.value > 0]
    if not scaled:
        return ()
    rest = int(benefit / CENT) - sum(points for points, _part in scaled)
    largest = max(range(len(scaled)), key=lambda number: (scaled[number][1].value, -number))
    points, part = scaled[largest]
    scaled[largest] = (points + rest, part)
    scaled.sort(key=lambda one: -one[0])  # stable: equal ones stay in the order of their kinds
    return tuple(
        Contribution(part.kind, part.record_id, part.strength, points * CENT) for points, part in scaled
    )
