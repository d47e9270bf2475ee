"""What an empty page says: what belongs there, one example, and the ways in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction


class EmptyState(QWidget):
    """Stands in the middle of its place; texts are in the language of the interface."""

    def __init__(
        self,
        title: str,
        text: str,
        example: str = "",
        actions: Sequence[HeaderAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.has_primary = any(action.primary for action in actions)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Label(title, size=15, semibold=True, wrap=True))
        column.addWidget(Label(text, ink="second", wrap=True))
        if example:
            column.addWidget(Label(example, ink="third", wrap=True))
        column.addSpacing(8)
        ways = FlowLayout(spacing=8)
        for action in actions:
            ways.addWidget(
                Button(action.title, action.slot, primary=action.primary, icon=action.icon, tip=action.tip)
            )
        column.addLayout(ways)
        box = QWidget()
        box.setLayout(column)
        box.setMaximumWidth(700)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 100)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)
