"""Importing initiatives: effort by team, contributions to goals, what has to be finished before, circles."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import empty_company, text_file, workbook
from virtualcio.actions.edit import add_record, set_value
from virtualcio.actions.import_table import Existing, correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.exchange.number_readers import team_in
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    Kpi,
    Person,
    ResourcePool,
)


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def initiative(company: OpenCompany, name: str) -> Initiative:
    return next(one for one in company.data.all(Initiative) if one.name == name)


def efforts(company: OpenCompany, name: str) -> dict[str, Decimal]:
    rows = company.data.where(InitiativeEffort, "initiative_id", initiative(company, name).id)
    return {company.data.find(ResourcePool, row.pool_id or "").name: row.days for row in rows}


def strengths(company: OpenCompany, name: str) -> dict[str, int]:
    rows = company.data.where(InitiativeGoal, "initiative_id", initiative(company, name).id)
    return {company.data.find(Goal, row.goal_id).name: row.strength for row in rows}


def needed(company: OpenCompany, name: str) -> set[str]:
    rows = company.data.where(InitiativeDependency, "initiative_id", initiative(company, name).id)
    return {company.data.find(Initiative, row.prerequisite_id).name for row in rows}


def taken(company: OpenCompany, path: Path, existing: Existing | None = None) -> None:
    run_import(company, propose_import(company, path, existing=existing))


LIST = (
    (
        "Vorhaben;Verantwortlich;Kosten einmalig;Kosten pro Jahr;Aufwand;Beitrag zu Zielen;Voraussetzung;"
        "Start;Dauer;Frist"
    ),
    "ERP-Ablösung;Anna Weber;85.000;12 T€;IT 42,5; Mehr Umsatz: stark ;;03/2027;9 Monate;31.12.2027",
    (
        'Angebotsportal;Jens Krüger;24.000,50;;"IT 12; Extern 5 PT";"Mehr Umsatz: 2; Schneller anbieten";'
        "ERP-Ablösung;Jan 2028;1 Jahr;"
    ),
    'Schulung;;;;;"Zufriedenheit (gering); Mehr Umsatz +";"ERP-Ablösung, Angebotsportal";15.02.2028;2;',
)


def test_a_list_of_initiatives_brings_money_effort_goals_and_what_comes_before(
    company: OpenCompany, tmp_path: Path
) -> None:
    plan = propose_import(company, text_file(tmp_path, *LIST, name="vorhaben.csv"))
    assert plan.into == "initiatives"
    assert plan.new_records == {
        "people": ("Anna Weber", "Jens Krüger"),
        "pools": ("IT", "Extern"),
        "goals": ("Mehr Umsatz", "Schneller anbieten", "Zufriedenheit"),
    }
    run_import(company, plan)

    erp, portal = initiative(company, "ERP-Ablösung"), initiative(company, "Angebotsportal")
    assert (erp.one_off_cost, erp.running_cost) == (Decimal(85_000), Decimal(12_000))
    assert (erp.start, erp.months, erp.hard_end) == (date(2027, 3, 1), 9, date(2027, 12, 31))
    assert company.data.find(Person, erp.owner_id or "").name == "Anna Weber"
    assert (portal.one_off_cost, portal.start, portal.months) == (Decimal("24000.50"), date(2028, 1, 1), 12)
    assert initiative(company, "Schulung").start == date(2028, 2, 1)
    assert efforts(company, "ERP-Ablösung") == {"IT": Decimal("42.5")}
    assert efforts(company, "Angebotsportal") == {"IT": Decimal(12), "Extern": Decimal(5)}
    assert strengths(company, "ERP-Ablösung") == {"Mehr Umsatz": 3}
    assert strengths(company, "Angebotsportal") == {"Mehr Umsatz": 2, "Schneller anbieten": 2}
    assert strengths(company, "Schulung") == {"Zufriedenheit": 1, "Mehr Umsatz": 1}
    assert needed(company, "Angebotsportal") == {"ERP-Ablösung"}
    assert needed(company, "Schulung") == {"ERP-Ablösung", "Angebotsportal"}

    company.workspace.undo()
    kinds = (Initiative, Goal, Person, ResourcePool, InitiativeDependency, InitiativeEffort, InitiativeGoal)
    assert not any(company.data.count(kind) for kind in kinds)


def test_the_same_list_twice_changes_nothing_in_any_mode(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, *LIST, name="vorhaben.csv")
    taken(company, path)
    for existing in Existing:
        result = run_import(company, propose_import(company, path, existing=existing))
        assert (result.added, result.updated) == ((), ()), existing


def test_a_column_per_team_holds_its_days(company: OpenCompany, tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Vorhaben", "IT (PT)", "PT Extern", "Dauer (Monate)"],
        ["Portal", 12, 2.5, 4],
        ["Netz", None, 3, 1],
    )
    taken(company, path)
    assert efforts(company, "Portal") == {"IT": Decimal(12), "Extern": Decimal("2.5")}
    assert efforts(company, "Netz") == {"Extern": Decimal(3)}


@pytest.mark.parametrize(
    ("header", "team"),
    [
        ("IT (PT)", "IT"), ("PT Extern", "Extern"), ("Personentage Systemhaus Nord", "Systemhaus Nord"),
        ("Aufwand IT in Tagen", "IT"), ("Aufwand", ""), ("Tage offen", ""), ("Dauer in Tagen", ""),
        ("PT", ""), ("Optik", ""),
    ],
)  # fmt: skip
def test_a_heading_names_a_team_only_beside_person_days(header: str, team: str) -> None:
    assert team_in(header) == team


def test_days_without_a_team_are_named_and_kept(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Vorhaben;Aufwand",
        "ERP;IT 4",
        "WLAN;IT 3",
        "Portal;12",
        "Netz;IT zwölf",
        name="projekte.csv",
    )
    plan = propose_import(company, path)
    run_import(company, plan)

    assert str(plan.row(4).sentences[0]).startswith("Aufwand: „12“ Personentage ohne Team.")
    assert efforts(company, "Portal") == efforts(company, "Netz") == {}
    assert initiative(company, "Portal").note == "Aufwand: 12"


def test_an_unknown_strength_is_assumed_and_said(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Vorhaben;Beitrag zu Zielen", "Portal;Mehr Umsatz: riesig", name="vorhaben.csv"
    )
    plan = propose_import(company, path)
    run_import(company, plan)

    assert strengths(company, "Portal") == {"Mehr Umsatz": 2}
    assert "angenommen ist 2" in str(plan.row(2).sentences[0])


# --- what has to be finished before ----------------------------------------------------


def test_a_circle_in_the_list_is_named_and_its_last_link_left_out(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "Vorhaben;Voraussetzung", "A;B", "B;C", "C;A; ", "D;D", name="vorhaben.csv")
    plan = propose_import(company, path)
    run_import(company, plan)

    assert needed(company, "A") == {"B"} and needed(company, "B") == {"C"}
    assert needed(company, "C") == needed(company, "D") == set()
    assert str(plan.row(4).sentences[0]).endswith("C → A → B → C.")
    assert str(plan.row(5).sentences[0]).endswith("D → D.")


def test_a_prerequisite_that_nobody_knows_is_left_out_with_its_name(
    company: OpenCompany, tmp_path: Path
) -> None:
    add_record(company, table("initiatives"), {"name": "Netzumbau"})
    path = text_file(tmp_path, "Vorhaben;Voraussetzung", "Portal;Netzumbau|Mondlandung", name="vorhaben.csv")
    plan = propose_import(company, path)
    run_import(company, plan)

    assert needed(company, "Portal") == {"Netzumbau"}
    assert "„Mondlandung“ steht weder in der Liste noch" in str(plan.row(2).sentences[0])
    assert {one.name for one in company.data.all(Initiative)} == {"Netzumbau", "Portal"}


def test_what_the_user_leaves_out_cannot_be_needed(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Vorhaben;Voraussetzung", "A;B", "B;", name="vorhaben.csv")
    plan = correct(propose_import(company, path), skip=[3])
    run_import(company, plan)
    assert needed(company, "A") == set() and "„B“" in str(plan.row(2).sentences[0])


def test_a_circle_with_what_the_company_has_is_seen_too(company: OpenCompany, tmp_path: Path) -> None:
    taken(company, text_file(tmp_path, "Vorhaben;Voraussetzung", "A;B", "B;", name="vorhaben.csv"))
    path = text_file(tmp_path, "Vorhaben;Voraussetzung", "B;A", name="vorhaben.csv")
    plan = propose_import(company, path, existing=Existing.UPDATE)

    assert not plan.row(2).taken
    assert str(plan.row(2).sentences[0]).endswith("B → A → B.")


def test_an_update_replaces_what_is_needed_and_may_turn_it_round(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, text_file(tmp_path, "Vorhaben;Voraussetzung", "A;B", "B;", "C;", name="vorhaben.csv"))
    path = text_file(tmp_path, "Vorhaben;Voraussetzung", "A;C", "B;A", name="vorhaben.csv")
    taken(company, path, Existing.UPDATE)
    assert (needed(company, "A"), needed(company, "B")) == ({"C"}, {"A"})


# --- changes ---------------------------------------------------------------------------


def test_effort_and_goals_of_a_known_initiative_are_updated_and_shown(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, text_file(tmp_path, *LIST, name="vorhaben.csv"))
    path = text_file(
        tmp_path,
        "Vorhaben;Aufwand;Beitrag zu Zielen;Kosten einmalig",
        "Angebotsportal;IT 15; Mehr Umsatz: 3;",
        name="vorhaben.csv",
    )
    skipped = propose_import(company, path)
    assert skipped.could_change == 1 and not skipped.row(2).taken

    taken(company, path, Existing.UPDATE)
    assert efforts(company, "Angebotsportal") == {"IT": Decimal(15)}
    assert strengths(company, "Angebotsportal") == {"Mehr Umsatz": 3}
    assert initiative(company, "Angebotsportal").one_off_cost == Decimal(
        "24000.50"
    )  # an empty cell clears nothing
    company.workspace.undo()
    assert efforts(company, "Angebotsportal") == {"IT": Decimal(12), "Extern": Decimal(5)}


def test_filling_leaves_known_effort_alone_and_adds_it_where_there_is_none(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, text_file(tmp_path, *LIST, name="vorhaben.csv"))
    path = text_file(
        tmp_path, "Vorhaben;Aufwand", "Angebotsportal;IT 15", "Schulung;IT 3", name="vorhaben.csv"
    )
    taken(company, path, Existing.FILL)
    assert efforts(company, "Angebotsportal") == {"IT": Decimal(12), "Extern": Decimal(5)}
    assert efforts(company, "Schulung") == {"IT": Decimal(3)}


def test_links_to_kpis_are_made_from_names(company: OpenCompany, tmp_path: Path) -> None:
    add_record(company, table("kpis"), {"name": "Durchlaufzeit"})
    path = text_file(tmp_path, "Vorhaben;Kennzahlen", "Portal;Durchlaufzeit", name="vorhaben.csv")
    taken(company, path)
    kpis = table("initiatives").column("kpis")
    assert kpis.link is not None
    rows = company.data.where(kpis.link.kind, "initiative_id", initiative(company, "Portal").id)
    assert [row.kpi_id for row in rows] == [company.data.all(Kpi)[0].id]  # type: ignore[attr-defined]  # a link row
    assert company.data.count(Kpi) == 1


def test_a_value_that_contradicts_the_record_is_named_and_the_rest_goes_in(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, text_file(tmp_path, "Vorhaben;Dauer", "Portal;4", name="vorhaben.csv"))
    set_value(
        company, table("initiatives"), table("initiatives").column("note"), initiative(company, "Portal"), "x"
    )
    path = text_file(tmp_path, "Vorhaben;Dauer;Kosten einmalig", "Portal;0;500", name="vorhaben.csv")
    taken(company, path, Existing.UPDATE)
    assert (initiative(company, "Portal").months, initiative(company, "Portal").one_off_cost) == (
        4,
        Decimal(500),
    )
