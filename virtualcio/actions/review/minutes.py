"""The minutes of a review as PDF: who took part, key figures, what was said and decided, what comes next.

Of a closed review everything about figures comes from what was frozen then, so its minutes never change.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.review.minutes_lists import decisions_list, figures_list, tasks_list
from virtualcio.actions.review.minutes_stations import notes_of, stations_of
from virtualcio.actions.review.question_words import question_words
from virtualcio.analysis.calendar_days import add_months, period_end
from virtualcio.exchange.minutes_document import (
    MinutesDocument,
    MinutesSection,
    note_lines,
    write_minutes_pdf,
)
from virtualcio.model import Person, Review, ReviewPerson
from virtualcio.model.review import ReviewStation
from virtualcio.texts import _, language

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_QUARTER = 3  # months


def write_minutes(company: "OpenCompany", review: Review, path: Path) -> None:
    """The minutes of a review in the language of the interface; of one that is not closed, as a draft.

    RefusedFile if the file cannot be written; what was there stays then.
    """
    write_minutes_pdf(minutes_of(company, review), review.closed_on or company.today, path)


def minutes_of(company: "OpenCompany", review: Review) -> MinutesDocument:
    """What the minutes say, before they are set."""
    return MinutesDocument(
        language=language(),
        company=company.data.company.name,
        kind=_("Minutes"),
        title=_("Quarterly review {quarter}").format(quarter=review.name),
        draft="" if review.closed_on else _("Draft: not closed yet, the figures may still change."),
        made=_made(company, review),
        page_words=_page_words(),
        facts=tuple((name, lines) for name, lines in _facts(company, review) if any(lines)),
        sections=tuple(_sections(company, review)),
    )


def _made(company: "OpenCompany", review: Review) -> str:
    if review.closed_on is None:
        return _("Minutes, draft of {day}").format(day=formats.day(company.today))
    return _("Minutes, figures as of {day}").format(day=formats.day(review.closed_on))


def _page_words() -> tuple[str, str, str]:
    """What stands around the two numbers in 'Seite 1 von 2'; the numbers are known when it is set."""
    before, rest = _("Page {number} of {count}").split("{number}")
    between, after = rest.split("{count}")
    return before, between, after


def _facts(company: "OpenCompany", review: Review) -> Iterator[tuple[str, tuple[str, ...]]]:
    held_on = review.held_on or review.closed_on
    yield _("Held on"), (formats.long_day(held_on) if held_on else _("not held yet"),)
    rows = company.data.where(ReviewPerson, "review_id", review.id)
    people = sorted(
        (company.data.find(Person, row.person_id) for row in rows), key=lambda one: one.name.casefold()
    )
    yield _("Participants"), tuple(", ".join(word for word in (one.name, one.role) if word) for one in people)
    yield _("Summary"), note_lines(review.summary)


def _sections(company: "OpenCompany", review: Review) -> Iterator[MinutesSection]:
    """Decisions come before the long part: most readers read no further."""
    figures = figures_list(company, review)
    if figures is not None:
        yield MinutesSection(_("Key figures"), listed=figures)
    decisions = decisions_list(company, review)
    note = notes_of(company, review).get(ReviewStation.DECISIONS, ())
    if decisions is not None or note:
        yield MinutesSection(_("Decisions"), listed=decisions, note=note)
    tasks = tasks_list(company, review)
    if tasks is not None:
        yield MinutesSection(_("Tasks"), listed=tasks)
    stations = tuple(stations_of(company, review))
    if stations:
        yield MinutesSection(_("What was looked at"))
        yield from stations
    left_open = _left_open(company, review)
    if left_open:
        yield MinutesSection(_("Left open"), said=left_open)
    yield MinutesSection(_("Next review"), said=(_next_review(company, review),))


def _left_open(company: "OpenCompany", review: Review) -> tuple[str, ...]:
    if review.closed_on is not None:
        return note_lines(review.open_questions)
    return tuple(question_words(company, one) for one in company.results.open_questions(review))


def _next_review(company: "OpenCompany", review: Review) -> str:
    """The day of the next one if it has one, else the end of the quarter it is about."""
    later = [one for one in company.results.reviews if one.quarter_start > review.quarter_start]
    following = min(later, key=lambda one: one.quarter_start, default=None)
    day = None if following is None else following.held_on or following.planned_on
    if following is not None and day is not None:
        return _("{quarter}, on {day}").format(quarter=following.name, day=formats.long_day(day))
    first = add_months(review.quarter_start, _QUARTER)
    return _("{quarter}, by {day}").format(
        quarter=formats.quarter(first), day=formats.long_day(period_end(first, _QUARTER))
    )
