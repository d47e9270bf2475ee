"""Checks about reviews, council, tasks, decisions and what initiatives brought."""

from collections.abc import Sequence
from datetime import timedelta

from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.review.due import ended_on
from virtualcio.analysis.review.questions import kpis_without_value
from virtualcio.model import Application, Asset, CouncilMeeting, Decision, Department, Initiative, Task
from virtualcio.model.initiatives import InitiativeState

REVIEW_SOON = timedelta(days=21)
PUT_OFF_TIMES = 2
MOST_PUT_OFF = 2


def review_due(facts: CheckFacts) -> Sequence[Finding]:
    """The next quarterly review is due within three weeks, or its day is over. Nobody is reminded who has
    never planned or held one.
    """
    due, reviews = facts.steering.review_due, facts.steering.reviews
    if not reviews or facts.today < due.due_on - REVIEW_SOON:
        return []
    params = {
        "count": 1,
        "quarter_start": due.quarter_start,
        "due_on": due.due_on,
        "overdue": due.overdue,
        "kpis": len(kpis_without_value(facts.data, facts.plan.kpi_states, facts.today)),
    }
    severity = Severity.ACT if due.overdue else Severity.WATCH
    return [Finding("review_due", severity, objects_of(due.review or reviews[0]), params, None, due.due_on)]


def review_left_open(facts: CheckFacts) -> Sequence[Finding]:
    """The last review was closed with open questions: until the next one is closed, or they are deleted."""
    last = facts.steering.last_closed
    if last is None or not last.open_questions.strip():
        return []
    params = {"count": 1, "closed_on": last.closed_on}
    return [Finding("review_left_open", Severity.WATCH, objects_of(last), params)]


def council_overdue(facts: CheckFacts) -> Sequence[Finding]:
    """The last meeting is longer ago than the time from one to the next [assumption]."""
    due = facts.steering.council_due
    if not due.overdue:
        return []
    meetings = [one for one in facts.data.all(CouncilMeeting) if one.held_on == due.last_on]
    params = {"count": 1, "last_on": due.last_on, "next_on": due.next_on}
    return [Finding("council_overdue", Severity.WATCH, objects_of(meetings[0]), params, None, due.due_on)]


def _late(check_id: str, severity: Severity, found: Sequence[Task] | Sequence[Decision]) -> Sequence[Finding]:
    """One finding for all of them, the longest overdue first."""
    if not found:
        return []
    first = found[0].due_on
    params = {"count": len(found), "first_due": first}
    return [Finding(check_id, severity, objects_of(*found), params, None, first)]


def tasks_overdue(facts: CheckFacts) -> Sequence[Finding]:
    """Tasks whose day is over and that are not done."""
    return _late("tasks_overdue", Severity.ACT, facts.steering.overdue_tasks)


def decision_overdue(facts: CheckFacts) -> Sequence[Finding]:
    """Decisions that were not carried out in time, or were put off to a day that has come."""
    return _late("decision_overdue", Severity.WATCH, facts.steering.overdue_decisions)


def outcome_not_reviewed(facts: CheckFacts) -> Sequence[Finding]:
    """Initiatives that ended 90 days [assumption] ago or earlier without an outcome review since."""
    due = facts.steering.outcomes_due
    if not due:
        return []
    params = {"count": len(due), "first_due": due[0].due_on}
    objects = objects_of(*(one.initiative for one in due))
    return [Finding("outcome_not_reviewed", Severity.WATCH, objects, params)]


def promised_use_not_reached(facts: CheckFacts) -> Sequence[Finding]:
    """An initiative ended 90 days [assumption] ago or earlier, and fewer people use what it brought than it
    promised. One finding for several.
    """
    patience = timedelta(days=facts.assumptions.outcome_days)
    found = []
    for state in facts.steering.adoption:
        initiative = facts.data.find(Initiative, state.initiative_id)
        ended = ended_on(initiative)
        done = initiative.state is InitiativeState.DONE and ended is not None
        if not done or ended is None or ended + patience > facts.today:
            continue
        if state.promised_users is not None and state.users < state.promised_users:
            params = {"count": 1, "users": state.users, "promised": state.promised_users}
            found.append(Finding("promised_use_not_reached", Severity.WATCH, objects_of(initiative), params))
    return together(found, 1)


def department_without_liaison(facts: CheckFacts) -> Sequence[Finding]:
    """Where departments send somebody to the council, some have named nobody. One finding for all of them."""
    departments = facts.data.all(Department)
    if not (facts.data.count(CouncilMeeting) or any(one.liaison_id for one in departments)):
        return []
    found = [one for one in departments if one.liaison_id is None]
    if not found:
        return []
    return [Finding("department_without_liaison", Severity.WATCH, objects_of(*found), {"count": len(found)})]


def put_off_twice(facts: CheckFacts) -> Sequence[Finding]:
    """What is overdue and was put off at least twice, from review to review: most often first."""
    slips = [one for one in facts.steering.slips.values() if one.times >= PUT_OFF_TIMES]
    slips.sort(key=lambda one: (-one.times, -one.days, one.name))
    found = []
    for slip in slips:
        record = facts.data.get(Asset, slip.thing_id) or facts.data.get(Application, slip.thing_id)
        if record is not None:
            params = {"count": 1, "times": slip.times, "days": slip.days, "planned_on": slip.planned_on}
            money = facts.values.get(record.id)
            found.append(Finding("put_off_twice", Severity.ACT, objects_of(record), params, money))
    return together(found, MOST_PUT_OFF)
