"""Whatever the plan: a mend does what it says when it is made, and nothing becomes worse by it."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.analysis.roadmap_records import (
    at_once,
    job,
    money_a_year,
    month,
    needs,
    other_days,
    results,
    takes,
    team,
)
from virtualcio.actions.results import Results
from virtualcio.analysis.calendar_days import add_months, month_end
from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.model import Initiative, Record
from virtualcio.model.initiatives import InitiativeState

SHARED = (ConflictKind.OVERLOAD, ConflictKind.PARALLEL, ConflictKind.MONEY)
OWN = (
    ConflictKind.HARD_END, ConflictKind.IN_THE_PAST, ConflictKind.PREREQUISITE,
    ConflictKind.PREREQUISITE_UNPLANNED, ConflictKind.EARLIEST_START,
)  # fmt: skip
ENDS = some.none() | some.integers(0, 14)
JOBS = some.lists(
    some.fixed_dictionaries(
        {
            "start": some.none() | some.integers(-2, 10),
            "months": some.integers(1, 4),
            "state": some.sampled_from([InitiativeState.PLANNED] * 3 + [InitiativeState.RUNNING]),
            "pinned": some.booleans() | some.just(False),
            "hard_end": ENDS,
            "wished_end": ENDS,
            "earliest": some.none() | some.integers(0, 8),
            "days": some.integers(0, 30),
            "pool": some.integers(0, 1),
            "cost": some.integers(0, 900),
            "running": some.integers(0, 200),
            "needs": some.sets(some.tuples(some.integers(0, 8), some.integers(0, 1)), max_size=2),
        }
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip


def last_of(number: int | None) -> date | None:
    return None if number is None else month_end(month(number))


def made(jobs: list[dict[str, Any]], exception: int) -> list[Record]:
    pools = [team(10), team(6, 1, "B")]
    tasks = [
        job(
            str(at),
            one["start"],
            one["months"],
            state=one["state"],
            pinned=one["pinned"],
            hard_end=last_of(one["hard_end"]),
            wished_end=last_of(one["wished_end"]),
            earliest_start=None if one["earliest"] is None else month(one["earliest"]),
            one_off_cost=Decimal(one["cost"]),
            running_cost=Decimal(one["running"]),
        )
        for at, one in enumerate(jobs)
    ]
    links: dict[tuple[int, int], Record] = {}
    for at, one in enumerate(jobs):
        for other, lag in one["needs"]:
            if other < len(tasks) and other != at:  # circles may arise
                links[at, other] = needs(tasks[at], tasks[other], lag)
    effort = [takes(task, one["days"], pools[one["pool"]]) for task, one in zip(tasks, jobs, strict=True)]
    low = other_days(pools[0], month(exception), month(exception + 1), 2)
    return [*pools, *tasks, *links.values(), *effort, low, at_once(3), money_a_year(1500)]


def too_much(of: Results) -> Mapping[tuple[str, object], Decimal]:
    """How much is used beyond its limit, by what and when."""
    over: dict[tuple[str, object], Decimal] = {}
    for load in of.pool_loads:
        over |= {(load.pool_id, month): days for month, days in zip(load.months, load.over, strict=True)}
    for at, count in enumerate(of.parallel):
        over["at once", at] = Decimal(max(0, count - of.plan.parallel))
    return over | {("money", year.label_year): year.over for year in of.yearly_money}


def excess(of: Results, conflict: Conflict) -> Decimal:
    """What is too much of what the conflict is about, in its months."""
    assert conflict.month is not None and conflict.last_month is not None
    if conflict.kind is ConflictKind.MONEY:
        return next(year.over for year in of.yearly_money if year.label_year == conflict.params["year"])
    first, last = conflict.month, conflict.last_month
    if conflict.kind is ConflictKind.PARALLEL:
        months = range(month_number(first) - of.plan.first, month_number(last) - of.plan.first + 1)
        return Decimal(sum(max(0, of.parallel[at] - of.plan.parallel) for at in months))
    load = next(one for one in of.pool_loads if one.pool_id == conflict.pool_id)
    return sum(
        (days for day, days in zip(load.months, load.over, strict=True) if first <= day <= last), Decimal(0)
    )


def own_conflicts(of: Results) -> set[tuple[object, ...]]:
    return {(one.kind, one.initiative_ids) for one in of.conflicts if one.kind in OWN}


def check(records: list[Record], conflict: Conflict, before: Results) -> None:
    assert conflict.mend is not None
    tasks = {one.id: one for one in records if isinstance(one, Initiative)}
    old = {key: (one.start, one.months) for key, one in tasks.items()}
    mend = conflict.mend
    for key, start, months in ((mend.initiative_id, mend.start, mend.months), *mend.along):
        moved = tasks[key]
        assert not moved.pinned or moved.start == start
        assert moved.state is not InitiativeState.RUNNING or moved.start == start
        assert (moved.start, moved.months) != (start, months)
        moved.start, moved.months = start, months
        end = add_months(start, months)
        assert end <= add_months(month(0), 36)
    after = results(records)
    if conflict.kind in SHARED:
        left = excess(after, conflict)
        assert (left == 0) is mend.whole
        assert left < excess(before, conflict)
    else:
        assert mend.whole
        assert not any(
            (one.kind, one.initiative_ids) == (conflict.kind, conflict.initiative_ids)
            for one in after.conflicts
        )
    over = too_much(before)
    assert all(amount <= over[what] for what, amount in too_much(after).items())
    assert own_conflicts(after) <= own_conflicts(before)
    for key, (start_before, months_before) in old.items():
        tasks[key].start, tasks[key].months = start_before, months_before


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(jobs=JOBS, exception=some.integers(0, 8))
def test_every_mend_is_true_when_it_is_tried(jobs: list[dict[str, Any]], exception: int) -> None:
    records = made(jobs, exception)
    before = results(records)
    for conflict in before.conflicts:
        if conflict.mend is not None:
            check(records, conflict, before)


def test_such_plans_hold_mends_of_every_kind() -> None:
    """So that the test above cannot pass because nothing is ever mended."""
    dice = random.Random(4)
    mended: Counter[ConflictKind] = Counter()
    partly = along = 0
    for _round in range(100):
        jobs = [
            {
                "start": dice.choice([None, *range(-2, 11)]),
                "months": dice.randint(1, 4),
                "state": dice.choice([InitiativeState.PLANNED] * 4 + [InitiativeState.RUNNING]),
                "pinned": dice.random() < 0.1,
                "hard_end": dice.choice([None, dice.randint(0, 14)]),
                "wished_end": dice.choice([None, dice.randint(0, 14)]),
                "earliest": dice.choice([None, dice.randint(0, 8)]),
                "days": dice.randint(0, 20),
                "pool": dice.randint(0, 1),
                "cost": dice.randint(0, 500),
                "running": dice.randint(0, 100),
                "needs": {(dice.randint(0, 8), dice.randint(0, 1))} if dice.random() < 0.4 else set(),
            }
            for _job in range(7)
        ]
        records = made(jobs, dice.randint(0, 8))
        before = results(records)
        for conflict in before.conflicts:
            if conflict.mend is not None:
                check(records, conflict, before)
                mended[conflict.kind] += 1
                partly += not conflict.mend.whole
                along += bool(conflict.mend.along)
    assert set(mended) == {*SHARED, *OWN, ConflictKind.WISHED_END}
    assert partly >= 3 and along >= 3
