"""A line of the budget: one expense with its days, its way into the books, and what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.runs import Run, day_in, up_to
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.spread import amount_of, used_after
from virtualcio.model import Record
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import AmountOrigin


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


@dataclass(frozen=True, eq=False, kw_only=True)
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

    def paid_between(self, first: date, last: date) -> Decimal:
        """Cash from `first` to `last`, both included, within the plan's years."""
        return amount_of(
            sum(int(payment.amount.scaleb(2)) for payment in self.payments if first <= payment.day <= last)
        )

    def runs(self, basis: Basis) -> tuple[Run, ...]:
        return self.cash if basis is Basis.CASH else self.cost

    def sums(self, basis: Basis, marks: Sequence[int]) -> tuple[int, ...]:
        """Cents from the first month of the plan to before each of these months."""
        if marks is self.plan.marks:
            return self._cash_sums if basis is Basis.CASH else self._cost_sums
        return self._sums(self.runs(basis), marks)

    def _sums(self, runs: tuple[Run, ...], marks: Sequence[int]) -> tuple[int, ...]:
        before = up_to(runs, self.plan.first)
        return tuple([up_to(runs, mark) - before for mark in marks])

    def shares(self, basis: Basis) -> Sequence[Sequence[int]]:
        """`sums` of the fiscal years, split among its goals (at least one)."""
        return self._cash_shares if basis is Basis.CASH else self._cost_shares

    @cached_property
    def _cash_shares(self) -> Sequence[Sequence[int]]:
        return split(self._cash_sums, self.goal_weights)

    @cached_property
    def _cost_shares(self) -> Sequence[Sequence[int]]:
        return self._cash_shares if self.cost is self.cash else split(self._cost_sums, self.goal_weights)

    @cached_property
    def _cash_sums(self) -> tuple[int, ...]:
        return self._sums(self.cash, self.plan.marks)

    @cached_property
    def _cost_sums(self) -> tuple[int, ...]:
        return self._cash_sums if self.cost is self.cash else self._sums(self.cost, self.plan.marks)


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
