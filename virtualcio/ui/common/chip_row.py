"""Filter chips on one line; those that do not fit wait behind a last chip that opens a menu."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from virtualcio.actions.columns import Tone
from virtualcio.texts import _
from virtualcio.ui.common.pill import Chip

_GAP = 8
_HEIGHT = 28


class ChipRow(QWidget):
    """Exactly one chip is chosen. Chips in `hidden` are not offered unless they are the chosen one."""

    chosen = Signal(str)

    def __init__(self, chips: Sequence[tuple[str, str, Tone]], parent: QWidget | None = None) -> None:
        """`chips`: key, title in the language of the interface, tone."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._chips: dict[str, Chip] = {}
        self._hidden: frozenset[str] = frozenset()
        for key, title, tone in chips:
            chip = Chip(title, tone, parent=self)
            chip.clicked.connect(partial(self._on_clicked, key))
            self._chips[key] = chip
        self.more = Chip(_("More…"), parent=self)
        self.more.setCheckable(False)
        self.more.clicked.connect(self._on_more)
        self._key = next(iter(self._chips))
        self.choose(self._key)

    @property
    def key(self) -> str:
        """The chosen chip."""
        return self._key

    def chip(self, key: str) -> Chip:
        return self._chips[key]

    def choose(self, key: str) -> None:
        """Mark a chip as chosen; an unknown key is the first one. Says nothing."""
        self._key = key if key in self._chips else next(iter(self._chips))
        for other, chip in self._chips.items():
            chip.setChecked(other == self._key)
        self._arrange()

    def show_texts(self, texts: Mapping[str, str], hidden: frozenset[str]) -> None:
        """New words on the chips, and which of them have nothing to show."""
        for key, text in texts.items():
            self._chips[key].setText(text)
        self._hidden = hidden
        self._arrange()

    def offered(self) -> list[str]:
        """Keys of the chips that can be chosen, on the line or in the menu."""
        return [key for key in self._chips if key not in self._hidden or key == self._key]

    def in_menu(self) -> list[str]:
        """Keys of those that did not fit on the line."""
        return [key for key in self.offered() if self._chips[key].isHidden()]

    def sizeHint(self) -> QSize:
        wide = sum(self._chips[key].sizeHint().width() + _GAP for key in self.offered())
        return QSize(max(0, wide - _GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        chosen = self._chips[self._key].sizeHint().width()
        return QSize(chosen + _GAP + self.more.sizeHint().width(), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        offered = self.offered()
        fits = self._fitting(offered, self.width())
        if len(fits) < len(offered):
            fits = self._fitting(offered, self.width() - self.more.sizeHint().width() - _GAP)
        x = 0
        for key, chip in self._chips.items():
            chip.setVisible(key in fits)
            if key in fits:
                size = chip.sizeHint()
                chip.setGeometry(x, (_HEIGHT - size.height()) // 2, size.width(), size.height())
                x += size.width() + _GAP
        self.more.setVisible(len(fits) < len(offered))
        size = self.more.sizeHint()
        self.more.setGeometry(x, (_HEIGHT - size.height()) // 2, size.width(), size.height())
        self.updateGeometry()

    def _fitting(self, offered: Sequence[str], room: int) -> set[str]:
        """As many as there is room for, from the left; the chosen one always."""
        fits = {self._key}
        used = self._chips[self._key].sizeHint().width()
        for key in offered:
            wide = self._chips[key].sizeHint().width() + _GAP
            if key != self._key:
                if used + wide > room:
                    break
                used += wide
                fits.add(key)
        return fits

    def _on_clicked(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def menu(self) -> QMenu:
        """The chips that did not fit."""
        menu = QMenu(self)
        for key in self.in_menu():
            action = menu.addAction(self._chips[key].text())
            action.triggered.connect(lambda _checked=False, key=key: self._on_clicked(key))
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
