"""Slips: how often what is overdue was put off, and by how long (rules.md section 1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from virtualcio.analysis.review.snapshot import SnapshotRow
from virtualcio.model.review import ReviewSnapshot, SnapshotSubject


@dataclass(frozen=True, slots=True)
class Slip:
    """Something overdue whose renewal was put off `times` times, from the first planned day to the last one
    by `days` in all. Taken off the plan counts as put off, without days until there is a day again.
    """

    thing_id: str
    name: str
    times: int
    days: int
    planned_on: date | None  # now


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """For when the renewal of something overdue is planned, and how it came to that."""

    name: str
    planned_on: date | None
    earlier: date | None = None  # the last day that was planned, if it is off the plan now
    times: int = 0
    days: int = 0


Planned = Mapping[str, PlannedDay]
NOTHING_PLANNED: Planned = {}


def slips(snapshots: Iterable[Sequence[SnapshotRow]]) -> Mapping[str, Slip]:
    """From the oldest snapshot to the newest: what is overdue in the newest and was put off on the way."""
    planned = NOTHING_PLANNED
    for rows in snapshots:
        planned = follow(planned, rows)
    return slips_of(planned)


def slips_of(planned: Planned) -> Mapping[str, Slip]:
    """What was put off at least once, by key of the thing."""
    return {
        key: Slip(key, one.name, one.times, one.days, one.planned_on)
        for key, one in planned.items()
        if one.times
    }


def follow(planned: Planned, rows: Iterable[SnapshotRow | ReviewSnapshot]) -> Planned:
    """One snapshot further, as it was worked out or as it is stored.

    Each later day adds once; an earlier one takes nothing back, as the delay before it did happen. What is
    renewed in between and overdue again later starts anew.
    """
    return {
        row.subject_key: _next(planned.get(row.subject_key), row)
        for row in rows
        if row.subject is SnapshotSubject.OVERDUE
    }


def _next(known: PlannedDay | None, row: SnapshotRow | ReviewSnapshot) -> PlannedDay:
    name, day = row.name, row.last_on
    if known is None:
        return PlannedDay(name, day)
    before = known.planned_on
    if day == before:
        return known if known.name == name else replace(known, name=name)
    if before is None:
        # taken off before, and counted then; only now it is known by how long
        late = 0 if known.earlier is None or day is None else max((day - known.earlier).days, 0)
        return PlannedDay(name, day, None, known.times, known.days + late)
    if day is None:
        return PlannedDay(name, None, before, known.times + 1, known.days)
    if day > before:
        return PlannedDay(name, day, None, known.times + 1, known.days + (day - before).days)
    return PlannedDay(name, day, None, known.times, known.days)
