"""Checks about what goals need: capabilities, data somebody answers for, how far departments are."""

from collections.abc import Sequence

from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.goals.capability_state import GOOD_QUALITY
from virtualcio.model import (
    Capability,
    DataDomain,
    Department,
    Goal,
    GoalCapability,
    InitiativeCapability,
    Person,
)
from virtualcio.model.goals import CapabilityRating


def data_domain_weak(facts: CheckFacts) -> Sequence[Finding]:
    """Data for which nobody answers, or that is known to be poor. One finding for all of it."""
    weak, ownerless, poor = [], 0, 0
    for domain in facts.data.all(DataDomain):
        without_owner = facts.data.get(Person, domain.owner_id) is None
        bad = domain.quality is not None and domain.quality < GOOD_QUALITY
        if without_owner or bad:
            weak.append(domain)
            ownerless, poor = ownerless + without_owner, poor + bad
    if not weak:
        return []
    params = {"count": len(weak), "without_owner": ownerless, "poor": poor}
    return [Finding("data_domain_weak", Severity.WATCH, objects_of(*weak), params)]


def capability_missing(facts: CheckFacts) -> Sequence[Finding]:
    """An open goal needs it, it is missing, and no open initiative brings it. One finding for all."""
    needed_by: dict[str, list[Goal]] = {}
    for goal in facts.plan.open_goals:
        for link in facts.data.where(GoalCapability, "goal_id", goal.id):
            needed_by.setdefault(link.capability_id, []).append(goal)
    open_keys = {initiative.id for initiative in facts.plan.open_initiatives}
    missing: list[Capability] = []
    for capability in facts.data.all(Capability):
        if capability.id not in needed_by:
            continue
        brought = facts.data.where(InitiativeCapability, "capability_id", capability.id)
        state = facts.plan.capability_states[capability.id]
        if state.rating is CapabilityRating.MISSING and not any(
            link.initiative_id in open_keys for link in brought
        ):
            missing.append(capability)
    if not missing:
        return []
    goals = dict.fromkeys(goal for one in missing for goal in needed_by[one.id])
    params = {"count": len(missing), "goals": len(goals)}
    return [Finding("capability_missing", Severity.WATCH, objects_of(*missing, *goals), params)]


def maturity_old(facts: CheckFacts) -> Sequence[Finding]:
    """Ratings that are older than a year, or of which nobody knows the day. `count` are ratings."""
    old = {
        row.department_id: [cell for cell in row.cells.values() if cell.old]
        for row in facts.plan.maturity.departments
    }
    old = {key: cells for key, cells in old.items() if cells}
    if not old:
        return []
    departments = sorted(old, key=lambda key: -len(old[key]))
    days = [cell.rated_on for cells in old.values() for cell in cells if cell.rated_on is not None]
    params = {
        "count": sum(len(cells) for cells in old.values()),
        "departments": len(old),
        "oldest": min(days, default=None),
    }
    objects = tuple((Department, key) for key in departments)
    return [Finding("maturity_old", Severity.WATCH, objects, params)]
