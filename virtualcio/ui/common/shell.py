"""What a page may ask of the window around it. Pages know this protocol, never the window itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.ui.common.progress import Progress
from virtualcio.ui.shell.theme import Theme

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

T = TypeVar("T")


class Shell(Protocol):
    """The window: where one can go, and the one place for messages."""

    @property
    def company(self) -> "OpenCompany | None":
        """The open file, or None on the start screen."""

    @property
    def theme(self) -> Theme:
        """The colours shown now."""

    def go(self, page: str, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        """Show a page, and in it a tab, a record, a filter chip and a column to type in."""

    def say(self, text: str, tone: Tone = Tone.NEUTRAL, undo: bool = False) -> None:
        """A line in the page for 8 seconds, with "Undo" at its end if `undo`."""

    def offer(self, text: str, tone: Tone, word: str, do: Callable[[], object]) -> None:
        """A line in the page with a button called `word`."""

    def refuse(self, error: UserError) -> None:
        """Show the sentence of a refusal in the page; it stays until closed."""

    def in_background(self, work: Callable[[Progress], T], then: Callable[[T], None], title: str) -> None:
        """Do `work` outside the window's thread, then give its result to `then` in it.

        `work` may touch only frozen copies. From 1 s there is a sign of work with `title`, from 3 s a bar
        with a cancel button; a UserError is shown, cancelled work ends without `then`.
        """

    def in_slices(self, work: Callable[[Progress], T], then: Callable[[T], None], title: str) -> None:
        """Do `work` on the company at once, then `then`: it calls its progress often, and in between the
        window shows how far it is. Nothing else can be done meanwhile. Signs, refusals and cancelling as
        `in_background`; who cancels work on the company finds it as it was.
        """

    def open_again(self, between: Callable[[], str | None]) -> None:
        """Close the file, do `between` with it closed (such as restoring a backup), and open it again at the
        same place. What `between` gives back is said then. A UserError of it is shown, and the file is
        opened as it is.
        """

    def run_command(self, key: str) -> None:
        """Do a command of the window by its key in ui/shell/commands.py, such as "passphrase"."""

    def remember(self, key: str, value: object) -> None:
        """Keep a setting of the window (widths, chosen columns) for this user; `value` must fit into JSON."""

    def remembered(self, key: str, default: object = None) -> object:
        """What was kept under `key` by `remember`."""
