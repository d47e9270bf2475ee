"""A typed answer as it is kept, and a kept one as it is shown."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from virtualcio import formats
from virtualcio.analysis.first_talk.questions import NONE, UNKNOWN, AnswerKind, Symptom
from virtualcio.errors import RefusedValue
from virtualcio.exchange.dates import ParsedDate, Precision
from virtualcio.exchange.talk_questions import TalkQuestion
from virtualcio.exchange.values import parse_amount, parse_date, parse_integer
from virtualcio.texts import _, language, mark

_NOBODY = frozenset(
    {
        "keiner", "keine", "kein", "keinen", "niemand", "nein", "nichts",
        "none", "nobody", "no one", "no", "-", "–",
    }
)  # fmt: skip
_NEVER = frozenset({"nie", "noch nie", "niemals", "never", "nein", "no", "-", "–"})
_EARLIEST_YEAR = 1980
_DAY_OF_YEAR = re.compile(r"(\d{1,2})\. ?(\d{1,2}|[^\W\d]+)\.?")  # "15.07." or "15. Juli"
_LETTERS_OF_A_MONTH = 3  # fewer would mean two: "J", "Ma"
GRADES = {Symptom.YES: mark("That is so"), Symptom.PARTLY: mark("Partly so"), Symptom.NO: mark("Not so")}


def read_answer(question: TalkQuestion, text: str, today: date) -> str:
    """What is kept for a typed or chosen answer; empty counts as "I do not know". RefusedValue otherwise.

    Numbers are kept with a point, days as 2026-11-22, choices by their keys.
    """
    body = " ".join(text.split()) if question.rule.kind is not AnswerKind.LONG_TEXT else text.strip()
    if not body or body == UNKNOWN:
        return UNKNOWN
    match question.rule.kind:
        case AnswerKind.TEXT:
            return NONE if body.casefold() in _NOBODY else body
        case AnswerKind.NUMBER:
            return str(parse_integer(body))
        case AnswerKind.MONEY:
            return str(parse_amount(body).value)
        case AnswerKind.HOURS:
            return _hours(body)
        case AnswerKind.MONTH:
            return str(_month(body))
        case AnswerKind.YEAR:
            return str(_within(_year(body), _EARLIEST_YEAR, today.year))
        case AnswerKind.DAY:
            return _last_day(parse_date(body)).isoformat()
        case AnswerKind.DAY_OR_NEVER:
            return "never" if body.casefold() in _NEVER else _past_day(body, today)
    return body


def _month(body: str) -> int:
    """By its number or its name, of which three letters are enough, or by its first day: “01.07.”.

    RefusedValue if there is none, and for any other day: a fiscal year begins with a month.
    """
    if day := _DAY_OF_YEAR.fullmatch(body):
        if int(day[1]) != 1:
            raise RefusedValue(
                mark("A fiscal year begins on the 1st of a month, not on “{text}”. Type just the month: 7."),
                text=body,
            )
        body = day[2]
    name = body.casefold().rstrip(".")
    for names in (formats.MONTHS_DE, formats.MONTHS_EN):
        found = [place for place, one in enumerate(names, 1) if one.casefold().startswith(name)]
        if len(name) >= _LETTERS_OF_A_MONTH and found:
            return found[0]
    try:
        number = parse_integer(body)
    except RefusedValue:
        raise RefusedValue(mark("“{text}” is no month. Type it like 1 or January."), text=body) from None
    return _within(number, 1, 12)


def _year(body: str) -> int:
    """Also out of “about 2014” or “03/2014”. RefusedValue if there is none."""
    try:
        return parse_date(body).value.year
    except RefusedValue:
        raise RefusedValue(mark("“{text}” is no year. Type it like 2014."), text=body) from None


def _last_day(found: ParsedDate) -> date:
    """Of a month or a year by which something ends, its last day."""
    day = found.value
    if found.precision is Precision.YEAR:
        return day.replace(month=12, day=31)
    return day.replace(day=monthrange(day.year, day.month)[1]) if found.precision is Precision.MONTH else day


def _hours(body: str) -> str:
    hours = parse_amount(body.split()[0]).value
    if hours < 0:
        raise RefusedValue(mark("Hours cannot be below zero. Type 0 if there was no outage."))
    return "0" if not hours else str(hours)


def _within(number: int, least: int, most: int) -> int:
    if least <= number <= most:
        return number
    raise RefusedValue(mark("The answer can lie between {least} and {most}."), least=least, most=most)


def _past_day(body: str, today: date) -> str:
    day = parse_date(body).value
    if day.replace(day=1) > today:
        raise RefusedValue(mark("The day lies ahead. Type when it last happened, or leave it empty."))
    return min(day, today).isoformat()


def shown_answer(question: TalkQuestion, answer: str) -> str:
    """A kept answer in the words of the interface."""
    if answer == UNKNOWN:
        return _("I do not know")
    if answer == NONE and question.choice(NONE) is None:
        return _("None")
    match question.rule.kind:
        case AnswerKind.GRADE:
            return _(GRADES[Symptom(answer)])
        case AnswerKind.CHOICE | AnswerKind.SEVERAL:
            found = [question.choice(key) for key in answer.split()]
            return ", ".join(one.name for one in found if one is not None)
        case AnswerKind.NUMBER:
            return formats.number(int(answer))
        case AnswerKind.MONEY:
            return formats.money_short(Decimal(answer))
        case AnswerKind.HOURS:
            hours = Decimal(answer)
            return formats.number(hours, 0 if hours == hours.to_integral_value() else 1)
        case AnswerKind.MONTH:
            return (formats.MONTHS_DE if language() == "de" else formats.MONTHS_EN)[int(answer) - 1]
        case AnswerKind.DAY | AnswerKind.DAY_OR_NEVER:
            return _("Never") if answer == "never" else formats.day(date.fromisoformat(answer))
    return answer


def typed_form(question: TalkQuestion, answer: str) -> str:
    """A kept answer as somebody would type it, to be corrected; "" for one that says nothing."""
    if answer == UNKNOWN:
        return ""
    return shown_answer(question, answer)
