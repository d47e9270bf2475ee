"""Importing KPIs with their values: the sample with its gaps, and the same list a month later."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.actions.import_company import SAMPLES, TODAY, empty_company
from virtualcio.actions.edit import set_value
from virtualcio.actions.import_table import Existing, correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.exchange.import_plan import RowState, SeriesChange
from virtualcio.model import Kpi, Measurement
from virtualcio.model.goals import Better, Cadence, TargetKind
from virtualcio.store.workspace import Workspace

KPIS = SAMPLES / "kennzahlen.xlsx"
# The last days of January 2025 to October 2026, the 22 months of the sample.
MONTH_ENDS = [
    date(year, month, day)
    for year in (2025, 2026)
    for month, day in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1)
    if (year, month) <= (2026, 10)
]
# What stands in the sample, by hand; shares of the second row as percent. None where a month has no value.
WRITTEN = {
    "Angebotsdurchlaufzeit": (
        "9.0925 9.521 8.6308 - 8.9811 8.5042 7.8687 8.0552 8.2503 7.7202 7.519 7.1471 6.8376 6.9599 7.5027 - "
        "6.1594 6.7309 6.4029 6.6417 6.237 6.025"
    ),
    "Reklamationsquote": (
        "3 3.05 3.21 2.92 2.93 2.84 2.76 2.71 - - 2.91 2.65 2.57 2.72 2.46 2.74 2.59 2.38 2.43 - 2.44 2.56"
    ),
    "Umsatz Bestandskunden": (
        "392.7929 396.8411 387.2252 383.9318 391.3409 388.8734 389.0455 415.6841 399.4582 410.2902 423.8193 "
        "407.2388 408.0157 386.7133 413.2587 388.5321 390.5432 - 408.012 - 432.7379 414.0536"
    ),
    "Ausfallzeit ERP": (
        "- 8.311 - 8.5699 8.2878 7.827 7.0157 6.786 6.2371 6.6826 6.0135 6.0492 - 5.2887 5.4569 4.5967 "
        "4.4082 4.4827 3.9205 3.6593 2.7784 3.5304"
    ),
}


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def kpi(company: OpenCompany, name: str) -> Kpi:
    return next(one for one in company.data.all(Kpi) if one.name == name)


def values(company: OpenCompany, name: str) -> dict[date, Decimal]:
    return {one.day: one.value for one in company.data.where(Measurement, "kpi_id", kpi(company, name).id)}


def taken(company: OpenCompany, path: Path) -> None:
    run_import(company, propose_import(company, path))


# --- the sample ------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITTEN)
def test_every_value_of_the_sample_comes_in_on_the_last_day_of_its_month(
    company: OpenCompany, name: str
) -> None:
    taken(company, KPIS)
    expected = {
        day: Decimal(text) for day, text in zip(MONTH_ENDS, WRITTEN[name].split(), strict=True) if text != "-"
    }
    assert values(company, name) == expected


def test_unit_target_starting_value_and_direction_follow_from_the_sample(company: OpenCompany) -> None:
    taken(company, KPIS)
    found = {
        one.name: (one.unit, one.target, one.baseline, one.baseline_on, one.better)
        for one in company.data.all(Kpi)
    }
    january, february = date(2025, 1, 31), date(2025, 2, 28)
    assert found == {
        "Angebotsdurchlaufzeit": ("Tage", Decimal(4), Decimal("9.0925"), january, Better.LOWER),
        "Reklamationsquote": ("%", Decimal("1.5"), Decimal(3), january, Better.LOWER),
        "Umsatz Bestandskunden": ("T€", Decimal(455), Decimal("392.7929"), january, Better.HIGHER),
        "Ausfallzeit ERP": ("h", Decimal(1), Decimal("8.311"), february, Better.LOWER),
    }
    assert all(
        one.cadence is Cadence.MONTHLY and one.target_kind is TargetKind.REACH
        for one in company.data.all(Kpi)
    )


def test_the_sample_is_known_as_kpis_and_only_the_shares_are_in_doubt(company: OpenCompany) -> None:
    plan = propose_import(company, KPIS)

    assert (plan.into, plan.header_row, plan.problem) == ("kpis", 1, None)
    assert {row.label: row.state for row in plan.rows[1:]} == {
        "Angebotsdurchlaufzeit": RowState.TAKEN,
        "Reklamationsquote": RowState.DOUBT,
        "Umsatz Bestandskunden": RowState.TAKEN,
        "Ausfallzeit ERP": RowState.TAKEN,
    }
    assert [str(one) for one in plan.row(3).sentences] == [
        "Anteile bis 1 gelten als Prozent: 0,03 als 3 %. Mit „Nein“ bleiben sie, wie sie sind."
    ]


def test_shares_can_be_left_as_they_are_for_one_row(company: OpenCompany) -> None:
    plan = correct(propose_import(company, KPIS), values={(3, "shares"): "Nein"})
    run_import(company, plan)

    assert values(company, "Reklamationsquote")[date(2025, 1, 31)] == Decimal("0.03")
    assert kpi(company, "Reklamationsquote").target == Decimal("0.015")
    assert plan.row(3).state is RowState.TAKEN


def test_the_whole_import_is_one_undo_step(company: OpenCompany) -> None:
    taken(company, KPIS)
    company.workspace.undo()
    assert company.data.count(Kpi) == company.data.count(Measurement) == 0


# --- the next month --------------------------------------------------------------------


def with_november(folder: Path) -> Path:
    """The sample a month later: November is new, October of the lead time was corrected."""
    book = openpyxl.load_workbook(KPIS)
    sheet = book.worksheets[0]
    sheet["Y1"].number_format = "yyyy-mm-dd"
    sheet["Z1"] = date(2026, 11, 1)
    sheet["Z2"], sheet["Z3"], sheet["Y2"] = 5.9, 0.021, 6.1
    path = folder / "kennzahlen.xlsx"
    book.save(path)
    return path


def test_a_list_that_comes_again_adds_the_new_month_and_shows_what_became_another_value(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, KPIS)
    company = OpenCompany(company.workspace, date(2026, 12, 2))
    plan = propose_import(company, with_november(tmp_path))

    assert plan.existing is Existing.UPDATE
    assert {row.label: row.taken for row in plan.rows[1:]} == {
        "Angebotsdurchlaufzeit": True,
        "Reklamationsquote": True,
        "Umsatz Bestandskunden": False,
        "Ausfallzeit ERP": False,
    }
    change = plan.row(2).changes["values"]
    assert isinstance(change, SeriesChange)
    assert [(one.day, one.value) for one in change.added] == [(date(2026, 11, 30), Decimal("5.9"))]
    assert change.changed == ((date(2026, 10, 31), Decimal("6.025"), Decimal("6.1")),)
    assert set(plan.row(2).changes) == set(plan.row(3).changes) == {"values"}

    result = run_import(company, plan)
    assert (result.added, len(result.updated)) == ((), 2)
    assert values(company, "Angebotsdurchlaufzeit")[date(2026, 10, 31)] == Decimal("6.1")
    assert values(company, "Reklamationsquote")[date(2026, 11, 30)] == Decimal("2.1")
    assert len(values(company, "Angebotsdurchlaufzeit")) == 21
    company.workspace.undo()
    assert values(company, "Angebotsdurchlaufzeit")[date(2026, 10, 31)] == Decimal("6.025")
    assert len(values(company, "Angebotsdurchlaufzeit")) == 20


def test_filling_adds_new_months_and_leaves_known_values_alone(company: OpenCompany, tmp_path: Path) -> None:
    taken(company, KPIS)
    company = OpenCompany(company.workspace, date(2026, 12, 2))
    plan = propose_import(company, with_november(tmp_path), existing=Existing.FILL)
    run_import(company, plan)

    assert values(company, "Angebotsdurchlaufzeit")[date(2026, 10, 31)] == Decimal("6.025")
    assert values(company, "Angebotsdurchlaufzeit")[date(2026, 11, 30)] == Decimal("5.9")


def test_a_month_that_still_runs_waits_for_the_next_list(company: OpenCompany, tmp_path: Path) -> None:
    plan = propose_import(company, with_november(tmp_path))  # today is 22 November 2026
    run_import(company, plan)

    assert date(2026, 11, 30) not in values(company, "Angebotsdurchlaufzeit")
    assert "30.11.2026: 5,9" in str(plan.row(2).sentences[0])


def test_what_the_program_inferred_never_takes_the_place_of_what_was_typed(
    company: OpenCompany, tmp_path: Path
) -> None:
    taken(company, KPIS)
    lead = kpi(company, "Angebotsdurchlaufzeit")
    for key, value in (("baseline", Decimal(12)), ("better", Better.HIGHER), ("cadence", Cadence.WEEKLY)):
        set_value(company, table("kpis"), table("kpis").column(key), lead, value)

    assert not propose_import(company, KPIS).row(2).taken
    assert lead.baseline == Decimal(12)


def test_the_same_list_twice_changes_nothing(company: OpenCompany) -> None:
    taken(company, KPIS)
    result = run_import(company, propose_import(company, KPIS))
    assert (result.added, result.updated) == ((), ())
    assert {str(one.reason) for one in result.data_left_out} == {"Ist schon da, mit denselben Werten."}


def test_imported_values_are_there_after_reopening(tmp_path: Path) -> None:
    company = empty_company(tmp_path / "firma.vcio")
    taken(company, KPIS)
    before = {name: values(company, name) for name in WRITTEN}
    company.close()

    again = OpenCompany(Workspace.open(tmp_path / "firma.vcio"), TODAY)
    assert {name: values(again, name) for name in WRITTEN} == before
    again.close()
