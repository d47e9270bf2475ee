"""What a risk weighs: likelihood × impact, before and after its measures (rules.md section 1)."""

from fractions import Fraction

from virtualcio.model import Risk


def score_before(risk: Risk) -> int:
    """1 to 25, without the measures."""
    return _one_to_five(risk.likelihood) * _one_to_five(risk.impact)


def score_after(risk: Risk) -> int:
    """1 to 25, with all measures; what was not rated anew is as before."""
    likelihood = risk.likelihood if risk.likelihood_after is None else risk.likelihood_after
    impact = risk.impact if risk.impact_after is None else risk.impact_after
    return _one_to_five(likelihood) * _one_to_five(impact)


def lowered_by(risk: Risk, share: int) -> Fraction:
    """Points that a measure with `share` percent of the effect takes off; never below 0."""
    return Fraction(max(0, score_before(risk) - score_after(risk)) * min(max(share, 0), 100), 100)


def makes_bearable(risk: Risk, share: int, bearable: int) -> bool:
    """Whether the risk ends at or below the bearable level, and would not without this share.

    The other shares are taken to add up to 100: a measure that is not needed for the level is no must.
    """
    after = score_after(risk)
    return after <= bearable < after + lowered_by(risk, share)


def _one_to_five(rating: int) -> int:
    return min(max(rating, 1), 5)
