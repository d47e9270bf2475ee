"""The bars of the time plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.roadmap.loads import by_start
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.plan import Plan


@dataclass(frozen=True)
class Bar:
    """An initiative in the time plan, from the first day of its first month to the day `end` (the first one
    after it). `goal_id` is the goal it contributes most to; `done`: finished, it needs nobody any more.
    """

    initiative_id: str
    start: date
    months: int
    end: date
    percent_done: int
    goal_id: str | None
    is_must: bool
    done: bool = False


@dataclass(frozen=True)
class Roadmap:
    """The time plan: bars by start, and open initiatives that have no start yet, most useful first.

    `without_days` are bars for which nobody has said how many days they need.
    """

    first_month: date
    months: int
    bars: tuple[Bar, ...]
    unplanned: tuple[str, ...]
    without_days: tuple[str, ...] = ()


def roadmap(plan: Plan, main_goals: Mapping[str, str]) -> Roadmap:
    """Bars of all that has a start and was not dropped. `main_goals`: goal by initiative."""
    dated = [task for task in sorted(plan.tasks.values(), key=by_start) if task.start is not None]
    waiting = [task for task in plan.tasks.values() if task.open and task.start is None]
    waiting.sort(key=lambda task: (not task.standing.is_must, -task.standing.benefit, task.name, task.id))
    return Roadmap(
        first_month=first_day(plan.first),
        months=plan.months,
        bars=tuple(
            Bar(
                task.id,
                first_day(task.start),
                task.months,
                first_day(task.end()),
                task.percent_done,
                main_goals.get(task.id),
                task.standing.is_must,
                not task.open,
            )
            for task in dated
            if task.start is not None
        ),
        unplanned=tuple(task.id for task in waiting),
        without_days=tuple(
            task.id for task in dated if task.open and not task.days and not task.days_without_pool
        ),
    )
