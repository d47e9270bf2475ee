"""Slips: how often what is overdue was put off, and by how long (rules.md section 1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.review.snapshot import SnapshotRow
from virtualcio.model.review import SnapshotSubject


@dataclass(frozen=True)
class Slip:
    """Something overdue whose renewal was put off `times` times, from the first planned day to the last one
    by `days` in all. Taken off the plan counts as put off, without days until there is a day again.
    """

    thing_id: str
    name: str
    times: int
    days: int
    planned_on: date | None  # now


@dataclass
class _Plan:
    planned_on: date | None
    earlier: date | None  # the last day that was planned, if it is off the plan now
    times: int = 0
    days: int = 0


def slips(snapshots: Iterable[Sequence[SnapshotRow]]) -> Mapping[str, Slip]:
    """From the oldest snapshot to the newest: what is overdue in the newest and was put off on the way.

    Each later day adds once; an earlier one takes nothing back, as the delay before it did happen.
    What is renewed in between and overdue again later starts anew.
    """
    plans: dict[str, _Plan] = {}
    names: dict[str, str] = {}
    for rows in snapshots:
        overdue = {row.subject_key: row for row in rows if row.subject is SnapshotSubject.OVERDUE}
        plans = {key: _next(plans.get(key), row.last_on) for key, row in overdue.items()}
        names = {key: row.name for key, row in overdue.items()}
    return {
        key: Slip(key, names[key], plan.times, plan.days, plan.planned_on)
        for key, plan in plans.items()
        if plan.times
    }


def _next(plan: _Plan | None, planned_on: date | None) -> _Plan:
    if plan is None:
        return _Plan(planned_on, None)
    before = plan.planned_on
    if before is not None and planned_on is None:
        return _Plan(None, before, plan.times + 1, plan.days)
    if before is not None and planned_on is not None and planned_on > before:
        return _Plan(planned_on, None, plan.times + 1, plan.days + (planned_on - before).days)
    if before is None and plan.earlier is not None and planned_on is not None:
        # counted when it was taken off; only now it is known by how long
        late = max((planned_on - plan.earlier).days, 0)
        return _Plan(planned_on, None, plan.times, plan.days + late)
    return _Plan(planned_on, plan.earlier if planned_on is None else None, plan.times, plan.days)
