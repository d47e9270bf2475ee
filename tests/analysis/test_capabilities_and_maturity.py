"""What is there, weak or missing for a goal, and how far departments are, each by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.analysis.small_company import TODAY, Rules
from virtualcio.analysis.goals.capability_state import capability_state
from virtualcio.analysis.goals.goal_weights import normalised_weights
from virtualcio.analysis.goals.maturity import is_old, maturity_grid
from virtualcio.model import (
    Application,
    Capability,
    DataDomain,
    Department,
    Goal,
    GoalDepartment,
    Interface,
    MaturityRating,
    Record,
)
from virtualcio.model.goals import CapabilityKind, CapabilityRating, MaturityDimension

THERE, WEAK, MISSING = CapabilityRating.THERE, CapabilityRating.WEAK, CapabilityRating.MISSING


def rating(*records: Record, capability: Capability) -> tuple[CapabilityRating, tuple[str, ...]]:
    rules = Rules(*records, capability)
    dues = rules.dues
    found = capability_state(rules.data, capability, TODAY, lambda one: dues[one.id].support_end)
    assert found.lowered is (found.rating is not capability.rating)
    return found.rating, found.reasons


@pytest.mark.parametrize(
    ("owner", "quality", "expected"),
    [
        ("anna", 3, (THERE, ())),
        ("anna", 2, (WEAK, ("poor_quality",))),
        ("anna", None, (WEAK, ("without_quality",))),
        (None, 5, (WEAK, ("without_owner",))),
        (None, 1, (WEAK, ("without_owner", "poor_quality"))),
    ],
)
def test_data_is_weak_at_best_without_owner_and_quality(
    owner: str | None, quality: int | None, expected: tuple[CapabilityRating, tuple[str, ...]]
) -> None:
    domain = DataDomain(name="Kundenstamm", owner_id=owner, quality=quality)
    data = Capability(name="Kunden", kind=CapabilityKind.DATA, rating=THERE, data_domain_id=domain.id)
    assert rating(domain, capability=data) == expected


def test_data_without_a_data_domain_is_weak_at_best_and_what_is_missing_stays_missing() -> None:
    there = Capability(name="Kunden", kind=CapabilityKind.DATA, rating=THERE)
    assert rating(capability=there) == (WEAK, ("no_domain",))
    missing = Capability(name="Kunden", kind=CapabilityKind.DATA, rating=MISSING)
    assert rating(capability=missing) == (MISSING, ("no_domain",))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (THERE, ())),
        ({"support_end": date(2026, 11, 23)}, (THERE, ())),
        ({"support_end": TODAY}, (WEAK, ("support_ended",))),
        ({"retired_on": TODAY}, (MISSING, ("retired",))),
        ({"retired_on": date(2026, 11, 23)}, (THERE, ())),
    ],
)
def test_a_system_is_as_good_as_its_application(
    fields: dict[str, date], expected: tuple[CapabilityRating, tuple[str, ...]]
) -> None:
    erp = Application(name="ERP", **fields)
    system = Capability(name="ERP", kind=CapabilityKind.SYSTEM, rating=THERE, application_id=erp.id)
    assert rating(erp, capability=system) == expected


def test_a_manual_interface_is_weak_at_best_and_people_are_as_rated() -> None:
    manual = Interface(name="Export", source_id="a", target_id="b", manual=True)
    by_hand = Capability(name="x", kind=CapabilityKind.INTERFACE, rating=THERE, interface_id=manual.id)
    assert rating(manual, capability=by_hand) == (WEAK, ("manual",))
    own = Interface(name="Export", source_id="a", target_id="b")
    automatic = Capability(name="x", kind=CapabilityKind.INTERFACE, rating=THERE, interface_id=own.id)
    assert rating(own, capability=automatic) == (THERE, ())
    assert rating(capability=Capability(name="x", kind=CapabilityKind.PEOPLE, rating=WEAK)) == (WEAK, ())


def test_the_potential_of_a_department_is_its_goals_times_its_readiness() -> None:
    """60 of 100 % weight × a mean of 2.5 ÷ 5: 0.3."""
    sales, works = Department(name="Vertrieb"), Department(name="Fertigung")
    first, second = (Goal(name="Ziel", weight=Decimal(weight)) for weight in ("60", "40"))
    rules = Rules(
        sales,
        works,
        first,
        second,
        GoalDepartment(goal_id=first.id, department_id=sales.id),
        GoalDepartment(goal_id=first.id, department_id=sales.id),  # said twice, counted once
        GoalDepartment(goal_id=second.id, department_id=works.id),
        MaturityRating(
            department_id=sales.id, dimension=MaturityDimension.TEAM, today=2, wanted=4, rated_on=TODAY
        ),
        MaturityRating(department_id=sales.id, dimension=MaturityDimension.VALUE, today=3, rated_on=TODAY),
        MaturityRating(department_id=sales.id, dimension=MaturityDimension.SKILLS, wanted=3),
    )
    grid = maturity_grid(rules.data, normalised_weights([first, second]), TODAY)
    row, other = grid.departments
    assert (row.mean_today, row.goal_weight, row.potential) == (
        Fraction(5, 2),
        Fraction(3, 5),
        Fraction(3, 10),
    )
    assert (other.mean_today, other.goal_weight, other.potential) == (None, Fraction(2, 5), None)
    assert row.cells[MaturityDimension.TEAM].wanted == 4
    assert not row.cells[MaturityDimension.SKILLS].old  # not rated yet
    assert grid.dimensions == tuple(MaturityDimension)
    assert grid.mean_today == Fraction(5, 2)
    assert grid.old_ratings == 0


def test_a_rating_is_old_a_year_after_its_day_and_of_two_the_later_counts() -> None:
    assert not is_old(date(2025, 11, 22), TODAY)
    assert is_old(date(2025, 11, 21), TODAY)
    assert is_old(None, TODAY)
    sales = Department(name="Vertrieb")
    team = MaturityDimension.TEAM
    rules = Rules(
        sales,
        MaturityRating(department_id=sales.id, dimension=team, today=4, rated_on=date(2025, 1, 1)),
        MaturityRating(department_id=sales.id, dimension=team, today=1, rated_on=date(2024, 1, 1)),
    )
    cell = maturity_grid(rules.data, {}, TODAY).departments[0].cells[team]
    assert (cell.today, cell.old) == (4, True)
