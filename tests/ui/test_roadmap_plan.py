"""The time plan: bars are dragged, stretched, pinned and taken off, by mouse and by keys, and undo."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, workplace
from tests.ui.roadmap_window import LEFT, RoadmapWindow, window
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import Message
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.roadmap.time_axis import TimeScale

__all__ = ["window"]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def loads(window: RoadmapWindow) -> list[Decimal]:
    """The days that the chart below the plan shows for January to June 2027."""
    view = window.part.card.load.view
    assert view is not None
    return [one.load for one in view.columns if date(2027, 1, 1) <= one.month <= date(2027, 6, 1)]


def test_rows_stand_by_start_with_their_goals(window: RoadmapWindow) -> None:
    rows = window.chart.plan.rows
    assert [row.name for row in rows] == ["Telefonie", "ERP-Umzug", "Kundenportal"]
    assert [row.goal for row in rows] == ["", "Sicher bleiben", "Mehr Umsatz"]
    assert rows[0].done and not rows[1].done
    assert window.part.card.legend.names() == ["Mehr Umsatz", "Sicher bleiben", "Ohne Ziel"]
    assert window.page.tabs()[0].count == "3"


def test_a_dragged_bar_is_moved_by_whole_months_as_one_undo_step(window: RoadmapWindow) -> None:
    window.drag("portal", 2.2)
    assert window.initiative("portal").start == date(2027, 6, 1)
    assert window.initiative("portal").months == 2
    assert window.chart.current == "portal"
    window.undo()
    assert window.initiative("portal").start == date(2027, 4, 1)


def test_nothing_is_written_while_dragging_and_the_load_shows_what_would_be(window: RoadmapWindow) -> None:
    before = [Decimal(days) for days in ("10.00", "10.00", "10.00", "5.00", "5.00", "0.00")]
    assert loads(window) == before
    at = window.take("portal")
    window.pull(at - window.months(1))
    assert window.chart.drag is not None
    assert window.chart.drag.place.start == date(2027, 3, 1)
    assert loads(window) == [Decimal(days) for days in ("10.00", "10.00", "15.00", "5.00", "0.00", "0.00")]
    assert window.initiative("portal").start == date(2027, 4, 1)
    QTest.keyClick(window.chart, Qt.Key.Key_Escape)
    assert window.chart.drag is None and loads(window) == before
    window.let_go(at - window.months(1))
    assert window.initiative("portal").start == date(2027, 4, 1)
    assert window.company.workspace.undo_label is None


def test_the_right_end_of_a_bar_stretches_it(window: RoadmapWindow) -> None:
    window.drag("portal", 3, share=1.0)
    portal = window.initiative("portal")
    assert (portal.start, portal.months) == (date(2027, 4, 1), 5)
    window.drag("portal", -9, share=1.0)
    assert window.initiative("portal").months == 1
    window.undo()
    window.undo()
    assert window.initiative("portal").months == 2


def test_a_trembling_click_moves_nothing(window: RoadmapWindow) -> None:
    at = window.take("erp")
    window.pull(at + QPoint(3, 1))
    window.let_go(at + QPoint(3, 1))
    assert window.company.workspace.undo_label is None
    assert window.chart.current == "erp"


def test_what_is_done_stays_where_it_was(window: RoadmapWindow) -> None:
    window.drag("alt", 2)
    assert window.initiative("alt").start == date(2026, 8, 1)
    assert window.chart.current == "alt"


def test_arrow_keys_choose_move_and_stretch(window: RoadmapWindow) -> None:
    window.chart.setFocus()
    window.press(Qt.Key.Key_End)
    assert window.chart.current == "portal"
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_Left)
    assert window.initiative("portal").start == date(2027, 5, 1)
    window.press(Qt.Key.Key_Right, SHIFT)
    assert window.initiative("portal").months == 3
    window.press(Qt.Key.Key_Left, SHIFT)
    window.press(Qt.Key.Key_Left, SHIFT)
    window.press(Qt.Key.Key_Left, SHIFT)
    assert window.initiative("portal").months == 1
    window.press(Qt.Key.Key_Up)
    assert window.chart.current == "erp"


def test_a_pinned_bar_is_not_moved_and_says_why(window: RoadmapWindow) -> None:
    window.chart.choose("erp")
    window.press(Qt.Key.Key_P)
    assert window.initiative("erp").pinned
    window.press(Qt.Key.Key_Right)
    window.drag("erp", 2)
    assert window.initiative("erp").start == date(2027, 1, 1)
    assert window.place.message.text().startswith("Der Beginn von „ERP-Umzug“ steht fest.")
    window.press(Qt.Key.Key_P)
    window.press(Qt.Key.Key_Right)
    assert window.initiative("erp").start == date(2027, 2, 1)


def test_del_takes_a_bar_off_the_roadmap_and_it_waits_below(window: RoadmapWindow) -> None:
    window.chart.choose("portal")
    window.press(Qt.Key.Key_Delete)
    assert window.initiative("portal").start is None
    assert {chip.text() for chip in window.part.waiting.chips} == {"Neue Website", "Kundenportal"}
    assert window.chart.current == ""
    window.undo()
    assert [chip.text() for chip in window.part.waiting.chips] == ["Neue Website"]


def test_a_chip_is_dragged_onto_the_plan(window: RoadmapWindow) -> None:
    chip = window.part.waiting.chips[0]
    shown = window.chart.layout_now
    spot = QPoint(round(shown.x(shown.axis.x(date(2027, 7, 10)))), 80)
    there = chip.mapFromGlobal(window.chart.viewport().mapToGlobal(spot))
    QTest.mousePress(chip, LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(chip, QPoint(40, 5))
    QTest.mouseMove(chip, there)
    assert window.initiative("website").start is None
    QTest.mouseRelease(chip, LEFT, pos=there)
    QApplication.processEvents()
    website = window.initiative("website")
    assert (website.start, website.state) == (date(2027, 7, 1), InitiativeState.PLANNED)
    assert window.chart.current == "website" and not window.part.waiting.isVisible()


def test_a_chip_that_is_put_back_with_esc_or_beside_the_plan_stays_a_chip(window: RoadmapWindow) -> None:
    chip = window.part.waiting.chips[0]
    spot = chip.mapFromGlobal(window.chart.viewport().mapToGlobal(QPoint(500, 80)))
    QTest.mousePress(chip, LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(chip, spot)
    QTest.keyClick(chip, Qt.Key.Key_Escape)
    QTest.mouseRelease(chip, LEFT, pos=spot)
    QTest.mousePress(chip, LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(chip, QPoint(60, 5))
    QTest.mouseRelease(chip, LEFT, pos=QPoint(60, 5))
    assert window.initiative("website").start is None
    assert window.company.workspace.undo_label is None


def test_what_waits_is_planned_without_dragging(window: RoadmapWindow) -> None:
    action = next(one for one in window.page.header_actions() if one.makes_entry)
    assert action.title == "Vorhaben einplanen"
    action.slot()
    picker = window.part.picker
    assert picker is not None
    assert picker.month.currentText() == "Dezember 2026"
    picker.month.setCurrentText("März 2027")
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert window.initiative("website").start == date(2027, 3, 1)
    assert [one.title for one in window.page.header_actions()] == ["Plan vorschlagen"]


def test_the_picker_proposes_the_month_after_what_is_needed(window: RoadmapWindow) -> None:
    window.chart.choose("portal")
    window.press(Qt.Key.Key_Delete)
    chip = next(one for one in window.part.waiting.chips if one.text() == "Kundenportal")
    QTest.mouseClick(chip, LEFT)
    picker = window.part.picker
    assert picker is not None and picker.chosen == "portal"
    assert picker.month.currentText() == "April 2027"
    QTest.mouseClick(picker.button, LEFT)
    assert window.initiative("portal").start == date(2027, 4, 1)


def test_months_quarters_or_years_are_switched_by_button_and_wheel_and_remembered(
    window: RoadmapWindow,
) -> None:
    assert window.chart.scale is TimeScale.QUARTERS
    before = window.chart.layout_now.axis.month
    QTest.mouseClick(window.part.card.scale.buttons[TimeScale.MONTHS], LEFT)
    assert window.chart.layout_now.axis.month > before
    turn_wheel(window, -120)
    turn_wheel(window, -120)
    assert str(window.chart.scale) == "years"
    assert window.part.card.scale.buttons[TimeScale.YEARS].isChecked()
    again = PlanPart(window.place, window.company)
    assert again.chart.scale is TimeScale.YEARS
    again.deleteLater()


def turn_wheel(window: RoadmapWindow, by: int) -> None:
    at = QPointF(400, 100)
    event = QWheelEvent(
        at, window.chart.viewport().mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.chart.viewport(), event)


def test_the_chosen_bar_says_why_it_does_not_begin_earlier(window: RoadmapWindow) -> None:
    window.chart.choose("portal")
    words = window.part.card.words.whole_text()
    assert words.startswith("April 2027 – Mai 2027") and "ERP-Umzug" in words


def test_a_screen_reader_hears_the_chosen_bar(window: RoadmapWindow) -> None:
    window.chart.choose("portal")
    heard = window.chart.accessibleDescription()
    assert heard == "Kundenportal; April 2027 – Mai 2027 (2 Monate); Ziel: Mehr Umsatz"
    window.press(Qt.Key.Key_P)
    assert window.chart.accessibleDescription().endswith("Beginn steht fest")


def test_enter_shows_the_details_and_typing_there_moves_the_bar(window: RoadmapWindow) -> None:
    window.chart.choose("portal")
    assert window.part.inspector.isHidden()
    window.press(Qt.Key.Key_Return)
    assert window.part.inspector.isVisible()
    field = window.part.inspector.fields.fields["start"].editor.widget
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, "09/2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.initiative("portal").start == date(2027, 9, 1)
    row = window.chart.plan.find("portal")
    assert row is not None and row.start == date(2027, 9, 1)


@pytest.mark.parametrize("key", ["erp", "website"])
def test_other_pages_lead_to_a_bar_or_to_its_chip(window: RoadmapWindow, key: str) -> None:
    window.place.go("roadmap", "plan", record=key)
    chips = [chip.waiting.initiative_id for chip in window.part.waiting.chips if chip.hasFocus()]
    assert window.chart.current == key or chips == [key]


def test_the_plan_is_a_table_and_a_picture_too(window: RoadmapWindow) -> None:
    rows = window.part.card.numbers.rows
    assert rows[1] == ("ERP-Umzug", "01/2027", "03/2027", "3", "0\u00a0%", "Sicher bleiben")
    window.part.card.copy_picture()
    picture = QApplication.clipboard().image()
    assert picture.width() >= 2 * 1100


def test_a_low_window_shows_eight_rows_and_three_conflicts(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path), (1280, 720)) as place:
        place.go("roadmap", "plan")
        QTest.qWait(50)
        shown = RoadmapWindow(place)
        rows = shown.chart.layout_now
        assert rows.plot.height() >= 8 * rows.row
        card = shown.part.conflicts
        place_of_list = QRect(
            card.listing.viewport().mapTo(card, QPoint(0, 0)), card.listing.viewport().size()
        )
        seen = [
            row
            for row in card.rows
            if place_of_list.contains(QRect(row.mapTo(card, QPoint(0, 0)), row.size()))
        ]
        assert len(seen) >= 3
        for row in seen:
            assert row.title.text() == row.title.whole_text()
            assert row.button is not None
            assert row.button.toolTip() in (row.button.text(), row.button.accessibleName().partition(": ")[0])
        [money] = [row for row in seen if row.conflict.kind is ConflictKind.MONEY]
        assert money.button is not None
        assert money.button.text().startswith("„Note")  # the name gave way, the rest of the move did not
        assert money.button.text().endswith("…“ auf Februar 2028 verschieben (hilft zum Teil)")
        assert money.button.toolTip().startswith("„Notebooks Service ersetzen“")


def test_a_long_title_of_a_conflict_never_widens_its_list(window: RoadmapWindow) -> None:
    erp = window.initiative("erp")
    with window.company.workspace.change(Message("x")):
        erp.name = "Sehr lange Vorhabenbezeichnung " * 8
        erp.start = date(2027, 6, 1)
    QTest.qWait(20)
    listing = window.part.conflicts.listing
    assert window.part.conflicts.rows
    inside = listing.widget()
    assert inside is not None
    assert inside.width() <= listing.viewport().width()
