"""Checks about teams that cannot decide and products that nobody answers for."""

from collections.abc import Sequence

from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.teams.product_state import ProductState, product_state
from virtualcio.analysis.teams.team_state import TeamState, team_state, teams_for
from virtualcio.model import Initiative, Product, Team
from virtualcio.model.initiatives import InitiativeState

MOST_PRODUCTS = 3
_AT_WORK = (InitiativeState.PLANNED, InitiativeState.RUNNING)


def teams_of(facts: CheckFacts, initiative: Initiative) -> list[TeamState]:
    """The teams at work on an initiative, those of its products among them."""
    teams = teams_for(facts.data, initiative, facts.today)
    return [team_state(facts.data, one, facts.today) for one in teams]


def needs_mixed_team(facts: CheckFacts, initiative: Initiative) -> bool:
    """Planned or running, with an effort above what the company calls dear [20,000 €], and nobody has put
    people of two departments together for it. What is smaller, one department can do with its voice alone.
    """
    ranked = facts.plan.ranked_by_key.get(initiative.id)
    large = ranked is not None and ranked.effort_known and ranked.effort > facts.assumptions.dear_from
    if not large or initiative.state not in _AT_WORK:
        return False
    return not any(team.mixed for team in teams_of(facts, initiative))


def team_not_able(facts: CheckFacts) -> Sequence[Finding]:
    """Teams at work without people, product owner, second department or anything they may decide."""
    states = {one.id: team_state(facts.data, one, facts.today) for one in facts.data.all(Team)}
    empty = [key for key, one in states.items() if one.active and not one.people]
    manned = {key: one for key, one in states.items() if one.active and one.people}
    without_owner = [key for key, one in manned.items() if one.without_product_owner]
    narrow = [key for key, one in manned.items() if not one.mixed]
    powerless = [key for key, one in manned.items() if one.without_scope and one.without_limit]
    lacking = dict.fromkeys((*empty, *without_owner, *narrow, *powerless))
    if not lacking:
        return []
    params = {
        "count": len(lacking),
        "without_people": len(empty),
        "without_product_owner": len(without_owner),
        "one_department": len(narrow),
        "without_scope": len(powerless),
    }
    teams = objects_of(*(facts.data.find(Team, key) for key in lacking))
    return [Finding("team_not_able", Severity.WATCH, teams, params)]


def product_without_owner(facts: CheckFacts) -> Sequence[Finding]:
    """Products and services that nobody answers for end to end; to act on if the initiative is over, too."""
    states = [product_state(facts.data, one, facts.today) for one in facts.data.all(Product)]
    lost = [one for one in states if one.active and one.without_owner]
    lost.sort(key=lambda one: (not one.left_alone, facts.data.find(Product, one.product_id).name))
    return together([_lost(facts, one) for one in lost], MOST_PRODUCTS)


def _lost(facts: CheckFacts, state: ProductState) -> Finding:
    product = facts.data.find(Product, state.product_id)
    severity = Severity.ACT if state.left_alone else Severity.WATCH
    params = {"count": 1, "left_alone": state.left_alone, "processes": len(state.processes)}
    return Finding("product_without_owner", severity, objects_of(product), params)
