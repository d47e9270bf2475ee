"""Checks about goals and KPIs: what is missing, what is old, what is behind."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import HUNDRED
from virtualcio.analysis.checks.check_facts import CheckFacts, Objects, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.goals.kpi_progress import COMPUTED_SOURCES, KpiState, KpiStatus
from virtualcio.model import Goal, Kpi, Person

MOST_BEHIND = 3
# What a KPI can lack, in the order in which it is best entered.
KPI_PARTS = ("goal", "baseline", "baseline_on", "band", "target", "target_on", "owner")


def goal_incomplete(facts: CheckFacts) -> Sequence[Finding]:
    """Open goals without a KPI, without a person in charge, or on which no open initiative works (so that
    no money goes to it): one finding for all of them, those that lack most first. Another one if their
    weights do not add up to 100 %, which is kept under the company.
    """
    return [*_goals_with_gaps(facts), *_weights(facts)]


def _goals_with_gaps(facts: CheckFacts) -> Iterator[Finding]:
    missing: dict[Goal, tuple[str, ...]] = {}
    for goal in facts.plan.open_goals:
        state = facts.plan.goal_states[goal.id]
        owner = facts.data.get(Person, goal.owner_id)
        there = {"kpi": state.kpis, "owner": owner, "initiative": state.initiative_ids}
        lacks = tuple(word for word, value in there.items() if not value)
        if lacks:
            missing[goal] = lacks
    if missing:
        goals = sorted(missing, key=lambda goal: -len(missing[goal]))
        yield _goal_finding(objects_of(*goals), missing.values())


def _weights(facts: CheckFacts) -> Iterator[Finding]:
    goals, total = facts.plan.open_goals, facts.plan.weights_total
    if goals and total != HUNDRED:
        ordered = sorted(goals, key=lambda goal: -goal.weight)
        yield _goal_finding(objects_of(facts.data.company, *ordered), (), total)


def _goal_finding(
    objects: Objects, missing: Iterable[tuple[str, ...]], total: Decimal | None = None
) -> Finding:
    lacking = [word for words in missing for word in words]
    params = {
        "count": len(objects) - (total is not None),
        "without_kpi": lacking.count("kpi"),
        "without_owner": lacking.count("owner"),
        "without_initiative": lacking.count("initiative"),
        "weights_total": total,
    }
    return Finding("goal_incomplete", Severity.WATCH, objects, params)


def _kpis(facts: CheckFacts) -> list[tuple[Kpi, KpiState]]:
    """All but those of goals that are reached or given up."""
    found = []
    for kpi in facts.data.all(Kpi):
        goal = facts.data.get(Goal, kpi.goal_id)
        if goal is None or is_open(goal, facts.today):
            found.append((kpi, facts.plan.kpi_states[kpi.id]))
    return found


def kpi_incomplete(facts: CheckFacts) -> Sequence[Finding]:
    """KPIs without what they are judged by, or with a target date before that of the baseline. One
    finding for all of them.
    """
    found = [(kpi, state) for kpi, state in _kpis(facts) if state.missing or state.target_before_baseline]
    if not found:
        return []
    found.sort(key=lambda one: (-len(one[1].missing), one[0].name))
    lacking = {word for _kpi, state in found for word in state.missing}
    params = {
        "count": len(found),
        "missing": tuple(word for word in KPI_PARTS if word in lacking),
        "backwards": sum(state.target_before_baseline for _kpi, state in found),
    }
    return [Finding("kpi_incomplete", Severity.WATCH, objects_of(*(kpi for kpi, _ in found)), params)]


def kpi_stale(facts: CheckFacts) -> Sequence[Finding]:
    """KPIs whose last value is older than one and a half of their cadence, or that have none. One finding
    for all of them, the oldest first. What is computed needs nobody to measure it.
    """
    found = [
        (kpi, state)
        for kpi, state in _kpis(facts)
        if kpi.source not in COMPUTED_SOURCES and (state.stale or state.measured_on is None)
    ]
    if not found:
        return []
    found.sort(key=lambda one: (one[1].measured_on or date.min, one[0].name))
    days = [state.measured_on for _kpi, state in found if state.measured_on is not None]
    params = {"count": len(found), "never": len(found) - len(days), "oldest": min(days, default=None)}
    return [Finding("kpi_stale", Severity.WATCH, objects_of(*(kpi for kpi, _ in found)), params)]


def kpi_values_doubtful(facts: CheckFacts) -> Sequence[Finding]:
    """Values of days to come, and days with two values: only one of them can be right."""
    found = [
        (kpi, state) for kpi, state in _kpis(facts) if state.future_measurements or state.days_with_two_values
    ]
    if not found:
        return []
    params = {
        "count": len(found),
        "future": sum(state.future_measurements for _kpi, state in found),
        "doubled": sum(len(state.days_with_two_values) for _kpi, state in found),
    }
    return [Finding("kpi_values_doubtful", Severity.WATCH, objects_of(*(kpi for kpi, _ in found)), params)]


def kpi_behind(facts: CheckFacts) -> Sequence[Finding]:
    """A KPI of an open goal is behind plan: the goal that weighs most first. At stake is the money that
    is planned for that goal.
    """
    behind = []
    for kpi, state in _kpis(facts):
        goal = facts.data.get(Goal, kpi.goal_id)
        if goal is not None and state.status is KpiStatus.BEHIND:
            behind.append((facts.plan.goal_states[goal.id], kpi, goal, state))
    behind.sort(key=lambda one: (-one[0].weight, one[1].name))
    found = [
        Finding(
            "kpi_behind",
            Severity.ACT,
            objects_of(kpi, goal),
            {"count": 1, "current": state.current, "target_on": kpi.target_on},
            of_goal.money or None,
        )
        for of_goal, kpi, goal, state in behind
    ]
    return together(found, MOST_BEHIND)
