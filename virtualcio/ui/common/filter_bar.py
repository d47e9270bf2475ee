"""The line above a table: a box to filter in, chips with counts, and a figure at the right."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from virtualcio.actions.columns import Chip as ChipSpec
from virtualcio.actions.columns import Table, Tone
from virtualcio.formats import number
from virtualcio.texts import _, translate
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Chip

_BOX_WIDTH = 220


class FilterBar(QWidget):
    """Says `filtered` whenever the words or the chosen chip changed. Chips that keep nothing are hidden."""

    filtered = Signal()
    down = Signal()  # the arrow key: into the table

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {chip.key: chip for chip in table.chips}
        self._counts: Mapping[str, int] | None = None
        self.box = QLineEdit()
        self.box.setPlaceholderText(_("Filter this list …"))
        self.box.setAccessibleName(_("Filter this list"))
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(_BOX_WIDTH)
        self.box.textChanged.connect(lambda _text: self.filtered.emit())
        self.box.installEventFilter(self)
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        chips = QWidget()
        flow = FlowLayout(chips, spacing=8)
        for key, title, tone in self._rows():
            chip = Chip(title, tone)
            chip.clicked.connect(partial(self._on_chip, key))
            self._group.addButton(chip)
            self._chips[key] = chip
            flow.addWidget(chip)
        self._chips[""].setChecked(True)
        self.figure = Label(ink="second", size=12)
        self.figure.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(chips, 1, Qt.AlignmentFlag.AlignVCenter)
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
        for key, button in self._chips.items():
            if button.isChecked():
                return self._specs.get(key)
        return None

    def choose(self, key: str) -> None:
        """Turn to a chip; an unknown key is "All"."""
        self._chips.get(key, self._chips[""]).setChecked(True)
        self._show_fitting()
        self.filtered.emit()

    def clear(self) -> None:
        """Show everything again."""
        if self.box.text() or self.chip is not None:
            self.box.clear()
            self.choose("")

    def show_counts(self, total: int, counts: Mapping[str, int] | None) -> None:
        """Put the numbers into the chips; None: they are still being counted."""
        self._counts = counts
        for key, title, _tone in self._rows():
            count = total if not key else (counts or {}).get(key)
            self._chips[key].setText(title if count is None else f"{title} {number(count)}")
        self._show_fitting()

    def show_figure(self, text: str) -> None:
        self.figure.setText(text)
        self.figure.setVisible(bool(text))

    def _show_fitting(self) -> None:
        counts = self._counts
        for key, button in self._chips.items():
            empty = counts is not None and key != "" and not counts.get(key)
            button.setVisible(not empty or button.isChecked())

    def _on_chip(self, key: str) -> None:
        self.choose(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.down.emit()
                return True
        return super().eventFilter(watched, event)
