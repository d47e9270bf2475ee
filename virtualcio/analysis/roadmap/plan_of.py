"""The plan as it stands in a company's records."""

from collections.abc import Mapping, Sequence
from datetime import date

from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.calendar_days import ONE_DAY
from virtualcio.analysis.roadmap.capacity import capacity_of
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.plan import Plan, Standing, Task
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import Initiative, InitiativeDependency, InitiativeEffort, ResourcePool
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState

NO_STANDING = Standing()


def plan_of(
    data: CompanyData,
    today: date,
    assumptions: Assumptions,
    standing: Mapping[str, Standing],
    circles: Sequence[Sequence[str]] = (),
) -> Plan:
    """All initiatives but the dropped ones, from the month of `today` on. Source: rules.md section 4."""
    first, months = month_number(today), assumptions.roadmap_months
    start_month = data.company.fiscal_year_start
    return Plan(
        first=first,
        months=months,
        tasks={
            one.id: _task(data, one, first, standing.get(one.id, NO_STANDING))
            for one in data.all(Initiative)
            if one.state is not InitiativeState.DROPPED
        },
        capacity={pool.id: capacity_of(data, pool, first, months) for pool in data.all(ResourcePool)},
        parallel=assumptions.parallel_initiatives,
        money=units(assumptions.initiative_money_per_year),
        fiscal_start=start_month if 1 <= start_month <= 12 else 1,
        circles=tuple(tuple(circle) for circle in circles),
    )


def _task(data: CompanyData, initiative: Initiative, this_month: int, standing: Standing) -> Task:
    start, months = place_of(initiative, this_month)
    days: dict[str, int] = {}
    without_pool = 0
    for effort in data.where(InitiativeEffort, "initiative_id", initiative.id):
        if effort.pool_id is None:
            without_pool += units(effort.days)
        else:
            days[effort.pool_id] = days.get(effort.pool_id, 0) + units(effort.days)
    needs = {
        row.prerequisite_id: row.lag_months
        for row in data.where(InitiativeDependency, "initiative_id", initiative.id)
        if row.prerequisite_id != initiative.id
    }
    return Task(
        id=initiative.id,
        name=initiative.name,
        state=initiative.state,
        start=start,
        months=months,
        pinned=initiative.pinned,
        optional=initiative.optional,
        earliest=None if initiative.earliest_start is None else month_number(initiative.earliest_start),
        hard_end=_end_by(initiative.hard_end),
        wished_end=_end_by(initiative.wished_end),
        percent_done=initiative.percent_done,
        days=tuple((pool, total) for pool, total in days.items() if total > 0),
        days_without_pool=without_pool,
        one_off=None if initiative.one_off_cost is None else units(initiative.one_off_cost),
        running=0 if initiative.running_cost is None else units(initiative.running_cost),
        needs=tuple(needs.items()),
        standing=standing,
    )


def _end_by(day: date | None) -> int | None:
    """The latest month that may come first after the end: an initiative ends on the last day of a month."""
    if day is None:
        return None
    return month_number(day) if day == date.max else month_number(day + ONE_DAY)


def place_of(initiative: Initiative, this_month: int) -> tuple[int | None, int]:
    """First month and duration; of what is done the months in which it was done.

    Done without a day counts as finished by the end of this month at the latest.
    """
    start = None if initiative.start is None else month_number(initiative.start)
    months = max(initiative.months, 1)
    if initiative.state is not InitiativeState.DONE:
        return start, months
    if initiative.finished_on is not None:
        last = month_number(initiative.finished_on)
    elif start is not None:
        last = min(start + months - 1, this_month)
    else:
        return None, months
    begun = last - months + 1 if start is None else min(start, last)
    return begun, last - begun + 1
