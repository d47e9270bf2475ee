"""Load and conflicts below the plan, the tab of the load, and what an empty roadmap says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, empty_company, workplace
from tests.ui.roadmap_window import LEFT, RoadmapWindow, roadmap_company, small_roadmap, window
from virtualcio.actions.tone import Tone
from virtualcio.model import InitiativeEffort, PoolException, Record, ResourcePool
from virtualcio.texts import Message
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.overview.overview_charts import wave_bars
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.roadmap.load_chart import LoadChart
from virtualcio.ui.roadmap.load_part import LoadPart

__all__ = ["window"]
MARCH, APRIL = date(2027, 3, 1), date(2027, 4, 1)


@contextmanager
def opened(qtbot: QtBot, folder: Path, records: list[Record]) -> Iterator[RoadmapWindow]:
    with workplace(qtbot, roadmap_company(folder, records)) as place:
        yield RoadmapWindow(place)


def column(chart: LoadChart, month: date) -> int:
    assert chart.view is not None
    return next(at for at, one in enumerate(chart.view.columns) if one.month == month)


def button(inside: QWidget, text: str) -> Button:
    return next(one for one in inside.findChildren(Button) if one.text() == text)


def test_a_full_month_is_fine_and_a_hundredth_more_is_overloaded(window: RoadmapWindow) -> None:
    load = window.part.card.load
    assert load.view is not None
    march = load.view.columns[column(load, MARCH)]
    assert (march.load, march.capacity, march.tone) == (Decimal(10), Decimal(10), Tone.NEUTRAL)
    effort = window.company.data.find(InitiativeEffort, "e1")
    with window.company.workspace.change(Message("more")):
        effort.days = Decimal("30.03")
    QApplication.processEvents()
    assert load.view.columns[column(load, MARCH)].tone is Tone.ACT


def test_the_columns_stand_below_the_months_of_the_plan(window: RoadmapWindow) -> None:
    chart, load = window.chart, window.part.card.load
    shown = chart.layout_now
    erp = shown.bar(1, chart.plan.rows[1])
    index = column(load, date(2027, 1, 1))
    slot = load._slot(index, load._plot(load.rect().toRectF()))
    assert abs(slot.left() - erp.left()) < 0.01
    chart.horizontalScrollBar().setValue(chart.horizontalScrollBar().value() + 40)
    moved = load._slot(index, load._plot(load.rect().toRectF()))
    assert slot.left() - moved.left() == 40


def test_the_mouse_reads_out_load_capacity_and_for_whom(window: RoadmapWindow) -> None:
    load = window.part.card.load
    index = column(load, APRIL)
    said = load.read_out(index).as_text()
    assert said == "April 2027; 5 von 10 Personentagen: 5 frei; Kundenportal: 5"
    anchor = load._slot(index, load._plot(load.rect().toRectF())).center()
    assert load.index_at(anchor) == index
    load.setFocus()
    QTest.keyClick(load, Qt.Key.Key_Home)
    assert load.accessibleDescription().startswith("November 2026; 0 von 10 Personentagen: 10 frei")


def test_a_conflict_stands_below_with_its_reason_and_one_click_mends_it(window: RoadmapWindow) -> None:
    assert window.part.conflicts.title_label.text() == "Keine Konflikte"
    window.chart.choose("portal")
    for _month in range(2):
        window.press(Qt.Key.Key_Left)
    rows = window.part.conflicts.rows
    assert len(rows) == len(window.company.results.conflicts) > 0
    first = next(row for row in rows if "„ERP-Umzug“" in row.title.whole_text() and row.button)
    assert first.tone is Tone.ACT
    window.chart.choose("erp")
    QTest.mouseClick(first, LEFT, pos=first.rect().center())
    assert window.chart.current == "portal"
    row = window.chart.plan.find("portal")
    assert row is not None and row.tone is Tone.ACT
    assert first.button is not None and first.button.text() == "Auf April 2027 verschieben"
    QTest.mouseClick(first.button, LEFT)
    QApplication.processEvents()
    assert window.initiative("portal").start == APRIL
    assert window.part.conflicts.title_label.text() == "Keine Konflikte"
    window.undo()
    assert window.initiative("portal").start == date(2027, 2, 1)


def test_an_overload_leads_to_its_pool(qtbot: QtBot, tmp_path: Path) -> None:
    records = small_roadmap()
    effort = next(one for one in records if one.id == "e1")
    assert isinstance(effort, InitiativeEffort)
    records.append(ResourcePool(id="partner", name="Systemhaus", days_per_month=Decimal(2)))
    effort.pool_id = "partner"
    with opened(qtbot, tmp_path, records) as shown:
        assert shown.part.card.pool == "it"
        chips = shown.part.card.pools.chips
        assert chips is not None and chips.isVisible() and shown.part.card.pools.isVisible()
        over = next(row for row in shown.part.conflicts.rows if row.conflict.pool_id == "partner")
        QTest.mouseClick(over, LEFT, pos=over.title.geometry().center())
        assert shown.part.card.pool == "partner" and chips.key == "partner"
        QTest.mouseClick(chips.chip("it"), LEFT)
        assert shown.part.card.pool == "it"


def test_without_pools_the_plan_says_how_to_get_a_load(qtbot: QtBot, tmp_path: Path) -> None:
    records = [one for one in small_roadmap() if not isinstance(one, (ResourcePool, InitiativeEffort))]
    with opened(qtbot, tmp_path, records) as shown:
        card = shown.part.card
        assert card.no_pool.isVisible() and not card.load.isVisible()
        QTest.mouseClick(button(card.no_pool, "Kapazität eintragen"), LEFT)
        assert shown.page.current_tab() == "pools"
        shown.place.go("roadmap", "load")
        assert button(shown.page.part, "Kapazität eintragen").isVisible()


def test_a_plan_without_bars_says_how_the_first_one_gets_in(qtbot: QtBot, tmp_path: Path) -> None:
    records = [one for one in small_roadmap() if one.id not in ("erp", "portal", "alt")]
    ids = {one.id for one in records}
    records = [one for one in records if getattr(one, "initiative_id", "website") in ids]
    with opened(qtbot, tmp_path, records) as shown:
        assert shown.chart.accessibleDescription().startswith("Noch ist nichts eingeplant.")
        QTest.mouseClick(shown.part.waiting.chips[0], LEFT)
        assert shown.part.picker is not None
        QTest.mouseClick(shown.part.picker.button, LEFT)
        assert [row.name for row in shown.chart.plan.rows] == ["Neue Website"]
        assert shown.chart.hint == ""


def test_without_initiatives_the_roadmap_leads_to_step_three(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("roadmap", "plan")
        way = button(place.current_page, "Vorhaben eintragen")
        assert way.isVisible()
        QTest.mouseClick(way, LEFT)
        assert place.place == ("priorities", "initiatives")


def test_the_tab_of_the_load_shows_every_pool_with_its_exceptions(qtbot: QtBot, tmp_path: Path) -> None:
    records = small_roadmap()
    records.append(
        PoolException(
            id="urlaub", pool_id="it", first_month=MARCH, last_month=MARCH, days_per_month=Decimal("2.5")
        )
    )
    with opened(qtbot, tmp_path, records) as shown:
        shown.place.go("roadmap", "load")
        part = shown.page.part
        assert isinstance(part, LoadPart)
        (card,) = part.cards
        assert card.note_label.text() == "10 Personentage im Monat frei · 1 Monat überlastet"
        march = next(row for row in card.numbers.rows if row[0] == "03/2027")
        assert march == ("03/2027", "10", "2,5", "−7,5", "ERP-Umzug 10")
        assert len(card.numbers.rows) == 36
        assert card.chart.index_at(card.chart.anchor(5)) == 5


def test_the_wave_shows_what_the_roadmap_puts_right(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        place.go("overview", "today")
        page = place.current_page
        assert isinstance(page, OverviewPage)
        data = wave_bars(place.company)
        assert page.charts["wave"].chart.data == data
        planned = place.company.results.planned_by_year
        years = [column.label_year for column in place.company.results.wave.columns]
        assert planned and data.plan_title == "laut Roadmap geplant"
        assert [bar.plan for bar in data.bars] == [planned.get(year) if year else None for year in years]
