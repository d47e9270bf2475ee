"""`show FILE reviews`: reviews with their frozen figures, and when the next one is due."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.review.review_words import figure_title, figure_value, question_words
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title
from virtualcio.cli.shown_table import named
from virtualcio.model import Decision, Person, Review, ReviewNote, ReviewPerson, Task
from virtualcio.model.review import SnapshotSubject
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_reviews(company: "OpenCompany", as_json: bool) -> int:
    """Newest first; for people the key figures side by side."""
    if as_json:
        print_json(_json_reviews(company))
        return FINE
    due = company.results.review_due
    sentence = (
        _("Next review: {quarter}, overdue since {day}")
        if due.overdue
        else _("Next review: {quarter}, by {day}")
    )
    print_title(
        sentence.format(quarter=formats.quarter(due.quarter_start), day=formats.day(due.due_on)), first=True
    )
    reviews = company.results.reviews
    if not reviews:
        return FINE
    print()
    print_table(
        (_("Review"), _("Held on"), _("Closed on"), _("Decisions"), _("Tasks")),
        [_row(company, review) for review in reviews],
        frozenset({3, 4}),
    )
    _print_figures(company, [review for review in reviews if review.closed_on is not None])
    return FINE


def _row(company: "OpenCompany", review: Review) -> tuple[str, ...]:
    return (
        review.name,
        formats.day(review.held_on),
        formats.day(review.closed_on),
        formats.number(len(company.data.where(Decision, "review_id", review.id))),
        formats.number(len(company.data.where(Task, "review_id", review.id))),
    )


def _figures(company: "OpenCompany", review: Review) -> dict[str, SnapshotRow]:
    rows = company.results.snapshot_of(review)
    return {row.subject_key: row for row in rows if row.subject is SnapshotSubject.FIGURE}


def _print_figures(company: "OpenCompany", closed: list[Review]) -> None:
    if not closed:
        return
    print_title(_("Key figures as they were frozen"))
    print()
    frozen = [_figures(company, review) for review in closed]
    rows = []
    for figure in Figure:
        values = [found.get(figure.value) for found in frozen]
        if any(value is not None for value in values):
            words = [figure_value(figure, None if one is None else one.amount) for one in values]
            rows.append((figure_title(figure), *words))
    titles = (_("Key figure"), *(review.name for review in closed))
    print_table(titles, rows, frozenset(range(1, len(titles))))


def _json_reviews(company: "OpenCompany") -> dict[str, object]:
    due = company.results.review_due
    return {
        "next": {"quarter_start": due.quarter_start, "due_on": due.due_on, "overdue": due.overdue},
        "reviews": [_json_review(company, review) for review in company.results.reviews],
    }


def _json_review(company: "OpenCompany", review: Review) -> dict[str, object]:
    data = company.data
    people = [row.person_id for row in data.where(ReviewPerson, "review_id", review.id)]
    return {
        "id": review.id,
        "name": review.name,
        "quarter_start": review.quarter_start,
        "planned_on": review.planned_on,
        "held_on": review.held_on,
        "closed_on": review.closed_on,
        "station": review.station,
        "people": [named(key, data.find(Person, key).name) for key in people],
        "summary": review.summary,
        "notes": {row.station.value: row.text for row in data.where(ReviewNote, "review_id", review.id)},
        "left_open": review.open_questions.splitlines(),
        "open_questions": [question_words(company, one) for one in company.results.open_questions(review)],
        "decisions": [named(one.id, one.name) for one in data.where(Decision, "review_id", review.id)],
        "tasks": [named(one.id, one.name) for one in data.where(Task, "review_id", review.id)],
        "figures": {
            key: {"value": row.amount, "second": row.second} for key, row in _figures(company, review).items()
        },
        "frozen": [
            {
                "subject": row.subject,
                "key": row.subject_key,
                "name": row.name,
                "state": row.state,
                "amount": row.amount,
                "second": row.second,
                "first_on": row.first_on,
                "last_on": row.last_on,
            }
            for row in company.results.snapshot_of(review)
        ],
    }
