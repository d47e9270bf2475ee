"""A value that follows from counted answers is worked out anew when one of the counts is typed."""

from virtualcio.analysis.goals.promoter_score import promoter_score
from virtualcio.model import Measurement

COUNTS = frozenset({"promoters", "passives", "detractors"})


def count_again(row: Measurement) -> None:
    """Set the value from the three counts, if all are known and there is an answer; else it stays."""
    promoters, passives, detractors = row.promoters, row.passives, row.detractors
    if promoters is None or passives is None or detractors is None:
        return
    if promoters + passives + detractors:
        row.value = promoter_score(promoters, passives, detractors)
