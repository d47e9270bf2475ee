"""eNPS and NPS: how many would recommend, less how many would not, from counted answers."""

from decimal import Decimal
from fractions import Fraction


def promoter_score(promoters: int, passives: int, detractors: int) -> Decimal:
    """% of answers 9–10 minus % of answers 0–6, rounded once, to whole points, half away from zero.

    From −100 to 100. Source: rules.md section 2. ValueError without any answer or for negative counts.
    """
    answers = promoters + passives + detractors
    if min(promoters, passives, detractors) < 0 or not answers:
        raise ValueError(f"no score from {promoters}, {passives} and {detractors} answers")
    exact = Fraction(100 * (promoters - detractors), answers)
    raised = abs(exact) + Fraction(1, 2)
    points = raised.numerator // raised.denominator
    return Decimal(points if exact >= 0 else -points)
