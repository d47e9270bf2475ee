"""Memory that the process no longer needs goes back to the system.

Linux's C library keeps what was freed, also what other threads used once and will not use again. Elsewhere
there is nothing to do. It shortens no figure that is in use, so it matters after large pieces of work only.
"""

import ctypes
import sys


def give_back() -> None:
    """Takes some milliseconds."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's own; other C libraries have none
        if trim is not None:
            trim(0)
