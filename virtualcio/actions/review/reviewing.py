"""The quarterly review as a guided meeting: begin, walk from station to station, note, close with figures
that never change again. What is decided on the way: `deciding.py`.
"""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.field_values import put_value
from virtualcio.actions.new_record import put_record
from virtualcio.actions.review.deciding import (
    add_decision,
    add_task,
    carry_out,
    decide,
    finish_task,
    take_proposal,
)
from virtualcio.actions.review.outcomes import add_outcome
from virtualcio.actions.review.question_words import question_words
from virtualcio.actions.review.review_choice_titles import STATIONS
from virtualcio.actions.tables import table
from virtualcio.analysis.calendar_days import period_end
from virtualcio.analysis.review.due import quarter_start_of, quarter_to_review
from virtualcio.analysis.review.proposals import Proposal
from virtualcio.analysis.review.snapshot import frozen
from virtualcio.errors import RefusedValue
from virtualcio.model import Review, ReviewNote, ReviewPerson, ReviewSnapshot
from virtualcio.model.review import ReviewStation
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

__all__ = [
    "Proposal",
    "add_decision",
    "add_outcome",
    "add_task",
    "carry_out",
    "close_review",
    "decide",
    "finish_task",
    "note_of",
    "plan_review",
    "reopen_review",
    "set_people",
    "start_review",
    "take_proposal",
    "write_note",
]


def start_review(company: "OpenCompany", quarter_start: date | None = None) -> Review:
    """Begin the review of a quarter today, as one undo step; without one, of the quarter that is due.

    A review that is open already is given back as it is; one that was planned for the quarter is begun. Who
    took part the last time is invited again. RefusedValue: that quarter's review is closed.
    """
    running = company.results.open_review
    if running is not None:
        return running
    first = quarter_start_of(quarter_start) if quarter_start else None
    due = company.results.review_due
    if first is None:
        first = quarter_to_review(due, company.today)
    known = _of_quarter(company, first)
    label = Message(mark("Review “{name}” begun"), {"name": formats.quarter(first)})
    with company.workspace.change(label) as edit:
        review = known or Review(name=formats.quarter(first), quarter_start=first)
        if known is None:
            edit.add(review)
        review.held_on = company.today
        review.station = ReviewStation.KPIS
        if not company.data.where(ReviewPerson, "review_id", review.id):
            for key in _people_before(company):
                edit.add(ReviewPerson(review_id=review.id, person_id=key))
    return review


def plan_review(company: "OpenCompany", day: date) -> Review:
    """Put the next review on a day, as one undo step: that of the quarter that is due, else of the day's own.

    RefusedValue: the day is over.
    """
    if day < company.today:
        raise RefusedValue(
            mark("{day} is over. Choose a day to come, or begin the review today."), day=formats.day(day)
        )
    due = company.results.review_due
    first = due.quarter_start if due.review else quarter_to_review(due, company.today)
    label = Message(mark("Review planned for {day}"), {"day": formats.day(day)})
    with company.workspace.change(label) as edit:
        review = due.review
        if review is None:
            review = Review(name=formats.quarter(first), quarter_start=first)
            edit.add(review)
        review.planned_on = day
    return review


def _of_quarter(company: "OpenCompany", first: date) -> Review | None:
    """The planned one; None if there is none yet."""
    found = [one for one in company.data.all(Review) if first <= one.quarter_start <= period_end(first, 3)]
    closed = next((one for one in found if one.closed_on is not None), None)
    if closed is not None:
        raise RefusedValue(
            mark("The review of {quarter} is closed already. Reopen it, or choose another quarter."),
            quarter=formats.quarter(first),
        )
    return found[0] if found else None


def _people_before(company: "OpenCompany") -> list[str]:
    last = company.results.last_closed
    if last is None:
        return []
    rows = company.data.where(ReviewPerson, "review_id", last.id)
    return list(dict.fromkeys(row.person_id for row in rows))


