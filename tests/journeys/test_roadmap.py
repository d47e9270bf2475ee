"""From initiatives that wait to a plan that people can carry, with mouse and keys in the real window; every
figure is worked out by hand.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, in_file
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model import (
    Asset,
    Initiative,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    PoolException,
    ResourcePool,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.verify import verify
from virtualcio.ui.roadmap.conflict_card import ConflictRow
from virtualcio.ui.roadmap.plan_part import PlanPart

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The new ERP takes 24 days in 3 months and replaces an old server; the portal waits for it."""
    return company_with_goals(
        tmp_path / "brandt.vcio",
        Asset(id="server", name="ERP-Server", category=AssetCategory.SERVER, cost=Decimal("11240.00"),
              purchase_date=date(2015, 3, 12)),
        Initiative(id="erp", name="ERP-Umzug", months=3),
        Initiative(id="portal", name="Kundenportal", months=2),
        InitiativeGoal(id="g1", initiative_id="erp", goal_id="fast", strength=3),
        InitiativeGoal(id="g2", initiative_id="portal", goal_id="more", strength=3),
        InitiativeEffort(id="e1", initiative_id="erp", pool_id="it", days=Decimal("24.00")),
        InitiativeEffort(id="e2", initiative_id="portal", pool_id="it", days=Decimal("10.00")),
        InitiativeDependency(id="d1", initiative_id="portal", prerequisite_id="erp"),
        InitiativeAsset(id="a1", initiative_id="erp", asset_id="server"),
    )  # fmt: skip


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        walking.page("roadmap")
        yield walking


def plan(walk: Walk) -> PlanPart:
    walk.tab("plan")
    shown = hands.part(walk)
    assert isinstance(shown, PlanPart)
    return shown


def initiative(walk: Walk, key: str) -> Initiative:
    return walk.place.company.data.find(Initiative, key)


def people_with_a_holiday(walk: Walk) -> None:
    """10 days a month, 2 of them for support: 8; in February only 3."""
    walk.tab("pools")
    hands.fill_row(walk, "Eigene IT", support_days_per_month="2")
    child = hands.table_of_tab(walk).inspector.children_tables["pool_exceptions"]
    hands.add_child(walk, child, "02/2027")
    assert hands.child_texts(child)[0][:2] == ["02/2027", "02/2027"]  # the last month moved along
    hands.fill_child(walk, child, 0, days_per_month="3", reason="Urlaub")


