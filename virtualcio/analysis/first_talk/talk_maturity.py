"""Maturity at a glance: four bars from what was answered, until departments are rated one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from virtualcio.analysis.first_talk.questions import Area, Question, Symptom
from virtualcio.analysis.first_talk.sites import symptom_of

BEST = 5
_HEALTHY = {Symptom.NO: Fraction(1), Symptom.PARTLY: Fraction(1, 2), Symptom.YES: Fraction(0)}


@dataclass(frozen=True)
class AreaLevel:
    """`level` 1 to 5, None if too little was answered; `answered` of `questions` say so."""

    area: Area
    level: int | None
    answered: int
    questions: int


def area_levels(questions: Sequence[Question], said: Mapping[str, str], today: date) -> Sequence[AreaLevel]:
    """Level = 1 + 4 × share of what is healthy ("no" whole, "partly" half), rounded half up; from at least
    half of the questions of the area.
    """
    found = []
    for area in Area:
        own = [one for one in questions if one.area is area]
        signs = [symptom_of(one, said.get(one.key, ""), today) for one in own]
        known = [_HEALTHY[sign] for sign in signs if sign is not None]
        level = None
        if known and 2 * len(known) >= len(own):
            exact = 1 + (BEST - 1) * sum(known, Fraction(0)) / len(known)
            level = int(exact + Fraction(1, 2))
        found.append(AreaLevel(area, level, len(known), len(own)))
    return found
