"""Where the overview leads, what it cuts short, and what the navigation says about the next review."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, workplace
from virtualcio.actions import edit
from virtualcio.actions.tables import table
from virtualcio.model import Review
from virtualcio.ui.budget.budget_page import BudgetPage
from virtualcio.ui.checks.checks_page import ChecksPage
from virtualcio.ui.overview.derivation_popover import DerivationPopover
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.review.review_page import ReviewPage
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        shown.go("overview", "today")
        yield shown


@pytest.fixture
def page(place: Workplace) -> OverviewPage:
    assert isinstance(place.current_page, OverviewPage)
    return place.current_page


@pytest.mark.parametrize(("number", "home", "tab"), [(0, ChecksPage, "open"), (2, BudgetPage, "plan")])
def test_a_key_figure_leads_to_the_page_it_is_at_home_on(
    place: Workplace, page: OverviewPage, number: int, home: type, tab: str
) -> None:
    page.figures[number].clicked.emit()
    popover = page.findChild(DerivationPopover)
    assert popover is not None
    QTest.mouseClick(popover.way, Qt.MouseButton.LeftButton)
    assert isinstance(place.current_page, home) and place.current_page.current_tab() == tab


def test_the_steering_says_when_the_review_is_due(qtbot: QtBot, place: Workplace) -> None:
    button = place.navigation.button("review")
    assert button is not None
    qtbot.waitUntil(lambda: button.pill_text() == "Q4 fällig")
    review = next(one for one in place.company.data.all(Review) if one.closed_on is None)
    reviews = table("reviews")
    edit.set_value(place.company, reviews, reviews.column("planned_on"), review, date(2026, 11, 20))
    qtbot.waitUntil(lambda: button.pill_text() == "Q4 überfällig")
    edit.set_value(place.company, reviews, reviews.column("planned_on"), review, date(2026, 12, 31))
    qtbot.waitUntil(lambda: button.pill_text() == "")


def test_the_review_among_the_next_steps_leads_to_it(place: Workplace, page: OverviewPage) -> None:
    row = page.next_steps.rows[2]
    assert row.title.text() == "Quartals-Review Q4 2026 vorbereiten" and row.button.text() == "Beginnen"
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert isinstance(place.current_page, ReviewPage) and place.current_page.current_tab() == "reviews"


def test_a_long_detail_is_cut_to_two_lines_and_tells_the_rest_in_its_tip(page: OverviewPage) -> None:
    row = next(one for one in page.next_steps.rows if one.detail.toolTip())
    assert row.detail.toolTip() == row.detail.text()
    assert row.detail.height() <= 2 * row.detail.fontMetrics().lineSpacing()
