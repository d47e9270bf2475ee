"""Where an activity still fits, for very many plans one after the other: months as bits of whole numbers.

Each activity counts with the most that it needs of a pool in any month, so what fits here fits in truth;
where days cannot be divided evenly a place that would just do may be passed over.
"""

from bisect import bisect_right

from virtualcio.analysis.planning.problem import PlanProblem
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.windows import Windows


class _Pool:
    """One pool (or the places): what is free by month, and the months in which an amount does not fit."""

    def __init__(self, free: list[int], amounts: set[int]) -> None:
        self.levels = sorted(amounts)
        self._first_free = free
        self._first_blocked = [
            sum(1 << month for month, left in enumerate(free) if left < level) for level in self.levels
        ]
        self.clear()

    def clear(self) -> None:
        self.free = list(self._first_free)
        self.blocked = list(self._first_blocked)

    def take(self, amount: int, start: int, after: int) -> None:
        free, levels, blocked = self.free, self.levels, self.blocked
        for month in range(start, after):
            before = free[month]
            free[month] = now = before - amount
            for number in range(bisect_right(levels, now), bisect_right(levels, before)):
                blocked[number] |= 1 << month


class Slots:
    """The horizon beside what is pinned or runs; activities are placed one by one, then all is cleared."""

    def __init__(self, problem: PlanProblem, allowed: Windows) -> None:
        self._use = Use(problem)
        self._limits = dict(problem.money or {})
        for one in problem.candidates:
            if one.fixed is not None:
                self._use.put(one.key, one.fixed)
        self._money_fixed = dict(self._use.money)
        self._money = dict(self._money_fixed)
        free = [one for one in problem.candidates if one.fixed is None]
        most = {one.key: {pool: max(one.parts(total)) for pool, total in one.days if total} for one in free}
        pools: dict[str | None, _Pool] = {}
        for pool, row in problem.capacity.items():
            left = [have - used for have, used in zip(row, self._use.days[pool], strict=True)]
            pools[pool] = _Pool(left, {some[pool] for some in most.values() if pool in some})
        if problem.parallel < len(free):
            pools[None] = _Pool([problem.parallel - used for used in self._use.places], {1})
        self._pools = tuple(pools.values())
        self._months = {one.key: one.months for one in free}
        self._windows = {
            one.key: sum(1 << start for start in allowed.starts[one.key] if start >= 0) for one in free
        }
        self._needs: dict[str, list[tuple[_Pool, int, int]]] = {}
        for one in free:
            wanted: dict[str | None, int] = {None: 1}
            wanted.update(most[one.key])
            self._needs[one.key] = [
                (pools[pool], amount, pools[pool].levels.index(amount))
                for pool, amount in wanted.items()
                if pool in pools and amount
            ]

    def clear(self) -> None:
        """Nothing is placed but what is pinned or runs."""
        for pool in self._pools:
            pool.clear()
        self._money = dict(self._money_fixed)

    def earliest(self, key: str, ready: int) -> int | None:
        """The first month from `ready` on in which it can start."""
        fits = self._starts(key) >> max(ready, 0) << max(ready, 0)
        while fits:
            start = (fits & -fits).bit_length() - 1
            if self._affordable(key, start):
                return start
            fits &= fits - 1
        return None

    def latest(self, key: str, last: int) -> int | None:
        """The last month up to `last` in which it can start."""
        fits = self._starts(key) & ((1 << max(last + 1, 0)) - 1)
        while fits:
            start = fits.bit_length() - 1
            if self._affordable(key, start):
                return start
            fits &= ~(1 << start)
        return None

    def take(self, key: str, start: int) -> None:
        """It is placed there."""
        after = start + self._months[key]
        for pool, amount, _level in self._needs[key]:
            pool.take(amount, start, after)
        if self._limits:
            for year, cents in self._use.money_of(key, start):
                self._money[year] += cents

    def _starts(self, key: str) -> int:
        """The starts that leave enough of every pool, as bits."""
        blocked = 0
        for pool, _amount, level in self._needs[key]:
            blocked |= pool.blocked[level]
        left, width = self._months[key] - 1, 1
        while left > 0:  # blocked in its first month, or in one of those after it
            step = min(width, left)
            blocked |= blocked >> step
            left -= step
            width += step
        return self._windows[key] & ~blocked

    def _affordable(self, key: str, start: int) -> bool:
        limits = self._limits
        if not limits:
            return True
        return all(
            self._money[year] + cents <= limits[year] for year, cents in self._use.money_of(key, start)
        )
