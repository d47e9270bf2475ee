"""The window."""

import sys

import PySide6  # noqa: F401 - brings the module below


def _import_without_reading_sources() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks there for its own name, to know where `from __feature__ import …` may count, which nothing here
    uses. The lines stay in memory (20 MB with all pages), and reading them costs a fourth of the time until a
    company file is open. Another version of PySide without this function is simply left as it is.
    """
    features = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        setattr(features, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - no name that types know


_import_without_reading_sources()
