"""A real window on the steering of the example company, for tests of reviews."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.example_window import demo_company, empty_company, workplace
from virtualcio.model import Review
from virtualcio.model.review import ReviewStation
from virtualcio.ui.review.meeting_view import MeetingView
from virtualcio.ui.review.review_page import ReviewPage
from virtualcio.ui.review.review_tab import ReviewTab
from virtualcio.ui.shell.workplace import Workplace


class ReviewWindow:
    """The window on the page, and what one does in a meeting."""

    def __init__(self, place: Workplace) -> None:
        self.place, self.company = place, place.company
        self.turn("reviews")

    def turn(self, tab: str) -> None:
        self.place.go("review", tab)
        QApplication.processEvents()

    @property
    def page(self) -> ReviewPage:
        page = self.place.current_page
        assert isinstance(page, ReviewPage)
        return page

    @property
    def tab(self) -> ReviewTab:
        part = self.page.part
        assert isinstance(part, ReviewTab)
        return part

    @property
    def meeting(self) -> MeetingView:
        assert self.tab.meeting is not None
        return self.tab.meeting

    @property
    def review(self) -> Review:
        review = self.company.results.open_review
        assert review is not None
        return review

    def station(self) -> ReviewStation:
        """Where the meeting is."""
        return self.meeting.desk.station

    def begin(self) -> None:
        self.tab.due.begin_button.click()
        QApplication.processEvents()

    def press(self, widget: QWidget, key: Qt.Key, text: str = "") -> None:
        widget.setFocus()
        if text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, key)
        QApplication.processEvents()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[ReviewWindow]:
    with workplace(qtbot, demo_company(tmp_path)) as place:
        yield ReviewWindow(place)


@pytest.fixture
def empty_window(qtbot: QtBot, tmp_path: Path) -> Iterator[ReviewWindow]:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        yield ReviewWindow(place)
