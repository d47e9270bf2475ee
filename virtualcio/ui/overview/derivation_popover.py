"""How a key figure comes about: its rows, the rule, the assumptions and what is not known."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from virtualcio.actions.key_figure import KeyFigure, Way
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.popover import Popover
from virtualcio.ui.common.scroll import ScrollColumn

_ROWS_HEIGHT = 260  # more rows scroll
_LEAST_HEIGHT = 96  # on a low screen


class DerivationPopover(Popover):
    """Opens below the card of the figure. With `go` a button leads to where the figure is at home."""

    def __init__(self, parent: QWidget, figure: KeyFigure, go: Callable[[Way], object] | None = None) -> None:
        super().__init__(parent, width=440)
        self.setAccessibleName(_("How “{figure}” comes about").format(figure=figure.title))
        self.figure = figure
        self.body.addWidget(Label(figure.title, ink="second", size=12))
        self.body.addWidget(Label(figure.value, size=18, semibold=True, digits=True))
        if figure.derivation:
            self._add_rows()
        for line in figure.rule:
            self.body.addWidget(Label(line, ink="second", size=12, wrap=True))
        way = figure.way
        if way is not None and go is not None:
            self.way = Button(way.title, lambda: self._on_way(way, go))
            self.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_way(self, way: Way, go: Callable[[Way], object]) -> None:
        self.close()
        go(way)

    def _add_rows(self) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for index, (text, amount) in enumerate(self.figure.derivation):
            grid.addWidget(Label(text, size=12, wrap=True), index, 0)
            value = Label(amount, size=12, semibold=True, digits=True)
            grid.addWidget(value, index, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        scroll = ScrollColumn()
        scroll.column.addWidget(rows)
        rows.setMinimumWidth(360)
        high = min(_ROWS_HEIGHT, rows.sizeHint().height() + 12)
        scroll.setMinimumHeight(min(high, _LEAST_HEIGHT))
        scroll.setMaximumHeight(high)
        self.body.addWidget(scroll)
