"""What is worth doing: the matrix beside the ranking, and why the chosen initiative stands there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.matrix import matrix, matrix_table
from virtualcio.actions.priorities.ranking_rows import ranking_rows
from virtualcio.actions.tables import place_of
from virtualcio.model import Initiative, Record
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.priorities.matrix_view import MatrixView
from virtualcio.ui.priorities.new_initiative import new_initiative_action
from virtualcio.ui.priorities.no_initiatives import no_initiatives
from virtualcio.ui.priorities.ranking_table import RankingTable
from virtualcio.ui.priorities.weights_panel import WeightsPanel
from virtualcio.ui.priorities.why_card import WhyCard

_LOW = 600  # px of height: below, the matrix needs the room of its remark
_NARROW = 1080  # px: below, there is no room for remarks beside titles
_ABOVE_LINES = 8  # px between the cards and a message below them
_RANKING_HEAD = 66  # px of the card around the table


class RankingTab(PartOfPage):
    """A click in the matrix chooses the row of the ranking, and the other way round."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.matrix = MatrixView()
        self.matrix_card = PictureCard(_("Benefit and effort"), self.matrix, self.matrix)
        self.matrix_card.note_label.setMinimumWidth(1)  # the window may get narrower than the words
        self.inherit_note = Label(
            _("What makes others possible inherits some of their benefit."), ink="second", size=12, wrap=True
        )
        self.weights = WeightsPanel(company)
        self.ranking = RankingTable()
        self.ranking_card = Card(_("Ranking"), _("Span: rank with other weights"), padding=0)
        self.ranking_card.note_label.setMinimumWidth(1)
        self.why = WhyCard()
        words = _(
            "Once initiatives are entered, they are ordered here by what they bring and what they cost."
        )
        self.empty = no_initiatives(shell, company, words)
        self._build()
        self._connect()
        self.follow(None)

    def _build(self) -> None:
        self.matrix_card.body.addWidget(self.inherit_note)
        self.matrix_card.body.addWidget(self.weights)
        self.ranking_card.header.setContentsMargins(16, 18, 16, 0)  # its title beside that of the matrix
        self.ranking_card.body.setContentsMargins(6, 0, 6, 6)
        self.ranking_card.layout().setSpacing(4)  # type: ignore[union-attr]  # a card has its layout
        self.ranking_card.body.addWidget(self.ranking, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(16)
        self._right.addWidget(self.ranking_card, 7)
        self._right.addWidget(self.why, 3)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.matrix_card, 35)
        row.addLayout(self._right, 65)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.matrix.chosen.connect(self.choose)
        self.matrix.opened.connect(lambda index: self.open_details(self.ranking.shown[index].initiative_id))
        self.ranking.chosen.connect(self.choose)
        self.ranking.span_shown.connect(self.ranking_card.note_label.setVisible)
        self.ranking.opened.connect(self.open_details)
        self.weights.closed.connect(self.take_keyboard)
        self.why.opened.connect(self._on_reason)
        self.why.details.connect(self.open_details)
        self.why.planned.connect(lambda key: self.shell.go("roadmap", "plan", key))

    # --- showing -----------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        rows = ranking_rows(self.company)
        found = matrix(self.company, rows)
        self.matrix.show_matrix(found)
        self.matrix_card.show_numbers(ChartTable(*matrix_table(found)))
        self.ranking.show_rows(rows)
        self.ranking_card.setMaximumHeight(self.ranking.whole_height + _RANKING_HEAD)
        self.weights.follow()
        self._stack.setCurrentIndex(0 if rows else 1)
        chosen = self.ranking.current_key()
        if not chosen and rows:
            chosen = rows[0].initiative_id
        self.choose(chosen)

    def choose(self, initiative_id: str) -> None:
        """Show one initiative in matrix, ranking and reasons."""
        self.matrix.select(initiative_id)
        self.ranking.select(initiative_id)
        initiative = self.company.data.get(Initiative, initiative_id)
        ranked = None if initiative is None else self.company.results.ranked(initiative)
        self.why.show_ranked(self.company, ranked)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record:
            self.choose(record)

    def take_keyboard(self) -> bool:
        self.ranking.setFocus()
        return self.ranking.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards at the right get shorter for messages: no reason and no button is covered."""
        below = height + _ABOVE_LINES if height else 0
        if self._right.contentsMargins().bottom() != below:
            self._right.setContentsMargins(0, 0, 0, below)
        card = self.ranking_card.geometry()
        return QRect(card.left(), 0, card.width(), self.height())

    def header_actions(self) -> Sequence[HeaderAction]:
        actions = [new_initiative_action(self.shell, self.company)]
        if self.ranking.shown:
            actions.insert(0, HeaderAction(_("Weights"), self.on_weights))
        return actions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low, narrow = self.height() < _LOW, self.width() < _NARROW
        self.matrix_card.set_note("" if narrow else _("Number = rank, line = enables"))
        self.inherit_note.setVisible(not low)

    # --- doing -------------------------------------------------------------------------------

    def on_weights(self) -> None:
        self.weights.open_form()

    def open_details(self, initiative_id: str) -> None:
        self.shell.go("priorities", "initiatives", initiative_id)

    def _on_reason(self, kind: type[Record], key: str) -> None:
        if kind is Initiative and self.company.results.ranked_by_key.get(key) is not None:
            self.choose(key)
            return
        page, tab, record = place_of(self.company, kind, key)
        self.shell.go(page, tab, record)
