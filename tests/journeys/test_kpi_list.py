"""A list of KPIs with a column per month, from Excel into the goals: seen first, taken over, judged, undone;
and the same list a month later, which updates what it knows.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.walk import CTRL, Walk, a_walk, in_file, wait_until
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.model import Kpi, Measurement
from virtualcio.model.base import Record
from virtualcio.store.verify import verify

LIST = Path(__file__).resolve().parents[1] / "samples" / "kennzahlen.xlsx"
LEAD, ERRORS = "Angebotsdurchlaufzeit", "Reklamationsquote"
LAST = date(2026, 10, 31)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        yield walking


def loaded(walk: Walk, table: Path) -> None:
    """The preview of a file that was chosen or dropped."""
    walk.place.go("import", record=str(table))
    preview = walk.importing.preview
    wait_until(lambda: preview.plan is not None and preview.plan.file_name == table.name, "the preview")
    QApplication.processEvents()


def values_of(records: list[Record], kpi: Kpi) -> dict[date, Decimal]:
    return {one.day: one.value for one in records if isinstance(one, Measurement) and one.kpi_id == kpi.id}


def kpi(walk: Walk, name: str) -> Kpi:
    found = hands.named(list(walk.place.company.data.all(Kpi)), name)
    assert isinstance(found, Kpi)
    return found


def test_a_list_with_months_becomes_kpis_that_are_judged(walk: Walk, path: Path) -> None:
    loaded(walk, LIST)
    assert walk.place.company.workspace.undo_label is None  # nothing is written yet
    walk.click("4 Zeilen übernehmen")
    assert walk.importing.result.title.text() == "4 Zeilen übernommen"
    state = walk.place.company.results.kpi_state(kpi(walk, LEAD))
    assert (state.status, state.missing) == (KpiStatus.INCOMPLETE, ("target_on", "owner", "goal"))

    # What the list does not say is typed: by when. 6.0250 of 9.0925 to 4, on day 638 of 1,430.
    hands.turn_to(walk, "goals", "kpis")
    hands.fill_row(walk, LEAD, target_on="31.12.2028")
    state = walk.place.company.results.kpi_state(kpi(walk, LEAD))
    assert (state.current, state.measured_on) == (Decimal("6.025"), LAST)
    assert state.progress == Fraction(30675, 50925)
    assert state.expected == Fraction(
        (LAST - date(2025, 1, 31)).days, (date(2028, 12, 31) - date(2025, 1, 31)).days
    )
    assert state.expected == Fraction(638, 1430)
    assert state.status is KpiStatus.ON_PLAN and not state.stale

    # Shares below 1 are percent: 2.56 % of 3 % to 1.5 %, far less than is due in the last quarter.
    hands.fill_row(walk, ERRORS, target_on="31.01.2027")
    state = walk.place.company.results.kpi_state(kpi(walk, ERRORS))
    assert state.progress == Fraction(44, 150)  # (3 - 2.56) / (3 - 1.5)
    assert state.expected == Fraction(638, 730)
    assert state.status is KpiStatus.BEHIND

    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL)  # the list as a whole
    assert walk.place.company.data.count(Kpi) == walk.place.company.data.count(Measurement) == 0
    walk.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    walk.end()
    saved = hands.named(in_file(path, Kpi), ERRORS)
    assert (saved.unit, saved.target, saved.baseline) == ("%", Decimal("1.5"), Decimal(3))
    series = values_of(in_file(path, Measurement), saved)
    assert len(series) == 19 and date(2025, 9, 30) not in series
    assert (series[date(2025, 1, 31)], series[LAST]) == (Decimal(3), Decimal("2.56"))
    assert len(in_file(path, Measurement)) == 78
    assert verify(path).ok


def corrected(folder: Path) -> Path:
    """The list as it comes again: a month was missing and is there, October was wrong, a KPI is new."""
    book = openpyxl.load_workbook(LIST)
    sheet = book.worksheets[0]
    assert sheet["M3"].value is None  # October 2025 of the complaints
    sheet["M3"], sheet["Y2"] = 0.027, 5.9
    sheet["A6"], sheet["B6"], sheet["Y6"] = "Liefertreue", "%", 0.93
    table = folder / "kennzahlen-november.xlsx"
    book.save(table)
    return table


def test_the_list_that_comes_again_updates_what_it_knows(walk: Walk, path: Path) -> None:
    loaded(walk, LIST)
    walk.click("4 Zeilen übernehmen")
    loaded(walk, corrected(path.parent))
    plan = walk.importing.preview.plan
    assert plan is not None
    assert {row.label: row.taken for row in plan.rows[1:]} == {
        LEAD: True, ERRORS: True, "Umsatz Bestandskunden": False, "Ausfallzeit ERP": False,
        "Liefertreue": True,
    }  # fmt: skip
    assert values_of(list(walk.place.company.data.all(Measurement)), kpi(walk, LEAD))[LAST] == Decimal(
        "6.025"
    )
    walk.click("3 Zeilen übernehmen")
    assert walk.place.company.results.kpi_state(kpi(walk, LEAD)).current == Decimal("5.9")
    walk.end()
    rows = in_file(path, Measurement)
    kpis = in_file(path, Kpi)
    assert len(kpis) == 5 and len(rows) == 78 + 2
    assert values_of(rows, hands.named(kpis, LEAD))[LAST] == Decimal("5.9")
    assert values_of(rows, hands.named(kpis, ERRORS))[date(2025, 10, 31)] == Decimal("2.7")
    assert values_of(rows, hands.named(kpis, "Liefertreue")) == {LAST: Decimal(93)}
