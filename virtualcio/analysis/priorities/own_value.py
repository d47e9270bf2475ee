"""What an initiative is worth by itself: goals, risks, urgency (rules.md section 3). Exact fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.priorities.must import hard_date_of
from virtualcio.analysis.priorities.risk_scores import lowered_by
from virtualcio.model import Initiative, InitiativeGoal, InitiativeRisk, Risk
from virtualcio.model.company_data import CompanyData

MOST_STRENGTH = 3
URGENT_WITHIN = 730  # days: a hard date further away is not urgent
_MOST = Fraction(100)
_POINTS_OF_RISK = 4  # 25 points less are the full 100


@dataclass(frozen=True)
class Weights:
    """Of goals, risks and urgency in the benefit; they add up to 1."""

    goal: Fraction
    risk: Fraction
    urgency: Fraction


@dataclass(frozen=True)
class OwnValue:
    """What the benefit is made of, each from 0 to 100 before it is weighted.

    `goals`: strength (0 to 3) by open goal; `risks`: points (0 to 100, all together at most 100) by risk;
    `urgency` from `hard_date`, the nearest one.
    """

    goals: Mapping[str, int]
    risks: Mapping[str, Fraction]
    urgency: Fraction
    hard_date: date | None

    def goal_points(self, goal_weights: Mapping[str, Fraction]) -> Fraction:
        """G = Σ goal weight in percent × strength ÷ 3."""
        return sum((points_of(goal_weights, key, value) for key, value in self.goals.items()), Fraction(0))

    @property
    def risk_points(self) -> Fraction:
        """R."""
        return sum(self.risks.values(), Fraction(0))


def normalised_weights(goal: object, risk: object, urgency: object) -> Weights:
    """What was typed, so that it adds up to 1; all equal if all are 0. ValueError for what is no number."""
    typed = [Fraction(str(one)) for one in (goal, risk, urgency)]
    whole = sum(typed, Fraction(0))
    return Weights(*(one / whole for one in typed)) if whole else Weights(*[Fraction(1, 3)] * 3)


def weights_of(assumptions: Assumptions) -> Weights:
    return normalised_weights(assumptions.weight_goal, assumptions.weight_risk, assumptions.weight_urgency)


def points_of(goal_weights: Mapping[str, Fraction], goal_id: str, strength: int) -> Fraction:
    """What a contribution to one goal adds to G."""
    return 100 * goal_weights[goal_id] * strength / MOST_STRENGTH


def urgency_of(hard_date: date | None, today: date) -> Fraction:
    """U = 100 × (1 − days ÷ 730), from 0 to 100; overdue is 100, without a hard date it is 0."""
    if hard_date is None:
        return Fraction(0)
    left = (hard_date - today).days
    return min(max(_MOST * (URGENT_WITHIN - left) / URGENT_WITHIN, Fraction(0)), _MOST)


def own_value(
    data: CompanyData, initiative: Initiative, goal_weights: Mapping[str, Fraction], today: date
) -> OwnValue:
    """`goal_weights`: share of each open goal, all together 1; contributions to others do not count.

    Of two rows about one goal or one risk the stronger counts.
    """
    strengths: dict[str, int] = {}
    for contribution in data.where(InitiativeGoal, "initiative_id", initiative.id):
        if contribution.goal_id in goal_weights:
            strength = min(max(contribution.strength, 0), MOST_STRENGTH)
            strengths[contribution.goal_id] = max(strengths.get(contribution.goal_id, 0), strength)
    hard_date = hard_date_of(data, initiative)
    return OwnValue(strengths, _risk_points(data, initiative), urgency_of(hard_date, today), hard_date)


def own_benefit(value: OwnValue, weights: Weights, goal_weights: Mapping[str, Fraction]) -> Fraction:
    """V: the weighted sum, 0 to 100."""
    return (
        weights.goal * value.goal_points(goal_weights)
        + weights.risk * value.risk_points
        + weights.urgency * value.urgency
    )


def _risk_points(data: CompanyData, initiative: Initiative) -> Mapping[str, Fraction]:
    """4 × what is taken off each risk, all together at most 100 (then each in proportion)."""
    points: dict[str, Fraction] = {}
    for link in data.where(InitiativeRisk, "initiative_id", initiative.id):
        risk = data.get(Risk, link.risk_id)
        if risk is not None:
            lowered = _POINTS_OF_RISK * lowered_by(risk, link.share)
            points[risk.id] = max(points.get(risk.id, Fraction(0)), lowered)
    whole = sum(points.values(), Fraction(0))
    if whole <= _MOST:
        return points
    return {key: value * _MOST / whole for key, value in points.items()}
