"""The one goal that an initiative contributes most to: it gives the bar its colour."""

from collections.abc import Mapping
from fractions import Fraction

from virtualcio.model import Goal, InitiativeGoal
from virtualcio.model.company_data import CompanyData


def main_goals(data: CompanyData, weights: Mapping[str, Fraction]) -> Mapping[str, str]:
    """Goal by initiative: weight × strength is highest; ties by name. Goals without a weight (closed ones)
    come last; a strength of 0 is no contribution.
    """
    best: dict[str, tuple[tuple[Fraction, int, str, str], str]] = {}
    for link in data.all(InitiativeGoal):
        goal = data.get(Goal, link.goal_id)
        if link.strength <= 0 or goal is None:
            continue
        rank = (-weights.get(goal.id, Fraction(0)) * link.strength, -link.strength, goal.name, goal.id)
        known = best.get(link.initiative_id)
        if known is None or rank < known[0]:
            best[link.initiative_id] = (rank, goal.id)
    return {initiative: goal for initiative, (_rank, goal) in best.items()}
