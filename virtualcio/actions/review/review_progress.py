"""How complete the steering is, and the one thing that would help most."""

from datetime import timedelta
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, state_of_gaps
from virtualcio.model import CouncilMeeting, Department, Review, Task
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results

_PAGE = "review"
OLD_DAYS = 100  # a quarter and a little patience


def _review_words(_count: int) -> str:
    return _("Hold the first review and close it: then you see every quarter what has changed.")


def _council_words(_count: int) -> str:
    return _("Hold the first council: one person of each department, once a month.")


def _date_words(count: int) -> str:
    return translate_count(
        "Say until when {count} task is to be done.", "Say until when {count} tasks are to be done.", count
    )


def _overdue_words(count: int) -> str:
    return translate_count(
        "Settle {count} overdue task, or give it a new day.",
        "Settle {count} overdue tasks, or give them a new day.",
        count,
    )


def _outcome_words(count: int) -> str:
    return translate_count(
        "Look back at {count} finished initiative: what arrived of the promise?",
        "Look back at {count} finished initiatives: what arrived of the promise?",
        count,
    )


def _liaison_words(count: int) -> str:
    return translate_count(
        "Say who speaks for {count} department in the council.",
        "Say who speaks for {count} departments in the council.",
        count,
    )


def _old_review(results: "Results") -> NextStep | None:
    """One was closed more than 100 days ago, or the day of the planned one is over."""
    last, due = results.last_closed, results.review_due
    if due.overdue and due.review is not None:
        words = _("Hold the quarterly review: it was due on {day}.").format(day=formats.day(due.due_on))
        return NextStep(words, "reviews", page=_PAGE)
    if last is None or last.closed_on is None:
        return None
    if last.closed_on + timedelta(days=OLD_DAYS) >= results.today:
        return None
    return NextStep(_("Hold the quarterly review: the last one is too long ago."), "reviews", page=_PAGE)


def review_state(results: "Results") -> StepState:
    """Empty without any review, meeting or task; done when a review is closed, the council meets, and 90 % of
    tasks, outcome reviews and liaisons are there; outdated when the last review was closed more than 100 days
    ago or the planned one is overdue.
    """
    data = results.data
    tasks = results.open_tasks
    undated = [task for task in tasks if task.due_on is None]
    departments = data.all(Department)
    voiceless = [one for one in departments if one.liaison_id is None]
    due = results.outcomes_due
    text = _("Plan the first review: an hour in which you look at goals, initiatives and money.")
    there = any(data.count(kind) for kind in (Review, CouncilMeeting, Task))
    gaps = (
        Gap(int(results.last_closed is None), 1, _review_words, "reviews", "", _PAGE),
        Gap(int(not data.count(CouncilMeeting)), 1, _council_words, "council_meetings", "", _PAGE),
        Gap(len(results.overdue_tasks), len(tasks), _overdue_words, "tasks", "overdue", _PAGE),
        Gap(len(undated), len(tasks), _date_words, "tasks", "without_date", _PAGE),
        Gap(len(due), len(due), _outcome_words, "outcomes", "", _PAGE),
        Gap(len(voiceless), len(departments), _liaison_words, "departments", ""),
    )
    return state_of_gaps(None if there else NextStep(text, "reviews", page=_PAGE), gaps, _old_review(results))
