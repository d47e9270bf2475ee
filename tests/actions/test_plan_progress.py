"""Goals, priorities and roadmap know whether they are empty, begun or done, and what would help most."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.inventory.progress import Progress
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import (
    Demand,
    Goal,
    Initiative,
    InitiativeEffort,
    InitiativeGoal,
    Kpi,
    Measurement,
    Person,
    Record,
    ResourcePool,
)
from virtualcio.model.initiatives import DemandState


@pytest.mark.parametrize(("step", "words"), [
    ("goals", "Beginnen Sie mit drei bis fünf Zielen"),
    ("priorities", "Beginnen Sie mit dem, was Sie ohnehin ändern wollen"),
    ("roadmap", "Beginnen Sie mit dem nützlichsten Vorhaben"),
])  # fmt: skip
def test_an_empty_step_says_how_to_begin(make_company: MakeCompany, step: str, words: str) -> None:
    state = make_company().results.step_state(step)
    assert (state.progress, state.percent) == (Progress.EMPTY, 0)
    assert state.text.startswith(words)


def complete_goal() -> list[Record]:
    person = Person(name="Weber")
    goal = Goal(name="Schneller", owner_id=person.id)
    kpi = Kpi(
        name="Tage", goal_id=goal.id, baseline=Decimal(9), baseline_on=date(2026, 1, 1), target=Decimal(4),
        target_on=date(2027, 12, 31),
    )  # fmt: skip
    value, work = Measurement(kpi_id=kpi.id, day=date(2026, 9, 30), value=Decimal(7)), Initiative(name="CRM")
    return [person, goal, kpi, value, work, InitiativeGoal(initiative_id=work.id, goal_id=goal.id)]


def test_goals_are_begun_until_each_has_a_measured_kpi_and_an_initiative(make_company: MakeCompany) -> None:
    bare = make_company(Goal(name="Schneller")).results.step_state("goals")
    assert bare.progress is Progress.BEGUN
    assert bare.next_step is not None and bare.next_step.chip == "without_kpi"
    assert bare.text == "Nennen Sie zu 1 Ziel die Kennzahl, die den Fortschritt zeigt."
    assert make_company(*complete_goal()).results.step_state("goals").progress is Progress.DONE


def test_priorities_are_done_when_each_initiative_has_a_purpose_and_an_effort(
    make_company: MakeCompany,
) -> None:
    goal, portal = Goal(name="Schneller"), Initiative(name="Portal")
    demand = Demand(name="Portal", state=DemandState.INITIATIVE, initiative_id=portal.id)
    link = InitiativeGoal(initiative_id=portal.id, goal_id=goal.id)
    without = make_company(goal, portal, demand, link).results.step_state("priorities")
    assert without.progress is Progress.BEGUN
    assert without.text == "Tragen Sie Aufwand und Kosten von 1 Vorhaben ein."
    goal, portal = Goal(name="Schneller"), Initiative(name="Portal", one_off_cost=Decimal(0))
    link = InitiativeGoal(initiative_id=portal.id, goal_id=goal.id)
    assert make_company(goal, portal, link).results.step_state("priorities").progress is Progress.DONE


def test_a_roadmap_without_people_is_not_done(make_company: MakeCompany) -> None:
    portal = Initiative(name="Portal", start=date(2027, 1, 1))
    state = make_company(portal).results.step_state("roadmap")
    assert state.progress is Progress.BEGUN
    assert state.next_step is not None and state.next_step.tab == "pools"
    pool, portal = ResourcePool(name="IT"), Initiative(name="Portal", start=date(2027, 1, 1))
    effort = InitiativeEffort(initiative_id=portal.id, pool_id=pool.id)
    assert make_company(pool, portal, effort).results.step_state("roadmap").progress is Progress.DONE


@pytest.mark.parametrize("step", ["goals", "priorities"])
def test_a_chip_keeps_as_many_rows_as_the_step_misses(demo: OpenCompany, step: str) -> None:
    for gap in demo.results.step_state(step).gaps:
        shown = table(gap.tab)
        chips = [chip for chip in shown.chips if chip.key == gap.chip]
        assert len(chips) == 1, gap.chip
        kept = [one for one in demo.data.all(shown.kind) if chips[0].keeps(demo, one)]
        assert len(kept) == gap.missing, gap.chip
