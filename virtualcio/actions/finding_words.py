"""The words of a finding, and where its one action leads. Data only: the window decides how to go there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.inventory.finding_sentences import SENTENCES
from virtualcio.actions.inventory.finding_targets import ACTIONS, FindingAction
from virtualcio.actions.inventory.rule_words import RULES
from virtualcio.analysis.checks.all_checks import check
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

__all__ = ["FindingAction", "FindingWords", "RuleWords", "action_of", "rule_words", "words_of"]


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
    title, detail = SENTENCES[finding.check_id](company, finding)
    action = ACTIONS[check(finding.check_id).action_id]
    return FindingWords(title, detail, _(action.title))


def action_of(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The place where the finding is put right."""
    return ACTIONS[check(finding.check_id).action_id].target(company, finding)


def rule_words(check_id: str) -> RuleWords:
    """KeyError for an unknown check."""
    title, detail = RULES[check_id]
    return RuleWords(_(title), _(detail))
