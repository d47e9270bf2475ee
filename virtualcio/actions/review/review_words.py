"""The words of reviews in one place: stations, key figures, what is different. Page, minutes and command line
use the same.
"""

from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.review.change_words import changes_words
from virtualcio.actions.review.proposal_words import ProposalWords, proposal_words
from virtualcio.actions.review.question_words import question_words
from virtualcio.actions.review.review_choice_titles import DECISION_STATES
from virtualcio.actions.review.review_choice_titles import STATIONS as STATION_TITLES
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.texts import _, mark

__all__ = [
    "DECISION_STATES",
    "FIGURE_TITLES",
    "STATION_TITLES",
    "ProposalWords",
    "changes_words",
    "figure_title",
    "figure_value",
    "proposal_words",
    "question_words",
]

FIGURE_TITLES: dict[Figure, str] = {
    Figure.BACKLOG: mark("Investment backlog"),
    Figure.OVERDUE: mark("Overdue things"),
    Figure.ASSIGNED_PERCENT: mark("Assigned spending"),
    Figure.BUDGET: mark("Forecast of the year"),
    Figure.SECURITY: mark("Security score"),
    Figure.KPIS_ON_PLAN: mark("KPIs on plan"),
    Figure.KPIS_BEHIND: mark("KPIs behind plan"),
    Figure.OPEN_FINDINGS: mark("Open findings"),
    Figure.OPEN_TASKS: mark("Open tasks"),
    Figure.OVERDUE_TASKS: mark("Overdue tasks"),
    Figure.MANUAL_HANDOVERS: mark("Manual hand-overs"),
    Figure.CUSTOM_CODE: mark("Applications programmed for you alone"),
    Figure.SKIPPED_UPDATES: mark("Skipped updates"),
}
_MONEY = (Figure.BACKLOG, Figure.BUDGET)
_PERCENT = (Figure.ASSIGNED_PERCENT,)


def figure_title(figure: Figure) -> str:
    """In the language of the interface."""
    return _(FIGURE_TITLES[figure])


def figure_value(figure: Figure, value: Decimal | None) -> str:
    """'184.500 €', '79 %', '9'; '—' where it was not known."""
    if figure in _MONEY:
        return formats.money_short(value)
    return formats.percent(value) if figure in _PERCENT else formats.number(value)
