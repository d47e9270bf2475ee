"""Following money: from what a thing is linked with to processes and to goals that are measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.goals.kpi_progress import KpiState
from virtualcio.analysis.spending.expense import MissingLink, Thread
from virtualcio.analysis.spending.goal_measures import NO_KPI, Measure, goal_measures, measure_of
from virtualcio.analysis.spending.links import Links
from virtualcio.analysis.spending.splitting import split
from virtualcio.model import Goal, GoalProcess, Kpi, Obligation, Record
from virtualcio.model.company_data import CompanyData
from virtualcio.model.duties import Applies
from virtualcio.model.expense import Purpose

_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Way:
    """A thread before it has an amount: `share` of the expense goes along it."""

    goal_id: str | None
    obligation_id: str | None
    kpi_id: str | None
    process_id: str | None
    share: Fraction


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an expense leads. `missing` is empty if it is assigned; `measured_on` is the newest value of a
    complete KPI on its ways.
    """

    ways: tuple[Way, ...]
    missing: tuple[MissingLink, ...]
    measured_on: date | None

    def threads(self, amount: Decimal) -> tuple[Thread, ...]:
        """The amount divided up among the ways, to the cent."""
        parts = split(amount, [way.share for way in self.ways])
        return tuple(
            Thread(way.goal_id, way.obligation_id, way.kpi_id, way.process_id, part)
            for way, part in zip(self.ways, parts, strict=True)
        )


# Kinds that a tracer reads beside what it takes from the states of KPIs.
TRACED_KINDS: tuple[type[Record], ...] = (Goal, GoalProcess, Obligation, Kpi)


def read_of(kpis: Mapping[str, KpiState]) -> tuple[object, ...]:
    """What a tracer takes from the states: with this as it was, and no row of `TRACED_KINDS` changed, a
    tracer may be kept.
    """
    return tuple([(key, state.measured_on, state.missing) for key, state in kpis.items()])


class Tracer:
    """Follows links for many expenses of a company on a day, and remembers where they led."""

    def __init__(self, data: CompanyData, today: date, kpis: Mapping[str, KpiState]) -> None:
        self._data, self._kpis = data, kpis
        self.open_goals = {goal.id for goal in data.all(Goal) if is_open(goal, today)}
        self._measures = goal_measures(data, kpis)
        self._applying = {one.id for one in data.all(Obligation) if one.applies is Applies.YES}
        self._known: dict[Links, Trace] = {}
        self._goals_of: dict[str, list[str]] = {}
        self._processes_of: dict[str, list[str]] = {}
        for link in data.all(GoalProcess):
            if link.goal_id in self.open_goals:
                self._goals_of.setdefault(link.process_id, []).append(link.goal_id)
                self._processes_of.setdefault(link.goal_id, []).append(link.process_id)

    def trace(self, links: Links) -> Trace:
        """What is linked alike is followed once: see `_follow`."""
        known = self._known.get(links)
        if known is None:
            known = self._known[links] = self._follow(links)
        return known

    def _follow(self, links: Links) -> Trace:
        """Assigned is what leads to a process, and to an open goal with a KPI that has baseline, target and
        owner or to an obligation that applies. Source: rules.md, assigned spending.

        What has a goal of its own but no process is traced to the processes that the goal is about; what
        runs the business and has neither goal nor obligation that counts, to a goal of its process.
        """
        goals = [key for key in links.goals if key in self.open_goals]
        duties = [key for key in links.obligations if key in self._applying]
        measures = {key: self._measure(key, links.kpis) for key in goals}
        if goals or duties:
            ways = self._own_ways(links.processes, measures, duties)
        elif links.through_process and links.processes:
            ways, measures = self._ways_through_processes(links.processes)
        else:
            processes = links.processes or (None,)
            ways = [Way(None, None, None, one, Fraction(1, len(processes))) for one in processes]
        missing = []
        if all(way.process_id is None for way in ways):
            missing.append(MissingLink.PROCESS)
        if not duties:
            missing += self._missing_purpose(links, measures)
        seen = [one.measured_on for one in measures.values() if one.complete and one.measured_on]
        return Trace(tuple(ways), tuple(missing), max(seen, default=None))

    def _measure(self, goal: str, kpis: Sequence[str]) -> Measure:
        """The KPI that an initiative is measured by speaks for its goal, if it is complete."""
        mine = [self._kpis[key] for key in kpis if self._data.find(Kpi, key).goal_id == goal]
        if mine:
            own = measure_of(mine)
            if own.complete:
                return own
        return self._measures.get(goal, NO_KPI)

    def _own_ways(
        self, processes: Sequence[str], measures: Mapping[str, Measure], duties: Sequence[str]
    ) -> list[Way]:
        """Even shares for each goal and obligation, and in each for the processes it is about."""
        share = Fraction(1, len(measures) + len(duties))
        ways = []
        for key, measure in measures.items():
            way = Way(key, None, measure.kpi_id, None, share)
            ways += _along(way, self._processes_for(key, processes))
        for key in duties:
            ways += _along(Way(None, key, None, None, share), processes)
        return ways

    def _processes_for(self, goal: str, processes: Sequence[str]) -> Sequence[str]:
        about = self._processes_of.get(goal, [])
        return [key for key in processes if key in about] or processes or about

    def _ways_through_processes(self, processes: Sequence[str]) -> tuple[list[Way], dict[str, Measure]]:
        """Even shares for each process, and in each for its goals."""
        share = Fraction(1, len(processes))
        ways: list[Way] = []
        measures: dict[str, Measure] = {}
        for process in processes:
            goals = self._goals_of.get(process, [])
            for goal in goals:
                measure = measures[goal] = self._measures.get(goal, NO_KPI)
                ways.append(Way(goal, None, measure.kpi_id, process, share / len(goals)))
            if not goals:
                ways.append(Way(None, None, None, process, share))
        return ways, measures

    def _missing_purpose(self, links: Links, measures: Mapping[str, Measure]) -> list[MissingLink]:
        """What keeps it from a goal that is measured; nothing if it reaches one."""
        if measures:
            least = min(measures.values(), key=lambda one: len(one.missing))
            return list(least.missing)
        if links.goals:
            return [MissingLink.GOAL_CLOSED]
        if links.obligations:
            return [MissingLink.OBLIGATION_APPLIES]
        if links.purpose is Purpose.DUTY:
            return [MissingLink.OBLIGATION]
        if links.through_process and not links.processes:
            return []  # with its process known it may have a goal
        return [MissingLink.GOAL]


def _along(way: Way, processes: Sequence[str]) -> list[Way]:
    share = way.share / max(len(processes), 1)
    return [replace(way, process_id=key, share=share) for key in processes] or [way]
