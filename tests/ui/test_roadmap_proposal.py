"""Proposing a plan in the window: search, stop, compare, what if, take over; it stays fluid meanwhile."""

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, workplace
from tests.ui.roadmap_window import LEFT, RoadmapWindow, roadmap_company, window
from virtualcio.actions.open_company import open_company
from virtualcio.actions.roadmap import plan_moves
from virtualcio.actions.roadmap.best_plan import AS_IT_IS
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    ResourcePool,
)
from virtualcio.model.base import Record
from virtualcio.texts import Message
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.roadmap.plan_proposal import PlanProposal

__all__ = ["window"]


def proposed(window: RoadmapWindow, qtbot: QtBot) -> PlanProposal:
    """Press the button of the header and wait for the answer."""
    action = next(one for one in window.page.header_actions() if one.primary)
    assert action.title == "Plan vorschlagen"
    window.part.proposal.seconds = 3
    action.slot()
    return answered(window, qtbot)


def answered(window: RoadmapWindow, qtbot: QtBot) -> PlanProposal:
    shown = window.part.proposal
    qtbot.waitUntil(lambda: shown.proposal is not None, timeout=30_000)
    return shown


def many(count: int) -> list[Record]:
    """So many that a search goes on for long: each with days of one of three pools, some in chains."""
    pools = [ResourcePool(id=f"p{at}", name=f"Team {at}", days_per_month=Decimal(17)) for at in range(3)]
    records: list[Record] = [*pools, Goal(id="ziel", name="Mehr Umsatz", weight=Decimal(1))]
    for at in range(count):
        records.append(Initiative(id=f"v{at}", name=f"Vorhaben {at}", months=2 + at % 5, optional=True))
        days = Decimal(7 + at * 13 % 29)
        records.append(InitiativeEffort(initiative_id=f"v{at}", pool_id=f"p{at % 3}", days=days))
        records.append(InitiativeGoal(initiative_id=f"v{at}", goal_id="ziel", strength=1 + at * 7 % 3))
        if at % 4 == 3:
            records.append(InitiativeDependency(initiative_id=f"v{at}", prerequisite_id=f"v{at - 2}"))
    return records


def test_a_proposal_is_found_compared_taken_over_and_undone(window: RoadmapWindow, qtbot: QtBot) -> None:
    shown = proposed(window, qtbot)
    band, card = shown.band, window.part.beside.card
    assert band.title.whole_text() == "Planvorschlag: Mit Ihren Angaben gibt es keinen besseren Zeitplan"
    assert "3 von 3 Vorhaben" in band.text.text()
    assert card.isHidden() and not window.chart.plan.proposed

    QTest.mouseClick(band.compare, LEFT)
    assert card.isVisible() and window.part.below.isHidden()
    # the ERP takes all days of three months; before it the website fits beside nothing, the portal waits
    places = {key: start for key, (start, _months) in window.chart.plan.proposed.items()}
    assert set(places) == {"erp", "portal", "website"}
    assert window.chart.plan.find("website") is not None and window.chart.plan.rows[-1].new
    assert card.table.rowCount() == 3

    QTest.mouseClick(band.take, LEFT)
    assert {key: window.initiative(key).start for key in places} == places
    assert band.isHidden() and card.isHidden() and window.part.below.isVisible()
    assert not any(row.new for row in window.chart.plan.rows)

    window.undo()
    assert window.initiative("erp").start == date(2027, 1, 1)
    assert window.initiative("website").start is None


def test_after_a_restart_the_plan_is_there_and_can_still_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    from tests.ui.roadmap_window import small_roadmap

    with workplace(qtbot, roadmap_company(tmp_path, small_roadmap())) as place:
        first = RoadmapWindow(place)
        proposed(first, qtbot).take()
        start = first.initiative("website").start
    again = open_company(tmp_path / "roadmap.vcio", None, TODAY)
    try:
        assert start is not None
        assert again.data.find(Initiative, "website").start == start
        again.workspace.undo()
        assert again.data.find(Initiative, "website").start is None
    finally:
        again.close()


