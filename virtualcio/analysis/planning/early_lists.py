"""Finished earliest without a solver: lists of activities are placed one after the other, pushed to the end
and back to the front, and the better lists mixed with each other.

Source of the idea: double justification (V. Valls, F. Ballestín, S. Quintanilla, "Justification and RCPSP: a
technique that pays", European Journal of Operational Research 165, 2005) and two-point crossover of activity
lists (S. Hartmann, "A competitive genetic algorithm for resource-constrained project scheduling", 1998).
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.analysis.planning.slots import Slots
from virtualcio.analysis.planning.windows import Windows

_CROWD = 60  # lists that are kept
_FIRST = 2 * _CROWD  # lists made by chance to choose them from
_SWAPS = 0.02  # share of neighbours that change places in a new list
_STILL = 30  # × _CROWD new lists without a better plan: a new crowd, which keeps only the best

Plan = dict[str, int]
Worth = tuple[int, int]


class EarlyLists:
    """A search that ends after a number of placings; the same problem and seed give the same plans."""

    def __init__(self, problem: PlanProblem, allowed: Windows, seed: int) -> None:
        self._slots = Slots(problem, allowed)
        self._source = random.Random(seed)
        self._months = {one.key: one.months for one in problem.candidates}
        self._fixed = {one.key: one.fixed for one in problem.candidates if one.fixed is not None}
        self._order = [one.key for one in problem.prerequisites_first if one.key in self._months]
        self._free = [key for key in self._order if key not in self._fixed]
        self._needs = {one.key: one.needs for one in problem.candidates}
        self._after: dict[str, list[tuple[str, int]]] = {key: [] for key in self._order}
        for one in problem.candidates:
            for key, lag in one.needs:
                self._after[key].append((one.key, lag))
        self._tails = self._tail_of_each()
        self._horizon = problem.months
        self.placings = 0

    def search(
        self, most: int, known: Starts | None = None, too_late: Callable[[], bool] = lambda: False
    ) -> Iterator[Mapping[str, int]]:
        """Each plan that is better than those before, until `most` activities have been placed, or until
        `too_late`.
        """
        best: Worth | None = None
        crowd: list[tuple[Worth, list[str], Plan]] = []
        first = self._of_plan(known) if known is not None else None
        for new in self._lists(crowd, first, most):
            if too_late():
                return
            plan = self._justified(new)
            if plan is None:
                continue
            worth = self._worth(plan)
            if best is None or worth < best:
                best = worth
                yield {**self._fixed, **plan}
            crowd.append((worth, self._by(plan, early=True), plan))

    def _lists(
        self, crowd: list[tuple[Worth, list[str], Plan]], first: list[str] | None, most: int
    ) -> Iterator[list[str]]:
        """Lists to try; what came of them is in the crowd when the next one is asked for."""
        if len(self._free) < 2:
            yield list(self._free)
            return
        while self.placings < most:
            if first is not None:
                yield first
            yield self._list(lambda key: -self._tails[key])
            for _ in range(_FIRST):
                if self.placings >= most:
                    return
                yield self._by_chance()
            if len(crowd) < 2:
                continue
            yield from self._mixed(crowd, most)
            first = crowd[0][1]
            crowd.clear()

    def _mixed(self, crowd: list[tuple[Worth, list[str], Plan]], most: int) -> Iterator[list[str]]:
        best, still = None, 0
        while self.placings < most and still < _STILL * _CROWD:
            self._thin_out(crowd)
            if best is None or crowd[0][0] < best:
                best, still = crowd[0][0], 0
            still += 1
            if len(crowd) < 2:
                return
            yield self._mix(self._source.choice(crowd)[1], self._source.choice(crowd)[1])

    def _thin_out(self, crowd: list[tuple[Worth, list[str], Plan]]) -> None:
        """The best of them; of several that are worth the same only one, or all would soon be alike."""
        crowd.sort(key=lambda one: (one[0], one[1]))
        seen: set[Worth] = set()
        kept = []
        for one in crowd:
            if one[0] not in seen:
                seen.add(one[0])
                kept.append(one)
        crowd[:] = kept[:_CROWD]

    def _mix(self, one: list[str], other: list[str]) -> list[str]:
        """The middle in the order of the other, both ends in that of the one; some neighbours swapped."""
        count = len(one)
        low, high = sorted((self._source.randrange(count + 1), self._source.randrange(count + 1)))
        ends = {*one[:low], *one[high:]}
        found = [*one[:low], *(key for key in other if key not in ends), *one[high:]]
        if self._source.random() < 0.5:  # or the other way round: the middle stays, the ends change
            middle = set(one[:low])
            taken = [key for key in other if key not in middle][: high - low]
            found = [*one[:low], *taken, *(key for key in one if key not in middle and key not in set(taken))]
        for place in range(count - 1):
            if self._source.random() < _SWAPS and not any(
                key == found[place] for key, _lag in self._needs[found[place + 1]]
            ):
                found[place], found[place + 1] = found[place + 1], found[place]
        return found

    def _by_chance(self) -> list[str]:
        """What much waits for comes first, more or less."""
        blur = self._source.choice((0.2, 0.4, 0.8))
        most = max(self._tails.values())
        chance = {key: self._tails[key] + blur * most * self._source.random() for key in self._free}
        return self._list(lambda key: -chance[key])

    def _list(self, first: Callable[[str], float]) -> list[str]:
        """All in an order in which each comes after what it needs, of those the smallest measure first."""
        open_needs = {
            key: sum(1 for other, _lag in self._needs[key] if other not in self._fixed) for key in self._free
        }
        ready = [key for key in self._free if not open_needs[key]]
        found = []
        while ready:
            key = min(ready, key=lambda one: (first(one), one))
            ready.remove(key)
            found.append(key)
            for other, _lag in self._after[key]:
                if other in open_needs:
                    open_needs[other] -= 1
                    if not open_needs[other]:
                        ready.append(other)
        return found

    def _tail_of_each(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for key in reversed(self._order):
            after = (found[other] + lag for other, lag in self._after[key])
            found[key] = self._months[key] + max(after, default=0)
        return found

    def _of_plan(self, starts: Starts) -> list[str]:
        return self._by({key: starts[key] or 0 for key in self._free}, early=True)

    def _by(self, plan: Plan, *, early: bool) -> list[str]:
        """Earliest start first, or latest end first."""
        if early:
            return sorted(plan, key=lambda key: (plan[key], key))
        return sorted(plan, key=lambda key: (-plan[key] - self._months[key], key))

    def _worth(self, plan: Plan) -> Worth:
        ends = [start + self._months[key] for key, start in plan.items()]
        return max(ends, default=0), sum(ends)

    def _justified(self, names: Sequence[str]) -> Plan | None:
        """Placed, pushed to the end and back; None if something does not fit in before its last month."""
        plan = self._forward(names)
        if plan is None:
            return None
        back = self._backward(self._by(plan, early=False), self._worth(plan)[0])
        if back is None:
            return plan
        again = self._forward(self._by(back, early=True))
        return plan if again is None or self._worth(again) > self._worth(plan) else again

    def _forward(self, names: Sequence[str]) -> Plan | None:
        slots, months = self._slots, self._months
        slots.clear()
        self.placings += len(names)
        plan: Plan = {}
        for key in names:
            ready = 0
            for other, lag in self._needs[key]:
                start = plan[other] if other in plan else self._fixed[other]
                ready = max(ready, start + months[other] + lag)
            found = slots.earliest(key, ready)
            if found is None:
                return None
            slots.take(key, found)
            plan[key] = found
        return plan

    def _backward(self, names: Sequence[str], end: int) -> Plan | None:
        slots, months = self._slots, self._months
        slots.clear()
        self.placings += len(names)
        plan: Plan = {}
        for key in names:
            last = end
            for other, lag in self._after[key]:
                start = plan[other] if other in plan else self._fixed[other]
                last = min(last, start - lag)
            found = slots.latest(key, last - months[key])
            if found is None:
                return None
            slots.take(key, found)
            plan[key] = found
        return plan
