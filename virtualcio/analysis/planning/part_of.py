"""A part of a plan that is set free while the rest stays where it is: a small problem, quickly solved to the
best, and one after the other they make a good plan better.
"""

import random
from collections.abc import Mapping
from dataclasses import replace

from virtualcio.analysis.planning.problem import Activity, PlanProblem, Starts

WHOLE = 30  # initiatives that a solver searches as a whole; of more a good plan gets better in parts


class Parts:
    """Picks parts of plans of one problem: the same seed picks the same parts of the same plans."""

    def __init__(self, problem: PlanProblem, seed: int) -> None:
        self._problem = problem
        self._source = random.Random(seed)
        self._waiting: dict[str, list[str]] = {}
        for one in problem.candidates:
            for key, _lag in one.needs:
                self._waiting.setdefault(key, []).append(one.key)

    def pick(self, starts: Starts, size: int) -> frozenset[str]:
        """Keys of about `size` activities that are set free: half of them stand near each other, in time, at
        the same pools or in a chain, the others are left out of the plan. What is pinned or runs stays.
        """
        chosen = {key: start for key, start in starts.items() if start is not None}
        by_key = self._problem.by_key
        inside = [key for key in chosen if by_key[key].fixed is None]
        outside = [key for key, start in starts.items() if start is None]
        if not inside and not outside:
            return frozenset()
        new = min(len(outside), max(size // 3, size - len(inside)))
        picked = set(self._source.sample(outside, new))
        for key in list(picked):  # what it needs and is not in the plan comes along
            picked |= {needed for needed in self._problem.with_needed([key]) if starts.get(needed) is None}
        if inside:
            picked |= set(self._near(inside, chosen)[: max(1, size - new)])
        return frozenset(key for key in picked if key in by_key)

    def _near(self, inside: list[str], chosen: Mapping[str, int]) -> list[str]:
        """All that may move, the nearest to one of them first, in a measure that changes."""
        source, by_key = self._source, self._problem.by_key
        kind = source.randrange(4)
        centre = by_key[source.choice(inside)]
        chance = {key: source.random() for key in inside}
        if kind == 0:
            return sorted(inside, key=lambda key: chance[key])
        middle = 2 * chosen[centre.key] + centre.months
        pools = {pool for pool, total in centre.days if total}
        chain = self._chain(centre) if kind == 3 else frozenset()

        def distance(key: str) -> float:
            one = by_key[key]
            apart = abs(2 * chosen[key] + one.months - middle) / 2 + 6 * chance[key]
            if kind == 2 and not pools & {pool for pool, total in one.days if total}:
                apart += self._problem.months
            return apart - (self._problem.months if key in chain else 0)

        return sorted(inside, key=lambda key: (distance(key), key))

    def _chain(self, centre: Activity) -> frozenset[str]:
        """It, what it needs, and what waits for it."""
        return frozenset({centre.key, *(key for key, _ in centre.needs), *self._waiting.get(centre.key, ())})


def part_of(problem: PlanProblem, starts: Starts, free: frozenset[str]) -> PlanProblem:
    """The problem in which only these can move: the others are pinned where they are, or do not exist."""
    rest = []
    for one in problem.candidates:
        start = starts.get(one.key)
        if one.key in free or one.fixed is not None:
            rest.append(one)
        elif start is not None:
            rest.append(replace(one, fixed=start, required=True))
    return replace(problem, activities=tuple(rest))
