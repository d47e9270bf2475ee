"""The plan in whole numbers: what is to be done in which months, and what there is for it.

Months are numbers (`month_numbers`), person-days and money hundredths. All of the roadmap's rules work on
this; it is made once per change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from virtualcio.analysis.roadmap.month_numbers import fiscal_year, fiscal_year_months, month_number
from virtualcio.analysis.roadmap.spread import spent_after
from virtualcio.model.initiatives import InitiativeState

MOST_MONTHS = 60  # of one initiative


@dataclass(frozen=True)
class Standing:
    """What the ranking says about an initiative: whether it must be done, and its benefit (0 to 100)."""

    is_must: bool = False
    benefit: Decimal = Decimal(0)


@dataclass(frozen=True)
class Task:
    """An initiative as the plan sees it. `start` None: not on the roadmap.

    `hard_end` and `wished_end` are the latest month that may come first after its end. `needs` are
    prerequisites with their lag in months. One that is done keeps the months in which it was done.
    """

    id: str
    name: str
    state: InitiativeState
    start: int | None
    months: int
    pinned: bool = False
    optional: bool = False  # a plan may leave it out
    earliest: int | None = None
    hard_end: int | None = None
    wished_end: int | None = None
    percent_done: int = 0
    days: tuple[tuple[str, int], ...] = ()  # by pool, hundredths
    days_without_pool: int = 0
    one_off: int | None = None  # cents
    running: int = 0  # cents a year, from the end on
    needs: tuple[tuple[str, int], ...] = ()
    standing: Standing = Standing()

    @property
    def open(self) -> bool:
        return self.state.is_open

    @property
    def planned(self) -> bool:
        """Still to be done, and on the roadmap."""
        return self.start is not None and self.open

    @property
    def movable(self) -> bool:
        """Nobody has begun it, and nobody has pinned it."""
        return self.state in (InitiativeState.IDEA, InitiativeState.PLANNED) and not self.pinned

    def end(self, start: int | None = None) -> int:
        """The first month after it."""
        begun = self.start if start is None else start
        assert begun is not None
        return begun + self.months

    def money(self, start: int, first: int, after: int) -> int:
        """Cents in the months from `first` to before `after`, if it starts at `start`: one-off money over
        its months, then the running cost, month by month.
        """
        return self._spent(after - start) - self._spent(first - start)

    def _spent(self, done: int) -> int:
        return spent_after(self.one_off or 0, self.running, self.months, done)


@dataclass(frozen=True)
class Plan:
    """All initiatives but the dropped ones, and what limits them, from month `first` on for `months`.

    `capacity` holds hundredths of person-days by pool and month; `parallel` is how many at once, `money`
    cents a fiscal year (0: no limit). Prerequisites within one of `circles` are left out of all rules: the
    circle itself is what has to be put right.
    """

    first: int
    months: int
    tasks: Mapping[str, Task]
    capacity: Mapping[str, tuple[int, ...]]
    parallel: int = 3
    money: int = 0
    fiscal_start: int = 1
    circles: tuple[tuple[str, ...], ...] = ()

    @property
    def after(self) -> int:
        """The first month behind the horizon."""
        return self.first + self.months

    @cached_property
    def on_plan(self) -> tuple[Task, ...]:
        """What is still to be done and has a start."""
        return tuple(task for task in self.tasks.values() if task.planned)

    @cached_property
    def years(self) -> Mapping[int, tuple[int, int]]:
        """The fiscal years that the horizon touches: first month, and first month after."""
        first, last = (fiscal_year(month, self.fiscal_start) for month in (self.first, self.after - 1))
        return {year: fiscal_year_months(year, self.fiscal_start) for year in range(first, last + 1)}

    @cached_property
    def needed_by(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Who needs it, with the lag in months."""
        found: dict[str, list[tuple[str, int]]] = {}
        for task in self.tasks.values():
            for key, lag in self.needs(task):
                found.setdefault(key, []).append((task.id, lag))
        return {key: tuple(dependents) for key, dependents in found.items()}

    @cached_property
    def _circle_of(self) -> Mapping[str, int]:
        return {key: number for number, circle in enumerate(self.circles) for key in circle}

    def needs(self, task: Task) -> tuple[tuple[str, int], ...]:
        """Its prerequisites with their lag, without those that stand in a circle with it."""
        circle = self._circle_of.get(task.id)
        if circle is None:
            return task.needs
        return tuple(need for need in task.needs if self._circle_of.get(need[0]) != circle)

    def moved(self, places: Iterable[tuple[str, int | None, int]]) -> "Plan":
        """The same plan with other starts and durations (key, start, months)."""
        tasks = dict(self.tasks)
        for key, start, months in places:
            tasks[key] = replace(tasks[key], start=start, months=months)
        return replace(self, tasks=tasks)

    def with_place(self, key: str, start: date, months: int) -> "Plan":
        """The same plan with one initiative at another place. KeyError if it was dropped or is not there."""
        return self.moved([(key, month_number(start), months)])
