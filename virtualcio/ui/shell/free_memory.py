"""Memory that the process no longer needs is freed, and goes back to the system."""

import ctypes
import sys

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import Shiboken


def tidy() -> None:
    """Takes some milliseconds, so only after large pieces of work, and when nobody waits."""
    forget_signals()
    give_back()


def forget_signals() -> None:
    """PySide makes an object for each signal of each widget, layout and timer: 2 to 4 kB for each, and nearly
    none is used again once everything is connected. They are made again when somebody asks for them, and
    connections do not hang on them (tests/ui/test_free_memory.py).
    """
    for one in Shiboken.getAllValidWrappers():
        if isinstance(one, QObject) and "destroyed" in one.__dict__:  # else it was here before
            own = {key: value for key, value in one.__dict__.items() if type(value) is not SignalInstance}
            one.__dict__.clear()  # also its table, which would stay as large as it was
            one.__dict__.update(own)


def give_back() -> None:
    """Linux's C library keeps what was freed, also what other threads used once and will not use again.

    Elsewhere there is nothing to do.
    """
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's own; other C libraries have none
        if trim is not None:
            trim(0)
