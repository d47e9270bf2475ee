"""A list of things the program proposes, each with its reason and a tick, taken over together."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell.dialog import Dialog

_WIDTH, _HEIGHT = 700, 400


@dataclass(frozen=True)
class Proposal:
    """One line; `value` stands at its right. Texts are in the language of the interface."""

    key: str
    name: str
    why: str
    value: str = ""
    ticked: bool = True


class ProposalsDialog(Dialog):
    """`chosen` are the keys that are ticked."""

    def __init__(
        self, title: str, words: str, done: str, proposals: Sequence[Proposal], parent: QWidget | None
    ) -> None:
        super().__init__(title, words, done, parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.resize(_WIDTH, _HEIGHT)
        self.list = ScrollColumn()
        self.list.column.setSpacing(12)
        for proposal in proposals:
            self.list.column.addWidget(self._line(proposal))
        if not proposals:
            self.list.column.addWidget(Label(_("There is nothing to propose."), ink="second", wrap=True))
        self.list.column.addStretch(1)
        self.list.setMinimumHeight(min(_HEIGHT, 60 + 56 * max(1, len(proposals))))
        self.fields.addRow(self.list)
        self._show_count()

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _line(self, proposal: Proposal) -> QWidget:
        box = self.boxes[proposal.key] = QCheckBox(proposal.name.replace("&", "&&"))
        box.setToolTip(proposal.name)
        box.setMinimumWidth(1)  # a long name is cut; it does not push the value out of sight
        box.setChecked(proposal.ticked)
        box.setAccessibleDescription(f"{proposal.why} {proposal.value}")
        box.toggled.connect(self._show_count)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(box, 1)
        top.addWidget(Label(proposal.value, ink="second", digits=True))
        line = QWidget()
        lines = QVBoxLayout(line)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(2)
        lines.addLayout(top)
        why = Label(proposal.why, ink="second", size=12, wrap=True)
        why.setContentsMargins(24, 0, 0, 0)
        why.setVisible(bool(proposal.why))
        lines.addWidget(why)
        return line

    def _show_count(self) -> None:
        self.done_button.setEnabled(bool(self.chosen))
