"""An impossible plan: which demands contradict each other, and giving one of them up with one click."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.assumption_settings import set_assumption
from virtualcio.actions.delete import delete_records
from virtualcio.actions.edit import set_value
from virtualcio.actions.roadmap.best_plan import PlanAsked
from virtualcio.actions.roadmap.best_plan_search import Outcome
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.actions.roadmap.plan_remarks import name_of
from virtualcio.actions.tables import table
from virtualcio.analysis.planning.demands import HALF_DAY, THOUSAND, Demand, DemandKind
from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.roadmap.month_numbers import first_day, last_day, month_number
from virtualcio.analysis.roadmap.spread import amount_of, units
from virtualcio.model import Initiative, InitiativeDependency, ResourcePool
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class GiveUp:
    """One demand that could be given up. `value`: what its field would become; `title` None: no click gives
    it up, only whoever wrote it can.
    """

    demand: Demand
    text: str
    title: str | None = None
    value: object = None


def demand_words(company: "OpenCompany", problem: PlanProblem, demand: Demand) -> str:
    """A demand as a sentence."""
    name, one = name_of(company, demand.key), problem.by_key.get(demand.key)
    match demand.kind:
        case DemandKind.MUST if one is not None and one.must:
            return _("“{name}” is a must.").format(name=name)
        case DemandKind.MUST:
            return _("“{name}” is to be done; nobody has said that it may be left out.").format(name=name)
        case DemandKind.PIN:
            start = one.fixed if one is not None and one.fixed is not None else 0
            return _("“{name}” is pinned to {start}.").format(name=name, start=_month(problem, start))
        case DemandKind.EARLIEST:
            earliest = one.earliest if one is not None else 0
            return _("“{name}” is not to start before {month}.").format(
                name=name, month=_month(problem, earliest)
            )
        case DemandKind.HARD_END:
            end = one.hard_end if one is not None and one.hard_end is not None else 0
            until = formats.day(last_day(problem.first + end - 1))
            return _("“{name}” has to be done by {day}.").format(name=name, day=until)
        case DemandKind.PREREQUISITE:
            return _("“{name}” needs “{other}” first.").format(
                name=name, other=name_of(company, demand.other)
            )
    return _limit_words(company, problem, demand)


def _limit_words(company: "OpenCompany", problem: PlanProblem, demand: Demand) -> str:
    if demand.kind is DemandKind.CAPACITY:
        most = amount_of(max(problem.capacity[demand.pool], default=0))
        return _("“{name}” has {days} a month at most.").format(
            name=name_of(company, demand.pool), days=days_words(most)
        )
    if demand.kind is DemandKind.MONEY:
        return _("In fiscal year {year} there are {money} for these initiatives.").format(
            year=fiscal_year_words(demand.year, company.results.plan.fiscal_start),
            money=formats.money_short(amount_of((problem.money or {}).get(demand.year, 0))),
        )
    return translate_count(
        "At most {count} initiative is worked on at a time.",
        "At most {count} initiatives are worked on at a time.",
        problem.parallel,
    )


def _month(problem: PlanProblem, month: int) -> str:
    return formats.long_month(first_day(problem.first + month))


def clash_words(company: "OpenCompany", asked: PlanAsked, outcome: Outcome) -> tuple[str, ...]:
    """The demands that contradict each other, one sentence each."""
    return tuple(demand_words(company, asked.problem, demand) for demand in outcome.clash or ())


def ways_out(company: "OpenCompany", asked: PlanAsked, outcome: Outcome) -> tuple[GiveUp, ...]:
    """The fewest demands to give up, each with the click that does it, if there is one."""
    return tuple(_way_out(company, asked, outcome.eased, demand) for demand in outcome.give_up or ())


def _way_out(company: "OpenCompany", asked: PlanAsked, eased: Starts, demand: Demand) -> GiveUp:
    problem = asked.problem
    text = demand_words(company, problem, demand)
    if demand.kind in (DemandKind.CAPACITY, DemandKind.MONEY, DemandKind.PARALLEL):
        title, value = _more(company, asked, eased, demand)
    else:
        title, value = _less(company, problem, eased, demand)
    return GiveUp(demand, text, title, value)


def _less(
    company: "OpenCompany", problem: PlanProblem, eased: Starts, demand: Demand
) -> tuple[str | None, object]:
    """A demand of an initiative given up: button and value of the field. Dates move only as far as needed."""
    one, start = problem.by_key[demand.key], eased.get(demand.key)
    record = company.data.find(Initiative, demand.key)
    match demand.kind:
        case DemandKind.MUST if not one.must:
            return _("Let “{name}” be left out").format(name=one.name), True
        case DemandKind.PIN:
            return _("Unpin “{name}”").format(name=one.name), False
        case DemandKind.HARD_END if start is not None:
            until = last_day(problem.first + start + one.months - 1)
            return _("“{name}”: allow until {day}").format(name=one.name, day=formats.day(until)), until
        case DemandKind.EARLIEST if start is not None and _entered(
            record.earliest_start, problem, one.earliest
        ):
            day = first_day(problem.first + start)
            return _("“{name}”: allow from {month}").format(name=one.name, month=formats.long_month(day)), day
        case DemandKind.PREREQUISITE:
            other = name_of(company, demand.other)
            return _("“{name}” no longer waits for “{other}”").format(name=one.name, other=other), None
    return None, None


def _entered(day: date | None, problem: PlanProblem, earliest: int) -> bool:
    """The earliest start is what was typed, not what follows from something finished before."""
    return day is not None and month_number(day) - problem.first == earliest


def _more(
    company: "OpenCompany", asked: PlanAsked, eased: Starts, demand: Demand
) -> tuple[str | None, object]:
    """A limit raised as far as needed. What is only supposed (“what if”) is nobody's figure to change."""
    problem, wish = asked.problem, asked.wish
    use = Use(problem)
    for key, start in eased.items():
        if start is not None:
            use.put(key, start)
    if demand.kind is DemandKind.PARALLEL and wish.parallel is None:
        most = max(use.places)
        title = translate_count(
            "Allow {count} initiative at a time", "Allow {count} initiatives at a time", most
        )
        return title, most
    if demand.kind is DemandKind.MONEY and wish.money == 1 and not wish.more_money:
        over = use.money[demand.year] - (problem.money or {})[demand.year]
        limit = -(-(company.results.plan.money + over) // THOUSAND) * THOUSAND
        title = _("Allow {money} a fiscal year").format(money=formats.money_short(amount_of(limit)))
        return title, amount_of(limit)
    if demand.kind is DemandKind.CAPACITY and wish.days == 1:
        return _more_days(company, problem, use, demand.pool)
    return None, None


def _more_days(
    company: "OpenCompany", problem: PlanProblem, use: Use, key: str
) -> tuple[str | None, Decimal | None]:
    """Days a month; none where what lacks lies in a month with an exception, for that stays as it is."""
    pool = company.data.find(ResourcePool, key)
    usual = max(0, units(pool.days_per_month) - units(pool.support_days_per_month))
    short = [(used - free, free) for used, free in zip(use.days[key], problem.capacity[key], strict=True)]
    over = max(lack for lack, _free in short)
    if over <= 0 or any(lack > 0 and free != usual for lack, free in short):
        return None, None
    days = pool.days_per_month + amount_of(-(-over // HALF_DAY) * HALF_DAY)
    return _("Give “{name}” {days} a month").format(name=pool.name, days=days_words(days)), days


def give_up(company: "OpenCompany", chosen: GiveUp) -> bool:
    """Change the field that holds the demand, as one undo step; False if there is nothing to change.

    RefusedValue if the field does not take the value.
    """
    demand, value = chosen.demand, chosen.value
    if chosen.title is None:
        return False
    if demand.kind is DemandKind.PREREQUISITE:
        rows = company.data.where(InitiativeDependency, "initiative_id", demand.key)
        delete_records(company, [row for row in rows if row.prerequisite_id == demand.other])
        return True
    if demand.kind in (DemandKind.PARALLEL, DemandKind.MONEY):
        setting = (
            "parallel_initiatives" if demand.kind is DemandKind.PARALLEL else "initiative_money_per_year"
        )
        return set_assumption(company, setting, f"{Decimal(str(value)):.0f}")
    if demand.kind is DemandKind.CAPACITY:
        pools = table("pools")
        pool = company.data.find(ResourcePool, demand.pool)
        return set_value(company, pools, pools.column("days_per_month"), pool, value)
    initiatives = table("initiatives")
    field = {
        DemandKind.MUST: "optional",
        DemandKind.PIN: "pinned",
        DemandKind.HARD_END: "hard_end",
        DemandKind.EARLIEST: "earliest_start",
    }[demand.kind]
    record = company.data.find(Initiative, demand.key)
    return set_value(company, initiatives, initiatives.column(field), record, value)
