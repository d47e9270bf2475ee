"""Where reviews, decisions, tasks, outcomes and use stand, for the cells of their tables."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.actions.review.review_choice_titles import DECISION_STATES
from virtualcio.analysis.amounts import share_percent
from virtualcio.model import AdoptionCount, Decision, Initiative, OutcomeReview, Review, Task
from virtualcio.model.review import DecisionState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

T = TypeVar("T", Decimal, date, int)

SOON_DAYS = 14  # what is due within two weeks is to be seen


def is_over(company: "OpenCompany", due_on: date | None) -> bool:
    """Due before today; the day itself is still in time."""
    return due_on is not None and due_on < company.today


def task_status(company: "OpenCompany", task: Task) -> Status:
    """'seit 12 Tagen überfällig', 'noch 5 Tage', 'erledigt'."""
    if task.done_on is not None:
        return _done(task.done_on)
    return _open(company, task.due_on)


def decision_status(company: "OpenCompany", decision: Decision) -> Status:
    """What became of it; of what was decided until when it is to be carried out."""
    if decision.state is DecisionState.REJECTED:
        return Status(_(DECISION_STATES[decision.state]), Tone.NEUTRAL, (3, 0))
    if decision.done_on is not None:
        return _done(decision.done_on)
    if decision.state is DecisionState.PROPOSED:
        return Status(_("to be decided"), Tone.WATCH, (1, 0))
    if decision.state is DecisionState.DEFERRED:
        if decision.due_on is None:
            return Status(_("put off, without a day"), Tone.WATCH, (1, 1))
        tone = Tone.ACT if is_over(company, decision.due_on) else Tone.NEUTRAL
        text = _("put off until {day}").format(day=formats.day(decision.due_on))
        return Status(text, tone, (0, decision.due_on.toordinal()))
    return _open(company, decision.due_on)


def _done(day: date) -> Status:
    return Status(_("done {day}").format(day=formats.day(day)), Tone.GOOD, (2, -day.toordinal()))


def _open(company: "OpenCompany", due_on: date | None) -> Status:
    if due_on is None:
        return Status(_("without a day"), Tone.WATCH, (1, 2))
    left = (due_on - company.today).days
    place = (0, due_on.toordinal())
    if left < 0:
        words = translate_count("overdue for {count} day", "overdue for {count} days", -left)
        return Status(words, Tone.ACT, place)
    if left == 0:
        return Status(_("due today"), Tone.WATCH, place)
    words = translate_count("{count} day left", "{count} days left", left)
    return Status(words, Tone.WATCH if left <= SOON_DAYS else Tone.NEUTRAL, place)


def review_status(company: "OpenCompany", review: Review) -> Status:
    """'abgeschlossen', 'läuft', 'geplant für 09.12.2026', 'überfällig seit 30.09.2026'."""
    if review.closed_on is not None:
        return Status(_("closed, figures frozen"), Tone.GOOD, (2, -review.closed_on.toordinal()))
    if review.held_on is not None and review.held_on <= company.today:
        return Status(_("begun, not closed"), Tone.WATCH, (0, review.held_on.toordinal()))
    planned = review.planned_on or review.held_on
    if planned is None:
        return Status(_("no day yet"), Tone.WATCH, (1, date.max.toordinal()))
    if planned < company.today:
        words = _("overdue since {day}").format(day=formats.day(planned))
        return Status(words, Tone.ACT, (0, planned.toordinal()))
    return Status(
        _("planned for {day}").format(day=formats.day(planned)), Tone.NEUTRAL, (1, planned.toordinal())
    )


def outcome_status(company: "OpenCompany", outcome: OutcomeReview) -> Status:
    """'noch zu besprechen', '2 von 3 Versprechen gehalten'."""
    if outcome.held_on is None or outcome.held_on > company.today:
        return Status(_("still to be held"), Tone.WATCH, (0, 0))
    kept = promises(company, outcome)
    known = [one for one in kept if one is not None]
    if not known:
        return Status(_("nothing to compare"), Tone.NEUTRAL, (1, 0))
    good = known.count(True)
    words = _("{good} of {count} promises kept").format(good=good, count=len(known))
    tone = Tone.GOOD if good == len(known) else Tone.WATCH if good else Tone.ACT
    return Status(words, tone, (2, Decimal(good) / len(known)))


def promises(company: "OpenCompany", outcome: OutcomeReview) -> tuple[bool | None, ...]:
    """Whether each promise was kept: KPIs, cost, end, users; None where one side is not known."""
    now = company.results.outcome_of(company.data.find(Initiative, outcome.initiative_id))
    rows = now.kpis if now.review is outcome else ()
    return (
        *(row.reached for row in rows),
        _at_most(outcome.actual_cost, outcome.planned_cost),
        _at_most(outcome.actual_end, outcome.planned_end),
        _at_most(outcome.planned_users, outcome.actual_users),
    )


def _at_most(first: T | None, second: T | None) -> bool | None:
    return None if first is None or second is None else first <= second


def use_percent(_company: "OpenCompany", count: AdoptionCount) -> Decimal | None:
    """How much of the people that it is meant for use it, in percent; None of nobody."""
    return share_percent(Decimal(count.users), Decimal(count.people))
