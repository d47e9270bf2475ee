"""Which pool's load stands below the plan: its name, and where there are several a list to switch."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from virtualcio.actions.roadmap.load_columns import PoolView
from virtualcio.actions.tone import Tone
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.shell import theme

_WIDEST = 170.0  # px of a name


class PoolTabs(QWidget):
    """Calls `choose` with the key of a pool."""

    def __init__(self, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._choose = choose
        self.chips: ChipRow | None = None
        self._known: list[tuple[str, str, Tone]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_pools(self, views: Sequence[PoolView], current: str) -> None:
        """Overloaded pools have the tone of what has to be done; a single pool needs no tabs."""
        wanted = [(view.pool_id, _shortened(view.name), _tone(view)) for view in views]
        self.setVisible(len(views) > 1)
        if wanted != self._known:
            self._known = wanted
            if self.chips is not None:
                self._row.removeWidget(self.chips)
                self.chips.hide()
                self.chips.deleteLater()
            self.chips = ChipRow(wanted) if wanted else None
            if self.chips is not None:
                self.chips.chosen.connect(self._choose)
                for view in views:
                    self.chips.chip(view.pool_id).setToolTip(view.name)
                self._row.addWidget(self.chips)
        if self.chips is not None:
            self.chips.choose(current)


def _tone(view: PoolView) -> Tone:
    over = any(column.tone is Tone.ACT for column in view.columns)
    return Tone.ACT if over else Tone.NEUTRAL


def _shortened(name: str) -> str:
    return QFontMetricsF(theme.font(12)).elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)
