"""The plan problem of a company as it is wished, and a proposed plan taken over."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio.actions.field_values import put_value
from virtualcio.actions.tables import table
from virtualcio.analysis.planning.comparison import Comparison, compare
from virtualcio.analysis.planning.left_out import LeftOut, left_out
from virtualcio.analysis.planning.problem import Aim, PlanProblem, Starts, Unplannable
from virtualcio.analysis.planning.problem_of import problem_of
from virtualcio.analysis.planning.things_due import things_due
from virtualcio.analysis.planning.why_not_earlier import why_not_earlier
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Initiative
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

TAKEN_OVER = mark("Proposed plan taken over")


@dataclass(frozen=True)
class PlanWish:
    """What a plan is asked for; without anything: as the company is. `months` and `parallel` None: as in
    the settings; the factors multiply money and days; `more_money` are cents a fiscal year. `keep`: the
    initiatives that the aims EARLY and EVEN keep (None: those with a start today).
    """

    aim: Aim = Aim.BENEFIT
    months: int | None = None
    money: Decimal = Decimal(1)
    more_money: int = 0
    days: Decimal = Decimal(1)
    parallel: int | None = None
    may_leave_out: bool = False
    keep: tuple[str, ...] | None = None


AS_IT_IS = PlanWish()


@dataclass(frozen=True)
class PlanAsked:
    """A wish with the problem it is, and the bad input that was found on the way."""

    wish: PlanWish
    problem: PlanProblem
    unplannable: tuple[Unplannable, ...]


def problem_now(company: "OpenCompany", wish: PlanWish = AS_IT_IS) -> PlanAsked:
    """The plan problem as the records stand now."""
    results = company.results
    plan = results.plan
    months = plan.months if wish.months is None else wish.months
    keep = wish.keep
    if keep is None:
        keep = tuple(task.id for task in plan.on_plan)
    assumptions = results.assumptions
    problem, unplannable = problem_of(
        plan,
        results.ranking,
        things_due(company.data, plan, results.dues, results.values, assumptions, months),
        wish.aim,
        keep=keep if wish.aim is not Aim.BENEFIT else (),
        point_price=units(assumptions.point_price),
        months=months,
        money_factor=wish.money,
        days_factor=wish.days,
        parallel=wish.parallel,
        more_money=wish.more_money,
        may_leave_out=wish.may_leave_out,
    )
    return PlanAsked(wish, problem, unplannable)


def beside_today(company: "OpenCompany", problem: PlanProblem, starts: Starts) -> Comparison:
    """The proposed starts beside the plan of now."""
    return compare(problem, company.results.plan, starts, why_not_earlier(problem, starts))


def why_left_out(problem: PlanProblem, starts: Starts) -> Sequence[LeftOut]:
    """A reason for each initiative that the plan does without."""
    return left_out(problem, starts)


def take_over(company: "OpenCompany", problem: PlanProblem, starts: Starts) -> int:
    """Give every initiative the start that the plan has for it, as one undo step; how many changed.

    What runs or is pinned stays; what the plan leaves out gets no start; what could not be planned stays as
    it is. An idea that gets its first month becomes planned. RefusedValue: a start that a limit of the
    table forbids; then nothing has changed.
    """
    columns = table("initiatives")
    changes: list[tuple[Initiative, dict[str, Any]]] = []
    for one in problem.candidates:
        record = company.data.get(Initiative, one.key)
        if record is None or one.fixed is not None or record.pinned:
            continue
        at = starts.get(one.key)
        start = None if at is None else first_day(problem.first + at)
        if record.start == start:
            continue
        values: dict[str, Any] = {"start": start}
        if record.start is None and record.state is InitiativeState.IDEA:
            values["state"] = InitiativeState.PLANNED
        changes.append((record, values))
    if not changes:
        return 0
    with company.workspace.change(Message(TAKEN_OVER)) as edit:
        for record, values in changes:
            for key, value in values.items():
                put_value(company, edit, columns.column(key), record, value)
    return len(changes)
