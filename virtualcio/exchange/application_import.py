"""What software lists say: what makes two applications the same, and how such files are called."""

from collections.abc import Hashable, Mapping

FILE_WORDS = ("software", "anwendung", "programm", "application", "applikation")


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name: a company has an application once."""
    name = str(values.get("name") or "").casefold()
    return (name,) if name else None
