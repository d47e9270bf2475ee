"""How much each goal counts: weights as typed, and as shares of the whole."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from virtualcio.analysis.amounts import total
from virtualcio.model import Goal
from virtualcio.model.company_data import CompanyData


def is_open(goal: Goal, today: date) -> bool:
    """Neither reached nor given up by `today`."""
    return goal.closed_on is None or goal.closed_on > today


def open_goals(data: CompanyData, today: date) -> Sequence[Goal]:
    return [goal for goal in data.all(Goal) if is_open(goal, today)]


def sum_of_weights(goals: Iterable[Goal]) -> Decimal:
    """In percent, as typed: 100 where somebody has divided them up."""
    return total(goal.weight for goal in goals)


def normalised_weights(goals: Iterable[Goal]) -> Mapping[str, Fraction]:
    """The share of each of the (open) `goals` by key; together 1. Without any weight all count the same.

    A weight below 0 counts as 0. Empty without goals.
    """
    typed = {goal.id: max(Fraction(goal.weight), Fraction(0)) for goal in goals}
    whole = sum(typed.values(), Fraction(0))
    if not whole:
        typed, whole = dict.fromkeys(typed, Fraction(1)), Fraction(len(typed))
    return MappingProxyType({key: weight / whole for key, weight in typed.items()})
