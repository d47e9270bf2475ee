"""What every page is: a widget that builds itself once, shows results, and tells the header what to offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from virtualcio.ui.common.shell import Shell

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.workspace import Change


@dataclass(frozen=True)
class HeaderAction:
    """A button of the page header (and a command of the palette). `title` is in the interface's language.

    `entry`: it makes the page's new entry (Ctrl+N); None: the primary button does.
    """

    title: str
    slot: Callable[[], object]
    primary: bool = False
    icon: str = ""
    tip: str = ""
    entry: bool | None = None

    @property
    def makes_entry(self) -> bool:
        return self.primary if self.entry is None else self.entry


@dataclass(frozen=True)
class PageTab:
    """A tab under the header; `count` stands grey behind the title."""

    key: str
    title: str
    count: str = ""


class Page(QWidget):
    """Subclasses build and connect in their constructor and fill in `refresh`.

    The window calls `refresh(None)` before a page is shown first or after another file was opened, and
    `refresh(change)` after a change: at once for the visible page, when idle or shown again for others.
    """

    header_changed = Signal()  # emit when title, buttons or tabs (counts too) changed

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    @property
    def company(self) -> "OpenCompany":
        """The open file; pages exist only while there is one."""
        company = self.shell.company
        if company is None:
            raise RuntimeError("a page without an open company")
        return company

    def refresh(self, change: "Change | None") -> None:
        """Show what holds now; `change` says what was touched (None: everything may differ)."""

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        """Turn to a part of the page: a tab, a filter chip, a record by key, and a column to type in."""

    def header_title(self) -> str:
        """Another title than that of the pages list; "" keeps it."""
        return ""

    def header_question(self) -> str:
        """Other grey words beside the title than those of the pages list; "" keeps them."""
        return ""

    def header_actions(self) -> Sequence[HeaderAction]:
        """Buttons at the right of the header, at most one of them primary (stands last)."""
        return ()

    def tabs(self) -> Sequence[PageTab]:
        return ()

    def current_tab(self) -> str:
        """Key of the tab shown, "" if the page has none."""
        return ""

    def find_here(self) -> bool:
        """Put the keyboard into the page's own search or filter field; False if it has none."""
        return False

    def room_for_lines(self, height: int) -> QRect:
        """The part of the page, in its own px, at whose lower edge messages of this height may stand; 0: they
        are gone. What somebody works on keeps out from under them."""
        return self.rect()

    def take_keyboard(self) -> bool:
        """Put the keyboard where work on this page begins; False if nothing asks for it."""
        return False

    def full_screen(self) -> bool:
        """Show the page's own full screen, such as that of a meeting; False if it has none now."""
        return False

    def leave(self) -> None:
        """Called before another page is shown or the file is closed: finish what is being typed."""
