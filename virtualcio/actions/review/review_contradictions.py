"""What cannot be true together in reviews, decisions, outcomes, counts of use and incidents."""

from datetime import date
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.actions.review.count_stages import STAGES, stages_rise
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    AdoptionCount,
    Decision,
    Incident,
    OutcomeKpi,
    OutcomeReview,
    Record,
    Review,
    ReviewNote,
    Task,
)
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_AFTER_CLOSING = frozenset({"summary"})
_HOURS_A_DAY = 24


def refuse_closed(company: "OpenCompany", record: Record, column_key: str) -> RefusedValue | None:
    """A closed review can only be read, except for its summary; so can its notes and who took part.

    A review that is being added may be closed: so it comes from a file.
    """
    review = record if isinstance(record, Review) else None
    if isinstance(record, ReviewNote):
        review = company.data.get(Review, record.review_id)
    if review is None or review.closed_on is None or column_key in _AFTER_CLOSING:
        return None
    if company.data.get(type(record), record.id) is None:
        return None
    return RefusedValue(mark("“{name}” is closed. Reopen it to change something in it."), name=review.name)


def _closed_by_typing(company: "OpenCompany", review: Review) -> RefusedValue | None:
    if review.closed_on is None or company.data.get(Review, review.id) is None:
        return None
    return RefusedValue(mark("A review is closed in the meeting, so that its figures are frozen with it."))


def _not_after_today(field: str, sentence: str) -> Any:
    """Refuses a day to come in `field`; `sentence` has {day}."""

    def says(company: "OpenCompany", record: Any) -> RefusedValue | None:
        day: date | None = getattr(record, field)
        if day is None or day <= company.today:
            return None
        return RefusedValue(sentence, day=formats.day(day))

    return says


def _held_in_the_future(company: "OpenCompany", review: Review) -> RefusedValue | None:
    """A day to come is planned; held is what was."""
    if review.held_on is None or review.held_on <= company.today:
        return None
    return RefusedValue(
        mark("{day} lies in the future. Enter it as planned; held is what has taken place."),
        day=formats.day(review.held_on),
    )


def _closed_before_held(review: Review) -> bool:
    return wrong_order(review, "held_on", "closed_on")


def _there_already(company: "OpenCompany", row: OutcomeKpi) -> RefusedValue | None:
    rows = company.data.where(OutcomeKpi, "outcome_id", row.outcome_id)
    if all(one.id == row.id or one.kpi_id != row.kpi_id for one in rows):
        return None
    return RefusedValue(mark("This KPI is there already. Change its values."))


def _longer_than_it_lasted(incident: Incident) -> bool:
    """More hours of outage than there were from its first to its last day."""
    if incident.started_on is None or incident.ended_on is None or incident.outage_hours is None:
        return False
    days = (incident.ended_on - incident.started_on).days + 1
    return days > 0 and incident.outage_hours > days * _HOURS_A_DAY


_FUTURE = mark("{day} lies in the future. Enter it when it has taken place.")

REVIEW_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    ContradictionAround((Review,), frozenset({"closed_on"}), _closed_by_typing),
    ContradictionAround((Review,), frozenset({"held_on"}), _held_in_the_future),
    Contradiction(
        (Review,),
        frozenset({"held_on", "closed_on"}),
        _closed_before_held,
        mark("It would be closed before it was held. Check both days."),
    ),
    Contradiction(
        (Decision,),
        frozenset({"decided_on", "due_on"}),
        lambda one: wrong_order(one, "decided_on", "due_on"),
        mark("It would have to be carried out before it was decided. Check both days."),
    ),
    Contradiction(
        (Decision,),
        frozenset({"decided_on", "done_on"}),
        lambda one: wrong_order(one, "decided_on", "done_on"),
        mark("It would have been carried out before it was decided. Check both days."),
    ),
    ContradictionAround((Decision, Task), frozenset({"done_on"}), _not_after_today("done_on", _FUTURE)),
    ContradictionAround((Decision,), frozenset({"decided_on"}), _not_after_today("decided_on", _FUTURE)),
    ContradictionAround((OutcomeReview,), frozenset({"held_on"}), _not_after_today("held_on", _FUTURE)),
    ContradictionAround((AdoptionCount,), frozenset({"counted_on"}), _not_after_today("counted_on", _FUTURE)),
    Contradiction(
        (AdoptionCount,),
        frozenset({"people", *STAGES}),
        stages_rise,
        mark("These are more people than in the stage before. Whoever uses it also knows it."),
    ),
    ContradictionAround((OutcomeKpi,), frozenset({"kpi_id", "outcome_id"}), _there_already),
    Contradiction(
        (Incident,),
        frozenset({"started_on", "noticed_on"}),
        lambda one: wrong_order(one, "started_on", "noticed_on"),
        mark("It would have been noticed before it began. Check both days."),
    ),
    Contradiction(
        (Incident,),
        frozenset({"started_on", "ended_on"}),
        lambda one: wrong_order(one, "started_on", "ended_on"),
        mark("It would be over before it began. Check both days."),
    ),
    Contradiction(
        (Incident,),
        frozenset({"noticed_on", "reported_on"}),
        lambda one: wrong_order(one, "noticed_on", "reported_on"),
        mark("It would have been reported before it was noticed. Check both days."),
    ),
    Contradiction(
        (Incident,),
        frozenset({"reported_on", "closed_report_on"}),
        lambda one: wrong_order(one, "reported_on", "closed_report_on"),
        mark("The final report would come before the first one. Check both days."),
    ),
    Contradiction(
        (Incident,),
        frozenset({"outage_hours", "started_on", "ended_on"}),
        _longer_than_it_lasted,
        mark("These are more hours than from its first to its last day. Check the hours and both days."),
    ),
    ContradictionAround((Incident,), frozenset({"started_on"}), _not_after_today("started_on", _FUTURE)),
    ContradictionAround((Incident,), frozenset({"noticed_on"}), _not_after_today("noticed_on", _FUTURE)),
    ContradictionAround((Incident,), frozenset({"reported_on"}), _not_after_today("reported_on", _FUTURE)),
)  # fmt: skip
