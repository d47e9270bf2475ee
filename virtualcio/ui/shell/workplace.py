"""The window's content while a company file is open: navigation, header, tabs, pages, messages.

This is the `Shell` that pages see.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.message_line import MessageLine
from virtualcio.ui.common.page import Page
from virtualcio.ui.common.progress import Cancelled, Progress
from virtualcio.ui.common.staged_page import is_large
from virtualcio.ui.pages import PAGES, Group, page_spec
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.background import BackgroundWork, WorkLine
from virtualcio.ui.shell.foreground import work_in_slices
from virtualcio.ui.shell.free_memory import tidy
from virtualcio.ui.shell.header import Header
from virtualcio.ui.shell.navigation import Navigation
from virtualcio.ui.shell.navigation_state import show_file, show_state
from virtualcio.ui.shell.page_lines import PageLines
from virtualcio.ui.shell.tab_strip import TabStrip
from virtualcio.ui.shell.user_settings import UserSettings

T = TypeVar("T")
IDLE = 200  # milliseconds after a change until navigation and hidden pages follow
FIRST_PAGE = "overview"


class Workplace(QWidget):
    """One per open file; thrown away with it, and built anew when the language changes."""

    command_wanted = Signal(str)  # key of a command of the window
    menu_wanted = Signal()
    reopen_wanted = Signal(object)  # what to do while the file is closed
    place_changed = Signal()

    def __init__(self, company: OpenCompany, settings: UserSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, list[Change]] = {}
        self._current = ""
        self._works: list[BackgroundWork] = []
        self.navigation = Navigation()
        self.header = Header()
        self.tab_strip = TabStrip()
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.tab_strip)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        whole.addLayout(right, 1)
        self.message = MessageLine(self)
        self._lines = PageLines(self, self._stack)
        self._lines.add(self.message)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._tidy = QTimer(self, singleShot=True, interval=IDLE)  # after what needed memory for a while
        self._tidy.timeout.connect(tidy)
        self._seen: set[tuple[str, str]] = set()
        self._connect()
        if is_large(company):
            show_file(self.navigation, company)
            self._idle.start()  # the rest after the first paint
        else:
            show_state(self.navigation, company)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go)
        self.navigation.menu_wanted.connect(self.menu_wanted)
        self.header.search.connect(lambda: self.command_wanted.emit("search"))
        self.tab_strip.chosen.connect(lambda tab: self.go(self._current, tab))
        self._idle.timeout.connect(self._on_idle)
        self._unsubscribe = self._company.workspace.subscribe(self._on_change)

    # --- what pages may ask -------------------------------------------------------------------

    @property
    def company(self) -> OpenCompany:
        return self._company

    @property
    def theme(self) -> theme.Theme:
        return theme.current()

    def go(self, page: str, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        """KeyError if there is no such page."""
        spec = page_spec(page)
        before = self._pages.get(self._current)
        if before is not None and page != self._current:
            before.leave()
        shown = self._pages.get(page)
        if shown is None:
            shown = self._pages[page] = spec.factory(self)
            shown.header_changed.connect(partial(self._on_header_changed, page))
            shown.refresh(None)  # before it is seen: a page that waits for that is computed only once
            self._stack.addWidget(shown)
            tab = tab or (self._settings.text(f"tab.{page}") if not (record or chip) else "")
        else:
            self._catch_up(page)
        self._current = page
        in_page = before is not None and before is not shown and before.isAncestorOf(self.focusWidget())
        self._stack.setCurrentWidget(shown)
        self.navigation.show_current(page)
        if tab or record or chip or column:
            shown.show_part(tab, record, chip, column)
        self._show_header()
        if self.place not in self._seen:  # it was built, and its figures worked out
            self._seen.add(self.place)
            self._tidy_soon()
        if in_page and not shown.isAncestorOf(self.focusWidget()) and not shown.take_keyboard():
            shown.setFocus()  # else Qt hands the keyboard to the first button of the window
        self.place_changed.emit()
        self._lines.place_soon()

    def say(self, text: str, tone: Tone = Tone.NEUTRAL, undo: bool = False) -> None:
        action = (_("Undo"), self.undo) if undo and self._company.workspace.undo_label else None
        self._message(text, tone, action)

    def refuse(self, error: UserError) -> None:
        self._message(str(error.message), Tone.ACT, None)

    def offer(self, text: str, tone: Tone, word: str, do: Callable[[], object]) -> None:
        """A line with a button called `word`."""
        self._message(text, tone, (word, do))

    def in_background(
        self, work: Callable[[Progress], T], then: Callable[[T], None], title: str, *, quiet: bool = False
    ) -> None:
        """As in Shell; `quiet` work shows no sign, because nobody asked for it."""
        line = WorkLine(title, self)
        self._lines.add(line)
        begun = BackgroundWork(work, then, self.refuse, line, self)
        begun.ended.connect(partial(self._on_work_ended, begun))
        self._works.append(begun)
        begun.start(quiet=quiet)

    def in_slices(self, work: Callable[[Progress], T], then: Callable[[T], None], title: str) -> None:
        line = WorkLine(title, self)
        self._lines.add(line)
        try:
            result = work_in_slices(work, line)
        except UserError as refused:
            self.refuse(refused)
        except Cancelled:
            self.say(_("Cancelled: nothing was changed."))
        else:
            then(result)

    def open_again(self, between: Callable[[], str | None]) -> None:
        self.reopen_wanted.emit(between)

    def run_command(self, key: str) -> None:
        self.command_wanted.emit(key)

    def remember(self, key: str, value: object) -> None:
        self._settings.set(key, value)

    def remembered(self, key: str, default: object = None) -> object:
        return self._settings.get(key, default)

    # --- what the window asks -------------------------------------------------------------------

    @property
    def current_page(self) -> Page:
        return self._pages[self._current]

    @property
    def place(self) -> tuple[str, str]:
        """Page and tab shown now, to come back to."""
        page = self._pages.get(self._current)
        return self._current, page.current_tab() if page is not None else ""

    def show_frame(self, shown: bool) -> None:
        """Navigation and search field; without them only the page is seen."""
        self.navigation.setVisible(shown)
        self.header.search_button.setVisible(shown)

    def new_entry(self) -> None:
        """What the button of the page that makes an entry does; nothing if it has none."""
        for action in self.current_page.header_actions():
            if action.makes_entry:
                action.slot()

    def take_focus(self) -> None:
        """The keyboard begins at the name of the page, unless the page has asked for it already."""
        button = self.navigation.button(self._current)
        focus = self.current_page.focusWidget()
        if button is not None and (focus is None or not focus.hasFocus()):
            button.setFocus()

    def undo(self) -> None:
        """Take back the newest change; nothing happens if there is none."""
        try:
            self._company.workspace.undo()
        except UserError as error:
            self.refuse(error)

    def redo(self) -> None:
        try:
            self._company.workspace.redo()
        except UserError as error:
            self.refuse(error)

    def finish(self) -> None:
        """Before the file is closed or the content is built anew: finish typing, stop working, let go."""
        if self._current:
            self.current_page.leave()
        for work in self._works:
            work.cancel()
        self._idle.stop()
        self._unsubscribe()

    def turn_page(self, number: int) -> None:
        """The n-th page of the navigation, from 1; nothing happens if there is none."""
        shown = [spec.key for spec in PAGES if spec.group is not Group.HIDDEN]
        if 1 <= number <= len(shown):
            self.go(shown[number - 1])
            if not self.current_page.take_keyboard():
                self.take_focus()

    # --- what happens ----------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        for key in self._pages:
            if key != self._current:
                self._missed.setdefault(key, []).append(change)
        if self._current:
            self.current_page.refresh(change)
            self._show_header()
        self._idle.start()
        label = str(change.label)
        if change.kind == "undo":
            self._message(_("Undone: {what}").format(what=label), Tone.NEUTRAL, (_("Redo"), self.redo))
        else:
            self.say(label, undo=True)

    def _on_idle(self) -> None:
        """Navigation first, then one hidden page at a time, so that typing is not held up."""
        show_state(self.navigation, self._company)
        if self._missed:
            self._catch_up(next(iter(self._missed)))
            if self._missed:
                self._idle.start()

    def _catch_up(self, page: str) -> None:
        missed = self._missed.pop(page, [])
        if missed:
            self._pages[page].refresh(missed[0] if len(missed) == 1 else None)

    def _on_header_changed(self, page: str) -> None:
        if page == self._current:
            self._show_header()
            self._lines.place_soon()

    def _show_header(self) -> None:
        page, spec = self.current_page, page_spec(self._current)
        title = page.header_title() or _(spec.title)
        question = page.header_question() or (_(spec.question) if spec.question else "")
        self.header.show_page(title, question, page.header_actions())
        self.tab_strip.show_tabs(page.tabs(), page.current_tab())
        if page.current_tab():
            self._settings.set(f"tab.{self._current}", page.current_tab())

    def _on_work_ended(self, work: BackgroundWork) -> None:
        self._works.remove(work)
        work.deleteLater()
        self._tidy_soon()

    def _tidy_soon(self) -> None:
        """Not put off by who goes from page to page: what was freed is used for the next one."""
        if not self._tidy.isActive():
            self._tidy.start()

    def _message(self, text: str, tone: Tone, action: tuple[str, Callable[[], object]] | None) -> None:
        self.message.show_message(text, tone, action)
        self._lines.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lines.place()
