"""What a search tells while it runs, and what it ends with."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from virtualcio.analysis.planning.problem import Aim, PlanProblem, Starts
from virtualcio.analysis.planning.valuation import SHARES


class Status(StrEnum):
    PROVEN = "proven"  # there is no better plan
    BEST_FOUND = "best_found"
    IMPOSSIBLE = "impossible"  # no plan keeps all demands, and that is proven
    NOT_FOUND = "not_found"  # none was found in the time given


@dataclass(frozen=True)
class Progress:
    """How far a search is: value of the best plan so far and what no plan can surpass (`bound`), as in
    `Valuation.total`; `gap`: their difference as a share of the value. `seconds` since the search began.
    """

    value: Fraction | None
    bound: Fraction | None
    gap: Fraction | None
    seconds: float
    starts: Starts | None


@dataclass(frozen=True)
class PlanAnswer:
    """The plan that a search ends with. `starts` by initiative, None for what is left out; empty if there
    is none. `value`, `bound` and `gap` as in `Progress`; with PROVEN the gap is 0. `by`: who found it.

    For EARLY and EVEN the status is about the last end and the highest share; `order_proven` says whether
    the sum of the ends is the smallest as well.
    """

    status: Status
    starts: Starts
    value: Fraction | None
    bound: Fraction | None
    gap: Fraction | None
    seconds: float
    by: str
    order_proven: bool = False


def as_total(problem: PlanProblem, first: int) -> Fraction:
    """The first number of `Valuation.order` as its `total`."""
    if problem.aim is Aim.BENEFIT:
        return Fraction(first, 400 * problem.point_price)
    return Fraction(-first, 1 if problem.aim is Aim.EARLY else SHARES)


def gap_of(value: Fraction | None, bound: Fraction | None) -> Fraction | None:
    """Their difference as a share of the value; of a value of 0 as a share of the bound."""
    if value is None or bound is None:
        return None
    if value == bound:
        return Fraction(0)
    return abs(bound - value) / abs(value or bound)
