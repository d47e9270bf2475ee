"""The line above a table: a box to filter in, chips with counts, and a figure at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from virtualcio.actions.columns import Chip as ChipSpec
from virtualcio.actions.columns import Table, Tone
from virtualcio.formats import number
from virtualcio.texts import _, translate
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.common.labels import Label

_BOX_WIDTH = 220
_MIDDLE_BOX = 180
_NARROW_BOX = 150
_MIDDLE = 1000  # px: below, a shorter box makes room for one more chip
_NARROW = 680  # px: below, chips are worth more than the figure


class FilterBar(QWidget):
    """Says `filtered` whenever the words or the chosen chip changed. Chips that keep nothing are hidden."""

    filtered = Signal()
    down = Signal()  # the arrow key: into the table

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {chip.key: chip for chip in table.chips}
        self.box = QLineEdit()
        self.box.setPlaceholderText(_("Filter this list…"))
        self.box.setAccessibleName(_("Filter this list"))
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(_BOX_WIDTH)
        self.box.textChanged.connect(lambda _text: self.filtered.emit())
        self.box.installEventFilter(self)
        self.chips = ChipRow(self._rows())
        self.chips.chosen.connect(lambda _key: self.filtered.emit())
        self.figure = Label(ink="second", size=12)
        self.figure.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)

    def _rows(self) -> list[tuple[str, str, Tone]]:
        every = [("", _("All"), Tone.NEUTRAL)]
        return every + [(chip.key, translate(chip.title), chip.tone) for chip in self._specs.values()]

    @property
    def words(self) -> str:
        return self.box.text()

    @property
    def chip(self) -> ChipSpec | None:
        """The chosen chip; None for "All"."""
        return self._specs.get(self.chips.key)

    def choose(self, key: str) -> None:
        """Turn to a chip; an unknown key is "All"."""
        self.chips.choose(key)
        self.filtered.emit()

    def clear(self) -> None:
        """Show everything again."""
        if self.box.text() or self.chip is not None:
            self.box.clear()
            self.choose("")

    def show_counts(self, total: int, counts: Mapping[str, int] | None) -> None:
        """Put the numbers into the chips; None: they are still being counted."""
        texts = {}
        for key, title, _tone in self._rows():
            count = total if not key else (counts or {}).get(key)
            texts[key] = title if count is None else f"{title} {number(count)}"
        empty = frozenset(key for key in self._specs if counts is not None and not counts.get(key))
        self.chips.show_texts(texts, empty)

    def show_figure(self, text: str) -> None:
        self.figure.setText(text)
        self.figure.setVisible(bool(text) and self.width() >= _NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        roomy = self.width() >= _MIDDLE
        self.box.setFixedWidth(_NARROW_BOX if narrow else _BOX_WIDTH if roomy else _MIDDLE_BOX)
        self.figure.setVisible(not narrow and bool(self.figure.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.down.emit()
                return True
        return super().eventFilter(watched, event)
