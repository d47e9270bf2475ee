"""The words and actions of the checks of priorities, one row a check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, to_first
from virtualcio.actions.priorities import priority_findings
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Initiative, Person, Risk, Team
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

PRIORITY_CHECK_WORDS: Mapping[str, CheckWords] = {
    "obligation_without_evidence": CheckWords(
        mark("An obligation without evidence"),
        mark("Looks for obligations that apply, are due within 90 days or overdue, and have no evidence."),
        priority_findings.obligation_without_evidence,
    ),
    "obligation_unclear": CheckWords(
        mark("It is open whether an obligation applies"),
        mark("Each obligation needs a decision: it applies, or it does not, and why."),
        priority_findings.obligation_unclear,
    ),
    "risk_above_bearable": CheckWords(
        mark("A risk is higher than you want to bear"),
        mark("Compares likelihood × damage, also after the measures, with the level you can set yourself."),
        priority_findings.risk_above_bearable,
    ),
    "demand_unanswered": CheckWords(
        mark("A demand waits for an answer"),
        mark("Looks for demands of departments that have been open for more than 30 days or your own limit."),
        priority_findings.demand_unanswered,
    ),
    "initiative_without_purpose": CheckWords(
        mark("An initiative serves no goal"),
        mark("Looks for initiatives without a goal, a duty, a risk they lower or a thing they renew."),
        priority_findings.initiative_without_purpose,
    ),
    "initiative_only_purchase": CheckWords(
        mark("Only the purchase is planned"),
        mark("Looks for initiatives that cost money, without training, introduction and security."),
        priority_findings.initiative_only_purchase,
    ),
    "initiative_without_owner": CheckWords(
        mark("An initiative without a person in charge"),
        mark("Each needs a person in charge and a voice of the department, large ones a mixed team as well."),
        priority_findings.initiative_without_owner,
    ),
    "initiative_effort_unclear": CheckWords(
        mark("The effort of an initiative is unclear"),
        mark("Looks for missing person-days, days without a team, teams without free days or day rate."),
        priority_findings.initiative_effort_unclear,
    ),
    "hypothesis_untested": CheckWords(
        mark("A supposition has not been tested"),
        mark("Looks 90 days after the start whether somebody has said if the supposition is true."),
        priority_findings.hypothesis_untested,
    ),
    "pilot_without_criterion": CheckWords(
        mark("A trial without a measure of success"),
        mark("Looks for initiatives that are tried out first without saying when that counts as a success."),
        priority_findings.pilot_without_criterion,
    ),
}


def _to_people(company: "OpenCompany", finding: Finding) -> FindingAction:
    key = finding.objects[0][1]
    initiative = company.data.find(Initiative, key)
    if company.data.get(Person, initiative.owner_id) is not None:
        return _to_voice(company, initiative)
    chip = "without_owner" if len(finding.objects) > 1 else ""
    return FindingAction("priorities", "initiatives", key, chip, "owner")


def _to_voice(company: "OpenCompany", initiative: Initiative) -> FindingAction:
    """Where the voice is named; where there is one, to the teams: a mixed one is missing."""
    if company.data.get(Person, initiative.product_owner_id) is None:
        return FindingAction("priorities", "initiatives", initiative.id, "", "product_owner")
    teams = company.data.where(Team, "initiative_id", initiative.id)
    if not teams:
        return FindingAction("roadmap", "teams")
    return FindingAction("roadmap", "teams", teams[0].id, "", "team_members")


def _to_risk(company: "OpenCompany", finding: Finding) -> FindingAction:
    """Without a measure it is named there; with one, what is left after it is rated."""
    key = finding.objects[0][1]
    named = company.data.find(Risk, key).measure.strip()
    return FindingAction("priorities", "risks", key, "", "likelihood_after" if named else "measure")


PRIORITY_ACTIONS: dict[str, ActionKind] = {
    "enter_evidence": ActionKind(mark("Enter"), to_first("evidence", "without_evidence"), "§"),
    "decide_obligation": ActionKind(mark("Decide"), to_first("applies", "unclear"), "§"),
    "lower_risk": ActionKind(mark("Look at"), _to_risk, "triangle-alert"),
    "answer_demand": ActionKind(mark("Reply"), to_first("state", "waiting"), "users"),
    "link_initiative": ActionKind(mark("Link"), to_first("contributions", "without_purpose"), "target"),
    "plan_introduction": ActionKind(
        mark("Complete"), to_first("introduction_planned", "purchase_only"), "pencil"
    ),
    "set_initiative_owner": ActionKind(mark("Assign"), _to_people, "users"),
    "enter_effort": ActionKind(mark("Enter"), to_first("efforts"), "hourglass"),
    "test_hypothesis": ActionKind(mark("Enter"), to_first("hypothesis"), "circle-help"),
    "set_criterion": ActionKind(mark("Complete"), to_first("pilot_criterion"), "pencil"),
}
