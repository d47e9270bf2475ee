"""The backlog over time: any day is chosen and shown with its things, the names of the curves stand free."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, demo_company, workplace
from virtualcio import formats
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        yield shown


def test_the_backlog_of_any_day_is_shown_with_its_things(place: Workplace) -> None:
    place.go("overview", "backlog")
    page = place.current_page
    assert isinstance(page, OverviewPage) and page.current_tab() == "backlog"
    view = page.backlog_over_time
    assert view is not None
    view.typed_day.setText("30.06.2028")
    QTest.keyClick(view.typed_day, Qt.Key.Key_Return)
    expected = place.company.results.backlog_on(date(2028, 6, 30))
    assert view.day == date(2028, 6, 30)
    assert view.on_day.total.text() == formats.money_short(expected.total)
    assert view.on_day.table.rowCount() == len(expected.items)
    assert view.slider.value() == date(2028, 6, 30).toordinal()
    assert expected.total > place.company.results.backlog.total


def test_a_day_that_does_not_exist_is_refused_and_stays_to_be_mended(place: Workplace) -> None:
    place.go("overview", "backlog")
    view = place.current_page.backlog_over_time  # type: ignore[attr-defined]  # it is the overview
    view.typed_day.setText("31.02.2027")
    QTest.keyClick(view.typed_day, Qt.Key.Key_Return)
    assert view.refusal.isVisible() and view.refusal.text()
    assert view.typed_day.text() == "31.02.2027"
    assert view.day == TODAY


def test_the_curve_over_time_reaches_back_and_ahead(place: Workplace) -> None:
    place.go("overview", "backlog")
    view = place.current_page.backlog_over_time  # type: ignore[attr-defined]  # it is the overview
    view.compute_all()
    days = sorted(view._points)
    assert days[0] == date(2024, 12, 31) and days[-1] == date(2031, 12, 31) and TODAY in days
    assert view._points[TODAY] == place.company.results.backlog.total


def test_the_names_of_the_curves_stand_where_no_curve_runs(place: Workplace) -> None:
    place.resize(1280, 720)
    place.go("overview", "backlog")
    view = place.current_page.backlog_over_time  # type: ignore[attr-defined]  # it is the overview
    view.compute_all()
    names, plot = view.plot.places_of_names(), view.plot
    last = plot.spot(date(2031, 12, 31).toordinal(), float(view._points[date(2031, 12, 31)]))
    assert names["ohne Plan"].right() == pytest.approx(last.x())  # it ends at the edge, above it is room
    assert names["ohne Plan"].bottom() < last.y()
    ends = plot.spot(date(2029, 9, 30).toordinal(), 0).x()
    assert ends < names["mit der Roadmap"].left() < ends + 10  # beside its end
    boxes = list(names.values())
    assert len(boxes) == 3
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
