"""What lists of goals say: what makes two goals the same, and how such files are called."""

from collections.abc import Hashable, Mapping

FILE_WORDS = ("ziel", "goal", "strategie", "strategy")


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name."""
    name = str(values.get("name") or "").casefold()
    return (name,) if name else None
