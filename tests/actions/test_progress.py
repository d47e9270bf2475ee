"""How far each step is: empty, begun, done, outdated, and the one thing that would help most."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.inventory.progress import Progress
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.set_aside import set_aside
from virtualcio.actions.tables import table
from virtualcio.model import (
    Asset,
    AssetProcess,
    Demand,
    Goal,
    Initiative,
    InitiativeEffort,
    InitiativeGoal,
    Kpi,
    Measurement,
    Obligation,
    Person,
    Process,
    ResourcePool,
)
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState, InitiativeState
from virtualcio.model.inventory import RemedyKind
from virtualcio.texts import speaking

STEPS = ("inventory", "goals", "priorities", "roadmap")


def state_of(company: OpenCompany, step: str) -> tuple[Progress, int]:
    state = company.results.step_state(step)
    return state.progress, state.percent


@pytest.mark.parametrize("step", STEPS)
def test_an_empty_company_begins_each_step_on_its_own_page(make_company: MakeCompany, step: str) -> None:
    state = make_company().results.step_state(step)
    assert (state.progress, state.percent) == (Progress.EMPTY, 0)
    assert state.next_step is not None and state.next_step.page == step


def goals(measured_on: date = date(2026, 10, 1)) -> list[Any]:
    """A goal that lacks nothing, with a value of its KPI."""
    owner = Person(name="Weber")
    goal, work = Goal(name="Z", weight=Decimal(100), owner_id=owner.id), Initiative(name="V")
    kpi = Kpi(
        name="K", goal_id=goal.id, owner_id=owner.id, baseline=Decimal(1), baseline_on=date(2026, 1, 1),
        target=Decimal(2), target_on=date(2027, 1, 1),
    )  # fmt: skip
    value = Measurement(kpi_id=kpi.id, day=measured_on, value=Decimal(2))
    return [owner, goal, kpi, value, work, InitiativeGoal(initiative_id=work.id, goal_id=goal.id)]


def test_goals_are_done_when_nothing_is_missing(make_company: MakeCompany) -> None:
    assert state_of(make_company(*goals()), "goals") == (Progress.DONE, 100)


def test_goals_name_what_is_missing_most(make_company: MakeCompany) -> None:
    company = make_company(*goals(), Goal(name="leer"))
    # of the two goals one has no KPI, nobody in charge and no initiative; the KPI has all: 5 of 8
    state = company.results.step_state("goals")
    assert (state.progress, state.percent) == (Progress.BEGUN, 62)
    assert state.text == "Nennen Sie zu 1 Ziel die Kennzahl, die den Fortschritt zeigt."
    assert state.next_step is not None
    assert (state.next_step.page, state.next_step.chip) == ("goals", "without_kpi")


@pytest.mark.parametrize(
    ("others", "progress"), [(0, Progress.OUTDATED), (2, Progress.OUTDATED), (3, Progress.DONE)]
)
def test_goals_are_outdated_when_a_third_of_the_kpis_has_old_values(
    make_company: MakeCompany, others: int, progress: Progress
) -> None:
    records = goals(date(2026, 3, 31))
    goal = records[1]
    for number in range(others):
        kpi = Kpi(
            name=f"K{number}", goal_id=goal.id, baseline=Decimal(1), baseline_on=date(2026, 1, 1),
            target=Decimal(2), target_on=date(2027, 1, 1),
        )  # fmt: skip
        records += [kpi, Measurement(kpi_id=kpi.id, day=date(2026, 10, 1), value=Decimal(2))]
    state = make_company(*records).results.step_state("goals")
    assert state.progress is progress
    if progress is Progress.OUTDATED:
        assert state.text == "Messen Sie 1 Kennzahl neu: Ihr letzter Wert ist zu alt."
        assert state.next_step is not None and state.next_step.chip == "stale"


def initiative(**fields: Any) -> list[Any]:
    """An initiative that serves a goal and has an effort."""
    goal, pool = Goal(name="Z"), ResourcePool(name="IT", days_per_month=Decimal(5), day_rate=Decimal(500))
    work = Initiative(name="V", one_off_cost=Decimal(1000), **fields)
    return [
        goal, pool, work, InitiativeGoal(initiative_id=work.id, goal_id=goal.id),
        InitiativeEffort(initiative_id=work.id, pool_id=pool.id, days=Decimal(3)),
    ]  # fmt: skip


def test_priorities_are_done_with_purpose_and_effort_and_answers(make_company: MakeCompany) -> None:
    answered = Demand(name="A", state=DemandState.DECLINED)
    assert state_of(make_company(*initiative(), answered), "priorities") == (Progress.DONE, 100)
    # an initiative has purpose and effort, one of two demands has an answer: 3 of 4
    half = make_company(*initiative(), answered, Demand(name="B", asked_on=date(2026, 11, 20)))
    assert state_of(half, "priorities") == (Progress.BEGUN, 75)


def test_an_overdue_duty_makes_priorities_outdated(make_company: MakeCompany) -> None:
    law = Obligation(name="E-Rechnung", applies=Applies.YES, due_on=date(2026, 11, 21))
    state = make_company(*initiative(), law).results.step_state("priorities")
    assert state.progress is Progress.OUTDATED
    assert state.text == "Tragen Sie den Nachweis zu 1 Pflicht ein, deren Tag vorbei ist."
    law = Obligation(name="E-Rechnung", applies=Applies.YES, due_on=date(2026, 11, 22))
    assert state_of(make_company(*initiative(), law), "priorities")[0] is Progress.DONE


def test_demands_that_wait_make_priorities_outdated_until_they_are_set_aside(
    make_company: MakeCompany,
) -> None:
    company = make_company(*initiative(), Demand(name="A", asked_on=date(2026, 9, 1)))
    state = company.results.step_state("priorities")
    assert (state.progress, state.text) == (
        Progress.OUTDATED, "Beantworten Sie 1 Anfrage, die zu lange wartet.",
    )  # fmt: skip
    (finding,) = [one for one in company.results.findings if one.check_id == "demand_unanswered"]
    set_aside(company, finding, "Kommt in die nächste Runde", None)
    assert state_of(company, "priorities")[0] is Progress.BEGUN


@pytest.mark.parametrize(
    ("start", "progress"),
    [(date(2026, 10, 1), Progress.OUTDATED), (date(2026, 11, 1), Progress.DONE), (None, Progress.EMPTY)],
)
def test_the_roadmap_is_outdated_when_something_is_late(
    make_company: MakeCompany, start: date | None, progress: Progress
) -> None:
    company = make_company(*initiative(start=start, state=InitiativeState.PLANNED))
    assert state_of(company, "roadmap")[0] is progress


def test_without_a_team_the_roadmap_is_begun_at_most(make_company: MakeCompany) -> None:
    state = make_company(Initiative(name="V", start=date(2027, 1, 1))).results.step_state("roadmap")
    assert (state.progress, state.percent) == (Progress.BEGUN, 50)
    assert state.next_step is not None and (state.next_step.page, state.next_step.tab) == ("roadmap", "pools")


def test_what_was_accepted_until_a_day_makes_the_inventory_outdated(make_company: MakeCompany) -> None:
    def with_acceptance(until: date) -> OpenCompany:
        person, process = Person(name="Weber"), Process(name="Aufträge")
        process.owner_id = person.id
        server = Asset(
            name="S", support_end=date(2025, 1, 1), cost=Decimal(100), owner_id=person.id,
            remedy=RemedyKind.ACCEPT, accepted_until=until,
        )  # fmt: skip
        return make_company(person, process, server, AssetProcess(asset_id=server.id, process_id=process.id))

    assert state_of(with_acceptance(date(2026, 11, 23)), "inventory")[0] is Progress.DONE
    state = with_acceptance(date(2026, 11, 22)).results.step_state("inventory")
    assert state.progress is Progress.OUTDATED
    assert state.text == "Entscheiden Sie über 1 System neu: Die vereinbarte Zeit ist um."


def test_the_demo_shows_all_of_it_and_every_next_step_leads_to_rows(demo: OpenCompany) -> None:
    states = {step: demo.results.step_state(step) for step in STEPS}
    assert [state.progress for state in states.values()] == [
        Progress.OUTDATED, Progress.DONE, Progress.BEGUN, Progress.OUTDATED,
    ]  # fmt: skip
    for state in states.values():
        for step in filter(None, (state.next_step, *(gap.next_step for gap in state.gaps))):
            if step.tab == "plan":
                continue
            shown = table(step.tab)
            assert shown.page == step.page and not shown.parent_table
            assert not step.chip or step.chip in {chip.key for chip in shown.chips}


@pytest.mark.parametrize("step", STEPS)
def test_each_gap_of_the_demo_counts_what_its_chip_shows(demo: OpenCompany, step: str) -> None:
    for gap in demo.results.step_state(step).gaps:
        if not gap.chip:
            continue
        shown = table(gap.tab)
        (chip,) = [one for one in shown.chips if one.key == gap.chip]
        assert sum(chip.keeps(demo, record) for record in demo.data.all(shown.kind)) == gap.missing, gap.chip


def test_it_speaks_english_too(demo: OpenCompany) -> None:
    with speaking("en"):
        assert demo.results.step_state("roadmap").text == (
            "1 initiative is late: move it, or say how far it is."
        )
