"""The column of goal cards: what did not change stays, and many cards are built while the window is idle."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal

from virtualcio.actions.goals.goal_cards import GoalCard as CardWords
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.goals.goal_card import GoalCard
from virtualcio.ui.goals.kpi_row import KpiRow

_AT_ONCE = 60  # rows; that is more than a screen holds


class CardColumn(ScrollColumn):
    """`built` gives each new card, so that its signals can be connected."""

    built = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, GoalCard] = {}
        self._shown: Sequence[CardWords] = ()
        self._waiting: list[CardWords] = []
        self._chosen = ""
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self._build_next)
        self.column.setSpacing(10)
        self.column.addStretch(1)

    @property
    def cards(self) -> Mapping[str, GoalCard]:
        """All cards in their order, by the key of their goal."""
        self.build_all()
        return {words.goal_id: self._cards[words.goal_id] for words in self._shown}

    @property
    def rows(self) -> Mapping[str, KpiRow]:
        """All KPIs in their order, by key."""
        return {key: row for card in self.cards.values() for key, row in card.rows.items()}

    def show_cards(self, cards: Sequence[CardWords]) -> None:
        """Show these; the place that is looked at and the keyboard stay where they are."""
        if cards == self._shown:
            return
        focused = next((key for key, row in self._built_rows().items() if row.hasFocus()), "")
        place = self.verticalScrollBar().value()
        before, self._cards = self._cards, {}
        while self.column.count():
            self.column.takeAt(0)
        self.column.addStretch(1)
        self._shown, self._waiting = cards, []
        room = _AT_ONCE
        for words in cards:
            known = before.get(words.goal_id)
            if known is not None and known.words == words:
                self._put(before.pop(words.goal_id))
            elif room > 0:
                room -= 1 + len(words.kpis)
                self._put(self._made(words))
            else:
                self._waiting.append(words)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        if self._waiting:
            self._more.start()
        self.verticalScrollBar().setValue(place)
        row = self._built_rows().get(focused)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self, kpi_id: str) -> None:
        """Mark one KPI as chosen."""
        self._chosen = kpi_id
        for key, row in self._built_rows().items():
            row.setChecked(key == kpi_id)

    def bring_into_view(self, goal_id: str) -> None:
        """Scroll to a card as soon as it has its place."""
        card = self.cards.get(goal_id)
        if card is not None:
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card))

    def build_all(self) -> None:
        """Do not wait for idle time."""
        while self._waiting:
            self._build_next()

    def _build_next(self) -> None:
        if not self._waiting:
            return
        self._put(self._made(self._waiting.pop(0)))
        if self._waiting:
            self._more.start()

    def _made(self, words: CardWords) -> GoalCard:
        card = GoalCard(words)
        for key, row in card.rows.items():
            row.setChecked(key == self._chosen)
        self.built.emit(card)
        return card

    def _put(self, card: GoalCard) -> None:
        """Into its place among the cards that are there."""
        self._cards[card.words.goal_id] = card
        order = [words.goal_id for words in self._shown if words.goal_id in self._cards]
        self.column.insertWidget(order.index(card.words.goal_id), card)

    def _built_rows(self) -> dict[str, KpiRow]:
        return {key: row for card in self._cards.values() for key, row in card.rows.items()}
