"""The words and actions of the checks of teams, products and work orders, one row a check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, to_first
from virtualcio.actions.teams import team_findings
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Team
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

TEAM_CHECK_WORDS: Mapping[str, CheckWords] = {
    "team_not_able": CheckWords(
        mark("A team cannot decide on its own"),
        mark("Looks for teams without product owner, with people of one department, or nothing to decide."),
        team_findings.team_not_able,
    ),
    "product_without_owner": CheckWords(
        mark("Nobody answers for a product or service"),
        mark("What stays after an initiative needs one person who answers for it from end to end."),
        team_findings.product_without_owner,
    ),
    "order_late": CheckWords(
        mark("A work order is late"),
        mark("Ordered, its day is over, and nobody has accepted what was ordered."),
        team_findings.order_late,
    ),
}


def _to_gap(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The members, if somebody is missing; else what the team decides."""
    key = finding.objects[0][1]
    state = company.results.team_states[company.data.find(Team, key).id]
    if state.without_product_owner or not state.mixed:
        return FindingAction("roadmap", "teams", key, "", "team_members")
    return FindingAction("roadmap", "teams", key, "", "decision_scope")


TEAM_ACTIONS: dict[str, ActionKind] = {
    "complete_team": ActionKind(mark("Complete"), _to_gap, "users"),
    "name_product_owner": ActionKind(mark("Assign"), to_first("owner", "without_owner"), "users"),
    "ask_provider": ActionKind(mark("Look at"), to_first("accepted_on", "late"), "file-text"),
}
