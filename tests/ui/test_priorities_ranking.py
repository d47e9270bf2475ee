"""The ranking beside its matrix: chosen here and there, explained to the hundredth, weighed in place."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.priorities_window import PrioritiesWindow, open_planned
from tests.ui.priorities_window import window as window
from virtualcio.actions.priorities.matrix import matrix
from virtualcio.model import Initiative, Setting
from virtualcio.texts import Message, speaking
from virtualcio.ui.goals.goals_page import GoalsPage
from virtualcio.ui.priorities.matrix_layout import place_matrix
from virtualcio.ui.priorities.matrix_view import MatrixView
from virtualcio.ui.priorities.ranking_tab import RankingTab
from virtualcio.ui.priorities.ranking_table import BENEFIT, EFFORT, KIND, NAME, RANK, SPAN
from virtualcio.ui.roadmap.roadmap_page import RoadmapPage


@pytest.fixture
def part(window: PrioritiesWindow) -> RankingTab:
    shown = window.page.part
    assert isinstance(shown, RankingTab)
    return shown


def column(part: RankingTab, at: int) -> list[str]:
    return [part.ranking.text_at(row, at) for row in range(part.ranking.rowCount())]


def spot_of(view: MatrixView, key: str) -> QPointF:
    at = [point.initiative_id for point in view._matrix.points].index(key)
    return view.places.discs[at].shown


def test_the_ranking_is_what_is_seen_first(window: PrioritiesWindow, part: RankingTab) -> None:
    assert window.page.current_tab() == "ranking"
    assert [tab.key for tab in window.page.tabs()] == [
        "demands", "ranking", "initiatives", "dependencies", "risks", "obligations",
    ]  # fmt: skip


def test_what_must_be_done_stands_above_the_others_with_its_reason(part: RankingTab) -> None:
    assert column(part, NAME) == ["E-Rechnung senden", "Schnittstelle", "Portal", "Telefonie"]
    assert column(part, RANK) == ["Muss", "1", "2", "3"]
    assert column(part, KIND) == ["Muss", "Quick Win", "Zurückstellen", "Nice-to-have"]
    assert column(part, BENEFIT) == ["Pflicht zum 01.01.2027", "100", "19", "0"]
    # 8 days at 500 € and 4,000 € outside
    assert column(part, EFFORT) == ["3.000\u00a0€", "8 PT · 8.000\u00a0€", "30.000\u00a0€", "9.000\u00a0€"]
    assert column(part, SPAN)[1] == "1–1"


def test_a_row_explains_itself_in_parts_that_add_up_to_its_benefit(part: RankingTab) -> None:
    QTest.keyClick(part.ranking, Qt.Key.Key_Down)
    assert part.ranking.current_key() == "link"
    assert part.why.title_label.text() == "Warum ist „Schnittstelle“ am nützlichsten?"
    # 36, 24 and 0.3 × 12 of 63.6
    points = [line.points for line in part.why._lines if line.points is not None]
    assert points == [Decimal("56.60"), Decimal("37.74"), Decimal("5.66")]
    assert part.why.note_label.text() == "Nutzen 100,00, Größe 3"


def test_reasons_lead_to_what_they_speak_of(window: PrioritiesWindow, part: RankingTab) -> None:
    part.choose("link")
    links = part.why.links
    texts = [link.text() for link in links]
    assert texts == ["Ziel „Mehr Umsatz“ (stark)", "Ziel „Schneller“ (stark)", "ermöglicht „Portal“"]
    QTest.keyClick(links[2], Qt.Key.Key_Return)
    assert part.ranking.current_key() == "portal"
    part.choose("link")
    QTest.mouseClick(part.why.links[0], Qt.MouseButton.LeftButton)
    assert isinstance(window.shell.current_page, GoalsPage)


def test_a_click_on_a_disc_chooses_the_row_and_the_other_way_round(part: RankingTab) -> None:
    spot = spot_of(part.matrix, "portal")
    QTest.mouseClick(part.matrix, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert part.ranking.current_key() == "portal"
    assert "Portal" in part.why.title_label.text()
    part.ranking.setCurrentCell(3, NAME)
    assert part.matrix._selected == "phones"


def test_the_arrow_keys_walk_over_the_discs_and_read_them_out(part: RankingTab) -> None:
    part.choose("link")
    QTest.keyClick(part.matrix, Qt.Key.Key_Right)
    assert part.ranking.current_key() == "portal"
    assert part.matrix.accessibleDescription().startswith("Rang 2 · Portal; Nutzen: 19; Aufwand: 30.000")


def test_a_double_click_opens_the_initiative(window: PrioritiesWindow, part: RankingTab) -> None:
    QTest.mouseDClick(part.matrix, Qt.MouseButton.LeftButton, pos=spot_of(part.matrix, "portal").toPoint())
    assert window.page.current_tab() == "initiatives"
    record = window.page.part.table.current_record()
    assert record is not None and record.id == "portal"


def test_enter_opens_the_initiative_of_a_row(window: PrioritiesWindow, part: RankingTab) -> None:
    part.choose("portal")
    part.ranking.setFocus()
    QTest.keyClick(part.ranking, Qt.Key.Key_Return)
    record = window.page.part.table.current_record()
    assert window.page.current_tab() == "initiatives"
    assert record is not None and record.id == "portal"


def test_an_initiative_is_taken_to_the_roadmap(window: PrioritiesWindow, part: RankingTab) -> None:
    part.choose("portal")
    QTest.mouseClick(part.why.plan_button, Qt.MouseButton.LeftButton)
    assert isinstance(window.shell.current_page, RoadmapPage)
    assert window.shell.current_page.current_tab() == "plan"


def test_discs_stand_by_effort_and_benefit_and_cover_nobody(part: RankingTab) -> None:
    found = matrix(part.company)
    placed = place_matrix(found, QRectF(0, 0, 420, 400))
    by_key = {point.initiative_id: disc for point, disc in zip(found.points, placed.discs, strict=True)}
    assert by_key["link"].true.y() == placed.plot.top()  # 100
    assert by_key["phones"].true.y() == placed.plot.bottom()  # 0
    assert by_key["link"].true.x() < placed.dear_x < by_key["portal"].true.x()  # 20,000 € is the line


@pytest.mark.parametrize("count", [12, 40, 120])
def test_equal_initiatives_are_spread_so_that_each_can_be_hit(tmp_path: Path, count: int) -> None:
    records = [Initiative(id=f"i{at}", name=f"V{at}", one_off_cost=Decimal("5000.00")) for at in range(count)]
    company = open_planned(tmp_path, list(records))
    placed = place_matrix(matrix(company), QRectF(0, 0, 420, 400))
    company.close()
    spots = [disc.shown for disc in placed.discs]
    least = min(
        (one - other).x() ** 2 + (one - other).y() ** 2
        for at, one in enumerate(spots)
        for other in spots[at + 1 :]
    )
    assert least**0.5 >= 2 * placed.radius
    assert all(placed.plot.contains(spot) for spot in spots)


def test_the_matrix_can_be_read_and_taken_along_as_a_table(part: RankingTab) -> None:
    part.matrix_card.show_as_table(True)
    assert part.matrix_card.table.text_at(1, 0) == "Schnittstelle"
    part.matrix_card.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[2].split("\t") == ["Schnittstelle", "1", "Quick Win", "100,00", "8.000\u00a0€", "8,0"]
    assert part.matrix.picture().width() > 400


def test_other_weights_are_one_undo_step_and_show_what_they_come_to(
    window: PrioritiesWindow, part: RankingTab
) -> None:
    part.on_weights()
    form = part.weights.form
    assert [field.text() for field in form.fields] == ["60", "25", "15"]
    for field, text in zip(form.fields, ["10", "0", "30"], strict=True):
        field.selectAll()
        QTest.keyClicks(field, text)
    assert [label.text() for label in form.shares] == ["= 25\u00a0%", "= 0\u00a0%", "= 75\u00a0%"]
    form.dear.setText("5.000")
    form.order.setCurrentIndex(1)
    QTest.keyClick(form.fields[0], Qt.Key.Key_Return)
    stored = {row.key: row.value for row in window.company.data.all(Setting)}
    assert stored["weight_goal"] == "10" and stored["weight_urgency"] == "30"
    assert part.weights.bars[0].share == 25
    assert column(part, KIND)[1] == "Zurückstellen"  # 26.5 of 70.9, and 8,000 € are dear now
    window.undo()
    assert not [row for row in window.company.data.all(Setting) if row.key.startswith("weight_")]
    assert part.weights.bars[0].share == 60


def test_a_weight_that_is_no_number_is_refused_and_stays(window: PrioritiesWindow, part: RankingTab) -> None:
    part.on_weights()
    form = part.weights.form
    form.fields[0].setText("viel")
    form.on_store()
    assert form.refusal.isVisibleTo(part) and form.refusal.text()
    assert form.fields[0].text() == "viel"
    assert not window.company.data.all(Setting)
    QTest.keyClick(form.fields[0], Qt.Key.Key_Escape)
    assert not form.isVisibleTo(part)


def test_a_new_initiative_opens_with_its_name_to_be_typed(window: PrioritiesWindow, part: RankingTab) -> None:
    action = next(one for one in part.header_actions() if one.primary)
    action.slot()
    assert window.page.current_tab() == "initiatives"
    record = window.page.part.table.current_record()
    assert isinstance(record, Initiative) and record.name == "Neues Vorhaben"
    assert window.page.part.inspector.fields.fields["name"].editor.widget.hasFocus()


def test_the_ranking_follows_what_is_done_elsewhere(window: PrioritiesWindow, part: RankingTab) -> None:
    with window.company.workspace.change(Message("Weg")) as edit:
        phones = window.company.data.find(Initiative, "phones")
        edit.delete(phones)
    assert column(part, NAME) == ["E-Rechnung senden", "Schnittstelle", "Portal"]
    window.undo()
    assert column(part, NAME)[-1] == "Telefonie"


def test_without_initiatives_three_ways_to_begin_are_offered(tmp_path: Path, qapp: object) -> None:
    shown = PrioritiesWindow(open_planned(tmp_path, []))
    part = shown.page.part
    assert part.empty.isVisible() and not part.ranking.isVisible()
    shown.close()


def test_in_a_narrow_window_names_are_worth_more_than_the_span(tmp_path: Path, qapp: object) -> None:
    with speaking("en"):
        shown = PrioritiesWindow(open_planned(tmp_path), (1024, 768))
        table = shown.page.part.ranking
        assert table.isColumnHidden(SPAN)
        assert table.columnWidth(NAME) > 60
        assert not table.horizontalScrollBar().isVisible()
        shown.close()
