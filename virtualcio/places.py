"""Where the program finds its own files and keeps those of the user."""

import os
import sys
from pathlib import Path


def program_dir() -> Path:
    """The folder that holds `resources/` and `migrations/`: the checkout, or the built program's."""
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    return program_dir().joinpath("resources", *parts)


def migrations_dir() -> Path:
    return program_dir() / "migrations"


def user_dir() -> Path:
    """Settings, log and crash reports of this user; `VIRTUALCIO_HOME` moves it (tests, portable use)."""
    chosen = os.environ.get("VIRTUALCIO_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs  # imported here: the start screen's first paint needs no more than Qt

    return Path(platformdirs.user_data_dir("VirtualCIO", appauthor=False))
