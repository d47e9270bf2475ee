"""Where the keyboard is in a review that is held."""

from PySide6.QtWidgets import QApplication

from tests.ui.review_window import ReviewWindow, empty_window, window

__all__ = ["empty_window", "window"]


def test_the_keyboard_is_at_the_first_thing_of_the_station(window: ReviewWindow) -> None:
    window.begin()
    assert window.meeting.view.tables[0].hasFocus()
    window.page.header_actions()[-1].slot()
    QApplication.processEvents()
    first = [*window.meeting.view.tables, *window.meeting.proposals.stops()][0]
    assert first.hasFocus() and not window.meeting.stepper.steps[0].hasFocus()


def test_in_a_station_without_a_list_the_keyboard_is_at_what_can_be_decided(
    empty_window: ReviewWindow,
) -> None:
    empty_window.begin()
    assert not empty_window.meeting.view.tables
    assert empty_window.meeting.proposals.stops()[0].hasFocus()
