"""How work in the background says how far it is, and learns that it is to stop."""

import threading
from collections.abc import Callable


class Cancelled(Exception):
    """The user cancelled; what was done so far is to be left as it was before."""


class Progress:
    """Callable as `progress(done, total)`; raises Cancelled once the user pressed "Cancel"."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()
