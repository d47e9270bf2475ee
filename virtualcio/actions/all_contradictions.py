"""All contradictions that are refused while typing, of every step."""

from typing import TYPE_CHECKING

from virtualcio.actions.budget.budget_contradictions import BUDGET_CONTRADICTIONS
from virtualcio.actions.business_case.case_entry import CASE_CONTRADICTIONS
from virtualcio.actions.contradictions import Contradiction, ContradictionAround
from virtualcio.actions.depreciation.disposal_entry import DEPRECIATION_CONTRADICTIONS
from virtualcio.actions.goals.goal_contradictions import GOAL_CONTRADICTIONS
from virtualcio.actions.inventory.contradictions import CONTRADICTIONS
from virtualcio.actions.priorities.priority_contradictions import PRIORITY_CONTRADICTIONS
from virtualcio.actions.review.review_contradictions import REVIEW_CONTRADICTIONS
from virtualcio.actions.teams.team_contradictions import TEAM_CONTRADICTIONS
from virtualcio.errors import RefusedValue
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_ALL: tuple[Contradiction | ContradictionAround, ...] = (
    *CONTRADICTIONS,
    *GOAL_CONTRADICTIONS,
    *PRIORITY_CONTRADICTIONS,
    *BUDGET_CONTRADICTIONS,
    *CASE_CONTRADICTIONS,
    *DEPRECIATION_CONTRADICTIONS,
    *REVIEW_CONTRADICTIONS,
    *TEAM_CONTRADICTIONS,
)


def contradiction_in(company: "OpenCompany", record: Record, changed_field: str) -> RefusedValue | None:
    """The refusal for the first contradiction that a change of `changed_field` made, or None."""
    for rule in _ALL:
        if isinstance(record, rule.kinds) and changed_field in rule.fields:
            refusal = rule.refusal(company, record)
            if refusal is not None:
                return refusal
    return None
