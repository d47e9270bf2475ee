"""The dependency picture: lines are drawn, picked and removed; circles are refused, or named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.priorities_window import PrioritiesWindow, open_planned, planned_company
from tests.ui.priorities_window import window as window
from virtualcio.model import InitiativeDependency
from virtualcio.ui.priorities.dependencies_tab import DependenciesTab


@pytest.fixture
def part(window: PrioritiesWindow) -> DependenciesTab:
    window.go("dependencies")
    shown = window.page.part
    assert isinstance(shown, DependenciesTab)
    return shown


def links(window: PrioritiesWindow) -> set[tuple[str, str]]:
    """What needs what: (initiative, prerequisite)."""
    rows = window.company.data.all(InitiativeDependency)
    return {(row.initiative_id, row.prerequisite_id) for row in rows}


def middle(part: DependenciesTab, key: str) -> QPoint:
    return part.view.box_of(key).center().toPoint()


def drag(part: DependenciesTab, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(part.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(part.view, (start + end) / 2)
    QTest.mouseMove(part.view, end)
    QTest.mouseRelease(part.view, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def join(window: PrioritiesWindow, part: DependenciesTab) -> None:
    """Let the telephones need the portal, so that three boxes stand in a row."""
    part.on_join("portal", "phones")
    assert ("phones", "portal") in links(window)


def test_what_needs_nothing_first_stands_left_and_the_loose_ones_below(part: DependenciesTab) -> None:
    assert part.view.box_of("link").right() < part.view.box_of("portal").left()
    assert part.view.plan.loose == ("invoice", "phones")
    assert [chip.text() for chip in part.loose_chips] == ["E-Rechnung senden", "Telefonie"]


def test_a_line_drawn_from_box_to_box_means_needed_first(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    join(window, part)
    drag(part, middle(part, "link"), middle(part, "phones"))
    assert ("phones", "link") in links(window)
    window.undo()
    assert ("phones", "link") not in links(window)


def test_a_line_that_would_close_a_circle_is_refused_and_names_the_chain(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    join(window, part)
    before = links(window)
    drag(part, middle(part, "phones"), middle(part, "link"))
    assert links(window) == before
    said = window.shell.message.text()
    assert "würden im Kreis aufeinander warten" in said
    assert "„Telefonie“ braucht „Portal“" in said and "„Portal“ braucht „Schnittstelle“" in said


def test_what_it_needs_is_picked_by_name(window: PrioritiesWindow, part: DependenciesTab) -> None:
    part.choose("phones")
    picker = part.links.needs.picker
    picker.setFocus()
    QTest.keyClicks(picker, "e-re")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert ("phones", "invoice") in links(window)
    assert [chip.text() for chip in part.links.needs.chips] == ["E-Rechnung senden"]
    assert part.view.box_of("invoice").right() < part.view.box_of("phones").left()
    QTest.keyClick(part.links.needs.chips[0], Qt.Key.Key_Delete)
    assert ("phones", "invoice") not in links(window)


def test_a_line_is_chosen_by_a_click_and_goes_with_del(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    placed = part.view.placed.lines[0]
    on_it = placed.path.pointAtPercent(0.5) * part.view.zoom
    QTest.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=on_it.toPoint())
    assert part.view.line == "needs"
    QTest.keyClick(part.view, Qt.Key.Key_Delete)
    assert not links(window)
    assert part.nothing.isVisible()
    window.undo()
    assert links(window) == {("portal", "link")}


def test_the_arrow_keys_go_from_box_to_box_and_enter_opens(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    part.choose("link")
    QTest.keyClick(part.view, Qt.Key.Key_Right)
    assert part.view.selected == "portal"
    assert part.view.accessibleDescription() == "Portal, Rang 2, Zurückstellen"
    assert part.links.name.whole_text() == "Portal"
    QTest.keyClick(part.view, Qt.Key.Key_Return)
    assert window.page.current_tab() == "initiatives"


def test_the_chosen_one_stands_out_with_all_it_needs_and_enables(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    join(window, part)
    part.on_join("invoice", "phones")
    assert part.view.plan.around("portal") == {"link", "portal", "phones"}


def test_the_picture_can_be_made_larger_and_fits_again(part: DependenciesTab) -> None:
    before = part.view.zoom
    QTest.keyClick(part.view, Qt.Key.Key_Plus)
    assert part.view.zoom > before
    part.fit()
    assert part.view.zoom == before


def test_the_picture_can_be_read_as_a_table(part: DependenciesTab) -> None:
    assert part.card.numbers.rows == (("Portal", "Schnittstelle", "0"),)
    assert part.view.picture().width() > 300


@pytest.fixture
def in_circle(qapp: QApplication, tmp_path: Path) -> Iterator[PrioritiesWindow]:
    back = InitiativeDependency(id="back", initiative_id="link", prerequisite_id="portal")
    made = PrioritiesWindow(open_planned(tmp_path, [*planned_company(), back]))
    made.go("dependencies")
    yield made
    made.close()


def test_a_circle_in_the_file_is_named_on_top_and_can_be_undone(in_circle: PrioritiesWindow) -> None:
    part = in_circle.page.part
    assert part.circle.isVisible()
    assert "„Portal“ braucht „Schnittstelle“, „Schnittstelle“ braucht „Portal“" in part.circle.words.text()
    assert [line.in_circle for line in part.view.plan.lines] == [True, True]
    QTest.mouseClick(part.circle.button, Qt.MouseButton.LeftButton)
    assert links(in_circle) == {("portal", "link")}  # the one that was entered last is gone
    assert not part.circle.isVisible()


def test_without_initiatives_the_ways_to_begin_are_offered(qapp: QApplication, tmp_path: Path) -> None:
    shown = PrioritiesWindow(open_planned(tmp_path, []))
    shown.go("dependencies")
    assert not shown.page.part.card.isVisible()
    shown.close()


def test_those_without_links_stay_in_sight_after_a_link_was_made(
    window: PrioritiesWindow, part: DependenciesTab
) -> None:
    before = [chip.text() for chip in part.loose_chips]
    join(window, part)
    QTest.qWait(50)
    after = [chip.text() for chip in part.loose_chips]
    assert 0 < len(after) < len(before)
    for chip in part.loose_chips:
        assert chip.isVisible() and chip.visibleRegion().boundingRect().height() == chip.height()
