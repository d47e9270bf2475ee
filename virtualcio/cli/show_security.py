"""`show FILE security`: the security self-check with its points, and what counts most."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.security_words import REPLY_TITLES
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.exchange.security_questions import SecurityQuestion, security_questions
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_security(company: "OpenCompany", as_json: bool) -> int:
    """Points by area, then every question with its answer."""
    questions = security_questions()
    if as_json:
        print_json(_json_security(company, questions))
        return FINE
    score = company.results.security
    print_title(
        _(
            "Security self-check: {points} of {possible} points, {answered} of {total} questions answered"
        ).format(
            points=formats.number(score.points),
            possible=formats.number(score.possible),
            answered=score.answered,
            total=len(questions),
        ),
        first=True,
    )
    print()
    areas = {question.rule.area: question.area for question in questions}
    print_table(
        (_("Area"), _("Points"), _("possible"), _("without answer")),
        [
            (areas[one.area], formats.number(one.points), formats.number(one.possible), str(one.open))
            for one in score.by_area
        ],
        frozenset({1, 2, 3}),
    )
    if score.top_open:
        print_title(_("What counts most and is not met:"))
        for question in questions:
            if question.number in score.top_open:
                print_wrapped(f"{question.number}. {question.text}", "  ")
    print_title(_("Answers"))
    print()
    print_table(
        (_("No."), _("Answer"), _("Question")),
        [(str(one.number), _reply(company, one.number), one.text) for one in questions],
        frozenset({0}),
    )
    return FINE


def _reply(company: "OpenCompany", number: int) -> str:
    answer = company.results.security.replies.get(number)
    return formats.NO_VALUE if answer is None else _(REPLY_TITLES[answer.reply])


def _json_security(company: "OpenCompany", questions: tuple[SecurityQuestion, ...]) -> dict[str, object]:
    score = company.results.security
    return {
        "points": score.points,
        "possible": score.possible,
        "percent": score.percent,
        "answered": score.answered,
        "open": score.open,
        "top_open": score.top_open,
        "areas": [
            {"area": one.area, "points": one.points, "possible": one.possible, "open": one.open}
            for one in score.by_area
        ],
        "history": [{"day": day, "points": points} for day, points in score.history],
        "questions": [_json_question(company, one) for one in questions],
    }


def _json_question(company: "OpenCompany", question: SecurityQuestion) -> dict[str, object]:
    answer = company.results.security.replies.get(question.number)
    return {
        "number": question.number,
        "area": question.area,
        "question": question.text,
        "top": question.rule.top,
        "points_yes": question.rule.points_yes,
        "points_no": question.rule.points_no,
        "reply": None if answer is None else answer.reply,
        "answered_on": None if answer is None else answer.answered_on,
        "initiative": None if answer is None else answer.initiative_id,
        "note": "" if answer is None else answer.note,
    }
