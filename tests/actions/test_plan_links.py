"""Records of goals, priorities and roadmap are found, lead to their place, and name who refers to them."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells
from virtualcio.actions.columns import Table
from virtualcio.actions.references import referrers_of
from virtualcio.actions.search import find
from virtualcio.actions.tables import TABLES, place_of, table
from virtualcio.model import (
    Asset,
    CanvasNote,
    Capability,
    DataDomain,
    Demand,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeAsset,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeRisk,
    Kpi,
    KpiMilestone,
    Measurement,
    Obligation,
    Person,
    Process,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.goals import CanvasField

NEW_TABLES = [one for one in TABLES if one.page in ("goals", "priorities", "roadmap")]


def test_search_finds_what_belongs_to_goals_priorities_and_roadmap(make_company: MakeCompany) -> None:
    records = [
        Goal(name="Portal Ziel"), Kpi(name="Portal Kennzahl"), Capability(name="Portal können"),
        Demand(name="Portal Wunsch"), Initiative(name="Portal bauen"), Risk(name="Portal fällt aus"),
        Obligation(name="Portal barrierefrei"), ResourcePool(name="Portal Team"),
        DataDomain(name="Portal Daten"), CanvasNote(text="Portal Kunden", field=CanvasField.CHANNELS),
    ]  # fmt: skip
    company = make_company(*records)
    found = find(company, "portal")
    assert {one.record for one in found} == {record.id for record in records}
    assert all(place_of(company, table(one.table).kind, one.record)[2] == one.record for one in found)


def test_a_value_is_found_with_its_kpi(make_company: MakeCompany) -> None:
    kpi = Kpi(name="Angebotsdurchlaufzeit")
    value = Measurement(kpi_id=kpi.id, day=date(2026, 9, 30), value=Decimal(5), note="Sondereffekt")
    company = make_company(kpi, value)
    assert place_of(company, Measurement, value.id) == ("goals", "kpis", kpi.id)
    assert find(company, "Sondereffekt") == []


def test_what_refers_to_a_record_is_named_once(make_company: MakeCompany) -> None:
    person, goal, process, asset = (
        Person(name="Weber"),
        Goal(name="Schneller"),
        Process(name="P"),
        Asset(name="S"),
    )
    kpi = Kpi(name="Tage", goal_id=goal.id, owner_id=person.id)
    risk, pool = Risk(name="Ausfall", owner_id=person.id), ResourcePool(name="IT")
    portal = Initiative(name="Portal")
    company = make_company(
        person, goal, process, asset, kpi, risk, pool, portal,
        GoalProcess(goal_id=goal.id, process_id=process.id),
        InitiativeGoal(initiative_id=portal.id, goal_id=goal.id),
        InitiativeRisk(initiative_id=portal.id, risk_id=risk.id),
        InitiativeAsset(initiative_id=portal.id, asset_id=asset.id),
        InitiativeEffort(initiative_id=portal.id, pool_id=pool.id),
        KpiMilestone(kpi_id=kpi.id, day=date(2027, 1, 1), value=Decimal(5)),
    )  # fmt: skip

    def names(record: Record) -> list[tuple[str, str]]:
        return [
            (found.table.key, str(getattr(one, "name", "")))
            for found in referrers_of(company, record)
            for one in found.records
        ]

    def shown(key: str, column: str, record: Record) -> str:
        return cells.text_of(company, table(key).column(column), record)

    assert names(person) == [("kpis", "Tage"), ("risks", "Ausfall")]
    assert names(goal) == [("kpis", "Tage")]  # its initiatives stand in a column of its own
    assert names(pool) == [("initiatives", "Portal")]
    assert names(kpi) == []  # its interim targets belong to it
    assert shown("goals", "initiatives", goal) == "Portal"
    assert shown("processes", "goals", process) == "Schneller"
    assert shown("assets", "initiatives", asset) == "Portal"
    assert names(process) == names(asset) == names(risk) == []


@pytest.mark.parametrize("shown", NEW_TABLES, ids=lambda shown: shown.key)
def test_each_new_table_says_on_an_empty_page_what_belongs_there(shown: Table) -> None:
    in_a_tab = not shown.parent_table and shown.key != "canvas"
    assert bool(shown.empty_text and shown.empty_example and shown.chips) == in_a_tab
