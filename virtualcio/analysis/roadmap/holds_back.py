"""Why an initiative does not start a month earlier."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.plan import Plan, Task
from virtualcio.analysis.roadmap.usage import Block, Ceilings, Scarce, Usage, ready_by
from virtualcio.model.initiatives import InitiativeState


class HoldsBackKind(StrEnum):
    RUNNING = "running"  # it has begun
    FIRST_MONTH = "first_month"  # it starts this month, and nothing starts in the past
    PINNED = "pinned"
    EARLIEST_START = "earliest_start"
    PREREQUISITE = "prerequisite"  # `record_id`: the initiative it has to wait for
    POOL = "pool"  # `record_id`: the pool that has too few days in `month`
    PARALLEL = "parallel"  # enough others are worked on in `month`
    MONEY = "money"  # the fiscal year that starts with `month` would cost more than its limit


@dataclass(frozen=True)
class HoldsBack:
    """One reason. `month`: where it would not fit; for EARLIEST_START and PREREQUISITE the first month in
    which it may start.
    """

    kind: HoldsBackKind
    record_id: str | None = None
    month: date | None = None


_SCARCE = {
    Scarce.DAYS: HoldsBackKind.POOL,
    Scarce.PLACES: HoldsBackKind.PARALLEL,
    Scarce.MONEY: HoldsBackKind.MONEY,
}


def holds_back(plan: Plan, usage: Usage, ceilings: Ceilings, task: Task) -> HoldsBack | None:
    """What keeps a planned initiative from starting one month earlier, the others staying where they are.

    Source: rules.md section 4. None: it could start earlier, or is not on the roadmap. The first of
    several reasons in the order of the kinds; of several prerequisites the one that takes longest.
    `ceilings` are those with which nothing becomes worse (`Usage.no_worse`): what is too much already and
    stays as it is holds nobody back.
    """
    if not task.planned or task.start is None:
        return None
    here = first_day(task.start)
    if task.state is InitiativeState.RUNNING:
        return HoldsBack(HoldsBackKind.RUNNING, month=here)
    if task.start <= plan.first:
        return HoldsBack(HoldsBackKind.FIRST_MONTH, month=here)
    if task.pinned:
        return HoldsBack(HoldsBackKind.PINNED, month=here)
    if task.earliest is not None and task.earliest >= task.start:
        return HoldsBack(HoldsBackKind.EARLIEST_START, month=first_day(task.earliest))
    return _prerequisite(plan, task) or _scarce(usage, ceilings, task)


def _prerequisite(plan: Plan, task: Task) -> HoldsBack | None:
    assert task.start is not None
    waits_for: tuple[int, str] | None = None
    for key, lag in plan.needs(task):
        needed = plan.tasks.get(key)
        ready = None if needed is None else ready_by(needed, lag)
        if ready is not None and ready >= task.start and (waits_for is None or ready > waits_for[0]):
            waits_for = (ready, key)
    if waits_for is None:
        return None
    return HoldsBack(HoldsBackKind.PREREQUISITE, waits_for[1], first_day(waits_for[0]))


def _scarce(usage: Usage, ceilings: Ceilings, task: Task) -> HoldsBack | None:
    """The first month, pool or fiscal year in which it would not fit a month earlier."""
    assert task.start is not None
    usage.put(task, -1)
    block: Block | None = usage.blocked(task, task.start - 1, ceilings)
    usage.put(task)
    if block is None:
        return None
    return HoldsBack(_SCARCE[block.scarce], block.pool_id, first_day(block.month))