def test_the_chosen_bar_says_why_it_is_not_earlier_in_the_proposal(
    window: RoadmapWindow, qtbot: QtBot
) -> None:
    shown = proposed(window, qtbot)
    shown.turn_compare()
    window.chart.choose("portal")
    words = window.part.card.words.whole_text()
    assert words.startswith("Im Vorschlag") and "„ERP-Umzug“" in words
    shown.turn_compare()
    window.chart.choose("erp")
    assert not window.part.card.words.whole_text().startswith("Im Vorschlag")


def test_the_words_below_the_plan_follow_another_proposal(window: RoadmapWindow, qtbot: QtBot) -> None:
    window.chart.choose("portal")
    shown = proposed(window, qtbot)
    before = window.part.card.words.whole_text()
    shown.turn_compare()
    words = window.part.card.words.whole_text()
    assert words != before and words.startswith("Im Vorschlag")
    shown.turn_compare()
    assert window.part.card.words.whole_text() == before


def test_the_load_below_is_that_of_the_proposal_with_todays_beside_it(
    window: RoadmapWindow, qtbot: QtBot
) -> None:
    card, load = window.part.card, window.part.card.load
    assert load.view is not None
    today = [column.load for column in load.view.columns]
    assert sum(today) == 40  # ERP and portal; the website has no month yet
    shown = proposed(window, qtbot)
    assert [column.load for column in load.view.columns] == today
    shown.turn_compare()
    assert load.isVisible() and card.pools.isVisible()
    assert sum(column.load for column in load.view.columns) == 44  # with the four days of the website
    assert any(line.text == "Heutiger Plan" for line in load.read_out(0).lines)
    shown.turn_compare()
    assert [column.load for column in load.view.columns] == today
    assert not any(line.text == "Heutiger Plan" for line in load.read_out(0).lines)


def test_in_a_low_window_the_plan_gets_the_place_of_the_load(window: RoadmapWindow, qtbot: QtBot) -> None:
    window.place.resize(1280, 720)
    shown = proposed(window, qtbot)
    shown.turn_compare()
    assert window.part.card.load.isHidden() and window.part.card.pools.isHidden()
    shown.turn_compare()
    assert window.part.card.load.isVisible()


def test_a_change_of_a_start_is_compared_anew_a_change_of_a_figure_asks_to_search_again(
    window: RoadmapWindow, qtbot: QtBot
) -> None:
    shown = proposed(window, qtbot)
    plan_moves.move(window.company, window.initiative("erp"), date(2027, 9, 1))
    QApplication.processEvents()
    assert shown.proposal is not None and not shown.proposal.stale
    assert shown.band.take.isVisible()

    plan_moves.stretch(window.company, window.initiative("erp"), 5)
    QApplication.processEvents()
    assert shown.proposal.stale and not shown.band.take.isVisible()
    assert shown.band.again.isVisible()
    QTest.mouseClick(shown.band.again, LEFT)
    answered(window, qtbot)
    assert shown.proposal is not None and not shown.proposal.stale


def test_what_if_is_ticked_in_the_menu_and_searched(window: RoadmapWindow, qtbot: QtBot) -> None:
    shown = proposed(window, qtbot)
    menu = shown.band.what_if_menu
    menu.aboutToShow.emit()
    fewer = next(one for one in menu.actions() if one.text() == "20 % weniger Personentage")
    fewer.trigger()
    answered(window, qtbot)
    assert shown.proposal is not None
    assert shown.proposal.asked.wish.days == Decimal("0.8")
    assert "Angenommen: 20" in shown.band.text.text()
    menu.aboutToShow.emit()
    assert next(one for one in menu.actions() if one.text() == "20 % weniger Personentage").isChecked()
    next(one for one in menu.actions() if one.text() == "Wie eingetragen").trigger()
    answered(window, qtbot)
    assert shown.proposal is not None and shown.proposal.asked.wish == AS_IT_IS
    assert window.company.workspace.undo_label is None


