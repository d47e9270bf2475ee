"""Goals, priorities and roadmap in the workbook: the figures of the window, as real cells."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from virtualcio.actions.export import company_export, whole_columns
from virtualcio.actions.finding_words import words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import TABLES, children_of, table
from virtualcio.exchange.demo_files import demo_records
from virtualcio.exchange.workbook import CellKind, Sheet
from virtualcio.model import (
    Company,
    Goal,
    Initiative,
    InitiativeDependency,
    Kpi,
    Measurement,
    Record,
    ResourcePool,
)
from virtualcio.model.goals import Aggregation
from virtualcio.store.workspace import Workspace
from virtualcio.texts import speaking

TODAY = date(2026, 11, 22)


@pytest.fixture
def company() -> OpenCompany:
    first, *rest = demo_records(TODAY)
    assert isinstance(first, Company)
    return OpenCompany(Workspace.create(None, first, records=rest), TODAY)


def sheet_of(company: OpenCompany, title: str) -> Sheet:
    with speaking("en"):
        return next(sheet for sheet in company_export(company).sheets if sheet.title == title)


def rows_of(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip([column.title for column in sheet.columns], row, strict=True)) for row in sheet.rows]


def company_with(*records: Record) -> OpenCompany:
    return OpenCompany(Workspace.create(None, Company(name="Muster"), records=list(records)), TODAY)


def measured(kpi: Kpi, *values: tuple[date, str, str | None]) -> list[Measurement]:
    return [
        Measurement(kpi_id=kpi.id, day=day, value=Decimal(value), weight=Decimal(weight) if weight else None)
        for day, value, weight in values
    ]


def test_every_step_has_its_sheets(company: OpenCompany) -> None:
    with speaking("de"):
        titles = [sheet.title for sheet in company_export(company).sheets if not sheet.hidden]

    assert titles[0] == "Übersicht" and titles[-1] == "Hinweise"
    wanted = [
        "Ziele", "Kennzahlen", "Fähigkeiten", "Messwerte", "Kennzahlen je Quartal", "Anfragen", "Vorhaben",
        "Risiken", "Pflichten", "Beiträge zu Zielen", "Rangfolge", "Aufwand", "Setzt voraus", "Kapazität",
        "Auslastung", "Zeitplan", "Konflikte",
    ]  # fmt: skip
    assert [title for title in titles if title in wanted] == wanted
    assert len(set(titles)) == len(titles)


def test_the_sheet_of_teams_says_who_takes_part_in_what_and_how(company: OpenCompany) -> None:
    rows = rows_of(sheet_of(company, "Who is working on what"))

    assert [row["Initiative"] for row in rows][:2] == ["Angebotsvorlagen im CRM", "E-Rechnung versenden"]
    offers, cloud = rows[0], next(row for row in rows if row["Initiative"] == "ERP-Umzug in die Cloud")
    assert offers["When"] == "Now" and "in the team" in str(offers["Konstruktion"])
    assert cloud["When"] == "In the next 6 months" and cloud["Begins on"] == date(2027, 1, 1)


def test_a_quarter_is_the_last_value_the_sum_or_the_weighted_mean() -> None:
    level = Kpi(id="level", name="Level", unit="pieces", aggregation=Aggregation.LEVEL)
    total = Kpi(id="sum", name="Sum", aggregation=Aggregation.SUM)
    rate = Kpi(id="rate", name="Rate", aggregation=Aggregation.RATE)
    july, august, october = date(2026, 7, 31), date(2026, 8, 31), date(2026, 10, 31)
    company = company_with(
        level, total, rate,
        *measured(level, (july, "10", None), (august, "12", None), (october, "9", None)),
        *measured(total, (july, "10", None), (august, "12", None)),
        *measured(rate, (july, "10", "3"), (august, "14", "1")),  # (10 × 3 + 14 × 1) ÷ 4 = 11
    )  # fmt: skip

    sheet = sheet_of(company, "KPI values by quarter")

    assert [column.title for column in sheet.columns[4:]] == ["Q3 2026", "Q4 2026 up to 22 Nov 2026"]
    assert [(row[0], row[2], *row[4:]) for row in sheet.rows] == [
        ("Level", "pieces", Decimal(12), Decimal(9)),
        ("Sum", "", Decimal(22), None),
        ("Rate", "", Decimal(11), None),
    ]


def test_a_kpi_without_values_stands_there_with_empty_quarters() -> None:
    with_values, without = Kpi(id="a", name="A"), Kpi(id="b", name="B")
    company = company_with(with_values, without, *measured(with_values, (date(2026, 3, 31), "1", None)))

    rows = sheet_of(company, "KPI values by quarter").rows

    assert [(row[0], row[4]) for row in rows] == [("A", Decimal(1)), ("B", None)]


def test_rows_of_a_record_name_that_record_first(company: OpenCompany) -> None:
    for child in (one for parent in TABLES for one in children_of(parent)):
        assert whole_columns(child)[0] is child.parent_column
        assert sorted(column.key for column in whole_columns(child)) == sorted(
            column.key for column in child.columns
        )
    efforts = sheet_of(company, table("efforts").plural)
    assert {str(row[0]) for row in efforts.rows} <= {one.name for one in company.data.all(Initiative)}


def test_the_points_of_an_initiative_add_up_to_its_benefit(company: OpenCompany) -> None:
    rows = rows_of(sheet_of(company, "Ranking"))

    for name in {str(row["Initiative"]) for row in rows}:
        own = [row for row in rows if row["Initiative"] == name]
        points = [row["Points"] for row in own if isinstance(row["Points"], Decimal)]
        assert sum(points, Decimal(0)) == own[0]["Benefit"]


def test_the_load_of_a_month_is_that_of_the_roadmap(company: OpenCompany) -> None:
    rows = rows_of(sheet_of(company, "Load"))

    for load in company.results.pool_loads:
        name = company.data.find(ResourcePool, load.pool_id).name
        own = [row for row in rows if row["Team"] == name]
        assert [row["Month"] for row in own] == list(load.months)
        assert [row["Days planned"] for row in own] == list(load.load)
        assert [row["Days too many"] or Decimal(0) for row in own] == list(load.over)


def test_the_time_plan_has_bars_and_what_waits(company: OpenCompany) -> None:
    sheet = sheet_of(company, "Time plan")
    rows = {row["Initiative"]: row for row in rows_of(sheet)}

    erp, website = rows["ERP-Umzug in die Cloud"], rows["Neue Website"]
    assert (erp["Start"], erp["Last month"], erp["Must"]) == (date(2027, 1, 1), date(2027, 7, 1), "Yes")
    assert website["Start"] is None and website["Must"] == "No"
    assert sheet.columns[1].kind is CellKind.MONTH
    assert len(rows) == len(company.results.roadmap.bars) + len(company.results.roadmap.unplanned)


def test_conflicts_and_findings_stand_there_in_their_words(company: OpenCompany) -> None:
    findings, conflicts = sheet_of(company, "Findings"), sheet_of(company, "Conflicts")

    with speaking("en"):
        assert [row[1] for row in findings.rows] == [
            words_of(company, one).title for one in company.results.findings
        ]
    assert len(conflicts.rows) == len(company.results.conflicts)
    assert [row[3] for row in findings.rows] == [one.money for one in company.results.findings]


def test_the_overview_counts_goals_kpis_initiatives_and_conflicts(company: OpenCompany) -> None:
    figures = {row["Key figure"]: row["Value"] for row in rows_of(sheet_of(company, "Overview"))}

    assert figures["Open goals"] == len(company.results.open_goals) == 4
    assert figures["KPIs"] == 11
    assert figures["Open initiatives"] == 12 and figures["of this: have to be done"] == 2
    assert figures["Conflicts in the plan"] == len(company.results.conflicts)
    for one in company.results.yearly_money:
        assert figures[f"Planned for initiatives in {one.label_year}"] == one.planned


def test_a_circle_is_named_in_the_overview() -> None:
    company = company_with(
        Initiative(id="a", name="A"), Initiative(id="b", name="B"),
        InitiativeDependency(initiative_id="a", prerequisite_id="b"),
        InitiativeDependency(initiative_id="b", prerequisite_id="a"),
    )  # fmt: skip

    row = next(row for row in sheet_of(company, "Overview").rows if "circle" in str(row[0]))

    assert row[1] == 2 and row[2] in ("A → B → A", "B → A → B")


def test_a_goal_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    company = company_with(Goal(name="=1+1", weight=Decimal(10)), Kpi(name="@SUM(A1)", goal_id=None))
    with speaking("en"):
        company_export(company).write(path)

    cell = load_workbook(path)["Goals"]["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=1+1", True)
    quarters = load_workbook(path)["KPI values by quarter"]["A2"]
    assert (quarters.data_type, quarters.value) == ("s", "@SUM(A1)")
