"""The plan problem in whole numbers (rules.md section 4): what is to be placed in which months.

Months are counted from the first month of the horizon, which is 0; person-days are hundredths, money is
cents. A problem is all that a solver gets to know: no record, no clock, no words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import gcd

from virtualcio.analysis.roadmap.spread import spent_after, spread_units

Starts = Mapping[str, int | None]  # by activity; None: left out


class Aim(StrEnum):
    """What is wanted of a plan."""

    BENEFIT = "benefit"  # as much benefit as early as possible, as little waiting as possible
    EARLY = "early"  # the chosen ones finished earliest
    EVEN = "even"  # the chosen ones with the smallest highest share of capacity


@dataclass(frozen=True)
class Activity:
    """An initiative that is placed, or left out if it is `optional`.

    `value`: V in hundredths of a point. `required`: must be done, is pinned or runs; `must` and `running`
    say which of them. `fixed`: the start of what is pinned or runs, which may lie before the horizon.
    `wished_end` and `hard_end`: the latest month that may come first after its end. `days`: hundredths of
    person-days by pool. `one_off`: cents over its months; `running_cost`: cents a year after its end.
    `needs`: what has to be finished before, with the lag in months.
    """

    key: str
    name: str
    months: int
    value: int = 0
    required: bool = False
    fixed: int | None = None
    earliest: int = 0
    wished_end: int | None = None
    hard_end: int | None = None
    optional: bool = True
    days: tuple[tuple[str, int], ...] = ()
    one_off: int = 0
    running_cost: int = 0
    needs: tuple[tuple[str, int], ...] = ()
    must: bool = False
    running: bool = False

    @property
    def always_in(self) -> bool:
        """It cannot be left out."""
        return self.required or not self.optional

    def parts(self, total: int) -> tuple[int, ...]:
        """Hundredths of days by month of its duration."""
        return spread_units(total, self.months)

    def money(self, start: int, first: int, after: int) -> int:
        """Cents in the months from `first` to before `after`, if it starts at `start`."""
        one_off, running, months = self.one_off, self.running_cost, self.months
        before = spent_after(one_off, running, months, first - start)
        return spent_after(one_off, running, months, after - start) - before


@dataclass(frozen=True)
class Thing:
    """Something that falls due within the horizon: `waiting` cents a month from month `due` to the end of
    the first of those that remedy it.
    """

    key: str
    due: int
    waiting: int
    remedied_by: tuple[str, ...]


@dataclass(frozen=True)
class PlanProblem:
    """All that a plan is made of. `first`: the number of month 0. `capacity`: hundredths of days by pool and
    month. `money`: cents by fiscal year, without what finished initiatives have used of it (None: no
    limit); `years`: first month of each, and the first one after it. `parallel`: how many at once.
    `point_price`: cents of waiting that weigh as much as one point. `keep`: for the aims EARLY and EVEN the
    chosen ones; what must be done, is pinned or runs is in anyway.
    """

    first: int
    months: int
    activities: tuple[Activity, ...]
    capacity: Mapping[str, tuple[int, ...]]
    money: Mapping[int, int] | None = None
    years: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    parallel: int = 3
    things: tuple[Thing, ...] = ()
    point_price: int = 5000
    aim: Aim = Aim.BENEFIT
    keep: tuple[str, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Activity]:
        return {one.key: one for one in self.activities}

    @cached_property
    def always_in(self) -> frozenset[str]:
        """Keys of what every plan holds: what cannot be left out (for EARLY and EVEN the chosen ones as
        well), and all that this needs.
        """
        chosen = set() if self.aim is Aim.BENEFIT else set(self.keep)
        return frozenset(
            self.with_needed(one.key for one in self.activities if one.always_in or one.key in chosen)
        )

    @cached_property
    def candidates(self) -> tuple[Activity, ...]:
        """What may be in a plan: for EARLY and EVEN only what is always in."""
        if self.aim is Aim.BENEFIT:
            return self.activities
        return tuple(one for one in self.activities if one.key in self.always_in)

    def with_needed(self, keys: Iterable[str]) -> set[str]:
        """These and all that they need, directly or not."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key in found or key not in self.by_key:
                continue
            found.add(key)
            waiting.extend(needed for needed, _lag in self.by_key[key].needs)
        return found

    @cached_property
    def prerequisites_first(self) -> tuple[Activity, ...]:
        """All activities, each after what it needs. ValueError for a circle: `problem_of` leaves none in."""
        placed: dict[str, Activity] = {}
        waiting = list(self.activities)
        while waiting:
            ready = [
                one for one in waiting if all(key in placed or key not in self.by_key for key, _ in one.needs)
            ]
            if not ready:
                raise ValueError(f"a circle among {[one.key for one in waiting]}")
            placed.update((one.key, one) for one in ready)
            waiting = [one for one in waiting if one.key not in placed]
        return tuple(placed.values())

    @cached_property
    def unit(self) -> int:
        """The value of a plan, in 400 × `point_price` parts of a point, is a multiple of this."""
        weights = [one.value * self.point_price for one in self.activities]
        weights += [400 * one.waiting for one in self.things]
        return gcd(*weights) or 1


class Reason(StrEnum):
    """Why something cannot be planned as it was entered."""

    WITHOUT_POOL = "without_pool"  # some of its days name no pool; these days are not planned for
    NO_CAPACITY = "no_capacity"  # a pool it needs has no days in any month
    PREREQUISITE_DROPPED = "prerequisite_dropped"
    PREREQUISITE_OUTSIDE = (
        "prerequisite_outside"  # cannot be finished within the horizon, or cannot be planned
    )
    HARD_END_PAST = "hard_end_past"
    TOO_LONG = "too_long"  # for the horizon
    CIRCLE = "circle"  # each waits for the next; these prerequisites are left out


@dataclass(frozen=True)
class Unplannable:
    """One piece of bad input. `left_out`: the activity is not planned at all; else only that demand of it is
    passed over. `others`: the pool, the prerequisite or the circle it is about.
    """

    key: str
    reason: Reason
    left_out: bool = True
    others: tuple[str, ...] = ()
