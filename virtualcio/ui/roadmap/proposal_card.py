"""Below the time plan: the proposal beside today's plan, or why there is no plan and what helps."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.roadmap.plan_demands import GiveUp
from virtualcio.actions.roadmap.plan_differences import Difference, difference_titles
from virtualcio.actions.roadmap.plan_remarks import Way
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.signed_line import SignedLine

_HEIGHT, _LOW, _LEAST = 236, 176, 116
_BESIDE, _BESIDE_NARROW, _NARROW = 330, 220, 860  # px of the lines at the right of the table; of the card
_BETWEEN = 4  # px between two lines
_WIDTHS = (200, 78, 86, 128, 0)


class ProposalCard(Card):
    """`chosen` gives the key of the initiative of a row, `given_up` the demand whose button was pressed,
    `led` a remark that was clicked; `more_wanted` asks what more of something would bring.
    """

    chosen = Signal(str)
    given_up = Signal(object)
    led = Signal(object)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Proposal beside today's plan"), padding=12)
        self.table = PlainTable(_("Proposal beside today's plan"), difference_titles(), _WIDTHS)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.lines = ScrollColumn()
        self.lines.column.setSpacing(_BETWEEN)
        self.reasons = ScrollColumn()
        self.more = Button(_("What would more bring?"), self.more_wanted.emit, quiet=True)
        self.header.addWidget(self.more)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        row.addWidget(self.lines)
        self.show_low(low=False)
        self._places = QStackedWidget()
        self._places.addWidget(beside)
        self._places.addWidget(self.reasons)
        self.body.addWidget(self._places, 1)
        self.buttons: list[Button] = []
        self._shown: list[Difference] = []
        self.says_something = False  # whoever has the place for it shows it then
        self.hide()

    def show_low(self, low: bool, less: int = 0) -> None:
        """In a low window it leaves more room for the plan, and `less` px for messages below it."""
        self.setFixedHeight(max(_LEAST, (_LOW if low else _HEIGHT) - less))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the table has more of the width."""
        super().resizeEvent(event)
        self.lines.setFixedWidth(_BESIDE_NARROW if self.width() < _NARROW else _BESIDE)

    def show_differences(
        self, rows: Sequence[Difference], lines: Sequence[str], remarks: Sequence[Way], *, more: bool
    ) -> None:
        """The proposal beside today's plan. `more`: it can be asked what more would bring."""
        self.set_title(_("Proposal beside today's plan"))
        self.more.setVisible(more)
        if [*rows] != self._shown:
            self._shown = [*rows]
            self.table.fill([row.cells for row in rows], [row.key for row in rows])
        self.buttons = []
        self.lines.clear()
        self._add_remarks(self.lines.column, remarks)  # first what there is to do
        for text in lines:
            self.lines.column.addWidget(Label(text, ink="second", size=12, wrap=True))
        self.lines.column.addStretch(1)
        self._places.setCurrentIndex(0)
        self.says_something = True

    def show_reasons(self, clash: Sequence[str], ways: Sequence[GiveUp], remarks: Sequence[Way]) -> None:
        """Why there is no plan at the left, what could be given up at the right."""
        self.set_title(_("Why there is no plan"))
        self.more.hide()
        self.buttons = []
        self.reasons.clear()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(_BETWEEN)
            row.addLayout(column, 1)
        if clash:
            left.addWidget(Label(_("These demands contradict each other:"), size=12, semibold=True))
        for text in clash:
            left.addWidget(Label(f"– {text}", size=12, wrap=True))
        if ways:
            right.addWidget(Label(_("There is a plan without these:"), size=12, semibold=True))
        for way in ways:
            right.addWidget(self._line(way.text, way.title, partial(self.given_up.emit, way)))
        if not clash and not ways:
            text = _(
                "What contradicts what was not found out in the time given. Search again, or ask for less."
            )
            left.addWidget(Label(text, ink="second", size=12, wrap=True))
        self._add_remarks(left, remarks)
        left.addStretch(1)
        right.addStretch(1)
        self.reasons.column.addWidget(both)
        self.reasons.column.addStretch(1)
        self._places.setCurrentIndex(1)
        self.says_something = True

    def _add_remarks(self, column: QVBoxLayout, remarks: Sequence[Way]) -> None:
        for way in remarks:
            column.addWidget(self._line(way.text, way.title, partial(self.led.emit, way), watch=True))

    def _line(
        self, text: str, title: str | None, do: Callable[[], object], *, watch: bool = False
    ) -> QWidget:
        """A sentence, and below it the button that does something about it."""
        line = QWidget()
        row = QVBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(_BETWEEN)
        row.addWidget(SignedLine(text, Tone.WATCH if watch else Tone.NEUTRAL))
        if title:
            button = Button(title, do, quiet=watch)
            button.setAccessibleName(f"{title}: {text}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        return line

    def _on_chosen(self) -> None:
        key = self.table.selected_target()
        if isinstance(key, str):
            self.chosen.emit(key)
