"""The filter chips above the tables of the review, and the lines at their right."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Tone
from virtualcio.actions.review.steering_status import SOON_DAYS, is_over
from virtualcio.analysis.amounts import total
from virtualcio.analysis.calendar_days import add_months
from virtualcio.model import (
    AdoptionCount,
    CouncilMeeting,
    Decision,
    OutcomeReview,
    Review,
    Task,
    Trend,
    Visit,
)
from virtualcio.model.review import DecisionState, Stance
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_LOOK_AGAIN_MONTHS = 12  # a trend that nobody looked at for a year


def _to_do(task: Task) -> bool:
    return task.done_on is None


def _task_overdue(company: "OpenCompany", task: Task) -> bool:
    return _to_do(task) and is_over(company, task.due_on)


def _task_soon(company: "OpenCompany", task: Task) -> bool:
    due = task.due_on
    return _to_do(task) and due is not None and 0 <= (due - company.today).days <= SOON_DAYS


TASKS: tuple[Chip, ...] = (
    Chip("overdue", mark("Overdue"), _task_overdue, Tone.ACT),
    Chip("soon", mark("Within 14 days"), _task_soon, Tone.WATCH),
    Chip("open", mark("To be done"), lambda _company, task: _to_do(task)),
    Chip("without_date", mark("Without a day"), lambda _company, task: _to_do(task) and task.due_on is None,
         Tone.WATCH),
    Chip("without_owner", mark("Without person in charge"),
         lambda _company, task: _to_do(task) and task.owner_id is None),
    Chip("done", mark("Done"), lambda _company, task: not _to_do(task)),
)  # fmt: skip


def _carried_out_open(decision: Decision) -> bool:
    return decision.state is DecisionState.DECIDED and decision.done_on is None


def _decision_overdue(company: "OpenCompany", decision: Decision) -> bool:
    """Not carried out in time, or put off to a day that has come."""
    waits = _carried_out_open(decision) or decision.state is DecisionState.DEFERRED
    return waits and is_over(company, decision.due_on)


DECISIONS: tuple[Chip, ...] = (
    Chip("overdue", mark("Overdue"), _decision_overdue, Tone.ACT),
    Chip("proposed", mark("To be decided"), lambda _company, one: one.state is DecisionState.PROPOSED,
         Tone.WATCH),
    Chip("open", mark("To be carried out"), lambda _company, one: _carried_out_open(one)),
    Chip("deferred", mark("Put off"), lambda _company, one: one.state is DecisionState.DEFERRED),
    Chip("without_owner", mark("Without person in charge"),
         lambda _company, one: _carried_out_open(one) and one.owner_id is None),
    Chip("done", mark("Done"), lambda _company, one: one.done_on is not None),
)  # fmt: skip

REVIEWS: tuple[Chip, ...] = (
    Chip("open", mark("Not closed"), lambda _company, one: one.closed_on is None, Tone.WATCH),
    Chip("closed", mark("Closed"), lambda _company, one: one.closed_on is not None),
)

MEETINGS: tuple[Chip, ...] = (
    Chip("coming", mark("To come"), lambda company, one: one.held_on > company.today),
    Chip("without_minutes", mark("Without minutes"),
         lambda company, one: one.held_on <= company.today and not one.minutes.strip(), Tone.WATCH),
)  # fmt: skip

OUTCOMES: tuple[Chip, ...] = (
    Chip("to_hold", mark("Still to be held"), lambda _company, one: one.held_on is None, Tone.WATCH),
    Chip("without_lesson", mark("Nothing learned yet"),
         lambda _company, one: one.held_on is not None and not one.learned.strip()),
)  # fmt: skip


def _nobody_uses(_company: "OpenCompany", count: AdoptionCount) -> bool:
    return count.people > 0 and count.users * 2 < count.people


ADOPTION: tuple[Chip, ...] = (Chip("under_half", mark("Under half use it"), _nobody_uses, Tone.WATCH),)


def _not_looked_at(company: "OpenCompany", trend: Trend) -> bool:
    day = trend.looked_at_on
    return day is None or add_months(day, _LOOK_AGAIN_MONTHS) < company.today


TRENDS: tuple[Chip, ...] = (
    Chip("look_again", mark("Look again"), _not_looked_at, Tone.WATCH),
    Chip("test", mark("Try out"), lambda _company, one: one.stance is Stance.TEST),
    Chip("introduce", mark("Introduce"), lambda _company, one: one.stance is Stance.INTRODUCE),
)

VISITS: tuple[Chip, ...] = (
    Chip("coming", mark("To come"), lambda company, one: one.held_on > company.today),
)


def tasks_summary(company: "OpenCompany") -> str:
    """'3 zu erledigen, 1 überfällig'; "" if nothing is to be done."""
    tasks = [task for task in company.data.all(Task) if _to_do(task)]
    if not tasks:
        return ""
    text = translate_count("{count} to be done", "{count} to be done", len(tasks))
    late = len([task for task in tasks if is_over(company, task.due_on)])
    return f"{text} · " + translate_count("{count} overdue", "{count} overdue", late) if late else text


def decisions_summary(company: "OpenCompany") -> str:
    """'Freigegeben und noch nicht umgesetzt: 14.200 €'; "" if nothing is."""
    amounts = [
        one.amount for one in company.data.all(Decision) if _carried_out_open(one) and one.amount is not None
    ]
    if not amounts:
        return ""
    return _("Released and not carried out yet: {amount}").format(amount=formats.money_short(total(amounts)))


def reviews_summary(company: "OpenCompany") -> str:
    """'Der letzte wurde am 18.09.2026 abgeschlossen'; "" before the first one."""
    days = [one.closed_on for one in company.data.all(Review) if one.closed_on is not None]
    return _("The last one was closed on {day}").format(day=formats.day(max(days))) if days else ""


def meetings_summary(company: "OpenCompany") -> str:
    """'Zuletzt am 08.10.2026'; "" before the first one."""
    days = [one.held_on for one in company.data.all(CouncilMeeting) if one.held_on <= company.today]
    return _("Last held on {day}").format(day=formats.day(max(days))) if days else ""


def outcomes_summary(company: "OpenCompany") -> str:
    """'Zusammen 2.300 € teurer als geplant', of those where both amounts are known; "" if none."""
    pairs = [(one.actual_cost, one.planned_cost) for one in company.data.all(OutcomeReview)]
    known = [actual - planned for actual, planned in pairs if actual is not None and planned is not None]
    if not known:
        return ""
    difference = total(known)
    if not difference:
        return _("Together they cost as much as planned")
    amount = formats.money_short(abs(difference))
    if difference > 0:
        return _("Together {amount} dearer than planned").format(amount=amount)
    return _("Together {amount} cheaper than planned").format(amount=amount)


def visits_summary(company: "OpenCompany") -> str:
    """'Dieses Jahr 4,5 Tage'; "" if there was none."""
    today = company.today
    days = total(one.days for one in company.data.all(Visit) if one.held_on.year == today.year)
    return (
        _("This year {days} days").format(
            days=formats.number(days, 0 if days == days.to_integral_value() else 1)
        )
        if days
        else ""
    )
