"""eNPS and NPS: how many would recommend, less how many would not, from counted answers."""

from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import nearest


def promoter_score(promoters: int, passives: int, detractors: int) -> Decimal:
    """% of answers 9–10 minus % of answers 0–6, rounded once, to whole points, half away from zero.

    From −100 to 100. Source: rules.md section 2. ValueError without any answer or for negative counts.
    """
    answers = promoters + passives + detractors
    if min(promoters, passives, detractors) < 0 or not answers:
        raise ValueError(f"no score from {promoters}, {passives} and {detractors} answers")
    return Decimal(nearest(Fraction(100 * (promoters - detractors), answers)))
