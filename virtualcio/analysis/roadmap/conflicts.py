"""All that does not fit in a plan, most urgent first. Each rule names its limit; at the limit is fine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind
from virtualcio.analysis.roadmap.mends import Mender
from virtualcio.analysis.roadmap.month_numbers import first_day, last_day
from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.spread import amount_of, spread_units
from virtualcio.analysis.roadmap.usage import Usage, ready_by
from virtualcio.model.initiatives import InitiativeState

_KINDS = tuple(ConflictKind)


def conflicts(plan: Plan) -> tuple[Conflict, ...]:
    """Every conflict, with the move that mends it where one does. Source: rules.md section 4.

    To be acted on before to be watched, then by month, kind and name.
    """
    usage = Usage(plan)
    found = [conflict for rule in _RULES for conflict in rule(plan, usage)]
    names = {key: task.name for key, task in plan.tasks.items()}
    found.sort(
        key=lambda one: (
            one.severity is not Severity.ACT,
            first_day(plan.first) if one.month is None else one.month,
            _KINDS.index(one.kind),
            names.get(one.initiative_ids[0], ""),
            one.pool_id or "",
        )
    )
    mender = Mender(plan, usage)
    return tuple(replace(one, mend=mender.mend(one)) for one in found)


def _circles(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    for circle in plan.circles:
        yield Conflict(ConflictKind.CIRCLE, tuple(circle), Severity.ACT)


def _ends(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    """Ends after the hard or the wished day. The last day of the last month may be that day."""
    for task in plan.on_plan:
        end = task.end()
        if task.hard_end is not None and end > task.hard_end:
            yield _late(task, ConflictKind.HARD_END, Severity.ACT, end - task.hard_end)
        elif task.wished_end is not None and end > task.wished_end:
            yield _late(task, ConflictKind.WISHED_END, Severity.WATCH, end - task.wished_end)


def _late(task: Task, kind: ConflictKind, severity: Severity, months: int) -> Conflict:
    last = task.end() - 1
    params = {"ends_on": last_day(last), "months_late": months}
    return Conflict(kind, (task.id,), severity, month=first_day(last), params=params)


def _past(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    """Planned for before this month and not begun, or running and to be finished before this month."""
    for task in plan.on_plan:
        assert task.start is not None
        running = task.state is InitiativeState.RUNNING
        if (task.end() <= plan.first) if running else (task.start < plan.first):
            yield Conflict(
                ConflictKind.IN_THE_PAST,
                (task.id,),
                Severity.ACT,
                month=first_day(task.start),
                last_month=first_day(task.end() - 1),
                params={"running": running},
            )


def _prerequisites(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    """Starts before what it needs is finished. What runs already can only be watched."""
    for task in plan.on_plan:
        assert task.start is not None
        severity = Severity.WATCH if task.state is InitiativeState.RUNNING else Severity.ACT
        for key, lag in plan.needs(task):
            needed = plan.tasks.get(key)
            if needed is None or (needed.open and needed.start is None):
                yield Conflict(
                    ConflictKind.PREREQUISITE_UNPLANNED,
                    (task.id, key),
                    severity,
                    month=first_day(task.start),
                    params={"dropped": needed is None},
                )
                continue
            ready = ready_by(needed, lag)
            if ready is not None and task.start < ready:
                params = {"ready": first_day(ready), "lag": lag}
                month = first_day(task.start)
                yield Conflict(
                    ConflictKind.PREREQUISITE, (task.id, key), severity, month=month, params=params
                )


def _earliest_starts(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    """Starts in a month before that of its earliest day."""
    for task in plan.on_plan:
        assert task.start is not None
        begun = task.state is InitiativeState.RUNNING or task.start < plan.first
        if not begun and task.earliest is not None and task.start < task.earliest:
            month, params = first_day(task.start), {"earliest": first_day(task.earliest)}
            yield Conflict(ConflictKind.EARLIEST_START, (task.id,), Severity.ACT, month=month, params=params)


def _overloads(plan: Plan, usage: Usage) -> Iterator[Conflict]:
    """Months in a row in which a pool has fewer days than are planned."""
    for pool, free in plan.capacity.items():
        needed = usage.days[pool]
        for first, last in _runs([wanted > there for wanted, there in zip(needed, free, strict=True)]):
            months = range(first, last + 1)
            worst = max(months, key=lambda month: (needed[month] - free[month], -month))
            yield Conflict(
                ConflictKind.OVERLOAD,
                _those_in(plan, first, last, pool),
                Severity.ACT,
                pool_id=pool,
                month=first_day(plan.first + first),
                last_month=first_day(plan.first + last),
                params={
                    "over": amount_of(sum(needed[month] - free[month] for month in months)),
                    "worst_month": first_day(plan.first + worst),
                    "needed": amount_of(needed[worst]),
                    "free": amount_of(free[worst]),
                    "no_capacity": not any(free),
                },
            )


def _parallel(plan: Plan, usage: Usage) -> Iterator[Conflict]:
    """Months in a row in which more is worked on than the limit allows."""
    for first, last in _runs([count > plan.parallel for count in usage.places]):
        yield Conflict(
            ConflictKind.PARALLEL,
            _those_in(plan, first, last, None),
            Severity.WATCH,
            month=first_day(plan.first + first),
            last_month=first_day(plan.first + last),
            params={"most": max(usage.places[first : last + 1]), "limit": plan.parallel},
        )


def _money(plan: Plan, usage: Usage) -> Iterator[Conflict]:
    """Fiscal years in which more is planned than the limit."""
    if not plan.money:
        return
    for year, (first, after) in plan.years.items():
        over = usage.money[year] - plan.money
        if over <= 0:
            continue
        shares = {
            task.id: task.money(task.start, first, after)
            for task in plan.tasks.values()
            if task.start is not None
        }
        causes = sorted(
            (key for key, cents in shares.items() if cents > 0),
            key=lambda key: (-shares[key], plan.tasks[key].name, key),
        )
        yield Conflict(
            ConflictKind.MONEY,
            tuple(causes),
            Severity.ACT,
            month=first_day(first),
            last_month=first_day(after - 1),
            params={
                "year": year,
                "planned": amount_of(usage.money[year]),
                "limit": amount_of(plan.money),
                "over": amount_of(over),
            },
        )


def _without_pool(plan: Plan, _usage: Usage) -> Iterator[Conflict]:
    """Days that are planned and that nobody is named for."""
    for task in plan.on_plan:
        if task.days_without_pool > 0:
            assert task.start is not None
            yield Conflict(
                ConflictKind.WITHOUT_POOL,
                (task.id,),
                Severity.WATCH,
                month=first_day(task.start),
                params={"days": amount_of(task.days_without_pool)},
            )


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last place of each unbroken run of marks."""
    begun: int | None = None
    for at, marked in enumerate((*marks, False)):
        if marked and begun is None:
            begun = at
        elif not marked and begun is not None:
            yield begun, at - 1
            begun = None


def _those_in(plan: Plan, first: int, last: int, pool: str | None) -> tuple[str, ...]:
    """Who is worked on in these months of the horizon (and needs the pool), by days or months, most first."""
    shares: dict[str, int] = {}
    for task in plan.on_plan:
        assert task.start is not None
        begin = task.start - plan.first
        months = range(max(first, begin), min(last + 1, begin + task.months))
        if pool is None:
            share = len(months)
        else:
            parts = spread_units(dict(task.days).get(pool, 0), task.months) if months else ()
            share = sum(parts[month - begin] for month in months)
        if share > 0:
            shares[task.id] = share
    return tuple(sorted(shares, key=lambda key: (-shares[key], plan.tasks[key].name, key)))


_RULES: tuple[Callable[[Plan, Usage], Iterator[Conflict]], ...] = (
    _circles, _ends, _past, _prerequisites, _earliest_starts, _overloads, _money, _parallel, _without_pool,
)  # fmt: skip
