"""Goals, priorities and roadmap of the big company: what a plan costs when it is far too large.

300 initiatives with effort in 5 teams, 20 goals, 330 KPIs with 40,000 values, 60 risks, 40 obligations.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from virtualcio.analysis.calendar_days import add_months
from virtualcio.model import (
    Application,
    Asset,
    Capability,
    Demand,
    Department,
    Goal,
    GoalCapability,
    GoalDepartment,
    Initiative,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Kpi,
    MaturityRating,
    Measurement,
    Obligation,
    Person,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.duties import Applies
from virtualcio.model.goals import Aggregation, Better, Cadence, CapabilityKind, MaturityDimension
from virtualcio.model.initiatives import InitiativeState

T = TypeVar("T")
_UNITS = ("%", "Tage", "T€", "Stück", "")


@dataclass(frozen=True)
class Inventory:
    """What the plan leans on."""

    departments: Sequence[Department]
    people: Sequence[Person]
    assets: Sequence[Asset]
    applications: Sequence[Application]


class BigPlan:
    """Makes the records from a random source of its own: the inventory stays as it is without them."""

    def __init__(self, inventory: Inventory, initiatives: int, kpis: int, values: int, today: date) -> None:
        self._inventory, self._today = inventory, today
        self._initiatives, self._kpis, self._values = initiatives, kpis, values
        self._random = random.Random(2)
        self._number = 0

    def records(self) -> Iterator[Record]:
        """All of the plan, what others refer to first."""
        goals = [self._goal(n) for n in range(20)]
        pools = [
            ResourcePool(
                id=self._key(), name=f"Team {n}", days_per_month=Decimal(60), day_rate=Decimal(480),
                support_days_per_month=Decimal(20),
            )
            for n in range(1, 6)
        ]  # fmt: skip
        risks = [
            Risk(
                id=self._key(), name=f"Risiko {n}", likelihood=self._one((2, 3, 4)),
                impact=self._one((3, 4, 5)), likelihood_after=2, owner_id=self._person(),
            )
            for n in range(60)
        ]  # fmt: skip
        obligations = [
            Obligation(
                id=self._key(), name=f"Pflicht {n}", applies=self._one(tuple(Applies)),
                owner_id=self._person(), due_on=add_months(self._today, self._random.randrange(-3, 30)),
            )
            for n in range(40)
        ]  # fmt: skip
        for made in (goals, pools, risks, obligations):
            yield from made
        yield from self._around(goals)
        yield from self._measured(goals)
        yield from self._planned(goals, pools, risks, obligations)

    def _key(self) -> str:
        self._number += 1
        return f"b{self._number:031x}"

    def _one(self, of: Sequence[T]) -> T:
        return of[self._random.randrange(len(of))]

    def _person(self) -> str:
        return self._one(self._inventory.people).id

    def _goal(self, n: int) -> Goal:
        return Goal(
            id=self._key(), name=f"Ziel {n}", weight=Decimal(5), growth=n % 2 == 0, owner_id=self._person(),
            target_on=add_months(self._today, 12 + n),
        )  # fmt: skip

    def _around(self, goals: Sequence[Goal]) -> Iterator[Record]:
        """Who carries goals, what they need, how mature departments are."""
        for n in range(80):
            capability = Capability(
                id=self._key(), name=f"Fähigkeit {n}", kind=CapabilityKind.SYSTEM, owner_id=self._person(),
                application_id=self._one(self._inventory.applications).id,
            )  # fmt: skip
            yield capability
            yield GoalCapability(id=self._key(), goal_id=self._one(goals).id, capability_id=capability.id)
        for department in self._inventory.departments:
            yield GoalDepartment(id=self._key(), goal_id=self._one(goals).id, department_id=department.id)
            for dimension in MaturityDimension:
                yield MaturityRating(
                    id=self._key(), dimension=dimension, department_id=department.id, rated_on=self._today,
                    today=self._random.randrange(1, 5), wanted=self._random.randrange(3, 6),
                )  # fmt: skip

    def _measured(self, goals: Sequence[Goal]) -> Iterator[Record]:
        """KPIs, each with its months back from today."""
        months = self._values // self._kpis
        for n in range(self._kpis):
            kpi = Kpi(
                id=self._key(), name=f"Kennzahl {n}", goal_id=self._one(goals).id, unit=self._one(_UNITS),
                better=self._one(tuple(Better)), aggregation=self._one(tuple(Aggregation)),
                cadence=Cadence.MONTHLY, baseline=Decimal(50), baseline_on=add_months(self._today, -months),
                target=Decimal(self._random.randrange(20, 80)), target_on=add_months(self._today, 18),
                owner_id=self._person(),
            )  # fmt: skip
            yield kpi
            extra = 1 if n < self._values % self._kpis else 0
            for month in range(months + extra):
                value = Decimal(self._random.randrange(30_000, 70_000)).scaleb(-3)
                day = add_months(self._today, -month)
                yield Measurement(id=self._key(), kpi_id=kpi.id, day=day, value=value)

    def _planned(
        self,
        goals: Sequence[Goal],
        pools: Sequence[ResourcePool],
        risks: Sequence[Risk],
        obligations: Sequence[Obligation],
    ) -> Iterator[Record]:
        """Initiatives with what belongs to them; each needs only earlier ones, so there is no circle."""
        initiatives = [self._initiative(n) for n in range(self._initiatives)]
        yield from initiatives
        for n, one in enumerate(initiatives):
            for goal in self._random.sample(goals, 2):
                yield InitiativeGoal(
                    id=self._key(), initiative_id=one.id, goal_id=goal.id, strength=self._one((1, 2, 3))
                )
            for pool in self._random.sample(pools, 2):
                days = Decimal(self._random.randrange(2, 60))
                yield InitiativeEffort(id=self._key(), initiative_id=one.id, pool_id=pool.id, days=days)
            for asset in self._random.sample(self._inventory.assets, 3):
                yield InitiativeAsset(id=self._key(), initiative_id=one.id, asset_id=asset.id)
            if n >= 10 and n % 2:
                needed = initiatives[self._random.randrange(n - 10, n)]
                yield InitiativeDependency(
                    id=self._key(), initiative_id=one.id, prerequisite_id=needed.id, lag_months=0
                )
            if n % 5 == 0:
                yield InitiativeRisk(id=self._key(), initiative_id=one.id, risk_id=self._one(risks).id)
            if n % 12 == 0:
                duty = self._one(obligations)
                yield InitiativeObligation(id=self._key(), initiative_id=one.id, obligation_id=duty.id)
        for n in range(self._initiatives // 2):
            yield Demand(
                id=self._key(), name=f"Anfrage {n}", department_id=self._one(self._inventory.departments).id,
                goal_id=self._one(goals).id, asked_on=add_months(self._today, -self._random.randrange(12)),
            )  # fmt: skip

    def _initiative(self, n: int) -> Initiative:
        """Two of three are on the roadmap, begun one after the other over three years."""
        month = add_months(self._today.replace(day=1), n * 36 // self._initiatives)
        return Initiative(
            id=self._key(), name=f"Vorhaben {n:03}", state=InitiativeState.PLANNED, owner_id=self._person(),
            one_off_cost=Decimal(self._random.randrange(1_000, 80_000)), months=self._random.randrange(1, 9),
            start=None if n % 3 == 2 else month, department_id=self._one(self._inventory.departments).id,
        )  # fmt: skip
