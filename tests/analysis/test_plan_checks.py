"""Checks about the roadmap: at their limit, and one step before it. Today is the 22nd of November 2026."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.analysis.plan_records import duty, meets, needs, project, takes
from tests.analysis.small_company import Rules, euro, serves
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import (
    Asset,
    Initiative,
    InitiativeAsset,
    Process,
    ResourcePool,
    Setting,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import Criticality, RemedyKind


def planned(name: str, start: date | None, months: int = 2, **fields: Any) -> Initiative:
    return project(name, start=start, months=months, **fields)


@pytest.mark.parametrize(("start", "contradicts"), [(date(2027, 3, 1), False), (date(2027, 2, 1), True)])
def test_an_initiative_starts_after_what_it_needs(start: date, contradicts: bool) -> None:
    first, second = planned("A", date(2027, 1, 1)), planned("B", start, 1)
    found = Rules(first, second, needs(second, first)).found("plan_contradiction")
    assert [one.objects for one in found] == [((Initiative, second.id), (Initiative, first.id))] * contradicts


def test_an_unplanned_prerequisite_a_circle_and_a_too_early_start_contradict_the_plan() -> None:
    first, second = planned("A", None), planned("B", date(2027, 1, 1))
    assert Rules(first, second, needs(second, first)).found("plan_contradiction")
    assert Rules(first, second, needs(second, first), needs(first, second)).found("plan_contradiction")
    early = planned("C", date(2027, 1, 1), earliest_start=date(2027, 2, 1))
    assert Rules(early).found("plan_contradiction")
    early.earliest_start = date(2027, 1, 31)  # only the month counts
    assert not Rules(early).found("plan_contradiction")


def test_several_contradictions_of_one_initiative_are_one_finding() -> None:
    first, other = planned("A", date(2027, 1, 1)), planned("B", None)
    late = planned("C", date(2027, 1, 1), earliest_start=date(2027, 2, 1))
    (finding,) = Rules(first, other, late, needs(late, first), needs(late, other)).found("plan_contradiction")
    assert finding.params["more"] == 2


@pytest.mark.parametrize(("hard_end", "missed"), [(date(2027, 2, 28), False), (date(2027, 2, 27), True)])
def test_the_hard_day_itself_is_in_time(hard_end: date, missed: bool) -> None:
    found = Rules(planned("A", date(2027, 1, 1), hard_end=hard_end)).found("hard_end_missed")
    assert [(one.params["ends_on"], one.act_by) for one in found] == (
        [(date(2027, 2, 28), date(2026, 12, 1))] if missed else []
    )


def test_the_day_of_an_obligation_is_a_hard_day_and_a_must_has_to_be_planned() -> None:
    law, late = duty("E-Rechnung", date(2027, 1, 1)), planned("A", date(2027, 1, 1))
    (finding,) = Rules(law, late, meets(late, law)).found("hard_end_missed")
    assert finding.params["hard_end"] == date(2027, 1, 1)
    late.start = None
    (finding,) = Rules(law, late, meets(late, law)).found("hard_end_missed")
    assert finding.params["ends_on"] is None
    # an own hard day of something that nobody must do waits for the plan
    assert not Rules(planned("B", None, hard_end=date(2027, 1, 1))).found("hard_end_missed")


@pytest.mark.parametrize(
    ("start", "state", "late"),
    [
        (date(2026, 10, 1), InitiativeState.PLANNED, True),
        (date(2026, 11, 1), InitiativeState.PLANNED, False),
        (date(2026, 9, 1), InitiativeState.RUNNING, True),  # until October
        (date(2026, 10, 1), InitiativeState.RUNNING, False),  # until November
        (date(2026, 9, 1), InitiativeState.DONE, False),
    ],
)
def test_what_should_have_begun_or_ended_before_this_month_is_late(
    start: date, state: InitiativeState, late: bool
) -> None:
    found = Rules(planned("A", start, state=state)).found("initiative_late")
    assert [one.severity for one in found] == [Severity.ACT] * late


@pytest.mark.parametrize(("count", "too_many"), [(3, False), (4, True)])
def test_three_at_once_are_enough(count: int, too_many: bool) -> None:
    found = Rules([planned(f"A{n}", date(2027, 1, 1)) for n in range(count)]).found("too_many_at_once")
    assert [(one.params["most"], one.params["limit"]) for one in found] == [(4, 3)] * too_many


@pytest.mark.parametrize(("days", "over"), [("10.00", False), ("10.02", True)])
def test_a_team_has_the_days_it_has(days: str, over: bool) -> None:
    pool = ResourcePool(name="IT", days_per_month=Decimal(8), support_days_per_month=Decimal(3))
    work = planned("A", date(2027, 1, 1))
    found = Rules(pool, work, takes(work, days, pool)).found("pool_overloaded")
    assert [one.objects for one in found] == [((ResourcePool, pool.id), (Initiative, work.id))] * over
    # 10.02 days in two months are 5.01 in each, a hundredth too many twice
    assert [(one.params["needed"], one.params["over"]) for one in found] == (
        [(Decimal("5.01"), Decimal("0.02"))] if over else []
    )


@pytest.mark.parametrize(("cost", "over"), [("20000", None), ("20000.50", "0.50")])
def test_the_money_of_a_year_is_what_was_set(cost: str, over: str | None) -> None:
    setting = Setting(key="initiative_money_per_year", value="20000")
    work = project("A", cost, start=date(2027, 1, 1), months=1)
    found = Rules(setting, work).found("money_over_limit")
    assert [one.money for one in found] == ([] if over is None else [Decimal(over)])
    assert Rules(work).found("money_over_limit") == []  # no limit is set


def overdue_server(**fields: Any) -> tuple[Asset, list[Any]]:
    server = Asset(name="S", cost=euro("500"), support_end=date(2025, 1, 1), **fields)
    work = planned("A", date(2027, 1, 1))
    return server, [server, work, InitiativeAsset(initiative_id=work.id, asset_id=server.id)]


def test_what_the_roadmap_puts_right_is_planned() -> None:
    server, records = overdue_server()
    assert Rules(server).found("overdue_without_plan")
    assert Rules(records).found("overdue_without_plan") == []
    records[1].start = None  # an idea without a month is no plan
    assert Rules(records).found("overdue_without_plan")


def test_what_was_accepted_until_a_day_is_not_asked_again_when_the_roadmap_puts_it_right() -> None:
    server, records = overdue_server(remedy=RemedyKind.ACCEPT, accepted_until=date(2026, 6, 1))
    assert Rules(server).found("acceptance_ran_out")
    assert Rules(records).found("acceptance_ran_out") == []


def test_an_unsupported_thing_stays_a_finding_that_says_when_it_ends() -> None:
    server, records = overdue_server()
    process = Process(name="P", criticality=Criticality.CRITICAL)
    (finding,) = Rules(records, process, serves(server, process)).found("unsupported_under_critical")
    assert finding.params["planned_until"] == date(2027, 2, 28)


@pytest.mark.parametrize(("support_end", "found"), [(date(2027, 2, 28), False), (date(2027, 2, 27), True)])
def test_support_that_ends_soon_is_no_finding_where_the_roadmap_is_quicker(
    support_end: date, found: bool
) -> None:
    server, records = overdue_server()
    server.support_end = support_end
    process = Process(name="P", criticality=Criticality.CRITICAL)
    rules = Rules(records, process, serves(server, process))
    assert bool(rules.found("support_ends_under_critical")) is found
