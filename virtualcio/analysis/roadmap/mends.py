"""One move that mends a conflict and makes nothing worse."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind, Mend
from virtualcio.analysis.roadmap.month_numbers import first_day, month_number
from virtualcio.analysis.roadmap.plan import MOST_MONTHS, Plan, Task
from virtualcio.analysis.roadmap.trial import Trial
from virtualcio.analysis.roadmap.usage import Usage
from virtualcio.model.initiatives import InitiativeState

Excess = Callable[[], int]


class Mender:
    """Looks for the mends of one plan. A move has to leave all limits as good as they were."""

    def __init__(self, plan: Plan, usage: Usage) -> None:
        self._plan = plan
        self._usage = usage
        self._trial = Trial(plan, usage)

    def mend(self, conflict: Conflict) -> Mend | None:
        """The move that mends `conflict`, or None. The usage is afterwards what it was."""
        match conflict.kind:
            case ConflictKind.HARD_END | ConflictKind.WISHED_END:
                return self._earlier(self._task(conflict), conflict.kind)
            case ConflictKind.EARLIEST_START:
                return self._later(self._task(conflict))
            case ConflictKind.IN_THE_PAST:
                task = self._task(conflict)
                return self._longer(task) if task.state is InitiativeState.RUNNING else self._later(task)
            case ConflictKind.PREREQUISITE:
                return self._later(self._task(conflict)) or self._before(conflict)
            case ConflictKind.PREREQUISITE_UNPLANNED:
                return self._put_before(conflict)
            case ConflictKind.OVERLOAD | ConflictKind.PARALLEL | ConflictKind.MONEY:
                return self._put_off(conflict)
        return None

    def _task(self, conflict: Conflict) -> Task:
        return self._plan.tasks[conflict.initiative_ids[0]]

    # --- one that stands wrong ----------------------------------------------------------------

    def _earlier(self, task: Task, kind: ConflictKind) -> Mend | None:
        """The latest start with which it ends in time."""
        limit = task.hard_end if kind is ConflictKind.HARD_END else task.wished_end
        if not task.movable or limit is None:
            return None
        least = self._trial.earliest(task)
        return self._first_that_fits(task, range(limit - task.months, least - 1, -1))

    def _later(self, task: Task) -> Mend | None:
        """The earliest start that is allowed; what needs it moves along only if it cannot do without."""
        if not task.movable:
            return None
        starts = self._trial.starts_from(task, self._trial.earliest(task))
        return self._first_that_fits(task, starts) or self._first_that_fits(task, starts, along=True)

    def _longer(self, task: Task) -> Mend | None:
        """Running and late: it goes on to the end of this month."""
        assert task.start is not None
        months = self._plan.first + 1 - task.start
        if months > MOST_MONTHS:
            return None
        return self._first_that_fits(replace(task, months=months), (task.start,), along=True)

    def _before(self, conflict: Conflict) -> Mend | None:
        """The prerequisite earlier, as late as it is early enough."""
        task, needed = self._task(conflict), self._plan.tasks[conflict.initiative_ids[1]]
        if not needed.movable:
            return None
        latest = self._latest_start_before(task, needed)
        return self._first_that_fits(needed, range(latest, self._trial.earliest(needed) - 1, -1))

    def _put_before(self, conflict: Conflict) -> Mend | None:
        """The prerequisite on the roadmap: before what needs it, or with that moving along."""
        task = self._task(conflict)
        needed = self._plan.tasks.get(conflict.initiative_ids[1])
        if needed is None or not needed.movable or self._trial.waits(needed):
            return None
        least, latest = self._trial.earliest(needed), self._latest_start_before(task, needed)
        found = self._first_that_fits(needed, range(least, latest + 1))
        return found or self._first_that_fits(needed, self._trial.starts_from(needed, least), along=True)

    def _latest_start_before(self, task: Task, needed: Task) -> int:
        assert task.start is not None
        return task.start - dict(task.needs)[needed.id] - needed.months

    # --- too much at once -------------------------------------------------------------------------

    def _put_off(self, conflict: Conflict) -> Mend | None:
        """The least useful one of those that cause it moves to its next fitting month.

        First one whose move ends the conflict is looked for, then one with others moving along, then one
        that at least lessens it.
        """
        excess = self._excess(conflict)
        before = excess()
        causes = [self._plan.tasks[key] for key in conflict.initiative_ids]
        causes = [task for task in causes if task.planned and task.movable]
        causes.sort(key=lambda task: (task.standing.is_must, task.standing.benefit, task.name, task.id))
        without = {task.id: self._without(task, excess) for task in causes}
        enders = [task for task in causes if without[task.id] == 0]
        for along in (False, True):
            for task in enders:
                found = self._next_place(task, excess, 0, along=along)
                if found is not None:
                    return found
        for task in causes:
            if without[task.id] < before:
                found = self._next_place(task, excess, before - 1, along=False)
                if found is not None:
                    return found
        return None

    def _excess(self, conflict: Conflict) -> Excess:
        """How much too much there is in the months of the conflict, as the trial stands."""
        plan, usage = self._plan, self._usage
        assert conflict.month is not None
        assert conflict.last_month is not None
        if conflict.kind is ConflictKind.MONEY:
            year = next(year for year, span in plan.years.items() if span[0] == month_number(conflict.month))
            return lambda: max(0, usage.money[year] - plan.money)
        first = month_number(conflict.month) - plan.first
        after = month_number(conflict.last_month) - plan.first + 1
        if conflict.kind is ConflictKind.PARALLEL:
            return lambda: sum(max(0, count - plan.parallel) for count in usage.places[first:after])
        assert conflict.pool_id is not None
        used, free = usage.days[conflict.pool_id], plan.capacity[conflict.pool_id]
        return lambda: sum(max(0, used[month] - free[month]) for month in range(first, after))

    def _without(self, task: Task, excess: Excess) -> int:
        """The excess if the task were not there at all."""
        self._usage.put(task, -1)
        left = excess()
        self._usage.put(task)
        return left

    def _next_place(self, task: Task, excess: Excess, most: int, *, along: bool) -> Mend | None:
        """The next later start that leaves at most `most` of the excess."""
        assert task.start is not None
        starts = self._trial.starts_from(task, max(task.start + 1, self._trial.earliest(task)))
        with self._trial as trial:
            if trial.first_fit(task, starts, along=along, enough=lambda: excess() <= most):
                return self._mend(task, trial, whole=excess() == 0)
        return None

    # --- moves --------------------------------------------------------------------------------

    def _first_that_fits(self, task: Task, starts: Iterable[int], *, along: bool = False) -> Mend | None:
        with self._trial as trial:
            return self._mend(task, trial) if trial.first_fit(task, starts, along=along) else None

    @staticmethod
    def _mend(task: Task, trial: Trial, *, whole: bool = True) -> Mend:
        moved = trial.moved[task.id]
        assert moved.start is not None
        return Mend(task.id, first_day(moved.start), moved.months, tuple(_along(task, trial)), whole)


def _along(task: Task, trial: Trial) -> Iterator[tuple[str, date, int]]:
    for key, other in trial.moved.items():
        if key != task.id and other.start is not None:
            yield key, first_day(other.start), other.months
