"""The plan problem of a company's plan, as it is or with other means, and what of it cannot be planned."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from virtualcio.analysis.planning.problem import (
    Activity,
    Aim,
    PlanProblem,
    Reason,
    Thing,
    Unplannable,
)
from virtualcio.analysis.priorities.ranking import Ranking
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, fiscal_year_months
from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.usage import ready_by
from virtualcio.model.initiatives import InitiativeState

POINT_PRICE = 5000  # cents of waiting that weigh as much as one point a month; rules.md section 4
NO_DAYS: Mapping[str, int] = {}


def problem_of(
    plan: Plan,
    ranking: Ranking,
    things: Iterable[Thing] = (),
    aim: Aim = Aim.BENEFIT,
    *,
    keep: Collection[str] = (),
    point_price: int = POINT_PRICE,
    months: int | None = None,
    money_factor: Decimal = Decimal(1),
    days_factor: Decimal = Decimal(1),
    parallel: int | None = None,
    more_money: int = 0,
    more_days: Mapping[str, int] = NO_DAYS,
    without: Collection[str] = (),
    may_leave_out: bool = False,
) -> tuple[PlanProblem, tuple[Unplannable, ...]]:
    """The problem, and the bad input that was found on the way, by initiative in the order of the plan.

    What is asked for other than today's plan: another horizon (`months`), a share of the money or days
    (factors), `more_money` cents a fiscal year, `more_days` hundredths a month by pool, another limit of
    `parallel` work, keys of initiatives that are left out (`without`), or that all may be left out that
    neither must be done nor is pinned nor runs (`may_leave_out`). More money has no meaning without a limit.
    """
    length = plan.months if months is None else months
    found: list[Unplannable] = []
    capacity = _capacity(plan, length, days_factor, more_days)
    own_values = {one.initiative_id: one.own_value for one in (*ranking.must, *ranking.ranked)}
    open_tasks = {task.id: task for task in plan.tasks.values() if task.open and task.id not in without}
    activities = {
        task.id: _activity(plan, task, own_values.get(task.id, Fraction(0)), may_leave_out=may_leave_out)
        for task in open_tasks.values()
    }
    found += _circles(plan, activities)
    for one in list(activities.values()):
        problems = list(_troubles(open_tasks[one.key], one, capacity, length))
        found += problems
        if any(trouble.left_out for trouble in problems):
            del activities[one.key]
        elif any(trouble.reason is Reason.HARD_END_PAST for trouble in problems):
            activities[one.key] = replace(one, hard_end=None)
    found += _without_prerequisites(plan, activities, length)
    order = {key: number for number, key in enumerate(plan.tasks)}
    found.sort(key=lambda one: order[one.key])
    years = _years(plan, length)
    problem = PlanProblem(
        first=plan.first,
        months=length,
        activities=tuple(activities.values()),
        capacity=capacity,
        money=_money(plan, years, money_factor, more_money),
        years={year: (first - plan.first, after - plan.first) for year, (first, after) in years.items()},
        parallel=plan.parallel if parallel is None else parallel,
        things=tuple(
            _known(thing, activities) for thing in things if 0 <= thing.due < length and thing.waiting > 0
        ),
        point_price=point_price,
        aim=aim,
        keep=tuple(key for key in keep if key in activities),
    )
    return problem, tuple(found)


def _activity(plan: Plan, task: Task, value: Fraction, *, may_leave_out: bool) -> Activity:
    """Months count from the horizon's first one. What runs is where it is, whatever it should wait for."""
    running = task.state is InitiativeState.RUNNING and task.start is not None
    fixed = None if task.movable or task.start is None else task.start - plan.first
    required = task.standing.is_must or fixed is not None
    return Activity(
        key=task.id,
        name=task.name,
        months=task.months,
        value=_hundredths(value),
        required=required,
        fixed=fixed,
        earliest=0 if task.earliest is None else max(0, task.earliest - plan.first),
        wished_end=None if task.wished_end is None else task.wished_end - plan.first,
        hard_end=None if task.hard_end is None or running else task.hard_end - plan.first,
        optional=not required and (may_leave_out or task.optional),
        days=task.days,
        one_off=task.one_off or 0,
        running_cost=task.running,
        needs=() if running else plan.needs(task),
        must=task.standing.is_must,
        running=running,
    )


