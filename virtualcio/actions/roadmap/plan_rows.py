"""What the time plan shows: bars in rows, arrows between them, goals with their colours, and who waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from virtualcio.actions.tone import Tone
from virtualcio.analysis.calendar_days import add_months, months_between
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.analysis.roadmap.month_numbers import first_day, month_number
from virtualcio.analysis.roadmap.usage import ready_by
from virtualcio.model import Goal, Initiative, InitiativeDependency

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

GOAL_COLOURS = 5  # goals with a colour of their own; the others share one
OTHER_GOALS, NO_GOAL = -1, -2
Proposed = tuple[date | None, int]
_MOST_PAST = 12  # months before today that the plan shows
_MONTHS_AFTER = 3  # free months behind the last bar, to drag into
_SHARED = (ConflictKind.OVERLOAD, ConflictKind.PARALLEL, ConflictKind.MONEY)
_URGENT = {Tone.NEUTRAL: 0, Tone.GOOD: 0, Tone.WATCH: 1, Tone.ACT: 2}


@dataclass(frozen=True)
class PlanRow:
    """One initiative on the roadmap. `end` is the first day after it; `colour` counts the goals of the
    legend, or is OTHER_GOALS or NO_GOAL; `tone` is that of its worst conflict.
    """

    initiative_id: str
    name: str
    start: date
    months: int
    end: date
    percent: int
    goal: str
    colour: int
    is_must: bool = False
    pinned: bool = False
    done: bool = False
    earliest: date | None = None
    wished_end: date | None = None
    hard_end: date | None = None
    tone: Tone = Tone.NEUTRAL
    new: bool = False  # a proposal adds it; there is no bar of it today

    @property
    def last_month(self) -> date:
        """The first day of its last month."""
        return add_months(self.end, -1)


@dataclass(frozen=True)
class Arrow:
    """`after` needs `before`; `broken`: it begins too early for that."""

    before: str
    after: str
    broken: bool


@dataclass(frozen=True)
class Waiting:
    """An initiative that is not on the roadmap yet."""

    initiative_id: str
    name: str
    months: int
    is_must: bool


@dataclass(frozen=True)
class TimePlan:
    """All of the time plan, from `first` (a first of a quarter) over `months`; `goals` are name and colour
    of the legend."""

    today: date
    first: date
    months: int
    rows: tuple[PlanRow, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    goals: tuple[tuple[str, int], ...] = ()
    waiting: tuple[Waiting, ...] = ()
    proposed: Mapping[str, Proposed] = field(default_factory=dict)

    def beside(self, proposed: Mapping[str, Proposed]) -> "TimePlan":
        """The same plan with a proposal beside it; what it adds gets a row of its own at the end."""
        if not proposed:
            return self
        added = [
            PlanRow(one.initiative_id, one.name, start, months, add_months(start, months), 0, "", NO_GOAL,
                    one.is_must, new=True)
            for one in self.waiting
            for start, months in [proposed.get(one.initiative_id, (None, 0))] if start is not None
        ]  # fmt: skip
        ends = [add_months(start, months) for start, months in proposed.values() if start is not None]
        months = max(self.months, months_between(self.first, max(ends, default=self.first)))
        added.sort(key=lambda row: (row.start, row.name.casefold()))
        rows = (*self.rows, *added)
        return replace(self, rows=rows, months=months + -months % 3, proposed=dict(proposed))

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Which row an initiative stands in."""
        return {one.initiative_id: at for at, one in enumerate(self.rows)}

    def find(self, initiative_id: str) -> PlanRow | None:
        """The row of an initiative; None if it is not on the roadmap."""
        at = self.row_of.get(initiative_id)
        return None if at is None else self.rows[at]


