"""The tab of the business case: an input typed in the window, what it changes, and what the file holds."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.budget_window import budget_company
from tests.ui.example_window import empty_company, workplace
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.model import CaseInput, Initiative
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message, mark
from virtualcio.ui.business_case.case_part import CasePart
from virtualcio.ui.priorities.initiatives_tab import InitiativesTab
from virtualcio.ui.shell.workplace import Workplace

D = Decimal


class Cases:
    """The window on the tab, and what one does there."""

    def __init__(self, place: Workplace, file: Path) -> None:
        self.place, self.company, self.file = place, place.company, file
        place.activateWindow()
        assert QTest.qWaitForWindowActive(place)
        place.go("budget", "business_case")
        QApplication.processEvents()

    @property
    def part(self) -> CasePart:
        part = self.place.current_page.part  # type: ignore[attr-defined]  # every page here has tabs
        assert isinstance(part, CasePart)
        return part

    @property
    def sentence(self) -> str:
        return self.part.details.sentence.text.text().replace("\u00a0", " ")

    def list_rows(self) -> list[list[str]]:
        table = self.part.list.table
        return [[table.text_at(row, at) for at in range(5)] for row in range(table.rowCount())]

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def write(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus, event)
            QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus, key)
        QApplication.processEvents()

    def type_in(self, column: str, text: str, row: int = 0) -> None:
        """As a person does: to the cell, type, Enter."""
        inputs = self.part.details.inputs
        at = [one.key for one in inputs.rows.columns].index(column)
        inputs.table.setFocus()
        inputs.table.go_to(inputs.rows.index(row, at))
        self.write(text)
        self.press(Qt.Key.Key_Return)

    def in_file(self) -> list[CaseInput]:
        """What a second reader of the file finds."""
        copy = self.file.with_name("kopie.vcio")
        copy.write_bytes(self.file.read_bytes())
        other = Workspace.open(copy)
        rows = list(other.data.all(CaseInput))
        other.close()
        return rows


def crm() -> Initiative:
    return Initiative(id="crm", name="CRM", one_off_cost=D("10000.00"), running_cost=D("1200.00"), months=6)


@pytest.fixture
def cases(qtbot: QtBot, tmp_path: Path) -> Iterator[Cases]:
    company = budget_company(tmp_path, [crm(), Initiative(id="klein", name="Klein")])
    with workplace(qtbot, company) as place:
        yield Cases(place, tmp_path / "budget.vcio")


def test_without_initiatives_the_tab_says_what_belongs_here(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        cases = Cases(place, tmp_path / "leer.vcio")
        assert cases.part.empty.isVisible() and not cases.part.details.isVisible()


def test_what_is_typed_stands_in_sentence_list_and_file(cases: Cases) -> None:
    assert cases.sentence == "Was es bringt, ist noch nicht eingetragen. Es kostet 15.400 € in 5 Jahren."
    cases.part.details.add_input()
    QApplication.processEvents()
    cases.press(Qt.Key.Key_Escape)
    cases.part.details.add_input()
    QApplication.processEvents()
    cases.write("Weniger Tippen")
    cases.press(Qt.Key.Key_Return)
    cases.type_in("expected", "4000")
    assert cases.sentence.startswith("Rechnet sich nach 3 Jahren und 5 Monaten.")
    assert not cases.part.details.spread_card.isVisible()
    cases.type_in("worst", "2000")
    cases.type_in("best", "5 T€")
    assert cases.sentence == "Rechnet sich nach 3 Jahren und 5 Monaten; in 35 von 100 Fällen nicht."
    assert cases.list_rows()[0] == ["CRM", "15.400", "2.361", "3 J 5 M", "35\u00a0%"]
    assert cases.part.details.spread_card.isVisible() and cases.part.details.tornado.count == 1

    (row,) = cases.in_file()
    assert (row.name, row.initiative_id, row.first_year, row.last_year) == ("Weniger Tippen", "crm", 1, 5)
    assert (row.worst, row.expected, row.best) == (D("2000.00"), D("4000.00"), D("5000.00"))


def test_an_amount_in_the_wrong_order_stays_typed_and_is_not_taken(cases: Cases) -> None:
    with cases.company.workspace.change(_named()) as edit:
        edit.add(CaseInput(name="Tippen", initiative_id="crm", expected=D("4000.00")))
    QApplication.processEvents()
    cases.type_in("worst", "5000")

    assert cases.company.data.all(CaseInput)[0].worst is None
    assert QApplication.focusWidget() is not cases.part.details.inputs.table  # the text is still there


def test_undo_takes_the_last_amount_back_everywhere(cases: Cases) -> None:
    with cases.company.workspace.change(_named()) as edit:
        edit.add(CaseInput(name="Tippen", initiative_id="crm", expected=D("4000.00")))
    cases.type_in("expected", "1000")
    assert cases.sentence.startswith("Rechnet sich in 5 Jahren nicht")
    cases.company.workspace.undo()
    QApplication.processEvents()
    assert cases.sentence.startswith("Rechnet sich nach 3 Jahren")


def test_the_switch_shows_the_other_scenarios(cases: Cases) -> None:
    row = CaseInput(
        name="Tippen", initiative_id="crm", worst=D("2000.00"), expected=D("4000.00"), best=D("5000.00")
    )
    with cases.company.workspace.change(_named()) as edit:
        edit.add(row)
    details = cases.part.details
    value = details.figures.buttons[0]
    assert value.figure.value.replace("\u00a0", " ") == "2.361 €"
    details.show_scenario(Scenario.WORST)
    assert value.figure.value.replace("\u00a0", " ") == "−6.064 €"
    assert details.flows.text_at(2, 2) == "2.000"


def test_own_figures_are_taken_over_with_a_click(cases: Cases) -> None:
    button = cases.part.details.take_button
    assert button.isVisible()
    button.click()
    QApplication.processEvents()
    assert [row.name for row in cases.in_file()] == ["Einmalige Kosten", "Laufende Kosten", "Laufende Kosten"]
    assert not button.isVisible()


def test_another_initiative_is_chosen_in_the_list_and_enter_leads_to_it(cases: Cases) -> None:
    assert cases.part.take_keyboard()
    cases.press(Qt.Key.Key_Down)
    assert cases.part.details.head.title_label.text() == "Klein"
    cases.press(Qt.Key.Key_Return)
    assert cases.place.place == ("priorities", "initiatives")


def test_an_initiative_leads_to_its_case(cases: Cases) -> None:
    cases.place.go("priorities", "initiatives", "klein")
    QApplication.processEvents()
    tab = cases.place.current_page.part  # type: ignore[attr-defined]  # every page here has tabs
    assert isinstance(tab, InitiativesTab)
    assert tab.case_link.text() == "Wirtschaftlichkeit: eintragen, was es bringt"
    tab.case_link.clicked.emit()
    QApplication.processEvents()
    assert cases.place.place == ("budget", "business_case")
    assert cases.part.details.head.title_label.text() == "Klein"


def test_pictures_are_read_out_with_the_keyboard_and_taken_along(cases: Cases) -> None:
    row = CaseInput(
        name="Tippen", initiative_id="crm", worst=D("2000.00"), expected=D("4000.00"), best=D("5000.00")
    )
    with cases.company.workspace.change(_named()) as edit:
        edit.add(row)
    details = cases.part.details
    for chart in (details.tornado, details.spread):
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_Right)
        assert chart.current == 0 and chart.read_out(0).as_text() == chart.accessibleDescription()
        assert isinstance(chart.picture(), QImage)
        assert chart.index_at(chart.anchor(0)) == 0
    assert details.tornado.read_out(0).as_text().replace("\u00a0", " ") == (
        "Tippen; Im schlechtesten Fall 2.000 €: −6.064 €; Im besten Fall 5.000 €: 6.573 €; "
        "Kapitalwert, alles andere wie erwartet"
    )
    details.spread_card.copy_table()
    assert "10 von 100 Fällen liegen unter" in QGuiApplication.clipboard().text()


def test_an_initiative_that_is_deleted_leaves_the_next_one(cases: Cases) -> None:
    with cases.company.workspace.change(_named()) as edit:
        edit.delete(cases.company.data.find(Initiative, "crm"))
    QApplication.processEvents()
    assert cases.part.details.head.title_label.text() == "Klein"


def _named() -> Message:
    return Message(mark("{count} asset"), {"count": 1})


def test_where_an_amount_comes_from_is_typed_below_the_table_for_the_chosen_input(cases: Cases) -> None:
    with cases.company.workspace.change(_named()) as edit:
        edit.add(CaseInput(name="Tippen", initiative_id="crm", expected=D("4000.00")))
        edit.add(CaseInput(name="Papier", initiative_id="crm", expected=D("100.00")))
    QApplication.processEvents()
    inputs, details = cases.part.details.inputs, cases.part.details.input_details
    inputs.table.go_to(inputs.rows.index(1, 0))
    assert details.isVisible() and details.input is inputs.rows.rows[1]
    chosen = details.input
    details.basis.begin()
    cases.write("3 Ordner im Jahr")
    cases.press(Qt.Key.Key_Return)
    assert chosen is not None and chosen.basis == "3 Ordner im Jahr"
    assert details.origin is not None
    details.origin.begin()
    assert details.origin.typing
    assert {row.name: row.basis for row in cases.in_file()} == {"Tippen": "", chosen.name: "3 Ordner im Jahr"}
