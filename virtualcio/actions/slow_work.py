"""What takes long says how far it is: first the records are made, then they are written."""

from virtualcio.exchange.table_reader import Progress

_STEP = 100  # records between two words


class InTwoHalves:
    """Tells one progress of two halves. Without one it tells nobody."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self.second = None if progress is None else self._second

    def first(self, done: int, total: int) -> None:
        """The records that are made; what the progress raises goes through."""
        if self._progress is not None and done % _STEP == 0:
            self._progress(done, 2 * total)

    def _second(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(total + done, 2 * total)
