"""The security self-check in words: titles of the answers, what the score says, what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence
from virtualcio.actions.inventory.security_answers import initiative_of, offers_initiative, question_of
from virtualcio.actions.tone import Tone
from virtualcio.exchange.security_questions import SecurityQuestion, security_questions
from virtualcio.model import Initiative
from virtualcio.model.operations import SecurityReply
from virtualcio.texts import _, mark, translate, translate_count

if TYPE_CHECKING:
    from datetime import date

    from virtualcio.actions.open_company import OpenCompany

REPLY_TITLES: dict[SecurityReply, str] = {
    SecurityReply.YES: mark("Yes"),
    SecurityReply.PARTLY: mark("Partly"),
    SecurityReply.NO: mark("No"),
    SecurityReply.NOT_APPLICABLE: mark("Does not apply"),
}
REPLY_TONES: dict[SecurityReply, Tone] = {
    SecurityReply.YES: Tone.GOOD,
    SecurityReply.PARTLY: Tone.WATCH,
    SecurityReply.NO: Tone.ACT,
    SecurityReply.NOT_APPLICABLE: Tone.NEUTRAL,
}
_ENOUGH = Decimal(75)  # percent from which an area is shown as good: most of what is asked is there
_LITTLE = Decimal(50)  # percent below which it is shown as something to act on


@dataclass(frozen=True)
class QuestionState:
    """One question with what is known about it, in the language of the interface."""

    number: int
    text: str
    hint: str
    top: bool
    may_not_apply: bool
    reply: SecurityReply | None
    note: str
    answered: str  # "answered on 02.03.2026"; "" if it is open
    initiative: Initiative | None
    offers_initiative: bool

    @property
    def said(self) -> str:
        """For screen readers: question and answer."""
        reply = _("open") if self.reply is None else translate(REPLY_TITLES[self.reply])
        return _("Question {number}: {text} Answer: {reply}").format(
            number=self.number, text=self.text, reply=reply
        )


@dataclass(frozen=True)
class AreaWords:
    """An area with its questions, its points in words, the share of them (0 to 1) and its tone."""

    area: int
    title: str
    points: str
    share: float
    tone: Tone
    open: int
    numbers: tuple[int, ...]


def question_state(company: "OpenCompany", number: int) -> QuestionState:
    """KeyError for an unknown question."""
    question = question_of(number)
    row = company.results.security.replies.get(number)
    answered = _("answered on {day}").format(day=formats.day(row.answered_on)) if row is not None else ""
    return QuestionState(
        number=number,
        text=question.text,
        hint=question.hint,
        top=question.rule.top,
        may_not_apply=question.rule.conditional,
        reply=row.reply if row is not None else None,
        note=row.note if row is not None else "",
        answered=answered,
        initiative=initiative_of(company, number),
        offers_initiative=offers_initiative(company, number),
    )


def areas(company: "OpenCompany") -> Sequence[AreaWords]:
    """All areas in the order of the questions."""
    questions = security_questions()
    found = []
    for score in company.results.security.by_area:
        own = [one for one in questions if one.rule.area == score.area]
        share = Decimal(max(0, score.points)) / score.possible if score.possible else Decimal(1)
        nothing = score.open == len(own)
        found.append(
            AreaWords(
                area=score.area,
                title=own[0].area,
                points=points_words(score.points, score.possible),
                share=float(share),
                tone=Tone.NEUTRAL if nothing else _tone_of(share * 100),
                open=score.open,
                numbers=tuple(one.number for one in own),
            )
        )
    return found


def points_words(points: int, possible: int) -> str:
    """'24 / 37', '−3 / 7'."""
    return f"{formats.number(points)} / {formats.number(possible)}"


def score_words(company: "OpenCompany") -> str:
    """'24 / 37'; '' while nothing is answered."""
    score = company.results.security
    return points_words(score.points, score.possible) if score.answered else ""


def count_words(company: "OpenCompany") -> str:
    """What stands beside the title of the tab: '24/37'; '' while nothing is answered."""
    return score_words(company).replace(" ", "")


def progress_words(company: "OpenCompany") -> str:
    """'24 von 27 beantwortet'."""
    total, answered = len(security_questions()), company.results.security.answered
    return _("{answered} of {total} answered").format(answered=answered, total=total)


def score_sentence(company: "OpenCompany") -> Sentence | None:
    """What the score means: first the questions that count most, then what is open; None at the beginning."""
    score = company.results.security
    if not score.answered:
        return None
    missing = [one for one in security_questions() if is_missing(company, one)]
    top = len([one for one in missing if one.rule.top])
    if top:
        words = translate_count(
            "{count} of the five questions that count most is not fulfilled. Begin there.",
            "{count} of the five questions that count most are not fulfilled. Begin there.",
            top,
        )
        return Sentence(words, Tone.ACT, _why())
    if score.top_open:
        words = translate_count(
            "{count} of the five questions that count most is still open. Begin there.",
            "{count} of the five questions that count most are still open. Begin there.",
            len(score.top_open),
        )
    elif score.open:
        words = translate_count(
            "{count} question is open and counts as nothing.",
            "{count} questions are open and count as nothing.",
            len(score.open),
        )
    elif missing:
        words = translate_count(
            "What counts most is there; {count} point is still missing.",
            "What counts most is there; {count} points are still missing.",
            len(missing),
        )
    else:
        return Sentence(_("Everything that is asked for is there."), Tone.GOOD, _why())
    return Sentence(words, Tone.WATCH, _why())


def is_missing(company: "OpenCompany", question: SecurityQuestion) -> bool:
    """Whether the question is answered by no or partly."""
    row = company.results.security.replies.get(question.number)
    return row is not None and row.reply in (SecurityReply.NO, SecurityReply.PARTLY)


def _why() -> tuple[str, ...]:
    return (
        _("Each yes is a point; for the five questions that count most it is three, and a no costs three."),
        _("Partly counts as not fulfilled, an open question as nothing."),
        _("What does not apply is left out of the points that can be reached."),
        _("Built after DIN SPEC 27076; it does not replace the official CyberRisikoCheck."),
    )


def first_open(company: "OpenCompany") -> int | None:
    """Number of the first question without an answer; None if all are answered."""
    return next(iter(company.results.security.open), None)


def trend_words(company: "OpenCompany") -> str:
    """'+5 seit 02.03.2026'; '' with answers of fewer than two days."""
    history = company.results.security.history
    if len(history) < 2:
        return ""
    (day, before), (_last, now) = history[-2:]
    return _("{change} since {day}").format(change=_signed(now - before), day=formats.day(day))


def history_rows(company: "OpenCompany") -> Sequence[tuple["date", int]]:
    """Points after each day of answers, oldest first."""
    return company.results.security.history


def _signed(value: int) -> str:
    return f"+{formats.number(value)}" if value > 0 else "±0" if value == 0 else formats.number(value)


def _tone_of(percent: Decimal) -> Tone:
    if percent >= _ENOUGH:
        return Tone.GOOD
    return Tone.WATCH if percent >= _LITTLE else Tone.ACT
