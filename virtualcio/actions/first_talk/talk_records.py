"""An answer of the first talk is kept, and becomes the record that it speaks of, in one undo step."""

from typing import TYPE_CHECKING

from virtualcio.actions.first_talk.duty_answers import write_duties
from virtualcio.actions.first_talk.goal_answers import goal_starts, write_aims
from virtualcio.actions.first_talk.known_answers import answers_of, known_answers
from virtualcio.actions.first_talk.record_answers import WRITERS
from virtualcio.actions.first_talk.talk_edit import TalkEdit
from virtualcio.actions.first_talk.typed_answers import read_answer
from virtualcio.analysis.first_talk.questions import NONE, UNKNOWN, AnswerKind, Symptom
from virtualcio.exchange.talk_questions import TalkQuestion, talk_question
from virtualcio.model import TalkAnswer
from virtualcio.model.operations import CioModel
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from decimal import Decimal

    from virtualcio.actions.open_company import OpenCompany


def answer(company: "OpenCompany", key: str, text: str) -> bool:
    """Keep the answer to a question, and write what follows from it, as one undo step.

    A changed answer changes the record that came from the earlier one. False if nothing changed.
    RefusedValue: nothing has changed. KeyError for an unknown question.
    """
    question = talk_question(key)
    wanted = read_answer(question, text, company.today)
    row = answers_of(company.data).get(key)
    said = row.answer if row is not None else known_answers(company.data).get(key)
    if said == wanted:
        return False
    starts = goal_starts(company) if key == "aims" else {}
    label = Message(mark("Answer to “{name}”"), {"name": question.title})
    with company.workspace.change(label) as edit:
        if row is None:
            row = TalkAnswer(question=key, answered_on=company.today)
            edit.add(row)
        writing = TalkEdit(company, edit, row)
        row.answer, row.answered_on = wanted, company.today
        if key == "aims":
            write_aims(writing, starts)
        elif key == "duties":
            write_duties(writing)
        elif key in WRITERS:
            WRITERS[key](writing)
        _check_known(question, row)
    return True


def _check_known(question: TalkQuestion, row: TalkAnswer) -> None:
    """What was chosen must be one of the choices: a caller that makes one up has a bug."""
    keys = set(row.answer.split()) - {UNKNOWN, NONE}
    match question.rule.kind:
        case AnswerKind.GRADE:
            unknown = keys - set(Symptom)
        case AnswerKind.CHOICE | AnswerKind.SEVERAL:
            unknown = {key for key in keys if question.choice(key) is None}
        case _:
            return
    if unknown:
        raise ValueError(f"no such choice: {sorted(unknown)}")


def choose_cio_model(company: "OpenCompany", model: CioModel, days: "Decimal | None" = None) -> bool:
    """Choose who does the work of a CIO, as one undo step; `days` a month of the external one."""
    own = company.data.company
    wanted = days if model is CioModel.EXTERNAL else None
    if own.cio_model is model and own.cio_days_per_month == wanted:
        return False
    with company.workspace.change(Message(mark("CIO model chosen"))) as _edit:
        own.cio_model, own.cio_days_per_month = model, wanted
    return True
