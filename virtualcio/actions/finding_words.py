"""The words of a finding, and where its one action leads. Data only: the window decides how to go there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_check_words import BUDGET_ACTIONS, BUDGET_CHECK_WORDS
from virtualcio.actions.business_case.case_check_words import CASE_ACTIONS, CASE_CHECK_WORDS
from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction
from virtualcio.actions.depreciation.depreciation_check_words import (
    DEPRECIATION_ACTIONS,
    DEPRECIATION_CHECK_WORDS,
)
from virtualcio.actions.goals.goal_check_words import GOAL_ACTIONS, GOAL_CHECK_WORDS
from virtualcio.actions.inventory.check_words import INVENTORY_CHECK_WORDS
from virtualcio.actions.inventory.finding_targets import INVENTORY_ACTIONS
from virtualcio.actions.inventory.operation_check_words import OPERATION_ACTIONS, OPERATION_CHECK_WORDS
from virtualcio.actions.priorities.priority_check_words import PRIORITY_ACTIONS, PRIORITY_CHECK_WORDS
from virtualcio.actions.review.review_check_words import REVIEW_ACTIONS, REVIEW_CHECK_WORDS
from virtualcio.actions.roadmap.plan_check_words import PLAN_ACTIONS, PLAN_CHECK_WORDS
from virtualcio.actions.teams.team_check_words import TEAM_ACTIONS, TEAM_CHECK_WORDS
from virtualcio.analysis.checks.all_checks import check
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

__all__ = [
    "ACTIONS",
    "CHECK_WORDS",
    "FindingAction",
    "FindingWords",
    "RuleWords",
    "action_of",
    "day_to_act",
    "rule_words",
    "sign_of",
    "stakes_words",
    "words_of",
]


CHECK_WORDS: Mapping[str, CheckWords] = {
    **INVENTORY_CHECK_WORDS,
    **OPERATION_CHECK_WORDS,
    **GOAL_CHECK_WORDS,
    **PRIORITY_CHECK_WORDS,
    **PLAN_CHECK_WORDS,
    **TEAM_CHECK_WORDS,
    **BUDGET_CHECK_WORDS,
    **CASE_CHECK_WORDS,
    **DEPRECIATION_CHECK_WORDS,
    **REVIEW_CHECK_WORDS,
}
ACTIONS: Mapping[str, ActionKind] = {
    **INVENTORY_ACTIONS,
    **OPERATION_ACTIONS,
    **GOAL_ACTIONS,
    **PRIORITY_ACTIONS,
    **PLAN_ACTIONS,
    **TEAM_ACTIONS,
    **BUDGET_ACTIONS,
    **CASE_ACTIONS,
    **DEPRECIATION_ACTIONS,
    **REVIEW_ACTIONS,
}


@dataclass(frozen=True)
class FindingWords:
    """In the language of the interface."""

    title: str
    detail: str
    action_title: str


@dataclass(frozen=True)
class RuleWords:
    """What a check looks at, in the language of the interface."""

    title: str
    detail: str


def words_of(company: "OpenCompany", finding: Finding) -> FindingWords:
    """Title, detail and the name of the action button."""
    title, detail = CHECK_WORDS[finding.check_id].sentence(company, finding)
    action = ACTIONS[check(finding.check_id).action_id]
    return FindingWords(title, detail, _(action.title))


def action_of(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The place where the finding is put right."""
    return ACTIONS[check(finding.check_id).action_id].target(company, finding)


def sign_of(check_id: str) -> str:
    """A letter (§, €, !) or the name of an icon: what kind of thing a check is about. KeyError if unknown."""
    return ACTIONS[check(check_id).action_id].sign


def day_to_act(company: "OpenCompany", finding: Finding) -> date | None:
    """The day by which to act, never before today: what is late is for now. None if there is no day.

    A contract whose day to decide has passed is for now too, though notice could still arrive later.
    """
    decide_by = finding.params.get("decide_by")
    late = isinstance(decide_by, date) and decide_by < company.today
    if late and finding.severity is Severity.ACT:
        return company.today
    return None if finding.act_by is None else max(finding.act_by, company.today)


def stakes_words(company: "OpenCompany", finding: Finding) -> str:
    """'jetzt · 18.400 €' or 'bis 30.11.2026 · 7.680 €', as far as known."""
    parts = []
    day = day_to_act(company, finding)
    if day is not None:
        parts.append(_("now") if day <= company.today else _("by {day}").format(day=formats.day(day)))
    if finding.money is not None:
        parts.append(formats.money_short(finding.money))
    return " · ".join(parts)


def rule_words(check_id: str) -> RuleWords:
    """KeyError for an unknown check."""
    words = CHECK_WORDS[check_id]
    return RuleWords(_(words.title), _(words.detail))
