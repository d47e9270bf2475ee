"""Checks about goals, KPIs, capabilities, data and maturity: at their limit, and one step before it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.analysis.plan_records import goal, project, serves
from tests.analysis.small_company import TODAY, Rules
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import (
    Application,
    Capability,
    Company,
    DataDomain,
    Department,
    Goal,
    GoalCapability,
    InitiativeCapability,
    Kpi,
    MaturityRating,
    Measurement,
    Person,
)
from virtualcio.model.goals import Cadence, CapabilityRating, KpiSource, MaturityDimension
from virtualcio.model.initiatives import InitiativeState


def kpi(aim: Goal | None = None, **fields: Any) -> Kpi:
    """From 0 to 100 in 100 days from 01.01.2026 on, measured quarterly."""
    values: dict[str, Any] = {
        "name": "K", "goal_id": None if aim is None else aim.id, "owner_id": OWNER.id, "baseline": Decimal(0),
        "baseline_on": date(2026, 1, 1), "target": Decimal(100), "target_on": date(2026, 4, 11), **fields,
    }  # fmt: skip
    return Kpi(**values)


def measured(of: Kpi, day: date, value: int = 100, entry: int = 0) -> Measurement:
    return Measurement(kpi_id=of.id, day=day, value=Decimal(value), entry=entry)


OWNER = Person(name="Weber")


def full_goal(name: str = "Ziel", weight: int = 100, **fields: Any) -> list[Any]:
    """A goal that lacks nothing, first in the list."""
    aim, work = goal(name, weight, owner_id=OWNER.id, **fields), project(f"Vorhaben {name}")
    return [aim, work, serves(work, aim), kpi(aim)]


def test_a_goal_with_kpi_owner_and_initiative_is_complete() -> None:
    assert Rules(OWNER, full_goal()).found("goal_incomplete") == []


@pytest.mark.parametrize(
    ("without", "param"), [(Kpi, "without_kpi"), (Person, "without_owner"), ("work", "without_initiative")]
)
def test_a_goal_without_one_of_them_is_not(without: object, param: str) -> None:
    aim, work, link, measure = full_goal()
    records = [OWNER, aim, measure, work, link]
    if without is Kpi:
        records.remove(measure)
    elif without is Person:
        aim.owner_id = None
    else:
        work.state = InitiativeState.DONE
    (finding,) = Rules(records).found("goal_incomplete")
    counts = {key: finding.params[key] for key in ("without_kpi", "without_owner", "without_initiative")}
    assert counts == {**dict.fromkeys(counts, 0), param: 1}
    assert finding.objects == ((Goal, aim.id),)


def test_goals_that_lack_something_are_one_finding_those_that_lack_most_first() -> None:
    little, much = goal("wenig", 50, owner_id=OWNER.id), goal("viel", 50)
    (finding,) = Rules(OWNER, kpi(little), little, much).found("goal_incomplete")
    assert [key for _kind, key in finding.objects] == [much.id, little.id]
    assert finding.params == {
        "count": 2, "without_kpi": 1, "without_owner": 1, "without_initiative": 2, "weights_total": None,
    }  # fmt: skip


@pytest.mark.parametrize(("weights", "total"), [((60, 40), None), ((60, 39), 99), ((60, 41), 101), ((0,), 0)])
def test_weights_add_up_to_a_hundred(weights: tuple[int, ...], total: int | None) -> None:
    rules = Rules(OWNER, *(full_goal(f"Z{weight}", weight) for weight in weights))
    found = rules.found("goal_incomplete")
    assert [one.params["weights_total"] for one in found] == ([] if total is None else [total])
    assert all(one.objects[0] == (Company, rules.data.company.id) for one in found)


def test_closed_goals_and_their_kpis_are_left_alone() -> None:
    aim = goal("alt", closed_on=date(2026, 1, 1))
    rules = Rules(aim, Kpi(name="K", goal_id=aim.id))
    for check_id in ("goal_incomplete", "kpi_incomplete", "kpi_stale", "kpi_behind"):
        assert rules.found(check_id) == []


@pytest.mark.parametrize(
    ("fields", "missing", "backwards"),
    [
        ({"baseline": None}, ("baseline", "baseline_on"), 0),
        ({"target_on": None}, ("target_on",), 0),
        ({"owner_id": None}, ("owner",), 0),
        ({"goal_id": None}, ("goal",), 0),
        ({"target_on": date(2025, 12, 31)}, (), 1),
        ({"target_on": date(2026, 1, 1)}, None, 0),
    ],
)
def test_what_a_kpi_lacks_is_named(
    fields: dict[str, Any], missing: tuple[str, ...] | None, backwards: int
) -> None:
    aim = goal("Ziel")
    if "baseline" in fields:
        fields = {**fields, "baseline_on": None}
    found = Rules(OWNER, aim, kpi(aim, **fields)).found("kpi_incomplete")
    said = [(one.params["missing"], one.params["backwards"]) for one in found]
    assert said == ([] if missing is None else [(missing, backwards)])


@pytest.mark.parametrize(("days", "stale"), [(136, False), (137, True)])
def test_a_quarterly_value_is_old_after_a_quarter_and_a_half(days: int, stale: bool) -> None:
    aim = goal("Ziel")
    one = kpi(aim, cadence=Cadence.QUARTERLY)  # 1.5 × 91 days = 136.5
    found = Rules(OWNER, aim, one, measured(one, TODAY - timedelta(days=days))).found("kpi_stale")
    assert bool(found) is stale


def test_what_was_never_measured_comes_first_and_what_is_computed_needs_no_measuring() -> None:
    old, never = kpi(name="alt"), kpi(name="nie")
    computed = kpi(name="Stau", source=KpiSource.CONTRACTS_TRACKED)
    (finding,) = Rules(OWNER, old, never, computed, measured(old, date(2026, 1, 1))).found("kpi_stale")
    assert [key for _kind, key in finding.objects] == [never.id, old.id]
    assert finding.params == {"count": 2, "never": 1, "oldest": date(2026, 1, 1)}


def test_values_of_today_are_fine_those_of_tomorrow_and_doubled_ones_are_not() -> None:
    one = kpi()
    assert Rules(OWNER, one, measured(one, TODAY)).found("kpi_values_doubtful") == []
    tomorrow, now = TODAY + timedelta(days=1), [measured(one, TODAY, 90 + n, n) for n in range(2)]
    (finding,) = Rules(OWNER, one, measured(one, tomorrow), now).found("kpi_values_doubtful")
    assert finding.params == {"count": 1, "future": 1, "doubled": 1}


@pytest.mark.parametrize(("value", "behind"), [(30, False), (29, True)])
def test_a_kpi_is_behind_when_a_fifth_of_the_way_is_missing(value: int, behind: bool) -> None:
    aim = goal("Ziel")
    work = project("V", 5000)
    one = kpi(aim)  # half of its hundred days are over on 20.02.2026: 50 are expected, 30 are close
    found = Rules(OWNER, aim, work, serves(work, aim), one, measured(one, date(2026, 2, 20), value)).found(
        "kpi_behind"
    )
    assert [(each.severity, each.money) for each in found] == [(Severity.ACT, Decimal("5000.00"))] * behind


def test_more_than_three_behind_are_told_in_one() -> None:
    aim = goal("Ziel")
    kpis = [kpi(aim, name=f"K{number}") for number in range(4)]
    values = [measured(one, date(2026, 2, 20), 0) for one in kpis]
    assert [one.params["count"] for one in Rules(OWNER, aim, kpis[:3], values[:3]).found("kpi_behind")] == [
        1
    ] * 3
    assert [one.params for one in Rules(OWNER, aim, kpis, values).found("kpi_behind")] == [{"count": 4}]


@pytest.mark.parametrize(("quality", "weak"), [(2, True), (3, False), (None, False)])
def test_data_is_weak_up_to_a_quality_of_two(quality: int | None, weak: bool) -> None:
    domain = DataDomain(name="Kunden", quality=quality, owner_id=OWNER.id)
    assert bool(Rules(OWNER, domain).found("data_domain_weak")) is weak


def test_data_of_nobody_is_weak_however_good_it_is() -> None:
    (finding,) = Rules(DataDomain(name="Kunden", quality=5)).found("data_domain_weak")
    assert finding.params == {"count": 1, "without_owner": 1, "poor": 0}


def test_a_missing_capability_counts_until_an_open_initiative_brings_it() -> None:
    aim, missing, spare = goal("Ziel"), Capability(name="Portal"), Capability(name="ungenutzt")
    weak = Capability(name="CRM", rating=CapabilityRating.WEAK)
    links = [GoalCapability(goal_id=aim.id, capability_id=one.id) for one in (missing, weak)]
    work = project("V", state=InitiativeState.DONE)
    brings = InitiativeCapability(initiative_id=work.id, capability_id=missing.id)
    records = [aim, missing, spare, weak, *links, work, brings]
    (finding,) = Rules(records).found("capability_missing")
    assert finding.objects == ((Capability, missing.id), (Goal, aim.id))
    work.state = InitiativeState.IDEA
    assert Rules(records).found("capability_missing") == []


def test_a_capability_of_a_retired_application_is_missing() -> None:
    aim, application = goal("Ziel"), Application(name="CRM", retired_on=TODAY)
    capability = Capability(name="CRM", rating=CapabilityRating.THERE, application_id=application.id)
    link = GoalCapability(goal_id=aim.id, capability_id=capability.id)
    assert Rules(aim, application, capability, link).found("capability_missing")


@pytest.mark.parametrize(("rated_on", "old"), [(date(2025, 11, 22), False), (date(2025, 11, 21), True)])
def test_a_maturity_rating_is_old_after_a_year(rated_on: date, old: bool) -> None:
    department = Department(name="Vertrieb")
    rating = MaturityRating(
        department_id=department.id, dimension=MaturityDimension.TEAM, today=3, rated_on=rated_on
    )
    found = Rules(department, rating).found("maturity_old")
    assert [one.objects for one in found] == [((Department, department.id),)] * old