def drag_onto_plan(walk: Walk, name: str, month: date) -> None:
    """From the chips that wait into a month of the plan."""
    part = plan(walk)
    [chip] = [one for one in part.waiting.chips if one.text() == name]
    shown = part.chart.layout_now
    inside = month.replace(day=10)
    spot = QPoint(round(shown.x(shown.axis.x(inside))), 80)
    there = chip.mapFromGlobal(part.chart.viewport().mapToGlobal(spot))
    QTest.mousePress(chip, LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(chip, QPoint(40, 5))
    QTest.mouseMove(chip, there)
    QTest.mouseRelease(chip, LEFT, pos=there)
    QApplication.processEvents()


def pull_the_end(walk: Walk, key: str, months: int) -> None:
    """Stretch a bar with the mouse."""
    chart = plan(walk).chart
    shown, row = chart.layout_now, chart.plan.row_of[key]
    bar = shown.bar(row, chart.plan.rows[row])
    start = QPointF(bar.right() - 2, bar.center().y()).toPoint()
    end = start + QPoint(round(months * shown.axis.month), 0)
    QTest.mousePress(chart.viewport(), LEFT, pos=start)
    QTest.mouseMove(chart.viewport(), (start + end) / 2)
    QTest.mouseMove(chart.viewport(), end)
    QTest.mouseRelease(chart.viewport(), LEFT, pos=end)
    QApplication.processEvents()


def by_month(walk: Walk, first: date, last: date) -> list[tuple[str, str]]:
    """Load and capacity of the team in the months from `first` to `last`."""
    [load] = walk.place.company.results.pool_loads
    rows = zip(load.months, load.load, load.capacity, strict=True)
    return [(str(days), str(most)) for month, days, most in rows if first <= month <= last]


def conflict(walk: Walk, kind: ConflictKind) -> ConflictRow:
    """The row of the list below the plan."""
    found = [row for row in plan(walk).conflicts.rows if row.conflict.kind is kind]
    assert len(found) == 1, [row.conflict.kind for row in plan(walk).conflicts.rows]
    return found[0]


def mend(walk: Walk, kind: ConflictKind) -> None:
    button = conflict(walk, kind).button
    assert button is not None
    button.click()
    QApplication.processEvents()


def kinds(walk: Walk) -> set[ConflictKind]:
    return {one.kind for one in walk.place.company.results.conflicts}


def test_what_waits_becomes_a_plan_that_people_can_carry(walk: Walk, path: Path) -> None:
    people_with_a_holiday(walk)
    results = walk.place.company.results
    assert results.curves.with_roadmap is None
    january, may, july = date(2027, 1, 1), date(2027, 5, 1), date(2027, 7, 1)

    # Dragged to January: 8 days a month, of which February has only 3.
    drag_onto_plan(walk, "ERP-Umzug", january)
    erp, portal = initiative(walk, "erp"), initiative(walk, "portal")
    assert (erp.start, erp.state) == (january, InitiativeState.PLANNED)
    assert by_month(walk, january, may) == [
        ("8.00", "8.00"), ("8.00", "3.00"), ("8.00", "8.00"), ("0.00", "8.00"), ("0.00", "8.00"),
    ]  # fmt: skip
    over = conflict(walk, ConflictKind.OVERLOAD)
    assert (over.conflict.month, over.conflict.pool_id) == (date(2027, 2, 1), "it")
    assert "Eigene IT" in over.title.whole_text() and "Februar 2027" in over.title.whole_text()

    # Put on by keys, two months too early: it would begin before what it needs is finished.
    next(one for one in walk.place.current_page.header_actions() if one.makes_entry).slot()
    walk.press(hands.ENTER)
    assert portal.start == date(2027, 4, 1)  # the month after what it needs
    plan(walk).chart.setFocus()
    walk.press(Qt.Key.Key_Left)
    walk.press(Qt.Key.Key_Left)
    assert portal.start == date(2027, 2, 1)
    assert by_month(walk, january, may)[1:3] == [("13.00", "3.00"), ("13.00", "8.00")]
    early = conflict(walk, ConflictKind.PREREQUISITE)
    assert early.conflict.initiative_ids[0] == "portal"
    assert "ERP-Umzug" in early.reason.whole_text()
    mend(walk, ConflictKind.PREREQUISITE)
    assert portal.start == date(2027, 4, 1)
    assert ConflictKind.PREREQUISITE not in kinds(walk)

    # Stretched with the mouse to 5 months: 4.80 days each, still more than February has. Back by keys.
    pull_the_end(walk, "erp", 2)
    assert erp.months == 5
    assert by_month(walk, january, may) == [
        ("4.80", "8.00"), ("4.80", "3.00"), ("4.80", "8.00"), ("9.80", "8.00"), ("9.80", "8.00"),
    ]  # fmt: skip
    plan(walk).chart.choose("erp")
    plan(walk).chart.setFocus()
    walk.press(Qt.Key.Key_Left, SHIFT)
    walk.press(Qt.Key.Key_Left, SHIFT)
    assert erp.months == 3

    # One click: behind the portal, which moves along. Taken back, for there is an earlier way by hand.
    mend(walk, ConflictKind.OVERLOAD)
    assert (erp.start, portal.start) == (date(2027, 6, 1), date(2027, 9, 1))
    assert not kinds(walk)
    walk.press(Qt.Key.Key_Z, CTRL)
    assert (erp.start, portal.start) == (january, date(2027, 4, 1))
    plan(walk).chart.choose("erp")
    plan(walk).chart.setFocus()
    walk.press(Qt.Key.Key_Right)
    walk.press(Qt.Key.Key_Right)
    mend(walk, ConflictKind.PREREQUISITE)
    assert (erp.start, portal.start) == (date(2027, 3, 1), date(2027, 6, 1))
    assert not kinds(walk)
    assert by_month(walk, date(2027, 2, 1), july) == [
        ("0.00", "3.00"), ("8.00", "8.00"), ("8.00", "8.00"), ("8.00", "8.00"), ("5.00", "8.00"),
        ("5.00", "8.00"),
    ]  # fmt: skip
    the_old_server_goes_with_the_plan(walk)

    steps = hands.undo_all_and_redo(walk, path)
    assert steps == 17  # with the one in which the company was made
    walk.end()
    assert_the_plan_is_there(path)


def the_old_server_goes_with_the_plan(walk: Walk) -> None:
    """It is overdue today and replaced by the end of May: from June on nothing is left of it."""
    results = walk.place.company.results
    assert dict(results.remedied_on) == {"server": date(2027, 5, 31)}
    curves = results.curves
    assert curves.with_roadmap is not None
    lines = {
        day: pair for day, *pair in zip(curves.days, curves.doing_nothing, curves.with_roadmap, strict=True)
    }
    assert lines[date(2027, 3, 31)][0] == lines[date(2027, 3, 31)][1] > Decimal(11240)
    assert lines[date(2027, 6, 30)][0] > Decimal(11240) and lines[date(2027, 6, 30)][1] == 0
    assert results.planned_by_year.keys() == {2027}


def assert_the_plan_is_there(path: Path) -> None:
    """Opened afresh; then in English in the window, where the last step can still be taken back."""
    saved = {one.id: one for one in in_file(path, Initiative) if isinstance(one, Initiative)}
    assert {key: (one.start, one.months) for key, one in saved.items()} == {
        "erp": (date(2027, 3, 1), 3), "portal": (date(2027, 6, 1), 2),
    }  # fmt: skip
    [pool] = in_file(path, ResourcePool)
    [holiday] = in_file(path, PoolException)
    assert isinstance(pool, ResourcePool) and pool.support_days_per_month == 2
    assert isinstance(holiday, PoolException) and holiday.reason == "Urlaub"
    assert (holiday.first_month, holiday.last_month) == (date(2027, 2, 1), date(2027, 2, 1))
    assert holiday.days_per_month == 3 and verify(path).ok
    with a_walk("en") as again:
        assert again.window.tasks.open_path(path)
        again.page("roadmap")
        assert plan(again).conflicts.title_label.text() == "No conflicts"
        again.press(Qt.Key.Key_Z, CTRL)
        assert initiative(again, "portal").start == date(2027, 4, 1)
        assert conflict(again, ConflictKind.PREREQUISITE).button is not None
