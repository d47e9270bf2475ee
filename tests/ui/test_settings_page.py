"""Settings: typed in the page, stored at once, undone like everything else."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, demo_company, workplace
from virtualcio.actions import file_care
from virtualcio.actions.assumption_settings import assumption_rows, set_assumption
from virtualcio.actions.open_company import open_company
from virtualcio.analysis.assumptions import ASSUMPTIONS, Assumptions
from virtualcio.errors import RefusedValue
from virtualcio.model import ProductSupport, Setting
from virtualcio.texts import Message
from virtualcio.ui.settings.assumptions_form import AssumptionsForm
from virtualcio.ui.settings.company_form import CompanyForm
from virtualcio.ui.settings.file_tab import FileTab
from virtualcio.ui.settings.lifecycle_tab import LifecycleTab
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        yield shown


def settings(place: Workplace) -> int:
    """How many the company has made; the demo has one, its money for initiatives."""
    return place.company.data.count(Setting) - 1


def part(place: Workplace, tab: str) -> QWidget:
    """The content of a tab of the settings."""
    place.go("settings", tab)
    return place.current_page._parts[tab]  # type: ignore[attr-defined]  # it is the settings page


def type_into(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_agreed_days_of_the_cio_are_typed_in_the_form_of_the_company(place: Workplace) -> None:
    form = part(place, "company")
    assert isinstance(form, CompanyForm)
    line = form.fields["cio_days_per_month"].editor.widget
    assert isinstance(line, QLineEdit)
    type_into(line, "2,5")
    assert place.company.data.company.cio_days_per_month == Decimal("2.50")
    type_into(line, "32")
    assert place.company.data.company.cio_days_per_month == Decimal("2.50")


def test_no_field_of_the_company_lies_on_another_in_a_low_window(place: Workplace) -> None:
    place.resize(1280, 720)
    form = part(place, "company")
    assert isinstance(form, CompanyForm)
    QApplication.processEvents()
    direction, note = (form.fields[key].editor.widget for key in ("direction", "note"))
    assert direction.geometry().bottom() < note.geometry().top()
    assert direction.height() == note.height() == 84


def test_the_company_is_renamed_in_its_field_and_undone(place: Workplace) -> None:
    form = part(place, "company")
    assert isinstance(form, CompanyForm)
    line = form.fields["name"].editor.widget
    assert isinstance(line, QLineEdit) and line.text() == "Brenner Metallbau GmbH"
    type_into(line, "Brenner Stahl GmbH")
    assert place.company.data.company.name == "Brenner Stahl GmbH"
    place.undo()
    assert place.company.data.company.name == "Brenner Metallbau GmbH"
    line.clearFocus()
    form.refresh()
    assert line.text() == "Brenner Metallbau GmbH"


def test_revenue_is_understood_as_people_write_it(place: Workplace) -> None:
    form = part(place, "company")
    assert isinstance(form, CompanyForm)
    line = form.fields["revenue"].editor.widget
    assert isinstance(line, QLineEdit)
    type_into(line, "8,5 Mio. EUR")
    assert place.company.data.company.revenue == Decimal("8500000.00")


def test_another_fiscal_year_moves_the_wave(place: Workplace) -> None:
    form = part(place, "company")
    assert isinstance(form, CompanyForm)
    assert form.month.currentText() == "Januar"
    form.month.setCurrentIndex(6)
    form.month.activated.emit(6)
    assert place.company.data.company.fiscal_year_start == 7
    place.go("overview", "today")
    bars = place.current_page.charts["wave"].chart.data.bars  # type: ignore[attr-defined]
    assert [bar.label for bar in bars[:3]] == ["überfällig", "2026/27", "2027/28"]


def test_an_assumption_is_typed_with_or_without_its_unit(place: Workplace) -> None:
    form = part(place, "assumptions")
    assert isinstance(form, AssumptionsForm)
    line = form.lines["price_increase_percent"]
    backlog = place.company.results.backlog.total
    type_into(line.line, "5,5")
    assert place.company.results.assumptions.price_increase_percent == Decimal("5.5")
    assert line.line.text() == "5,5\u00a0%" and line.reset.isVisible()
    assert place.company.results.backlog.total >= backlog
    line.reset.click()
    assert place.company.results.assumptions.price_increase_percent == 2
    assert line.line.text() == "2\u00a0%" and not line.reset.isVisible()
    assert settings(place) == 0


@pytest.mark.parametrize("typed", ["31 %", "-1", "viel", "1e9"])
def test_a_value_that_makes_no_sense_is_refused_and_stays_to_be_mended(place: Workplace, typed: str) -> None:
    form = part(place, "assumptions")
    assert isinstance(form, AssumptionsForm)
    line = form.lines["price_increase_percent"].line
    type_into(line, typed)
    assert settings(place) == 0
    assert line.text() == typed
    assert line.remark is not None and "Vorgabe" not in line.remark.text()


def test_every_assumption_can_be_set_to_its_ends_and_not_beyond(place: Workplace) -> None:
    company = place.company
    set_assumption(company, "initiative_money_per_year", "")
    for spec in ASSUMPTIONS:
        for value in (spec.least, spec.most):
            set_assumption(company, spec.key, str(value).replace(".", ","))
            row = next(row for row in assumption_rows(company) if row.key == spec.key)
            assert row.own == (value != spec.default)
        with pytest.raises(RefusedValue):
            set_assumption(company, spec.key, str(spec.most + 1).replace(".", ","))
        set_assumption(company, spec.key, "")
    assert company.results.assumptions == Assumptions()


def test_an_own_end_of_support_comes_before_the_program_s(qtbot: QtBot, place: Workplace) -> None:
    tab = part(place, "support_ends")
    assert isinstance(tab, LifecycleTab)
    known = tab.known.rowCount()
    assert known > 300 and not tab.own.isVisible()
    tab.add_button.click()
    assert place.company.data.count(ProductSupport) == 1
    assert tab.own.isVisible() and tab.own.records.rowCount() == 1
    tab.filter.setText("server 2012")
    shown = [row for row in range(known) if not tab.known.isRowHidden(row)]
    assert 0 < len(shown) < known
    assert all("2012" in tab.known.text_at(row, 1) for row in shown)
    assert all(tab.known.text_at(row, 4) for row in range(known))  # each with its source


def test_service_lives_are_listed_with_their_source(place: Workplace) -> None:
    tab = part(place, "service_lives")
    assert isinstance(tab, LifecycleTab)
    facts = place.company.results.program_tables.service_life
    assert tab.known.rowCount() == len(facts)
    assert all(tab.known.text_at(row, 2) for row in range(tab.known.rowCount()))


def test_a_passphrase_is_set_and_needed_from_then_on(place: Workplace) -> None:
    tab = part(place, "file")
    assert isinstance(tab, FileTab)
    form = tab.passphrase
    form.first.setText("Amboss 7")
    form.second.setText("Amboss 8")
    form.set_button.click()
    assert form.refusal.isVisible() and not place.company.workspace.encrypted
    form.second.setText("Amboss 7")
    form.set_button.click()
    assert place.company.workspace.encrypted and form.remove_button.isVisible()
    assert form.first.text() == "" and not form.refusal.isVisible()
    path = place.company.path
    assert path is not None and not path.read_bytes().startswith(b"SQLite format 3")
    form.remove_button.click()
    assert not place.company.workspace.encrypted
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_a_backup_is_made_listed_and_can_be_got_back(place: Workplace, tmp_path: Path) -> None:
    tab = part(place, "file")
    assert isinstance(tab, FileTab)
    assert tab.backups.rowCount() == 0 and not tab.restore_button.isEnabled()
    tab.backup_button.click()
    assert tab.backups.rowCount() == 1 and not tab.no_backups.isVisible()
    tab.backups.selectRow(0)
    assert tab.restore_button.isEnabled()
    company = place.company
    before = company.data.company.name
    with company.workspace.change(Message("Name changed")):
        company.data.company.name = "Anders"
    restore = file_care.restoring(company, file_care.backups(company)[0].path)
    company.close()
    restore()
    assert company.path is not None
    again = open_company(company.path, today=TODAY)
    assert again.data.company.name == before
    again.close()


def test_the_changes_stand_in_words_newest_first(place: Workplace) -> None:
    set_assumption(place.company, "wave_years", "8")
    place.undo()
    tab = part(place, "file")
    assert isinstance(tab, FileTab)
    said = [tab.history.text_at(row, 2) for row in range(2)]
    assert said[0].startswith("Rückgängig gemacht: ") and "Investitionsbedarf" in said[1]


def test_the_check_of_the_file_says_how_many_rows_are_as_they_were_saved(
    qtbot: QtBot, place: Workplace
) -> None:
    tab = part(place, "file")
    assert isinstance(tab, FileTab)
    tab.check_button.click()
    qtbot.waitUntil(lambda: bool(tab.report.text()), timeout=10_000)
    QApplication.processEvents()
    assert "alles ist, wie es gespeichert wurde" in tab.report.text()
