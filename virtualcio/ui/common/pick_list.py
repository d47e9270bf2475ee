"""The list that drops below an editor to pick related things, or to make a new one on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from virtualcio.texts import _

_KEY = Qt.ItemDataRole.UserRole
_NEW = Qt.ItemDataRole.UserRole + 1
_ROWS = 8
_ROW_HEIGHT = 28
_NARROWEST = 240


@dataclass(frozen=True)
class Option:
    """Something that can be picked; `key` None is the empty choice."""

    key: str | None
    name: str


class PickList(QFrame):
    """Shows the options whose names contain what was typed, and „…“ neu anlegen for a name not there yet.

    With `many`, options carry check marks; without `may_name` nothing new is offered. The keyboard stays in
    the editor, which calls `step` and `pick`.
    """

    picked = Signal(object)  # Option, or str: the name of a new thing

    def __init__(
        self, window: QWidget, options: Sequence[Option], *, many: bool = False, may_name: bool = True
    ) -> None:
        super().__init__(window)
        self._window = window
        self._options = list(options)
        self._many, self._may_name = many, may_name
        self.checked: set[str] = set()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Choices"))
        self.list.itemClicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.list)
        self.hide()

    def show_matching(self, typed: str, beside: QWidget) -> None:
        """Fill the list with what contains `typed` and drop it below `beside`."""
        self.list.clear()
        wanted = typed.strip().casefold()
        for option in self._options:
            if wanted in option.name.casefold() or (option.key is None and not wanted):
                self._add(option)
        exact = any(option.name.casefold() == wanted for option in self._options)
        if wanted and not exact and self._may_name:
            item = QListWidgetItem(_("Create “{name}”").format(name=typed.strip()))
            item.setData(_NEW, typed.strip())
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.list.addItem(item)
        if wanted and self.list.count():
            self.list.setCurrentRow(0)
        self._drop_below(beside)

    def _add(self, option: Option) -> None:
        item = QListWidgetItem(option.name)
        item.setSizeHint(QSize(0, _ROW_HEIGHT))
        item.setData(_KEY, option)
        if self._many:
            state = Qt.CheckState.Checked if option.key in self.checked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)  # toggled by us, once
        self.list.addItem(item)

    def step(self, by: int) -> None:
        """Move the highlighted row up or down."""
        count = self.list.count()
        if count:
            row = self.list.currentRow()
            start = row if row >= 0 else (-1 if by > 0 else count)
            self.list.setCurrentRow(max(0, min(count - 1, start + by)))

    def current(self) -> Option | str | None:
        """The highlighted option, the name of a new thing, or None."""
        item = self.list.currentItem()
        if item is None:
            return None
        fresh: str | None = item.data(_NEW)
        option: Option | None = item.data(_KEY)
        return fresh or option

    def pick_current(self) -> bool:
        """Pick the highlighted row; False if there is none."""
        chosen = self.current()
        if chosen is None:
            return False
        self.picked.emit(chosen)
        return True

    def add_option(self, option: Option) -> None:
        self._options.insert(0, option)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.pick_current()

    def _drop_below(self, beside: QWidget) -> None:
        if not self.list.count():
            self.hide()
            return
        window = self._window
        row = max(_ROW_HEIGHT, self.list.sizeHintForRow(0))
        height = row * min(_ROWS, self.list.count()) + 4
        width = max(_NARROWEST, beside.width())
        spot = beside.mapTo(window, QPoint(0, beside.height() + 2))
        if spot.y() + height > window.height():
            spot = beside.mapTo(window, QPoint(0, -height - 2))
        x = max(0, min(spot.x(), window.width() - width - 4))
        self.setGeometry(QRect(QPoint(x, max(0, spot.y())), self.sizeHint()))
        self.resize(width, height)
        self.show()
        self.raise_()
