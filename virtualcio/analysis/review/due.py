"""When the next review, meeting, outcome review or visit is due, and which tasks are late.

Source: rules.md section 6.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.calendar_days import add_months, period_end
from virtualcio.analysis.goals.goal_state import last_day
from virtualcio.analysis.review.snapshot import closed_reviews
from virtualcio.model import CouncilMeeting, Decision, Initiative, OutcomeReview, Review, Task, Visit
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import DecisionState

QUARTER = 3  # months
YEAR = 12


@dataclass(frozen=True)
class ReviewDue:
    """The next quarterly review: of which quarter, until when, and whether that day is over."""

    quarter_start: date
    due_on: date
    overdue: bool
    review: Review | None = None  # planned or begun


@dataclass(frozen=True)
class CouncilDue:
    """The council's last meeting, until when the next one is due, and the next one if it has a day."""

    last_on: date | None
    due_on: date | None
    overdue: bool
    next_on: date | None = None


class OutcomeDue(NamedTuple):
    """An initiative that ended, and the day from which what it brought is to be looked at."""

    initiative: Initiative
    due_on: date


@dataclass(frozen=True)
class CioDays:
    """Agreed, used and left days of the external CIO in this month, and in this calendar year so far.

    `left` is negative if more were used than agreed. `next_visit` is the next one that has a day.
    """

    agreed: Decimal
    used: Decimal
    left: Decimal
    next_visit: date | None
    agreed_year: Decimal
    used_year: Decimal

    @property
    def left_year(self) -> Decimal:
        return self.agreed_year - self.used_year


def quarter_start_of(day: date) -> date:
    """The first day of the quarter that holds `day`."""
    return add_months(period_end(day, QUARTER).replace(day=1), 1 - QUARTER)


def newest_first(data: CompanyData) -> tuple[Review, ...]:
    """All reviews: by the quarter they look at, then by the day."""
    return tuple(
        sorted(
            data.all(Review),
            key=lambda one: (one.quarter_start, one.held_on or one.planned_on or date.min, one.id),
            reverse=True,
        )
    )


def open_review(data: CompanyData) -> Review | None:
    """The one that was begun and is not closed; of several the newest. Being planned is not open."""
    begun = (one for one in newest_first(data) if one.closed_on is None and one.held_on is not None)
    return next(begun, None)


def review_due(data: CompanyData, today: date) -> ReviewDue:
    """A quarter's review is due on the day it is planned on, else by the end of that quarter.

    The next one is that of the quarter after the last closed one. Where none was ever closed, it is that of
    this quarter: nobody is late with something he has not begun.
    """
    pending = [one for one in newest_first(data) if one.closed_on is None]
    if pending:
        review = pending[-1]
        due_on = review.planned_on or period_end(review.quarter_start, QUARTER)
        return ReviewDue(review.quarter_start, due_on, due_on < today, review)
    closed = closed_reviews(data)
    if not closed:
        return ReviewDue(quarter_start_of(today), period_end(today, QUARTER), overdue=False)
    last = max(one.quarter_start for one in closed)
    quarter = add_months(quarter_start_of(last), QUARTER)
    due_on = period_end(quarter, QUARTER)
    return ReviewDue(quarter, due_on, due_on < today)


def quarter_to_review(due: ReviewDue, today: date) -> date:
    """First day of the quarter that a review begun today looks at: the one that is due, but none that is
    over for more than a quarter.
    """
    this_quarter = quarter_start_of(today)
    return due.quarter_start if due.quarter_start >= add_months(this_quarter, -QUARTER) else this_quarter


def council_due(data: CompanyData, today: date, days: int) -> CouncilDue:
    """The next meeting is due `days` after the last one; before the first one nothing is late."""
    days_held = sorted(one.held_on for one in data.all(CouncilMeeting))
    last = next((day for day in reversed(days_held) if day <= today), None)
    coming = next((day for day in days_held if day > today), None)
    if last is None:
        return CouncilDue(None, None, overdue=False, next_on=coming)
    due_on = last + timedelta(days=days)
    return CouncilDue(last, due_on, due_on < today, coming)


def outcomes_pending(data: CompanyData, days: int) -> tuple[OutcomeDue, ...]:
    """Finished initiatives without an outcome review that was held, the longest due first.

    Due `days` after the day on which it was finished, else after its planned end. One that has neither is
    left out: nobody knows since when it could be looked at.
    """
    held = {one.initiative_id for one in data.all(OutcomeReview) if one.held_on is not None}
    found = []
    for initiative in data.where(Initiative, "state", InitiativeState.DONE):
        ended = ended_on(initiative)
        if initiative.id not in held and ended is not None:
            found.append(OutcomeDue(initiative, ended + timedelta(days=days)))
    return tuple(sorted(found, key=lambda one: (one.due_on, one.initiative.name, one.initiative.id)))


def last_day_of(initiative: Initiative) -> date | None:
    """The last day of its last month by the plan; None if it has no start."""
    return None if initiative.start is None else last_day(initiative.start, initiative.months)


def ended_on(initiative: Initiative) -> date | None:
    """When it was finished, else when it should have been."""
    return initiative.finished_on or last_day_of(initiative)


def open_tasks(data: CompanyData) -> tuple[Task, ...]:
    """All that is not done: by day, those without a day last. So what is overdue comes first."""
    return tuple(sorted((one for one in data.all(Task) if one.done_on is None), key=_by_day))


def open_decisions(data: CompanyData) -> tuple[Decision, ...]:
    """What was decided and is not carried out yet, and what was deferred: by day, without a day last."""
    waiting = (DecisionState.DECIDED, DecisionState.DEFERRED)
    open_ones = (one for one in data.all(Decision) if one.done_on is None and one.state in waiting)
    return tuple(sorted(open_ones, key=_by_day))


def _by_day(one: Task | Decision) -> tuple[date, str, str]:
    return one.due_on or date.max, one.name, one.id


def overdue(records: Iterable[Task] | Iterable[Decision], today: date) -> Sequence[Task | Decision]:
    """Those whose day is over."""
    return [one for one in records if one.due_on is not None and one.due_on < today]


def cio_days(data: CompanyData, today: date) -> CioDays | None:
    """None if no days a month are agreed with an external CIO. Visits up to today count as used."""
    agreed = data.company.cio_days_per_month
    if agreed is None:
        return None
    visits = data.all(Visit)
    this_year = [one for one in visits if one.held_on.year == today.year and one.held_on <= today]
    used_year = total(one.days for one in this_year)
    used = total(one.days for one in this_year if one.held_on.month == today.month)
    coming = min((one.held_on for one in visits if one.held_on > today), default=None)
    return CioDays(agreed, used, agreed - used + ZERO, coming, agreed * YEAR, used_year)
