"""Trying a move: does it fit, and what has to move along with it?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.usage import Usage, ready_by

MOST_TRIES = 200  # of one move with all that moves along; what needs more is no simple mend

Enough = Callable[[], bool]


class Trial:
    """Moves on a plan that are taken back when the `with` block ends.

    A move fits if no limit is exceeded further than it is without any move, nothing that has to wait for
    it starts too early by it, and it ends within the horizon and by its hard end, or no later than now.
    """

    def __init__(self, plan: Plan, usage: Usage) -> None:
        self._plan = plan
        self._usage = usage
        self._ceilings = usage.no_worse()
        self.moved: dict[str, Task] = {}
        self._before: list[tuple[str, Task | None]] = []  # where each stood among `moved`, move by move
        self._tries = 0

    def __enter__(self) -> "Trial":
        self._tries = 0
        return self

    def __exit__(self, *_error: object) -> None:
        self._back_to(0)

    # --- bounds -----------------------------------------------------------------------------

    def earliest(self, task: Task) -> int:
        """The earliest month in which it can start: not before this month, its earliest start, and the end
        of what it needs.
        """
        bounds = [self._plan.first]
        if task.earliest is not None:
            bounds.append(task.earliest)
        for key, lag in self._plan.needs(task):
            needed = self._now(key)
            ready = None if needed is None else ready_by(needed, lag)
            if ready is not None:
                bounds.append(ready)
        return max(bounds)

    def starts_from(self, task: Task, start: int) -> Sequence[int]:
        """All starts from a month on with which it ends in time."""
        return range(start, self._latest_end(task) - task.months + 1)

    def waits(self, task: Task) -> bool:
        """Whether it needs something that is not on the roadmap."""
        needed = (self._plan.tasks.get(key) for key, _lag in self._plan.needs(task))
        return any(one is None or (one.open and one.start is None) for one in needed)

    def _latest_end(self, task: Task) -> int:
        latest = self._plan.after if task.hard_end is None else min(self._plan.after, task.hard_end)
        here = self._plan.tasks[task.id]
        return latest if here.start is None else max(latest, here.end())

    # --- moves --------------------------------------------------------------------------------

    def first_fit(
        self, task: Task, starts: Iterable[int], *, along: bool = False, enough: Enough = lambda: True
    ) -> bool:
        """Put `task` at the first of `starts` that fits and after which `enough()` holds.

        With `along`, what needs it moves as little as it has to. False: nothing has moved.
        """
        here, latest, mark = self._now(task.id), self._latest_end(task), len(self._before)
        assert here is not None
        self._lift(here)
        for start in starts:
            self._tries += 1
            if self._tries > MOST_TRIES:
                break
            late = start + task.months > latest
            if late or self._usage.blocked(task, start, self._ceilings) is not None:
                continue
            moved = replace(task, start=start)
            self._usage.put(moved)
            self._before.append((task.id, self.moved.get(task.id)))
            self.moved[task.id] = moved
            if all(along and self._shift(one) for one in self._broken_by(moved)) and enough():
                return True
            self._back_to(mark)
            self._lift(here)
        self._drop(here)
        return False

    def _shift(self, task: Task) -> bool:
        """Move a dependent to the first month that fits; nowhere if it is the first to move (a circle)."""
        task = self.moved.get(task.id, task)
        if task.id == self._before[0][0] or not task.movable:
            return False
        return self.first_fit(task, self.starts_from(task, self.earliest(task)), along=True)

    def _lift(self, task: Task) -> None:
        if task.start is not None:
            self._usage.put(task, -1)

    def _drop(self, task: Task) -> None:
        if task.start is not None:
            self._usage.put(task)

    def _broken_by(self, moved: Task) -> list[Task]:
        """What starts too early for where `moved` stands now, and did not before."""
        found = []
        before = self._plan.tasks[moved.id]
        for key, lag in self._plan.needed_by.get(moved.id, ()):
            dependent = self._now(key)
            ready = ready_by(moved, lag)
            if dependent is None or not dependent.planned or dependent.start is None or ready is None:
                continue
            old_ready, old = ready_by(before, lag), self._plan.tasks[key].start
            broken_already = old_ready is not None and old is not None and old < old_ready
            if dependent.start < ready and not broken_already:
                found.append(dependent)
        return found

    def _now(self, key: str) -> Task | None:
        return self.moved.get(key) or self._plan.tasks.get(key)

    def _back_to(self, mark: int) -> None:
        while len(self._before) > mark:
            key, before = self._before.pop()
            self._usage.put(self.moved.pop(key), -1)
            if before is not None:
                self.moved[key] = before
            self._drop(self._plan.tasks[key] if before is None else before)
