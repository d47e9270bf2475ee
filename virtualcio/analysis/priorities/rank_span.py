"""Between which ranks an initiative lies when weights and its own strengths are judged a little otherwise.

The plain way would rank the whole list anew for every initiative and every case. Only the order is needed
here, so: all numbers are whole (one common denominator), renormalising is left out (it scales all alike),
and a change of one initiative is added only to those it passes benefit on to. `tests/analysis/
test_rank_span.py` proves that the plain way gives the same.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm

from virtualcio.analysis.priorities.own_value import MOST_STRENGTH, OwnValue, Weights, points_of
from virtualcio.analysis.priorities.prerequisites import Prerequisites

# Each weight × 0.8 or × 1.2, that is 2 : 3. All three × 1.2 is the same as all × 0.8: as they are.
CASES = [case for case in product((2, 3), repeat=3) if case != (3, 3, 3)]


@dataclass(frozen=True)
class Candidate:
    """One of the list. `divisor` is its size, or 1 where the order is by benefit alone; `tie` is its place
    among equals, from 0.
    """

    key: str
    divisor: int
    tie: int


def rank_spans(
    candidates: Sequence[Candidate],
    values: Mapping[str, OwnValue],
    goal_weights: Mapping[str, Fraction],
    weights: Weights,
    links: Prerequisites,
    passed_on: Fraction,
) -> Sequence[tuple[int, int]]:
    """Best and worst rank of each candidate, the first rank being 1 (rules.md section 3).

    Over all 24 cases: each of the three weights × 0.8 or × 1.2 and renormalised (8), and in each of them
    the strengths of this one initiative as they are, all one step up (at most 3) or all one step down (at
    least 0), while those of the others stay. `values` holds all open initiatives, musts among them.
    """
    goal, risk, urgency = _whole_parts(values, goal_weights, weights)
    flow = _Flow.along(links, passed_on)
    goal_whole, risk_whole, urgency_whole = (flow.up_from(part.of) for part in (goal, risk, urgency))
    widest = lcm(*(one.divisor for one in candidates)) if candidates else 1
    factor = {one.key: widest // one.divisor for one in candidates}
    reach = {one.key: _reach(one.key, goal, flow, factor) for one in candidates}
    count = len(candidates)
    best, worst = [count] * count, [1] * count
    for of_goal, of_risk, of_urgency in CASES:
        places = {
            one.key: (
                of_goal * goal_whole[one.key]
                + of_risk * risk_whole[one.key]
                + of_urgency * urgency_whole[one.key]
            ) * factor[one.key] * count + count - 1 - one.tie
            for one in candidates
        }  # fmt: skip
        ascending = sorted(places.values())
        for number, one in enumerate(candidates):
            for step in (0, *reach[one.key].steps):
                rank = _rank(one.key, step * of_goal * count, reach[one.key].gains, places, ascending)
                best[number], worst[number] = min(best[number], rank), max(worst[number], rank)
    return list(zip(best, worst, strict=True))


def _rank(
    key: str,
    step: int,
    gains: Mapping[str, int],
    places: Mapping[str, int],
    ascending: Sequence[int],
) -> int:
    """The rank of `key` if its strengths change by `step`: those above it, and one."""
    place = places[key] + step * gains[key] if step else places[key]
    above = len(ascending) - bisect_right(ascending, place)
    if step:
        for other, gain in gains.items():
            before = places[other]
            above -= before > place
            if other != key:
                above += before + step * gain > place
    return above + 1


@dataclass(frozen=True)
class _Part:
    """One of the three parts of V as whole numbers by initiative, and what steps of strength change in it."""

    of: Mapping[str, int]
    up: Mapping[str, int]  # one step more for all goals of an initiative
    down: Mapping[str, int]  # one step less, negative


def _whole_parts(
    values: Mapping[str, OwnValue], goal_weights: Mapping[str, Fraction], weights: Weights
) -> tuple[_Part, _Part, _Part]:
    """The weighted G, R and U of all initiatives, times one common denominator."""
    unit = {key: weights.goal * points_of(goal_weights, key, 1) for key in goal_weights}
    risk = {key: weights.risk * value.risk_points for key, value in values.items()}
    urgency = {key: weights.urgency * value.urgency for key, value in values.items()}
    common = lcm(*(one.denominator for part in (unit, risk, urgency) for one in part.values()))
    whole_unit = _times(unit, common)

    def points(strengths: Iterable[tuple[str, int]]) -> int:
        return sum(whole_unit[key] * strength for key, strength in strengths)

    of, up, down = {}, {}, {}
    for key, value in values.items():
        goals = value.goals.items()
        of[key] = points(goals)
        up[key] = points((goal, 1) for goal, strength in goals if strength < MOST_STRENGTH)
        down[key] = -points((goal, 1) for goal, strength in goals if strength > 0)
    return _Part(of, up, down), _Part(_times(risk, common), {}, {}), _Part(_times(urgency, common), {}, {})


def _times(fractions: Mapping[str, Fraction], common: int) -> Mapping[str, int]:
    return {key: one.numerator * (common // one.denominator) for key, one in fractions.items()}


@dataclass(frozen=True)
class _Flow:
    """How benefit is passed on, in whole numbers: × `share` ÷ `base` per link, all of it × `scale`.

    `scale` is `base` to the power of the longest chain: so much can be divided without a remainder.
    """

    links: Prerequisites
    share: Mapping[str, int]  # of what an initiative passes to each of its prerequisites
    base: int
    scale: int
    position: Mapping[str, int]

    @classmethod
    def along(cls, links: Prerequisites, passed_on: Fraction) -> "_Flow":
        each = {key: passed_on / max(len(needed), 1) for key, needed in links.needs.items()}
        base = lcm(*(one.denominator for one in each.values()))
        height: dict[str, int] = {}
        for key in links.leaves_first:
            height[key] = max((height[other] + 1 for other in links.receives_from(key)), default=0)
        scale = base ** max(height.values(), default=0)
        position = {key: number for number, key in enumerate(links.leaves_first)}
        return cls(links, _times(each, base), base, scale, position)

    def up_from(self, own: Mapping[str, int]) -> Mapping[str, int]:
        """What each has with all that is passed on to it, times `scale`."""
        whole: dict[str, int] = {}
        for key in self.links.leaves_first:
            whole[key] = own[key] * self.scale + sum(
                whole[other] * self.share[other] // self.base for other in self.links.receives_from(key)
            )
        return whole

    def of_one(self, start: str) -> Mapping[str, int]:
        """What each gets of one point of `start`, itself and all it passes something on to, × `scale`."""
        gets = {start: self.scale}
        waiting = [start]
        while waiting:
            key = min(waiting, key=self.position.__getitem__)
            waiting.remove(key)
            for other in self.links.gives_to(key):
                if other not in gets:
                    gets[other] = 0
                    waiting.append(other)
                gets[other] += gets[key] * self.share[key] // self.base
        return gets


@dataclass(frozen=True)
class _Reach:
    """How far other strengths of one initiative reach: `steps` up and down, `gains` per point by key."""

    steps: tuple[int, ...]
    gains: Mapping[str, int]


def _reach(key: str, goal: _Part, flow: _Flow, factor: Mapping[str, int]) -> _Reach:
    steps = tuple(step for step in (goal.up[key], goal.down[key]) if step)
    if not steps:
        return _Reach((), {})
    return _Reach(
        steps, {other: gain * factor[other] for other, gain in flow.of_one(key).items() if other in factor}
    )