def _hundredths(value: Fraction) -> int:
    """Half away from zero; values are never negative."""
    return int((value * 200 + 1) // 2)


def _capacity(
    plan: Plan, months: int, factor: Decimal, more: Mapping[str, int]
) -> Mapping[str, tuple[int, ...]]:
    """Months behind the plan's horizon have what its last month has."""
    found = {}
    for pool, row in plan.capacity.items():
        long = [*row, *([row[-1]] * (months - len(row)) if row else [])][:months]
        found[pool] = tuple(max(0, _times(days, factor) + more.get(pool, 0)) for days in long)
    return found


def _times(amount: int, factor: Decimal) -> int:
    return int((amount * factor).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _years(plan: Plan, months: int) -> Mapping[int, tuple[int, int]]:
    """The fiscal years that the horizon touches: first month, and first month after."""
    first, last = (fiscal_year(month, plan.fiscal_start) for month in (plan.first, plan.first + months - 1))
    return {year: fiscal_year_months(year, plan.fiscal_start) for year in range(first, last + 1)}


def _money(
    plan: Plan, years: Mapping[int, tuple[int, int]], factor: Decimal, more: int
) -> Mapping[int, int] | None:
    """Cents by fiscal year, less what finished initiatives use; never below 0."""
    if not plan.money:
        return None
    limit = max(0, _times(plan.money, factor) + more)
    done = [(task, task.start) for task in plan.tasks.values() if not task.open and task.start is not None]
    return {
        year: max(0, limit - sum(task.money(start, first, after) for task, start in done))
        for year, (first, after) in years.items()
    }


def _known(thing: Thing, activities: Mapping[str, Activity]) -> Thing:
    return replace(thing, remedied_by=tuple(key for key in thing.remedied_by if key in activities))


def _circles(plan: Plan, activities: Mapping[str, Activity]) -> Iterator[Unplannable]:
    """One for each circle, with all that stand in it; the plan leaves these prerequisites out by itself."""
    for circle in plan.circles:
        members = [key for key in circle if key in activities]
        if members:
            yield Unplannable(members[0], Reason.CIRCLE, left_out=False, others=tuple(circle))


def _troubles(
    task: Task, one: Activity, capacity: Mapping[str, tuple[int, ...]], months: int
) -> Iterator[Unplannable]:
    """What is wrong with the initiative by itself. What is fixed stays in, whatever is wrong with it."""
    free = one.fixed is None
    if task.days_without_pool > 0:
        yield Unplannable(one.key, Reason.WITHOUT_POOL, left_out=False)
    idle = tuple(pool for pool, _total in one.days if not any(capacity.get(pool, ())))
    if idle and free:
        yield Unplannable(one.key, Reason.NO_CAPACITY, others=idle)
    if one.hard_end is not None and one.hard_end <= 0 and (free or one.fixed + one.months > one.hard_end):  # type: ignore[operator]
        yield Unplannable(one.key, Reason.HARD_END_PAST, left_out=False)
    if free and max(one.earliest, 0) + one.months > months:
        yield Unplannable(one.key, Reason.TOO_LONG)


def _without_prerequisites(plan: Plan, activities: dict[str, Activity], months: int) -> Iterator[Unplannable]:
    """Takes out what needs something that will not be done, and with it all that needs that.

    What was finished before holds up until the month after its end; of what is fixed only the demand goes.
    """
    waiting = True
    while waiting:
        waiting = False
        for one in list(activities.values()):
            kept: list[tuple[str, int]] = []
            earliest = one.earliest
            lost: list[str] = []
            for key, lag in one.needs:
                task = plan.tasks.get(key)
                if key in activities:
                    kept.append((key, lag))
                elif task is not None and not task.open:
                    ready = ready_by(task, lag)
                    earliest = max(earliest, 0 if ready is None else ready - plan.first)
                else:
                    lost.append(key)
            if not lost and earliest + one.months > months and one.fixed is None:
                lost = [key for key, _lag in one.needs if key not in dict(kept)]
            if lost:
                waiting = True
                gone = any(key not in plan.tasks for key in lost)
                reason = Reason.PREREQUISITE_DROPPED if gone else Reason.PREREQUISITE_OUTSIDE
                yield Unplannable(one.key, reason, left_out=one.fixed is None, others=tuple(lost))
            if lost and one.fixed is None:
                del activities[one.key]
            else:
                activities[one.key] = replace(one, needs=tuple(kept), earliest=earliest)
