"""KPIs whose value follows from this file: parts of a whole in percent, and counts."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import share_percent
from virtualcio.analysis.goals.goal_weights import open_goals
from virtualcio.analysis.inventory.backlog import Backlog, things_of
from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.analysis.inventory.dependencies import under_critical_process
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.model import Initiative, InitiativeGoal
from virtualcio.model.company_data import CompanyData

_UNTRACKED = frozenset({ContractState.NOTICE_UNKNOWN, ContractState.START_UNKNOWN})


def _percent(part: int, whole: int) -> Decimal | None:
    return share_percent(Decimal(part), Decimal(whole))


def overdue_share(backlog: Backlog) -> Decimal | None:
    """Overdue things in percent of all assets and applications in use; None if there are none.

    Things without a known date are in the whole: what is not known is not fine.
    """
    return _percent(len(backlog.items), backlog.in_use)


def unsupported_under_critical(data: CompanyData, dues: Mapping[str, Due], today: date) -> Decimal:
    """How many things in use get no security updates (support ended ≤ today) under a critical process."""
    count = 0
    for thing in things_of(data):
        count += dues[thing.id].unsupported_on(today) and under_critical_process(data, thing)
    return Decimal(count)


def growth_share(data: CompanyData, today: date) -> Decimal | None:
    """Open initiatives that contribute to an open growth goal, in percent of all open ones; None without."""
    growth = {goal.id for goal in open_goals(data, today) if goal.growth}
    serving = {
        link.initiative_id
        for link in data.all(InitiativeGoal)
        if link.strength > 0 and link.goal_id in growth
    }
    known = [one for one in data.all(Initiative) if one.state.is_open]
    return _percent(len([one for one in known if one.id in serving]), len(known))


def contracts_tracked(dates: Iterable[ContractDates]) -> Decimal | None:
    """Contracts whose last day of notice is known, or that need none, in percent of those not ended."""
    running = [one for one in dates if one.state is not ContractState.ENDED]
    return _percent(len([one for one in running if one.state not in _UNTRACKED]), len(running))
