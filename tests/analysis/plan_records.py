"""Initiatives built by hand, for tests of priorities: short ways to write goals, links and efforts."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.analysis.small_company import TABLES, TODAY
from virtualcio.analysis.assumptions import Assumptions, assumptions_of
from virtualcio.analysis.goals.goal_weights import normalised_weights, open_goals
from virtualcio.analysis.inventory.backlog import things_of
from virtualcio.analysis.inventory.due_dates import due_of
from virtualcio.analysis.priorities.must import unsupported_under_critical
from virtualcio.analysis.priorities.ranking import Ranked, Ranking, ranking
from virtualcio.model import (
    Company,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.duties import Applies


class Plan:
    """A company with a plan, and its ranking on a day."""

    def __init__(
        self,
        *records: Record | Iterable[Record],
        today: date = TODAY,
        assumptions: Assumptions | None = None,
        by_size: bool = True,
    ) -> None:
        flat = [one for given in records for one in ([given] if isinstance(given, Record) else given)]
        self.data = CompanyData([Company(name="Prüf GmbH"), *flat])
        self.today = today
        self.assumptions = assumptions or assumptions_of(self.data)
        self.by_size = by_size

    @property
    def goal_weights(self) -> dict[str, Fraction]:
        return dict(normalised_weights(open_goals(self.data, self.today)))

    @property
    def ranking(self) -> Ranking:
        dues = {one.id: due_of(one, TABLES) for one in things_of(self.data)}
        unsupported = unsupported_under_critical(self.data, dues, self.today)
        return ranking(
            self.data, self.today, self.goal_weights, unsupported, self.assumptions, by_size=self.by_size
        )

    def __getitem__(self, initiative: Initiative) -> Ranked:
        found = self.ranking
        return {one.initiative_id: one for one in (*found.must, *found.ranked)}[initiative.id]

    @property
    def order(self) -> list[str]:
        """Names of the ranked ones, first rank first."""
        return [self.data.find(Initiative, one.initiative_id).name for one in self.ranking.ranked]

    @property
    def musts(self) -> list[str]:
        """Names of those that must be done, in their order."""
        return [self.data.find(Initiative, one.initiative_id).name for one in self.ranking.must]


def project(name: str, cost: str | int | None = "1000", **fields: object) -> Initiative:
    """An initiative with an external one-off cost in euros."""
    return Initiative(name=name, one_off_cost=None if cost is None else Decimal(cost), **fields)


def goal(name: str, weight: int = 100, **fields: object) -> Goal:
    return Goal(name=name, weight=Decimal(weight), **fields)


def serves(initiative: Initiative, aim: Goal, strength: int = 3) -> InitiativeGoal:
    return InitiativeGoal(initiative_id=initiative.id, goal_id=aim.id, strength=strength)


def needs(initiative: Initiative, prerequisite: Initiative) -> InitiativeDependency:
    return InitiativeDependency(initiative_id=initiative.id, prerequisite_id=prerequisite.id)


def lowers(initiative: Initiative, risk: Risk, share: int = 100) -> InitiativeRisk:
    return InitiativeRisk(initiative_id=initiative.id, risk_id=risk.id, share=share)


def risk(name: str, before: tuple[int, int], after: tuple[int, int]) -> Risk:
    """(likelihood, impact) before and after the measures."""
    return Risk(
        name=name,
        likelihood=before[0],
        impact=before[1],
        likelihood_after=after[0],
        impact_after=after[1],
    )


def duty(name: str, due_on: date | None = None, applies: Applies = Applies.YES, **fields: str) -> Obligation:
    return Obligation(name=name, due_on=due_on, applies=applies, **fields)


def meets(initiative: Initiative, obligation: Obligation) -> InitiativeObligation:
    return InitiativeObligation(initiative_id=initiative.id, obligation_id=obligation.id)


def takes(initiative: Initiative, days: str | int, pool: ResourcePool | None) -> InitiativeEffort:
    return InitiativeEffort(
        initiative_id=initiative.id, days=Decimal(days), pool_id=None if pool is None else pool.id
    )
