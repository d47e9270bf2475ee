"""Rows that belong to one record: shown in its details, typed, pasted, added, deleted and undone there."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import (
    Company,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeGoal,
    Kpi,
    Measurement,
)
from virtualcio.model.goals import KpiSource
from virtualcio.store.workspace import Workspace
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.shell.style import ControlStyle
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

TODAY = date(2026, 11, 22)


class Details:
    """A tab of a table in a real window, and the rows of the record that is selected."""

    def __init__(self, company: OpenCompany, key: str) -> None:
        self.company = company
        self.shell = Workplace(company, UserSettings())
        self.tab = RecordTab(self.shell, company, table(key))
        self.tab.resize(1400, 900)
        self.tab.show()
        self.tab.activateWindow()
        assert QTest.qWaitForWindowActive(self.tab)
        company.workspace.subscribe(self.tab.follow)
        self.tab.select_first()
        QApplication.processEvents()

    def rows(self, key: str) -> ChildTable:
        return self.tab.inspector.children_tables[key]

    def texts(self, key: str) -> list[list[str]]:
        model = self.rows(key).rows
        columns = range(model.columnCount())
        return [
            [str(model.data(model.index(row, at))).replace("\u00a0", " ") for at in columns]
            for row in range(model.rowCount())
        ]

    def go_to(self, key: str, row: int, column: int) -> None:
        child = self.rows(key).table
        child.setFocus()
        child.go_to(child.records.index(row, column))

    def write(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.tab.focusWidget(), event)
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.tab.focusWidget(), key, modifier)
        QApplication.processEvents()

    def close(self) -> None:
        self.tab.close()
        self.tab.deleteLater()
        self.shell.finish()
        self.shell.deleteLater()
        QApplication.processEvents()


def plan() -> OpenCompany:
    """A goal, two KPIs of which the first has three values, and three initiatives."""
    days = Kpi(id="days", name="Angebotsdurchlaufzeit", unit="Tage", baseline=Decimal("9.2"))
    mood = Kpi(id="mood", name="eNPS", source=KpiSource.PROMOTERS)
    values = [
        Measurement(kpi_id="days", day=date(2026, month, 28), value=Decimal(value))
        for month, value in ((3, "8.1"), (6, "7.4"), (9, "6.5"))
    ]
    sales, safe = Goal(id="sales", name="Mehr Umsatz"), Goal(id="safe", name="Sicher bleiben")
    erp = Initiative(id="erp", name="ERP in die Cloud")
    portal, web = Initiative(id="portal", name="Kundenportal"), Initiative(id="web", name="Website")
    link = InitiativeDependency(initiative_id="portal", prerequisite_id="erp")
    records = [sales, safe, days, mood, *values, erp, portal, web, link]
    return OpenCompany(Workspace.create(None, Company(name="Muster"), records=records), TODAY)


@pytest.fixture
def kpis(qapp: QApplication) -> Iterator[Details]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    made = Details(plan(), "kpis")
    yield made
    made.close()
    made.company.close()


@pytest.fixture
def initiatives(qapp: QApplication) -> Iterator[Details]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    made = Details(plan(), "initiatives")
    yield made
    made.close()
    made.company.close()


def test_the_values_of_a_kpi_stand_in_its_details_the_newest_first(kpis: Details) -> None:
    assert kpis.texts("measurements") == [
        ["28.09.2026", "6,5 Tage", ""], ["28.06.2026", "7,4 Tage", ""], ["28.03.2026", "8,1 Tage", ""],
    ]  # fmt: skip


def test_a_value_is_typed_over_and_undone(kpis: Details) -> None:
    kpis.go_to("measurements", 0, 1)
    kpis.write("6,1 Tage")
    kpis.press(Qt.Key.Key_Return)
    assert kpis.texts("measurements")[0][1] == "6,1 Tage"
    label = str(kpis.company.workspace.undo_label)
    assert label == "„Angebotsdurchlaufzeit“: Wert geändert (28.09.2026)"
    kpis.company.workspace.undo()
    assert kpis.texts("measurements")[0][1] == "6,5 Tage"


def test_plus_adds_a_value_of_today_and_esc_takes_it_away_again(kpis: Details) -> None:
    child = kpis.rows("measurements")
    child.add_button.click()
    QApplication.processEvents()
    assert kpis.company.data.count(Measurement) == 4
    kpis.press(Qt.Key.Key_Escape)
    assert kpis.company.data.count(Measurement) == 3
    child.add_button.click()
    QApplication.processEvents()
    kpis.write("5,9")
    kpis.press(Qt.Key.Key_Return)
    added = kpis.company.data.all(Measurement)[-1]
    assert (added.day, added.value, added.kpi_id) == (TODAY, Decimal("5.9"), "days")
    kpis.go_to("measurements", 0, 0)
    kpis.press(Qt.Key.Key_F2)
    kpis.press(Qt.Key.Key_Escape)
    assert kpis.company.data.count(Measurement) == 4


def test_two_columns_from_excel_become_values_and_a_day_to_come_is_refused(kpis: Details) -> None:
    QGuiApplication.clipboard().setText("31.10.2026\t6,2\n31.12.2026\t5,0\n05.11.2026\t6,1 Tage")
    child = kpis.rows("measurements")
    child.table.setFocus()
    child.table.clearSelection()
    child.table.go_to(child.table.records.index(-1, -1))
    kpis.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    values = {row.day: row.value for row in kpis.company.data.where(Measurement, "kpi_id", "days")}
    assert values[date(2026, 10, 31)] == Decimal("6.2")
    assert values[date(2026, 11, 5)] == Decimal("6.1")
    assert date(2026, 12, 31) not in values
    assert child.not_taken.isVisible()
    kpis.company.workspace.undo()
    assert len(kpis.texts("measurements")) == 3


def test_millions_are_understood_in_the_unit_of_the_kpi(kpis: Details) -> None:
    """The unit is days here, so that a word for thousands multiplies."""
    child = kpis.rows("measurements")
    kpis.go_to("measurements", 0, 1)
    kpis.write("1,5 Tsd.")
    kpis.press(Qt.Key.Key_Return)
    assert kpis.texts("measurements")[0][1] == "1.500 Tage"
    QGuiApplication.clipboard().setText("31.10.2026\t2 Tsd. Tage")
    child.table.clearSelection()
    child.table.go_to(child.table.records.index(-1, -1))
    kpis.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    values = {row.day: row.value for row in kpis.company.data.where(Measurement, "kpi_id", "days")}
    assert values[date(2026, 10, 31)] == Decimal(2000)


def test_counts_of_answers_give_the_value(kpis: Details) -> None:
    kpis.tab.show_part("mood")
    QApplication.processEvents()
    child = kpis.rows("measurements")
    assert [column.key for column in child.rows.columns] == [
        "day", "promoters", "passives", "detractors", "value",
    ]  # fmt: skip
    QGuiApplication.clipboard().setText("30.09.2026\t12\t5\t3")
    child.table.setFocus()
    kpis.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (row,) = kpis.company.data.where(Measurement, "kpi_id", "mood")
    assert row.value == Decimal(45)  # 60 % − 15 %
    kpis.go_to("measurements", 0, 3)
    kpis.write("5")
    kpis.press(Qt.Key.Key_Return)
    assert row.value == Decimal(32)  # 7 of 22 is 31.8


def test_delete_in_the_rows_deletes_the_row_and_not_the_kpi(kpis: Details) -> None:
    kpis.go_to("measurements", 1, 0)
    kpis.press(Qt.Key.Key_Delete)
    assert [row[0] for row in kpis.texts("measurements")] == ["28.09.2026", "28.03.2026"]
    assert kpis.company.data.count(Kpi) == 2
    kpis.company.workspace.undo()
    assert len(kpis.texts("measurements")) == 3


def test_several_selected_kpis_show_no_values(kpis: Details) -> None:
    kpis.tab.table.selectAll()
    QApplication.processEvents()
    assert not kpis.rows("measurements").isVisible()


def test_a_new_contribution_is_for_a_goal_that_is_not_there_yet(initiatives: Details) -> None:
    initiatives.tab.show_part("portal")
    QApplication.processEvents()
    for _time in range(2):
        initiatives.rows("contributions").commands.add()
        initiatives.press(Qt.Key.Key_Return)
    rows = initiatives.company.data.where(InitiativeGoal, "initiative_id", "portal")
    assert [(row.goal_id, row.strength) for row in rows] == [("sales", 2), ("safe", 2)]
    initiatives.rows("contributions").commands.add()
    assert initiatives.company.data.count(InitiativeGoal) == 2  # refused: no goal is left


def test_what_would_close_a_circle_is_not_proposed(initiatives: Details) -> None:
    initiatives.tab.show_part("erp")
    QApplication.processEvents()
    initiatives.rows("dependencies").commands.add()
    initiatives.press(Qt.Key.Key_Return)
    (row,) = initiatives.company.data.where(InitiativeDependency, "initiative_id", "erp")
    assert row.prerequisite_id == "web"
