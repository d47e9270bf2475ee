"""Where a goal stands: its weight, its KPIs, what it needs, who works on it, what that costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import total
from virtualcio.analysis.calendar_days import ONE_DAY, add_months
from virtualcio.analysis.goals.capability_state import CapabilityState
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Goal, GoalCapability, Initiative, InitiativeGoal, Kpi
from virtualcio.model.company_data import CompanyData

# What is known to be behind weighs most; what nobody can say is never as good as on plan.
_WORST_FIRST = (
    KpiStatus.BEHIND,
    KpiStatus.CLOSE,
    KpiStatus.INCOMPLETE,
    KpiStatus.NOT_MEASURED,
    KpiStatus.ON_PLAN,
)


@dataclass(frozen=True)
class GoalState:
    """`weight` is normalised (0 for a closed goal). `initiative_ids` are open and contribute; `money` is
    their one-off cost, `money_unknown` how many of them have none entered, `until` the last year in which
    one of them is planned to run (None if none is planned).
    """

    goal_id: str
    weight: Fraction
    kpis: tuple[KpiState, ...]
    worst: KpiStatus | None
    capabilities: tuple[CapabilityState, ...]
    initiative_ids: tuple[str, ...]
    money: Decimal
    money_unknown: int
    until: int | None


def goal_state(
    data: CompanyData,
    goal: Goal,
    weights: Mapping[str, Fraction],
    kpis: Mapping[str, KpiState],
    capabilities: Mapping[str, CapabilityState],
) -> GoalState:
    """`weights` by goal, `kpis` and `capabilities` by their own keys."""
    states = tuple(kpis[kpi.id] for kpi in data.where(Kpi, "goal_id", goal.id))
    needed = (link.capability_id for link in data.where(GoalCapability, "goal_id", goal.id))
    initiatives = _initiatives(data, goal)
    costs = [one.one_off_cost for one in initiatives]
    known = [cost for cost in costs if cost is not None]
    return GoalState(
        goal_id=goal.id,
        weight=weights.get(goal.id, Fraction(0)),
        kpis=states,
        worst=worst_of(state.status for state in states),
        capabilities=tuple(capabilities[key] for key in dict.fromkeys(needed)),
        initiative_ids=tuple(one.id for one in initiatives),
        money=total(known),
        money_unknown=len(costs) - len(known),
        until=max((last_day(one.start, one.months).year for one in initiatives if one.start), default=None),
    )


def worst_of(statuses: Iterable[KpiStatus]) -> KpiStatus | None:
    """The one that needs somebody first; None of none."""
    return min(statuses, key=_WORST_FIRST.index, default=None)


def _initiatives(data: CompanyData, goal: Goal) -> list[Initiative]:
    links = data.where(InitiativeGoal, "goal_id", goal.id)
    found = (data.get(Initiative, link.initiative_id) for link in links if link.strength > 0)
    return list(dict.fromkeys(one for one in found if one is not None and one.state.is_open))


def last_day(start: date, months: int) -> date:
    """The last day of what starts in the month of `start` and takes `months` (at least 1)."""
    return add_months(start.replace(day=1), max(months, 1)) - ONE_DAY
