"""What holds for every page: nothing flashes up beside the window, and everything has a name for readers."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tests.ui.shell_window import place_of, window
from virtualcio.ui.pages import PAGES
from virtualcio.ui.shell.main_window import MainWindow

__all__ = ["window"]


class _Windows(QObject):
    """Notes every top-level widget that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            words = watched.text() if isinstance(watched, (QLabel, QAbstractButton)) else ""
            self.shown.append(f"{watched!r} {words}")
        return False


@contextmanager
def windows_shown(app: QApplication) -> Iterator[list[str]]:
    watch = _Windows()
    app.installEventFilter(watch)
    try:
        yield watch.shown
    finally:
        app.removeEventFilter(watch)


def everywhere(window: MainWindow) -> Iterator[str]:
    """Walk through all pages and tabs of the example company."""
    yield "start"
    window.run("demo")
    place = place_of(window)
    for spec in PAGES:
        place.go(spec.key)
        for tab in [tab.key for tab in place.current_page.tabs()] or [""]:
            place.go(spec.key, tab)
            QApplication.processEvents()
            yield f"{spec.key} {tab}"


def test_no_second_window_flashes_up_on_the_way_through_the_pages(
    window: MainWindow, qapp: QApplication
) -> None:
    with windows_shown(qapp) as shown:
        for _place in everywhere(window):
            pass
    assert shown == []


def name_of(widget: QWidget) -> str:
    """What a screen reader would say, as far as Qt knows it without our help."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        return widget.placeholderText()
    buddies = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return buddies[0] if buddies else ""


def focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        by_keyboard = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inside = isinstance(widget.parentWidget(), (QComboBox, QAbstractScrollArea))
        if by_keyboard and widget.isVisible() and widget.focusProxy() is None and not inside:
            yield widget


def test_whatever_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = {
        f"{place}: {widget!r}"
        for place in everywhere(window)
        for widget in focusable(window)
        if not name_of(widget)
    }
    assert nameless == set()


def cut_off(window: QWidget) -> Iterator[str]:
    """One-line labels and push buttons that are narrower than their words."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        plain = isinstance(widget, QLabel) and not widget.wordWrap()
        if plain or isinstance(widget, QPushButton):
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            if widget.width() < needed - 1:
                yield widget.text()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 768)])
@pytest.mark.parametrize("language", ["german", "english"])
def test_no_word_is_cut_off(window: MainWindow, size: tuple[int, int], language: str) -> None:
    window.run(language)
    window.resize(*size)
    cut = {f"{place}: {text}" for place in everywhere(window) for text in cut_off(window)}
    assert cut == set()
