"""Teams, products, 90-day plans and what departments work on, each worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.plan_records import project, takes
from tests.analysis.small_company import TODAY, Rules
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.teams.department_work import Way, department_work
from virtualcio.analysis.teams.ninety_days import plan_state
from virtualcio.analysis.teams.product_state import product_state
from virtualcio.analysis.teams.team_state import team_state
from virtualcio.model import (
    Company,
    Department,
    Initiative,
    InitiativeProcess,
    NinetyDayPlan,
    Person,
    Process,
    Product,
    ProductInitiative,
    Record,
    ResourcePool,
    Task,
    Team,
    TeamMember,
    WorkOrder,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.teams import TeamRole

OWNER = TeamRole.PRODUCT_OWNER
RUNNING, PLANNED = InitiativeState.RUNNING, InitiativeState.PLANNED


def data_of(*records: Record) -> CompanyData:
    return CompanyData([Company(name="Prüf GmbH"), *records])


def people() -> tuple[Department, Department, Person, Person, Person]:
    """Two departments, one person in each, and one from outside who sits in the second one."""
    sales, it = Department(name="Vertrieb"), Department(name="IT")
    riedel = Person(name="Riedel", department_id=sales.id)
    keller = Person(name="Keller", department_id=it.id)
    zeller = Person(name="Zeller", department_id=it.id, external=True)
    return sales, it, riedel, keller, zeller


def member(team: Team, person: Person | None, role: TeamRole = TeamRole.MEMBER, days: str = "") -> TeamMember:
    return TeamMember(
        team_id=team.id,
        person_id=None if person is None else person.id,
        role=role,
        days_per_month=Decimal(days) if days else None,
    )


def test_a_team_is_its_lead_and_members_each_once_from_the_departments_of_its_own_people() -> None:
    sales, it, riedel, keller, zeller = people()
    team = Team(name="Portal", lead_id=keller.id, decision_scope="Felder", decision_limit=Decimal(3000))
    rows = [member(team, keller, days="1.5"), member(team, zeller, days="2"), member(team, riedel, OWNER)]
    data = data_of(sales, it, riedel, keller, zeller, team, *rows, member(team, None))

    state = team_state(data, team, TODAY)

    assert state.people == (keller.id, riedel.id, zeller.id)
    assert state.departments == (it.id, sales.id) and state.mixed and state.external == 1
    assert (state.days, state.days_unknown) == (Decimal("3.50"), 1)
    assert state.missing_roles == (TeamRole.BUSINESS_PARTNER, TeamRole.CAPABILITY_OWNER)
    assert not state.without_product_owner and not state.without_scope and not state.without_limit


def test_people_from_outside_do_not_make_a_team_a_mixed_one() -> None:
    sales, it, riedel, keller, zeller = people()
    team = Team(name="Portal", lead_id=riedel.id)
    data = data_of(sales, it, riedel, keller, zeller, team, member(team, zeller))

    assert team_state(data, team, TODAY).departments == (sales.id,)
    assert not team_state(data, team, TODAY).mixed


@pytest.mark.parametrize(("days", "active"), [(-1, False), (0, True), (1, True)])
def test_a_team_decides_up_to_its_last_day(days: int, active: bool) -> None:
    team = Team(name="T", ended_on=TODAY + timedelta(days=days))
    assert team_state(data_of(team), team, TODAY).active is active


def test_a_product_is_left_alone_when_its_initiatives_are_over_and_nobody_answers() -> None:
    person, product = Person(name="Keller"), Product(name="Anmeldung")
    done = Initiative(name="MFA", state=InitiativeState.DONE)
    link = ProductInitiative(product_id=product.id, initiative_id=done.id)
    data = data_of(person, product, done, link)
    assert product_state(data, product, TODAY).left_alone

    more = Initiative(name="Schlüssel", state=PLANNED)
    data = data_of(
        person, product, done, link, more, ProductInitiative(product_id=product.id, initiative_id=more.id)
    )
    state = product_state(data, product, TODAY)
    assert not state.left_alone and state.without_owner
    assert (state.building, state.over) == ((more.id,), (done.id,))

    product.owner_id = person.id
    assert not product_state(data, product, TODAY).without_owner


def test_day_1_is_the_first_day_and_the_stages_end_on_day_30_60_and_90() -> None:
    plan = NinetyDayPlan(name="P", starts_on=date(2026, 12, 1))
    state = plan_state(data_of(plan), plan, date(2026, 12, 1))

    assert state.day == 1 and state.last == date(2027, 2, 28)
    assert [(one.first, one.last) for one in state.stages] == [
        (date(2026, 12, 1), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 1, 29)),
        (date(2027, 1, 30), date(2027, 2, 28)),
    ]


@pytest.mark.parametrize(
    ("day", "stage"),
    [(-5, 0), (1, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 2), (200, 2)],
)
def test_each_task_stands_in_the_stage_of_its_day(day: int, stage: int) -> None:
    plan = NinetyDayPlan(name="P", starts_on=TODAY)
    task = Task(name="A", plan_id=plan.id, due_on=TODAY + timedelta(days=day - 1))
    state = plan_state(data_of(plan, task), plan, TODAY)
    assert [len(one.tasks) for one in state.stages] == [int(at == stage) for at in range(3)]


def test_a_plan_counts_what_is_done_overdue_without_a_day_and_nobodys() -> None:
    plan, person = NinetyDayPlan(name="P", starts_on=date(2026, 11, 1)), Person(name="K")
    late = Task(name="spät", plan_id=plan.id, due_on=date(2026, 11, 21))
    due = Task(name="heute", plan_id=plan.id, due_on=TODAY, owner_id=person.id)
    done = Task(name="getan", plan_id=plan.id, due_on=date(2026, 11, 5), done_on=date(2026, 11, 9))
    loose = Task(name="ohne Tag", plan_id=plan.id, done_on=TODAY)
    other = Task(name="anderes", due_on=date(2026, 11, 2))
    state = plan_state(data_of(plan, person, late, due, done, loose, other), plan, TODAY)

    assert (state.day, state.total, state.done) == (22, 4, 2)
    assert state.overdue == (late.id,) and state.undated == (loose.id,) and state.undated_done == 1
    assert state.without_owner == 1
    assert state.stages[0].tasks == (done.id, late.id, due.id) and state.stages[0].done == 1
    assert not state.finished


def test_without_a_first_day_no_task_has_a_stage() -> None:
    plan = NinetyDayPlan(name="P")
    task = Task(name="A", plan_id=plan.id, due_on=TODAY)
    state = plan_state(data_of(plan, task), plan, TODAY)
    assert state.day is None and state.last is None and state.undated == (task.id,)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-400, 400) | st.none(), st.booleans()), max_size=12))
def test_no_task_of_a_plan_is_lost_or_counted_twice(tasks: list[tuple[int | None, bool]]) -> None:
    plan = NinetyDayPlan(name="P", starts_on=TODAY)
    made = [
        Task(
            name=str(at), plan_id=plan.id, done_on=TODAY if done else None,
            due_on=None if day is None else TODAY + timedelta(days=day),
        )
        for at, (day, done) in enumerate(tasks)
    ]  # fmt: skip
    state = plan_state(data_of(plan, *made), plan, TODAY)
    shown = [key for stage in state.stages for key in stage.tasks] + list(state.undated)
    assert sorted(shown) == sorted(one.id for one in made)
    assert state.done == sum(done for _day, done in tasks) and state.total == len(tasks)


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"state": RUNNING}, "now"),
        ({"state": RUNNING, "start": date(2027, 9, 1)}, "now"),  # it runs, whatever the plan says
        ({"state": PLANNED, "start": date(2026, 11, 1)}, "now"),
        ({"state": PLANNED, "start": date(2026, 12, 1)}, "next"),
        ({"state": PLANNED, "start": date(2027, 5, 1)}, "next"),  # the sixth month after this one
        ({"state": PLANNED, "start": date(2027, 6, 1)}, ""),
        ({"state": PLANNED}, ""),
        ({"state": InitiativeState.DONE, "start": date(2026, 11, 1)}, ""),
    ],
)
def test_what_runs_is_now_and_what_begins_in_six_months_is_next(fields: dict[str, Any], when: str) -> None:
    sales = Department(name="Vertrieb")
    work = Initiative(name="Portal", department_id=sales.id, **fields)
    (row,) = department_work(data_of(sales, work), TODAY)
    assert ("now" if row.now else "next" if row.next else "") == when


def test_a_department_takes_part_in_as_many_ways_as_there_are_the_closest_first() -> None:
    sales, it, riedel, keller, zeller = people()
    process = Process(name="Angebote", department_id=sales.id)
    pool = ResourcePool(name="IT", department_id=it.id)
    work = Initiative(
        name="Portal", state=RUNNING, department_id=sales.id, owner_id=keller.id, product_owner_id=riedel.id
    )
    product = Product(name="Portal")
    lasting = Team(name="Portalteam", product_id=product.id, lead_id=keller.id)
    data = data_of(
        sales, it, riedel, keller, zeller, process, pool, work, product, lasting,
        ProductInitiative(product_id=product.id, initiative_id=work.id), takes(work, 5, pool),
        InitiativeProcess(initiative_id=work.id, process_id=process.id), Department(name="Lager"),
    )  # fmt: skip

    first, second, third = department_work(data, TODAY)

    assert [one.ways for one in first.now] == [(Way.FOR, Way.VOICE, Way.PROCESS)]
    assert [one.ways for one in second.now] == [(Way.LEADS, Way.TEAM, Way.DAYS)]
    assert third.now == third.next == ()


def test_a_large_initiative_needs_a_mixed_team_and_a_small_one_does_not() -> None:
    sales, it, riedel, keller, zeller = people()
    named = {"owner_id": riedel.id, "product_owner_id": riedel.id, "state": PLANNED}
    large, small = project("Groß", 20001, **named), project("Klein", 20000, **named)
    team = Team(name="T", initiative_id=large.id, lead_id=riedel.id)
    base = (sales, it, riedel, keller, zeller, large, small, team)

    (finding,) = Rules(*base).found("initiative_without_owner")
    assert [key for _kind, key in finding.objects] == [large.id]
    assert finding.params["without_team"] == 1 and finding.params["without_owner"] == 0
    assert Rules(*base, member(team, keller)).found("initiative_without_owner") == []


def test_the_product_owner_of_the_team_is_the_voice_of_the_initiative() -> None:
    sales, it, riedel, keller, zeller = people()
    work = project("A", owner_id=keller.id)
    team = Team(name="T", initiative_id=work.id)
    base = (sales, it, riedel, keller, zeller, work, team)
    assert Rules(*base).found("initiative_without_owner")
    assert Rules(*base, member(team, riedel, OWNER)).found("initiative_without_owner") == []


def test_a_team_that_has_ended_is_not_asked_for_anything() -> None:
    team = Team(name="T", ended_on=date(2026, 11, 21))
    assert Rules(team).found("team_not_able") == []
    team.ended_on = None
    (finding,) = Rules(team).found("team_not_able")
    assert finding.params == {
        "count": 1, "without_people": 1, "without_product_owner": 0, "one_department": 0, "without_scope": 0,
    }  # fmt: skip


def test_a_product_without_anybody_is_to_watch_and_to_act_on_once_its_initiative_is_over() -> None:
    product, done = Product(name="Anmeldung"), Initiative(name="MFA", state=InitiativeState.DONE)
    (watched,) = Rules(product).found("product_without_owner")
    assert watched.severity is Severity.WATCH
    link = ProductInitiative(product_id=product.id, initiative_id=done.id)
    (urgent,) = Rules(product, done, link).found("product_without_owner")
    assert urgent.severity is Severity.ACT and urgent.params["left_alone"]
    product.ends_on = date(2026, 11, 21)
    assert Rules(product, done, link).found("product_without_owner") == []


def test_an_order_is_late_from_the_day_after_it_was_to_be_there_until_it_is_accepted() -> None:
    order = WorkOrder(name="Kabel", ordered_on=date(2026, 9, 1), due_on=TODAY, amount=Decimal(900))
    assert Rules(order).found("order_late") == []
    order.due_on = TODAY - timedelta(days=1)
    older = WorkOrder(name="Dosen", ordered_on=date(2026, 9, 1), due_on=date(2026, 10, 1), amount=Decimal(50))
    (late,) = Rules(order, older).found("order_late")
    assert [key for _kind, key in late.objects] == [older.id, order.id]
    assert (late.params["count"], late.params["due_on"], late.money) == (2, date(2026, 10, 1), Decimal(950))
    older.accepted_on = order.accepted_on = TODAY
    assert Rules(order, older).found("order_late") == []
    older.accepted_on = older.ordered_on = None  # nobody has ordered it
    assert Rules(older).found("order_late") == []
