"""What does not fit in a plan: kinds of conflict, and the move that mends one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from virtualcio.analysis.checks.finding import Severity

NOTHING: Mapping[str, Any] = MappingProxyType({})


class ConflictKind(StrEnum):
    """What is wrong; of two that are equally urgent the one that stands first here comes first."""

    CIRCLE = "circle"  # each waits for the next
    HARD_END = "hard_end"  # done only after the day that must not be missed
    IN_THE_PAST = "in_the_past"  # should have begun or ended before this month
    PREREQUISITE = "prerequisite"  # starts before what it needs is finished
    PREREQUISITE_UNPLANNED = "prerequisite_unplanned"  # what it needs is not on the roadmap, or dropped
    EARLIEST_START = "earliest_start"
    OVERLOAD = "overload"  # more days than the pool has
    MONEY = "money"  # more in a fiscal year than the limit
    PARALLEL = "parallel"  # more at once than the limit
    WISHED_END = "wished_end"
    WITHOUT_POOL = "without_pool"  # days that nobody is named for


@dataclass(frozen=True)
class Mend:
    """Another start for one initiative (and other months, where it is one that runs longer).

    `along` are others that have to move with it: key, start, months. `whole` is False if the move lessens
    the conflict and does not end it.
    """

    initiative_id: str
    start: date
    months: int
    along: tuple[tuple[str, date, int], ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class Conflict:
    """One conflict. `initiative_ids`: the one it is about first, else those that cause it, most first.

    `month` to `last_month` is when it happens; `params` are raw values for the sentence.
    """

    kind: ConflictKind
    initiative_ids: tuple[str, ...]
    severity: Severity
    pool_id: str | None = None
    month: date | None = None
    last_month: date | None = None
    params: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    mend: Mend | None = None