def plan_of(company: "OpenCompany", tones: Mapping[str, Tone] | None = None) -> TimePlan:
    """The roadmap as it is now: rows by start, then name.

    `tones` are those of the conflicts (None: as they are now; finding all conflicts of a large plan takes
    longer than anybody should wait for a bar to move).
    """
    roadmap, data = company.results.roadmap, company.data
    bars = [bar for bar in roadmap.bars if data.get(Initiative, bar.initiative_id) is not None]
    colours = goal_colours(company, [bar.goal_id for bar in bars])
    tones = conflict_tones(company) if tones is None else tones
    rows = []
    for bar in bars:
        initiative = data.find(Initiative, bar.initiative_id)
        goal = data.get(Goal, bar.goal_id)
        rows.append(
            PlanRow(
                initiative.id,
                initiative.name,
                bar.start,
                bar.months,
                bar.end,
                bar.percent_done,
                goal.name if goal is not None else "",
                NO_GOAL if goal is None else colours.get(goal.id, OTHER_GOALS),
                bar.is_must,
                initiative.pinned,
                bar.done,
                initiative.earliest_start,
                initiative.wished_end,
                initiative.hard_end,
                tones.get(initiative.id, Tone.NEUTRAL),
            )
        )
    rows.sort(key=lambda row: (row.start, row.name.casefold(), row.initiative_id))
    first, months = _frame(company, rows)
    names = tuple((data.find(Goal, key).name, colour) for key, colour in colours.items())
    return TimePlan(
        company.today, first, months, tuple(rows), _arrows(company, rows), names, _waiting(company)
    )


def goal_colours(company: "OpenCompany", used: Sequence[str | None]) -> Mapping[str, int]:
    """The goals that bars contribute to, the weightiest first, each with the number of its colour; there are
    GOAL_COLOURS of them, further goals are not named."""
    goals = [goal for goal in company.data.all(Goal) if goal.id in set(used)]
    goals.sort(key=lambda goal: -(goal.weight or 0))
    return {goal.id: at for at, goal in enumerate(goals[:GOAL_COLOURS])}


def conflict_tones(company: "OpenCompany") -> Mapping[str, Tone]:
    """The tone of the worst conflict of each initiative that has one of its own.

    Too many days, too much money or too much at once is nobody's own conflict: it stands in the list and in
    the load, and would mark nearly every bar.
    """
    tones: dict[str, Tone] = {}
    for conflict in company.results.conflicts:
        if conflict.kind in _SHARED:
            continue
        tone = Tone(conflict.severity)
        circle = conflict.kind is ConflictKind.CIRCLE
        for key in conflict.initiative_ids if circle else conflict.initiative_ids[:1]:
            if _URGENT[tone] > _URGENT[tones.get(key, Tone.NEUTRAL)]:
                tones[key] = tone
    return tones


def _frame(company: "OpenCompany", rows: Sequence[PlanRow]) -> tuple[date, int]:
    """From the quarter of the earliest bar (at most a year back) to the end of the horizon or of the plan."""
    roadmap = company.results.roadmap
    earliest = min((row.start for row in rows), default=roadmap.first_month)
    first = max(min(earliest, roadmap.first_month), add_months(roadmap.first_month, -_MOST_PAST))
    first = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
    last = add_months(roadmap.first_month, roadmap.months)
    if rows:
        last = max(last, add_months(max(row.end for row in rows), _MONTHS_AFTER))
    months = months_between(first, last)
    return first, months + -months % 3


def _arrows(company: "OpenCompany", rows: Sequence[PlanRow]) -> tuple[Arrow, ...]:
    by_key = {row.initiative_id: row for row in rows}
    plan = company.results.plan
    arrows = []
    for link in company.data.all(InitiativeDependency):
        before, after = by_key.get(link.prerequisite_id), by_key.get(link.initiative_id)
        if before is not None and after is not None:
            ready = ready_by(plan.tasks[before.initiative_id], link.lag_months)
            broken = not after.done and ready is not None and month_number(after.start) < ready
            arrows.append(Arrow(before.initiative_id, after.initiative_id, broken))
    return tuple(arrows)


def _waiting(company: "OpenCompany") -> tuple[Waiting, ...]:
    found = []
    for key in company.results.roadmap.unplanned:
        initiative = company.data.get(Initiative, key)
        if initiative is not None:
            ranked = company.results.ranked(initiative)
            must = ranked is not None and ranked.is_must
            found.append(Waiting(initiative.id, initiative.name, initiative.months, must))
    return tuple(found)


def first_possible_month(company: "OpenCompany", initiative: Initiative) -> date:
    """The earliest month to propose for an open initiative: the next one, that of its earliest day, or the
    first after what it needs is finished (as far as that is planned), whichever is latest.
    """
    plan = company.results.plan
    task = plan.tasks.get(initiative.id)
    if task is None:  # dropped: nothing of it is bound to a month
        return first_day(plan.first + 1)
    needed = [(plan.tasks.get(key), lag) for key, lag in plan.needs(task)]
    ready = [ready_by(one, lag) for one, lag in needed if one is not None]
    bounds = [plan.first + 1, task.earliest, *ready]
    return first_day(max(month for month in bounds if month is not None))
