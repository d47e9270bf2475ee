"""A larger expense and what it leads to: the threads from its money to processes, goals and obligations."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio.model import Record


class Standing(StrEnum):
    """In which of the three sums an expense counts (rules.md, assigned spending)."""

    FRESH = "fresh"  # assigned; confirmed or measured not long ago
    STALE = "stale"  # assigned, but nobody has looked for a while
    UNASSIGNED = "unassigned"  # a link is missing


class MissingLink(StrEnum):
    """Why an expense is without purpose; the link to mend first stands first."""

    PROCESS = "process"
    GOAL = "goal"
    GOAL_CLOSED = "goal_closed"  # the only goals named are reached or given up
    OBLIGATION = "obligation"
    OBLIGATION_APPLIES = "obligation_applies"  # the only obligations named do not apply, or it is unclear
    KPI = "kpi"
    KPI_BASELINE = "kpi_baseline"
    KPI_TARGET = "kpi_target"
    KPI_OWNER = "kpi_owner"


@dataclass(frozen=True, slots=True)
class Thread:
    """A part of an expense, in euros, and where it leads; None where the thread is torn."""

    goal_id: str | None
    obligation_id: str | None
    kpi_id: str | None
    process_id: str | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Expense:
    """What one contract, asset, application, initiative or typed line costs in the twelve months.

    `key` is the key of that record; a confirmation names it as its subject. `amount` is cash, in euros, and
    the sum of its threads. `line_keys` are the budget lines it is made of. `missing` is empty unless it is
    without purpose. `measured_on` is the newest value of a KPI of its threads.
    """

    key: str
    record_kind: type[Record]
    record_id: str
    name: str
    amount: Decimal
    line_keys: tuple[str, ...]
    standing: Standing
    missing: tuple[MissingLink, ...]
    threads: tuple[Thread, ...]
    confirmed_on: date | None
    measured_on: date | None
