"""What is told to everybody after a change, and whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from virtualcio.model.base import Record
from virtualcio.model.journal import JournalKind
from virtualcio.texts import Message


@dataclass(frozen=True)
class Change:
    """What is announced after a change: the kinds and keys of the records that are different now."""

    id: str
    label: Message
    kind: Literal["edit", "undo", "redo"]
    touched: Mapping[type[Record], frozenset[str]]

    @property
    def kinds(self) -> frozenset[type[Record]]:
        return frozenset(self.touched)


def announced(
    entry_id: str, label: Message, kind: JournalKind, touched: Mapping[type[Record], set[str]]
) -> Change:
    """The announcement of a journal entry."""
    word: Literal["edit", "undo", "redo"] = "edit"
    if kind is JournalKind.UNDO:
        word = "undo"
    elif kind is JournalKind.REDO:
        word = "redo"
    return Change(entry_id, label, word, {some: frozenset(ids) for some, ids in touched.items()})


class Announcements:
    """The listeners of a workspace."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Gives back how to stop it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, change: Change | None) -> None:
        """Every listener is told, even if one before it fails; the change itself is safe by then."""
        if change is None:
            return
        errors = []
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
