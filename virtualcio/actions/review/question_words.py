"""What a review leaves open, in words."""

from typing import TYPE_CHECKING

from virtualcio.analysis.review.questions import OpenQuestion, Question
from virtualcio.texts import translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def question_words(_company: "OpenCompany", question: OpenQuestion) -> str:
    """'3 Kennzahlen ohne aktuellen Wert'."""
    match question.kind:
        case Question.KPIS_WITHOUT_VALUE:
            return translate_count(
                "{count} KPI without a current value", "{count} KPIs without a current value", question.count
            )
        case Question.UNDECIDED:
            return translate_count(
                "{count} proposal without a decision", "{count} proposals without a decision", question.count
            )
        case Question.TASKS_OVERDUE:
            return translate_count(
                "{count} overdue task without a new date",
                "{count} overdue tasks without a new date",
                question.count,
            )
