"""The checks: findings are acted upon, set aside with a reason, taken back, seen in their surroundings."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, empty_company, workplace
from virtualcio.actions.finding_words import action_of, stakes_words, words_of
from virtualcio.actions.set_aside import set_asides
from virtualcio.actions.start_figures import start_figures
from virtualcio.analysis.checks.all_checks import CHECKS
from virtualcio.model import Asset, SetAsideFinding
from virtualcio.texts import speaking
from virtualcio.ui.checks.checks_page import HANGS_ON, THREAD, ChecksPage
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.finding_row import FindingRow
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.tabbed_page import TabbedPage
from virtualcio.ui.first_talk.talk_page import FirstTalkPage
from virtualcio.ui.inventory.inventory_page import InventoryPage
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        shown.go("checks", "open")
        yield shown


@pytest.fixture
def page(place: Workplace) -> ChecksPage:
    assert isinstance(place.current_page, ChecksPage)
    return place.current_page


def server(page: ChecksPage) -> FindingRow:
    """The finding about the server on which much depends."""
    rows = page.findings.rows
    return next(row for row in rows if row.finding.check_id == "unsupported_under_critical")


def test_findings_stand_most_urgent_first_with_words_money_and_day(page: ChecksPage) -> None:
    company = page.company
    shown = [row.finding for row in page.findings.rows]
    assert shown == list(company.results.findings)
    first = page.findings.rows[0]
    assert first.title.text() == words_of(company, shown[0]).title
    assert first.meta.text() == stakes_words(company, shown[0])
    dated = next(row for row in page.findings.rows if row.finding.act_by and row.finding.money)
    assert dated.meta.text() == stakes_words(company, dated.finding)
    assert page.tabs()[0].count == str(len(shown))


def test_each_action_leads_to_its_row_and_to_the_field_to_fill_in(place: Workplace) -> None:
    for finding in place.company.results.all_findings:
        action = action_of(place.company, finding)
        place.go("checks", "open")
        place.go(action.page, action.tab, action.record, action.chip, action.column)
        shown = place.current_page
        if isinstance(shown, ChecksPage):
            assert action.tab == "thread" and not shown.beside.currentIndex()
            continue
        assert shown.current_tab() == action.tab
        if isinstance(shown, TabbedPage) and isinstance(shown.part, RecordTab) and action.record:
            record = shown.part.table.current_record()
            assert record is not None and record.id == action.record, finding.check_id
            field = shown.part.inspector.place_to_type(action.column)
            assert not action.column or (field is not None and field.isVisible()), action


def test_a_click_on_the_action_goes_there(place: Workplace, page: ChecksPage) -> None:
    row = server(page)
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    shown = place.current_page
    assert isinstance(shown, InventoryPage)
    record = shown.part.table.current_record()
    assert record is not None and record.id == row.finding.objects[0][1]


def test_a_finding_is_set_aside_in_its_row_and_taken_back(place: Workplace, page: ChecksPage) -> None:
    company = place.company
    before = len(company.results.findings)
    aside_before = len(set_asides(company))
    row = page.findings.rows[0]
    key = row.finding.key
    page.findings.on_set_aside(row)
    assert row.form is not None
    form = row.form
    assert form.until.text() == "22.02.2027"  # type: ignore[attr-defined]  # it is the SetAsideForm
    QTest.keyClicks(form.reason, "Der Server wird im Januar ersetzt")  # type: ignore[attr-defined]
    QTest.keyClick(form.reason, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert len(company.results.findings) == before - 1
    assert key not in [shown.finding.key for shown in page.findings.rows]
    assert page.tabs()[1].count == str(aside_before + 1)
    place.go("checks", "aside")
    mine = next(one for one in set_asides(company) if one.finding.key == key)
    assert mine.record.until == date(2027, 2, 22)
    rows = [shown for shown in page.aside.rows if "Der Server wird im Januar ersetzt" in shown.detail.text()]
    assert len(rows) == 1 and "22.02.2027" in rows[0].detail.text()
    rows[0].button.click()
    assert len(company.results.findings) == before
    assert len(page.aside.rows) == aside_before


def test_setting_aside_without_a_reason_is_refused_and_what_was_typed_stays(page: ChecksPage) -> None:
    row = page.findings.rows[0]
    page.findings.on_set_aside(row)
    form = row.form
    assert form is not None
    form.until.setText("01.01.2020")  # type: ignore[attr-defined]  # it is the SetAsideForm
    form.button.click()  # type: ignore[attr-defined]
    assert form.refusal.isVisibleTo(row) and form.refusal.text()  # type: ignore[attr-defined]
    form.reason.setText("später")  # type: ignore[attr-defined]
    form.button.click()  # type: ignore[attr-defined]
    assert form.refusal.isVisibleTo(row)  # type: ignore[attr-defined]
    assert form.until.text() == "01.01.2020"  # type: ignore[attr-defined]
    assert not [one for one in page.company.data.all(SetAsideFinding) if one.reason == "später"]
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert row.form is None


def test_all_rules_are_listed_with_how_often_they_found_something(place: Workplace, page: ChecksPage) -> None:
    place.go("checks", "rules")
    assert [row.check_id for row in page.rules.rows] == [check.id for check in CHECKS]
    found = [finding.check_id for finding in place.company.results.all_findings]
    assert {row.check_id: row.count for row in page.rules.rows} == {
        check.id: found.count(check.id) for check in CHECKS
    }


def test_choosing_a_finding_shows_what_hangs_on_it(place: Workplace, page: ChecksPage) -> None:
    row = next(row for row in page.findings.rows if row.finding.objects[0][0] is Asset)
    QTest.keyClick(row, Qt.Key.Key_Return)
    key = row.finding.objects[0][1]
    picture = page.hangs_on.view.picture
    starts = [node.record for node in picture.nodes if node.is_start]
    assert key in starts
    asset = place.company.data.find(Asset, key)
    stopped = {process.name for process in place.company.results.stops(asset).processes}
    shown = {node.title for node in picture.nodes if node.table == "processes"}
    assert stopped & shown or not stopped
    assert page.hangs_on.meaning.isVisibleTo(page) and page.hangs_on.meaning.text.text()


def test_a_box_of_the_picture_leads_to_its_thing_by_mouse_and_keyboard(
    qtbot: QtBot, place: Workplace, page: ChecksPage
) -> None:
    QTest.keyClick(server(page), Qt.Key.Key_Return)
    view = page.hangs_on.view
    node = view.picture.nodes[-1]
    centre = view.box_of(node.record).center() + QPointF(1, 2)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre.toPoint())
    shown = place.current_page
    assert isinstance(shown, InventoryPage) and shown.current_tab() == node.table
    place.go("checks", "open")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [view.picture.nodes[0].table, view.picture.nodes[0].record]


def test_the_picture_can_be_read_as_a_list(page: ChecksPage) -> None:
    QTest.keyClick(server(page), Qt.Key.Key_Return)
    page.show_beside(HANGS_ON)
    page.hangs_on.toggle.click()
    assert page.hangs_on.list.isVisible()
    picture = page.hangs_on.view.picture
    assert page.hangs_on.list.rowCount() == len(picture.nodes)
    assert page.hangs_on.list.text_at(0, 1) == picture.nodes[0].title
    page.hangs_on.toggle.click()
    assert not page.hangs_on.list.isVisible()


def test_no_boxes_of_the_picture_overlap_in_a_small_window(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path), (1280, 720)) as small:
        small.go("checks", "open")
        page = small.current_page
        assert isinstance(page, ChecksPage)
        for row in page.findings.rows:
            QTest.keyClick(row, Qt.Key.Key_Return)
            boxes = [placed.box for placed in page.hangs_on.view._placed.nodes]
            for index, box in enumerate(boxes):
                assert not any(box.intersects(other) for other in boxes[index + 1 :])
                assert box.right() <= page.hangs_on.view.width()


def test_a_company_without_findings_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("checks", "open")
        page = place.current_page
        assert isinstance(page, ChecksPage)
        assert page.findings.rows == [] and page.tabs()[0].count == "0"
        assert not page.hangs_on.meaning.isVisible()


def test_the_page_speaks_english_too(qtbot: QtBot, tmp_path: Path) -> None:
    with speaking("en"), workplace(qtbot, demo_company(tmp_path)) as place:
        place.go("checks", "open")
        page = place.current_page
        assert [tab.title for tab in page.tabs()] == ["Findings", "Set-aside findings", "Rules"]


def test_an_empty_company_is_not_called_fine(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("checks", "rules")
        page = place.current_page
        assert isinstance(page, ChecksPage)
        assert {row.findChild(Pill).text() for row in page.rules.rows} == {"noch nichts zu prüfen"}  # type: ignore[union-attr]  # each row has one
        assert start_figures(place.company).backlog is None


def test_an_empty_company_is_led_to_the_first_talk(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("checks", "open")
        assert isinstance(place.current_page, ChecksPage)
        [button] = place.current_page.findings.findChildren(Button)[-1:]
        assert button.text() == "Gespräch beginnen"
        button.click()
        assert isinstance(place.current_page, FirstTalkPage)


def test_the_switch_stands_in_the_head_of_the_half_it_chose_and_keeps_the_keyboard(page: ChecksPage) -> None:
    assert page.golden.isAncestorOf(page.switch)
    page.switch.buttons[THREAD].setFocus()
    QTest.keyClick(page.switch.buttons[THREAD], Qt.Key.Key_Right)
    assert page.hangs_on.isAncestorOf(page.switch)
    assert page.switch.buttons[HANGS_ON].hasFocus()


def test_in_a_narrow_list_the_buttons_stand_below_the_words(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path), (1024, 768)) as place:
        place.go("checks", "open")
        qtbot.wait(50)
        page = place.current_page
        assert isinstance(page, ChecksPage)
        row = page.findings.rows[0]
        qtbot.waitUntil(lambda: row.button.y() >= row.meta.geometry().bottom())
        assert row.title.width() > 200


def test_the_keyboard_begins_on_the_finding_that_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        place.go("checks", "open")
        qtbot.wait(50)
        page = place.current_page
        assert isinstance(page, ChecksPage)
        assert page.take_keyboard() and page.findings.rows[0].hasFocus()
        place.go("checks", "rules")
        assert not page.take_keyboard()