def test_an_impossible_plan_is_mended_with_one_click_and_searched_again(
    window: RoadmapWindow, qtbot: QtBot
) -> None:
    for key in ("erp", "portal"):  # the portal needs the ERP, which takes three months
        with window.company.workspace.change(Message("Frist")):
            window.initiative(key).hard_end = date(2027, 1, 31)
    QApplication.processEvents()
    shown = proposed(window, qtbot)
    card = window.part.beside.card
    assert shown.band.title.whole_text() == "Kein Zeitplan erfüllt alle Ihre Vorgaben"
    assert card.isVisible() and not shown.band.take.isVisible()
    assert shown.band.text.text().startswith("Unten steht") and shown.band.again.isHidden()
    assert len(card.buttons) == 1
    QTest.mouseClick(card.buttons[0], LEFT)
    answered(window, qtbot)
    assert (
        shown.band.title.whole_text() == "Planvorschlag: Mit Ihren Angaben gibt es keinen besseren Zeitplan"
    )
    window.undo()
    assert [window.initiative(key).hard_end for key in ("erp", "portal")] == [date(2027, 1, 31)] * 2


def test_a_stopped_search_keeps_the_best_so_far(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, roadmap_company(tmp_path, many(40))) as place:
        shown = RoadmapWindow(place)
        proposal = shown.part.proposal
        shown.part.propose()
        search = proposal.search
        assert search is not None and proposal.band.stop.isVisible()
        qtbot.waitUntil(lambda: search.progress is not None, timeout=20_000)
        qtbot.waitUntil(
            lambda: "Bester Plan bisher" in proposal.band.text.text() or search.ended, timeout=20_000
        )
        QTest.mouseClick(proposal.band.stop, LEFT)
        answered(shown, qtbot)
        assert proposal.proposal is not None and proposal.proposal.compared is not None
        assert proposal.band.take.isVisible()
        proposal.take()
        assert any(one.start is not None for one in shown.company.data.all(Initiative))


def test_closing_the_file_ends_the_search(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, roadmap_company(tmp_path, many(20))) as place:
        part = PlanPart(place, place.company)
        part.proposal.seconds = 60
        part.propose()
        search = part.proposal.search
        assert search is not None
        part.deleteLater()
        qtbot.waitUntil(lambda: search.ended, timeout=20_000)
        assert search.outcome().stopped


def slowest_while_searching(qtbot: QtBot, tmp_path: Path, count: int, seconds: float) -> float:
    """The longest time in seconds between two ticks of a timer of 5 ms, while a plan is searched for."""
    with workplace(qtbot, roadmap_company(tmp_path, many(count))) as place:
        shown = RoadmapWindow(place)
        proposal = shown.part.proposal
        proposal.seconds = 3 * seconds  # more than is looked at
        ticks: list[float] = []

        def tick() -> None:
            if proposal.search is not None:
                ticks.append(time.perf_counter())

        timer = QTimer(place, interval=5)
        timer.timeout.connect(tick)
        shown.part.propose()
        QApplication.processEvents()
        timer.start()
        qtbot.wait(int(seconds * 1000))
        timer.stop()
        proposal.close()
        assert ticks[-1] - ticks[0] > seconds / 2, "the search is over too soon to say anything"
        return max(after - before for before, after in pairwise(ticks))


def test_the_window_stays_fluid_while_a_plan_is_searched_for(qtbot: QtBot, tmp_path: Path) -> None:
    assert slowest_while_searching(qtbot, tmp_path, 120, 4) < 0.1


@pytest.mark.slow
def test_it_stays_fluid_for_twenty_seconds_with_many_initiatives(qtbot: QtBot, tmp_path: Path) -> None:
    assert slowest_while_searching(qtbot, tmp_path, 120, 20) < 0.1


def test_esc_and_keys_reach_the_band(window: RoadmapWindow, qtbot: QtBot) -> None:
    shown = proposed(window, qtbot)
    shown.band.compare.setFocus()
    QTest.keyClick(shown.band.compare, Qt.Key.Key_Return)
    assert shown.comparing
    shown.band.close_band.setFocus()
    QTest.keyClick(shown.band.close_band, Qt.Key.Key_Return)
    assert shown.band.isHidden() and shown.proposal is None


def test_what_more_would_bring_is_found_out_beside_everything_else(
    window: RoadmapWindow, qtbot: QtBot
) -> None:
    shown = proposed(window, qtbot)
    shown.turn_compare()
    lines = window.part.beside
    QTest.mouseClick(lines.card.more, LEFT)
    qtbot.waitUntil(lambda: lines._gains is not None, timeout=40_000)
    assert lines._gains is not None
    assert lines._gains[1][0].startswith("5 PT mehr im Monat bei „Eigene IT“: ")
    assert not lines.card.more.isVisible()
