"""Checks about demands, initiatives, obligations and risks: at their limit, and one step before it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.analysis.plan_records import duty, goal, lowers, meets, project, risk, serves, takes
from tests.analysis.small_company import TODAY, Rules
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import Asset, Demand, InitiativeAsset, Obligation, Person, ResourcePool, Risk
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState, HypothesisState, InitiativeState


@pytest.mark.parametrize(
    ("days", "state", "limit", "waits"),
    [
        (30, DemandState.OPEN, 30, False),
        (31, DemandState.OPEN, 30, True),
        (31, DemandState.OPEN, 60, False),
        (400, DemandState.DECLINED, 30, False),
    ],
)
def test_a_demand_waits_too_long_after_the_days_of_the_setting(
    days: int, state: DemandState, limit: int, waits: bool
) -> None:
    demand = Demand(name="A", asked_on=TODAY - timedelta(days=days), state=state)
    found = Rules(demand).with_assumptions(demand_days=limit).found("demand_unanswered")
    assert bool(found) is waits


def test_the_oldest_demand_comes_first_and_one_without_a_day_is_not_counted() -> None:
    old, older, unknown = (
        Demand(name=name, asked_on=day)
        for name, day in (("a", date(2026, 9, 1)), ("b", date(2026, 8, 1)), ("c", None))
    )
    (finding,) = Rules(old, older, unknown).found("demand_unanswered")
    assert [key for _kind, key in finding.objects] == [older.id, old.id]
    assert finding.params == {"count": 2, "oldest": date(2026, 8, 1), "days": 30}


def test_a_goal_a_duty_a_risk_or_a_thing_to_renew_is_a_purpose() -> None:
    aim, law, danger, server = goal("Z"), duty("E-Rechnung"), risk("R", (3, 3), (1, 3)), Asset(name="S")
    work = project("V", 7000)
    purposes: list[Any] = [
        serves(work, aim, 1), meets(work, law), lowers(work, danger),
        InitiativeAsset(initiative_id=work.id, asset_id=server.id),
    ]  # fmt: skip
    for purpose in purposes:
        assert not Rules(aim, law, danger, server, work, purpose).found("initiative_without_purpose")
    (finding,) = Rules(aim, law, danger, server, work).found("initiative_without_purpose")
    assert (finding.severity, finding.money) == (Severity.WATCH, Decimal("7000.00"))


def test_strength_nothing_a_closed_goal_and_a_duty_that_does_not_apply_are_none() -> None:
    aim, closed = goal("Z"), goal("alt", closed_on=date(2026, 1, 1))
    law, work = duty("NIS-2", applies=Applies.UNCLEAR), project("V")
    links = [serves(work, aim, 0), serves(work, closed, 3), meets(work, law)]
    assert Rules(aim, closed, law, work, links).found("initiative_without_purpose")


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, True),
        ({"security_planned": True}, False),
        ({"training_planned": True}, False),
        ({"introduction_planned": True}, False),
        ({"one_off_cost": Decimal(0)}, False),
        ({"one_off_cost": None, "running_cost": Decimal(500)}, True),
        ({"state": InitiativeState.DONE}, False),
    ],
)
def test_only_the_purchase_is_planned(fields: dict[str, Any], found: bool) -> None:
    work = project("V")
    for name, value in fields.items():
        setattr(work, name, value)
    assert bool(Rules(work).found("initiative_only_purchase")) is found


def test_an_initiative_needs_somebody_who_answers_and_somebody_who_says_what_is_wanted() -> None:
    person = Person(name="Weber")
    both = project("A", owner_id=person.id, product_owner_id=person.id)
    one = project("B", owner_id=person.id)
    none = project("C", 9000)
    assert Rules(person, both).found("initiative_without_owner") == []
    (finding,) = Rules(person, both, one, none).found("initiative_without_owner")
    assert [key for _kind, key in finding.objects] == [none.id, one.id]  # the dearer one first
    assert finding.params == {
        "count": 2, "without_owner": 1, "without_product_owner": 2, "without_team": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "capacity", "support", "rate", "gap"),
    [
        (5, 10, 0, 500, ""),
        (0, 10, 0, 500, "effort"),
        (5, 10, 10, 500, "capacity"),
        (5, 10, 9, 500, ""),
        (5, 10, 0, None, "rate"),
    ],
)
def test_the_effort_is_clear_with_days_of_a_team_that_has_time_and_a_price(
    days: int, capacity: int, support: int, rate: int | None, gap: str
) -> None:
    pool = ResourcePool(
        name="IT",
        days_per_month=Decimal(capacity),
        support_days_per_month=Decimal(support),
        day_rate=None if rate is None else Decimal(rate),
    )
    work = project("V")
    found = Rules(pool, work, takes(work, days, pool)).found("initiative_effort_unclear")
    named = [
        word
        for one in found
        for word in ("effort", "pool", "capacity", "rate")
        if one.params[f"without_{word}"]
    ]
    assert named == ([gap] if gap else [])


def test_days_of_nobody_are_unclear() -> None:
    work = project("V")
    (finding,) = Rules(work, takes(work, 5, None)).found("initiative_effort_unclear")
    assert finding.params["without_pool"] == 1


@pytest.mark.parametrize(
    ("start", "state", "hypothesis", "found"),
    [
        (date(2026, 8, 24), InitiativeState.RUNNING, HypothesisState.OPEN, True),  # 90 days ago
        (date(2026, 8, 25), InitiativeState.RUNNING, HypothesisState.OPEN, False),
        (date(2026, 1, 1), InitiativeState.DONE, HypothesisState.OPEN, True),
        (date(2026, 1, 1), InitiativeState.PLANNED, HypothesisState.OPEN, False),
        (date(2026, 1, 1), InitiativeState.DONE, HypothesisState.REFUTED, False),
    ],
)
def test_a_supposition_is_tested_within_ninety_days(
    start: date, state: InitiativeState, hypothesis: HypothesisState, found: bool
) -> None:
    work = project("V", start=start, state=state, we_suppose="Hilft", hypothesis=hypothesis)
    assert bool(Rules(work).found("hypothesis_untested")) is found
    work.we_suppose = " "
    assert Rules(work).found("hypothesis_untested") == []


def test_a_trial_needs_a_measure_of_success() -> None:
    assert Rules(project("V", pilot=True, pilot_criterion=" ")).found("pilot_without_criterion")
    assert not Rules(project("V", pilot=True, pilot_criterion="3 Tage")).found("pilot_without_criterion")
    assert not Rules(project("V")).found("pilot_without_criterion")


@pytest.mark.parametrize(
    ("due_on", "applies", "evidence", "found"),
    [
        (TODAY + timedelta(days=90), Applies.YES, "", True),
        (TODAY + timedelta(days=91), Applies.YES, "", False),
        (date(2020, 1, 1), Applies.YES, "", True),
        (date(2020, 1, 1), Applies.YES, "Protokoll", False),
        (date(2020, 1, 1), Applies.NO, "", False),
        (None, Applies.YES, "", False),
    ],
)
def test_evidence_is_there_ninety_days_before_the_day(
    due_on: date | None, applies: Applies, evidence: str, found: bool
) -> None:
    law = duty("E-Rechnung", due_on, applies, evidence=evidence)
    findings = Rules(law).found("obligation_without_evidence")
    assert [one.act_by for one in findings] == [due_on] * found


def test_open_whether_it_applies_is_one_finding_the_nearest_day_first() -> None:
    later, soon = duty("A", None, Applies.UNCLEAR), duty("B", date(2027, 1, 1), Applies.UNCLEAR)
    (finding,) = Rules(later, soon, duty("C")).found("obligation_unclear")
    assert finding.objects == ((Obligation, soon.id), (Obligation, later.id))
    assert finding.act_by == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("before", "after", "measure", "works", "found"),
    [
        ((5, 5), (3, 3), "Sicherung", False, False),  # 9 is bearable
        ((5, 5), (2, 5), "Sicherung", True, True),  # 10 is not, whatever is done
        ((2, 5), (3, 3), "", False, True),  # nothing is done about it
        ((2, 5), (3, 3), "", True, False),
        ((3, 3), (3, 3), "", False, False),
    ],
)
def test_a_risk_is_bearable_up_to_nine_points(
    before: tuple[int, int], after: tuple[int, int], measure: str, works: bool, found: bool
) -> None:
    danger = risk("R", before, after)
    danger.measure, danger.yearly_loss = measure, Decimal(1200)
    work = project("V")
    links = [lowers(work, danger)] if works else []
    findings = Rules(danger, work, links).found("risk_above_bearable")
    assert [(one.severity, one.money) for one in findings] == [(Severity.ACT, Decimal(1200))] * found


def test_another_bearable_level_is_the_owners_to_set() -> None:
    danger = Risk(name="R", likelihood=2, impact=2, measure="")
    assert Rules(danger).with_assumptions(bearable_risk=4).found("risk_above_bearable") == []
    assert Rules(danger).with_assumptions(bearable_risk=3).found("risk_above_bearable")
