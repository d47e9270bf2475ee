"""Lists of KPIs as people keep them: columns of months, quarters or weeks, a row per value, shares, gaps."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.actions.import_company import empty_company, text_file, workbook
from tests.actions.test_import_kpis import KPIS, kpi, taken, values
from virtualcio.actions.edit import add_record
from virtualcio.actions.import_table import correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.exchange.import_plan import RowState
from virtualcio.model import Goal, Kpi
from virtualcio.model.goals import Cadence, KpiSource


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


@pytest.mark.parametrize(
    ("headers", "days"),
    [
        (("Jan 25", "Feb 25", "Mrz 25"), ("2025-01-31", "2025-02-28", "2025-03-31")),
        (("01/2025", "02/2025", "03/2025"), ("2025-01-31", "2025-02-28", "2025-03-31")),
        (("Januar 2025", "Februar 2025", "März 2025"), ("2025-01-31", "2025-02-28", "2025-03-31")),
        (("2025-01", "2025-02", "2025-03"), ("2025-01-31", "2025-02-28", "2025-03-31")),
        (("Q1 2025", "2. Quartal 2025", "Q3/2025"), ("2025-03-31", "2025-06-30", "2025-09-30")),
        (("KW 1 2026", "KW 2 2026", "KW 53 2026"), ("2026-01-04", "2026-01-11", "2027-01-03")),
        (("2023", "2024", "2025"), ("2023-12-31", "2024-12-31", "2025-12-31")),
        (("31.01.2025", "28.02.2025", "15.03.2025"), ("2025-01-31", "2025-02-28", "2025-03-15")),
        (("01.01.2025", "15.01.2025", "01.02.2025"), ("2025-01-01", "2025-01-15", "2025-02-01")),
    ],
)
def test_months_quarters_weeks_years_and_days_head_columns_of_values(
    company: OpenCompany, tmp_path: Path, headers: tuple[str, ...], days: tuple[str, ...]
) -> None:
    company = OpenCompany(company.workspace, date(2027, 6, 1))
    taken(company, text_file(tmp_path, ";".join(("Kennzahl", *headers)), "Tickets;7;8;9"))
    assert values(company, "Tickets") == {
        date.fromisoformat(day): Decimal(value) for day, value in zip(days, (7, 8, 9), strict=True)
    }


def test_years_as_numbers_head_columns_of_values(company: OpenCompany, tmp_path: Path) -> None:
    taken(company, workbook(tmp_path, ["Kennzahl", 2023, 2024, 2025], ["Umsatz je Kopf", 101.5, 102, 103]))
    assert values(company, "Umsatz je Kopf")[date(2023, 12, 31)] == Decimal("101.5")
    assert kpi(company, "Umsatz je Kopf").cadence is Cadence.YEARLY


def test_a_row_per_value_gives_one_kpi_with_all_of_them(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Kennzahl;Datum;Wert;Einheit",
        "Lieferquote;31.01.2026;0,91;%",
        "Tickets;Jan 2026;41;",
        "Lieferquote;28.02.2026;0,935;%",
        "tickets;Feb 2026;38;",
        "Tickets;irgendwann;37;",
    )
    plan = propose_import(company, path)
    result = run_import(company, plan)

    assert [one.name for one in company.data.all(Kpi)] == ["Lieferquote", "Tickets"]
    assert len(result.added) == 2 and plan.row(4).joins == 2
    assert values(company, "Lieferquote") == {
        date(2026, 1, 31): Decimal(91),
        date(2026, 2, 28): Decimal("93.5"),
    }
    assert values(company, "Tickets") == {date(2026, 1, 31): Decimal(41), date(2026, 2, 28): Decimal(38)}
    assert any("irgendwann" in str(one.sentence) for one in result.doubts)
    assert kpi(company, "Lieferquote").baseline == Decimal(91)

    again = run_import(company, propose_import(company, path))
    assert (again.added, again.updated) == ((), ())


def test_values_of_a_known_kpi_are_added_row_by_row(company: OpenCompany, tmp_path: Path) -> None:
    add_record(company, table("kpis"), {"name": "Tickets", "unit": "Stück"})
    path = text_file(tmp_path, "Kennzahl;Datum;Wert", "Tickets;31.01.2026;41", "Tickets;28.02.2026;38")
    result = run_import(company, propose_import(company, path))

    assert result.added == () and len(result.updated) == 1
    assert len(values(company, "Tickets")) == 2 and company.data.count(Kpi) == 1


def test_a_first_row_left_out_does_not_take_the_others_with_it(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Kennzahl;Datum;Wert", "A;31.01.2026;1", "A;28.02.2026;2", "A;31.03.2026;3")
    run_import(company, correct(propose_import(company, path), skip=[2]))
    assert values(company, "A") == {date(2026, 2, 28): Decimal(2), date(2026, 3, 31): Decimal(3)}


def test_percent_cells_count_in_percent_and_are_not_multiplied_again(
    company: OpenCompany, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Kennzahl", "Ziel", "Jan 2026", "Feb 2026", "Mrz 2026"])
    sheet.append(["Fehlerquote", 0.002, 0.005, 0.004, 0.012])
    for cell in sheet[2][1:]:
        cell.number_format = "0.0%"
    path = tmp_path / "quote.xlsx"
    book.save(path)
    taken(company, path)

    assert list(values(company, "Fehlerquote").values()) == [Decimal("0.5"), Decimal("0.4"), Decimal("1.2")]
    assert (kpi(company, "Fehlerquote").unit, kpi(company, "Fehlerquote").target) == ("%", Decimal("0.2"))


def test_percent_above_one_stays_as_it_is(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Kennzahl;Einheit;Jan 2026;Feb 2026", "Quote;%;0,8;1,2", "Anteil;Stück;0,5;0,4"
    )
    plan = propose_import(company, path)
    run_import(company, plan)

    assert list(values(company, "Quote").values()) == [Decimal("0.8"), Decimal("1.2")]
    assert list(values(company, "Anteil").values()) == [Decimal("0.5"), Decimal("0.4")]
    assert plan.counts[RowState.TAKEN] == 2


def test_what_is_no_number_is_named_with_its_month_and_kept_in_the_note(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "Kennzahl;Jan 2026;Feb 2026;Mrz 2026", "Tickets;41;viele;38 Stück")
    plan = propose_import(company, path)
    run_import(company, plan)

    assert [str(one) for one in plan.row(2).sentences] == [
        "Feb 2026: „viele“ ist keine Zahl. Schreiben Sie sie so: 6,1."
    ]
    assert len(values(company, "Tickets")) == 2
    assert kpi(company, "Tickets").note == "Feb 2026: viele"


def test_more_than_six_places_are_rounded_half_up(company: OpenCompany, tmp_path: Path) -> None:
    taken(company, workbook(tmp_path, ["Kennzahl", "Jan 2026"], ["Dauer", 1.23456750001], ["Rest", 2 / 3]))
    assert list(values(company, "Dauer").values()) == [Decimal("1.234568")]
    assert list(values(company, "Rest").values()) == [Decimal("0.666667")]


def test_two_values_of_one_day_are_named_and_the_later_one_counts(
    company: OpenCompany, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "Kennzahl;Datum;Wert", "A;31.01.2026;1", "A;31.01.2026;2")
    plan = propose_import(company, path)
    run_import(company, plan)

    assert values(company, "A") == {date(2026, 1, 31): Decimal(2)}
    assert "31.01.2026: 1" in str(plan.row(3).sentences[0])


def test_values_that_the_program_computes_are_not_taken(company: OpenCompany) -> None:
    add_record(company, table("kpis"), {"name": "Ausfallzeit ERP", "source": KpiSource.BACKLOG})
    plan = propose_import(company, KPIS)
    run_import(company, plan)

    assert values(company, "Ausfallzeit ERP") == {}
    assert "rechnet das Programm selbst" in str(plan.row(5).sentences[0])


def test_a_goal_stands_beside_its_target_value(company: OpenCompany, tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Kennzahl;Ziel;Zielwert;Zieltermin;Jan 2026",
        "Durchlaufzeit;Schneller anbieten;4;30.06.2027;9",
    )
    plan = propose_import(company, path)
    run_import(company, plan)

    assert plan.new_records == {"goals": ("Schneller anbieten",)}
    found = kpi(company, "Durchlaufzeit")
    assert company.data.find(Goal, found.goal_id or "").name == "Schneller anbieten"
    assert (found.target, found.target_on) == (Decimal(4), date(2027, 6, 30))
