"""A page of tabs that are built when first shown; hidden ones catch up on changes when shown again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import place_of, table
from virtualcio.formats import number
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import translate
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction, Page, PageTab
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell

MOST_WAITING = 20  # changes that a hidden tab catches up on one by one


class PagePart(Protocol):
    """What a tab's widget can do. `PartOfPage` gives every method a sensible default."""

    opened: Signal  # kind and key of a related thing to go to

    def follow(self, change: Change | None) -> None: ...
    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None: ...
    def select_first(self) -> None: ...
    def find_here(self) -> bool: ...
    def take_keyboard(self) -> bool: ...
    def room_for_lines(self, height: int) -> QRect: ...
    def finish_typing(self) -> None: ...
    def header_actions(self) -> Sequence[HeaderAction]: ...


class PartOfPage(QWidget):
    """The base of tabs that are no plain table; a part is filled when it is built."""

    opened = Signal(object, str)
    header_changed = Signal()  # its title, actions or room for lines are others, though no record changed

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self.shell, self.company = shell, company

    def follow(self, change: Change | None) -> None:
        """Show what holds after a change (None: everything may differ)."""

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """Turn to a record by its key, and to a column of it to type in."""

    def select_first(self) -> None:
        """So that the details are not empty when the part is first shown."""

    def find_here(self) -> bool:
        return False

    def take_keyboard(self) -> bool:
        return False

    def room_for_lines(self, height: int) -> QRect:
        """Where messages of this height may stand, as in `Page.room_for_lines`."""
        return self.rect()

    def finish_typing(self) -> None:
        """Taking the keyboard away stores what is being typed."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            focus.clearFocus()

    def header_actions(self) -> Sequence[HeaderAction]:
        return ()


@dataclass(frozen=True)
class TabSpec:
    """One tab: its key, its title (in the language of the interface), its grey count, and its widget."""

    key: str
    title: Callable[[], str]
    build: Callable[[Shell, OpenCompany], Any]  # a PagePart
    count: Callable[[OpenCompany], str] = lambda _company: ""


def table_tab(key: str) -> TabSpec:
    """The tab of a table of records."""
    spec = table(key)
    return TabSpec(
        key,
        lambda: translate(spec.plural),
        lambda shell, company: RecordTab(shell, company, spec),
        lambda company: number(company.data.count(spec.kind)),
    )


class _Parts(QStackedLayout):
    """Only the part that is shown counts: Qt would ask all parts of the page, thousands of widgets, how high
    they would be at each width, whenever the page is turned to.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.sizeHint()

    def minimumSize(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint()


class TabbedPage(Page):
    """Subclasses name their tabs in `TABS`."""

    TABS: Sequence[TabSpec] = ()

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.parts: dict[str, Any] = {}
        self._waiting: dict[str, list[Change | None]] = {}
        self._current = ""
        self._led_from = ""  # the tab from which a record of the shown one was opened
        self._just_built = True
        self._stack = _Parts()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addLayout(self._stack)
        self._turn_to(self.first_tab())

    def first_tab(self) -> str:
        return self.TABS[0].key

    @property
    def part(self) -> Any:
        """The tab that is shown."""
        return self.parts[self._current]

    def refresh(self, change: Change | None) -> None:
        just_built, self._just_built = self._just_built, False
        if just_built and change is None:
            return  # the tab was filled when it was built
        for key, part in self.parts.items():
            if part is self.part:
                part.follow(change)
            else:
                self._waiting.setdefault(key, []).append(change)
        self.header_changed.emit()

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        self._led_from = ""
        self._turn_to(tab or self._current)
        self.part.show_part(record, chip, column)

    def find_here(self) -> bool:
        return bool(self.part.find_here())

    def take_keyboard(self) -> bool:
        return bool(self.part.take_keyboard())

    def room_for_lines(self, height: int) -> QRect:
        place = self.part.room_for_lines(height)
        return QRect(self.part.mapTo(self, place.topLeft()), place.size())

    def leave(self) -> None:
        self.part.finish_typing()

    def tabs(self) -> Sequence[PageTab]:
        return [PageTab(one.key, one.title(), one.count(self.company)) for one in self.TABS]

    def current_tab(self) -> str:
        return self._current

    def header_actions(self) -> Sequence[HeaderAction]:
        """One primary button per page: where an empty tab has its own, those of the header step back."""
        actions = cast("Sequence[HeaderAction]", self.part.header_actions())
        shown = (one for one in self.part.findChildren(EmptyState) if one.isVisibleTo(self.part))
        if not any(one.has_primary for one in shown):
            return actions
        return [replace(one, primary=False, entry=one.makes_entry) for one in actions]

    def _turn_to(self, key: str) -> None:
        specs = {one.key: one for one in self.TABS}
        if key not in specs:
            key = self.first_tab()
        part = self.parts.get(key)
        if part is None:
            part = self.parts[key] = specs[key].build(self.shell, self.company)
            part.opened.connect(self._on_opened)
            if isinstance(part, PartOfPage):
                part.header_changed.connect(self.header_changed)
            self._stack.addWidget(part)
            part.select_first()
        waiting = self._waiting.pop(key, [])
        for change in [None] if len(waiting) > MOST_WAITING else waiting:
            part.follow(change)
        self._stack.setCurrentWidget(part)
        if key != self._current:
            self._current = key
            self.header_changed.emit()

    def _on_opened(self, kind: type[Record], key: str) -> None:
        page, tab, record = place_of(self.company, kind, key)
        before = self._current
        self.shell.go(page, tab=tab, record=record)
        self._led_from = before if self._current != before else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else takes it, goes back to where a record was opened from."""
        if event.key() == Qt.Key.Key_Escape and self._led_from:
            self._turn_to(self._led_from)
            self._led_from = ""
            self.part.take_keyboard()
        else:
            super().keyPressEvent(event)