def set_people(company: "OpenCompany", review: Review, keys: tuple[str, ...]) -> bool:
    """Exactly these people take part, as one undo step; False if they did already."""
    rows = list(company.data.where(ReviewPerson, "review_id", review.id))
    if {row.person_id for row in rows} == set(keys):
        return False
    _refuse_closed(review)
    label = Message(mark("People of review “{name}” changed"), {"name": review.name})
    with company.workspace.change(label) as edit:
        for row in rows:
            if row.person_id not in keys:
                edit.delete(row)
        for key in dict.fromkeys(keys):
            if all(row.person_id != key for row in rows):
                edit.add(ReviewPerson(review_id=review.id, person_id=key))
    return True


def note_of(company: "OpenCompany", review: Review, station: ReviewStation) -> str:
    """What was noted at a station; "" if nothing."""
    rows = company.data.where(ReviewNote, "review_id", review.id)
    return "\n".join(row.text for row in rows if row.station is station)


def write_note(company: "OpenCompany", review: Review, station: ReviewStation, text: str) -> bool:
    """Note what was said at a station, as one undo step; False if it stood there. Empty takes it away.

    The review is at this station then, so that the meeting goes on there after a break, elsewhere too.
    """
    words = text.strip()
    if words == note_of(company, review, station):
        return False
    _refuse_closed(review)
    rows = [row for row in company.data.where(ReviewNote, "review_id", review.id) if row.station is station]
    label = Message(mark("Note on “{station}” changed"), {"station": Message(STATIONS[station])})
    with company.workspace.change(label) as edit:
        review.station = station
        for row in rows[1:] if words else rows:
            edit.delete(row)
        if words and rows:
            put_value(company, edit, table("review_notes").column("text"), rows[0], words)
        elif words:
            values = {"review": review.id, "station": station, "text": words}
            put_record(company, edit, table("review_notes"), values)
    return True


def close_review(company: "OpenCompany", review: Review, *, leave_open: bool = False) -> None:
    """End the meeting: its key figures are frozen in the same undo step and never change again.

    RefusedValue: it is closed, its day lies in the future, or questions are open; with `leave_open` these
    are written down with it instead.
    """
    _refuse_closed(review)
    held_on = review.held_on or company.today
    if held_on > company.today:
        raise RefusedValue(
            mark("{day} lies in the future. A review is closed on its day at the earliest."),
            day=formats.day(held_on),
        )
    questions = [question_words(company, one) for one in company.results.open_questions(review)]
    if questions and not leave_open:
        raise RefusedValue(
            mark("Still open: {questions}. Answer it, or close the review and leave it open knowingly."),
            questions="; ".join(questions),
        )
    rows = frozen(review.id, company.results.snapshot_now)
    label = Message(mark("Review “{name}” closed"), {"name": review.name})
    with company.workspace.change(label) as edit:
        review.held_on, review.closed_on = held_on, company.today
        review.open_questions = "\n".join(questions)
        for row in rows:
            edit.add(row)


def reopen_review(company: "OpenCompany", review: Review) -> None:
    """Open the newest closed review again, as one undo step; its frozen figures go.

    RefusedValue: it is open, or a later one was compared with it.
    """
    if review.closed_on is None:
        raise RefusedValue(mark("“{name}” is open already."), name=review.name)
    if review is not company.results.last_closed:
        raise RefusedValue(
            mark("“{name}” stays closed: a later review has been compared with it."), name=review.name
        )
    if company.results.open_review is not None:
        raise RefusedValue(
            mark("“{name}” stays closed as long as another review is open. Close that one first."),
            name=review.name,
        )
    label = Message(mark("Review “{name}” opened again"), {"name": review.name})
    with company.workspace.change(label) as edit:
        for row in list(company.data.where(ReviewSnapshot, "review_id", review.id)):
            edit.delete(row)
        review.closed_on = None
        review.open_questions = ""


def _refuse_closed(review: Review) -> None:
    if review.closed_on is not None:
        raise RefusedValue(mark("“{name}” is closed. Reopen it to change something in it."), name=review.name)
