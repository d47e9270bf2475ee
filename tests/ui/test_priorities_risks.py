"""The map of the risks: how many stand where, today and after the measures; a cell keeps its risks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.priorities_window import PrioritiesWindow
from tests.ui.priorities_window import window as window
from virtualcio.actions.edit import set_value
from virtualcio.actions.tables import table
from virtualcio.model import Risk
from virtualcio.ui.priorities.risks_tab import RisksTab


@pytest.fixture
def part(window: PrioritiesWindow) -> RisksTab:
    window.go("risks")
    shown = window.page.part
    assert isinstance(shown, RisksTab)
    return shown


def click(part: RisksTab, cell: tuple[int, int]) -> None:
    spot = part.map.heatmap.box_of(cell).center().toPoint()
    QTest.mouseClick(part.map.heatmap, Qt.MouseButton.LeftButton, pos=spot)


def shown_risks(part: RisksTab) -> list[str]:
    return [record.id for record in part.table.records.rows]


def test_the_map_counts_risks_and_says_how_many_are_too_many(part: RisksTab) -> None:
    # an attack, 4 × 5, is above 9; a theft, 3 × 2, is not
    assert part.map.sentence.text() == "1 Risiko ist mehr, als der Betrieb tragen will."
    assert part.map.numbers.rows == (("3", "2", "1"), ("4", "5", "1"))
    words = part.map.heatmap.words((4, 5))
    assert words == "Wahrscheinlichkeit 4, Schaden 5: 1 Risiko (über dem Tragbaren)"


def test_after_the_measures_the_risk_has_moved(part: RisksTab) -> None:
    QTest.mouseClick(part.map.turned.chip("after"), Qt.MouseButton.LeftButton)
    assert part.map.numbers.rows == (("2", "3", "1"), ("3", "2", "1"))
    assert part.map.sentence.text() == "Kein Risiko ist mehr, als der Betrieb tragen will."


def test_a_click_on_a_cell_keeps_its_risks_and_a_second_one_shows_all(part: RisksTab) -> None:
    click(part, (4, 5))
    assert shown_risks(part) == ["attack"]
    click(part, (4, 5))
    assert shown_risks(part) == ["attack", "theft"]
    click(part, (1, 1))  # nothing stands there
    assert shown_risks(part) == ["attack", "theft"]


def test_the_map_is_walked_with_the_arrow_keys(part: RisksTab) -> None:
    heatmap = part.map.heatmap
    heatmap.setFocus()
    QTest.keyClick(heatmap, Qt.Key.Key_Down)  # from the corner 5, 5
    assert "1 Risiko" in heatmap.accessibleDescription()
    QTest.keyClick(heatmap, Qt.Key.Key_Return)
    assert heatmap.cell == (4, 5) and shown_risks(part) == ["attack"]
    QTest.keyClick(heatmap, Qt.Key.Key_Escape)
    assert shown_risks(part) == ["attack", "theft"]


def test_typing_another_likelihood_moves_the_risk_and_keeps_it_in_the_table(
    window: PrioritiesWindow, part: RisksTab
) -> None:
    click(part, (4, 5))
    spec = table("risks")
    attack = window.company.data.find(Risk, "attack")
    set_value(window.company, spec, spec.column("likelihood"), attack, 1)
    assert ("1", "5", "1") in part.map.numbers.rows
    assert "attack" in shown_risks(part)


def test_turning_to_a_risk_that_the_cell_leaves_out_shows_it(
    window: PrioritiesWindow, part: RisksTab
) -> None:
    click(part, (4, 5))
    window.go("risks", "theft")
    record = part.table.current_record()
    assert record is not None and record.id == "theft"


def test_the_map_goes_along_as_a_picture(part: RisksTab) -> None:
    assert part.map.heatmap.picture().width() > 400
