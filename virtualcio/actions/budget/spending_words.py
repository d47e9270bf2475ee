"""Assigned spending in words: the figure and what stands beside it, what is missing, where one goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.standing_words import STANDING_TITLES
from virtualcio.actions.tables import place_of
from virtualcio.analysis.amounts import total
from virtualcio.analysis.spending.expense import Expense, MissingLink, Standing
from virtualcio.model import (
    Application,
    Asset,
    BudgetLine,
    Contract,
    Goal,
    Initiative,
    Kpi,
    Obligation,
    Record,
)
from virtualcio.texts import _, join_names, mark, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

EXPENSE_KINDS: Mapping[type[Record], str] = {
    Contract: mark("Contract"),
    Asset: mark("Asset"),
    Application: mark("Application"),
    Initiative: mark("Initiative"),
    BudgetLine: mark("Budget line"),
}
SUM_TITLES: Mapping[Standing, str] = {  # short, for the picture
    Standing.FRESH: mark("assigned"),
    Standing.STALE: mark("to be checked"),
    Standing.UNASSIGNED: mark("without purpose"),
}
MISSING_WORDS: Mapping[MissingLink, str] = {
    MissingLink.PROCESS: mark("no process named that needs it"),
    MissingLink.GOAL: mark("no goal named"),
    MissingLink.GOAL_CLOSED: mark("its goal is closed"),
    MissingLink.OBLIGATION: mark("no duty named"),
    MissingLink.OBLIGATION_APPLIES: mark("open whether its duty applies"),
    MissingLink.KPI: mark("its goal has no KPI"),
    MissingLink.KPI_BASELINE: mark("the KPI has no baseline"),
    MissingLink.KPI_TARGET: mark("the KPI has no target"),
    MissingLink.KPI_OWNER: mark("nobody answers for the KPI"),
}
_OF_THE_KPI = frozenset(
    {MissingLink.KPI, MissingLink.KPI_BASELINE, MissingLink.KPI_TARGET, MissingLink.KPI_OWNER}
)


@dataclass(frozen=True)
class Figure:
    """'78 %' with the sentence behind it and the lines below. Empty figure: there is none, the sentence says
    why.
    """

    percent: str
    sentence: str
    beside: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where the window goes: page, tab, record."""

    page: str
    tab: str
    record: str


def figure(company: "OpenCompany") -> Figure:
    """The figure as it stands today, in the language of the interface."""
    money = company.results.spending
    if money.assigned_percent is None or money.fresh_percent is None:
        return Figure("", no_figure_sentence(company), ())
    days = company.results.assumptions.fresh_days
    sentence = _(
        "of the larger expenses serve a process and a measurable goal or a duty; {fresh} were confirmed or "
        "measured in the last {days} days"
    ).format(fresh=formats.percent(money.fresh_percent), days=days)
    return Figure(formats.percent(money.assigned_percent), sentence, tuple(_beside(company)))


def no_figure_sentence(company: "OpenCompany") -> str:
    """Why there is no figure, and what to do."""
    limit = formats.money_short(company.results.assumptions.larger_expense)
    if company.results.spending.small:
        return _("No expense of the next 12 months reaches {limit}.").format(limit=limit)
    return _(
        "No expenses are known for the next 12 months yet. Contracts with a price, initiatives with a cost "
        "and typed budget lines appear here by themselves."
    )


def _beside(company: "OpenCompany") -> list[str]:
    money = company.results.spending
    said = []
    if money.on_goals_behind:
        amount = formats.money_short(money.on_goals_behind)
        said.append(_("{amount} go to goals that are behind").format(amount=amount))
    if money.goals_without_money:
        names = join_names(company.data.find(Goal, key).name for key in money.goals_without_money)
        said.append(_("No money goes to: {goals}").format(goals=names))
    if money.unknown:
        count = translate_count("{count} expense has no amount yet", "{count} expenses have no amount yet",
                                money.unknown)  # fmt: skip
        said.append(count)
    if money.small:
        said.append(
            _("Smaller expenses of {amount} are not asked about").format(
                amount=formats.money_short(money.small)
            )
        )
    return said


def span_words(company: "OpenCompany") -> str:
    """'11/2026 bis 10/2027': the months whose cash is counted."""
    money = company.results.spending
    return _("{first} to {last}").format(first=formats.month(money.first), last=formats.month(money.last))


def sum_words(company: "OpenCompany", standing: Standing) -> str:
    """'47.100 € ohne Zweck · 5 Ausgaben', the heading of a list."""
    found = company.results.spending.of(standing)
    amount = formats.money_short(total(one.amount for one in found))
    count = translate_count("{count} expense", "{count} expenses", len(found))
    return f"{amount} {translate(STANDING_TITLES[standing])} · {count}"


def kind_words(expense: Expense) -> str:
    return translate(EXPENSE_KINDS[expense.record_kind])


def detail_words(company: "OpenCompany", expense: Expense) -> str:
    """What is missing, or since when nobody has looked."""
    if expense.missing:
        links = ", ".join(translate(MISSING_WORDS[one]) for one in expense.missing)
        return f"{kind_words(expense)} · {links}"
    seen = [day for day in (expense.confirmed_on, expense.measured_on) if day is not None]
    served = join_names(_served(company, expense), 2)
    if not seen:
        when = _("never confirmed or measured")
    else:
        when = _("last looked at on {day}").format(day=formats.day(max(seen)))
    return f"{kind_words(expense)} · {served} · {when}" if served else f"{kind_words(expense)} · {when}"


def place_to_mend(company: "OpenCompany", expense: Expense) -> Place | None:
    """Where the missing link is entered, if that is no choice of a process, goal or duty: at the KPI (or its
    goal), or at the duty. None if it is to be assigned.
    """
    first = expense.missing[0] if expense.missing else None
    if first in _OF_THE_KPI:
        for thread in expense.threads:
            if thread.kpi_id is not None:
                return _place(company, Kpi, thread.kpi_id)
        goals = [thread.goal_id for thread in expense.threads if thread.goal_id is not None]
        return _place(company, Goal, goals[0]) if goals else None
    return None


def place_of_expense(company: "OpenCompany", expense: Expense) -> Place:
    """Where the contract, system, initiative or budget line itself stands."""
    return _place(company, expense.record_kind, expense.record_id)


def _place(company: "OpenCompany", kind: type[Record], key: str) -> Place:
    return Place(*place_of(company, kind, key))


def _served(company: "OpenCompany", expense: Expense) -> list[str]:
    """Names of goals and duties it is for, each once."""
    names: dict[str, None] = {}
    for thread in expense.threads:
        goal = company.data.get(Goal, thread.goal_id)
        duty = company.data.get(Obligation, thread.obligation_id)
        for one in (goal, duty):
            if one is not None:
                names[one.name] = None
    return list(names)
