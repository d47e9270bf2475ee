"""What IT shall contribute becomes the first goals, each with a KPI of the catalogue."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.first_talk.talk_edit import TalkEdit
from virtualcio.actions.goals.catalogue import put_catalogue_kpi, starting_value
from virtualcio.exchange.kpi_catalogue import catalogue_kpi
from virtualcio.exchange.talk_questions import TalkChoice, talk_question
from virtualcio.model import Goal, Kpi, KpiMilestone, Measurement

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_WHOLE = 100  # percent


def goal_starts(company: "OpenCompany") -> Mapping[str, Decimal | None]:
    """Starting values of the KPIs that aims bring, by key of the catalogue. Not within an open change."""
    rows = [catalogue_kpi(one.kpi) for one in talk_question("aims").choices]
    return {row.key: starting_value(company, row) for row in rows}


def write_aims(one: TalkEdit, starts: Mapping[str, Decimal | None]) -> None:
    """A goal for each chosen aim; weights that nobody has touched share 100 % evenly. An aim that is chosen
    no longer takes its goal along while nothing hangs on it; else the goal is closed, and opened again with
    the aim.
    """
    chosen = one.row.answer.split()
    made = {aim: one.data.get(Goal, key) for aim, key in _made(one).items()}
    goals: dict[str, str] = {}
    for aim in talk_question("aims").choices:
        goal = made.get(aim.key)
        if aim.key in chosen:
            goals[aim.key] = (goal or _goal(one, aim, starts)).id
            if goal is not None and goal.closed_on is not None:
                goal.closed_on = None
        elif goal is not None and not _gone(one, goal):
            goal.closed_on = one.company.today
            goals[aim.key] = goal.id
    one.row.made = " ".join(f"{aim}:{key}" for aim, key in goals.items())
    _share_weights(one, goals)


def _made(one: TalkEdit) -> dict[str, str]:
    pairs = (pair.partition(":") for pair in one.row.made.split())
    return {aim: key for aim, colon, key in pairs if colon}


def _goal(one: TalkEdit, aim: TalkChoice, starts: Mapping[str, Decimal | None]) -> Goal:
    """Found by its name, or made with the KPI."""
    for known in one.data.where(Goal, "name", aim.name):
        return known
    made_before = one.row.made
    goal = one.make(Goal, {"name": aim.name, "growth": aim.growth})
    one.row.made = made_before  # goals are kept with their aim
    put_catalogue_kpi(one.company, one.edit, catalogue_kpi(aim.kpi), goal, starts[aim.kpi])
    return goal


def _gone(one: TalkEdit, goal: Goal) -> bool:
    """Delete a goal with its KPI while nobody has worked with it."""
    kpis = list(one.data.where(Kpi, "goal_id", goal.id))
    if any(one.data.where(kind, "kpi_id", kpi.id) for kpi in kpis for kind in (Measurement, KpiMilestone)):
        return False
    if any(one.is_used(kpi) for kpi in kpis) or one.is_used_but_by(goal, Kpi):
        return False
    for kpi in kpis:
        one.edit.delete(kpi)
    one.edit.delete(goal)
    return True


def _share_weights(one: TalkEdit, goals: Mapping[str, str]) -> None:
    """Evenly among the goals of the talk, if the company has no other weighted goals."""
    open_goals = [goal for goal in one.data.all(Goal) if goal.closed_on is None]
    own = [goal for goal in open_goals if goal.id in goals.values()]
    if not own or any(goal.weight and goal not in own for goal in open_goals):
        return
    if len({goal.weight for goal in own if goal.weight}) > 1 and not _even(own):
        return  # weighted by hand
    share, rest = divmod(_WHOLE, len(own))
    for number, goal in enumerate(own):
        goal.weight = Decimal(share if number else share + rest).quantize(Decimal("0.01"))


def _even(goals: list[Goal]) -> bool:
    """As this file has shared them: all alike but for the rest of the first."""
    weights = sorted(goal.weight for goal in goals if goal.weight)
    return not weights or weights[-1] - weights[0] < len(weights)
