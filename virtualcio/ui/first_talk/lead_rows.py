"""Cards of the one page: lines with a reason and one action each, bars of maturity."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.first_talk.result_words import Bar, Lead
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.first_talk.progress_bar import ThinBar

_BEST = 5


class LeadCard(Card):
    """Lines one below the other; `numbered` where their order says something."""

    def __init__(
        self,
        title: str,
        leads: Sequence[Lead],
        empty: str,
        follow: Callable[[Lead], object],
        *,
        numbered: bool = False,
    ) -> None:
        super().__init__(title)
        self.body.setSpacing(14)
        self.buttons: list[Button] = []
        for number, lead in enumerate(leads, start=1):
            self.body.addWidget(self._row(lead, str(number) if numbered else "", follow))
        if not leads:
            self.body.addWidget(Label(empty, ink="second", wrap=True))
        self.body.addStretch(1)

    def _row(self, lead: Lead, number: str, follow: Callable[[Lead], object]) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        if number:
            label = Label(number, ink="accent", size=16, semibold=True)
            label.setFixedWidth(18)
            across.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(lead.title, semibold=True, wrap=True))
        words.addWidget(Label(lead.why, ink="second", size=12, wrap=True))
        across.addLayout(words, 1)
        button = Button(lead.action, lambda: follow(lead))
        button.setAccessibleName(f"{lead.action}: {lead.title}")
        self.buttons.append(button)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class BarsCard(Card):
    """Maturity at a glance."""

    def __init__(self, title: str, note: str, bars: Sequence[Bar]) -> None:
        super().__init__(title, note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for place, bar in enumerate(bars):
            grid.addWidget(Label(bar.title, wrap=True), place, 0)
            grid.addWidget(ThinBar(float(bar.level or 0) / _BEST, 10), place, 1)
            grid.addWidget(Label(bar.text, ink="second", size=12, digits=True), place, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)
