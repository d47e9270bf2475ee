"""The tabs of depreciation and responsibilities and the choices in the settings, in the real window."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.budget_window import budget_company, small_budget
from tests.ui.example_window import empty_company, workplace
from virtualcio.analysis.depreciation.items import Book
from virtualcio.model import Asset, BudgetLine, Disposal, Person, Setting, TaxYear
from virtualcio.model.depreciation import DepreciationMethod
from virtualcio.model.inventory import AssetCategory
from virtualcio.ui.budget.responsibility_part import ResponsibilityPart
from virtualcio.ui.depreciation.depreciation_part import DepreciationPart
from virtualcio.ui.settings.tax_form import TaxForm
from virtualcio.ui.shell.workplace import Workplace

D = Decimal


def things() -> list[Asset]:
    """A server of March 2020 over 84 months; four notebooks of January 2026, at once by tax law."""
    return [
        Asset(
            id="srv", name="Server", category=AssetCategory.SERVER, purchase_date=date(2020, 3, 12),
            cost=D("11240.00"),
        ),
        Asset(
            id="nb", name="Notebooks", category=AssetCategory.NOTEBOOK, purchase_date=date(2026, 1, 10),
            cost=D("7200.00"), quantity=4,
        ),
    ]  # fmt: skip


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    company = budget_company(tmp_path, [*small_budget(), *things()])
    with workplace(qtbot, company) as shown:
        shown.activateWindow()
        assert QTest.qWaitForWindowActive(shown)
        yield shown


def depreciation(place: Workplace) -> DepreciationPart:
    place.go("budget", "depreciation")
    QApplication.processEvents()
    part = place.current_page.part  # type: ignore[attr-defined]  # every page here has tabs
    assert isinstance(part, DepreciationPart)
    return part


def rows(part: DepreciationPart) -> list[list[str]]:
    """Name, depreciation and book value; the last row adds up."""
    table = part.list.table
    return [[table.text_at(row, at) for at in (0, 5, 6)] for row in range(table.rowCount())]


def said(part: DepreciationPart) -> str:
    return part.details.sentence.text.text().replace("\u00a0", " ")


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    QApplication.processEvents()


def test_a_year_is_shown_in_either_book_with_the_chosen_thing_beside_it(place: Workplace) -> None:
    part = depreciation(place)

    assert rows(part) == [
        ["Notebooks", "7.200,00", "0,00"], ["Server", "1.605,71", "267,64"], ["Summe", "8.805,71", "267,64"],
    ]  # fmt: skip
    assert said(part).startswith("Kostet 2026 zum letzten Mal 7.200 €.")
    part.choose_book(Book.COMMERCIAL)
    # 36 months from January on
    assert rows(part)[0] == ["Notebooks", "2.400,00", "4.800,00"]
    assert said(part).startswith("Kostet 2026 noch 2.400 € und ist Ende 2028 abgeschrieben.")
    part.choose_year(2028)
    assert rows(part)[-1] == ["Summe", "2.400,00", "0,00"]
    part.list.box.setText("serv")
    assert [row[0] for row in rows(part)] == ["Server", "Summe"]


def test_a_method_chosen_here_counts_at_once_and_can_be_undone(place: Workplace) -> None:
    part = depreciation(place)
    assert part.details.key == "nb"
    combo = part.details.fields["assets"].fields["tax_method"].editor.widget
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(DepreciationMethod.LINEAR))
    combo.activated.emit(combo.currentIndex())
    QApplication.processEvents()

    assert place.company.data.find(Asset, "nb").tax_method is DepreciationMethod.LINEAR
    assert rows(part)[0] == ["Notebooks", "2.400,00", "4.800,00"]
    assert part.details.methods.rows[0].text().startswith("Gewählt: Linear. 3 Jahre")
    slower = "Nicht möglich: Degressiv. Über 3 Jahre ist linear jedes Jahr mindestens so viel."
    assert any(one.text().startswith(slower) for one in part.details.methods.rows)  # 30 % are below a third
    place.company.workspace.undo()
    QApplication.processEvents()
    assert rows(part)[0] == ["Notebooks", "7.200,00", "0,00"]


def test_a_refused_life_stays_typed_beside_its_sentence(place: Workplace) -> None:
    part = depreciation(place)
    line = part.details.fields["assets"].fields["tax_life_years"].editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "0")
    press(Qt.Key.Key_Return)

    assert place.company.data.find(Asset, "nb").tax_life_years is None
    assert line.text() == "0"


def test_pieces_that_are_sold_are_typed_in_the_details(place: Workplace) -> None:
    part = depreciation(place)
    part.choose_book(Book.COMMERCIAL)
    part.details.disposals.commands.add()
    QApplication.processEvents()
    [row] = place.company.data.all(Disposal)
    assert (row.asset_id, row.pieces, row.disposed_on) == ("nb", 4, date(2026, 11, 22))
    press(Qt.Key.Key_Escape)  # nobody wanted it

    assert place.company.data.count(Disposal) == 0
    assert rows(part)[0] == ["Notebooks", "2.400,00", "4.800,00"]


def test_without_anything_owned_the_tab_says_what_belongs_here(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        part = depreciation(place)
        assert part.empty.isVisible() and not part.list.isVisible()


def test_choices_for_the_books_stand_in_the_settings(place: Workplace) -> None:
    depreciation(place).header_actions()[0].slot()
    QApplication.processEvents()
    form = next(one for one in place.findChildren(TaxForm) if one.isVisible())
    box = form.boxes["tax_digital"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert [(one.key, one.value) for one in place.company.data.all(Setting)] == [("tax_digital", "not_used")]
    form.commands.add()
    QApplication.processEvents()
    assert [one.year for one in place.company.data.all(TaxYear)] == [2026]
    assert form.years.records.index(0, 0).data() == "2026"  # a year has no point in it

    assert rows(depreciation(place))[0] == ["Notebooks", "2.400,00", "4.800,00"]


def test_what_nobody_answers_for_is_given_to_somebody_with_one_click(place: Workplace) -> None:
    place.go("budget", "responsibilities")
    QApplication.processEvents()
    part = place.current_page.part  # type: ignore[attr-defined]
    assert isinstance(part, ResponsibilityPart)
    people = [part.people.text_at(row, 0) for row in range(part.people.rowCount())]
    assert people == ["Niemand", "Jonas Keller"]
    # the server for 10,000 € of March 2027 comes first
    assert part.lines.text_at(0, 0) == "Server" and part.lines.text_at(0, 2) == "10.000"

    part.give_button.click()
    QApplication.processEvents()
    assert place.company.data.find(BudgetLine, "server").owner_id == "keller"
    part.choose("keller")
    assert "Verantwortlich für 2 Positionen mit 14.400" in part.sentence.text.text().replace("\u00a0", " ")

    line = part.limit.editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "12000")
    press(Qt.Key.Key_Return)
    assert place.company.data.find(Person, "keller").approval_limit == D("12000.00")
    # Microsoft 365 for 14,400 € a year is above it, the server for 10,000 € is not
    assert "1 Position ist teurer" in part.sentence.text.text()
    assert part.lines.text_at(0, 0) == "▲ Microsoft 365 (über der Grenze)"
