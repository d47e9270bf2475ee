"""A line of the budget: one expense with its days, its way into the books, and what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.runs import Run, day_in, up_to
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.spread import amount_of, used_after
from virtualcio.model import Record
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import AmountOrigin

Sums = tuple[int, ...]


class LineOrigin(StrEnum):
    """What a line comes from."""

    TYPED = "typed"
    CONTRACT = "contract"
    REMEDY = "remedy"
    INITIATIVE = "initiative"
    RUNNING = "running"  # what an initiative leaves behind
    DEPRECIATION = "depreciation"  # of things bought earlier; by cost only


class Basis(StrEnum):
    """By the day of payment, or by the months that bear the cost."""

    CASH = "cash"
    COST = "cost"


class Payment(NamedTuple):
    """Money on a day."""

    day: date
    amount: Decimal


class MonthCost(NamedTuple):
    """What a month (its first day) bears."""

    month: date
    amount: Decimal


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Line:
    """An expense. `key` is its origin and the key of its record ("contract:…").

    `goal_ids`, `process_ids`, `obligation_ids`: what it is for, as far as links say; a line for several is
    split, by `goal_weights` among goals, evenly among processes. `goals_by_process`: nobody linked it with a
    goal; the goals are those of its processes. `unknown`: its amount is not known, it counts 0 and is to be
    named. `assumed`: its days of payment are not known (a contract without a start).
    `cash` and `cost` are all it ever amounts to; `payments` and `costs` what falls into the plan's years.
    """

    key: str
    origin: LineOrigin
    record_kind: type[Record]
    record_id: str
    name: str
    plan: PlanYears = field(repr=False)
    category: BudgetCategory = BudgetCategory.OTHER
    kind: CostKind = CostKind.OPEX
    recurring: bool = False
    purpose: Purpose | None = None
    change: ChangeKind = ChangeKind.RUN
    owner_id: str | None = None
    supplier_id: str | None = None
    cost_centre: str = ""
    account: str = ""
    goal_ids: tuple[str, ...] = ()
    goal_weights: tuple[int, ...] = ()
    goals_by_process: bool = False
    process_ids: tuple[str, ...] = ()
    obligation_ids: tuple[str, ...] = ()
    initiative_id: str | None = None
    contract_id: str | None = None
    asset_id: str | None = None
    application_id: str | None = None
    amount_origin: AmountOrigin = AmountOrigin.ESTIMATE
    unknown: bool = False
    cancelled: bool = False
    assumed: bool = False
    cash: tuple[Run, ...] = field(default=(), repr=False)
    cost: tuple[Run, ...] = field(default=(), repr=False)
    # Worked out when first asked for. Fields, as a dict takes 1 kB and there are thousands of lines.
    _cash_sums: Sums | None = field(default=None, init=False, repr=False)
    _cost_sums: Sums | None = field(default=None, init=False, repr=False)
    _cash_shares: Sequence[Sequence[int]] | None = field(default=None, init=False, repr=False)
    _cost_shares: Sequence[Sequence[int]] | None = field(default=None, init=False, repr=False)

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Days of payment within the plan's years, in order."""
        found = [
            Payment(day_in(month, run.day), amount_of(cents))
            for run in self.cash
            for month, cents in run.parts(self.plan.first, self.plan.after)
        ]
        return tuple(sorted(found, key=lambda payment: payment.day))

    @property
    def costs(self) -> tuple[MonthCost, ...]:
        """Cost by month within the plan's years, in order; several of a month are one."""
        months: dict[int, int] = {}
        for run in self.cost:
            for month, cents in run.parts(self.plan.first, self.plan.after):
                months[month] = months.get(month, 0) + cents
        return tuple(MonthCost(first_day(month), amount_of(months[month])) for month in sorted(months))

    @property
    def active(self) -> bool:
        """Something of it falls into the plan's years, whether its amount is known or not."""
        return self.touches(self.plan.first, self.plan.after)

    def touches(self, first: int, after: int) -> bool:
        """Whether any of it falls into these months (numbers), paid or borne."""
        return any(run.touches(first, after) for run in (*self.cash, *self.cost))

    def runs(self, basis: Basis) -> tuple[Run, ...]:
        return self.cash if basis is Basis.CASH else self.cost

    def sums(self, basis: Basis, marks: Sequence[int]) -> Sums:
        """Cents from the first month of the plan to before each of these months."""
        if marks is not self.plan.marks:
            return self._sums_of(self.runs(basis), marks)
        alike = basis is Basis.CASH or self.cost is self.cash
        known = self._cash_sums if alike else self._cost_sums
        if known is None:
            known = self._sums_of(self.runs(basis), marks)
            object.__setattr__(self, "_cash_sums" if alike else "_cost_sums", known)
        return known

    def _sums_of(self, runs: tuple[Run, ...], marks: Sequence[int]) -> Sums:
        before = up_to(runs, self.plan.first)
        return tuple([up_to(runs, mark) - before for mark in marks])

    def shares(self, basis: Basis) -> Sequence[Sequence[int]]:
        """`sums` of the fiscal years, split among its goals (at least one)."""
        alike = basis is Basis.CASH or self.cost is self.cash
        known = self._cash_shares if alike else self._cost_shares
        if known is None:
            known = split(self.sums(basis, self.plan.marks), self.goal_weights)
            object.__setattr__(self, "_cash_shares" if alike else "_cost_shares", known)
        return known


def split(sums: Sequence[int], weights: Sequence[int]) -> Sequence[Sequence[int]]:
    """Running sums divided by weights: at every point of time the parts add up to the whole.

    Rounded cumulatively over the weights, at each point of time, so that months add up to years as well.
    """
    if len(weights) == 1:
        return (sums,)
    whole, reached = sum(weights), 0
    found: list[Sequence[int]] = []
    before: Sequence[int] = (0,) * len(sums)
    for weight in weights:
        reached += weight
        now = [used_after(cents, reached, whole) if cents else 0 for cents in sums]
        found.append(tuple([after - earlier for after, earlier in zip(now, before, strict=True)]))
        before = now
    return tuple(found)
