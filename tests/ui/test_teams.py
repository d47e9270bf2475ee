"""Teams, 90-day plan and work orders in a real window: what is typed and ticked stands in the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.pdf_text import pdf_text
from tests.ui.example_window import TODAY, demo_company, empty_company, workplace
from virtualcio.actions.open_company import open_company
from virtualcio.model import Initiative, NinetyDayPlan, Task, Team, WorkOrder
from virtualcio.ui.priorities.initiatives_tab import InitiativesTab
from virtualcio.ui.shell.workplace import Workplace
from virtualcio.ui.teams.begin_plan_dialog import BeginPlanDialog
from virtualcio.ui.teams.ninety_days_tab import NinetyDaysTab
from virtualcio.ui.teams.orders_tab import OrdersTab
from virtualcio.ui.teams.teams_tab import TeamsTab


def part(place: Workplace, tab: str, kind: type[Any]) -> Any:
    place.go("roadmap", tab)
    QApplication.processEvents()
    shown = getattr(place.current_page, "part")  # noqa: B009 - only pages of tabs have one
    assert isinstance(shown, kind)
    return shown


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        yield shown


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, empty_company(tmp_path)) as shown:
        yield shown


def begin(place: Workplace, template: str, day: str) -> BeginPlanDialog:
    """The dialog as it is filled in and confirmed."""
    dialog = BeginPlanDialog(place.company, place, template, None)
    dialog.first_day.setText(day)
    dialog.done_button.click()
    QApplication.processEvents()
    return dialog


def test_each_team_has_a_card_with_its_people_and_what_it_decides(place: Workplace) -> None:
    tab = part(place, "teams", TeamsTab)
    assert [card.team.name for card in tab.cards] == [one.name for one in place.company.data.all(Team)]
    first, lacking = tab.cards[0], tab.cards[2]
    assert first.lines[0] == ("Klaus Riedel", "Vertrieb", "Fachlich verantwortlich, Leitung", "2,0 T.")
    assert first.pill.text().replace("\u00a0", " ") == "entscheidet bis 3.000 €"
    assert "es fehlt: eine fachlich verantwortliche Person" in lacking.sentence.text()


def test_an_amount_typed_on_the_card_is_stored_and_taken_back(place: Workplace) -> None:
    tab = part(place, "teams", TeamsTab)
    team, card = tab.cards[2].team, tab.cards[2]
    card.limit.setFocus()
    QTest.keyClick(card.limit, Qt.Key.Key_Return)
    QTest.keyClicks(card.limit.editor.widget, "2500")
    QTest.keyClick(card.limit.editor.widget, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert team.decision_limit == 2500
    assert "2.500" in tab.cards[2].limit.label.text()
    place.undo()
    assert team.decision_limit is None


def test_a_click_on_a_team_leads_to_its_row_and_details(place: Workplace) -> None:
    tab = part(place, "teams", TeamsTab)
    QTest.mouseClick(tab.cards[1].name, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert tab.shows_table
    assert [one.name for one in tab.rows.table.selected_records()] == ["ERP-Umzug"]


def test_every_department_sees_what_the_others_work_on_and_a_chip_leads_there(place: Workplace) -> None:
    tab = part(place, "teams", TeamsTab)
    tab.switch.buttons["departments"].click()
    names = {place.company.data.find(Initiative, key).name for _department, key in tab.departments.chips}
    assert {"Angebotsvorlagen im CRM", "ERP-Umzug in die Cloud"} <= names
    (_department, key), chip = next(iter(tab.departments.chips.items()))
    chip.click()
    QApplication.processEvents()
    assert place.current_page.current_tab() == "initiatives"
    assert place.company.data.find(Initiative, key).name in chip.text()


def test_without_teams_the_table_says_what_belongs_there(empty: Workplace) -> None:
    tab = part(empty, "teams", TeamsTab)
    assert tab.shows_table and tab.cards == []
    tab.rows.commands.add()
    QApplication.processEvents()
    assert [one.name for one in empty.company.data.all(Team)] == ["Neues gemischtes Team"]


def test_the_plan_of_today_stands_in_three_columns_and_ticking_stays_in_the_file(
    place: Workplace, tmp_path: Path
) -> None:
    tab = part(place, "ninety_day_plans", NinetyDaysTab)
    assert [column.progress.text() for column in tab.columns] == ["2 von 4", "0 von 3", "0 von 3"]
    assert tab.columns[0].title_label.text() == "Tag 1 bis 30, jetzt"
    row = tab.columns[0].list.rows[2]
    row.box.click()
    QApplication.processEvents()
    assert row.task.done_on == TODAY and tab.columns[0].progress.text() == "3 von 4"
    place.undo()
    QApplication.processEvents()
    assert tab.columns[0].progress.text() == "2 von 4"
    place.redo()
    place.finish()
    place.company.close()
    again = open_company(tmp_path / "demo.vcio", today=TODAY)
    assert again.data.find(Task, row.task.id).done_on == TODAY
    again.close()


def test_a_plan_begins_with_one_click_on_a_day_of_ones_choice(empty: Workplace) -> None:
    tab = part(empty, "ninety_day_plans", NinetyDaysTab)
    dialog = begin(empty, "cio", "01.12.2026")
    assert dialog.made is not None and dialog.made.starts_on == date(2026, 12, 1)
    tab.choose(dialog.made.id)
    assert sum(len(column.list.rows) for column in tab.columns) == 12
    assert tab.pill.text() == "beginnt am 01.12.2026"
    empty.undo()
    QApplication.processEvents()
    assert empty.company.data.count(Task) == 0 and tab.plan is None


def test_a_day_that_is_none_is_explained_and_stays_to_be_mended(empty: Workplace) -> None:
    part(empty, "ninety_day_plans", NinetyDaysTab)
    dialog = begin(empty, "nis2", "bald")
    assert dialog.made is None and not dialog.refusal.isHidden() and dialog.first_day.text() == "bald"
    assert empty.company.data.count(NinetyDayPlan) == 0


def test_a_task_typed_below_a_column_is_due_on_the_last_day_of_it(place: Workplace) -> None:
    tab = part(place, "ninety_day_plans", NinetyDaysTab)
    line = tab.columns[1].line
    QTest.keyClicks(line, "Notstrom testen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    (made,) = [one for one in place.company.data.all(Task) if one.name == "Notstrom testen"]
    assert made.due_on == date(2026, 12, 31) and line.text() == ""
    assert tab.columns[1].progress.text() == "0 von 4"


def test_another_first_day_typed_at_the_top_moves_the_open_tasks(place: Workplace) -> None:
    tab = part(place, "ninety_day_plans", NinetyDaysTab)
    row = tab.columns[2].list.rows[-1].task
    assert row.due_on == date(2027, 1, 30)
    field = tab.in_place["starts_on"]
    field.begin()
    field.editor.widget.selectAll()
    QTest.keyClicks(field.editor.widget, "09.11.2026")
    QTest.keyClick(field.editor.widget, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert row.due_on == date(2027, 2, 6)
    place.undo()
    assert row.due_on == date(2027, 1, 30)


def test_an_order_made_from_an_initiative_is_chosen_and_printed(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = part(place, "work_orders", OrdersTab)
    work = next(one for one in place.company.data.all(Initiative) if one.name == "Kundenportal")
    tab.make_from(work)
    QTest.qWait(20)
    (made,) = tab.table.selected_records()
    assert isinstance(made, WorkOrder) and made.initiative_id == work.id and made.number == "2026-05"
    target = tmp_path / "blatt.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), "PDF (*.pdf)"))
    assert not tab.pdf.isHidden()
    tab.pdf.click()
    QApplication.processEvents()
    assert "Kundenportal" in pdf_text(target.read_bytes())


def test_a_plan_once_more_has_all_its_tasks_still_to_be_done_and_asks_for_its_first_day(
    place: Workplace,
) -> None:
    tab = part(place, "ninety_day_plans", NinetyDaysTab)
    before = tab.plan
    assert before is not None and len(tasks_of(place, before.id)) == 10
    tab.on_copy()
    QApplication.processEvents()
    assert tab.plan_id != before.id and tab.in_place["starts_on"].typing
    copied = tasks_of(place, tab.plan_id)
    assert [one.name for one in copied] == [one.name for one in tasks_of(place, before.id)]
    assert all(one.done_on is None for one in copied)
    place.undo()
    assert len(place.company.data.all(NinetyDayPlan)) == 1 and len(tasks_of(place, before.id)) == 10


def tasks_of(place: Workplace, plan: str) -> list[Task]:
    return list(place.company.data.where(Task, "plan_id", plan))


def test_an_initiative_leads_to_its_work_order_and_makes_one_if_there_is_none(place: Workplace) -> None:
    place.go("priorities", "initiatives")
    rows = getattr(place.current_page, "part")  # noqa: B009 - only pages of tabs have one
    assert isinstance(rows, InitiativesTab)
    known = {one.name: one for one in place.company.data.all(Initiative)}
    rows.show_part(known["E-Rechnung versenden"].id)
    assert rows.order_link.text() == "Arbeitsauftrag: beauftragt 18.10.2026"
    QTest.mouseClick(rows.order_link, Qt.MouseButton.LeftButton)
    QTest.qWait(20)
    orders = part(place, "work_orders", OrdersTab)
    assert [one.name for one in orders.table.selected_records()] == ["E-Rechnung im ERP einschalten"]
    place.go("priorities", "initiatives", known["Telefonie ersetzen"].id)
    assert rows.order_link.text() == "Arbeitsauftrag daraus machen"
    QTest.mouseClick(rows.order_link, Qt.MouseButton.LeftButton)
    QTest.qWait(20)
    (made,) = orders.table.selected_records()
    assert isinstance(made, WorkOrder) and made.initiative_id == known["Telefonie ersetzen"].id


def test_an_empty_tab_has_one_primary_button_until_its_first_row(empty: Workplace) -> None:
    place = empty
    orders = part(place, "work_orders", OrdersTab)
    page = place.current_page
    assert [one.primary for one in page.header_actions()] == [False] and page.header_actions()[0].makes_entry
    orders.commands.add()
    QApplication.processEvents()
    assert [one.primary for one in page.header_actions()] == [True]
