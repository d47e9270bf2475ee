"""Plans of 90 days: what is to be done up to day 30, 60 and 90, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from virtualcio.model import NinetyDayPlan, Task
from virtualcio.model.company_data import CompanyData

LAST_DAYS = (30, 60, 90)  # of the three stages; the first day of the plan is day 1


@dataclass(frozen=True)
class Stage:
    """Tasks (keys) of a third of the plan, by day; `first` and `last` are its days, None without a start."""

    first_day: int
    last_day: int
    first: date | None
    last: date | None
    tasks: tuple[str, ...]
    done: int


@dataclass(frozen=True)
class PlanState:
    """A plan on a day. `day` is which day of the plan it is (1 on its first), None without a start.

    `undated` are tasks that nobody has given a day, `overdue` those whose day is over.
    """

    plan_id: str
    day: int | None
    last: date | None
    stages: tuple[Stage, ...]
    undated: tuple[str, ...]
    undated_done: int
    overdue: tuple[str, ...]
    without_owner: int

    @property
    def total(self) -> int:
        """How many tasks it has."""
        return len(self.undated) + sum(len(stage.tasks) for stage in self.stages)

    @property
    def done(self) -> int:
        return self.undated_done + sum(stage.done for stage in self.stages)

    @property
    def finished(self) -> bool:
        """There are tasks and all of them are done."""
        return self.total > 0 and self.done == self.total


def day_of(plan: NinetyDayPlan, number: int) -> date | None:
    """The date of a day of the plan; day 1 is its start. None without a start."""
    return None if plan.starts_on is None else plan.starts_on + timedelta(days=number - 1)


def number_of(plan: NinetyDayPlan, day: date) -> int | None:
    """Which day of the plan a date is; 0 and below before its start."""
    return None if plan.starts_on is None else (day - plan.starts_on).days + 1


def plan_state(data: CompanyData, plan: NinetyDayPlan, today: date) -> PlanState:
    """What is due before the start stands in the first stage, what is due after day 90 in the last one.

    Without a start no task has a stage: all of them are `undated`.
    """
    tasks = data.where(Task, "plan_id", plan.id)
    staged: dict[int, list[Task]] = {last: [] for last in LAST_DAYS}
    undated = []
    for task in sorted(tasks, key=lambda one: (one.due_on or date.max, one.name, one.id)):
        number = None if task.due_on is None else number_of(plan, task.due_on)
        if number is None:
            undated.append(task)
        else:
            staged[next((last for last in LAST_DAYS if number <= last), LAST_DAYS[-1])].append(task)
    late = [one for one in tasks if one.done_on is None and one.due_on is not None and one.due_on < today]
    late.sort(key=lambda one: (one.due_on or date.max, one.name, one.id))
    return PlanState(
        plan_id=plan.id,
        day=number_of(plan, today),
        last=day_of(plan, LAST_DAYS[-1]),
        stages=tuple(_stage(plan, last, found) for last, found in staged.items()),
        undated=tuple(one.id for one in undated),
        undated_done=_done(undated),
        overdue=tuple(one.id for one in late),
        without_owner=sum(one.owner_id is None and one.done_on is None for one in tasks),
    )


def _stage(plan: NinetyDayPlan, last: int, tasks: Sequence[Task]) -> Stage:
    first = last - LAST_DAYS[0] + 1
    keys = tuple(one.id for one in tasks)
    return Stage(first, last, day_of(plan, first), day_of(plan, last), keys, _done(tasks))


def _done(tasks: Sequence[Task]) -> int:
    return sum(one.done_on is not None for one in tasks)
