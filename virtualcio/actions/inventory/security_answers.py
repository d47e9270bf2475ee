"""Answering the security self-check: one row for each question and day, and an initiative for each no."""

from typing import TYPE_CHECKING

from virtualcio.actions.columns import Kind
from virtualcio.actions.field_values import MOST_CHARACTERS
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.exchange.security_questions import SecurityQuestion, security_questions
from virtualcio.model import Initiative, SecurityAnswer
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.operations import SecurityReply
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

NOT_FULFILLED = (SecurityReply.PARTLY, SecurityReply.NO)
_QUESTION = mark("Security check, question {number}")


def question_of(number: int) -> SecurityQuestion:
    """KeyError if there is none."""
    for question in security_questions():
        if question.number == number:
            return question
    raise KeyError(number)


def answer(company: "OpenCompany", number: int, reply: SecurityReply, note: str | None = None) -> bool:
    """Answer a question today, as one undo step; False if it was answered so today already.

    An answer of today is overwritten; one of an earlier day stays as history, and its note and its
    initiative go along (`note` None keeps what was noted). RefusedValue: nothing has changed. KeyError for
    an unknown question.
    """
    question = question_of(number)
    if reply is SecurityReply.NOT_APPLICABLE and not question.rule.conditional:
        raise RefusedValue(mark("This question concerns every company. Answer yes, partly or no."))
    before = company.results.security.replies.get(number)
    words = _checked_note(before.note if note is None and before is not None else note or "")
    today = before is not None and before.answered_on == company.today
    if before is not None and today and (before.reply, before.note) == (reply, words):
        return False
    with company.workspace.change(_label(mark("{question} answered"), number)) as edit:
        if before is not None and today:
            before.reply, before.note = reply, words
        else:
            edit.add(
                SecurityAnswer(
                    question=number,
                    answered_on=company.today,
                    reply=reply,
                    initiative_id=None if before is None else before.initiative_id,
                    note=words,
                )
            )
    return True


def write_note(company: "OpenCompany", number: int, note: str) -> bool:
    """Note something on the answer that counts, as one undo step; False if it stood there.

    RefusedValue: the question has no answer yet, or the note is too long. KeyError: an unknown question.
    """
    question_of(number)
    row = company.results.security.replies.get(number)
    if row is None:
        raise RefusedValue(mark("Answer the question first; then a note can stand with it."))
    words = _checked_note(note)
    if words == row.note:
        return False
    with company.workspace.change(_label(mark("{question}: note changed"), number)):
        row.note = words
    return True


def clear(company: "OpenCompany", number: int) -> bool:
    """Take the answer back that counts, as one undo step; one of an earlier day holds again.

    False if the question has no answer. KeyError for an unknown question.
    """
    question_of(number)
    row = company.results.security.replies.get(number)
    if row is None:
        return False
    with company.workspace.change(_label(mark("{question}: answer taken back"), number)) as edit:
        edit.delete(row)
    return True


def initiative_of(company: "OpenCompany", number: int) -> Initiative | None:
    """The initiative that this question led to, whatever became of it; None if there is none."""
    row = company.results.security.replies.get(number)
    return company.data.get(Initiative, row.initiative_id) if row is not None else None


def offers_initiative(company: "OpenCompany", number: int) -> bool:
    """Whether the question asks for something to be done for which no open initiative is there yet."""
    row = company.results.security.replies.get(number)
    if row is None or row.reply not in NOT_FULFILLED:
        return False
    known = initiative_of(company, number)
    return known is None or not known.state.is_open


def make_initiative(company: "OpenCompany", number: int) -> Initiative:
    """The initiative that turns this no into a yes, as one undo step; the open one if it is there already.

    An open initiative of the same name is taken, so that nothing is planned twice. RefusedValue: the
    question is not answered by no or partly. KeyError for an unknown question.
    """
    question = question_of(number)
    row = company.results.security.replies.get(number)
    if row is None or row.reply not in NOT_FULFILLED:
        raise RefusedValue(mark("Only what is missing needs an initiative. Answer no or partly first."))
    known = initiative_of(company, number)
    if known is not None and known.state.is_open:
        return known
    same = [one for one in company.data.where(Initiative, "name", question.initiative) if one.state.is_open]
    label = Message(mark("Initiative “{name}” made from the security check"), {"name": question.initiative})
    with company.workspace.change(label) as edit:
        made = same[0] if same else put_record(company, edit, table("initiatives"), _values(question))
        assert isinstance(made, Initiative)
        row.initiative_id = made.id
    return made


def _values(question: SecurityQuestion) -> dict[str, object]:
    """Security keeps the business running; it does not let it grow."""
    return {
        "name": question.initiative,
        "description": f"{question.text}\n{question.hint}",
        "category": BudgetCategory.SECURITY,
        "change_kind": ChangeKind.RUN,
        "security_planned": True,
    }


def _checked_note(note: str) -> str:
    words = " ".join(note.split())
    if len(words) > MOST_CHARACTERS[Kind.TEXT]:
        raise RefusedValue(
            mark("A note has at most {most} characters; this one has {count}."),
            most=MOST_CHARACTERS[Kind.TEXT],
            count=len(words),
        )
    return words


def _label(text: str, number: int) -> Message:
    return Message(text, {"question": Message(_QUESTION, {"number": number})})
