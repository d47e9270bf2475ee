"""Checks about demands and initiatives: purpose, people, effort, and what belongs to one besides buying."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.checks.check_facts import CheckFacts, add_money, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.checks.team_checks import needs_mixed_team, teams_of
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.model import (
    Demand,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Person,
    ResourcePool,
)
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState, HypothesisState, InitiativeState

MOST_WITHOUT_PURPOSE = 3
HYPOTHESIS_DAYS = 90  # after the start something should be known (rules.md section 6)


def _money(facts: CheckFacts, initiative: Initiative) -> Decimal | None:
    """Its effort in money; None if nobody has estimated any of it."""
    ranked = facts.plan.ranked_by_key.get(initiative.id)
    return ranked.effort if ranked is not None and ranked.effort_known and ranked.effort else None


def _one_for_all(
    facts: CheckFacts, check_id: str, initiatives: list[Initiative], **params: object
) -> Sequence[Finding]:
    """In the order of their money, dearest first; nothing if there are none."""
    if not initiatives:
        return []
    ordered = sorted(initiatives, key=lambda one: (-(_money(facts, one) or ZERO), one.name))
    money = add_money(_money(facts, one) for one in ordered)
    params = {"count": len(ordered), **params}
    return [Finding(check_id, Severity.WATCH, objects_of(*ordered), params, money)]


def demand_unanswered(facts: CheckFacts) -> Sequence[Finding]:
    """Wishes of departments that wait for an answer for more than 30 days [assumption], the oldest first.

    One without a day is not counted as waiting: nobody knows for how long.
    """
    limit = facts.today - timedelta(days=facts.assumptions.demand_days)
    waiting = [
        (demand.asked_on, demand.name, demand)
        for demand in facts.data.all(Demand)
        if demand.state is DemandState.OPEN and demand.asked_on is not None and demand.asked_on < limit
    ]
    if not waiting:
        return []
    waiting.sort(key=lambda one: one[:2])
    params = {"count": len(waiting), "oldest": waiting[0][0], "days": facts.assumptions.demand_days}
    objects = objects_of(*(demand for _day, _name, demand in waiting))
    return [Finding("demand_unanswered", Severity.WATCH, objects, params)]


def serves_something(facts: CheckFacts, initiative: Initiative) -> bool:
    """It contributes to an open goal, meets an obligation that applies, lowers a risk or renews something."""
    data, key = facts.data, initiative.id
    for link in data.where(InitiativeGoal, "initiative_id", key):
        goal = data.get(Goal, link.goal_id)
        if link.strength > 0 and goal is not None and is_open(goal, facts.today):
            return True
    for met in data.where(InitiativeObligation, "initiative_id", key):
        obligation = data.get(Obligation, met.obligation_id)
        if obligation is not None and obligation.applies is Applies.YES:
            return True
    return bool(
        any(link.share > 0 for link in data.where(InitiativeRisk, "initiative_id", key))
        or data.where(InitiativeAsset, "initiative_id", key)
        or data.where(InitiativeApplication, "initiative_id", key)
    )


def initiative_without_purpose(facts: CheckFacts) -> Sequence[Finding]:
    """Open initiatives that serve no goal and no duty, and put nothing right; dearest first."""
    lost = [one for one in facts.plan.open_initiatives if not serves_something(facts, one)]
    lost.sort(key=lambda one: (-(_money(facts, one) or ZERO), one.name))
    found = [
        Finding(
            "initiative_without_purpose",
            Severity.WATCH,
            objects_of(one),
            {"count": 1, "planned": one.start},
            _money(facts, one),
        )
        for one in lost
    ]
    return together(found, MOST_WITHOUT_PURPOSE)


def initiative_only_purchase(facts: CheckFacts) -> Sequence[Finding]:
    """Money is planned, but neither training nor introduction nor security."""
    bought = [
        one
        for one in facts.plan.open_initiatives
        if (one.one_off_cost or one.running_cost)
        and not (one.training_planned or one.introduction_planned or one.security_planned)
    ]
    return _one_for_all(facts, "initiative_only_purchase", bought)


def initiative_without_owner(facts: CheckFacts) -> Sequence[Finding]:
    """Nobody answers for it, nobody of the business says what it has to do (product owner of the initiative
    or of its team), or it is large and no mixed team works on it.
    """
    people = facts.data
    ownerless = [one for one in facts.plan.open_initiatives if people.get(Person, one.owner_id) is None]
    voiceless = [one for one in facts.plan.open_initiatives if not _has_voice(facts, one)]
    teamless = [one for one in facts.plan.open_initiatives if needs_mixed_team(facts, one)]
    lacking = list(dict.fromkeys((*ownerless, *voiceless, *teamless)))
    return _one_for_all(
        facts,
        "initiative_without_owner",
        lacking,
        without_owner=len(ownerless),
        without_product_owner=len(voiceless),
        without_team=len(teamless),
    )


def _has_voice(facts: CheckFacts, initiative: Initiative) -> bool:
    if facts.data.get(Person, initiative.product_owner_id) is not None:
        return True
    return any(not team.without_product_owner for team in teams_of(facts, initiative))


def effort_gaps(facts: CheckFacts, initiative: Initiative) -> frozenset[str]:
    """What is unclear about its effort: "effort" (no person-days), "pool" (days of nobody), "capacity"
    (of a team without free days), "rate" (of a team without a price).
    """
    rows = facts.data.where(InitiativeEffort, "initiative_id", initiative.id)
    rows = [row for row in rows if row.days > 0]
    if not rows:
        return frozenset({"effort"})
    gaps = set()
    for row in rows:
        pool = facts.data.get(ResourcePool, row.pool_id)
        if pool is None:
            gaps.add("pool")
            continue
        if pool.days_per_month <= pool.support_days_per_month:
            gaps.add("capacity")
        if pool.day_rate is None:
            gaps.add("rate")
    return frozenset(gaps)


def initiative_effort_unclear(facts: CheckFacts) -> Sequence[Finding]:
    """Nobody can say who does it, when, or what that costs. One finding for all of them."""
    gaps = {one: effort_gaps(facts, one) for one in facts.plan.open_initiatives}
    unclear = [one for one, words in gaps.items() if words]
    counts = {
        f"without_{word}": sum(word in words for words in gaps.values())
        for word in ("effort", "pool", "capacity", "rate")
    }
    return _one_for_all(facts, "initiative_effort_unclear", unclear, **counts)


def hypothesis_untested(facts: CheckFacts) -> Sequence[Finding]:
    """Something is supposed, it runs for 90 days or is done, and nobody has said whether it is true."""
    limit = facts.today - timedelta(days=HYPOTHESIS_DAYS)
    untested = [
        one
        for one in facts.data.all(Initiative)
        if one.state in (InitiativeState.RUNNING, InitiativeState.DONE)
        and one.we_suppose.strip()
        and one.hypothesis is HypothesisState.OPEN
        and (begun := one.start or one.finished_on) is not None
        and begun <= limit
    ]
    return _one_for_all(facts, "hypothesis_untested", untested)


def pilot_without_criterion(facts: CheckFacts) -> Sequence[Finding]:
    """Tried out first, but nobody has said when the trial counts as a success."""
    blind = [one for one in facts.plan.open_initiatives if one.pilot and not one.pilot_criterion.strip()]
    return _one_for_all(facts, "pilot_without_criterion", blind)
