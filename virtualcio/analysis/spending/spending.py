"""Assigned spending: which larger expense leads to a process and to a measurable goal or an obligation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from virtualcio.analysis.amounts import HUNDRED, total
from virtualcio.analysis.spending.expense import Expense, Standing
from virtualcio.analysis.spending.larger import Thing
from virtualcio.analysis.spending.tracing import Trace
from virtualcio.model import ConfirmedAssignment
from virtualcio.model.company_data import CompanyData

_TENTH = Decimal("0.1")
Known = dict[str, tuple[tuple[object, ...], Expense]]  # what an expense was made from, and the expense


@dataclass(frozen=True)
class Spending:
    """The larger expenses of the twelve months from `first` to `last`, largest first; amounts in euros.

    total = fresh + stale + unassigned. Percentages have one place and are None without a larger expense.
    `on_goals_behind` is the money on goals whose worst KPI is behind; `goals_without_money` are open goals
    to which no expense leads, the small ones included; `small` is what stays below the limit; `unknown`
    counts lines without an amount.
    """

    expenses: tuple[Expense, ...]
    total: Decimal
    fresh: Decimal
    stale: Decimal
    unassigned: Decimal
    assigned_percent: Decimal | None
    fresh_percent: Decimal | None
    on_goals_behind: Decimal
    goals_without_money: tuple[str, ...]
    small: Decimal
    first: date
    last: date
    unknown: int

    def of(self, standing: Standing) -> tuple[Expense, ...]:
        """The expenses of one of the three sums, largest first."""
        return tuple(one for one in self.expenses if one.standing is standing)


@dataclass(frozen=True)
class SpendingFacts:
    """What the figure is made from. `traces` are by the key of the thing, `behind` keys of goals; `known` is
    filled with expenses that may be used again.
    """

    larger: Collection[Thing]
    small: Collection[Thing]
    traces: Mapping[str, Trace]
    behind: Collection[str]
    open_goals: Collection[str]
    unknown: int
    fresh_days: int
    known: Known


def spending(data: CompanyData, facts: SpendingFacts, today: date, span: tuple[date, date]) -> Spending:
    """The three sums and what stands beside them. Source: rules.md, assigned spending."""
    confirmed = last_confirmations(data, today)
    found = sorted(
        (_expense(data, thing, facts, confirmed.get(thing.id), today) for thing in facts.larger),
        key=lambda one: (-one.amount, one.name.casefold(), one.key),
    )
    sums = {standing: total(one.amount for one in found if one.standing is standing) for standing in Standing}
    whole = total(one.amount for one in found)
    behind = total(thread.amount for one in found for thread in one.threads if thread.goal_id in facts.behind)
    things = (*facts.larger, *facts.small)
    with_money = {way.goal_id for thing in things for way in facts.traces[thing.id].ways}
    return Spending(
        expenses=tuple(found),
        total=whole,
        fresh=sums[Standing.FRESH],
        stale=sums[Standing.STALE],
        unassigned=sums[Standing.UNASSIGNED],
        assigned_percent=_percent(whole - sums[Standing.UNASSIGNED], whole),
        fresh_percent=_percent(sums[Standing.FRESH], whole),
        on_goals_behind=behind,
        goals_without_money=tuple(key for key in facts.open_goals if key not in with_money),
        small=total(thing.amount for thing in facts.small),
        first=span[0],
        last=span[1],
        unknown=facts.unknown,
    )


def last_confirmations(data: CompanyData, today: date) -> dict[str, date]:
    """When somebody last confirmed what each expense is for, by its key; nothing later than today."""
    found: dict[str, date] = {}
    for row in data.all(ConfirmedAssignment):
        if row.confirmed_on <= today:
            found[row.subject] = max(row.confirmed_on, found.get(row.subject, row.confirmed_on))
    return found


def _expense(
    data: CompanyData, thing: Thing, facts: SpendingFacts, confirmed_on: date | None, today: date
) -> Expense:
    """As it was made before, if all that it is made from is as it was."""
    name = cast("str", getattr(data.find(thing.kind, thing.id), "name", ""))
    trace = facts.traces[thing.id]
    inputs = (name, thing.amount, trace, confirmed_on, facts.fresh_days, today, tuple(thing.line_keys))
    known = facts.known.get(thing.id)
    if known is None or known[0] != inputs:
        standing = _standing(trace, confirmed_on, today, facts.fresh_days)
        made = Expense(
            key=thing.id,
            record_kind=thing.kind,
            record_id=thing.id,
            name=name,
            amount=thing.amount,
            line_keys=tuple(thing.line_keys),
            standing=standing,
            missing=trace.missing,
            threads=trace.threads(thing.amount),
            confirmed_on=confirmed_on,
            measured_on=trace.measured_on,
        )
        known = facts.known[thing.id] = inputs, made
    return known[1]


def _standing(trace: Trace, confirmed_on: date | None, today: date, fresh_days: int) -> Standing:
    if trace.missing:
        return Standing.UNASSIGNED
    newest = max((day for day in (confirmed_on, trace.measured_on) if day is not None), default=None)
    fresh = newest is not None and (today - newest).days <= fresh_days
    return Standing.FRESH if fresh else Standing.STALE


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part * HUNDRED / whole).quantize(_TENTH, rounding=ROUND_HALF_UP) if whole else None
