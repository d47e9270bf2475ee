"""A company whose goals, priorities and roadmap give every check about them something to find."""

from datetime import date
from decimal import Decimal

from tests.analysis.plan_records import goal, lowers, needs, project, risk, takes
from virtualcio.model import (
    Capability,
    DataDomain,
    Demand,
    Department,
    GoalCapability,
    Kpi,
    MaturityRating,
    Measurement,
    Obligation,
    Person,
    Product,
    Record,
    ResourcePool,
    Setting,
    Team,
    TeamMember,
    WorkOrder,
)
from virtualcio.model.duties import Applies
from virtualcio.model.goals import MaturityDimension
from virtualcio.model.initiatives import InitiativeState


def _goals() -> list[Record]:
    aim = goal("Ziel", 60)
    behind = Kpi(
        name="Umsatz", goal_id=aim.id, unit="T€", baseline=Decimal(100), baseline_on=date(2025, 1, 1),
        target=Decimal(200), target_on=date(2027, 1, 1),
    )  # fmt: skip
    capability, department = Capability(name="Portal"), Department(name="Vertrieb")
    day = date(2026, 6, 30)
    return [
        aim, behind, capability, department, Kpi(name="leer"), DataDomain(name="Kunden"),
        *(Measurement(kpi_id=behind.id, day=day, value=Decimal(110 + n), entry=n) for n in range(2)),
        GoalCapability(goal_id=aim.id, capability_id=capability.id),
        MaturityRating(
            department_id=department.id, dimension=MaturityDimension.TEAM, today=2, rated_on=date(2025, 1, 1)
        ),
    ]  # fmt: skip


def _duties() -> list[Record]:
    return [
        Demand(name="Wunsch", asked_on=date(2026, 9, 1)),
        Obligation(name="E-Rechnung", applies=Applies.YES, due_on=date(2027, 1, 1)),
        Obligation(name="NIS-2", applies=Applies.UNCLEAR),
        risk("Ausfall", (4, 4), (4, 4)),
    ]


def _initiatives() -> list[Record]:
    pool = ResourcePool(name="IT", days_per_month=Decimal(5))
    late = project(
        "Spät", start=date(2026, 3, 1), months=2, state=InitiativeState.RUNNING, we_suppose="hilft"
    )
    soon = [project(f"Bald {n}", 9000, start=date(2027, 2, 1), months=1) for n in range(4)]
    hard = project("Fest", start=date(2027, 5, 1), months=3, hard_end=date(2027, 6, 30), pilot=True)
    lowered = risk("Diebstahl", (3, 2), (1, 2))
    return [
        pool, late, hard, *soon, lowered, lowers(soon[2], lowered), needs(soon[0], soon[1]),
        takes(soon[0], 20, pool), Setting(key="initiative_money_per_year", value="20000"),
    ]  # fmt: skip


def _teams() -> list[Record]:
    """A team of one person without a role, a service that nobody answers for, and an order that is late."""
    person = Person(name="Huber")
    team = Team(name="Fertigung")
    order = WorkOrder(name="Kabel", ordered_on=date(2026, 5, 4), due_on=date(2026, 6, 30))
    member = TeamMember(team_id=team.id, person_id=person.id)
    return [person, team, member, Product(name="Anmeldung"), order]


def troubled_plan() -> list[Record]:
    """Something for every check about goals, priorities and roadmap."""
    return [*_goals(), *_duties(), *_initiatives(), *_teams()]
