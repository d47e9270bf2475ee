"""How far plans of 90 days are, for cells, chips and the line above their table."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Status, Tone
from virtualcio.analysis.teams.ninety_days import LAST_DAYS, PlanState
from virtualcio.exchange.ninety_day_templates import template_of
from virtualcio.model import NinetyDayPlan
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def state_of_plan(company: "OpenCompany", plan: NinetyDayPlan) -> PlanState:
    """What `results` know of a plan."""
    return company.results.ninety_day_plans[plan.id]


def tasks_done(company: "OpenCompany", plan: NinetyDayPlan) -> str:
    """'4 von 12'."""
    state = state_of_plan(company, plan)
    return done_words(state.done, state.total)


def done_words(done: int, of_all: int) -> str:
    """'4 von 12'; "" without any task."""
    if not of_all:
        return ""
    return _("{done} of {total}").format(done=formats.number(done), total=formats.number(of_all))


def plan_template(_company: "OpenCompany", plan: NinetyDayPlan) -> str:
    """The name of its template; "" for one made by hand."""
    template = template_of(plan.template)
    return template.name if template is not None else ""


def plan_status(company: "OpenCompany", plan: NinetyDayPlan) -> Status:
    """'Tag 31 von 90', '2 überfällig', 'beginnt am 01.12.2026', 'geschafft'."""
    state = state_of_plan(company, plan)
    if state.finished:
        return Status(_("all of it done"), Tone.GOOD, 5)
    if state.overdue:
        late = len(state.overdue)
        return Status(translate_count("{count} overdue", "{count} overdue", late), Tone.ACT, 0)
    if state.day is None:
        return Status(_("has no first day yet"), Tone.WATCH, 1)
    if state.day < 1:
        return Status(_("begins on {day}").format(day=formats.day(plan.starts_on)), Tone.NEUTRAL, 3)
    if state.day > LAST_DAYS[-1]:
        return Status(_("its 90 days are over"), Tone.WATCH, 2)
    words = _("day {number} of {last}").format(number=state.day, last=LAST_DAYS[-1])
    return Status(words, Tone.GOOD, 4)


NINETY_DAY_PLANS: tuple[Chip, ...] = (
    Chip("overdue", mark("With something overdue"),
         lambda company, one: bool(state_of_plan(company, one).overdue), Tone.ACT),
    Chip("finished", mark("All of it done"), lambda company, one: state_of_plan(company, one).finished),
)  # fmt: skip
