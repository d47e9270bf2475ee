"""Importing goals: weights, dates, who carries them, and what they need."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import empty_company, text_file, workbook
from virtualcio.actions.edit import add_record, set_links
from virtualcio.actions.import_table import Existing, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Department, Goal, GoalDepartment, Person, Process


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def goal(company: OpenCompany, name: str) -> Goal:
    return next(one for one in company.data.all(Goal) if one.name == name)


def departments(company: OpenCompany, name: str) -> set[str]:
    rows = company.data.where(GoalDepartment, "goal_id", goal(company, name).id)
    return {company.data.find(Department, row.department_id).name for row in rows}


def test_a_list_of_goals_comes_in_with_people_and_departments(company: OpenCompany, tmp_path: Path) -> None:
    add_record(company, table("departments"), {"name": "Vertrieb"})
    path = text_file(
        tmp_path,
        "Ziel;Gewicht;Verantwortlich;Zieltermin;Abteilung;Wachstum;Beschreibung",
        "Schneller anbieten;40 %;Anna Weber;30.06.2027;vertrieb; nein;",
        'Mehr Umsatz;35;Jens Krüger;2027;"Vertrieb; Marketing";ja;Neue Kunden',
        name="ziele.csv",
    )
    plan = propose_import(company, path)
    assert plan.into == "goals"
    assert plan.new_records == {"people": ("Anna Weber", "Jens Krüger"), "departments": ("Marketing",)}
    run_import(company, plan)

    first, second = goal(company, "Schneller anbieten"), goal(company, "Mehr Umsatz")
    assert (first.weight, first.target_on, first.growth) == (Decimal(40), date(2027, 6, 30), False)
    assert company.data.find(Person, first.owner_id or "").name == "Anna Weber"
    assert (second.weight, second.growth, second.description) == (Decimal(35), True, "Neue Kunden")
    assert departments(company, "Schneller anbieten") == {"Vertrieb"}
    assert departments(company, "Mehr Umsatz") == {"Vertrieb", "Marketing"}


def test_weights_shown_as_percent_count_in_percent(company: OpenCompany, tmp_path: Path) -> None:
    import openpyxl

    path = workbook(tmp_path, ["Ziel", "Gewichtung"], ["Schneller anbieten", 0.4], name="ziele.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"].number_format = "0%"
    book.save(path)
    run_import(company, propose_import(company, path))
    assert goal(company, "Schneller anbieten").weight == Decimal(40)


def test_links_are_kept_when_the_list_says_nothing_and_replaced_when_it_does(
    company: OpenCompany, tmp_path: Path
) -> None:
    made = add_record(company, table("goals"), {"name": "Mehr Umsatz"})
    processes = [add_record(company, table("processes"), {"name": name}) for name in ("Angebot", "Versand")]
    column = table("goals").column("processes")
    set_links(company, table("goals"), column, made, [one.id for one in processes])

    def update(*lines: str) -> None:
        path = text_file(tmp_path, *lines, name="ziele.csv")
        run_import(company, propose_import(company, path, into="goals", existing=Existing.UPDATE))

    update("Ziel;Prozesse;Gewicht", "Mehr Umsatz;;30")
    assert column.link is not None
    assert len(company.data.where(column.link.kind, "goal_id", made.id)) == 2
    update("Ziel;Prozesse;Gewicht", "Mehr Umsatz;versand;30")
    rows = company.data.where(column.link.kind, "goal_id", made.id)
    assert [company.data.find(Process, row.process_id).name for row in rows] == ["Versand"]  # type: ignore[attr-defined]  # a link row


def test_the_same_goals_twice_change_nothing(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Ziel;Gewicht;Abteilung", "A;40;X", 'B;60;"X; Y"', name="ziele.csv")
    run_import(company, propose_import(company, path))
    for existing in Existing:
        result = run_import(company, propose_import(company, path, existing=existing))
        assert (result.added, result.updated) == ((), ())
