"""What a review, a decision, a task, an outcome or a count of use means, in business words."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.goals.kpi_words import quantity
from virtualcio.actions.review.steering_status import is_over, use_percent
from virtualcio.model import (
    AdoptionCount,
    CouncilMeeting,
    Decision,
    Goal,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Person,
    Review,
    Task,
    Trend,
)
from virtualcio.model.review import DecisionState, Stance
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def task_sentence(company: "OpenCompany", task: Task) -> Sentence:
    """'Seit 12 Tagen überfällig; Weber ist zuständig.'"""
    owner = company.data.get(Person, task.owner_id)
    decision = company.data.get(Decision, task.decision_id)
    why = (
        [_("Follows from the decision “{name}”.").format(name=decision.name)] if decision is not None else []
    )
    if task.done_on is not None:
        return Sentence(_("Done on {day}.").format(day=formats.day(task.done_on)), Tone.GOOD, why)
    who = _("{name} sees to it.").format(name=owner.name) if owner is not None else _("Nobody is in charge.")
    if task.due_on is None:
        text = _("To be done, without a day: then it is never late, and never done.")
        return Sentence(f"{text} {who}", Tone.WATCH, why)
    left = (task.due_on - company.today).days
    if left < 0:
        text = translate_count("Overdue for {count} day.", "Overdue for {count} days.", -left)
        return Sentence(f"{text} {who}", Tone.ACT, why)
    text = _("To be done by {day}.").format(day=formats.day(task.due_on))
    return Sentence(f"{text} {who}", Tone.WATCH if owner is None else Tone.NEUTRAL, why)


def decision_sentence(company: "OpenCompany", decision: Decision) -> Sentence:
    """What was decided, who carries it out until when, and which money it releases."""
    why = _where_from(company, decision)
    if decision.state is DecisionState.PROPOSED:
        return Sentence(_("Proposed; somebody has to decide."), Tone.WATCH, why)
    if decision.state is DecisionState.REJECTED:
        reason = " ".join(decision.reason.split())
        text = _("Rejected: {reason}").format(reason=reason) if reason else _("Rejected, without a reason.")
        return Sentence(text, Tone.NEUTRAL, why)
    if decision.state is DecisionState.DEFERRED:
        if decision.due_on is None:
            return Sentence(_("Put off, and nobody said until when."), Tone.WATCH, why)
        text = _("Put off until {day}.").format(day=formats.day(decision.due_on))
        return Sentence(text, Tone.ACT if is_over(company, decision.due_on) else Tone.NEUTRAL, why)
    if decision.done_on is not None:
        text = _("Carried out on {day}.").format(day=formats.day(decision.done_on))
        return Sentence(text, Tone.GOOD, why)
    owner = company.data.get(Person, decision.owner_id)
    if owner is None:
        return Sentence(_("Decided, but nobody is to carry it out."), Tone.WATCH, why)
    if decision.due_on is None:
        return Sentence(_("{name} carries it out, without a day.").format(name=owner.name), Tone.WATCH, why)
    text = _("{name} carries it out by {day}.").format(name=owner.name, day=formats.day(decision.due_on))
    return Sentence(text, Tone.ACT if is_over(company, decision.due_on) else Tone.NEUTRAL, why)


def _where_from(company: "OpenCompany", decision: Decision) -> list[str]:
    why = []
    review = company.data.get(Review, decision.review_id)
    meeting = company.data.get(CouncilMeeting, decision.meeting_id)
    if review is not None:
        why.append(_("From the review {name}.").format(name=review.name))
    if meeting is not None:
        why.append(_("From the council on {day}.").format(day=formats.day(meeting.held_on)))
    if decision.amount is not None:
        why.append(_("It releases {amount}.").format(amount=formats.money_short(decision.amount)))
    return why


def review_sentence(company: "OpenCompany", review: Review) -> Sentence:
    """Whether it is closed, and what came out of it."""
    decided = len(company.data.where(Decision, "review_id", review.id))
    tasks = [one for one in company.data.where(Task, "review_id", review.id) if one.done_on is None]
    why = [translate_count("{count} decision.", "{count} decisions.", decided)] if decided else []
    if tasks:
        why.append(
            translate_count("{count} task still to be done.", "{count} tasks still to be done.", len(tasks))
        )
    if review.closed_on is not None:
        text = _("Closed on {day}; its figures are frozen and it can only be read.")
        return Sentence(text.format(day=formats.day(review.closed_on)), Tone.GOOD, why)
    planned = review.held_on or review.planned_on
    if planned is None:
        return Sentence(_("It has no day yet."), Tone.WATCH, why)
    if review.held_on is not None and planned <= company.today:
        return Sentence(_("Begun and not closed: its figures still change."), Tone.WATCH, why)
    tone = Tone.ACT if planned < company.today else Tone.NEUTRAL
    return Sentence(_("Planned for {day}.").format(day=formats.day(planned)), tone, why)


def outcome_sentence(company: "OpenCompany", outcome: OutcomeReview) -> Sentence:
    """'Versprochen 4 Tage, angekommen 5,3 Tage; 2.000 € teurer als geplant.'"""
    lines = [*_kpi_lines(company, outcome), *_other_lines(outcome)]
    if outcome.held_on is None:
        return Sentence(_("Nobody has looked yet at what arrived of the promise."), Tone.WATCH, lines)
    if not lines:
        return Sentence(_("Nothing to compare: enter what was promised and what arrived."), Tone.WATCH)
    return Sentence(lines[0], Tone.NEUTRAL, lines[1:])


def _kpi_lines(company: "OpenCompany", outcome: OutcomeReview) -> list[str]:
    lines = []
    for row in company.data.where(OutcomeKpi, "outcome_id", outcome.id):
        kpi = company.data.find(Kpi, row.kpi_id)
        if row.promised is not None and row.arrived is not None:
            lines.append(
                _("{name}: promised {promised}, arrived {arrived}.").format(
                    name=kpi.name,
                    promised=quantity(row.promised, kpi.unit),
                    arrived=quantity(row.arrived, kpi.unit),
                )
            )
    return lines


def _other_lines(outcome: OutcomeReview) -> list[str]:
    lines = []
    if outcome.actual_cost is not None and outcome.planned_cost is not None:
        more = outcome.actual_cost - outcome.planned_cost
        amount = formats.money_short(abs(more))
        if more > 0:
            lines.append(_("{amount} dearer than planned.").format(amount=amount))
        elif more < 0:
            lines.append(_("{amount} cheaper than planned.").format(amount=amount))
        else:
            lines.append(_("As expensive as planned."))
    if outcome.actual_end is not None and outcome.planned_end is not None:
        late = (outcome.actual_end - outcome.planned_end).days
        if late > 0:
            lines.append(
                translate_count("{count} day later than planned.", "{count} days later than planned.", late)
            )
        else:
            lines.append(_("Finished in time."))
    if outcome.actual_users is not None and outcome.planned_users is not None:
        lines.append(
            _("{actual} of {planned} promised users.").format(
                actual=formats.number(outcome.actual_users), planned=formats.number(outcome.planned_users)
            )
        )
    return lines


def adoption_sentence(company: "OpenCompany", count: AdoptionCount) -> Sentence:
    """'7 von 12 nutzen es (58 %).'"""
    share = use_percent(company, count)
    if share is None:
        return Sentence(_("For how many people it is meant is not entered."), Tone.WATCH)
    text = _("{users} of {people} use it ({percent}).").format(
        users=formats.number(count.users), people=formats.number(count.people), percent=formats.percent(share)
    )
    return Sentence(text, Tone.WATCH if count.users * 2 < count.people else Tone.NEUTRAL)


def trend_sentence(company: "OpenCompany", trend: Trend) -> Sentence:
    """What the company does about it, and for which goal."""
    text = {
        Stance.WAIT: _("We wait and look again."),
        Stance.TEST: _("We try it out in a small way."),
        Stance.INTRODUCE: _("We introduce it."),
    }[trend.stance]
    goal = company.data.get(Goal, trend.goal_id)
    why = [_("Serves the goal “{name}”.").format(name=goal.name)] if goal is not None else []
    return Sentence(text, why=why)


def meeting_sentence(company: "OpenCompany", meeting: CouncilMeeting) -> Sentence:
    """What came out of a meeting, or that it is to come."""
    decided = len(company.data.where(Decision, "meeting_id", meeting.id))
    tasks = len(company.data.where(Task, "meeting_id", meeting.id))
    if meeting.held_on > company.today:
        return Sentence(_("Planned for {day}.").format(day=formats.day(meeting.held_on)))
    parts = []
    if decided:
        parts.append(translate_count("{count} decision.", "{count} decisions.", decided))
    if tasks:
        parts.append(translate_count("{count} task.", "{count} tasks.", tasks))
    if not meeting.minutes.strip():
        return Sentence(_("Its minutes are not written yet."), Tone.WATCH, parts)
    return Sentence(" ".join(parts) if parts else _("Nothing was decided."), why=())
