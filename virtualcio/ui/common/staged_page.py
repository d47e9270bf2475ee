"""A page that is computed only when it is seen, and for a large company step by step, so that turning to it
never waits for all of its figures.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from virtualcio.model import Application, Asset, Contract
from virtualcio.ui.common.page import Page
from virtualcio.ui.common.shell import Shell

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.workspace import Change

LARGE = 1000  # things of one kind from which on the whole page takes longer than a page change may (100 ms)


def is_large(company: "OpenCompany") -> bool:
    """Whether its figures take longer than anybody should wait for at once."""
    return max(company.data.count(kind) for kind in (Asset, Application, Contract)) >= LARGE


class StagedPage(Page):
    """Subclasses say in `steps` what is to be shown, the most wanted first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._stale = True
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_next)

    def steps(self) -> Sequence[Callable[[], object]]:
        """What shows the page as it is now; each may take its time, none depends on another."""
        raise NotImplementedError

    def refresh(self, change: "Change | None") -> None:
        """At once if the page is seen; a hidden page is computed when it is turned to."""
        self._stale = True
        if self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._begin()

    def finish_steps(self) -> None:
        """Do now what still waits (pictures, tests)."""
        while self._waiting:
            self._do_next()

    def _begin(self) -> None:
        self._stale = False
        self._waiting = list(self.steps())
        if is_large(self.company):
            self._timer.start()
        else:
            self.finish_steps()

    def _do_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self._timer.stop()
