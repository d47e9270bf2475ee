"""How far the writing of a long change is: it is told in slices, and can be ended between them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

# Called with what is done and how much there is. What it raises ends the change; nothing of it stays.
Progress = Callable[[int, int], None]
SLICE = 1_000  # rows; about 30 ms
T = TypeVar("T")


class Pace:
    """Counts through all the phases of one change; `rounds`: how often each row is gone through."""

    def __init__(self, progress: Progress | None = None, rows: int = 0, rounds: int = 1) -> None:
        self._progress = progress
        self._total = rows * rounds
        self._done = 0

    def slices(self, rows: Iterable[T]) -> Iterator[Sequence[T]]:
        """The rows in pieces; after each of them it is told how far it is."""
        rest = iter(rows)
        while piece := list(islice(rest, SLICE)):
            yield piece
            self._done += len(piece)
            if self._progress is not None:
                self._progress(min(self._done, self._total), self._total)
