"""What has to be done, whatever its benefit."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.analysis.plan_records import Plan, duty, lowers, meets, project, risk
from tests.analysis.small_company import TODAY, carries
from tests.analysis.small_company import serves as used_by
from virtualcio.analysis.priorities.must import MustKind
from virtualcio.analysis.priorities.risk_scores import score_after, score_before
from virtualcio.model import (
    Application,
    Asset,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    Process,
    Record,
    Risk,
)
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory, Criticality


def reasons(plan: Plan, initiative: Initiative) -> list[tuple[str, str]]:
    return [(one.kind.value, one.record_id) for one in plan[initiative].must_reasons]


# --- obligations ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("applies", "fields", "must"),
    [
        (Applies.YES, {}, True),
        (Applies.YES, {"evidence": " "}, True),
        (Applies.YES, {"evidence": "Prüfbericht im Ordner"}, False),
        (Applies.YES, {"evidence_on": date(2026, 5, 1)}, False),
        (Applies.NO, {}, False),
        (Applies.UNCLEAR, {}, False),
    ],
)
def test_a_duty_that_applies_and_is_not_met_makes_a_must(
    applies: Applies, fields: dict[str, str], must: bool
) -> None:
    one, law = project("A"), duty("E-Rechnung", date(2027, 1, 1), applies, **fields)
    plan = Plan(one, law, meets(one, law))
    assert plan[one].is_must is must
    assert plan[one].hard_date == (date(2027, 1, 1) if must else None)


def test_several_duties_stand_by_their_day() -> None:
    one = project("A")
    late, soon, no_day = duty("Spät", date(2028, 1, 1)), duty("Bald", date(2027, 1, 1)), duty("Ohne Tag")
    plan = Plan(one, late, no_day, soon, [meets(one, law) for law in (late, no_day, soon)])
    assert reasons(plan, one) == [("obligation", law.id) for law in (soon, late, no_day)]
    assert plan[one].hard_date == date(2027, 1, 1)


# --- risks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "must"),
    [
        ((4, 5), (3, 3), True),  # 20 → 9, the bearable level
        ((4, 5), (2, 5), False),  # 20 → 10: still above
        ((2, 5), (3, 3), True),  # 10 → 9
        ((3, 3), (1, 1), False),  # was bearable before
    ],
)
def test_bringing_a_risk_to_the_bearable_level_makes_a_must(
    before: tuple[int, int], after: tuple[int, int], must: bool
) -> None:
    one, danger = project("A"), risk("Brand", before, after)
    plan = Plan(one, danger, lowers(one, danger))
    assert plan[one].is_must is must
    assert reasons(plan, one) == ([("risk", danger.id)] if must else [])


def test_of_several_measures_those_are_must_without_which_the_risk_stays_too_high() -> None:
    """20 → 6, bearable 9. Without 30 %: 6 + 4.2 = 10.2, too high. Without 20 %: 6 + 2.8 = 8.8, bearable."""
    large, medium, small = project("50 %"), project("30 %"), project("20 %")
    danger = risk("Brand", (4, 5), (2, 3))
    plan = Plan(
        large, medium, small, danger, lowers(large, danger, 50), lowers(medium, danger, 30),
        lowers(small, danger, 20),
    )  # fmt: skip
    assert plan.musts == ["50 %", "30 %"] and plan.order == ["20 %"]


def test_the_bearable_level_is_the_owners() -> None:
    one, danger = project("A"), risk("Brand", (3, 4), (2, 4))  # 12 → 8
    plan = Plan(one, danger, lowers(one, danger))
    assert plan[one].is_must
    for bearable, must in ((8, True), (7, False), (11, True), (12, False)):
        plan.assumptions = replace(plan.assumptions, bearable_risk=bearable)
        assert plan[one].is_must is must


def test_what_was_not_rated_anew_is_as_before() -> None:
    danger = Risk(name="Brand", likelihood=4, impact=5, impact_after=2)
    assert (score_before(danger), score_after(danger)) == (20, 8)
    assert score_after(Risk(name="Wie vorher", likelihood=4, impact=5)) == 20


def test_ratings_outside_the_scale_count_as_its_ends() -> None:
    assert score_before(Risk(name="Aus einer fremden Datei", likelihood=0, impact=99)) == 5


# --- unsupported under a critical process ----------------------------------------------------


def server(ends: date | None, **fields: object) -> Asset:
    return Asset(name="Server", category=AssetCategory.SERVER, support_end=ends, **fields)


def remedy_plan(asset: Asset, criticality: Criticality = Criticality.CRITICAL) -> tuple[Plan, Initiative]:
    one, work = project("Server ersetzen"), Process(name="Aufträge", criticality=criticality)
    records: list[Record] = [one, work, asset, InitiativeAsset(initiative_id=one.id, asset_id=asset.id)]
    return Plan(records, used_by(asset, work)), one


@pytest.mark.parametrize(
    ("asset", "must"),
    [
        (server(TODAY - timedelta(1)), True),
        (server(TODAY), True),
        (server(TODAY + timedelta(1)), False),
        (server(None), False),
        (server(TODAY, extended_support_end=TODAY + timedelta(300)), False),  # bought
        (server(TODAY, retired_on=TODAY), False),  # not in use any more
        (server(None, purchase_date=date(2000, 1, 1)), False),  # merely old
    ],
)
def test_ending_an_unsupported_state_under_a_critical_process_makes_a_must(asset: Asset, must: bool) -> None:
    plan, one = remedy_plan(asset)
    assert plan[one].is_must is must
    assert reasons(plan, one) == ([("unsupported", asset.id)] if must else [])


def test_under_a_process_that_is_only_important_it_is_no_must() -> None:
    plan, one = remedy_plan(server(TODAY), Criticality.HIGH)
    assert not plan[one].is_must


def test_an_application_and_what_carries_it_both_count() -> None:
    one, work = project("ERP-Umzug"), Process(name="Aufträge", criticality=Criticality.CRITICAL)
    erp, host = Application(name="ERP", support_end=date(2025, 1, 1)), server(date(2025, 1, 1))
    plan = Plan(
        one, work, erp, host, used_by(erp, work), carries(host, erp),
        InitiativeAsset(initiative_id=one.id, asset_id=host.id),
        InitiativeApplication(initiative_id=one.id, application_id=erp.id),
    )  # fmt: skip
    assert reasons(plan, one) == [("unsupported", host.id), ("unsupported", erp.id)]
    assert plan[one].effort == Decimal(1000) and plan[one].rank is None


def test_an_initiative_that_is_done_has_no_place() -> None:
    law = duty("E-Rechnung")
    done = project("Fertig", state=InitiativeState.DONE)
    plan = Plan(done, law, meets(done, law))
    assert plan.musts == [] and plan.order == []


def test_all_reasons_are_named() -> None:
    plan, one = remedy_plan(server(TODAY))
    danger, law = risk("Brand", (5, 5), (1, 1)), duty("NIS-2")
    for record in (danger, law, lowers(one, danger), meets(one, law)):
        plan.data.put(record)
    assert [kind for kind, _key in reasons(plan, one)] == [kind.value for kind in MustKind]
