"""Checks about the roadmap: contradictions, late things, overload. What does not fit is found by the rules
of the roadmap itself; here it becomes findings, few of a kind.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from virtualcio.analysis.calendar_days import ONE_DAY, add_months
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.goals.goal_state import last_day
from virtualcio.analysis.priorities.must import hard_date_of
from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind
from virtualcio.model import Initiative, ResourcePool

MOST_CONTRADICTIONS = 4
MOST_LATE = 3
CONTRADICTIONS = frozenset(
    {
        ConflictKind.CIRCLE,
        ConflictKind.PREREQUISITE,
        ConflictKind.PREREQUISITE_UNPLANNED,
        ConflictKind.EARLIEST_START,
    }
)


def _of_kind(facts: CheckFacts, *kinds: ConflictKind) -> list[Conflict]:
    return [one for one in facts.plan.conflicts if one.kind in kinds]


def _initiatives(facts: CheckFacts, conflict: Conflict) -> list[Initiative]:
    found = (facts.data.get(Initiative, key) for key in conflict.initiative_ids)
    return [one for one in found if one is not None]


def _money(facts: CheckFacts, key: str) -> Decimal | None:
    ranked = facts.plan.ranked_by_key.get(key)
    return ranked.effort if ranked is not None and ranked.effort_known and ranked.effort else None


def plan_contradiction(facts: CheckFacts) -> Sequence[Finding]:
    """A prerequisite comes after what needs it or is not planned, a circle, a start before the earliest.
    One finding per initiative: `conflict` is its most urgent one, `more` how many others it has.
    """
    by_initiative: dict[str, list[Conflict]] = {}
    for one in _of_kind(facts, *CONTRADICTIONS):
        by_initiative.setdefault(one.initiative_ids[0], []).append(one)
    found = [
        Finding(
            "plan_contradiction",
            Severity.ACT,
            objects_of(*_initiatives(facts, conflicts[0])),
            {"count": 1, "conflict": conflicts[0], "more": len(conflicts) - 1},
            _money(facts, key),
            conflicts[0].month,
        )
        for key, conflicts in by_initiative.items()
    ]
    return together(found, MOST_CONTRADICTIONS)


def _latest_start(initiative: Initiative, hard: date) -> date:
    """The first day of the month in which it has to begin to be finished by `hard`."""
    return add_months((hard + ONE_DAY).replace(day=1), -max(initiative.months, 1))


def hard_end_missed(facts: CheckFacts) -> Sequence[Finding]:
    """Planned to end after a day that cannot be missed (its own, or that of an obligation it meets), or a
    must with such a day that is not planned at all. At the day itself is in time.
    """
    found = []
    for one in facts.plan.open_initiatives:
        hard = hard_date_of(facts.data, one)
        if hard is None:
            continue
        ends_on = None if one.start is None else last_day(one.start, one.months)
        ranked = facts.plan.ranked_by_key.get(one.id)
        unplanned = ends_on is None and ranked is not None and ranked.is_must
        if unplanned or (ends_on is not None and ends_on > hard):
            found.append(
                Finding(
                    "hard_end_missed",
                    Severity.ACT,
                    objects_of(one),
                    {"count": 1, "hard_end": hard, "ends_on": ends_on, "reason": one.hard_end_reason},
                    _money(facts, one.id),
                    _latest_start(one, hard),
                )
            )
    return together(found, MOST_LATE)


def too_many_at_once(facts: CheckFacts) -> Sequence[Finding]:
    """More initiatives at once than the company can carry [assumption]. One finding for all such times."""
    times = _of_kind(facts, ConflictKind.PARALLEL)
    if not times:
        return []
    worst = max(times, key=lambda one: one.params["most"])
    params = {
        "count": len(times),
        "most": worst.params["most"],
        "limit": worst.params["limit"],
        "month": worst.month,
        "last_month": worst.last_month,
    }
    objects = objects_of(*_initiatives(facts, worst))
    return [Finding("too_many_at_once", Severity.WATCH, objects, params, None, times[0].month)]


def pool_overloaded(facts: CheckFacts) -> Sequence[Finding]:
    """More person-days are planned for a team than it has. One finding per team: `count` how often."""
    by_pool: dict[str, list[Conflict]] = {}
    for one in _of_kind(facts, ConflictKind.OVERLOAD):
        if one.pool_id is not None:
            by_pool.setdefault(one.pool_id, []).append(one)
    found = []
    for pool_id, times in by_pool.items():
        worst = max(times, key=lambda one: one.params["needed"] - one.params["free"])
        found.append(
            Finding(
                "pool_overloaded",
                Severity.ACT,
                objects_of(facts.data.find(ResourcePool, pool_id), *_initiatives(facts, worst)),
                {
                    "count": len(times),
                    "over": sum((one.params["over"] for one in times), Decimal(0)),
                    "worst_month": worst.params["worst_month"],
                    "needed": worst.params["needed"],
                    "free": worst.params["free"],
                },
                None,
                min(one.month for one in times if one.month is not None),
            )
        )
    return found


def money_over_limit(facts: CheckFacts) -> Sequence[Finding]:
    """More money is planned in a fiscal year than there is. The worst year, and in how many it happens."""
    years = _of_kind(facts, ConflictKind.MONEY)
    if not years:
        return []
    worst = max(years, key=lambda one: one.params["over"])
    params = {"count": len(years), **{key: worst.params[key] for key in ("year", "planned", "limit")}}
    return [
        Finding(
            "money_over_limit",
            Severity.WATCH,
            objects_of(*_initiatives(facts, worst)),
            params,
            worst.params["over"],
            worst.month,
        )
    ]


def initiative_late(facts: CheckFacts) -> Sequence[Finding]:
    """Its planned start has passed and it does not run, or its planned end and it is not done."""
    found = [
        Finding(
            "initiative_late",
            Severity.ACT,
            objects_of(*_initiatives(facts, one)),
            {"count": 1, "running": one.params["running"], "start": one.month, "last_month": one.last_month},
            _money(facts, one.initiative_ids[0]),
            facts.today,
        )
        for one in _of_kind(facts, ConflictKind.IN_THE_PAST)
    ]
    return together(found, MOST_LATE)
