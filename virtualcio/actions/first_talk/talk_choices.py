"""What a question offers to choose from, and what stands in its field before anything is typed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.first_talk.duty_answers import duties_to_choose, surely_applying
from virtualcio.actions.first_talk.known_answers import answers_of, known_answers
from virtualcio.actions.first_talk.typed_answers import GRADES, shown_answer, typed_form
from virtualcio.analysis.first_talk.questions import NOTHING, AnswerKind, asked_questions
from virtualcio.exchange.talk_questions import TalkQuestion, talk_question, talk_rules
from virtualcio.model import Obligation
from virtualcio.model.duties import Applies
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_NOT_KEPT_AS_TYPED = (AnswerKind.SEVERAL, AnswerKind.DUTIES)  # known by names of records, chosen by keys


@dataclass(frozen=True)
class Offer:
    """One choice in the language of the interface."""

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True)
class AnswerLine:
    """An asked question with what is known about it; `known`: by the file, without having been asked."""

    key: str
    title: str
    answer: str
    known: bool


def offers(company: "OpenCompany", question: TalkQuestion) -> list[Offer]:
    """The choices of a question, without "I do not know"; empty where one types."""
    match question.rule.kind:
        case AnswerKind.GRADE:
            return [Offer(grade.value, _(title)) for grade, title in GRADES.items()]
        case AnswerKind.DUTIES:
            return [Offer(*one) for one in duties_to_choose(company)]
    return [Offer(one.key, one.name) for one in question.choices]


def chosen_keys(company: "OpenCompany", question: TalkQuestion) -> tuple[str, ...]:
    """The choices that hold today."""
    row = answers_of(company.data).get(question.key)
    if question.rule.kind is AnswerKind.DUTIES:
        if row is None:  # those that surely apply are ticked already: taken out is sooner said than looked up
            return surely_applying(company)
        duties = [company.data.get(Obligation, key) for key in row.made.split()]
        return tuple(one.template_key for one in duties if one is not None and one.applies is not Applies.NO)
    if row is not None:
        return tuple(row.answer.split())
    if question.rule.kind in _NOT_KEPT_AS_TYPED:
        return ()
    return tuple(known_answers(company.data).get(question.key, "").split())


def typed_so_far(company: "OpenCompany", question: TalkQuestion) -> str:
    """What stands in the field: what the records say today, else the answer."""
    known = known_answers(company.data).get(question.key)
    row = answers_of(company.data).get(question.key)
    text = known if known is not None else row.answer if row is not None else ""
    return typed_form(question, text) if text else ""


def known_words(company: "OpenCompany", key: str) -> str:
    """What the file says about a question, "" if nothing."""
    question = talk_question(key)
    text = known_answers(company.data).get(key, "")
    if not text or question.rule.kind in _NOT_KEPT_AS_TYPED:
        return text
    return shown_answer(question, text)


def answer_lines(company: "OpenCompany") -> list[AnswerLine]:
    """All questions that are asked, in their order, with answers as far as there are some."""
    answers, known = answers_of(company.data), known_answers(company.data)
    said = {**known, **{key: row.answer for key, row in answers.items()}}
    found = []
    for rule in asked_questions(talk_rules(), said):
        question = talk_question(rule.key)
        row = answers.get(rule.key)
        words = known_words(company, rule.key) if rule.key in known else ""
        if not words and row is not None:
            words = _answer_words(company, question, row.answer)
        found.append(AnswerLine(rule.key, question.title, words, row is None and rule.key in known))
    return found


def _answer_words(company: "OpenCompany", question: TalkQuestion, answer: str) -> str:
    if question.rule.kind is AnswerKind.DUTIES and answer not in NOTHING:
        return ", ".join(one.title for one in offers(company, question) if one.key in answer.split())
    return shown_answer(question, answer)


def next_question(company: "OpenCompany", after: str = "") -> str | None:
    """The next question without an answer behind `after`, then from the beginning; None if all have one."""
    lines = answer_lines(company)
    keys = [one.key for one in lines]
    start = keys.index(after) + 1 if after in keys else 0
    for one in (*lines[start:], *lines[:start]):
        if not one.answer:
            return one.key
    return None


def question_before(company: "OpenCompany", key: str) -> str | None:
    """The one before it in the list; None for the first."""
    keys = [one.key for one in answer_lines(company)]
    place = keys.index(key) if key in keys else 0
    return keys[place - 1] if place else None
