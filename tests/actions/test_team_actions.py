"""90-day plans from templates, work orders from initiatives, and what is refused about teams."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.conftest import MakeCompany
from tests.pdf_text import pdf_text
from virtualcio.actions.edit import add_record, duplicate_records, set_value
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.actions.teams.ninety_day_plans import add_plan_task, delete_plan, start_plan
from virtualcio.actions.teams.order_sheet import order_document, write_order
from virtualcio.actions.teams.work_orders import order_from
from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.exchange.kpi_catalogue import catalogue_kpi
from virtualcio.exchange.ninety_day_templates import plan_templates, template_of
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeGoal,
    InitiativeKpi,
    Kpi,
    NinetyDayPlan,
    Person,
    Supplier,
    Task,
    Team,
    TeamMember,
    WorkOrder,
)
from virtualcio.model.teams import TeamRole
from virtualcio.texts import speaking

START = date(2026, 12, 1)


@pytest.mark.parametrize("template", plan_templates(), ids=lambda one: one.key)
def test_each_template_has_9_to_14_tasks_in_order_with_kpis_of_the_catalogue(template: object) -> None:
    tasks = next(one for one in plan_templates() if one is template).tasks
    days = [one.day for one in tasks]
    assert 9 <= len(tasks) <= 14 and days == sorted(days) and days[0] >= 1 and days[-1] == 90
    assert all(any(first <= day <= first + 29 for day in days) for first in (1, 31, 61))
    for one in tasks:
        assert one.names.de and one.names.en and one.notes.de and one.notes.en
        if one.kpi:
            assert catalogue_kpi(one.kpi)


def test_there_are_the_three_templates_of_the_rules_and_an_unknown_one_is_none() -> None:
    assert [one.key for one in plan_templates()] == ["takeover", "cio", "nis2"]
    assert template_of("") is None and template_of("anders") is None


def test_a_plan_begins_with_one_step_its_tasks_with_days_people_and_kpis(make_company: MakeCompany) -> None:
    boss = Person(name="Brenner", role="Geschäftsführer")
    it = Person(name="Keller", role="IT-Betreuung (halbe Stelle)")
    outside = Person(name="Zeller", role="IT-Techniker", external=True)
    kpi = Kpi(name="Rücksicherung", catalogue_key="O05")
    company = make_company(outside, boss, it, kpi)

    template = template_of("takeover")
    assert template is not None
    plan = start_plan(company, template, START, outside.id)

    tasks = {one.name: one for one in company.data.where(Task, "plan_id", plan.id)}
    assert len(tasks) == 13 and plan.starts_on == START
    restored = tasks["Rücksicherung einer wichtigen Datei vor Zeugen"]
    assert (restored.due_on, restored.owner_id, restored.kpi_id) == (date(2026, 12, 7), it.id, kpi.id)
    assert tasks["Erstes Quartals-Review halten"].due_on == date(2027, 2, 28)
    assert tasks["Erstes Quartals-Review halten"].owner_id == boss.id
    talked = tasks["Mit jeder Abteilung eine halbe Stunde sprechen"]
    assert talked.owner_id == outside.id  # meant for whoever leads the plan
    assert "Zufriedenheit mit der IT" in talked.note and talked.kpi_id is None

    company.workspace.undo()
    assert company.data.count(NinetyDayPlan) == company.data.count(Task) == 0


def test_a_plan_speaks_the_language_of_the_interface(make_company: MakeCompany) -> None:
    company = make_company()
    with speaking("en"):
        plan = start_plan(company, plan_templates()[2], START)
    assert plan.name == "NIS-2: check and register"
    assert any(one.name.startswith("Register with the BSI") for one in company.data.all(Task))


def test_another_first_day_moves_what_is_open_and_undo_brings_all_of_it_back(
    make_company: MakeCompany,
) -> None:
    plan = NinetyDayPlan(name="P", starts_on=START)
    open_one = Task(name="offen", plan_id=plan.id, due_on=date(2026, 12, 10))
    done = Task(name="getan", plan_id=plan.id, due_on=date(2026, 12, 2), done_on=date(2026, 11, 20))
    company = make_company(plan, open_one, done)
    shown = table("ninety_day_plans")

    set_value(company, shown, shown.column("starts_on"), plan, date(2026, 12, 8))
    assert (open_one.due_on, done.due_on) == (date(2026, 12, 17), date(2026, 12, 2))

    company.workspace.undo()
    assert (plan.starts_on, open_one.due_on) == (START, date(2026, 12, 10))


def test_a_task_added_to_a_stage_is_due_on_its_last_day(make_company: MakeCompany) -> None:
    person = Person(name="K")
    plan = NinetyDayPlan(name="P", starts_on=START, owner_id=person.id)
    company = make_company(person, plan)
    stage = company.results.ninety_day_plans[plan.id].stages[1]

    made = add_plan_task(company, plan, "  Server   umziehen ", stage)
    assert (made.name, made.due_on, made.owner_id) == ("Server umziehen", date(2027, 1, 29), person.id)
    assert add_plan_task(company, plan, "Später", None).due_on is None
    with pytest.raises(RefusedValue):
        add_plan_task(company, plan, "   ", stage)


def test_a_deleted_plan_takes_its_open_tasks_along_and_leaves_what_is_done(make_company: MakeCompany) -> None:
    plan = NinetyDayPlan(name="P", starts_on=START)
    open_one, done = Task(name="offen", plan_id=plan.id), Task(name="getan", plan_id=plan.id, done_on=START)
    company = make_company(plan, open_one, done)

    assert delete_plan(company, plan) == 1
    assert [one.name for one in company.data.all(Task)] == ["getan"] and done.plan_id is None
    company.workspace.undo()
    assert company.data.count(Task) == 2 and company.data.count(NinetyDayPlan) == 1


def test_an_order_says_what_the_initiative_says_already(make_company: MakeCompany) -> None:
    goal, supplier = Goal(name="Mehr Umsatz"), Supplier(name="Webwerk")
    kpi = Kpi(name="Angebotsdauer", unit="Tage", target=Decimal(4), target_on=date(2027, 12, 31))
    work = Initiative(
        name="Kundenportal", supplier_id=supplier.id, one_off_cost=Decimal("18000.00"),
        start=date(2027, 1, 1), months=3, we_do="Kunden sehen ihre Aufträge.",
        customer_change="Nachbestellen dauert fünf Minuten.", pilot=True,
        pilot_criterion="Drei Kunden bestellen selbst.", training_planned=True,
    )  # fmt: skip
    company = make_company(
        goal, supplier, kpi, work, InitiativeGoal(initiative_id=work.id, goal_id=goal.id, strength=2),
        InitiativeKpi(initiative_id=work.id, kpi_id=kpi.id),
    )  # fmt: skip

    order = order_from(company, work)

    assert (order.number, order.due_on, order.amount) == ("2026-01", date(2027, 3, 31), Decimal("18000.00"))
    assert order.supplier_id == supplier.id and order.initiative_id == work.id
    assert order.what == "Kunden sehen ihre Aufträge.\nDazu gehört: Schulung"
    assert order.why == "Dient dem Ziel: Mehr Umsatz\nNachbestellen dauert fünf Minuten."
    assert order.acceptance == (
        "Der Pilot gilt als gelungen, wenn: Drei Kunden bestellen selbst.\n"
        "Angebotsdauer: 4\u00a0Tage bis 31.12.2027"
    )
    assert order_from(company, work).number == "2026-02"
    company.workspace.undo()
    assert company.data.count(WorkOrder) == 1


@pytest.mark.parametrize(
    ("hard", "start", "wished", "until"),
    [
        (date(2027, 1, 15), date(2027, 1, 1), None, date(2027, 1, 15)),
        (None, date(2026, 11, 1), None, date(2026, 11, 30)),
        (date(2026, 1, 1), date(2026, 3, 1), date(2027, 2, 2), date(2027, 2, 2)),  # the others are over
        (None, None, None, None),
    ],
)
def test_nobody_is_told_to_deliver_yesterday(
    make_company: MakeCompany, hard: date | None, start: date | None, wished: date | None, until: date | None
) -> None:
    work = Initiative(name="V", hard_end=hard, start=start, months=1, wished_end=wished)
    assert order_from(make_company(work), work).due_on == until


def test_the_sheet_can_be_read_in_german_and_english_and_names_what_is_open(
    demo: OpenCompany, tmp_path: Path
) -> None:
    order = next(one for one in demo.data.all(WorkOrder) if one.number == "2026-03")
    write_order(demo, order, tmp_path / "de.pdf")
    text = pdf_text((tmp_path / "de.pdf").read_bytes())
    for words in ("Arbeitsauftrag 2026-03", "Umzug des ERP-Systems in die Cloud", "Nordwerk Software GmbH",
                  "46.000,00 €", "Bis wann", "22. August 2027", "Wie abgenommen wird"):  # fmt: skip
        assert words in text, words
    assert order_document(demo, order).parts[3][1] == ()  # a line to write on
    with speaking("en"):
        write_order(demo, order, tmp_path / "en.pdf")
    english = pdf_text((tmp_path / "en.pdf").read_bytes())
    assert "Work order 2026-03" in english and "How it is accepted" in english


def test_markup_in_a_name_stays_text_and_a_place_that_cannot_be_written_is_refused(
    make_company: MakeCompany, tmp_path: Path
) -> None:
    order = WorkOrder(name='#panic("x") *fett*', what="= Titel\n#include")
    company = make_company(order)
    write_order(company, order, tmp_path / "a.pdf")
    assert '#panic("x") *fett*' in pdf_text((tmp_path / "a.pdf").read_bytes()).replace("”", '"').replace(
        "“", '"'
    )
    with pytest.raises(RefusedFile):
        write_order(company, order, tmp_path / "fehlt" / "a.pdf")


def test_a_copy_of_an_order_is_not_ordered_yet(make_company: MakeCompany) -> None:
    order = WorkOrder(name="A", number="2026-01", ordered_on=START, accepted_on=START, what="Alles")
    company = make_company(order)
    (copy,) = duplicate_records(company, table("work_orders"), [order])
    assert isinstance(copy, WorkOrder)
    assert (copy.number, copy.ordered_on, copy.accepted_on, copy.what) == ("", None, None, "Alles")


def test_nobody_has_the_same_role_twice_but_may_have_two_roles(make_company: MakeCompany) -> None:
    person, team = Person(name="K"), Team(name="T")
    company = make_company(person, team)
    members = table("team_members")
    add_record(company, members, {"team": team.id, "person": person.id})
    with pytest.raises(RefusedValue):
        add_record(company, members, {"team": team.id, "person": person.id})
    add_record(company, members, {"team": team.id, "person": person.id, "role": TeamRole.PRODUCT_OWNER})
    assert company.data.count(TeamMember) == 2


def test_days_that_contradict_each_other_are_refused_and_nothing_is_lost(make_company: MakeCompany) -> None:
    team = Team(name="T", since=START)
    order = WorkOrder(name="A", ordered_on=date(2026, 11, 20))
    company = make_company(team, order)
    teams, orders = table("teams"), table("work_orders")
    with pytest.raises(RefusedValue):
        set_value(company, teams, teams.column("ended_on"), team, date(2026, 11, 30))
    with pytest.raises(RefusedValue):
        set_value(company, orders, orders.column("accepted_on"), order, date(2026, 11, 19))
    with pytest.raises(RefusedValue):  # a day to come
        set_value(company, orders, orders.column("accepted_on"), order, date(2026, 11, 23))
    assert team.ended_on is None and order.accepted_on is None


def test_the_sentence_says_what_a_team_decides_and_what_it_lacks(demo: OpenCompany) -> None:
    shown = table("teams")
    said = {one.name: shown.sentence(demo, one).text for one in demo.data.all(Team) if shown.sentence}
    assert said["Angebote ohne Abtippen"] == "Das Team entscheidet bis 3.000\u00a0€ allein."
    assert said["Fertigungsdaten"] == (
        "Das Team darf noch nichts allein entscheiden; "
        "es fehlt: eine fachlich verantwortliche Person und was es allein entscheidet."
    )
