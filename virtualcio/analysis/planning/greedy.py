"""A good first plan without a search: one after the other as early as it fits, in several orders, then with
single ones moved to other places in the order. It is what a solver starts from and has to beat.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from virtualcio.analysis.planning.early_lists import EarlyLists
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.valuation import order_of, thing_units
from virtualcio.analysis.planning.windows import Windows, windows

_RETRIES = 60  # with one that has to be in and did not fit moved forward, in the end to the front
_PLACINGS = 30_000  # of the lists tried for the aim EARLY
_STEPS = 12_000  # of improvement, divided by the number of activities

Order = Sequence[str]


def greedy(
    problem: PlanProblem, *, seed: int = 1, known: Windows | None = None, orders: Iterable[Order] = ()
) -> Mapping[str, int | None] | None:
    """Starts of all candidates (None: left out) that break nothing; None if no order leads to such a plan,
    which does not mean that there is none. The same problem and seed give the same plan. `orders`: keys in
    orders that are tried besides those that follow from the problem.
    """
    allowed = windows(problem) if known is None else known
    if allowed.impossible:
        return None
    search = _Search(problem, allowed)
    best: _Tried | None = None
    for order in (*search.orders(), *(search.whole(order) for order in orders)):
        best = _better(best, search.repaired(order), problem)
    if best is None:
        return None
    source = random.Random(seed)
    for _ in range(_STEPS // len(best.order) if len(best.order) > 1 else 0):
        names = list(best.order)
        moved = names.pop(source.randrange(len(names)))
        names.insert(source.randrange(len(names) + 1), moved)
        placed = search.placed(names)
        if placed is not None:
            best = _better(best, (names, placed), problem) or best
    if problem.aim is Aim.EARLY:
        for plan in EarlyLists(problem, allowed, seed).search(_PLACINGS, best.chosen):
            best = _better(best, (best.order, plan), problem) or best
    return {one.key: best.chosen.get(one.key) for one in problem.candidates}


class _Tried(NamedTuple):
    """An order, the plan it leads to, and what that is worth."""

    worth: tuple[int, ...]
    order: Order
    chosen: Mapping[str, int]


def _better(
    best: _Tried | None, tried: tuple[Order, Mapping[str, int]] | None, problem: PlanProblem
) -> _Tried | None:
    """The better one; of two that are as good the later one, so that the search does not stand still."""
    if tried is None:
        return best
    worth = order_of(problem, tried[1])
    return _Tried(worth, *tried) if best is None or worth >= best.worth else best


class _Search:
    """Places activities in a given order."""

    def __init__(self, problem: PlanProblem, allowed: Windows) -> None:
        self._problem, self._allowed = problem, allowed
        self._use = Use(problem)
        self._fixed: dict[str, int] = {}
        for one in problem.candidates:
            if one.fixed is not None:
                self._fixed[one.key] = one.fixed
                self._use.put(one.key, one.fixed)
        self._free = [one for one in problem.candidates if one.fixed is None and allowed.starts[one.key]]
        self._failed: str | None = None

    def orders(self) -> Iterable[Order]:
        """The orders to begin with: by worth in several measures, by urgency, what has to be in first."""
        starts, always = self._allowed.starts, self._allowed.always
        worth = self._worth()
        tail = self._tails()
        for first in (True, False):
            for measure in (
                lambda one: -worth[one.key] / one.months,
                lambda one: -worth[one.key],
                lambda one: -worth[one.key] / (one.months * (1 + self._scarcity(one))),
                lambda one: starts[one.key][-1],
                lambda one: -tail[one.key],
            ):  # fmt: skip
                ranked = sorted(self._free, key=lambda one, by=measure: (by(one), one.key))  # type: ignore[misc]
                if first:
                    ranked.sort(
                        key=lambda one: starts[one.key][-1] if one.key in always else self._problem.months
                    )
                yield [one.key for one in ranked]

    def whole(self, order: Order) -> Order:
        """Only what can be placed, and all of that."""
        free = dict.fromkeys(one.key for one in self._free)
        return [*(key for key in order if key in free), *(key for key in free if key not in order)]

    def _worth(self) -> Mapping[str, float]:
        """What one month earlier is worth, roughly: for sorting only."""
        problem = self._problem
        found = {one.key: float(one.value) * 4 * problem.point_price for one in problem.activities}
        for thing in problem.things:
            for key in thing.remedied_by:
                found[key] = found.get(key, 0.0) - (
                    thing_units(problem, thing, None) / max(1, problem.months)
                )
        for one in reversed(problem.prerequisites_first):
            for key, _lag in one.needs:
                found[key] += found[one.key] / (2 * len(one.needs))
        return found

    def _scarcity(self, one: Activity) -> float:
        """The largest share of a pool's days that it needs."""
        shares = [
            total / max(1, sum(self._problem.capacity[pool]))
            for pool, total in one.days
            if pool in self._problem.capacity
        ]
        return self._problem.months * max(shares, default=0.0) / one.months

    def _tails(self) -> Mapping[str, int]:
        """Months from its start to the end of all that waits for it."""
        found: dict[str, int] = {}
        for one in reversed(self._problem.prerequisites_first):
            found[one.key] = max(found.get(one.key, 0), one.months)
            for key, lag in one.needs:
                before = self._problem.by_key[key].months + lag
                found[key] = max(found.get(key, 0), found[one.key] + before)
        return found

    def repaired(self, order: Order) -> tuple[Order, Mapping[str, int]] | None:
        """The plan of an order, in which what has to be in and did not fit moves forward again."""
        for tries in range(_RETRIES):
            placed = self.placed(order)
            if placed is not None:
                return order, placed
            assert self._failed is not None
            failed = self._closure(self._failed)
            others = [key for key in order if key not in failed]
            place = min(list(order).index(self._failed), len(others)) * 2 // 3 if tries < _RETRIES // 2 else 0
            order = [*others[:place], *failed, *others[place:]]
        return None

    def _closure(self, key: str) -> list[str]:
        needed = self._problem.with_needed([key])
        return [
            one.key for one in self._problem.prerequisites_first if one.key in needed and one.fixed is None
        ]

    def placed(self, order: Order) -> Mapping[str, int] | None:
        """Starts by key; None if something that has to be in did not fit."""
        chosen = dict(self._fixed)
        self._failed = None
        for key in order:
            if key not in chosen and not self._put(key, chosen) and key in self._allowed.always:
                self._failed = key
                break
        for key, start in chosen.items():
            if key not in self._fixed:
                self._use.put(key, start, -1)
        return None if self._failed else chosen

    def _put(self, key: str, chosen: dict[str, int]) -> bool:
        """Put it in as early as it fits, what it needs before it. If it does not fit, nothing is put in."""
        one = self._problem.by_key[key]
        added: list[str] = []
        ready = 0
        for needed, lag in one.needs:
            known = set(chosen)
            if needed not in chosen and not self._put(needed, chosen):
                self._take_out(added, chosen)
                return False
            added += [other for other in chosen if other not in known]
            ready = max(ready, chosen[needed] + self._problem.by_key[needed].months + lag)
        for start in self._allowed.starts.get(key, ()):
            if start >= ready and self._use.fits(key, start):
                if (
                    self._problem.aim is Aim.BENEFIT
                    and key not in self._allowed.always
                    and self._harms(one, start)
                ):
                    break
                self._use.put(key, start)
                chosen[key] = start
                return True
        self._take_out(added, chosen)
        return False

    def _harms(self, one: Activity, start: int) -> bool:
        """So long after the wished end that leaving it out is better, if it remedies nothing."""
        late = 0 if one.wished_end is None else start + one.months - one.wished_end
        return 4 * (self._problem.months - start - one.months) < late

    def _take_out(self, keys: Iterable[str], chosen: dict[str, int]) -> None:
        for key in keys:
            self._use.put(key, chosen.pop(key), -1)
